// Reads data/findings.yaml: the words that findings look for in a story.
using Servanda.Model;

namespace Servanda.Store;

public static class FindingWordFile
{
    private static readonly string[] Kinds =
        ["left", "softened", "at-once", "formal", "notice-given", "notice-missing", "notice-object", "notice-official", "diplomatic-relations", "broken-off", "from-day", "vacant", "passed", "return", "return-modal", "return-opener", "return-link"];

    /// <summary>Nothing where there is no such file, or where it has faults.</summary>
    public static FindingWords Read(DataFiles files, string name, List<Fault> faults) =>
        files.In(name).Any() ? files.Read(name, Of, faults) ?? FindingWords.None : FindingWords.None;

    private static FindingWords Of(DataNode root)
    {
        var languages = new SortedDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        root.Allow("organisations", "vi", "en");
        foreach (var (language, node) in root.Entries())
        {
            if (language == "organisations") continue;
            node.Allow(Kinds);
            var kinds = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var kind in Kinds)
            {
                if (!node[kind].Exists) node[kind].Missing("at least one word");
                kinds[kind] = node[kind].Texts();
            }
            languages[language] = kinds;
        }
        return new(root["organisations"].Texts(), languages);
    }
}
