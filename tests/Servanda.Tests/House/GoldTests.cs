// The gold keeps to its own rules: what it points at exists, and its words are of the closed lists.
using System.Text.Json;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class GoldTests
{
    private static readonly (string Gold, string Pages)[] Sets =
    [
        ("tests/corpus/gold", "tests/corpus/pages"),
        ("tests/corpus/gold/samples", "samples"),
        ("tests/corpus/opened/gold", "tests/corpus/opened/pages"),
        ("tests/corpus/opened/second", "tests/corpus/opened/pages"),
        ("tests/corpus/blind/gold", "tests/corpus/blind/pages"),
        ("tests/corpus/blind/second", "tests/corpus/blind/pages"),
    ];

    private static readonly string[] Units = ["person", "km", "mile", "day", "month", "country", "warhead", "missile", "position", "percent", "money:USD", "money:EUR", "money:GBP"];
    private static readonly string[] Roles = ["from", "to", "min", "max", "notice", "deadline", "radius", "ceiling"];
    private static readonly string[] Polarities = ["+", "-"];
    private static readonly string[] Needs = ["must", "may"];
    private static readonly string[] Statuses = ["occurred", "ongoing", "intended", "conditional", "alleged"];

    /// <summary>Every gold file, and the page that it reads; a folder that is not there yet holds none.</summary>
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var (gold, pages) in Sets.Where(set => Directory.Exists(Repository.PathOf(set.Gold))))
                foreach (var path in Directory.EnumerateFiles(Repository.PathOf(gold), "*.json").Order(StringComparer.Ordinal))
                    files.Add($"{gold}/{Path.GetFileName(path)}", pages);
            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Gold_points_at_lines_of_the_story_or_quotes_it(string file, string pages)
    {
        var gold = Read(file);
        var name = Path.GetFileNameWithoutExtension(file);
        Assert.Equal(name, gold.GetProperty("page").GetString());
        var html = gold.TryGetProperty("article_text", out var story);
        var lines = Repository.Read($"{pages}/{name}{(html ? ".html" : ".txt")}").Split('\n');
        var told = html ? [] : LinesOf(gold.GetProperty("article_lines"), lines);
        foreach (var one in gold.GetProperty("events").EnumerateArray())
        {
            if (html) Assert.All(one.GetProperty("quote").GetString()!.Split(" … "), piece => Assert.Contains(piece, story.GetString()!, StringComparison.Ordinal));
            else Assert.Empty(one.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()).Except(told));
        }
        if (gold.TryGetProperty("chrome_lines", out var chrome)) Assert.Empty(LinesOf(chrome, lines).Intersect(told));
    }

    [Theory, MemberData(nameof(Files))]
    public void Gold_speaks_the_closed_lists(string file, string pages)
    {
        var acts = Shipped.Acts.Select(act => act.Id).ToHashSet(StringComparer.Ordinal);
        var gold = Read(file);
        Assert.True(Edtf.TryParse(gold.GetProperty("published").GetString(), out _), $"{file} ({pages}): published");
        foreach (var one in gold.GetProperty("events").EnumerateArray())
        {
            var id = $"{file} {one.GetProperty("id").GetString()}";
            Assert.All(OneOrMany(one.GetProperty("act")), act => Assert.True(acts.Contains(act), $"{id}: {act}"));
            Assert.True(one.GetProperty("date").GetString() is not { } date || Edtf.TryParse(date, out _), $"{id}: date");
            Assert.Contains(one.GetProperty("status").GetString(), Statuses);
            Assert.Contains(one.GetProperty("polarity").GetString(), Polarities);
            Assert.Contains(one.GetProperty("need").GetString(), Needs);
            foreach (var quantity in one.GetProperty("quantities").EnumerateArray())
            {
                var unit = quantity.GetProperty("unit").GetString()!;
                Assert.True(Units.Contains(unit) || IsMoney(unit), $"{id}: {unit}");
                if (quantity.TryGetProperty("role", out var role)) Assert.Contains(role.GetString(), Roles);
            }
        }
    }

    /// <summary>Whether a unit is money of a currency by its three letters of ISO 4217.</summary>
    private static bool IsMoney(string unit) => unit.Length == 9 && unit.StartsWith("money:", StringComparison.Ordinal) && unit[6..].All(char.IsAsciiLetterUpper);

    private static JsonElement Read(string file) => JsonDocument.Parse(Repository.Read(file)).RootElement;

    private static IEnumerable<string> OneOrMany(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(one => one.GetString()!) : [value.GetString()!];

    private static HashSet<int> LinesOf(JsonElement ranges, string[] lines) =>
        [.. ranges.EnumerateArray()
            .SelectMany(range => Enumerable.Range(range[0].GetInt32(), Math.Max(0, Math.Min(range[1].GetInt32(), lines.Length) - range[0].GetInt32() + 1)))
            .Where(line => lines[line - 1].Trim().Length > 0)];
}
