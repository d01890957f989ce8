// The words of a sentence that begin, or end, at one token.
using System.Collections;
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>A view of the words of a <see cref="WordIndex"/>, in the order of the sentence. Nothing is copied; what is asked most often is answered without an enumerator. The default is empty.</summary>
public readonly struct WordsHere : IReadOnlyList<LexiconMatch>
{
    private readonly LexiconMatch[]? all;
    private readonly int from, to;

    internal WordsHere(LexiconMatch[] all, int from, int to) => (this.all, this.from, this.to) = (all, from, to);

    public int Length => to - from;

    int IReadOnlyCollection<LexiconMatch>.Count => Length;

    public LexiconMatch this[int number] => number >= 0 && number < Length ? all![from + number] : throw new ArgumentOutOfRangeException(nameof(number), number, $"0 to {Length - 1}");

    public bool Any(Func<LexiconMatch, bool> fits)
    {
        foreach (var match in Matches)
            if (fits(match)) return true;
        return false;
    }

    public bool All(Func<LexiconMatch, bool> fits)
    {
        foreach (var match in Matches)
            if (!fits(match)) return false;
        return true;
    }

    /// <summary>The first word that fits; the default, of no length, where none does.</summary>
    public LexiconMatch FirstOrDefault(Func<LexiconMatch, bool> fits)
    {
        foreach (var match in Matches)
            if (fits(match)) return match;
        return default;
    }

    /// <summary>The longest first; words of one length in the order of the sentence.</summary>
    public ReadOnlySpan<LexiconMatch> LongestFirst()
    {
        if (Length < 2) return Matches;
        var sorted = Matches.ToArray();
        for (var at = 1; at < sorted.Length; at++)
            for (var place = at; place > 0 && sorted[place - 1].Length < sorted[place].Length; place--) (sorted[place - 1], sorted[place]) = (sorted[place], sorted[place - 1]);
        return sorted;
    }

    public ReadOnlySpan<LexiconMatch>.Enumerator GetEnumerator() => Matches.GetEnumerator();

    IEnumerator<LexiconMatch> IEnumerable<LexiconMatch>.GetEnumerator()
    {
        for (var at = from; at < to; at++) yield return all![at];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<LexiconMatch>)this).GetEnumerator();

    private ReadOnlySpan<LexiconMatch> Matches => all.AsSpan(from, to - from);
}
