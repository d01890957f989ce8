// The letters of Latin script at one look each: in lower case, without tone, without any accent.
namespace Servanda.Reading.Text;

/// <summary>Tables for the characters below U+1F00, which hold every letter of Vietnamese; others go the long way. Every character of a page passes here, some twice.</summary>
internal static class LetterTables
{
    private const int Size = 0x1F00;

    private static readonly string[] Toned =
    [
        "aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ",
    ];

    private static readonly char[] Lowered = new char[Size];
    private static readonly char[] Plain = new char[Size];
    private static readonly char[] Bared = new char[Size];
    private static readonly byte[] Tones = new byte[Size];

    static LetterTables()
    {
        for (var c = 0; c < Size; c++)
        {
            Lowered[c] = char.ToLowerInvariant((char)c);
            Plain[c] = (char)c;
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

    public static char Bare(char c) => c < Size ? Bared[c] : char.ToLowerInvariant(c);

    public static (char Letter, int Tone) Parts(char c) => c < Size ? (Plain[c], Tones[c]) : (c, 0);
}
