// What would follow if a party did an act on a day.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>A status before the act and after it took effect.</summary>
public sealed record StatusChange(string Party, LocalDate On, PartyStatus Before, PartyStatus After);

/// <summary>What must be done with or after the act: who must be told, what the notice must hold, what must meet and when (both ends included; null: with the act itself).</summary>
public sealed record Duty(string What, LocalDate? From, LocalDate? Until, Reason Why);

/// <summary>The outcome of an act that has not been done.</summary>
public sealed record WhatIfAnswer
{
    public required string Agreement { get; init; }

    public required string Party { get; init; }

    public required string Act { get; init; }

    public required LocalDate On { get; init; }

    /// <summary>Whether the act can be done where the party stands on that day; null where the terms do not settle it (no clause, or an unknown one). Why not is the last reason.</summary>
    public required bool? Possible { get; init; }

    /// <summary>The first day on which the party would be out: by the notice asked about, by one that runs already, or by one given on the day; null where the terms give none.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>The same by another convention, where the clause does not declare which holds.</summary>
    public LocalDate? Other { get; init; }

    /// <summary>The first day on which a notice is allowed, where this one would come too early.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>For being out on the day: the last day on which a notice would have been in time, whatever convention holds; null where the terms give none.</summary>
    public LocalDate? NoticeBy { get; init; }

    /// <summary>For a suspension: the provisions whose performance it would put off.</summary>
    public IReadOnlyList<Provision> Released { get; init; } = [];

    /// <summary>Clocks that run on the day and that the act leaves running.</summary>
    public IReadOnlyList<Clock> StillRunning { get; init; } = [];

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>What changes for whom, by day and party.</summary>
    public IReadOnlyList<StatusChange> Changes { get; init; } = [];

    public IReadOnlyList<Reason> Because { get; init; } = [];

    public bool Verified => Because.All(reason => reason.Verified) && Duties.All(duty => duty.Why.Verified);
}

public static class WhatIfs
{
    /// <summary>The acts that can be asked about.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["notify-withdrawal", "revoke-notice", "suspend", "resume", "withdraw"];

    public static WhatIfAnswer Of(Agreement agreement, IReadOnlyList<Event> events, string party, string act, LocalDate on, LocalDate? knownAt = null) => Of(new(agreement, events, knownAt), party, act, on);

    /// <summary>The same of a course that is asked more than once.</summary>
    public static WhatIfAnswer Of(Course course, string party, string act, LocalDate on)
    {
        if (!Acts.Contains(act)) throw new ArgumentException($"'{act}' cannot be asked about; allowed are {string.Join(", ", Acts)}.", nameof(act));
        var (agreement, standing) = (course.Agreement, course.StandingOn(on));
        var before = standing.Late.On(party, on.PlusDays(-1));
        var status = before.Status();
        var because = Because.Of(agreement, party, before, status, null, on.PlusDays(-1), Enumerable.Empty<Deed>().ToLookup(deed => deed.Id)).ToList();
        var answer = new WhatIfAnswer { Agreement = agreement.Id, Party = party, Act = act, On = on, Possible = false };
        if (status == PartyStatus.Unknown) return OfUnknown(answer, agreement, standing);
        if (Refusal(agreement, before, act, party) is { } refusal) return answer with { Because = [.. because, refusal] };
        var clause = agreement.ClauseFor(party);
        if (act == "withdraw") return Leaving(answer with { Because = because }, agreement, standing, clause);

        var deed = new Deed("what-if", act, [party], on, on, Origin.Register, Ground.Memory with { Verified = true });
        var later = History.Of(agreement, [.. standing.KnownDeeds, deed], late: true);
        if (act != "notify-withdrawal")
            return answer with
            {
                Possible = true,
                Changes = Changes(standing.Late, later, [on]),
                Released = act == "suspend" ? [.. agreement.Provisions.Where(provision => Releases(provision, party))] : [],
                StillRunning = Clocks.Of(agreement, later, party, on, []),
                Because = [.. because, Effect(act)],
            };

        var notice = later.On(party, on).Notice ?? later.On(party, on).OutAfter;
        if (notice is null) return answer with { Because = because };
        because.AddRange(notice.End.Steps.Select(step => Because.Addressed(agreement, step)));
        // Where only all together can end it, or nobody before its term, one party's notice is none.
        bool? possible = clause?.Rule switch
        {
            EndDateRule.MutualConsentOnly or EndDateRule.FixedTerm => false,
            null or EndDateRule.None or EndDateRule.Unknown => null,
            _ => notice.End.NotBefore is null,
        };
        return answer with
        {
            Possible = possible,
            Earliest = notice.End.Day,
            Other = notice.End.Other,
            NotBefore = notice.End.NotBefore,
            Duties = possible == true ? [.. DutiesOf(agreement, clause, on)] : [],
            Changes = possible == true ? Changes(standing.Late, later, notice.End.Day is { } end ? [on, end] : [on]) : [],
            Because = because,
        };
    }

    /// <summary>Of a party of which nothing is known nothing is refused either: what a notice would lead to if it is bound.</summary>
    private static WhatIfAnswer OfUnknown(WhatIfAnswer asked, Agreement agreement, Standing standing)
    {
        var because = new List<Reason> { new(new("reason.nothing-known", asked.Party, Edtf.Iso(asked.On)), Verified: false) };
        var facts = standing.Late.FactsOf(asked.Party, asked.On.PlusDays(-1));
        var clause = agreement.ClauseFor(asked.Party);
        if (asked.Act != "notify-withdrawal" || clause is not { Computes: true } || clause.LeastInForce is not null && EndDates.NotBefore(clause, facts) is null) return asked with { Possible = null, Because = because };
        var end = EndDates.Of(clause, asked.On, null, facts);
        because.Add(new(new("reason.if-bound", asked.Party), clause.Ground.Article, Verified: clause.Ground.Verified));
        because.AddRange(end.Steps.Select(step => Because.Addressed(agreement, step)));
        return asked with { Possible = null, Earliest = end.Day, Other = end.Other, NotBefore = end.NotBefore, Because = because };
    }

    /// <summary>Being out on the day: by a notice that has run out by then, and else not, with the day by which a notice was needed.</summary>
    private static WhatIfAnswer Leaving(WhatIfAnswer asked, Agreement agreement, Standing standing, Withdrawal? clause)
    {
        var (party, on) = (asked.Party, asked.On);
        var facts = standing.Late.FactsOf(party, on.PlusDays(-1));
        var because = asked.Because.ToList();
        var by = clause is null ? null : EndDates.NoticeBy(clause, on, facts);
        if (standing.Late.On(party, on.PlusDays(-1)).Notice is { } running)
        {
            var possible = running.End.Day <= on;
            if (!possible && running.End.Day is { } end) because.Add(new(new("reason.out-only-then", party, Edtf.Iso(end), Edtf.Iso(on)), clause?.Ground.Article, Verified: clause?.Ground.Verified ?? false));
            if (!possible) NoticeNeeded();
            return asked with { Possible = possible, Earliest = running.End.Day, Other = running.End.Other, NoticeBy = possible ? null : by, Because = because };
        }
        because.Add(new(new("reason.withdraw-needs-notice", party), clause?.Ground.Article, Verified: clause?.Ground.Verified ?? false));
        var now = clause is null ? null : EndDates.Of(clause, on, null, facts);
        if (now is not null) because.AddRange(now.Steps.Select(step => Because.Addressed(agreement, step)));
        NoticeNeeded();
        return asked with { Earliest = now?.Day, Other = now?.Other, NotBefore = now?.NotBefore, NoticeBy = by, Because = because };

        void NoticeNeeded()
        {
            if (by is { } last) because.Add(new(new("reason.notice-needed-by", Edtf.Iso(on), Edtf.Iso(last)), clause!.Ground.Article, Because.Address(agreement, clause.Ground), Verified: clause.Ground.Verified));
        }
    }

    /// <summary>What binds day by day and is put off by a suspension; the clauses on leaving, ending and reviewing are not.</summary>
    private static bool Releases(Provision provision, string party) => provision switch
    {
        Prohibition or Quota => true,
        Ceiling ceiling => ceiling.On.Count == 0 || ceiling.On.Contains(party),
        AdvanceNotice notice => notice.On.Count == 0 || notice.On.Contains(party),
        _ => false,
    };

    private static Reason? Refusal(Agreement agreement, PartyState before, string act, string party)
    {
        var possible = act switch
        {
            "notify-withdrawal" => before is { Bound: not null, Notice: null },
            "withdraw" => before.Bound is not null,
            "revoke-notice" => before.Notice is not null && agreement.ClauseFor(party)?.Revocable != false,
            "suspend" => before.Bound is not null && before.Suspensions.IsEmpty,
            _ => !before.Suspensions.IsEmpty,
        };
        return possible ? null : new(new("reason.cannot-act", party, act, before.Status().Word()));
    }

    private static Reason Effect(string act) => act switch
    {
        "suspend" => new(new("reason.suspension-releases"), "VCLT 72"),
        "revoke-notice" => new(new("reason.revoked-in-time"), "VCLT 68"),
        _ => new(new("reason.performance-resumes")),
    };

    private static IEnumerable<Duty> DutiesOf(Agreement agreement, Withdrawal? clause, LocalDate on)
    {
        if (clause is not null)
        {
            if (clause.OnlyIf is { } condition) yield return new("only-if", null, null, Why(clause, new("reason.only-if", condition)));
            foreach (var addressee in clause.Addressees) yield return new($"tell-{addressee}", null, null, Why(clause, new("reason.must-be-told", addressee)));
            if (clause.StatementRequired) yield return new("statement", null, null, Why(clause, new("reason.statement-required")));
            if (clause.DuesRequired) yield return new("dues", null, null, Why(clause, new("reason.dues-required")));
        }
        foreach (var follow in agreement.Of<FollowUp>().Where(follow => follow.After == "notify-withdrawal"))
            yield return new(follow.What, on.PlusDays(follow.LeastDays), on.PlusDays(follow.MostDays),
                Why(follow, new("reason.window", Edtf.Iso(on), $"{follow.LeastDays}", $"{follow.MostDays}", Edtf.Between(on.PlusDays(follow.LeastDays), on.PlusDays(follow.MostDays)).Text)));

        Reason Why(Provision provision, Message says) => new(says, provision.Ground.Article, Because.Address(agreement, provision.Ground), Verified: provision.Ground.Verified);
    }

    private static IReadOnlyList<StatusChange> Changes(History before, History after, IReadOnlyList<LocalDate> days) =>
    [
        .. from day in days
           from party in after.Parties
           let was = before.On(party, day).Status()
           let becomes = after.On(party, day).Status()
           where was != becomes
           select new StatusChange(party, day, was, becomes),
    ];
}
