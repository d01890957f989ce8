// The heads of a frame, found by their words.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>
/// A frame may have thousands of heads and of phrases that block some: heads are found in a phrase by their words, not tried one by one, and those with the same words together. Few are ever met, so that the
/// entries of a group are gathered when they are asked for.
/// </summary>
internal sealed class HeadsAlike
{
    private readonly IReadOnlyList<(LexiconEntry Entry, int[] Words)> heads;
    private readonly KeyNumbers byWords;

    /// <summary>Of each group, numbered from 1, its first head and its last.</summary>
    private readonly List<(int First, int Last)> groups;

    /// <summary>Of each head the next one with the same words; 0 where there is none.</summary>
    private readonly int[] next;
    private readonly Dictionary<int, LexiconEntry[]> entries = [];

    /// <param name="heads">Entries with the words of their first part; what has no words is left out.</param>
    public HeadsAlike(IReadOnlyList<(LexiconEntry Entry, int[] Words)> heads)
    {
        (this.heads, byWords, groups, next) = (heads, new(heads.Count), new(heads.Count + 1) { (0, 0) }, new int[heads.Count]);
        for (var head = 0; head < heads.Count; head++)
        {
            var words = heads[head].Words;
            if (words.Length == 0) continue;
            var sum = 0L;
            foreach (var word in words) sum = Sum(sum, word);
            if (Find(words, ref sum) is > 0 and var group)
            {
                next[groups[group].Last] = head;
                groups[group] = (groups[group].First, head);
            }
            else
            {
                byWords.Add(sum, groups.Count);
                groups.Add((head, head));
            }
        }
    }

    /// <summary>The key of some words with another behind them; 0 is that of none.</summary>
    public static long Sum(long sum, int word) => sum * 1_000_003 + word + 1;

    /// <summary>The group of heads that have these words, whose sum is given; 0 where none has them.</summary>
    public int Find(ReadOnlySpan<int> words, long sum) => Find(words, ref sum);

    /// <summary>The entries of a group, in their order.</summary>
    public LexiconEntry[] Entries(int group)
    {
        if (entries.TryGetValue(group, out var known)) return known;
        var all = new List<LexiconEntry>();
        for (var head = groups[group].First; ; head = next[head])
        {
            all.Add(heads[head].Entry);
            if (head == groups[group].Last) return entries[group] = [.. all];
        }
    }

    /// <summary>Words with the sum of others stand under the next free key, at which <paramref name="sum"/> ends where none has the words.</summary>
    private int Find(ReadOnlySpan<int> words, ref long sum)
    {
        for (; byWords.Find(sum) is > 0 and var group; sum++)
            if (words.SequenceEqual(heads[groups[group].First].Words)) return group;
        return 0;
    }
}
