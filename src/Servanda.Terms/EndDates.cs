// From a notice to the first day out: the end-date rule of a withdrawal clause, step by step.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>What an end-date rule counts from besides the notice. Null: not known.</summary>
/// <param name="AgreementInForce">First day on which the agreement was in force.</param>
/// <param name="PartyBound">First day on which the party was bound.</param>
/// <param name="Conditions">What blocks or delays an end, for the party that leaves.</param>
public sealed record EndDateFacts(LocalDate? AgreementInForce = null, LocalDate? PartyBound = null, DurationProvision? Duration = null, IReadOnlyList<Condition>? Conditions = null)
{
    public static EndDateFacts None { get; } = new();
}

/// <summary>The first day on which the party is no longer bound, and how it follows.</summary>
/// <param name="Day">Null where the terms give no end.</param>
/// <param name="Other">The day by another convention, where the clause does not declare which one holds.</param>
/// <param name="NotBefore">The first day on which a notice is allowed, where this one came too early.</param>
public sealed record EndDate(LocalDate? Day, LocalDate? Other, LocalDate? NotBefore, IReadOnlyList<Reason> Steps);

/// <summary>End-date rules. Months are calendar months: six months are not 180 days. The day of notice is day 0.</summary>
public static class EndDates
{
    /// <param name="notice">The day from which the clause counts: receipt by the last addressee, or the giving where receipt is not known apart.</param>
    /// <param name="intended">The day that the notice itself names, if any: it can only put the end off.</param>
    public static EndDate Of(Withdrawal clause, LocalDate notice, LocalDate? intended, EndDateFacts facts)
    {
        var steps = new List<Reason>();
        if (NotBefore(clause, facts) is { } first && notice < first)
        {
            steps.Add(Step(clause, "reason.notice-too-early", Edtf.Iso(notice), Edtf.Iso(first)));
            return new(null, null, first, steps);
        }
        var (day, other) = ByRule(clause, notice, facts, steps);
        if (day is null) return new(null, null, null, steps);
        if (intended is { } named && named != day)
        {
            steps.Add(Step(clause, named > day ? "reason.later-day-named" : "reason.earlier-day-named", Edtf.Iso(named), Edtf.Iso(day.Value)));
            if (named > day) (day, other) = (named, null);
        }
        // One condition may end while another holds: the end waits for all of them.
        while (day is { } at && Blocking(clause, at, facts) is { } condition)
        {
            steps.Add(new(new(condition.Until is null ? "reason.blocked" : "reason.blocked-until", condition.What, condition.Until is { } end ? Edtf.Iso(end) : ""),
                clause.Ground.Article, Verified: clause.Ground.Verified && condition.Ground.Verified));
            (day, other) = (condition.Until, null);
        }
        return new(day, other, null, steps);
    }

    /// <summary>The first day on which the clause allows a notice; null where it allows one at any time, or where it cannot be worked out.</summary>
    public static LocalDate? NotBefore(Withdrawal clause, EndDateFacts facts) =>
        clause.LeastInForce is not { } least ? null
            : (least.From == InForceFrom.Party ? facts.PartyBound : facts.AgreementInForce)?.Plus(least.Period.Calendar);

    /// <summary>The last day of notice that leads out by a day, by each convention that may hold; null where the clause gives none within forty years.</summary>
    public static LocalDate? NoticeBy(Withdrawal clause, LocalDate outBy, EndDateFacts facts)
    {
        if (!clause.Computes) return null;
        for (var notice = outBy; notice > outBy.PlusYears(-40); notice = notice.PlusDays(-1))
        {
            var end = Of(clause, notice, null, facts);
            if (end.NotBefore is not null) return null;
            if ((end.Other ?? end.Day) <= outBy) return notice;
        }
        return null;
    }

    /// <summary>The clause that holds for a party: its own where it has one, else the general one.</summary>
    public static Withdrawal? ClauseFor(this Agreement agreement, string party) =>
        agreement.Of<Withdrawal>().FirstOrDefault(clause => clause.AppliesTo.Contains(party)) ?? agreement.Of<Withdrawal>().FirstOrDefault(clause => clause.AppliesTo.Count == 0);

    private static (LocalDate? Day, LocalDate? Other) ByRule(Withdrawal clause, LocalDate notice, EndDateFacts facts, List<Reason> steps)
    {
        switch (clause.Rule)
        {
            case EndDateRule.BeforeIntendedDate or EndDateRule.AfterReceipt or EndDateRule.MinInForceThen:
                return Add(clause, notice, steps);
            case EndDateRule.ExpiryAfterReceipt:
                var (last, otherLast) = Add(clause, notice, steps);
                steps.Add(Step(clause, "reason.day-after", Edtf.Iso(last.PlusDays(1))));
                return (last.PlusDays(1), otherLast?.PlusDays(1));
            case EndDateRule.FirstOfMonthAfter:
                var (run, otherRun) = Add(clause, notice, steps);
                var first = FirstAfter(run);
                steps.Add(Step(clause, "reason.first-of-month", Edtf.Iso(first)));
                return (first, otherRun is { } next && FirstAfter(next) != first ? FirstAfter(next) : null);
            case EndDateRule.FixedCalendar when clause.Calendar is { } calendar:
                var year = notice.Year;
                while (notice > InYear(year + calendar.NoticeYear, calendar.NoticeMonth, calendar.NoticeDay)) year++;
                var fixedDay = InYear(year, calendar.Month, calendar.Day).PlusDays(calendar.LastDayIn ? 1 : 0);
                steps.Add(Step(clause, "reason.fixed-calendar", Edtf.Iso(fixedDay), Edtf.Iso(notice)));
                return (fixedDay, null);
            case EndDateRule.AutoRenewWithNotice or EndDateRule.FixedTermAutoRenew:
                if (facts.AgreementInForce is not { } start || facts.Duration?.Length is not { } length) goto default;
                var term = TermEnd(start, length, clause.Rule == EndDateRule.AutoRenewWithNotice ? clause.Period : null, notice);
                steps.Add(Step(clause, "reason.term-runs-out", Edtf.Iso(notice), Edtf.Iso(term)));
                return (term, null);
            default:
                steps.Add(Step(clause, clause.Rule switch
                {
                    EndDateRule.None => "reason.no-clause",
                    EndDateRule.MutualConsentOnly => "reason.mutual-consent-only",
                    EndDateRule.FixedTerm => "reason.fixed-term",
                    _ => "reason.no-end-computed",
                }));
                return (null, null);
        }
    }

    private static (LocalDate Day, LocalDate? Other) Add(Withdrawal clause, LocalDate from, List<Reason> steps)
    {
        var period = clause.Period ?? throw new InvalidOperationException($"The rule {clause.Rule} needs a period.");
        var (day, other) = Plus(from, period, clause.MonthEnd);
        steps.Add(Step(clause, "reason.add-period", Edtf.Iso(from), $"{period.Count}", period.Unit.ToString().ToLowerInvariant(), Edtf.Iso(day)));
        if (other is { } next) steps.Add(Step(clause, "reason.month-end", Edtf.Iso(from), Edtf.Iso(day), Edtf.Iso(next)));
        return (day, other);
    }

    /// <summary>A day and a length later. Where the day of the month does not exist there (31 August + 6 months) the last day of that month, and the first of the next as
    /// <c>Other</c>, unless the clause declares which.</summary>
    internal static (LocalDate Day, LocalDate? Other) Plus(LocalDate from, TermPeriod period, MonthEnd rounding)
    {
        var day = from.Plus(period.Calendar);
        if (period.Unit == TermUnit.Day || day.Day == from.Day) return (day, null);
        return rounding switch
        {
            MonthEnd.LastDay => (day, null),
            MonthEnd.NextDay => (day.PlusDays(1), null),
            _ => (day, day.PlusDays(1)),
        };
    }

    /// <summary>The end (first day out) of the first term for which notice on this day is in time. Terms are counted from the start, so that ends of months do not drift.</summary>
    internal static LocalDate TermEnd(LocalDate start, TermPeriod length, TermPeriod? ahead, LocalDate notice)
    {
        for (var number = 1; ; number++)
        {
            var end = start.Plus(new TermPeriod(length.Count * number, length.Unit).Calendar);
            if ((ahead is { } period ? end.Minus(period.Calendar) : end.PlusDays(-1)) >= notice) return end;
        }
    }

    private static LocalDate FirstAfter(LocalDate day) => day.With(DateAdjusters.StartOfMonth).PlusMonths(1);

    private static LocalDate InYear(int year, int month, int day) => new(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));

    private static Condition? Blocking(Withdrawal clause, LocalDate day, EndDateFacts facts) =>
        clause.BlockedWhile is null ? null
            : facts.Conditions?.FirstOrDefault(condition => condition.What == clause.BlockedWhile && condition.From <= day && (condition.Until is not { } end || day < end));

    private static Reason Step(Withdrawal clause, string key, params IReadOnlyList<string> arguments) =>
        new(new(key, arguments), clause.Ground.Article, clause.Ground.Sources.Count > 0 ? clause.Ground.Sources[0] : null, Verified: clause.Ground.Verified);
}
