// A conference that must follow a notice, told for a day outside its window.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class FollowUpWindow
{
    /// <summary>A meeting later than this after a notice is another meeting.</summary>
    private const int Near = 120;

    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("convene"))
        {
            if (report.Date is not { Earliest: { } first, Latest: { } last } date || page.Book.RecordOf(report.Agreement) is not { } record || !page.DatesItself(report)) continue;
            foreach (var follow in record.Agreement.Of<FollowUp>().Where(follow => follow.Act == report.Act))
            {
                var notices = record.Agreement.Register.Where(act => act.Act == follow.After && act.Date.IsDay && act.Date.Earliest <= last && Period.DaysBetween(act.Date.Earliest!.Value, first) <= Near).ToList();
                if (notices.Count == 0 || notices.Any(act => Window(act, follow).Meet(date) is not null)) continue;
                var notice = notices.OrderByDescending(act => act.Date.Earliest).First();
                var window = Window(notice, follow);
                yield return Found.Of(FindingKind.Incomplete, record.Agreement.Id, "date", new("finding.outside-window", record.Agreement.Id, date.Text, window.Text), new("repair.within-window", window.Text), [report],
                    [Found.Reported(report), Found.Established(record.Agreement, notice), new(new("reason.window", notice.Date.Text, $"{follow.LeastDays}", $"{follow.MostDays}", window.Text), follow.Ground.Article, Because.Address(record.Agreement, follow.Ground), Verified: follow.Ground.Verified)]);
            }
        }
    }

    /// <summary>Both ends included; from the last receipt, where that is known apart.</summary>
    private static Edtf Window(RegisterAct notice, FollowUp follow)
    {
        var start = notice.Received.Count > 0 ? notice.Received.Values.Max() : notice.Date.Earliest!.Value;
        return Edtf.Between(start.PlusDays(follow.LeastDays), start.PlusDays(follow.MostDays));
    }
}
