// The words of site furniture, from data/languages/*/chrome.txt, and how much of a line they make up.
using System.Collections.Frozen;
using System.Text;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>What a word or phrase may be a sign of. One phrase can be of several classes.</summary>
[Flags]
internal enum WordClass { None = 0, Ui = 1, Section = 2, List = 4, Prompt = 8, Photo = 16, Credit = 32, Stamp = 64, Imprint = 128 }

/// <summary>
/// The phrases of every class, in lower case, words parted by one space; once as they are written and once without accents. The bare forms count only on lines that
/// have no accents themselves: "Anh" (England) is no "ảnh" (picture) in a sentence that is written with accents.
/// </summary>
internal sealed class ChromeWords
{
    private readonly Table _exact;
    private readonly Table _bare;

    private ChromeWords(Dictionary<string, WordClass> exact, Dictionary<string, WordClass> bare)
    {
        _exact = new Table(exact);
        _bare = new Table(bare);
    }

    /// <summary>The phrases that the program was built with.</summary>
    public static ChromeWords Shipped { get; } = Load("chrome.vi", "chrome.en");

    /// <summary>The longest known phrase that begins at word <paramref name="from"/>: its classes and its length in words, 1 where none is known.</summary>
    public (WordClass Classes, int Words) LongestAt(FoldedLine line, int from)
    {
        var table = line.IsPlain ? _bare : _exact;
        if (!table.Longest.TryGetValue(line.Word(from), out var longest)) return (WordClass.None, 1);
        for (var words = Math.Min(longest, line.Words - from); words > 0; words--)
            if (table.Phrases.TryGetValue(line.Phrase(from, words), out var classes))
                return (classes, words);
        return (WordClass.None, 1);
    }

    private static ChromeWords Load(params ReadOnlySpan<string> resources)
    {
        var phrases = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        var bare = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            using var stream = typeof(ChromeWords).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"the resource {resource} was not built in");
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0 || line[0] == '#') continue;
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var kind = Enum.Parse<WordClass>(line.AsSpan(0, colon), ignoreCase: true);
                foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var exact = string.Create(phrase.Length, phrase, static (target, source) => FoldedLine.Lower(source, target));
                    phrases[exact] = phrases.GetValueOrDefault(exact) | kind;
                    var plain = Syllables.Bare(phrase);
                    bare[plain] = bare.GetValueOrDefault(plain) | kind;
                }
            }
        }
        return new ChromeWords(phrases, bare);
    }
}

/// <summary>Phrases, and for every word that begins one the length of the longest: most words begin none, and cost one look.</summary>
internal sealed class Table
{
    public Table(Dictionary<string, WordClass> phrases)
    {
        Phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Longest = phrases.Keys.GroupBy(phrase => phrase.Split(' ')[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Max(phrase => phrase.Count(c => c == ' ') + 1), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Phrases { get; }

    public FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Longest { get; }
}

/// <summary>A short line as words in lower case, so that phrases can be looked up without allocating. Reused from line to line.</summary>
internal sealed class FoldedLine
{
    public const int MostWords = 64;

    private readonly char[] _text = new char[1024];
    private readonly int[] _starts = new int[MostWords + 1];
    private readonly int[] _ends = new int[MostWords];
    private readonly int[] _sources = new int[MostWords];

    public int Words { get; private set; }

    /// <summary>The line is all ASCII.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Takes <paramref name="line"/>, with its accents or without; false where it is too long to be looked at.</summary>
    public bool Set(ReadOnlySpan<char> line, bool bare = false)
    {
        Words = 0;
        IsPlain = System.Text.Ascii.IsValid(line);
        if (line.Length > 512) return false;
        var length = 0;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }
            if (Words == MostWords) return false;
            if (Words > 0) _text[length++] = ' ';
            _starts[Words] = length;
            _sources[Words] = i;
            var start = i;
            while (i < line.Length && char.IsLetterOrDigit(line[i])) i++;
            if (bare)
                foreach (var c in line[start..i]) _text[length++] = Syllables.Bare(c);
            else
                Lower(line[start..i], _text.AsSpan(length));
            if (!bare) length += i - start;
            _ends[Words++] = length;
        }
        return true;
    }

    /// <summary>Lower case, and the tone where older spelling has it: "toà" as "tòa".</summary>
    public static void Lower(ReadOnlySpan<char> source, Span<char> target)
    {
        for (var i = 0; i < source.Length; i++) target[i] = LetterTables.Lower(source[i]);
        TonePlacement.ToOld(target[..source.Length]);
    }

    public ReadOnlySpan<char> Word(int index) => _text.AsSpan(_starts[index].._ends[index]);

    public ReadOnlySpan<char> Phrase(int from, int words) => _text.AsSpan(_starts[from].._ends[from + words - 1]);

    /// <summary>Where the word begins in the line.</summary>
    public int Source(int index) => _sources[index];
}
