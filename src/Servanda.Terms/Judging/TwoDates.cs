// One page, two days for one act that happens once.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class TwoDates
{
    /// <summary>Acts of a party that can happen again only after a way back; two days of them further apart than this may be two acts.</summary>
    private const int Apart = 366;

    private static readonly string[] Once = ["sign", "enter-into-force", "ratify", "accede"];
    private static readonly string[] OnceInACycle = ["withdraw", "notify-withdrawal"];

    public static IEnumerable<Finding> Of(PageCase page)
    {
        var dated = page.Affirmed([.. Once, .. OnceInACycle]).Where(report => report is { Agreement: not null, Date: { Earliest: not null, Latest: not null }, Status: not (ReportStatus.Alleged or ReportStatus.Conditional) } && page.DatesItself(report)).ToList();
        foreach (var group in dated.GroupBy(report => (report.Act, report.Agreement, Who: string.Join(',', report.Source))))
        {
            if (group.Key.Who == "" && group.Key.Act is not ("sign" or "enter-into-force")) continue;
            if (page.Book.RecordOf(group.Key.Agreement) is not { } record) continue;
            foreach (var (a, b) in Pairs([.. group]))
                if (Contradict(record, a, b) is { } finding) yield return finding;
        }
    }

    private static Finding? Contradict(TermsBook.Record record, Report a, Report b)
    {
        if (a.Date!.Meet(b.Date!) is not null) return null;
        var (early, late) = a.Date.Earliest < b.Date!.Earliest ? (a, b) : (b, a);
        if (a.Act is "ratify" or "accede") return Joined(record, early, late);
        if (Once.Contains(a.Act) && !MaySlip(early.Date!, late.Date!)) return null;
        if (OnceInACycle.Contains(a.Act) && Period.DaysBetween(early.Date!.Latest!.Value, late.Date!.Earliest!.Value) > Apart) return null;
        var (agreement, register) = (record.Agreement, record.Agreement.Register.Where(act => Family(act.Act) == Family(a.Act) && (a.Source.Count == 0 || act.Parties.Count == 0 || act.Parties.Any(a.Source.Contains))).ToList());
        var established = new[] { early, late }.Select(report => register.FirstOrDefault(act => act.Date.Meet(report.Date!) is not null)).ToArray();
        // Both on record: the act was done twice.
        if (established[0] is not null && established[1] is not null) return null;
        // An exit before its clause allows one is told by its own rule.
        if (a.Act == "withdraw" && a.Source.Any(party => record.Exits(party).Any(exit => exit.Day > early.Date!.Latest) && agreement.ClauseFor(party)?.Computes == true)) return null;
        var right = established[0] ?? established[1];
        // The other day is that of another step of the same party: the page tells two steps, not two days of one.
        if (right is not null && record.Agreement.Register.Any(act => act.Id != right.Id && act.Date.Meet((established[0] is null ? early : late).Date!) is not null && (a.Source.Count == 0 || act.Parties.Any(a.Source.Contains)))) return null;
        IReadOnlyList<Reason> because = [Found.Reported(early), Found.Reported(late), .. right is null ? [] : (Reason[])[Found.Established(agreement, right)]];
        var wrong = right is null ? null : established[0] is null ? early : late;
        return Found.Of(FindingKind.Inconsistent, agreement.Id, "date", new("finding.two-dates", agreement.Id, a.Act, early.Date!.Text, late.Date!.Text),
            wrong is null ? null : new("repair.other-day", right!.Date.Text, wrong.Date!.Text), [early, late], because);
    }

    /// <summary>Whether one day can be a slip for the other: the same day or month of another year, or not far off. Else a protocol or another stage may be meant.</summary>
    internal static bool MaySlip(Edtf a, Edtf b) =>
        a is { Earliest: { } x, Latest: { } y } && b is { Earliest: { } z, Latest: { } w }
        && (Math.Abs(Period.DaysBetween(x, z)) <= 400 || Math.Abs(Period.DaysBetween(x, z)) <= 1_100 && x.Month == z.Month && y.Month == w.Month && (x.Day == z.Day || !a.IsDay || !b.IsDay) && a.Days <= 31 && b.Days <= 31);

    /// <summary>Newspapers call each chamber's vote a ratification: two days of joining contradict each other only where one of them is on record.</summary>
    private static Finding? Joined(TermsBook.Record record, Report early, Report late)
    {
        if (early.Source.Count != 1 || record.Agreement.Parties.FirstOrDefault(entry => entry.Party == early.Source[0]) is not { } entry) return null;
        Edtf? Right(Report report) => new[] { entry.Ratified, entry.Bound }.FirstOrDefault(day => day is { Earliest: not null } && day.Meet(report.Date!) is not null);
        var (first, second) = (Right(early), Right(late));
        if (first is null == second is null || Period.DaysBetween(early.Date!.Latest!.Value, late.Date!.Earliest!.Value) <= 60) return null;
        var wrong = first is null ? early : late;
        return Found.Of(FindingKind.Inconsistent, record.Agreement.Id, "date", new("finding.two-dates", record.Agreement.Id, early.Act, early.Date.Text, late.Date.Text), new("repair.other-day", (first ?? second)!.Text, wrong.Date!.Text), [early, late],
            [Found.Reported(early), Found.Reported(late), new(new("reason.bound", entry.Party, (first ?? second)!.Text), entry.Ground.Article, Because.Address(record.Agreement, entry.Ground), Verified: entry.Ground.Verified)]);
    }

    private static string Family(string act) => act == "accede" ? "ratify" : act;

    private static IEnumerable<(Report, Report)> Pairs(IReadOnlyList<Report> reports)
    {
        for (var i = 0; i < reports.Count; i++)
            for (var j = i + 1; j < reports.Count; j++) yield return (reports[i], reports[j]);
    }
}
