// Which tellers of an event say no year, and from which other teller they get it.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// A page that gives days without a year and does not surely say when it came out leaves the year open; another page's report of the same event, which has it, settles it. This is worked
/// out for the event and never stored with the reading.
/// </summary>
internal static class Years
{
    /// <summary>Null where nobody needs one or nobody has one.</summary>
    public static IReadOnlyList<YearFrom>? Of(IReadOnlyList<Report> group)
    {
        if (group.Count < 2) return null;
        var given = group.Where(HasYear).OrderBy(report => report.Word != WordOf.Document).ThenBy(report => report.Id, StringComparer.Ordinal).ToList();
        if (given.Count == 0) return null;
        var found = new List<YearFrom>();
        foreach (var report in group.Where(NeedsYear))
        {
            if (given.Find(other => other.Page != report.Page && other.Date!.Meet(report.Date!) is not null) is { } from) found.Add(new(report.Id, from.Id));
        }
        return found.Count > 0 ? found : null;
    }

    private static bool HasYear(Report report) => report.Date is { Uncertain: false } date && IsOneYear(date) && (SaysYear(report) || report.Told is { Uncertain: false } told && IsOneYear(told));

    private static bool NeedsYear(Report report) => report.Date is { } date && !SaysYear(report) && !(report.Told is { Uncertain: false } told && IsOneYear(told)) && (report.When is not null || !IsOneYear(date));

    private static bool IsOneYear(Edtf date) => date is { Earliest: { } first, Latest: { } last } && first.Year == last.Year;

    /// <summary>Whether the words of the date name the year themselves.</summary>
    private static bool SaysYear(Report report) =>
        report.When is { } words ? DateForm.TryParse(words.Form, out var form) && form.Start is { } start && (start.Year ?? start.Decade ?? start.Century) is not null : report.Date is { } date && IsOneYear(date);
}
