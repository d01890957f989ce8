// The letters of Latin script at one look each: whether they are any, in lower case, without tone, without any accent.
using System.Globalization;

namespace Servanda.Reading.Text;

/// <summary>Tables for the characters below U+1F00, which hold every letter of Vietnamese; others go the long way. Every character of a page passes here, some twice.</summary>
internal static class LetterTables
{
    public const int Size = 0x1F00;

    private static readonly string[] Toned =
    [
        "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ",
    ];

    private static readonly char[] Lowered = new char[Size];
    private static readonly char[] Plain = new char[Size];
    private static readonly char[] Bared = new char[Size];
    private static readonly byte[] Tones = new byte[Size];

    private static readonly bool[] Letters = new bool[Size];

    static LetterTables()
    {
        for (var c = 0; c < Size; c++)
        {
            Lowered[c] = char.ToLowerInvariant((char)c);
            Plain[c] = (char)c;
            Letters[c] = IsLetterOf((char)c);
        }
        foreach (var row in Toned)
            for (byte tone = 0; tone < row.Length; tone++)
                (Plain[row[tone]], Tones[row[tone]]) = (row[0], tone);
        for (var c = 0; c < Size; c++)
            Bared[c] = (Lowered[c] < Size ? Plain[Lowered[c]] : Lowered[c]) switch
            {
                'ă' or 'â' => 'a',
                'ê' => 'e',
                'ô' or 'ơ' => 'o',
                'ư' => 'u',
                'đ' => 'd',
                var letter => letter,
            };
    }

    public static char Lower(char c) => c < Size ? Lowered[c] : char.ToLowerInvariant(c);

    /// <summary>Each letter of a word in lower case, in its place.</summary>
    public static void Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++) lower[i] = Lower(word[i]);
    }

    /// <summary>Whether a character belongs to a word: a letter, or a tone or accent that stands by itself.</summary>
    public static bool IsLetter(char c) => c < Size ? Letters[c] : IsLetterOf(c);

    /// <summary>Where the word ends that goes on at a place: before the first character that belongs to none.</summary>
    public static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        var letters = Letters;
        while (at < text.Length && (text[at] < letters.Length ? letters[text[at]] : IsLetterOf(text[at]))) at++;
        return at;
    }

    public static char Bare(char c) => c < Size ? Bared[c] : char.ToLowerInvariant(c);

    public static (char Letter, int Tone) Parts(char c) => c < Size ? (Plain[c], Tones[c]) : (c, 0);

    private static bool IsLetterOf(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
