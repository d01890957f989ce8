// A ruling: what was ruled on which reports, by whom and why, and where it stands today.
using System.Text.Json;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

internal static class RulingOutput
{
    /// <param name="isContested">Null where that has not been looked at.</param>
    public static void Members(Utf8JsonWriter json, StoredRuling stored, bool? isContested)
    {
        var ruling = stored.Ruling;
        json.WriteString("id", ruling.Id);
        json.WriteString("kind", Json.Word(ruling.Kind));
        Reports(json, "reports", stored.Reports.Take(ruling.Reports.Count));
        Reports(json, "against", stored.Reports.Skip(ruling.Reports.Count));
        json.WriteStartObject("corrections");
        foreach (var correction in ruling.Corrections) json.WriteString(correction.About, correction.Value);
        json.WriteEndObject();
        json.WriteString("by", ruling.By);
        json.WriteString("because", ruling.Why);
        json.WriteString("made", ruling.Made.ToString());
        json.WriteBoolean("orphaned", stored.IsOrphaned);
        if (isContested is { } contested) json.WriteBoolean("contested", contested);
    }

    public static string Line(StoredRuling stored, Wording words, bool isContested = false)
    {
        var ruling = stored.Ruling;
        var said = $"{words.Say($"ruling.{Json.Word(ruling.Kind)}")} {string.Join(", ", stored.Reports.Take(ruling.Reports.Count).Select(Name))}";
        if (ruling.Against.Count > 0) said += $" ≠ {string.Join(", ", stored.Reports.Skip(ruling.Reports.Count).Select(Name))}";
        if (ruling.Corrections.Count > 0) said += $" ({string.Join("; ", ruling.Corrections.Select(one => $"{words.SayOr($"about.{one.About}", one.About)}: {one.Value ?? words.Say("date.none")}"))})";
        said += $": {words.Say("ruling.by", ruling.By, Edtf.Iso(ruling.MadeOn), ruling.Why)}";
        if (isContested) said += $" [{words.Say("ruling.contested")}]";
        return stored.IsOrphaned ? $"{said} [{words.Say("ruling.orphaned")}]" : said;
    }

    private static string Name((RuledReport Named, string? Live) report) => report.Live is { } live ? Reasons.Short(live) : $"{Reasons.Short(report.Named.Id)}†";

    private static void Reports(Utf8JsonWriter json, string name, IEnumerable<(RuledReport Named, string? Live)> reports) => json.Objects(name, reports, report =>
    {
        json.WriteString("report", report.Named.Id);
        json.WriteString("live", report.Live);
        json.WriteString("page", report.Named.Page);
        json.WriteString("act", report.Named.Act);
    });
}
