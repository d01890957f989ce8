// Reads facts to be checked: a YAML list under "facts", or JSON Lines with one fact a line.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Store;

public static class FactFiles
{
    private static readonly string[] Measures = ["range", "count", "distance", "notice", "duration", "flown", "own", "plan"];

    /// <summary>The facts of a file; nothing where it has faults.</summary>
    public static IReadOnlyList<Fact> Read(string path, List<Fault> faults) => Parse(path, File.ReadAllText(path), faults);

    /// <summary>The facts of a stream in UTF-8; nothing where it has faults.</summary>
    public static IReadOnlyList<Fact> Read(string name, Stream stream, List<Fault> faults)
    {
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd(), faults);
    }

    /// <summary>The facts of a text; nothing where it has faults. A fact without an id has the number of its place, from 1.</summary>
    public static IReadOnlyList<Fact> Parse(string name, string text, List<Fault> faults)
    {
        var facts = new List<Fact>();
        var found = new DataFaults(name);
        var lines = text.Split('\n');
        if (lines.FirstOrDefault(line => line.Trim() != "")?.TrimStart().StartsWith('{') == true)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Trim() == "") continue;
                var at = new DataFaults(name);
                var node = DataNode.Parse(lines[i], at);
                facts.Add(Fact(node, facts.Count + 1) with { Line = i + 1 });
                faults.AddRange(at.All.Select(fault => fault with { Line = i + 1 }));
            }
            return faults.Any(fault => fault.File == name) ? [] : facts;
        }
        var root = DataNode.Parse(text, found);
        root.Allow("facts");
        if (!root["facts"].Exists) root["facts"].Missing("a list of facts");
        foreach (var node in root["facts"].Items()) facts.Add(Fact(node, facts.Count + 1));
        faults.AddRange(found.All);
        return found.All.Count == 0 ? facts : [];
    }

    private static Fact Fact(DataNode node, int number)
    {
        node.Allow(["id", "what", "agreement", "party", "over", "on", "rank", "at", .. Measures]);
        if (!node["on"].Exists) node["on"].Missing("the day, as 2019-01-15");
        var measures = new SortedDictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var name in Measures)
            if (node[name].Text() is { } text)
                if (Quantity(text, name) is { } quantity) measures[name] = quantity;
                else node[name].Fault($"'{text}'", "a number and a unit: km, mile, day, hour, person, flight");
        return new(node["id"].Text() ?? number.ToString(CultureInfo.InvariantCulture), node["what"].Required("staff, trip, observation-flight, ground-launched-missile …"), node["agreement"].Text(),
            node["party"].Required("an actor code"), node["over"].Text(), node["on"].Day() ?? default, Rank(node["rank"].Text()), node["at"].Text(), measures, node.Line);
    }

    /// <summary>Diplomatic ranks as agreements' files write them, whatever their case, with the Vietnamese words for them; any other word as it is, in lower case with hyphens.</summary>
    private static string? Rank(string? rank) => rank?.Trim().ToLowerInvariant().Replace('é', 'e').Replace('-', ' ') switch
    {
        null => null,
        "đại sứ" => "ambassador",
        "công sứ" => "minister",
        "công sứ tham tán" or "tham tán công sứ" => "minister-counsellor",
        "tham tán" or "counselor" => "counsellor",
        "bí thư thứ nhất" => "first-secretary",
        "bí thư thứ hai" => "second-secretary",
        "bí thư thứ ba" => "third-secretary",
        "tùy viên" or "tuỳ viên" => "attache",
        var other => other.Replace(' ', '-'),
    };

    private static Quantity? Quantity(string text, string name)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 2 || !decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        var unit = parts.Length == 1 ? name switch { "count" => "", "flown" or "own" => "flight", _ => null } : parts[1] switch
        {
            "km" => "km",
            "mile" or "miles" => "mile",
            "day" or "days" => "day",
            "hour" or "hours" => "hour",
            "person" or "people" => "person",
            "flight" or "flights" => "flight",
            // What is counted is named by the limit: warheads, launchers, inspections.
            var thing when name == "count" => thing.TrimEnd('s'),
            _ => null,
        };
        return unit is null ? null : new(value, unit);
    }
}
