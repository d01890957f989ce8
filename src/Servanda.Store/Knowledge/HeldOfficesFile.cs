// Reads who held which office when.
using Servanda.Model;

namespace Servanda.Store;

public static class HeldOfficesFile
{
    /// <summary>The terms of a file; null where it has faults, which are added to <paramref name="faults"/>.</summary>
    public static HeldOffices? Load(string path, ICollection<Fault> faults) => Load(DataFiles.InFolder(Path.GetDirectoryName(path)!), Path.GetFileName(path), faults);

    /// <param name="name">The file's name among the files; where there is none, there is nothing to load and no fault.</param>
    public static HeldOffices? Load(DataFiles files, string name, ICollection<Fault> faults)
    {
        if (!files.In(name).Any()) return null;
        var found = new DataFaults(name);
        var root = files.Root(name, found);
        root.Allow("source", "checked", "words", "terms");
        root["source"].Required();
        var words = root["words"].Entries().Select(entry => Words(entry.Key, entry.Value)).ToList();
        var terms = root["terms"].Items().Select(Term).OfType<OfficeTerm>().ToList();
        foreach (var fault in found.All) faults.Add(fault);
        return found.All.Count > 0 ? null : new(terms, words);
    }

    private static HeldOfficeWords Words(string language, DataNode node)
    {
        node.Allow("offices", "former", "new", "elect");
        return new(language, [.. node["offices"].Entries().Select(office => new WordValue(office.Key, office.Value.Texts()))], node["former"].Texts(), node["new"].Texts(), node["elect"].Texts());
    }

    private static OfficeTerm? Term(DataNode node)
    {
        node.Allow("actor", "office", "names", "from", "to", "verified", "source", "checked");
        var verified = node["verified"].Flag();
        if (verified && node["source"].Text() is null) node["source"].Missing("the source of a verified term");
        if (node["from"].Edtf() is not { } from)
        {
            node["from"].Missing("the first day");
            return null;
        }
        var to = node["to"].Edtf();
        if (to is not null && to.Before(from) == Truth.Yes) node["to"].Fault($"a term that ends on {to} before it begins on {from}", "an end after the beginning");
        return new(node["actor"].Required(), node["office"].Required(), [.. node["names"].Texts().SelectMany(name => new[] { name, InOneWord(name) }).Distinct(StringComparer.Ordinal)], from, to, verified);
    }

    /// <summary>A transcription as papers write it that use no hyphens inside words: "Xađát" for "Xa-đát".</summary>
    private static string InOneWord(string name)
    {
        for (var at = name.IndexOf('-'); at >= 0; at = name.IndexOf('-', at + 1))
            if (at > 0 && at + 1 < name.Length && char.IsLower(name[at + 1])) name = name.Remove(at--, 1);
        return name;
    }
}
