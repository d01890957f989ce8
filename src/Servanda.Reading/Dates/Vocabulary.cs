// The words that the rules of one language use, each with a number.
using Servanda.Reading.Text;

namespace Servanda.Reading.Dates;

/// <summary>Words are compared in lower case, letter by letter (a text is NFC, so that is enough).</summary>
internal sealed class Vocabulary
{
    public const int Unknown = WordNumbers.Unknown;

    /// <summary>A longer word is in no rule.</summary>
    private const int LongestWord = 64;

    private readonly WordNumbers numbers = new();

    public int Count => numbers.Count;

    /// <summary>The number of a word, given a new one when it has none. Throws <see cref="ArgumentException"/> for a word of more than 64 letters.</summary>
    public int Add(string word) =>
        word.Length <= LongestWord ? numbers.Add(word.ToLowerInvariant()) : throw new ArgumentException($"'{word}' has {word.Length} letters; a word of a rule has at most {LongestWord}", nameof(word));

    /// <summary>The number of a word, <see cref="Unknown"/> where no rule uses it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (WordKeys.Of(word) is not WordKeys.None and var key) return numbers.Find(key);
        return word.Length > LongestWord ? Unknown : FindLong(word);
    }

    private int FindLong(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestWord];
        LetterTables.Lower(word, lower);
        return numbers.Find(lower[..word.Length]);
    }
}
