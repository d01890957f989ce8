// What is wrong with one character of a text, and what should stand there.
using System.Collections.Frozen;

namespace Servanda.Reading.Text;

/// <summary>A repair: the text that replaces [i - Before, i + Length); Name is null where the character may stay.</summary>
internal readonly record struct CharacterRepair(string? Name, string Text, int Length, int Before = 0);

internal static class CharacterRepairs
{
    private const string Cyrillic = "АВЕКМНОРСТУХІЈаеорсухіјѕ";
    private const string CyrillicAsLatin = "ABEKMHOPCTYXIJaeopcyxijs";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private const string GreekAsLatin = "ABEZHIKMNOPTYXo";
    private const int LongestWord = 40;

    private static readonly FrozenDictionary<char, char> Latin =
        Cyrillic.Zip(CyrillicAsLatin).Concat(Greek.Zip(GreekAsLatin)).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Letters of other scripts that look like Latin ones.</summary>
    public static IEnumerable<char> LookAlikes => Cyrillic.Concat(Greek);

    /// <param name="vietnamese">Whether the text has Vietnamese letters: only there Icelandic Ð is taken for Đ.</param>
    /// <param name="lineFeeds">Whether the text has any LF: CR ends lines only where LF never does.</param>
    public static CharacterRepair At(string text, int i, bool vietnamese, bool lineFeeds)
    {
        var c = text[i];
        switch (c)
        {
            case '\r':
                if (!lineFeeds) return new("line-ends", "\n", 1);
                return i + 1 < text.Length && text[i + 1] == '\n' ? new("line-ends", "", 1) : new("line-ends", " ", 1);
            case '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\u0085' or '\u000B' or '\u000C':
                return new("spaces", " ", 1);
            case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u180E':
                return Between(text, i, 1, "zero-width");
            case '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F'):
                return new("zero-width", "", 1);
            case < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF':
                return new("controls", "", 1);
            case 'Ð' or '\u0189':
                return vietnamese ? new("look-alikes", "Đ", 1) : Keep(1);
            case 'ð':
                return vietnamese ? new("look-alikes", "đ", 1) : Keep(1);
            case 'ǎ' or 'Ǎ':
                return vietnamese ? new("look-alikes", c == 'ǎ' ? "ă" : "Ă", 1) : Keep(1);
            case >= '\u0300' and <= '\u036F':
                return Cluster(text, i);
            case >= '\uFF01' and <= '\uFF5E':
                return new("look-alikes", ((char)(c - 0xFEE0)).ToString(), 1);
            case >= '\uFB00' and <= '\uFB06':
                return new("look-alikes", c switch { '\uFB00' => "ff", '\uFB01' => "fi", '\uFB02' => "fl", '\uFB03' => "ffi", '\uFB04' => "ffl", _ => "st" }, 1);
            case >= '\uD800' and <= '\uDFFF' or '\uFE0F' or (>= '\u2600' and <= '\u27BF') or (>= '\u2B00' and <= '\u2BFF'):
                return Symbol(text, i);
            default:
                return LookAlike(text, i);
        }
    }

    private static CharacterRepair Keep(int length) => new(null, "", length);

    // A mark and its letter are composed together; the letter was passed already.
    private static CharacterRepair Cluster(string text, int i)
    {
        var end = i;
        while (end < text.Length && text[end] is >= '\u0300' and <= '\u036F') end++;
        if (i == 0 || !char.IsLetter(text[i - 1])) return new("nfc", "", end - i);
        return new("nfc", TextRepair.Composed(text.Substring(i - 1, Math.Min(end, i + 8) - i + 1)), end - i, Before: 1);
    }

    private static CharacterRepair Symbol(string text, int i)
    {
        var end = i;
        while (end < text.Length && SymbolLength(text, end) is var length and > 0) end += length;
        if (end == i) return char.IsSurrogatePair(text, i) ? Keep(2) : char.IsSurrogate(text[i]) ? new("controls", "\uFFFD", 1) : Keep(1);
        return i > 0 && end < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[end]) ? Between(text, i, end - i, "symbols") : Keep(end - i);
    }

    private static int SymbolLength(string text, int i)
    {
        if (text[i] is '\uFE0F' or '\u200D' or (>= '\u2600' and <= '\u27BF') or (>= '\u2B00' and <= '\u2BFF')) return 1;
        if (!char.IsSurrogatePair(text, i) || i + 1 >= text.Length) return 0;
        return char.ConvertToUtf32(text, i) is >= 0x1F000 and <= 0x1FAFF ? 2 : 0;
    }

    // What stands between two letters and is invisible: nothing, unless it parts two syllables that make no syllable together.
    private static CharacterRepair Between(string text, int i, int length, string name)
    {
        var start = i;
        while (start > 0 && i - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        var end = i + length;
        while (end < text.Length && end - i < LongestWord && char.IsLetter(text[end])) end++;
        ReadOnlySpan<char> left = text.AsSpan(start, i - start), right = text.AsSpan(i + length, end - i - length);
        var parts = left.Length > 1 && right.Length > 1 && Accented(left) && Accented(right) && Syllables.IsSyllable(left) && Syllables.IsSyllable(right)
            && !Syllables.IsSyllable(string.Concat(left, right));
        return new(name, parts ? " " : "", length);
    }

    private static bool Accented(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (c >= 0x80)
                return true;
        return false;
    }

    // A letter of another script is repaired only in a word that is Latin but for letters of that kind.
    private static CharacterRepair LookAlike(string text, int i)
    {
        var start = i;
        while (start > 0 && i - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        var end = i;
        var latin = false;
        for (; end < text.Length && end - i < LongestWord && char.IsLetter(text[end]); end++) { }
        for (var k = start; k < end; k++)
        {
            if (text[k] is < '\u0250' or (>= '\u1E00' and <= '\u1EFF')) latin = true;
            else if (!Latin.ContainsKey(text[k])) return Keep(end - i);
        }
        return latin && Latin.TryGetValue(text[i], out var letter) ? new("look-alikes", letter.ToString(), 1) : Keep(1);
    }
}
