// The days on which a report's act may lie, as far as its own page says: from its date, or from the day it was told.
using NodaTime;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// A stretch of days, both included, counted from 1970-01-01. An undated act is taken to lie near the day it was told: a week back where it has happened,
/// a year ahead where it is only planned; an undated act of a page that does not say when it came out lies nowhere.
/// </summary>
internal readonly record struct Anchor(int First, int Last, bool Dated)
{
    private const int WeekBack = 7, YearAhead = 366, WidestTold = 31;
    private const int Never = -800_000, Always = 3_000_000;

    public int Days => Last - First + 1;

    public bool Meets(Anchor other) => First <= other.Last && other.First <= Last;

    /// <summary>Null where neither the act nor the telling is dated narrowly enough to say which act is meant.</summary>
    public static Anchor? Of(Report report)
    {
        if (report.Date is { } date) return OfDate(report, date);
        if (report.Told is not { } told) return null;
        if (ActTable.IsOnceOnly(report.Act) && report.Agreement is not null && report.Status == ReportStatus.Occurred && report.Polarity == Polarity.Affirmed)
            return new(Never, Day(told.Latest) ?? Always, false);
        if (told.Days is not <= WidestTold) return null;
        return report.Status == ReportStatus.Intended
            ? new(Day(told.Earliest)!.Value, Day(told.Latest)!.Value + YearAhead, false)
            : new(Day(told.Earliest)!.Value - WeekBack, Day(told.Latest)!.Value, false);
    }

    public static int? Day(LocalDate? date) => date is { } day ? day.ToDateOnly().DayNumber - 719_162 : null;

    private static Anchor OfDate(Report report, Edtf date)
    {
        var first = Day(date.Earliest) ?? Never;
        var last = Day(date.Latest) ?? Always;
        if (date.Approximate)
        {
            // "About then" widens a day by three days, a longer stretch by half of itself.
            var slack = date.IsDay ? 3 : (last - first + 1) / 2;
            (first, last) = (Math.Max(first - slack, Never), Math.Min(last + slack, Always));
        }
        // What has happened had happened when it was told.
        if (report.Status == ReportStatus.Occurred && report.Polarity == Polarity.Affirmed && Day(report.Told?.Latest) is { } told && first <= told && told < last) last = told;
        return new(first, last, true);
    }
}
