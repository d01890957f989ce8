// The function words, cues and attributions of a sentence by the token at which they begin.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Looks up what stands at or before a token. Of several words of a role the longest counts.</summary>
public sealed class WordIndex
{
    private readonly Dictionary<int, List<LexiconMatch>> starts = [];
    private readonly Dictionary<int, List<LexiconMatch>> ends = [];

    public WordIndex(Sentence sentence)
    {
        foreach (var match in sentence.Words)
        {
            Add(starts, match.First, match);
            Add(ends, match.Last, match);
        }
    }

    /// <summary>The longest word of a role that begins at a token; null where none does.</summary>
    public LexiconMatch? At(int token, string role) => Longest(starts, token, role);

    /// <summary>The longest word of a role that ends before a token.</summary>
    public LexiconMatch? Before(int token, string role) => Longest(ends, token, role);

    public IEnumerable<LexiconMatch> StartingAt(int token) => starts.TryGetValue(token, out var list) ? list : [];

    public IEnumerable<LexiconMatch> EndingAt(int token) => ends.TryGetValue(token, out var list) ? list : [];

    private static LexiconMatch? Longest(Dictionary<int, List<LexiconMatch>> index, int token, string role)
    {
        if (!index.TryGetValue(token, out var list)) return null;
        LexiconMatch? best = null;
        foreach (var match in list)
            if (match.Entry is FunctionEntry function && function.Role == role && (best is null || match.Length > best.Value.Length)) best = match;
        return best;
    }

    private static void Add(Dictionary<int, List<LexiconMatch>> index, int token, LexiconMatch match)
    {
        if (!index.TryGetValue(token, out var list)) index.Add(token, list = []);
        list.Add(match);
    }
}
