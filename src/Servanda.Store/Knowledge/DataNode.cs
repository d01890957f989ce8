// A node of a data file: every fault found in reading it is collected with its place instead of thrown.
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The faults found in one data file; a file with faults is not used at all.</summary>
public sealed class DataFaults(string file)
{
    private readonly List<Fault> faults = [];

    public string File { get; } = file;

    public IReadOnlyList<Fault> All => faults;

    public void Add(int line, int column, string found, string allowed) => faults.Add(new(File, line, column, found, allowed));
}

/// <summary>A node of a data file, or the place where one is missing. Reading a value of the wrong shape records a fault and gives an empty value, so that all faults are found at once.</summary>
/// <param name="node">Null where there is none.</param>
/// <param name="parent">The mapping in which a missing node should stand, with its key in <paramref name="key"/>.</param>
public readonly struct DataNode(DataTree? node, DataFaults faults, DataTree? parent = null, string? key = null)
{
    public bool Exists => node is not null;

    public bool IsMapping => node is { Kind: DataKind.Mapping };

    public int Line => node?.Line ?? 0;

    public int Column => node?.Column ?? 0;

    /// <summary>Where it stands or should stand, as in <c>provisions[2].article</c>; empty for the root.</summary>
    public string Path => node?.Path ?? (key is null ? "" : DataTree.Join(parent?.Path ?? "", key));

    /// <summary>The root of a YAML text; a text that is no YAML or has aliases gives a fault and an empty node.</summary>
    public static DataNode Parse(string text, DataFaults faults) => new(DataTree.Parse(text, faults), faults);

    public DataNode this[string name] => node?.Child(name) is { } child ? new(child, faults) : new(null, faults, node ?? parent, node is null && key is not null ? $"{key}.{name}" : name);

    /// <summary>The entries of a mapping, in the order of the file.</summary>
    public IEnumerable<(string Key, DataNode Value)> Entries()
    {
        if (node is null) yield break;
        if (node.Kind != DataKind.Mapping)
        {
            Wrong("a mapping of keys to values");
            yield break;
        }
        for (var at = 0; at < node.Keys.Count; at++) yield return (node.Keys[at], new(node.Children[at], faults));
    }

    /// <summary>The items of a list; a lone value stands for a list of one; nothing for a list of none.</summary>
    public IEnumerable<DataNode> Items()
    {
        if (node is null) yield break;
        if (node.Kind != DataKind.List)
        {
            yield return this;
            yield break;
        }
        foreach (var item in node.Children) yield return new(item, faults);
    }

    /// <summary>Records every key that is not among <paramref name="allowed"/>.</summary>
    public void Allow(params ReadOnlySpan<string> allowed)
    {
        if (node is null) return;
        for (var at = 0; at < node.Keys.Count; at++)
            if (!allowed.Contains(node.Keys[at]))
                faults.Add(node.Children[at].Line, node.Children[at].Column, $"the key '{node.Keys[at]}' in {(Path == "" ? "the file" : Path)}", string.Join(", ", allowed));
    }

    public string? Text()
    {
        if (node is null) return null;
        if (node.Kind == DataKind.Text) return node.Value is "" or "~" or "null" ? null : node.Value;
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
    public void Missing(string allowed) => faults.Add((node ?? parent)?.Line ?? 1, (node ?? parent)?.Column ?? 1, $"nothing at {Path}", allowed);

    /// <summary>Records a fault at this node. Always false, so that it can stand as a value.</summary>
    public bool Fault(string found, string allowed)
    {
        faults.Add((node ?? parent)?.Line ?? 1, (node ?? parent)?.Column ?? 1, $"{found} at {(Path == "" ? "the root" : Path)}", allowed);
        return false;
    }

    private void Wrong(string allowed) => Fault(node?.Kind switch { DataKind.Mapping => "a mapping", DataKind.List => "a list", _ => "a single value" }, allowed);
}
