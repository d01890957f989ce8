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

    private const int PresentBits = 16;

    /// <summary>A bit for each word with a key, by a hash of it. Hot: most words of a text are in no rule, and these few bits, which stay next to the processor, say so before the table is fetched.</summary>
    private readonly ulong[] present = new ulong[1 << (PresentBits - 6)];

    public int Count => numbers.Count;

    /// <summary>The number of a word, given a new one when it has none. Throws <see cref="ArgumentException"/> for a word of more than 64 letters.</summary>
    public int Add(string word)
    {
        if (word.Length > LongestWord) throw new ArgumentException($"'{word}' has {word.Length} letters; a word of a rule has at most {LongestWord}", nameof(word));
        var lower = word.ToLowerInvariant();
        var place = Place(WordKeys.Of(lower));
        present[place >> 6] |= 1UL << place;
        return numbers.Add(lower);
    }

    /// <summary>The number of a word, <see cref="Unknown"/> where no rule uses it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var key = WordKeys.Of(word);
        if (key == WordKeys.None) return word.Length > LongestWord ? Unknown : FindLong(word);
        var place = Place(key);
        return (present[place >> 6] & 1UL << place) == 0 ? Unknown : numbers.Find(key);
    }

    /// <summary>Another hash than that of the table, so that words which meet in one seldom meet in the other.</summary>
    private static int Place(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> (64 - PresentBits));

    private int FindLong(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestWord];
        LetterTables.Lower(word, lower);
        return numbers.Find(lower[..word.Length]);
    }
}
