// A data file as a tree: mappings, lists and texts, each with its place in the file; from YAML, or from the compiled form.
namespace Servanda.Store;

public enum DataKind : byte { Text, List, Mapping }

/// <summary>One node. Lines and columns are 1-based. Immutable once it is built.</summary>
public sealed class DataTree
{
    /// <summary>Files over this size are refused: no data file of ours comes near it. In characters.</summary>
    public const int LargestFile = 4_000_000;

    public required DataKind Kind { get; init; }

    /// <summary>The text; null for lists and mappings.</summary>
    public string? Value { get; init; }

    /// <summary>The keys of a mapping, one for each child; empty for lists and texts.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public IReadOnlyList<DataTree> Children { get; init; } = [];

    public required int Line { get; init; }

    public required int Column { get; init; }

    public DataTree? Parent { get; private set; }

    public DataTree? Child(string key)
    {
        for (var at = 0; at < Keys.Count; at++)
            if (Keys[at] == key) return Children[at];
        return null;
    }

    /// <summary>Where it stands, as in <c>provisions[2].values[0]</c>; empty for the root.</summary>
    public string Path
    {
        get
        {
            if (Parent is not { } parent) return "";
            var at = 0;
            while (parent.Children[at] != this) at++;
            return parent.Kind == DataKind.List ? $"{parent.Path}[{at}]" : Join(parent.Path, parent.Keys[at]);
        }
    }

    public static string Join(string path, string key) => path == "" ? key : $"{path}.{key}";

    /// <summary>Sets the parent of every child; called once, by whoever built the children.</summary>
    internal DataTree Adopt()
    {
        foreach (var child in Children) child.Parent = this;
        return this;
    }

    /// <summary>The tree of a YAML text, without what is a fault in it (duplicate keys); null where it is no YAML, or has aliases. More than one document is a fault.</summary>
    public static DataTree? Parse(string text, DataFaults faults)
    {
        if (text.Length <= LargestFile) return new DataTreeBuilder(faults).Build(text);
        faults.Add(1, 1, $"a file of {text.Length} characters", $"at most {LargestFile}");
        return null;
    }
}
