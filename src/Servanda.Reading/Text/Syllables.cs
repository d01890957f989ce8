// Whether a word could be a Vietnamese syllable, with accents or without.
namespace Servanda.Reading.Text;

/// <summary>
/// Vietnamese orthography as a grammar: an onset, a rhyme from a closed list, and a tone that its final consonant allows
/// (syllables in c, ch, p and t bear only sắc and nặng). It tells Vietnamese from other Latin script and one charset from another.
/// </summary>
public static class Syllables
{
    private const int LongestSyllable = 7;

    private static readonly string[] Rhymes = (
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu " +
        "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt " +
        "oe oen oeo oet oi om on ong op ot oc ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uâu uây uc uê uêch uênh uêu ui um un ung uơ up ut " +
        "uy uya uych uyên uyêt uyn uynh uyp uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu").Split(' ');

    private static readonly string[] Onsets =
    [
        "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly WordNumbers Accented = All(Rhymes), Unaccented = All(Rhymes.Select(Bare));

    /// <summary>A vowel without its tone, and the tone: 0 none, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng. Anything else is itself with tone 0. For lower-case letters in NFC.</summary>
    public static (char Letter, int Tone) Parts(char c) => LetterTables.Parts(c);

    /// <summary>Whether <paramref name="word"/>, in any case, is a well-formed syllable written as Vietnamese is.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestSyllable) return false;
        Span<char> letters = stackalloc char[LongestSyllable];
        var tone = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var (letter, mark) = LetterTables.Parts(LetterTables.Lower(word[i]));
            if (mark > 0)
            {
                if (tone > 0) return false;
                tone = mark;
            }
            letters[i] = letter;
        }
        return Fits(letters[..word.Length], Accented, tone);
    }

    /// <summary>Whether <paramref name="word"/>, in ASCII, is a syllable whose accents were left out.</summary>
    public static bool IsBareSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestSyllable) return false;
        Span<char> letters = stackalloc char[LongestSyllable];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i])) return false;
            letters[i] = char.ToLowerInvariant(word[i]);
        }
        return Fits(letters[..word.Length], Unaccented, 0);
    }

    /// <summary>A text without its accents and in lower case, each letter in its place: "Đường" gives "duong". For text in NFC.</summary>
    public static string Bare(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = Bare(source[i]);
    });

    /// <summary>A letter without its accents and in lower case.</summary>
    public static char Bare(char c) => LetterTables.Bare(c);

    private static bool Fits(ReadOnlySpan<char> letters, WordNumbers syllables, int tone) =>
        syllables.Find(letters) != WordNumbers.Unknown ? tone is 0 or 1 or 5 || !EndsInStop(letters) : letters is "gi" or "giêng";

    /// <summary>Every onset with every rhyme.</summary>
    private static WordNumbers All(IEnumerable<string> rhymes)
    {
        var all = new WordNumbers();
        foreach (var rhyme in rhymes)
            foreach (var onset in Onsets) all.Add($"{onset}{rhyme}");
        return all;
    }

    private static bool EndsInStop(ReadOnlySpan<char> letters) => letters[^1] is 'c' or 'p' or 't' || letters is [.., 'c', 'h'];
}
