// Reads data/acts.yaml: the closed list of acts with the codes of the field's schemes.
using Servanda.Model;

namespace Servanda.Store;

public static class ActFile
{
    /// <summary>The acts in the order of the file; nothing where the file has faults.</summary>
    public static IReadOnlyList<ActDefinition> Parse(string name, string text, List<Fault> faults) => Read(DataFiles.Of([(name, text)]), name, faults);

    /// <summary>The acts in the order of the file; nothing where there is no such file, or where it has faults.</summary>
    public static IReadOnlyList<ActDefinition> Read(DataFiles files, string name, List<Fault> faults)
    {
        if (!files.In(name).Any()) return [];
        var found = new DataFaults(name);
        var root = files.Root(name, found);
        root.Allow("acts");
        var acts = new List<ActDefinition>();
        var ids = root["acts"].Entries().Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0) root.Missing("acts: with at least one act");
        foreach (var (id, node) in root["acts"].Entries())
        {
            node.Allow("group", "plover", "cameo", "symmetric", "finer_than", "vi", "en");
            foreach (var coarser in node["finer_than"].Items())
                if (coarser.Text() is { } other && !ids.Contains(other)) coarser.Fault($"'{other}'", string.Join(", ", ids.Order(StringComparer.Ordinal)));
            acts.Add(new(
                id,
                node["group"].OneOf("agreements", "relations", "words", "contact", "force") ?? "",
                node["plover"].Text(),
                node["cameo"].Text(),
                node["symmetric"].Flag(),
                node["finer_than"].Texts(),
                new SortedDictionary<string, string>(StringComparer.Ordinal) { ["en"] = node["en"].Required("its name in English"), ["vi"] = node["vi"].Required("its name in Vietnamese") }));
        }
        faults.AddRange(found.All);
        return found.All.Count == 0 ? acts : [];
    }

    public static IReadOnlyList<ActDefinition> Read(string path, List<Fault> faults) => Parse(path, File.ReadAllText(path), faults);
}
