// A second reading of what acts do to states, written apart from the engine: one day after the other, no clocks kept ahead, calendar sums by walking.
using NodaTime;
using Servanda.Model;

namespace Servanda.Tests;

/// <summary>Slow and plain. Every act is dated to the day; agreements have at most one clause.</summary>
internal sealed class NaiveInterpreter
{
    private sealed class Party
    {
        public bool Signed, Ratified, Deratified, Bound, Out, Over;
        public LocalDate BoundSince;
        public bool Presumed;
        public (RegisterAct Act, LocalDate? Ends)? Notice;
        public List<(bool Whole, HashSet<string> Towards)> Suspended = [];
    }

    private readonly Agreement agreement;
    private readonly SortedDictionary<string, Party> parties = new(StringComparer.Ordinal);
    private readonly List<RegisterAct> acts;
    private LocalDate? inForce;
    private LocalDate? term;

    public NaiveInterpreter(Agreement agreement)
    {
        this.agreement = agreement;
        acts = [.. agreement.Register.OrderBy(act => Array.IndexOf(Order, act.Act)).ThenBy(act => act.Id, StringComparer.Ordinal)];
        foreach (var name in agreement.PartiesClosed.Concat(acts.SelectMany(act => act.Parties))) parties.TryAdd(name, new());
    }

    /// <summary>What takes effect first on one day.</summary>
    private static readonly string[] Order =
        ["sign", "ratify", "enter-into-force", "extend", "resume", "revoke-notice", "suspend", "announce-withdrawal", "notify-withdrawal", "revoke-ratification", "withdraw", "terminate"];

    /// <summary>Calls <paramref name="look"/> with the status of each party at the end of every day.</summary>
    public void Run(LocalDate first, LocalDate last, Action<LocalDate, string, PartyStatus> look)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            if (term == day) EndAll(null);
            foreach (var (name, party) in parties)
                if (party.Notice is { Ends: { } ends } && ends == day && !HasOwnExit(name, party.Notice.Value.Act)) Leave(name, party);
            foreach (var act in acts.Where(act => act.Date.Earliest == day)) Do(act, day);
            foreach (var (name, party) in parties) look(day, name, StatusOf(party));
        }
    }

    private static PartyStatus StatusOf(Party party) =>
        party.Over ? PartyStatus.Ended
        : party.Out ? PartyStatus.Withdrawn
        : party.Bound && party.Suspended.Any(held => held.Whole) ? PartyStatus.Suspended
        : party.Bound && party.Notice is not null ? PartyStatus.NoticeRunning
        : party.Bound ? PartyStatus.InForce
        : party.Deratified ? PartyStatus.NoLongerRatified
        : party.Ratified ? PartyStatus.Ratified
        : party.Signed ? PartyStatus.Signatory
        : PartyStatus.Unknown;

    private void Do(RegisterAct act, LocalDate day)
    {
        if (act.Act == "enter-into-force")
        {
            if (inForce is null)
            {
                inForce = day;
                if (agreement.Of<DurationProvision>().FirstOrDefault() is { Length: { } length, Renews: false }) term = Later(day, length);
            }
            foreach (var (name, party) in parties)
                if (act.Parties.Contains(name) || act.Parties.Count == 0 && (party is { Ratified: true, Out: false } || agreement.PartiesClosed.Count == 2 && agreement.PartiesClosed.Contains(name)))
                    if (!party.Bound) Join(party, day);
            return;
        }
        if (act.Act == "extend")
        {
            term = act.Until ?? term;
            return;
        }
        if (act.Act == "terminate" && (act.Parties.Count == 0 || agreement.PartiesClosed.Count > 0 && agreement.PartiesClosed.All(act.Parties.Contains)))
        {
            EndAll(null);
            return;
        }
        var who = act.Parties.Count > 0 ? act.Parties
            : act.Act == "sign" ? agreement.PartiesClosed.Count == 2 ? agreement.PartiesClosed : []
            : [.. parties.Where(pair => pair.Value.Bound).Select(pair => pair.Key)];
        foreach (var name in who) DoAs(name, parties[name], act, day);
    }

    private void DoAs(string name, Party party, RegisterAct act, LocalDate day)
    {
        var onlyTheBound = act.Act is "announce-withdrawal" or "notify-withdrawal" or "suspend" or "resume" or "revoke-notice" or "withdraw" or "terminate";
        var joinsNowhere = !acts.Any(other => other.Parties.Contains(name) && other.Act is "sign" or "ratify" or "enter-into-force" && other.Parties.Contains(name));
        if (onlyTheBound && joinsNowhere && party is { Bound: false, Out: false, Over: false })
        {
            Join(party, day);
            party.Presumed = true;
        }
        switch (act.Act)
        {
            case "sign":
                party.Signed = true;
                break;
            case "ratify" when !party.Bound:
                (party.Ratified, party.Deratified, party.Out) = (true, false, false);
                break;
            case "revoke-ratification" when party is { Bound: false, Out: false, Over: false }:
                (party.Ratified, party.Deratified) = (false, true);
                break;
            case "notify-withdrawal" when party is { Bound: true, Notice: null }:
                party.Notice = (act, Ends(name, party, act, day));
                break;
            case "revoke-notice" when party.Notice is not null && Clause()?.Revocable != false:
                party.Notice = null;
                break;
            case "suspend" when party.Bound:
                party.Suspended.Add((act.Towards.Count == 0, [.. act.Towards]));
                break;
            case "resume" when party.Out:
                Join(party, day);
                break;
            case "resume":
                if (act.Towards.Count == 0) party.Suspended.Clear();
                foreach (var (_, towards) in party.Suspended) towards.ExceptWith(act.Towards);
                party.Suspended.RemoveAll(held => !held.Whole && held.Towards.Count == 0);
                break;
            case "withdraw" or "terminate" when !party.Out && !party.Over && (party.Bound || party.Signed || party.Ratified):
                Leave(name, party);
                break;
        }
    }

    private static void Join(Party party, LocalDate day) =>
        (party.Bound, party.BoundSince, party.Presumed, party.Deratified, party.Out, party.Over, party.Notice, party.Suspended) = (true, day, false, false, false, false, null, []);

    private void Leave(string name, Party party)
    {
        (party.Bound, party.Out, party.Notice, party.Suspended) = (false, true, null, []);
        if (agreement.PartiesClosed.Count == 2 || Clause()?.EndsAgreement == true) EndAll(name);
    }

    private void EndAll(string? leaver)
    {
        term = null;
        foreach (var (name, party) in parties)
            if (party.Bound || name == leaver) (party.Bound, party.Out, party.Over, party.Notice, party.Suspended) = (false, false, true, null, []);
    }

    private Withdrawal? Clause() => agreement.Of<Withdrawal>().FirstOrDefault();

    /// <summary>Whether the record itself says when this notice led out: the party's next act that is an exit comes before any that would undo the notice.</summary>
    private bool HasOwnExit(string name, RegisterAct notice)
    {
        var own = acts.Where(act => act.Parties.Contains(name)).OrderBy(act => act.Date.Earliest).ThenBy(act => Array.IndexOf(Order, act.Act)).ThenBy(act => act.Id, StringComparer.Ordinal).ToList();
        foreach (var act in own.Skip(own.IndexOf(notice) + 1))
        {
            if (act.Act is "withdraw" or "terminate") return true;
            if (act.Act is "revoke-notice" or "ratify" or "enter-into-force") return false;
        }
        return false;
    }

    private LocalDate? Ends(string name, Party party, RegisterAct act, LocalDate day)
    {
        if (Clause() is not { } clause) return null;
        foreach (var received in act.Received.Values)
            while (day < received) day = day.PlusDays(1);
        if (clause.LeastInForce is { } least)
        {
            LocalDate? since = least.From == InForceFrom.Party ? party.Presumed ? null : party.BoundSince : inForce;
            if (since is { } start && day < Later(start, least.Period)) return null;
        }
        LocalDate? end = clause.Rule switch
        {
            EndDateRule.BeforeIntendedDate or EndDateRule.AfterReceipt or EndDateRule.MinInForceThen => Counted(day, clause),
            EndDateRule.ExpiryAfterReceipt => Counted(day, clause).PlusDays(1),
            EndDateRule.FirstOfMonthAfter => Walk(Counted(day, clause).PlusDays(1), at => at.Day == 1),
            EndDateRule.FixedCalendar => OnCalendar(clause.Calendar!, day),
            EndDateRule.AutoRenewWithNotice => NextTerm(day, clause.Period!.Value),
            _ => null,
        };
        if (end is { } computed && act.Until is { } named && named > computed) end = named;
        if (clause.BlockedWhile is null) return end;
        // Nobody is out while one of the wars goes on: the first day from which on it is at peace.
        for (var step = 0; end is { } at && step < 4000; step++)
        {
            var wars = agreement.Conditions.Where(war => war.Party == name && war.From <= at && (war.Until is not { } peace || at < peace)).ToList();
            if (wars.Count == 0) return end;
            if (wars.Any(war => war.Until is null)) return null;
            end = at.PlusDays(1);
        }
        return end;
    }

    /// <summary>The end of the clause's period; where the last month has no such day its last, or the first of the next where the clause declares that.</summary>
    private static LocalDate Counted(LocalDate day, Withdrawal clause)
    {
        var period = clause.Period!.Value;
        var end = Later(day, period);
        return period.Unit != TermUnit.Day && end.Day != day.Day && clause.MonthEnd == MonthEnd.NextDay ? end.PlusDays(1) : end;
    }

    private static LocalDate OnCalendar(CalendarDay calendar, LocalDate notice)
    {
        // The first fixed day whose deadline for notices has not passed.
        var at = Walk(notice.PlusDays(-400), day => day.Month == calendar.Month && day.Day == calendar.Day && new LocalDate(day.Year + calendar.NoticeYear, calendar.NoticeMonth, calendar.NoticeDay) >= notice && day.Year >= notice.Year);
        return calendar.LastDayIn ? at.PlusDays(1) : at;
    }

    private LocalDate? NextTerm(LocalDate notice, TermPeriod ahead)
    {
        if (inForce is not { } start || agreement.Of<DurationProvision>().FirstOrDefault()?.Length is not { } length) return null;
        for (var number = 1; ; number++)
        {
            var end = Later(start, new(length.Count * number, length.Unit));
            if (Earlier(end, ahead) >= notice) return end;
        }
    }

    private static LocalDate Walk(LocalDate from, Func<LocalDate, bool> until)
    {
        while (!until(from)) from = from.PlusDays(1);
        return from;
    }

    private static LocalDate Later(LocalDate day, TermPeriod period) => Moved(day, period, 1);

    private static LocalDate Earlier(LocalDate day, TermPeriod period) => Moved(day, period, -1);

    /// <summary>Days one by one; months by counting months and taking the month's last day where the day does not exist.</summary>
    private static LocalDate Moved(LocalDate day, TermPeriod period, int sign)
    {
        if (period.Unit == TermUnit.Day)
        {
            for (var i = 0; i < period.Count; i++) day = day.PlusDays(sign);
            return day;
        }
        var months = day.Year * 12 + day.Month - 1 + sign * period.Count * (period.Unit == TermUnit.Year ? 12 : 1);
        var (year, month) = (months / 12, months % 12 + 1);
        var length = month is 4 or 6 or 9 or 11 ? 30 : month != 2 ? 31 : year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        return new(year, month, Math.Min(day.Day, length));
    }
}
