// What careful readers take from the pages of the corpus, as reports.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Tests;

/// <summary>The gold of the corpus as input to the fold. Where the gold names several acts or agreements that are all right, the first is taken.</summary>
internal static class GoldReports
{
    /// <summary>The pages in this repository; with <paramref name="seeds"/> also those that are not ours to copy. Null where these are wanted and not there.</summary>
    /// <param name="acts">Takes all acts that are right, by the name of the event.</param>
    public static IReadOnlyDictionary<string, Report>? All(bool seeds, Dictionary<string, IReadOnlyList<string>>? acts = null)
    {
        var reports = new SortedDictionary<string, Report>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "corpus", "gold"), "dev-*.json").Concat(Directory.GetFiles(Repository.PathOf("tests", "corpus", "gold", "samples"), "*.json"))) Add(file, reports, acts);
        if (!seeds) return reports;
        var shared = Path.Combine(Repository.PathOf(".."), "shared", "corpus", "gold");
        if (!Directory.Exists(shared)) return null;
        foreach (var file in Directory.GetFiles(shared, "seed-*.json")) Add(file, reports, acts);
        return reports;
    }

    /// <summary>
    /// What the program itself reads on the same pages, each by the name of the gold event that it is: one of its acts, same source, a line in common, the best fit first, each once; the rest by names of their own.
    /// </summary>
    public static IReadOnlyDictionary<string, Report>? Coded(bool seeds)
    {
        var acts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (All(seeds, acts) is not { } gold) return null;
        var pipeline = new Pipeline(ShippedKnowledge.All);
        var coded = new SortedDictionary<string, Report>(StringComparer.Ordinal);
        foreach (var page in gold.GroupBy(x => x.Value.Page, StringComparer.Ordinal))
        {
            var folder = page.Key.StartsWith("seed", StringComparison.Ordinal) ? Path.Combine(Repository.PathOf(".."), "shared", "corpus", "pages")
                : page.Key.StartsWith("dev", StringComparison.Ordinal) ? Repository.PathOf("tests", "corpus", "pages") : Repository.PathOf("samples");
            var file = new[] { ".txt", ".html" }.Select(ending => Path.Combine(folder, page.Key + ending)).FirstOrDefault(File.Exists);
            if (file is null || file.EndsWith(".html", StringComparison.Ordinal)) continue;
            var read = pipeline.Read(Page.Of(File.ReadAllBytes(file), PageFormat.PlainText, new(page.Key, file))).Reading;
            var left = (read?.Reports ?? []).ToList();
            // The best fit first, so that of two acts of one kind each goes to its own.
            var fits = page.SelectMany(x => left.Select(report => (x.Key, Report: report, Fit: Fit(x.Value, acts[x.Key], report)))).Where(x => x.Fit > 0)
                .OrderByDescending(x => x.Fit).ThenBy(x => x.Key, StringComparer.Ordinal).ThenBy(x => x.Report.Id, StringComparer.Ordinal);
            foreach (var (name, report, _) in fits)
            {
                if (!coded.ContainsKey(name) && left.Remove(report)) coded[name] = report;
            }
            foreach (var report in left) coded[$"{page.Key}/?{report.Id}"] = report;
        }
        return coded;
    }

    /// <summary>How well a report of our own reading is the gold's: nothing where act, source or line is another, else more the more they have in common.</summary>
    private static int Fit(Report gold, IReadOnlyList<string> acts, Report report)
    {
        var lines = report.Lines.Intersect(gold.Lines).Count();
        if (lines == 0 || !acts.Contains(report.Act) || !report.Source.SequenceEqual(gold.Source, StringComparer.Ordinal)) return 0;
        return 1 + lines + (report.Act == gold.Act ? 2 : 0) + (report.Date?.Text == gold.Date?.Text ? 8 : 0) + (report.Target.SequenceEqual(gold.Target, StringComparer.Ordinal) ? 2 : 0)
            + (report.Agreement == gold.Agreement ? 2 : 0) + (report.Status == gold.Status && report.Polarity == gold.Polarity ? 2 : 0)
            + 2 * report.Quantities.Count(one => gold.Quantities.Any(other => other.Value == one.Value && other.Unit == one.Unit));
    }

    private static void Add(string file, SortedDictionary<string, Report> reports, Dictionary<string, IReadOnlyList<string>>? acts)
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
            var name = $"{page}/{Text(e, "id")}";
            reports.Add(name, report with { Id = ReportIds.Of(report) });
            if (acts is not null) acts[name] = e.GetProperty("act") is { ValueKind: JsonValueKind.Array } several ? [.. several.EnumerateArray().Select(act => act.GetString()!)] : [report.Act];
        }
    }

    private static string? First(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().First().GetString() : value.GetString();

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Edtf? Date(JsonElement e, string name) => Text(e, name) is { } text ? Edtf.Parse(text) : null;

    private static string[] Strings(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(x => x.GetString()!).Order(StringComparer.Ordinal)] : [];
}
