// What the pages of the corpus tell, as patterns for made-up reports: each coded act with the sentences that it was coded from.
using System.Text;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Bench;

/// <summary>How an act is dated on its page.</summary>
internal enum Dated { ByDay, ByRange, ByMonth, ByYear, NotAtAll }

/// <summary>An act of the corpus without its actors, day and agreement, which are drawn anew.</summary>
/// <param name="Sentences">What the page says of it, longest stretches cut.</param>
internal sealed record ToldAct(string Act, int Sources, int Targets, bool HasAgreement, Dated Dated, ReportStatus Status, Polarity Polarity, IReadOnlyList<Quantity> Quantities, bool HasSpeaker, string? Person, IReadOnlyList<string> Sentences)
{
    private const int Longest = 260;

    private bool IsKnownAgain => Dated != Dated.NotAtAll || HasAgreement && Targets > 0;

    /// <summary>The acts of the Vietnamese pages in a corpus folder, page after page; where several acts are right, the first. Those that another page could not be known to tell of as well are left out.</summary>
    public static IReadOnlyList<ToldAct> In(string corpus)
    {
        var acts = new List<ToldAct>();
        foreach (var file in Directory.GetFiles(Path.Combine(corpus, "gold"), "dev-*.json").Order(StringComparer.Ordinal))
        {
            using var gold = JsonDocument.Parse(File.ReadAllBytes(file));
            var page = Path.Combine(corpus, "pages", Path.GetFileNameWithoutExtension(file) + ".txt");
            if (gold.RootElement.GetProperty("language").GetString() != "vi" || !File.Exists(page)) continue;
            var lines = File.ReadAllText(page, Encoding.UTF8).Split('\n');
            acts.AddRange(gold.RootElement.GetProperty("events").EnumerateArray().Select(told => Of(told, lines)).Where(told => told.Sources > 0 && told.Sentences.Count > 0 && told.IsKnownAgain));
        }
        return acts.Count > 0 ? acts : throw new InvalidDataException($"There are no Vietnamese pages with gold in {corpus}.");
    }

    private static ToldAct Of(JsonElement told, string[] lines) => new(
        First(told.GetProperty("act"))!,
        told.GetProperty("source").GetArrayLength(),
        told.GetProperty("target").GetArrayLength(),
        First(told.GetProperty("agreement")) is not null,
        DatedAs(Text(told, "date")),
        Enum.Parse<ReportStatus>(Text(told, "status")!, ignoreCase: true),
        Text(told, "polarity") == "-" ? Polarity.Denied : Polarity.Affirmed,
        told.TryGetProperty("quantities", out var quantities) ? [.. quantities.EnumerateArray().Select(one => new Quantity(one.GetProperty("value").GetDecimal(), Text(one, "unit") ?? "", Text(one, "role")))] : [],
        Text(told, "speaker") is not null,
        Text(told, "person"),
        [.. told.GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()).Where(line => line <= lines.Length).Select(line => Cut(lines[line - 1].Trim())).Where(line => line.Length > 20)]);

    private static Dated DatedAs(string? date) => date switch { null => Dated.NotAtAll, _ when date.Contains('/') => Dated.ByRange, { Length: 4 } => Dated.ByYear, { Length: 7 } => Dated.ByMonth, _ => Dated.ByDay };

    private static string Cut(string line) => line.Length <= Longest ? line : line[..line.LastIndexOf(' ', Longest)];

    private static string? First(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().First().GetString() : value.GetString();

    private static string? Text(JsonElement told, string name) => told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
