// The syllables that the lexicon uses, each with a number; folding makes spellings of one syllable equal.
using System.Collections.Frozen;

namespace Servanda.Reading.Annotation;

/// <summary>Numbers for folded syllables. Folding: lower case, and the new tone placement to the old one (hoà → hòa, but not after q).</summary>
public sealed class Vocabulary
{
    private const int LongestWord = 64;
    private readonly Dictionary<string, int> growing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? frozen;

    public Vocabulary() => lookup = growing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of a syllable, made where it has none yet.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var folded = Fold(word, buffer);
        if (!lookup.TryGetValue(folded, out var number)) growing.Add(folded.ToString(), number = growing.Count + 1);
        return number;
    }

    /// <summary>The number of a syllable, 0 where the lexicon does not use it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var folded = Fold(word, buffer);
        if (frozen is { } done) return done.TryGetValue(folded, out var number) ? number : 0;
        return lookup.TryGetValue(folded, out var early) ? early : 0;
    }

    public void Freeze() => frozen = growing.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The folded form of a syllable, in <paramref name="buffer"/>; longer words are cut at its length.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > buffer.Length) word = word[..buffer.Length];
        var length = word.ToLowerInvariant(buffer);
        var folded = buffer[..length];
        if (length >= 2 && NewPlacement.TryGetValue((folded[length - 2], folded[length - 1]), out var old)
            && !(length >= 3 && folded[length - 3] == 'q')) (folded[length - 2], folded[length - 1]) = old;
        return folded;
    }

    private static readonly FrozenDictionary<(char, char), (char, char)> NewPlacement = Pairs().ToFrozenDictionary();

    private static Dictionary<(char, char), (char, char)> Pairs()
    {
        var pairs = new Dictionary<(char, char), (char, char)>();
        void Add(char first, string toned, string firsts, char second)
        {
            for (var tone = 0; tone < toned.Length; tone++) pairs[(first, toned[tone])] = (firsts[tone], second);
        }
        Add('o', "àáảãạ", "òóỏõọ", 'a');
        Add('o', "èéẻẽẹ", "òóỏõọ", 'e');
        Add('u', "ỳýỷỹỵ", "ùúủũụ", 'y');
        return pairs;
    }
}
