// What careful readers take from the pages of the corpus, as reports.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Tests;

/// <summary>The gold of the corpus as input to the fold. Where the gold names several acts or agreements that are all right, the first is taken.</summary>
internal static class GoldReports
{
    /// <summary>The pages in this repository; with <paramref name="seeds"/> also those that are not ours to copy. Null where these are wanted and not there.</summary>
    public static IReadOnlyDictionary<string, Report>? All(bool seeds)
    {
        var reports = new SortedDictionary<string, Report>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "corpus", "gold"), "dev-*.json")) Add(file, reports);
        if (!seeds) return reports;
        var shared = Path.Combine(Repository.PathOf(".."), "shared", "corpus", "gold");
        if (!Directory.Exists(shared)) return null;
        foreach (var file in Directory.GetFiles(shared, "seed-*.json")) Add(file, reports);
        return reports;
    }

    /// <summary>
    /// What the program itself reads on the same pages, each by the name of the gold event that it is: same act, same source, a line in common, each once; the rest by names of their own.
    /// </summary>
    public static IReadOnlyDictionary<string, Report>? Coded()
    {
        if (All(seeds: true) is not { } gold) return null;
        var pipeline = new Pipeline(ShippedKnowledge.All);
        var coded = new SortedDictionary<string, Report>(StringComparer.Ordinal);
        foreach (var page in gold.GroupBy(x => x.Value.Page, StringComparer.Ordinal))
        {
            var folder = page.Key.StartsWith("seed", StringComparison.Ordinal) ? Path.Combine(Repository.PathOf(".."), "shared", "corpus", "pages") : Repository.PathOf("tests", "corpus", "pages");
            var file = new[] { ".txt", ".html" }.Select(ending => Path.Combine(folder, page.Key + ending)).FirstOrDefault(File.Exists);
            if (file is null || file.EndsWith(".html", StringComparison.Ordinal)) continue;
            var read = pipeline.Read(Page.Of(File.ReadAllBytes(file), PageFormat.PlainText, new(page.Key, file))).Reading;
            var left = (read?.Reports ?? []).ToList();
            foreach (var (name, wanted) in page)
            {
                var found = left.Find(report => report.Act == wanted.Act && report.Source.SequenceEqual(wanted.Source, StringComparer.Ordinal) && report.Lines.Intersect(wanted.Lines).Any());
                if (found is null || !left.Remove(found)) continue;
                coded[name] = found;
            }
            foreach (var report in left) coded[$"{page.Key}/?{report.Id}"] = report;
        }
        return coded;
    }

    private static void Add(string file, SortedDictionary<string, Report> reports)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var page = document.RootElement.GetProperty("page").GetString()!;
        var told = Date(document.RootElement, "published");
        var number = 0;
        foreach (var e in document.RootElement.GetProperty("events").EnumerateArray())
        {
            number++;
            var lines = e.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()).ToList();
            var speaker = Text(e, "speaker");
            var report = new Report
            {
                Id = "",
                Page = page,
                Act = First(e.GetProperty("act"))!,
                Source = Strings(e, "source"),
                Target = Strings(e, "target"),
                Agreement = First(e.GetProperty("agreement")),
                Date = Date(e, "date"),
                Status = Enum.Parse<ReportStatus>(Text(e, "status")!, ignoreCase: true),
                Polarity = Text(e, "polarity") == "-" ? Polarity.Denied : Polarity.Affirmed,
                Quantities = e.TryGetProperty("quantities", out var quantities) ? [.. quantities.EnumerateArray().Select(q => new Quantity(q.GetProperty("value").GetDecimal(), Text(q, "unit") ?? "", Text(q, "role")))] : [],
                Speaker = speaker,
                Word = speaker is null ? WordOf.Narrator : WordOf.Attributed,
                Via = Strings(e, "via"),
                Person = Text(e, "person"),
                // Gold has lines and no characters; the number of the event keeps two acts of one line apart.
                Evidence = [new(number * 10, number * 10 + 5)],
                Lines = lines,
                Told = told,
            };
            reports.Add($"{page}/{Text(e, "id")}", report with { Id = ReportIds.Of(report) });
        }
    }

    private static string? First(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().First().GetString() : value.GetString();

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Edtf? Date(JsonElement e, string name) => Text(e, name) is { } text ? Edtf.Parse(text) : null;

    private static string[] Strings(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(x => x.GetString()!).Order(StringComparer.Ordinal)] : [];
}
