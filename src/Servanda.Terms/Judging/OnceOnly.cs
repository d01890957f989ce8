// The signing or entry into force of an agreement told for another time than the one on record.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class OnceOnly
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("sign", "enter-into-force"))
        {
            if (report is not { Status: ReportStatus.Occurred, Date: { Earliest: { } first, Latest: { } last } date } || page.Book.RecordOf(report.Agreement) is not { } record || !page.DatesItself(report)) continue;
            var agreement = record.Agreement;
            // A state may sign, and an agreement enter into force for it, long after the others: only both sides of a closed agreement, or nobody in particular, act once.
            var whole = report.Source.Count == 0 || agreement.PartiesClosed.Count > 0 && report.Source.Count > 1;
            if (!whole || agreement.Register.FirstOrDefault(act => act.Act == report.Act && (act.Parties.Count == 0 || agreement.PartiesClosed.Count > 0)) is not { Ground.Verified: true } established) continue;
            if (established.Date is not { Earliest: { } from, Latest: { } until } || last.PlusDays(1) >= from && first <= until.PlusDays(1)) continue;
            if (!TwoDates.MaySlip(date, established.Date) || agreement.Register.Any(act => act.Id != established.Id && act.Date.Meet(date) is not null)) continue;
            // Others on the page give the day on record: that is a matter of two dates on one page.
            if (page.Reports.Any(other => other.Id != report.Id && other.Act == report.Act && other.Agreement == report.Agreement && other.Date?.Meet(established.Date) is not null)) continue;
            // Open to signature for a time, and in force for later parties later.
            if (agreement.PartiesClosed.Count == 0 && first > until) continue;
            yield return Found.Of(FindingKind.Inconsistent, agreement.Id, "date", new("finding.other-day-on-record", agreement.Id, report.Act, date.Text, established.Date.Text),
                new("repair.other-day", established.Date.Text, date.Text), [report], [Found.Reported(report), Found.Established(agreement, established)]);
        }
    }
}
