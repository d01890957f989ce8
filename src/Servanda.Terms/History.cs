// The states of every party of an agreement over time: an event calculus over days.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>
/// What the deeds bring about. Deeds are applied day by day, on one day in the order of <see cref="Deed.Rank"/>, clocks that run out on a day before all others:
/// a notice can no longer be taken back on the day on which it takes effect.
/// </summary>
internal sealed class History
{
    private readonly PartyStates states = new();
    private readonly Agreement agreement;
    private readonly Dictionary<string, List<Deed>> deedsOf = new(StringComparer.Ordinal);
    private readonly bool late;
    private readonly string? only;
    private readonly PriorityQueue<(Deed Deed, Deed? Cause), (LocalDate Day, int Rank, int Number)> queue = new();
    private Deed? inForce;
    private LocalDate? inForceSince;
    private readonly List<(LocalDate From, LocalDate? End)> terms = [];
    private LocalDate? termEnd;
    private int number;

    private History(Agreement agreement, IReadOnlyList<Deed> deeds, bool late, string? only)
    {
        this.agreement = agreement;
        this.late = late;
        this.only = only;
        var inOrder = DeedOrder.Sorted(deeds, late);
        foreach (var deed in inOrder)
        {
            foreach (var party in deed.Parties)
                if (!Concerns(party)) continue;
                else if (deedsOf.TryGetValue(party, out var own)) own.Add(deed);
                else deedsOf[party] = [deed];
        }
        foreach (var party in agreement.PartiesClosed.Concat(deedsOf.Keys))
        {
            if (Concerns(party)) states.Know(party);
        }
        // What follows by itself comes between the deeds, on its own day before them.
        foreach (var deed in inOrder)
        {
            Follow(deed.On(late));
            Apply(deed, null, deed.On(late));
        }
        Follow(LocalDate.MaxIsoValue);
    }

    private void Follow(LocalDate until)
    {
        while (queue.TryPeek(out var next, out var order) && order.Day <= until)
        {
            queue.Dequeue();
            Apply(next.Deed, next.Cause, order.Day);
        }
    }

    /// <param name="late">Whether deeds of uncertain day count from the last day that they can mean, or from the first.</param>
    /// <param name="only">The one party whose states are asked for: those of others are not worked out. Where another's leaving ends the agreement for it too, that needs all.</param>
    public static History Of(Agreement agreement, IReadOnlyList<Deed> deeds, bool late, string? only = null) => new(agreement, deeds, late, only);

    public IEnumerable<string> Parties => states.Parties;

    /// <summary>First day of the agreement as a whole.</summary>
    public LocalDate? InForceSince => inForceSince;

    /// <summary>The day on which the term runs out (first day after it), as it stood on a day; null where none runs.</summary>
    public LocalDate? TermEndOn(LocalDate day)
    {
        for (var i = terms.Count - 1; i >= 0; i--)
            if (terms[i].From <= day) return terms[i].End;
        return null;
    }

    public PartyState On(string party, LocalDate day) => At(party, day).State;

    /// <inheritdoc cref="PartyStates.At"/>
    public (PartyState State, LocalDate? Since) At(string party, LocalDate day) => states.At(party, day);

    /// <summary>What an end-date rule counts from for a party, as it stands on a day.</summary>
    public EndDateFacts FactsOf(string party, LocalDate day) => Facts(On(party, day), party);

    /// <inheritdoc cref="PartyStates.Changes"/>
    public IEnumerable<(LocalDate From, PartyState State)> Changes(string party) => states.Changes(party);

    private bool Concerns(string party) => only is null || string.Equals(party, only, StringComparison.Ordinal);

    private PartyState Now(string party) => states.Last(party);

    private void Set(string party, LocalDate day, PartyState state)
    {
        if (Concerns(party)) states.Set(party, day, state);
    }

    private void Apply(Deed deed, Deed? cause, LocalDate day)
    {
        switch (deed.Act)
        {
            case "enter-into-force" or "restore-relations":
                EnterIntoForce(deed, cause, day);
                break;
            case "terminate" when deed.Origin == Origin.Computed ? termEnd == day : IsWhole(deed):
                End(deed, day);
                break;
            case "terminate" when deed.Origin == Origin.Computed:
                break;
            case "extend":
                Extend(deed, day);
                break;
            default:
                var whole = deed.Parties.Count > 0 ? deed.Parties : deed.Act == "sign" ? agreement.IsBilateral ? agreement.PartiesClosed : [] : [.. states.Parties.Where(party => Now(party).Bound is not null)];
                foreach (var party in whole)
                {
                    // Who succeeds another ends that one's part too.
                    if (Concerns(party) || deed.Act == Deeds.Succeed) Step(deed, cause, party, day);
                }
                break;
        }
    }

    private bool IsWhole(Deed deed) => deed.Parties.Count == 0 || agreement.PartiesClosed.Count > 0 && agreement.PartiesClosed.All(deed.Parties.Contains);

    private void Step(Deed deed, Deed? cause, string party, LocalDate day)
    {
        var now = Now(party);
        if (now is { Bound: null, Out: null, Ended: null } && Presupposes(deed, party))
        {
            now = Bind(now, deed, null) with { Presupposed = true };
            Set(party, day, now);
        }
        PartyState? next = deed.Act switch
        {
            "sign" => now.Signed is null ? now with { Signed = deed } : null,
            "ratify" or "accede" => Ratify(now, deed, party, day),
            Deeds.ApplyProvisionally => now.Bound is null ? now with { Provisional = deed } : null,
            Deeds.Succeed => Succeed(now, deed, day),
            "announce-withdrawal" => now is { Bound: not null, Announced: null } ? now with { Announced = deed } : null,
            "notify-withdrawal" => now is { Bound: not null, Notice: null } ? now with { Notice = Start(now, deed, party, day) } : null,
            "revoke-notice" => now.Notice is not null && agreement.ClauseFor(party)?.Revocable != false ? now with { Notice = null, Announced = null } : null,
            "suspend" => now.Bound is not null ? now with { Suspensions = now.Suspensions.Add(deed) } : null,
            "resume" => Resume(now, deed, day),
            "revoke-ratification" => now is { Bound: null, Out: null, Ended: null } ? now with { Ratified = null, Deratified = deed } : null,
            "withdraw" or "terminate" => Leave(now, deed, cause, party, day),
            _ => null,
        };
        if (next is null) return;
        Set(party, day, next);
        if (next is { Out: not null } && now.Out is null && (agreement.IsBilateral || agreement.ClauseFor(party)?.EndsAgreement == true)) End(deed, day, party);
    }

    /// <summary>Acts that only a bound party can do tell that it is bound, unless the register says how it joined.</summary>
    private bool Presupposes(Deed deed, string party) =>
        deed.Act is "announce-withdrawal" or "notify-withdrawal" or "suspend" or "resume" or "revoke-notice" or "withdraw" or "terminate"
        && (deed.Origin == Origin.Event || deedsOf.TryGetValue(party, out var own) && !own.Any(other => other.Act is "sign" or "ratify" or "accede" or "enter-into-force" or Deeds.Succeed or Deeds.ApplyProvisionally));

    private static PartyState Bind(PartyState now, Deed deed, LocalDate? since) =>
        new() { Signed = now.Signed, Ratified = now.Ratified, Bound = deed, BoundSince = since == Deeds.LongAgo ? null : since };

    private PartyState? Ratify(PartyState now, Deed deed, string party, LocalDate day)
    {
        if (now.Bound is not null) return null;
        if (inForce is not null && agreement.Of<EntryIntoForce>().FirstOrDefault()?.LaterDelay is { } delay)
        {
            var end = EndDates.Plus(day, delay, MonthEnd.LastDay).Day;
            if (agreement.Of<EntryIntoForce>().First().FirstOfMonth) end = end.With(DateAdjusters.StartOfMonth).PlusMonths(1);
            Enqueue(new($"{deed.Id}:in-force", "enter-into-force", [party], end, end, Origin.Computed, agreement.Of<EntryIntoForce>().First().Ground), deed, end);
        }
        return now with { Ratified = deed, Deratified = null, Out = null, OutAfter = null };
    }

    private PartyState Succeed(PartyState now, Deed deed, LocalDate day)
    {
        foreach (var before in deed.Towards)
            if (Now(before) is { Bound: not null } predecessor) Set(before, day, predecessor with { Bound = null, Notice = null, Suspensions = [], Ended = deed });
        return Bind(now, deed, deed.Origin == Origin.Register ? day : null);
    }

    private RunningNotice Start(PartyState now, Deed deed, string party, LocalDate day)
    {
        var from = deed.ReceivedBy is { } received && received > day ? received : day;
        var end = agreement.ClauseFor(party) is { } clause ? EndDates.Of(clause, from, deed.Until, Facts(now, party)) : new EndDate(null, null, null, [new(new("reason.no-end-computed"), Verified: false)]);
        if (ExitAfter(party, deed, end) is { } exit) return new(deed, end with { Day = exit.On(late) }, from);
        if (end.Day is { } ends) Enqueue(new($"{deed.Id}:effect", "withdraw", [party], ends, ends, Origin.Computed, deed.Ground) { Steps = end.Steps }, deed, ends);
        return new(deed, end, from);
    }

    private EndDateFacts Facts(PartyState now, string party) =>
        new(inForceSince, now.BoundSince, agreement.Of<DurationProvision>().FirstOrDefault(), [.. agreement.Conditions.Where(condition => condition.Party == party)]);

    /// <summary>The exit that the record has for this notice, which decides over the computed one; an exit that is only reported counts where the clause allows it.</summary>
    private Deed? ExitAfter(string party, Deed notice, EndDate end)
    {
        if (!deedsOf.TryGetValue(party, out var own)) return null;
        for (var i = own.FindIndex(deed => deed.Id == notice.Id || deed.On(late) > notice.On(late)); i >= 0 && i < own.Count; i++)
        {
            if (own[i].Id == notice.Id) continue;
            if (own[i].Act is "withdraw" or "terminate" && (own[i].Origin == Origin.Register || end.Day is not { } day || own[i].On(late) >= day)) return own[i];
            if (own[i].Act is "revoke-notice" or "ratify" or "accede" or "enter-into-force") return null;
        }
        return null;
    }

    private static PartyState? Resume(PartyState now, Deed deed, LocalDate day)
    {
        if (now.Out is not null) return Bind(now, deed, day);
        if (now.Suspensions.IsEmpty) return null;
        if (deed.Towards.Count == 0) return now with { Suspensions = [] };
        return now with
        {
            Suspensions = [.. now.Suspensions.Select(held => held with { Towards = [.. held.Towards.Except(deed.Towards, StringComparer.Ordinal)] })
                .Zip(now.Suspensions).Where(pair => pair.Second.Towards.Count == 0 || pair.First.Towards.Count > 0).Select(pair => pair.Second.Towards.Count == 0 ? pair.Second : pair.First)],
        };
    }

    private PartyState? Leave(PartyState now, Deed deed, Deed? cause, string party, LocalDate day)
    {
        if (deed.Origin == Origin.Computed && now.Notice?.Deed != cause) return null;
        if (now.Out is not null || now.Ended is not null || now is { Bound: null, Signed: null, Ratified: null, Provisional: null }) return null;
        if (deed.Origin == Origin.Event && now.Bound is not null && TooEarly(now, party, day)) return null;
        return now with { Bound = null, Provisional = null, Notice = null, Suspensions = [], Out = deed, OutAfter = now.Notice, Announced = null };
    }

    /// <summary>Whether a reported exit comes before the clause allows one, counted from the notice, or from the announcement where no notice is known.</summary>
    private bool TooEarly(PartyState now, string party, LocalDate day)
    {
        if (now.Notice is { } notice) return notice.End.Day > day;
        if (now.Announced is not { } announced || agreement.ClauseFor(party) is not { Computes: true } clause) return false;
        var facts = new EndDateFacts(inForceSince, now.BoundSince, agreement.Of<DurationProvision>().FirstOrDefault());
        return EndDates.Of(clause, announced.First ?? Deeds.LongAgo, null, facts).Day > day;
    }

    private void EnterIntoForce(Deed deed, Deed? cause, LocalDate day)
    {
        if (deed.Origin == Origin.Computed)
        {
            var party = deed.Parties[0];
            if (Now(party) is { Bound: null } waiting && waiting.Ratified == cause) Set(party, day, Bind(waiting, deed, day));
            return;
        }
        if (inForce is null)
        {
            inForce = deed;
            if (day != Deeds.LongAgo) inForceSince = day;
            if (agreement.Of<DurationProvision>().FirstOrDefault() is { Length: { } length, Renews: false } && inForceSince is { } start) SetTerm(start.Plus(length.Calendar), deed, day);
        }
        var entering = deed.Parties.Count > 0 ? deed.Parties
            : [.. states.Parties.Where(party => Now(party) is { Ratified: not null, Out: null } || agreement.IsBilateral && agreement.PartiesClosed.Contains(party))];
        foreach (var party in entering)
            if (Concerns(party) && Now(party) is { Bound: null } now) Set(party, day, Bind(now, deed, day));
    }

    private void Extend(Deed deed, LocalDate day)
    {
        if (deed.Until is { } until) SetTerm(until, deed, day);
        else if (termEnd is { } end && deed.Longer is { } longer) SetTerm(end.Plus(longer.Calendar), deed, day);
    }

    private void SetTerm(LocalDate end, Deed by, LocalDate day)
    {
        termEnd = end;
        terms.Add((day, end));
        Enqueue(new($"{by.Id}:term", "terminate", [], end, end, Origin.Computed, by.Ground), by, end);
    }

    /// <summary>The agreement ends for all who are bound, and for <paramref name="leaver"/>, whose leaving ended it.</summary>
    private void End(Deed deed, LocalDate day, string? leaver = null)
    {
        termEnd = null;
        terms.Add((day, null));
        foreach (var party in states.Parties.ToList())
        {
            var now = Now(party);
            if (now.Bound is not null || now.Provisional is not null || party == leaver)
                Set(party, day, now with { Bound = null, Provisional = null, Notice = null, Suspensions = [], Out = null, Ended = deed, OutAfter = now.Notice ?? now.OutAfter });
        }
    }

    /// <summary>Clocks come before the acts of their day, and the term of the agreement before the notices of its parties.</summary>
    private void Enqueue(Deed deed, Deed cause, LocalDate day) => queue.Enqueue((deed, cause), (day, deed.Act == "terminate" ? -2 : -1, number++));
}
