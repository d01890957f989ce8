// The two ways to place a tone on "oa", "oe" and "uy", made one.
namespace Servanda.Reading.Text;

/// <summary>
/// Vietnamese puts the tone of an open syllable in oa, oe or uy on the first vowel (hòa, the older way and by far the commoner in print) or on the second (hoà).
/// For matching, the newer is written as the older. After q the u belongs to the consonant and the tone stays (quý, quà).
/// </summary>
public static class TonePlacement
{
    private const string SecondA = "áàảãạ", SecondE = "éèẻẽẹ", SecondY = "ýỳỷỹỵ", FirstO = "óòỏõọ", FirstU = "úùủũụ";

    /// <summary>Rewrites <paramref name="text"/>, in lower case, where it stands.</summary>
    public static void ToOld(Span<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] < 0x80 || i + 1 < text.Length && char.IsLetter(text[i + 1])) continue;
            var (plain, tones, first) = text[i - 1] switch
            {
                'o' when SecondA.Contains(text[i]) => ('a', SecondA, FirstO),
                'o' when SecondE.Contains(text[i]) => ('e', SecondE, FirstO),
                'u' when SecondY.Contains(text[i]) => ('y', SecondY, FirstU),
                _ => ('\0', "", ""),
            };
            if (plain == '\0' || text[i - 1] == 'u' && i > 1 && text[i - 2] == 'q') continue;
            text[i - 1] = first[tones.IndexOf(text[i])];
            text[i] = plain;
        }
    }
}
