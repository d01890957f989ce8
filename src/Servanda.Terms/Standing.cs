// The histories that answer one question about one agreement: as established, by the first and by the last days that dates can mean, and as each side sees it.
using System.Collections.Concurrent;
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal sealed class Standing
{
    private readonly Agreement agreement;
    private readonly StatusQuery query;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Views.Other>> seen;
    private readonly IReadOnlyList<Deed> deeds;
    private readonly DeedsByParty byParty;
    private readonly MergedEvents merged;
    private readonly IReadOnlyList<Event> staffing;

    private Standing(Agreement agreement, IReadOnlyList<Event> events, StatusQuery query)
    {
        this.agreement = agreement;
        this.query = query;
        seen = new(StringComparer.Ordinal);
        events = [.. events.Where(one => one.Agreement == agreement.Id)];
        staffing = [.. events.Where(Limits.MayLimit)];
        var register = query.Basis == Basis.Reports ? [] : Deeds.OfRegister(agreement, query.KnownAt, query.On);
        var reported = query.Basis == Basis.Register ? [] : Deeds.OfEvents(agreement, events, query.KnownAt);
        merged = query.Basis == Basis.All ? EventMerge.Of(agreement, register, reported) : new([], [], Enumerable.Empty<Deed>().ToLookup(deed => deed.Id));
        deeds = DeedOrder.Sorted([.. register, .. query.Basis == Basis.Reports ? reported : merged.Added], late: true);
        byParty = new(agreement, deeds);
        Late = History.Of(agreement, deeds, late: true);
        Early = deeds.All(deed => deed.First == deed.Last) ? Late : History.Of(agreement, deeds, late: false);
        Parties = [.. Late.Parties.Where(party => query.Basis != Basis.Reports || Late.Changes(party).Any()
            || agreement.PartiesClosed.Contains(party) || agreement.Parties.Any(entry => entry.Party == party)).Concat(agreement.Parties.Select(entry => entry.Party)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The same histories, asked about another day.</summary>
    private Standing(Standing same, LocalDate on)
    {
        (agreement, deeds, byParty, merged, staffing, seen) = (same.agreement, same.deeds, same.byParty, same.merged, same.staffing, same.seen);
        (Late, Early, Parties) = (same.Late, same.Early, same.Parties);
        query = same.query with { On = on };
    }

    public IReadOnlyList<Deed> KnownDeeds => deeds;

    public History Late { get; }

    public History Early { get; }

    public IReadOnlyList<string> Parties { get; }

    public static Standing Of(Agreement agreement, IReadOnlyList<Event> events, StatusQuery query) => new(agreement, events, query);

    /// <summary>How it stands on another day by which the same objections had been made.</summary>
    public Standing OnDay(LocalDate day) => new(this, day);

    /// <summary>What may be held against a party's history, worked out once for all days.</summary>
    private IReadOnlyList<Views.Other> Seen(string party) => seen.GetOrAdd(party, one => Views.Others(agreement, byParty, merged, one, null));

    /// <summary>Those towards whom the party's state may differ on the day.</summary>
    public IEnumerable<string> TowardsOf(string party) =>
        Late.On(party, query.On).Suspensions.SelectMany(deed => deed.Towards).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public StatusAnswer Answer(string party, string? towards)
    {
        var (state, since) = Late.At(party, query.On);
        var status = Status(Late, party, query.On, towards);
        var early = ReferenceEquals(Early, Late) ? status : Status(Early, party, query.On, towards);
        var because = new List<Reason>();
        bool? inForce = InForce(status, state);
        if (early != status)
        {
            var other = InForce(early, Early.On(party, query.On));
            because.Add(new(new("reason.day-not-settled", early.Word(), status.Word()), Verified: false));
            because.AddRange(Because.Of(agreement, party, Early.On(party, query.On), early, towards, query.On, merged.Agreeing));
            (status, inForce) = (PartyStatus.Unknown, inForce == other ? inForce : null);
        }
        because.AddRange(Because.Of(agreement, party, state, early == Status(Late, party, query.On, towards) ? status : Status(Late, party, query.On, towards), towards, query.On, merged.Agreeing));
        if (because.Count == 0) because.Add(new(new(status == PartyStatus.NotParty ? "reason.no-act-joins" : "reason.nothing-known", party, Edtf.Iso(query.On)), Verified: status == PartyStatus.NotParty));
        return new()
        {
            Agreement = agreement.Id,
            Party = party,
            Towards = towards,
            On = query.On,
            Status = status,
            InForce = inForce,
            Verified = status != PartyStatus.Unknown && because.All(reason => reason.Verified),
            Expected = query.KnownAt is { } known && query.On > known && since > known,
            Clocks = Clocks.Of(agreement, Late, party, query.On, deeds),
            Limits = Limits.Of(agreement, party, query, inForce, staffing),
            Views = towards is null ? Views.Of(Seen(party), query.On, status, (history, day) => Status(history, party, day, null))
                : Views.Of(agreement, byParty, merged, party, towards, query.On, status, (history, day) => Status(history, party, day, towards)),
            Because = because,
        };
    }

    /// <summary>
    /// The status of a party from each day on which it, or somebody's view of it, changes; the same as <see cref="Answer"/> gives day by day, worked out once. An objection counts from its own day.
    /// </summary>
    public IReadOnlyList<(LocalDate From, PartyStatus Status, bool Contested)> OverTime(string party)
    {
        var others = Seen(party).Select(other => other.Denied is { } denied ? other with { From = LocalDate.Max(other.From, DeniedFrom(denied)) } : other).ToList();
        var days = Late.Changes(party).Concat(Early.Changes(party)).Concat(others.SelectMany(other => other.History.Changes(party))).Select(change => change.From).Concat(others.Select(other => other.From)).Where(day => day > LocalDate.MinIsoValue).Distinct().Order();
        var all = new List<(LocalDate From, PartyStatus Status, bool Contested)>();
        foreach (var day in days)
        {
            var late = Status(Late, party, day, null);
            var status = ReferenceEquals(Early, Late) || Status(Early, party, day, null) == late ? late : PartyStatus.Unknown;
            var contested = Views.Of(others, day, status, (history, at) => Status(history, party, at, null)).Count > 0;
            if (all.Count == 0 || all[^1].Status != status || all[^1].Contested != contested) all.Add((day, status, contested));
        }
        return all;
    }

    /// <summary>The day from which an act is denied: its own where the file says by whom, else that of the first objection to it.</summary>
    private LocalDate DeniedFrom(Deed denied)
    {
        if (agreement.Register.FirstOrDefault(act => act.Id == denied.Id) is not { DeniedBy.Count: 0 }) return denied.Last;
        return agreement.Register.Where(act => act.Act == "object" && act.To == denied.Id).Select(act => act.Date.Latest).OfType<LocalDate>().DefaultIfEmpty(denied.Last).Min();
    }

    private PartyStatus Status(History history, string party, LocalDate day, string? towards)
    {
        var state = history.On(party, day);
        if (!state.IsBlank || query.Basis == Basis.Reports) return state.Status(towards);
        if (agreement.PartiesComplete && !agreement.PartiesClosed.Contains(party) && !agreement.Parties.Any(entry => entry.Party == party)) return PartyStatus.NotParty;
        // Before the first act that joins it a party was none, where the day of that act is known.
        var first = history.Changes(party).Select(change => ((LocalDate, PartyState)?)change).FirstOrDefault();
        return first is { } change && change.Item1 > day && !change.Item2.Presupposed ? PartyStatus.NotParty : PartyStatus.Unknown;
    }

    /// <summary>Whether the agreement binds the party on the day; null where that is not to be known.</summary>
    private static bool? InForce(PartyStatus status, PartyState state) => status switch
    {
        PartyStatus.InForce or PartyStatus.Suspended or PartyStatus.NoticeRunning => true,
        PartyStatus.Unknown => null,
        PartyStatus.Ratified => state.Ratified is not null ? null : false,
        _ => false,
    };
}
