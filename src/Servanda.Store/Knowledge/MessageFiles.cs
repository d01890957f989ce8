// Reads data/messages/LANGUAGE/*.yaml: nested keys become one key with points, and each sentence must stand in every language with the same arguments.
using Servanda.Model;

namespace Servanda.Store;

public static class MessageFiles
{
    /// <summary>All messages below a folder that holds one folder a language; faults of all files are added to <paramref name="faults"/>.</summary>
    /// <param name="under">The messages that these are laid over: where they replace one, they must take the same arguments.</param>
    public static MessageCatalogue Read(DataFiles data, string folder, List<Fault> faults, MessageCatalogue? under = null)
    {
        if (data.AreChecked && under is null) return Checked(data, folder);
        var byLanguage = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var places = new Dictionary<(string Language, string Key), (DataFaults File, DataNode Node)>();
        var files = new List<DataFaults>();
        foreach (var language in data.FoldersIn(folder))
        {
            var templates = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var path in data.In($"{folder}/{language}"))
            {
                var file = new DataFaults(path);
                files.Add(file);
                foreach (var (key, value) in data.Root(path, file).Entries()) Flatten(key, value);

                void Flatten(string key, DataNode node)
                {
                    if (node.IsMapping)
                    {
                        foreach (var (name, child) in node.Entries()) Flatten($"{key}.{name}", child);
                        return;
                    }
                    var template = node.Required("a sentence");
                    if (!TemplatePart.TryCut(template, out var parts, out var fault)) node.Fault(fault, "{0}, {0:actor}, {0:date} …");
                    foreach (var part in parts)
                        if (part.Argument is not null && !TemplatePart.Kinds.Contains(part.Kind)) node.Fault($"the kind '{part.Kind}'", string.Join(", ", TemplatePart.Kinds.Skip(1)));
                    if (!templates.TryAdd(key, template)) node.Fault($"a second '{key}'", "each key once in a language");
                    places[(language, key)] = (file, node);
                }
            }
            byLanguage[language] = templates;
        }
        foreach (var ((language, key), (_, node)) in places)
            foreach (var other in byLanguage.Keys)
            {
                if (other == language) continue;
                if (!byLanguage[other].TryGetValue(key, out var theirs)) node.Fault($"'{key}', which is not in {other}", $"each sentence in {string.Join(" and ", byLanguage.Keys)}");
                else if (!Arguments(byLanguage[language][key]).SetEquals(Arguments(theirs))) node.Fault($"'{key}' with other arguments than in {other}", "the same arguments in each language");
            }
        if (under is not null)
            foreach (var ((language, key), (_, node)) in places)
                if (under.Templates.TryGetValue(language, out var below) && below.TryGetValue(key, out var replaced) && !Arguments(byLanguage[language][key]).IsSubsetOf(Arguments(replaced)))
                    node.Fault($"'{key}' with arguments that it is never given", string.Join(", ", Arguments(replaced).Order().Select(one => $"{{{one}}}").DefaultIfEmpty("no arguments")));
        foreach (var file in files) faults.AddRange(file.All);
        return new(byLanguage);
    }

    private static MessageCatalogue Checked(DataFiles data, string folder)
    {
        var byLanguage = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var language in data.FoldersIn(folder))
        {
            var templates = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var path in data.In($"{folder}/{language}"))
            {
                if (data.Tree(path, new(path)) is { } root) Flatten("", root, templates);
            }
            byLanguage[language] = templates;
        }
        return new(byLanguage);
    }

    private static void Flatten(string above, DataTree tree, Dictionary<string, string> templates)
    {
        for (var i = 0; i < tree.Keys.Count; i++)
        {
            var (key, child) = (DataTree.Join(above, tree.Keys[i]), tree.Children[i]);
            if (child.Kind == DataKind.Mapping) Flatten(key, child, templates);
            else templates[key] = child.Value ?? "";
        }
    }

    private static HashSet<int> Arguments(string template) =>
        TemplatePart.TryCut(template, out var parts, out _) ? parts.Where(part => part.Argument is not null).Select(part => part.Argument!.Value).ToHashSet() : [];
}
