// Reads a language's units.
using Servanda.Model;

namespace Servanda.Store;

public static class UnitLexiconFile
{
    /// <summary>The unit lexicon of a language's folder (<c>numbers.yaml</c>, <c>units.yaml</c>); null where a file has faults, which are added to <paramref name="faults"/>.</summary>
    /// <param name="folder">The language's folder among the files, ending in a slash.</param>
    public static UnitLexicon? Load(DataFiles files, string folder, ICollection<Fault> faults)
    {
        var found = new DataFaults($"{folder}units.yaml");
        var root = files.Root(found.File, found);
        root.Allow("source", "checked", "classifiers", "units", "senses", "after", "range", "change", "not-before", "names");
        root["source"].Required();
        var units = root["units"].Items().Select(Unit).ToList();
        var senses = new[] { (NumberSense.Approximate, "approximate"), (NumberSense.AtLeast, "at-least"), (NumberSense.AtMost, "at-most") }
            .Select(sense => new SenseWords(sense.Item1, root["senses"][sense.Item2].Texts(), root["after"][sense.Item2].Texts())).ToList();
        foreach (var fault in found.All) faults.Add(fault);
        var numbers = DateLexiconFiles.Numbers(files, $"{folder}numbers.yaml", new List<Fault>());
        return numbers is null || found.All.Count > 0 ? null : new(numbers, units, root["classifiers"].Texts(), senses, root["range"].Texts(), root["change"].Texts(), root["not-before"].Texts(), root["names"].Texts());
    }

    private static UnitWords Unit(DataNode node)
    {
        node.Allow("unit", "words", "before");
        return new(node["unit"].Required("a unit, as km"), node["words"].Texts(), node["before"].Texts());
    }
}
