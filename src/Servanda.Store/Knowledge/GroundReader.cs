// Reads what the values of an agreement's file rest on: its sources, and the article and source keys that stand on each value's line.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The sources of one file, and which of them are used.</summary>
internal sealed class GroundReader
{
    private static readonly string[] Classes = ["treaty-text", "depositary", "government", "reputable"];

    private readonly Dictionary<string, Citation> sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public IReadOnlyList<Citation> Read(DataNode node)
    {
        var all = new List<Citation>();
        foreach (var (key, source) in node.Entries())
        {
            source.Allow("title", "address", "class", "checked");
            foreach (var needed in (string[])["class", "checked"])
                if (!source[needed].Exists) source[needed].Missing(needed == "class" ? string.Join(", ", Classes) : "the day on which it was read");
            var address = source["address"].Required("the address at which it was read");
            if (address != "" && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) source["address"].Fault($"'{address}'", "an address that starts with http:// or https://");
            var citation = new Citation(key, source["title"].Required("what it is"), address,
                source["class"].OneOf(Classes) is { } word ? (SourceClass)Array.IndexOf(Classes, word) : SourceClass.Reputable, source["checked"].Day() ?? default);
            all.Add(citation);
            sources[key] = citation;
        }
        return all;
    }

    /// <summary>The ground of the value whose mapping is <paramref name="node"/>: its keys <c>article</c>, <c>source</c>, <c>verified</c>, <c>note</c>.</summary>
    public Ground Of(DataNode node, bool articleNeeded = false)
    {
        if (articleNeeded && !node["article"].Exists) node["article"].Missing("the article it stands in");
        var keys = new List<string>();
        foreach (var item in node["source"].Items())
            if (item.Text() is { } key)
            {
                keys.Add(key);
                used.Add(key);
                if (!sources.ContainsKey(key)) item.Fault($"the source '{key}'", sources.Count == 0 ? "a key under sources" : string.Join(", ", sources.Keys.Order(StringComparer.Ordinal)));
            }
        var earned = Verifies(keys);
        var verified = node["verified"].Flag(earned);
        if (verified && !earned) node["verified"].Fault("verified: true", "the treaty's text, a depositary or government source, or two reputable sources of different publishers");
        return new(node["article"].Text(), keys, verified, node["note"].Text(), node.Line);
    }

    public void FaultUnused(DataNode node)
    {
        foreach (var (key, source) in node.Entries())
            if (!used.Contains(key)) source.Fault($"the source '{key}', which no value names", "sources that values rest on");
    }

    private bool Verifies(List<string> keys)
    {
        var known = keys.Where(sources.ContainsKey).Select(key => sources[key]).ToList();
        return known.Any(source => source.Class != SourceClass.Reputable)
            || known.Select(source => Uri.TryCreate(source.Address, UriKind.Absolute, out var uri) ? Publisher(uri.Host) : "").Distinct(StringComparer.Ordinal).Count(host => host != "") >= 2;
    }

    /// <summary>The last two labels of a host's name: pages of one publisher count once.</summary>
    private static string Publisher(string host)
    {
        var labels = host.Split('.');
        return labels.Length <= 2 ? host : string.Join('.', labels[^2..]);
    }
}
