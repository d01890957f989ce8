// A YAML file as a tree in which every node knows its line, and every fault is collected instead of thrown.
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Servanda.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Servanda.Store;

/// <summary>The faults found in one data file; a file with faults is not used at all.</summary>
public sealed class DataFaults(string file)
{
    private readonly List<Fault> faults = [];

    public string File { get; } = file;

    public IReadOnlyList<Fault> All => faults;

    public void Add(Mark at, string found, string allowed) => faults.Add(new(File, (int)at.Line, (int)at.Column, found, allowed));
}

/// <summary>A node of a YAML file. Reading a value of the wrong shape records a fault and gives an empty value, so that all faults are found at once.</summary>
public readonly struct DataNode(YamlNode? node, DataFaults faults, string path, Mark near = default)
{
    /// <summary>Files over this size are refused: no data file of ours comes near it. In characters.</summary>
    public const int LargestFile = 4_000_000;

    public bool Exists => node is not null;

    public bool IsMapping => node is YamlMappingNode;

    public int Line => (int)(node?.Start.Line ?? 0);

    public int Column => (int)(node?.Start.Column ?? 0);

    public string Path => path;

    /// <summary>The root of a YAML text; a text that is no YAML, has duplicate keys, aliases or more than one document gives a fault and an empty node.</summary>
    public static DataNode Parse(string text, DataFaults faults)
    {
        if (text.Length > LargestFile)
        {
            faults.Add(Mark.Empty, $"a file of {text.Length} characters", $"at most {LargestFile}");
            return new(null, faults, "");
        }
        try
        {
            var parser = new Parser(new StringReader(text));
            var stream = new YamlStream();
            stream.Load(new NoAliases(parser));
            if (stream.Documents.Count == 1) return new(stream.Documents[0].RootNode, faults, "");
            faults.Add(Mark.Empty, $"{stream.Documents.Count} documents", "one YAML document");
        }
        catch (YamlException e)
        {
            faults.Add(e.Start, e.InnerException?.Message ?? e.Message, "YAML without aliases and without duplicate keys");
        }
        return new(null, faults, "");
    }

    public DataNode this[string key] =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? new(child, faults, Join(key)) : new(null, faults, Join(key), node?.Start ?? near);

    /// <summary>The entries of a mapping, in the order of the file.</summary>
    public IEnumerable<(string Key, DataNode Value)> Entries()
    {
        if (node is null) yield break;
        if (node is not YamlMappingNode map)
        {
            Wrong("a mapping of keys to values");
            yield break;
        }
        foreach (var (key, value) in map.Children)
            if (key is YamlScalarNode { Value: { } name }) yield return (name, new(value, faults, Join(name)));
    }

    /// <summary>The items of a list; a lone value stands for a list of one; nothing for a list of none.</summary>
    public IEnumerable<DataNode> Items()
    {
        if (node is null) yield break;
        if (node is not YamlSequenceNode list)
        {
            yield return this;
            yield break;
        }
        var number = 0;
        foreach (var item in list.Children) yield return new(item, faults, $"{path}[{number++}]");
    }

    /// <summary>Records every key that is not among <paramref name="allowed"/>.</summary>
    public void Allow(params ReadOnlySpan<string> allowed)
    {
        if (node is not YamlMappingNode map) return;
        foreach (var key in map.Children.Keys)
            if (key is YamlScalarNode { Value: { } name } && !allowed.Contains(name))
                faults.Add(key.Start, $"the key '{name}' in {(path == "" ? "the file" : path)}", string.Join(", ", allowed));
    }

    public string? Text()
    {
        if (node is null) return null;
        if (node is YamlScalarNode { Value: { } value }) return value is "" or "~" or "null" ? null : value;
        Wrong("a text");
        return null;
    }

    public string Required(string allowed = "a text")
    {
        if (Text() is { } text) return text;
        Missing(allowed);
        return "";
    }

    /// <summary>One of a closed list of words.</summary>
    public string? OneOf(params ReadOnlySpan<string> allowed)
    {
        if (Text() is not { } text) return null;
        if (allowed.Contains(text)) return text;
        Fault($"'{text}'", string.Join(", ", allowed));
        return null;
    }

    public IReadOnlyList<string> Texts()
    {
        var all = new List<string>();
        foreach (var item in Items())
            if (item.Text() is { } text) all.Add(text);
        return all;
    }

    public bool Flag(bool otherwise = false) => Text() switch
    {
        null => otherwise,
        "true" or "yes" => true,
        "false" or "no" => false,
        var other => Fault($"'{other}'", "true or false"),
    };

    public int? Whole(int least = int.MinValue, int most = int.MaxValue)
    {
        if (Text() is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        Fault($"'{text}'", $"a whole number{(least == int.MinValue ? "" : $" from {least}")}{(most == int.MaxValue ? "" : $" to {most}")}");
        return null;
    }

    public decimal? Number()
    {
        if (Text() is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return value;
        Fault($"'{text}'", "a number with a point for decimals");
        return null;
    }

    public LocalDate? Day()
    {
        if (Text() is not { } text) return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success) return parsed.Value;
        Fault($"'{text}'", "a day that exists, as 2020-11-22");
        return null;
    }

    public Edtf? Edtf()
    {
        if (Text() is not { } text) return null;
        if (Model.Edtf.TryParse(text, out var date)) return date;
        Fault($"'{text}'", "an EDTF date, as 2020, 2020-11, 2020-11-22 or 2020-11-22/2021-01-31");
        return null;
    }

    /// <summary>Records that a value is missing, at the mapping in which it should stand.</summary>
    public void Missing(string allowed) => faults.Add(node?.Start ?? near, $"nothing at {path}", allowed);

    /// <summary>Records a fault at this node. Always false, so that it can stand as a value.</summary>
    public bool Fault(string found, string allowed)
    {
        faults.Add(node?.Start ?? near, $"{found} at {(path == "" ? "the root" : path)}", allowed);
        return false;
    }

    private void Wrong(string allowed) => Fault(node switch { YamlMappingNode => "a mapping", YamlSequenceNode => "a list", _ => "a single value" }, allowed);

    private string Join(string key) => path == "" ? key : $"{path}.{key}";

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
