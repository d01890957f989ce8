// Coverage: pages, days, outlets and languages read, and how much of them was understood.
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

internal static class CoverageOutput
{
    public static void Write(Utf8JsonWriter json, Coverage coverage, int limit)
    {
        json.WriteStartObject();
        json.WriteNumber("pages", coverage.Pages);
        json.WriteNumber("untold", coverage.Untold);
        json.WriteNumber("reports", coverage.Reports);
        json.WriteNumber("rejects", coverage.Rejects);
        Day(json, "firstTold", coverage.FirstTold);
        Day(json, "lastTold", coverage.LastTold);
        json.WriteString("lastRead", coverage.LastRead?.ToString());
        json.Objects("outlets", coverage.Outlets, outlet =>
        {
            json.WriteString("outlet", outlet.Outlet);
            json.WriteNumber("pages", outlet.Pages);
            json.WriteNumber("reports", outlet.Reports);
            Day(json, "firstTold", outlet.FirstTold);
            Day(json, "lastTold", outlet.LastTold);
        });
        Counts(json, "languages", "language", coverage.Languages.Select(x => (x.Language, x.Pages)));
        Counts(json, "months", "month", coverage.Months.Select(x => ((string?)x.Month, x.Pages)));
        json.WriteNumber("actorMentions", coverage.ActorMentions);
        json.WriteNumber("candidates", coverage.Triggers);
        json.WriteNumber("dropped", coverage.Dropped.Sum(x => x.Count));
        if (PerMention(coverage) is { } ratio) json.WriteNumber("candidatesPerMention", ratio);
        else json.WriteNull("candidatesPerMention");
        Counts(json, "droppedBecause", "reason", coverage.Dropped.Select(x => ((string?)x.Reason, x.Count)));
        json.WriteNumber("unknownVerbs", coverage.Unknown.Sum(x => x.Count));
        Counts(json, "unknown", "words", coverage.Unknown.Take(limit).Select(x => ((string?)x.Words, x.Count)));
        json.WriteEndObject();
    }

    public static void Write(TextWriter writer, Coverage coverage, Wording words, int width, int limit)
    {
        var lines = new Lines(writer, width);
        lines.Write(words.Say("coverage.pages", Number(coverage.Pages), Number(coverage.Reports), Number(coverage.Untold), Number(coverage.Rejects)));
        if (coverage is { FirstTold: { } first, LastTold: { } last }) lines.Write(words.Say("coverage.told", words.Date(first), words.Date(last)));
        if (coverage.LastRead is { } read) lines.Write(words.Say("coverage.read", words.Date(read.InUtc().Date)));
        if (coverage.Languages.Count > 0) lines.Write(words.Say("coverage.languages", string.Join(", ", coverage.Languages.Select(x => $"{x.Language ?? words.Say("coverage.no-language")} {Number(x.Pages)}"))));
        if (coverage.Months.Count > 0) lines.Write(words.Say("coverage.months", string.Join(", ", coverage.Months.Select(x => $"{x.Month} {Number(x.Pages)}"))));
        if (coverage.Outlets.Count > 0)
        {
            lines.Write();
            var table = new Table(words.Say("column.outlet"), words.Say("column.stories"), words.Say("column.reports"), words.Say("column.first"), words.Say("column.last"));
            foreach (var outlet in coverage.Outlets) table.Add(outlet.Outlet ?? words.Say("explain.no-outlet"), Number(outlet.Pages), Number(outlet.Reports), Day(outlet.FirstTold), Day(outlet.LastTold));
            table.Write(writer, width);
        }
        lines.Write();
        lines.Write(words.Say("coverage.understood", Number(coverage.ActorMentions), Number(coverage.Triggers), Number(coverage.Dropped.Sum(x => x.Count)), PerMention(coverage) is { } ratio ? words.Number(ratio) : words.Say("date.none")));
        foreach (var (reason, count) in coverage.Dropped) lines.Item($"{words.SayOr($"dropped.{reason}", reason)}: {Number(count)}", 2);
        if (coverage.Unknown.Count == 0) return;
        lines.Write();
        lines.Write(words.Say("coverage.unknown", Number(coverage.Unknown.Sum(x => x.Count))));
        lines.Write(string.Join(", ", coverage.Unknown.Take(limit).Select(x => $"{x.Words} {Number(x.Count)}")), 2);
    }

    /// <summary>Places where a frame fired for each place where an actor is named; null where none is named.</summary>
    private static decimal? PerMention(Coverage coverage) => coverage.ActorMentions == 0 ? null : Math.Round((decimal)coverage.Triggers / coverage.ActorMentions, 3);

    private static void Counts(Utf8JsonWriter json, string name, string what, IEnumerable<(string? Key, int Count)> counts) => json.Objects(name, counts, one =>
    {
        json.WriteString(what, one.Key);
        json.WriteNumber("count", one.Count);
    });

    private static void Day(Utf8JsonWriter json, string name, LocalDate? day) => json.WriteString(name, day is { } one ? Edtf.Iso(one) : null);

    private static string Day(LocalDate? day) => day is { } one ? Edtf.Iso(one) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
