// Events and mentions in the columns of GDELT 2.0 (codebook of 19 February 2015): separated by tabs, without a heading, as GDELT gives them out.
using System.Globalization;
using NodaTime;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>What we do not know stays empty: religion, ethnic group, tone, places. DATEADDED is the day on which a page first told of it, at 00:00:00.</summary>
internal static class GdeltRows
{
    /// <summary>Columns of the events table and of the mentions table.</summary>
    public const int EventColumns = 61, MentionColumns = 16;

    /// <summary>A page known by its citation alone, and one on the web.</summary>
    private const string OnTheWeb = "1", CitationOnly = "2";

    /// <returns>How many events had no row.</returns>
    public static int Events(TextWriter writer, IEnumerable<EventFile> files, Knowledge knowledge, Wording names)
    {
        var rows = SeparatedRows.Tabs(writer);
        var leftOut = 0;
        foreach (var file in files)
        {
            var dyads = Dyad.Of(file, knowledge);
            if (dyads.Count == 0) leftOut++;
            foreach (var dyad in dyads) Event(rows, dyad, knowledge, names);
        }
        return leftOut;
    }

    /// <returns>How many events had no row.</returns>
    public static int Mentions(TextWriter writer, IEnumerable<EventFile> files, Knowledge knowledge, Wording names)
    {
        var rows = SeparatedRows.Tabs(writer);
        var leftOut = 0;
        foreach (var file in files)
        {
            var dyads = Dyad.Of(file, knowledge);
            if (dyads.Count == 0) leftOut++;
            foreach (var dyad in dyads)
                foreach (var report in file.Reports) Mention(rows, dyad, report, names);
        }
        return leftOut;
    }

    private static void Event(SeparatedRows rows, Dyad dyad, Knowledge knowledge, Wording names)
    {
        var (file, day, cameo) = (dyad.File, dyad.Day, dyad.Cameo);
        rows.Cell(Whole(dyad.Number));
        rows.Cell(Day(day));
        rows.Cell(Day(day)[..6]);
        rows.Cell(Day(day)[..4]);
        rows.Cell((day.Year + (day.DayOfYear - 1m) / CalendarSystem.Iso.GetDaysInYear(day.Year)).ToString("0.0000", CultureInfo.InvariantCulture));
        Actor(rows, dyad.Source, knowledge, names);
        Actor(rows, dyad.Target, knowledge, names);
        rows.Cell("1");
        rows.Cell(cameo.Code);
        rows.Cell(cameo.Base);
        rows.Cell(cameo.Root);
        rows.Cell(Whole(cameo.Quad));
        rows.Cell(cameo.Scale.ToString("0.0", CultureInfo.InvariantCulture));
        rows.Cell(Whole(file.Reports.Count));
        rows.Cell(Whole(file.Event.Origins));
        rows.Cell(Whole(file.Event.Pages.Count));
        rows.Cell(null);
        rows.Empty(24);
        rows.Cell(Told(file.Event.FirstTold));
        rows.Cell(SeparatedRows.Text(file.Reports.Select(report => report.Page.Address).OfType<string>().FirstOrDefault()));
        rows.End();
    }

    private static void Actor(SeparatedRows rows, string? code, Knowledge knowledge, Wording names)
    {
        if (code is null)
        {
            rows.Empty(10);
            return;
        }
        rows.Cell(code);
        rows.Cell(names.Actor(code).ToUpperInvariant());
        rows.Cell(States.Has(code, knowledge) ? code : null);
        rows.Empty(4);
        rows.Cell(knowledge.FindingWords.Organisations.Contains(code) ? "IGO" : null);
        rows.Empty(2);
    }

    private static void Mention(SeparatedRows rows, Dyad dyad, ReportFile report, Wording names)
    {
        rows.Cell(Whole(dyad.Number));
        rows.Cell(Told(dyad.File.Event.FirstTold));
        rows.Cell(Told(report.Page.Told));
        rows.Cell(report.Page.Address is null ? CitationOnly : OnTheWeb);
        rows.Cell(SeparatedRows.Text(report.Page.Outlet));
        rows.Cell(SeparatedRows.Text(report.Page.Address ?? Reference.Of(report).Plain(names)));
        rows.Empty(3);
        rows.Cell(report.Report.Evidence is [var first, ..] ? Whole(first.Start) : null);
        rows.Cell("1");
        rows.Empty(5);
        rows.End();
    }

    private static string Day(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    private static string? Told(Edtf? told) => told?.Latest is { } day ? $"{Day(day)}000000" : null;

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
