// Exits told for a day on which the clause does not allow one: eleven days too early, or without any notice.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class ExitDates
{
    /// <summary>Zones and the habit of counting the last day in or out move an exit by a day: that is imprecise at most.</summary>
    private const int Tolerance = 1;

    /// <summary>A date wider than a month says when about, not that an exit took effect.</summary>
    private const int Precise = 31;

    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("withdraw", "terminate", "announce-withdrawal"))
        {
            if (report.Date is not { Earliest: { } first, Latest: { } last } date || page.Book.RecordOf(report.Agreement) is not { } record || !page.DatesItself(report)) continue;
            // "Will officially leave on the 2nd": the announcement of an exit with its day is a plan to be out.
            if (report.Act == "announce-withdrawal" && !(report.Status is ReportStatus.Intended or ReportStatus.Conditional && date.IsDay && page.Says(report, "formal") && page.Says(report, "left"))) continue;
            // What all sides end together, or what runs out by itself, is no exit of one party.
            if (report.Act == "terminate" && report.Source.Count != 1) continue;
            foreach (var party in report.Source)
            {
                if (record.Agreement.ClauseFor(party) is not { Computes: true } clause) continue;
                if (record.Exits(party).Any(exit => first <= exit.Day && exit.Day <= last) || IsOfAnother(record.Agreement, party, date) || MayBeOfItsName(record.Agreement, date) || MayBeOfAnotherYear(record.Agreement, party, report)
                    || record.Exits(party).Any(exit => IsCountedFrom(report, last, exit.Day))) continue;
                var finding = report.Status is ReportStatus.Intended or ReportStatus.Conditional
                    // A plan for a day before the story came out is history: it need not have come about.
                    // One "in the coming months" sets no day.
                    ? page.Told is { } told && told.First <= last && date.Days <= Precise ? PlanTooEarly(page, report, record, clause, party, date, last, told) : null
                    : TooEarly(page, report, record, clause, party, date, last) ?? TooLate(report, record, party, first, last);
                if (finding is null) continue;
                yield return finding.Kind == FindingKind.Impossible && IsDisputed(record.Agreement, party, last)
                    ? Found.Of(FindingKind.Contested, record.Agreement.Id, "date", new("finding.exit-contested", finding.Says.Arguments), null, [report], finding.Because) : finding;
                break;
            }
        }
    }

    /// <summary>Whether the page gives the term too, and it leads from the day it gives to the exit: "announced on the 1st that it will leave after six months" tells no exit on the 1st.</summary>
    private static bool IsCountedFrom(Report report, LocalDate day, LocalDate exit) => report.Quantities.Any(length => length.Role == "notice" && length.Value is > 0 and < 1200 && length.Value == decimal.Truncate(length.Value)
        && (length.Unit switch { "day" => day.PlusDays((int)length.Value), "month" => day.PlusMonths((int)length.Value), "year" => day.PlusYears((int)length.Value), _ => (LocalDate?)null }) is { } end
        && Math.Abs(Period.DaysBetween(end, exit)) <= Tolerance);

    /// <summary>Whether the record has an act of somebody else on the date and none of the party: then a page, or its reader, may have taken one for the other.</summary>
    private static bool IsOfAnother(Agreement agreement, string party, Edtf date)
    {
        var then = agreement.Register.Where(act => act.Parties.Count > 0 && act.Date.Meet(date) is not null).ToList();
        return then.Count > 0 && !then.Any(act => act.Parties.Contains(party));
    }

    /// <summary>Whether a day without a year is the day of one of the party's acts in another year: then the year, which was worked out, is in doubt.</summary>
    private static bool MayBeOfAnotherYear(Agreement agreement, string party, Report report) =>
        report is { When: { } when, Date: { IsDay: true, Earliest: { } day } } && DateForm.Parse(when.Form).Start is { Year: null }
        && agreement.Register.Any(act => act.Date is { IsDay: true, Earliest: { } on } && act.Parties.Contains(party) && (on.Month, on.Day) == (day.Month, day.Day) && on.Year != day.Year);

    /// <summary>Whether a year or month is that of the agreement's own beginning: it may belong to its name ("the treaty of 1972").</summary>
    private static bool MayBeOfItsName(Agreement agreement, Edtf date) => !date.IsDay && agreement.Register.Any(act => act.Act is "sign" or "enter-into-force" && act.Date.Meet(date) is not null);

    /// <summary>Whether the notice of those days is itself disputed: then each side counts its own day.</summary>
    private static bool IsDisputed(Agreement agreement, string party, LocalDate day) => agreement.Register.Any(act =>
        act.Act == "notify-withdrawal" && act.DeniedBy.Count > 0 && act.Parties.Contains(party) && act.Date is { Earliest: { } first, Latest: { } last } && first.PlusDays(-366) <= day && day <= last.PlusDays(366));

    /// <summary>What happened is held against the whole record.</summary>
    private static Finding? TooEarly(PageCase page, Report report, TermsBook.Record record, Withdrawal clause, string party, Edtf date, LocalDate last)
    {
        var agreement = record.Agreement;
        if (record.History.On(party, last).Bound is not null)
        {
            var exit = record.Exits(party).FirstOrDefault(exit => exit.Day > last);
            if (exit.State is { } state) return BeforeRecordedExit(page, report, record, clause, party, date, last, exit.Day, state);
            if (record.History.On(party, last).Notice is { End.Day: { } end } notice && end > last.PlusDays(Tolerance))
                return record.ActOn(party, date, "notify-withdrawal", "announce-withdrawal") is { } said
                    ? Found.Of(FindingKind.Imprecise, agreement.Id, "act", new("finding.exit-too-early", party, agreement.Id, date.Text, Found.Iso(end)), new("repair.act-instead", said.Act, said.Date.Text, Found.Iso(end)), [report],
                        [Found.Reported(report), .. Found.Notice(agreement, notice, party)])
                    : Impossible(report, agreement, party, date, end, [Found.Reported(report), .. Found.Notice(agreement, notice, party)], new("repair.other-day", Found.Iso(end), date.Text));
        }
        return ByPagesNotice(page, report, record, clause, party, date, last);
    }

    /// <summary>
    /// A plan is held against what was possible when it was told: the end of a notice that ran then, or the end that a notice on the first day of the telling would have had.
    /// Without a notice on record it counts only where the record is complete, or has a later notice for the same exit.
    /// </summary>
    private static Finding? PlanTooEarly(PageCase page, Report report, TermsBook.Record record, Withdrawal clause, string party, Edtf date, LocalDate last, (LocalDate First, LocalDate Last) told)
    {
        var agreement = record.Agreement;
        if (record.History.On(party, told.First).Bound is null || record.History.On(party, told.Last).Bound is null) return null;
        if (record.History.On(party, told.Last).Notice is { } running)
            return running.End.Day is { } end && end > last.PlusDays(Tolerance)
                ? Impossible(report, agreement, party, date, end, [Found.Reported(report), .. Found.Notice(agreement, running, party)], new("repair.other-day", Found.Iso(end), date.Text)) : null;
        if (ByPagesNotice(page, report, record, clause, party, date, last) is { } found) return found;
        if (page.Affirmed("notify-withdrawal").Any(other => other.Agreement == agreement.Id && other.Source.Contains(party) && other.Status is ReportStatus.Occurred or ReportStatus.Ongoing)) return null;
        var exit = record.Exits(party).FirstOrDefault(exit => exit.Day > last);
        if (exit.State?.OutAfter is null && !(agreement.RegisterComplete && told.Last <= agreement.Checked)) return null;
        if (EndDates.Of(clause, told.First, null, FactsFor(record, party, told.First)) is not { Day: { } possible } first || possible <= last.PlusDays(Tolerance)) return null;
        if (exit.State is { } state) return BeforeRecordedExit(page, report, record, clause, party, date, last, exit.Day, state);
        return Impossible(report, agreement, party, date, possible,
            [Found.Reported(report), new(new("reason.no-notice-yet", party, Found.Iso(told.First))), .. Found.Steps(agreement, first)], new("repair.notice-then", date.Text, Found.Iso(possible)));
    }

    private static Finding? BeforeRecordedExit(PageCase page, Report report, TermsBook.Record record, Withdrawal clause, string party, Edtf date, LocalDate last, LocalDate exit, PartyState state)
    {
        var agreement = record.Agreement;
        IReadOnlyList<Reason> because = [Found.Reported(report), .. state.OutAfter is { } notice ? Found.Notice(agreement, notice, party) : [Found.Clause(agreement, clause)], .. Exit(agreement, party, state)];
        if (Period.DaysBetween(last, exit) <= Tolerance && page.Affirmed("withdraw").FirstOrDefault(other => other.Source.Contains(party) && other.Agreement == agreement.Id && other.Date?.Earliest == exit && other.Date.IsDay) is { } right)
            return Found.Of(FindingKind.Inconsistent, agreement.Id, "date", new("finding.two-dates", agreement.Id, report.Act, date.Text, Found.Iso(exit)), new("repair.other-day", Found.Iso(exit), date.Text), [report, right], because);
        if (Period.DaysBetween(last, exit) <= Tolerance)
            return Found.Of(FindingKind.Imprecise, agreement.Id, "date", new("finding.exit-off-by-a-day", party, agreement.Id, date.Text, Found.Iso(exit)), new("repair.other-day", Found.Iso(exit), date.Text), [report], because);
        // What the page may mean: the party said it, or gave notice, or suspended on that day.
        if (record.ActOn(party, date, "notify-withdrawal", "suspend") is { } step && (report.Status is ReportStatus.Intended or ReportStatus.Conditional || page.Says(report, "formal")))
            return Impossible(report, agreement, party, date, exit, [.. because, Found.Established(agreement, step)], new("repair.act-instead", step.Act, step.Date.Text, Found.Iso(exit)));
        var said = record.ActOn(party, date, "announce-withdrawal", "notify-withdrawal", "domestic-step", "suspend");
        if (said is not null || date.Days > Precise)
            return Found.Of(FindingKind.Imprecise, agreement.Id, "act", new("finding.exit-is-later", party, agreement.Id, date.Text, Found.Iso(exit)),
                said is null ? new("repair.other-day", Found.Iso(exit), date.Text) : new("repair.act-instead", said.Act, said.Date.Text, Found.Iso(exit)), [report], because);
        return Impossible(report, agreement, party, date, exit, because, new("repair.other-day", Found.Iso(exit), date.Text));
    }

    /// <summary>The page's own notice starts the clock, whatever the record has; what a party announces to a depositary is one.</summary>
    private static Finding? ByPagesNotice(PageCase page, Report report, TermsBook.Record record, Withdrawal clause, string party, Edtf date, LocalDate last)
    {
        var agreement = record.Agreement;
        if (clause.LeastInForce is not null && record.History.InForceSince is null || date.Days > Precise) return null;
        var notice = page.Affirmed("notify-withdrawal", "announce-withdrawal").Where(other => (other.Act == "notify-withdrawal" || other.Target.Any(agreement.Depositaries.Contains)) && other.Agreement == agreement.Id && other.Source.Contains(party) && other.Status is ReportStatus.Occurred or ReportStatus.Ongoing && other.Date?.Earliest <= last)
            .OrderByDescending(other => other.Date!.Earliest).FirstOrDefault();
        if (notice?.Date?.Earliest is not { } given || EndDates.Of(clause, given, null, FactsFor(record, party, last)) is not { Day: { } end } earliest || end <= last.PlusDays(Tolerance)) return null;
        return Impossible(report, agreement, party, date, end, [Found.Reported(notice), .. Found.Steps(agreement, earliest), Found.Reported(report)], new("repair.other-day", Found.Iso(end), date.Text), [report, notice]);
    }

    /// <summary>Told for a day after the party was out: another day of the same exit.</summary>
    private static Finding? TooLate(Report report, TermsBook.Record record, string party, LocalDate first, LocalDate last)
    {
        if (first != last || report.Status != ReportStatus.Occurred || record.History.On(party, first).Bound is not null) return null;
        var exit = record.Exits(party).LastOrDefault(exit => exit.Day < first);
        if (exit.State is not { } state || Period.DaysBetween(exit.Day, first) is <= Tolerance or > 60) return null;
        return Found.Of(FindingKind.Inconsistent, record.Agreement.Id, "date", new("finding.exit-was-earlier", party, record.Agreement.Id, Found.Iso(first), Found.Iso(exit.Day)),
            new("repair.other-day", Found.Iso(exit.Day), Found.Iso(first)), [report], [Found.Reported(report), .. Exit(record.Agreement, party, state)]);
    }

    private static EndDateFacts FactsFor(TermsBook.Record record, string party, LocalDate day) =>
        new(record.History.InForceSince, record.History.On(party, day).BoundSince, record.Agreement.Of<DurationProvision>().FirstOrDefault(), [.. record.Agreement.Conditions.Where(condition => condition.Party == party)]);

    private static IEnumerable<Reason> Exit(Agreement agreement, string party, PartyState state) =>
        (state.Ended ?? state.Out) is { Origin: Origin.Register } deed ? [Because.Told(agreement, deed, party)] : [];

    private static Finding Impossible(Report report, Agreement agreement, string party, Edtf date, LocalDate end, IReadOnlyList<Reason> because, Message repair, IReadOnlyList<Report>? reports = null) =>
        Found.Of(FindingKind.Impossible, agreement.Id, "date", new("finding.exit-too-early", party, agreement.Id, date.Text, Found.Iso(end)), repair, reports ?? [report], because);
}
