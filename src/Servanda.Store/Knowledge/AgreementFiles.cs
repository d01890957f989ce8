// Reads data/agreements/*.yaml: each file one agreement; a file with faults is not used, and the faults of all files are told at once.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>An agreement and the worked examples beside it, which tests run.</summary>
public sealed record AgreementFile(Agreement Agreement, IReadOnlyList<AgreementExample> Examples, string Path, int RestsOnLine, int RestsOnColumn);

/// <summary>Files of agreements. What a file may hold is said in docs/agreements.md and, for editors, in data/agreements/schema.json.</summary>
public static class AgreementFiles
{
    /// <summary>All agreements of a folder, by id; files that have faults, or point to agreements that are nowhere, are left out and their faults added.</summary>
    public static IReadOnlyList<AgreementFile> Read(string folder, IReadOnlyList<ActDefinition> acts, List<Fault> faults) => Read(DataFiles.InFolder(folder), "", acts, faults);

    /// <summary>The same from texts; a path names its file in faults and, without folder and ending, must be the agreement's id.</summary>
    public static IReadOnlyList<AgreementFile> Parse(IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<ActDefinition> acts, List<Fault> faults) =>
        Read(DataFiles.Of(files), "", acts, faults);

    /// <summary>The same from the files below <paramref name="folder"/>.</summary>
    /// <param name="under">Agreements of other files that these may rest on: the shipped ones, where a user's own folder is read.</param>
    public static IReadOnlyList<AgreementFile> Read(DataFiles files, string folder, IReadOnlyList<ActDefinition> acts, List<Fault> faults, IReadOnlyList<Agreement>? under = null) =>
        Read(files, files.In(folder), acts, faults, under ?? []);

    /// <summary>The same from files by their names.</summary>
    public static IReadOnlyList<AgreementFile> Read(DataFiles files, IEnumerable<string> names, IReadOnlyList<ActDefinition> acts, List<Fault> faults, IReadOnlyList<Agreement> under)
    {
        var all = new SortedDictionary<string, AgreementFile>(StringComparer.Ordinal);
        foreach (var path in names)
        {
            var found = new DataFaults(path);
            var root = files.Root(path, found);
            var file = root.Exists ? new AgreementReader(acts, under).Read(root, path) : null;
            faults.AddRange(found.All);
            if (file is null || found.All.Count > 0) continue;
            if (!all.TryAdd(file.Agreement.Id, file)) faults.Add(new(path, 1, 1, $"a second file for '{file.Agreement.Id}'", "one file an agreement"));
        }
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in all.Values)
            foreach (var other in file.Agreement.RestsOn)
            {
                var what = !all.ContainsKey(other) && !under.Any(agreement => agreement.Id == other) ? $"'{other}' at rests_on"
                    : Leads(other, file.Agreement.Id, all, []) ? $"a circle at rests_on: '{other}' rests on '{file.Agreement.Id}'" : null;
                if (what is null) continue;
                broken.Add(file.Agreement.Id);
                faults.Add(new(file.Path, file.RestsOnLine, file.RestsOnColumn, what, "ids of other agreements that do not rest on this one"));
            }
        return [.. all.Values.Where(file => !broken.Contains(file.Agreement.Id))];
    }

    /// <summary>The agreements of files that are known to be free of faults and stand alone, each read when it is first asked for.</summary>
    public static Registry Registry(DataFiles files, IReadOnlyList<ActDefinition> acts)
    {
        var names = files.Names.Where(KnownFiles.IsAgreement).ToDictionary(name => Path.GetFileNameWithoutExtension(name), StringComparer.Ordinal);
        return new([.. names.Keys.Order(StringComparer.Ordinal)], id => new AgreementReader(acts, []).Read(files.Root(names[id], new(names[id])), names[id]).Agreement);
    }

    private static bool Leads(string from, string sought, SortedDictionary<string, AgreementFile> all, HashSet<string> seen) =>
        from == sought || seen.Add(from) && all.TryGetValue(from, out var file) && file.Agreement.RestsOn.Any(next => Leads(next, sought, all, seen));
}
