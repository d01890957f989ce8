// Words that stand for one another, named once and used in many heads: "<ready> <talk>", "(hủy|bãi) bỏ", "bàn [về]".
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The sets of a language, by name. A phrase with sets, choices or words that may be left out stands for every phrase that can be made of it.</summary>
/// <param name="forms">What each set holds, written out.</param>
public sealed class WordSets(IReadOnlyDictionary<string, IReadOnlyList<string>> forms)
{
    /// <summary>Phrases that one entry may stand for. More is taken for a slip of the pen.</summary>
    public const int Most = 5_000;

    private const string Written = "words, <set>, (one|other) or [word that may be left out]";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Forms => forms;

    /// <summary>Reads <c>sets.yaml</c> over the sets of a pack below; a set may be made of sets that stand before it.</summary>
    public static WordSets Read(DataFiles data, string file, IReadOnlyDictionary<string, IReadOnlyList<string>>? under, List<Fault> faults)
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, words) in under ?? new Dictionary<string, IReadOnlyList<string>>()) all[name] = words;
        var sets = new WordSets(all);
        if (!data.In(file).Any()) return sets;
        var found = new DataFaults(file);
        var root = data.Root(file, found);
        root.Allow("sets", "source", "checked", "note");
        foreach (var (name, words) in root["sets"].Entries()) all[name] = sets.Texts(words);
        faults.AddRange(found.All.Where(fault => !faults.Contains(fault)));
        return sets;
    }

    /// <summary>The texts of a list, each written out.</summary>
    /// <param name="own">What <c>&lt;heads&gt;</c> stands for here.</param>
    public IReadOnlyList<string> Texts(DataNode list, IReadOnlyList<string>? own = null)
    {
        var all = new List<string>();
        foreach (var item in list.Items())
        {
            if (item.Text() is not { } text) continue;
            if (text.AsSpan().IndexOfAny("<([") < 0) all.Add(text);
            else all.AddRange(Phrases(text, item, own));
        }
        return all.Count < 2 ? all : [.. all.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What stands behind words that were left out brings the space that stands before them already.</summary>
    private static string Joined(string before, string word) => before is "" or [.., ' '] && word is [' ', ..] ? string.Concat(before, word.AsSpan(1)) : before + word;

    /// <summary>A phrase with one space between its words and none round them.</summary>
    private static string Spaced(string phrase) =>
        phrase.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : phrase.Trim(' ');

    private List<string> Phrases(string text, DataNode item, IReadOnlyList<string>? own)
    {
        List<string> made = [""];
        for (var at = 0; at < text.Length;)
        {
            IReadOnlyList<string> next;
            var close = text[at] switch { '<' => '>', '(' => ')', '[' => ']', _ => '\0' };
            var end = close == '\0' ? text.AsSpan(at).IndexOfAny("<([") is var open and >= 0 ? at + open : text.Length : text.IndexOf(close, at);
            if (end < 0)
            {
                item.Fault($"'{text}', where '{text[at]}' is not closed", Written);
                return [];
            }
            var inside = close == '\0' ? text[at..end] : text[(at + 1)..end];
            if (close == '>')
            {
                next = inside == "heads" && own is not null ? own : forms.GetValueOrDefault(inside, []);
                if (next.Count == 0)
                {
                    item.Fault($"the set '{inside}'", string.Join(", ", forms.Keys.Order(StringComparer.Ordinal)));
                    return [];
                }
            }
            // "[(a|b)]" is "[a|b]".
            else next = close switch { ')' => inside.Split('|'), ']' => ["", .. (inside is ['(', .. var choice, ')'] ? choice : inside).Split('|')], _ => [inside] };
            if (made.Count * next.Count > Most)
            {
                item.Fault($"'{text}', which stands for more than {Most} phrases", "fewer");
                return [];
            }
            var longer = new List<string>(made.Count * next.Count);
            foreach (var before in made)
                foreach (var word in next) longer.Add(Joined(before, word));
            made = longer;
            at = close == '\0' ? end : end + 1;
        }
        return made.ConvertAll(Spaced);
    }
}
