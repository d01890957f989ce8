// A data file as a tree: mappings, lists and texts, each with its place in the file; from YAML, or from the compiled form.
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

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

    /// <summary>The tree of a YAML text. No YAML, duplicate keys, aliases or more than one document: a fault, and null.</summary>
    public static DataTree? Parse(string text, DataFaults faults)
    {
        if (text.Length > LargestFile)
        {
            faults.Add(0, 0, $"a file of {text.Length} characters", $"at most {LargestFile}");
            return null;
        }
        try
        {
            var stream = new YamlStream();
            stream.Load(new NoAliases(new Parser(new StringReader(text))));
            if (stream.Documents.Count == 1) return Of(stream.Documents[0].RootNode);
            faults.Add(0, 0, $"{stream.Documents.Count} documents", "one YAML document");
        }
        catch (YamlException e)
        {
            faults.Add((int)e.Start.Line, (int)e.Start.Column, e.InnerException?.Message ?? e.Message, "YAML without aliases and without duplicate keys");
        }
        return null;
    }

    private static DataTree Of(YamlNode node)
    {
        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        return node switch
        {
            YamlScalarNode text => new() { Kind = DataKind.Text, Value = text.Value ?? "", Line = line, Column = column },
            YamlSequenceNode list => new DataTree { Kind = DataKind.List, Children = [.. list.Children.Select(Of)], Line = line, Column = column }.Adopt(),
            YamlMappingNode map => new DataTree
            {
                Kind = DataKind.Mapping,
                Keys = [.. map.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? throw new YamlException(key.Start, key.End, "a key that is no text"))],
                Children = [.. map.Children.Values.Select(Of)],
                Line = line,
                Column = column,
            }.Adopt(),
            _ => throw new YamlException(node.Start, node.End, $"a {node.NodeType}"),
        };
    }

    /// <summary>Passes events on and refuses aliases: ten lines of them can stand for gigabytes.</summary>
    private sealed class NoAliases(IParser inner) : IParser
    {
        public YamlDotNet.Core.Events.ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!inner.MoveNext()) return false;
            return inner.Current is not YamlDotNet.Core.Events.AnchorAlias alias ? true : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value}");
        }
    }
}
