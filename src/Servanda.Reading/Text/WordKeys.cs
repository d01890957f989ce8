// A short word as one number, whatever the case of its letters.
namespace Servanda.Reading.Text;

/// <summary>
/// A Vietnamese syllable has at most seven letters, and all letters of Latin script that the press uses are fewer than 256: eight of them fit a machine word, and two words are the same when their numbers are.
/// Hot: every word of a page passes here several times.
/// </summary>
internal static class WordKeys
{
    /// <summary>The key of a word that has none: it is too long, or has a rare character.</summary>
    public const ulong None = 0;

    private const int Longest = 8;

    /// <summary>Marks a character by itself that has no code; what stands behind is the character in lower case. No word of eight letters has this key, since no letter has the code 0.</summary>
    private const ulong Sign = 1UL << 63;

    /// <summary>For each character up to U+1EFF a number of its own in lower case, from 1 on; 0 for those that are rare.</summary>
    private static readonly byte[] Codes = Numbered();

    /// <summary>The key of a word; <see cref="None"/> where it must be compared letter by letter.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest) return None;
        ulong key = 0;
        var codes = Codes;
        foreach (var letter in word)
        {
            var code = letter < codes.Length ? codes[letter] : 0u;
            if (code == 0) return word.Length == 1 ? Sign | LetterTables.Lower(letter) : None;
            key = key << 8 | code;
        }
        return key;
    }

    private static byte[] Numbered()
    {
        var codes = new byte[LetterTables.Size];
        byte last = 0;
        for (var c = ' '; c < codes.Length; c++)
            if (LetterTables.Lower(c) == c && c is <= '~' or >= 'à' and <= 'ſ' or 'ơ' or 'ư' or >= 'ạ' and <= 'ỹ') codes[c] = checked(++last);
        for (var c = 'A'; c < codes.Length; c++)
            if (codes[c] == 0 && LetterTables.Lower(c) is var lower && lower < codes.Length) codes[c] = codes[lower];
        return codes;
    }
}
