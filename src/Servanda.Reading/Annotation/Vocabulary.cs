// The syllables that the lexicon uses, each with a number; folding makes spellings of one syllable equal.
using System.Collections.Frozen;
using Servanda.Reading.Text;

namespace Servanda.Reading.Annotation;

/// <summary>Numbers for folded syllables. Folding: lower case, and the new tone placement to the old one (hoà → hòa, but not after q).</summary>
public sealed class Vocabulary
{
    private const int LongestWord = 64;

    /// <summary>No letter before it bears a tone.</summary>
    private const char FirstToned = 'À';

    private readonly WordNumbers numbers = new();

    /// <summary>The number of a syllable, made where it has none yet.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        return numbers.Add(Fold(word, buffer));
    }

    /// <summary>The number of a syllable, 0 where the lexicon does not use it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        // Letter by letter only where a tone may have to be placed anew, or the word is long.
        var isToned = word.Length >= 2 && word[^1] >= FirstToned && word[^2] is 'o' or 'u' or 'O' or 'U';
        return !isToned && WordKeys.Of(word) is not WordKeys.None and var key ? numbers.Find(key) : FindFolded(word);
    }

    private int FindFolded(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        return numbers.Find(Fold(word, buffer));
    }

    /// <summary>The folded form of a syllable, in <paramref name="buffer"/>; longer words are cut at its length.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > buffer.Length) word = word[..buffer.Length];
        LetterTables.Lower(word, buffer);
        var folded = buffer[..word.Length];
        if (word.Length >= 2 && folded[^1] >= FirstToned && folded[^2] is 'o' or 'u' && NewPlacement.TryGetValue((folded[^2], folded[^1]), out var old)
            && !(word.Length >= 3 && folded[^3] == 'q')) (folded[^2], folded[^1]) = old;
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
