// Reads a language's number words and date rules from its data files.
using Servanda.Model;

namespace Servanda.Store;

public static class DateLexiconFiles
{
    /// <summary>The date lexicon of a language's folder (<c>numbers.yaml</c>, <c>dates/rules.yaml</c>); null where a file has faults, which are added to <paramref name="faults"/>.</summary>
    public static DateLexicon? Load(string folder, ICollection<Fault> faults) => Load(DataFiles.InFolder(folder), "", faults);

    /// <param name="folder">The language's folder among the files, ending in a slash.</param>
    public static DateLexicon? Load(DataFiles files, string folder, ICollection<Fault> faults)
    {
        var numbers = Numbers(files, $"{folder}numbers.yaml", faults);
        var path = $"{folder}dates/rules.yaml";
        var found = new DataFaults(path);
        var lexicon = Dates(files.Root(path, found), numbers ?? []);
        foreach (var fault in found.All) faults.Add(fault);
        return numbers is null || found.All.Count > 0 ? null : lexicon;
    }

    /// <summary>The number words of a file; null where it has faults.</summary>
    public static IReadOnlyList<NumberWord>? Numbers(DataFiles files, string path, ICollection<Fault> faults)
    {
        var found = new DataFaults(path);
        var root = files.Root(path, found);
        root.Allow("source", "checked", "digits", "tens", "scales", "fillers");
        var words = new List<NumberWord>();
        Add("digits", NumberRole.Digit);
        Add("tens", NumberRole.Tens);
        Add("scales", NumberRole.Scale);
        words.AddRange(root["fillers"].Texts().Select(word => new NumberWord(word, 0, NumberRole.Filler, NumberPlace.Anywhere)));
        foreach (var fault in found.All) faults.Add(fault);
        return found.All.Count > 0 ? null : words;

        void Add(string key, NumberRole role)
        {
            foreach (var item in root[key].Items())
            {
                item.Allow("words", "value", "place");
                var place = item["place"].OneOf("first", "later") switch { "first" => NumberPlace.First, "later" => NumberPlace.Later, _ => NumberPlace.Anywhere };
                if (item["value"].Number() is not { } value) item["value"].Missing("a number");
                else words.AddRange(item["words"].Texts().Select(word => new NumberWord(word, value, role, place)));
            }
        }
    }

    private static DateLexicon Dates(DataNode root, IReadOnlyList<NumberWord> numbers)
    {
        root.Allow("language", "source", "checked", "lists", "parts", "rules", "joins", "guards", "tense", "stamps", "exactly");
        root["source"].Required();
        if (root["checked"].Day() is null) root["checked"].Missing("the day the file was checked");
        var parts = root["parts"].Entries().Select(part => (Name: $"<{part.Key}>", Words: part.Value.Required("a piece of a pattern"))).ToList();
        var guards = root["guards"].Entries().Select(guard => Guard(guard.Key, guard.Value)).ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<DateRule>();
        foreach (var node in root["rules"].Items())
        {
            node.Allow("id", "words", "form", "kind", "guards");
            var id = node["id"].Required("an id");
            if (!ids.Add(id)) node["id"].Fault($"the id '{id}' twice", "each id once");
            foreach (var guard in node["guards"].Items())
                if (guard.Text() is { } name && guards.All(g => g.Name != name)) guard.Fault($"the guard '{name}'", string.Join(", ", guards.Select(g => g.Name)));
            var words = parts.Aggregate(node["words"].Required("a pattern"), (text, part) => text.Replace(part.Name, part.Words, StringComparison.Ordinal));
            rules.Add(new(id, words, node["form"].Text() ?? "", node["guards"].Texts(), Kind(node["kind"])));
        }
        return new(root["language"].Required("a language, as vi"), numbers, [.. root["lists"].Entries().Select(list => List(list.Key, list.Value))], rules, guards,
            new(root["joins"]["list"].Texts(), root["joins"]["range"].Texts(), root["joins"]["announce"].Texts()))
        {
            Tense = new(root["tense"]["future"].Texts(), root["tense"]["toward"].Texts(), root["tense"]["past"].Texts(), root["tense"]["passive"].Texts(), root["tense"]["reporting"].Texts()),
            Stamps = root["stamps"].Texts(),
            Exactly = root["exactly"].Texts(),
        };
    }

    private static WordList List(string name, DataNode node) => new(name, [.. node.Entries().Select(entry => new WordValue(entry.Key, entry.Value.Texts()))]);

    private static DateGuard Guard(string name, DataNode node)
    {
        node.Allow("before", "after");
        return new(name, node["before"].Texts(), node["after"].Texts());
    }

    private static DateRuleKind Kind(DataNode node) => node.OneOf("bare", "continuation", "before", "after", "ignore") switch
    {
        "bare" => DateRuleKind.Bare,
        "continuation" => DateRuleKind.Continuation,
        "before" => DateRuleKind.Before,
        "after" => DateRuleKind.After,
        "ignore" => DateRuleKind.Ignore,
        _ => DateRuleKind.Plain,
    };
}
