// Builds the tree of a YAML text event by event, so that one fault does not hide the next.
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Servanda.Store;

/// <summary>
/// Aliases are refused, since ten lines of them can stand for gigabytes; so are duplicate keys, keys that are no text, and nesting that nobody writes. Each is a fault with its place, and reading
/// goes on, so that what else is wrong is told too; text that is no YAML ends it.
/// </summary>
internal sealed class DataTreeBuilder(DataFaults faults)
{
    /// <summary>Levels of lists and mappings in each other; our own files come to seven.</summary>
    private const int Deepest = 32;

    /// <summary>So many aliases are told one by one; a file with more is told to have more.</summary>
    private const int MostAliases = 20;

    private int aliases;

    public DataTree? Build(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            DataTree? root = null;
            var documents = 0;
            while (!parser.Accept<StreamEnd>(out _))
            {
                var start = parser.Consume<DocumentStart>();
                if (++documents == 2) faults.Add((int)start.Start.Line, (int)start.Start.Column, "a second document", "one YAML document");
                var tree = Node(parser, 0);
                parser.Consume<DocumentEnd>();
                root ??= tree;
            }
            if (documents == 0) faults.Add(1, 1, "an empty file", "one YAML document");
            if (aliases > MostAliases) faults.Add(1, 1, $"{aliases} aliases", "YAML without aliases");
            return aliases == 0 ? root : null;
        }
        catch (YamlException e)
        {
            faults.Add((int)e.Start.Line, (int)e.Start.Column, e.InnerException?.Message ?? e.Message, "YAML");
        }
        return null;
    }

    private DataTree? Node(IParser parser, int depth)
    {
        switch (parser.Current)
        {
            case Scalar text:
                parser.MoveNext();
                return new() { Kind = DataKind.Text, Value = text.Value, Line = (int)text.Start.Line, Column = (int)text.Start.Column };
            case AnchorAlias alias:
                parser.MoveNext();
                if (++aliases <= MostAliases) faults.Add((int)alias.Start.Line, (int)alias.Start.Column, $"the alias *{alias.Value}", "YAML without aliases");
                return new() { Kind = DataKind.Text, Value = "", Line = (int)alias.Start.Line, Column = (int)alias.Start.Column };
            case SequenceStart or MappingStart when depth >= Deepest:
                faults.Add((int)parser.Current.Start.Line, (int)parser.Current.Start.Column, $"more than {Deepest} levels of lists and mappings", $"at most {Deepest}");
                throw new YamlException(parser.Current.Start, parser.Current.End, "what is nested deeper is not read");
            case SequenceStart list:
                parser.MoveNext();
                return List(parser, list, depth);
            case MappingStart map:
                parser.MoveNext();
                return Mapping(parser, map, depth);
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"a {parser.Current.GetType().Name}");
        }
    }

    private DataTree List(IParser parser, SequenceStart list, int depth)
    {
        var children = new List<DataTree>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            if (Node(parser, depth + 1) is { } child) children.Add(child);
        return new DataTree { Kind = DataKind.List, Children = children, Line = (int)list.Start.Line, Column = (int)list.Start.Column }.Adopt();
    }

    private DataTree Mapping(IParser parser, MappingStart map, int depth)
    {
        var keys = new List<string>();
        var children = new List<DataTree>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!.Start;
            var key = Node(parser, depth + 1);
            var child = Node(parser, depth + 1);
            if (key is not { Kind: DataKind.Text, Value: { } name }) faults.Add((int)at.Line, (int)at.Column, "a key that is no text", "a text");
            else if (!seen.Add(name)) faults.Add((int)at.Line, (int)at.Column, $"a second key '{name}'", "each key once");
            else if (child is not null)
            {
                keys.Add(name);
                children.Add(child);
            }
        }
        return new DataTree { Kind = DataKind.Mapping, Keys = keys, Children = children, Line = (int)map.Start.Line, Column = (int)map.Start.Column }.Adopt();
    }
}
