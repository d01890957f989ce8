// Events in the columns of the ICEWS coded event data: separated by tabs, with its heading.
using System.Globalization;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>Sectors and places stay empty. One row for each page that tells of a pair, as ICEWS counts stories.</summary>
internal static class IcewsRows
{
    private static readonly string[] Columns =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    /// <returns>How many events had no row.</returns>
    public static int Write(TextWriter writer, IEnumerable<EventFile> files, Knowledge knowledge, Wording names)
    {
        var rows = SeparatedRows.Tabs(writer);
        rows.Row(Columns);
        var leftOut = 0;
        foreach (var file in files)
        {
            var dyads = Dyad.Of(file, knowledge);
            if (dyads.Count == 0) leftOut++;
            foreach (var dyad in dyads)
                foreach (var page in file.Reports.GroupBy(report => report.Page.Id, StringComparer.Ordinal).OrderBy(page => page.Key, StringComparer.Ordinal))
                    rows.Row(
                        dyad.Number.ToString(CultureInfo.InvariantCulture), Edtf.Iso(dyad.Day), names.Actor(dyad.Source), null, Country(dyad.Source, knowledge, names),
                        dyad.Cameo.Label, dyad.Cameo.Code, dyad.Cameo.Scale.ToString("0.0", CultureInfo.InvariantCulture),
                        dyad.Target is { } target ? names.Actor(target) : null, null, dyad.Target is { } on ? Country(on, knowledge, names) : null,
                        page.Key, null, SeparatedRows.Text(page.First().Page.Outlet), null, null, null, null, null, null);
        }
        return leftOut;
    }

    private static string? Country(string code, Knowledge knowledge, Wording names) => States.Has(code, knowledge) ? names.Actor(code) : null;
}
