// Events as CSV: one row an event, lists in a cell separated by semicolons.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Output.Exports;

internal static class EventCsv
{
    private static readonly string[] Columns =
    [
        "id", "act", "plover", "cameo", "source", "target", "agreement", "object", "date", "first_day", "last_day", "status", "polarity", "quantities", "speakers", "persons", "origins", "origin_names",
        "first_told", "reports", "pages", "outlets", "addresses", "evidence", "ledger", "data",
    ];

    public static void Write(TextWriter writer, IEnumerable<EventFile> files, Knowledge knowledge, Provenance provenance)
    {
        var acts = knowledge.Acts.ToDictionary(act => act.Id, StringComparer.Ordinal);
        var rows = SeparatedRows.Commas(writer);
        rows.Row(Columns);
        foreach (var file in files)
        {
            var told = file.Event;
            var act = acts.GetValueOrDefault(told.Act);
            rows.Row(
                told.Id, told.Act, act?.Plover, act?.Cameo,
                string.Join("; ", told.Source), string.Join("; ", told.Target), told.Agreement, told.Object,
                told.Date?.Text, told.Date?.Earliest is { } first ? Edtf.Iso(first) : null, told.Date?.Latest is { } last ? Edtf.Iso(last) : null,
                Json.Word(told.Status), told.Polarity == Polarity.Affirmed ? "affirmed" : "denied",
                string.Join("; ", told.Quantities.Select(one => $"{one.Value.ToString(CultureInfo.InvariantCulture)} {one.Unit}{(one.Role is { } role ? $" ({role})" : "")}")),
                string.Join("; ", told.Speakers), SeparatedRows.Texts(told.Persons),
                told.Origins.ToString(CultureInfo.InvariantCulture), SeparatedRows.Texts(told.OriginNames), told.FirstTold?.Text,
                string.Join("; ", told.Reports), string.Join("; ", told.Pages),
                SeparatedRows.Texts(file.Reports.Select(one => one.Page.Outlet).OfType<string>().Distinct(StringComparer.Ordinal)),
                SeparatedRows.Texts(file.Reports.Select(one => one.Page.Address).OfType<string>().Distinct(StringComparer.Ordinal)),
                SeparatedRows.Text(string.Join(' ', file.Reports[0].Evidence)),
                provenance.Ledger, provenance.Data);
        }
    }
}
