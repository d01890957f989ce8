// What all visits share: the knowledge, where the ledger is, and answers that are kept until the ledger changes.
using System.Collections.Concurrent;
using NodaTime;
using Servanda.Doing;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>Safe for several visits at once: each opens the ledger for itself.</summary>
internal sealed class Site(Call call)
{
    /// <summary>Answers kept at once; beyond, all are worked out again.</summary>
    private const int MostKept = 2000;

    private readonly Lazy<ActorCodes> actors = new(() => ActorCodes.Of(call.Knowledge));
    private readonly Lazy<Pipeline> pipeline = new(() => new Pipeline(call.Knowledge));
    private readonly ConcurrentDictionary<string, (string Of, Lazy<object> Answer)> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyDictionary<string, IReadOnlyList<(PartyStatus Status, int Parties)>>> registry = new();
    private Judging? judging;

    private static FoundFindings Nothing { get; } = new([]);

    private readonly ConcurrentDictionary<string, Wording> words = new(StringComparer.Ordinal);

    public Knowledge Knowledge => call.Knowledge;

    public Wording WordsIn(string language) => words.GetOrAdd(language, one => new(Knowledge, one));

    public Pipeline Pipeline => pipeline.Value;

    public ActorCodes Actors => actors.Value;

    public KeptPages Pages { get; } = new();

    public Surroundings Surroundings => call.Surroundings;

    public Access Access { get; init; } = new([]);

    /// <summary>Who answers for the reviews that are given out as JSON-LD; null: nobody is named.</summary>
    public string? Reviewer { get; init; }

    /// <summary>How long a visit waits for findings that are being worked out; then it shows those that there are and says so.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Work that a visit cannot be given back from (reading a page, a ruling): so many at once, the others wait.</summary>
    public SemaphoreSlim Heavy { get; } = new(Math.Max(2, Environment.ProcessorCount));

    /// <summary>The ledger's place as the command was given it; null: the usual one.</summary>
    public string? LedgerName => call.Text("--ledger");

    public LocalDate Today() => call.Surroundings.Clock?.Invoke() ?? call.Surroundings.Today;

    public LedgerStore? OpenLedger() => Ledgers.IfThere(call);

    /// <summary>An answer that takes long, worked out once for each state of the ledger, however many ask for it at once.</summary>
    public T Kept<T>(string name, LedgerStore ledger, Func<T> answer) where T : class
    {
        var now = ledger.Stamp();
        var mine = new Lazy<object>(answer);
        if (kept.Count > MostKept) kept.Clear();
        var entry = kept.AddOrUpdate(name, _ => (now, mine), (_, before) => before.Of == now ? before : (now, mine));
        try
        {
            return (T)entry.Answer.Value;
        }
        catch
        {
            kept.TryRemove(new(name, entry));
            throw;
        }
    }

    /// <summary>The findings of all pages, as far as they have been worked out; <see cref="LeftToJudge"/> says how far.</summary>
    public FoundFindings Findings(LedgerStore? ledger) => ledger is null ? Nothing : JudgingHere().Of(ledger, Patience);

    /// <summary>Pages that findings are not known of yet.</summary>
    public int LeftToJudge => judging?.Left ?? 0;

    /// <summary>A page as it was made for this state of the ledger; made anew while findings are being worked out, since it may lack some.</summary>
    public PageBody Page(Visit visit, Func<Visit, PageBody> make)
    {
        if (visit.Key is not { } key || visit.Ledger is not { } ledger) return make(visit);
        var now = ledger.Stamp();
        return JudgingHere().IsDone(ledger, now) ? Pages.Of(key, now, () => make(visit)) : make(visit);
    }

    /// <summary>Begins to work out findings, so that the first visit need not wait for them.</summary>
    public void Begin()
    {
        using var ledger = OpenLedger();
        if (ledger is not null) JudgingHere().Of(ledger, TimeSpan.Zero);
    }

    /// <summary>What pages about an agreement have in common. As known on a day it is worked out for each page: days are many, and it is large.</summary>
    public AgreementDocket Docket(LedgerStore? ledger, Agreement agreement, LocalDate? knownAt)
    {
        if (ledger is null) return AgreementDocket.Of(agreement, null, knownAt);
        // A day by which all that was read had been told leaves nothing out.
        return knownAt is { } day && !ledger.IsAllKnownOn(day) ? AgreementDocket.Of(agreement, ledger, day) : Kept($"docket {agreement.Id}", ledger, () => AgreementDocket.Of(agreement, ledger, null));
    }

    /// <summary>The events of an agreement that its statuses, clocks and limits can depend on.</summary>
    public IReadOnlyList<Event> Moving(LedgerStore? ledger, string agreement, LocalDate? knownAt)
    {
        if (ledger is null) return [];
        var query = new EventQuery { Agreement = agreement, Acts = Statuses.Acts };
        return knownAt is { } day && !ledger.IsAllKnownOn(day) ? [.. ledger.Events(query with { KnownAt = day })] : Kept($"moving {agreement}", ledger, () => ledger.Events(query).ToList());
    }

    /// <summary>How far the ledger sees, of an agreement or of everything.</summary>
    public Coverage Coverage(LedgerStore ledger, string? agreement) => Kept($"coverage {agreement}", ledger, () => ledger.Coverage(agreement is null ? null : new() { Agreement = agreement }));

    /// <summary>What falls due within so many days of a day.</summary>
    public IReadOnlyList<DueItem> Due(LedgerStore? ledger, LocalDate on, int within)
    {
        if (ledger is null) return Dues.Of(Knowledge.Agreements, [], on, within);
        var acts = Statuses.Acts.Concat(Knowledge.Agreements.SelectMany(agreement => agreement.Of<FollowUp>()).Select(follow => follow.Act)).Distinct(StringComparer.Ordinal).ToList();
        return Kept($"due {Edtf.Iso(on)}", ledger, () => Dues.Of(Knowledge.Agreements, [.. Knowledge.Agreements.SelectMany(agreement => ledger.Events(new() { Agreement = agreement.Id, Acts = acts }))], on, within));
    }

    /// <summary>How many parties of each agreement stand how on a day, by the agreements' files alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(PartyStatus Status, int Parties)>> Registry(LocalDate on)
    {
        if (registry.Count > 30) registry.Clear();
        return registry.GetOrAdd(on, _ => Knowledge.Agreements.ToDictionary(agreement => agreement.Id, agreement => (IReadOnlyList<(PartyStatus, int)>)
            [.. Statuses.Of(agreement, [], new(on, Basis: Basis.Register)).Where(answer => answer.Towards is null && answer.Status is not (PartyStatus.Unknown or PartyStatus.NotParty)).GroupBy(answer => answer.Status).OrderBy(alike => alike.Key).Select(alike => (alike.Key, alike.Count()))], StringComparer.Ordinal));
    }

    private Judging JudgingHere()
    {
        if (judging is { } there) return there;
        Interlocked.CompareExchange(ref judging, new(Knowledge, OpenLedger), null);
        return judging!;
    }
}
