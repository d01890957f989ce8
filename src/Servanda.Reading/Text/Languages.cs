// Which language a text is in: Vietnamese (with or without its accents), English, or none that we read.
using System.Collections.Frozen;

namespace Servanda.Reading.Text;

/// <summary>
/// Told from the words: Vietnamese by the grammar of its syllables and its accents, both languages by their commonest function words.
/// </summary>
public static class Languages
{
    private const int MostWords = 300;
    private const int LongestWord = 24;

    // Words that other languages in Latin script write too (a, in, no, do, as, me, an, on, so, was, also) are left out.
    private static readonly FrozenSet<string> English = (
        "the of and to is that for it with be by not his but at are this have from or had they which you were her she there would their we him been has when who will more if out " +
        "up said what its about than into them can only other could new these two may then first any my now such like our over even made after did many off before must through " +
        "years where much your way down should because long each just those people too how i").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BareVietnamese = (
        "va cua la co cho trong duoc voi nhung mot nguoi khi da khong cac den ve tai theo nay tu den o ra vao sau nhieu cung phai hon lam the hai nuoc viet nam se dang bi con " +
        "thi ma do nhu hay chi roi neu vi gi ai nao day dau qua lai len truoc nam ngay thang gio hien chinh phu quoc gia bo truong tong thong hiep uoc ngoai giao").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>ISO 639-1 of the language that most words of <paramref name="text"/> are in (<c>vi</c>, <c>en</c>), or null.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        int words = 0, accented = 0, syllables = 0, bare = 0, common = 0, english = 0, otherScript = 0;
        Span<char> lower = stackalloc char[LongestWord];
        var bareWords = BareVietnamese.GetAlternateLookup<ReadOnlySpan<char>>();
        var englishWords = English.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            var ascii = true;
            var foreign = false;
            for (; i < text.Length && char.IsLetter(text[i]); i++)
            {
                ascii &= text[i] < 0x80;
                foreign |= text[i] is >= '\u0370' and < '\u1E00' or >= '\u1F00';
            }
            var word = text[start..i];
            words++;
            if (foreign) otherScript++;
            if (word.Length > LongestWord || foreign) continue;
            for (var k = 0; k < word.Length; k++) lower[k] = LetterTables.Lower(word[k]);
            var plain = lower[..word.Length];
            if (!ascii)
            {
                accented++;
                if (Syllables.IsSyllable(plain)) syllables++;
                continue;
            }
            if (Syllables.IsBareSyllable(plain)) bare++;
            if (bareWords.Contains(plain)) common++;
            if (englishWords.Contains(plain)) english++;
        }
        if (words == 0 || otherScript * 2 > words) return null;
        if (accented >= 3 ? syllables * 4 >= accented * 3 && syllables * 6 >= words : accented == syllables && accented > 0 && words <= 3 * accented) return "vi";
        if (english * 8 >= words && english > common) return "en";
        if (bare * 10 >= words * 7 && common * 5 >= words && common > english) return "vi";
        return english * 12 >= words && english > common && accented * 20 <= words ? "en" : null;
    }
}
