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
internal sealed class Site(Call call) : IDisposable
{
    /// <summary>Bytes of pages, and letters of other answers, that are kept.</summary>
    private const long MostPages = 64 << 20, MostSaid = 16 << 20;

    /// <summary>Dockets that are made ready for visits.</summary>
    private const int MadeReady = 20;

    /// <summary>A page is made so often where the ledger is written meanwhile each time.</summary>
    private const int Rounds = 3;

    /// <summary>How long a page about all of a docket takes where nobody has asked for it yet.</summary>
    private static readonly TimeSpan OfDocket = TimeSpan.FromMilliseconds(200);

    /// <summary>The same as known on a past day: its long blocks are read and made ready first. What waits for the docket alone comes before it.</summary>
    private static readonly TimeSpan OfKnownDocket = TimeSpan.FromSeconds(1.5);

    /// <summary>Answers kept at once; beyond, all are worked out again.</summary>
    private const int MostKept = 2000;

    private readonly Lazy<ActorCodes> actors = new(() => ActorCodes.Of(call.Knowledge));
    private readonly Lazy<Pipeline> pipeline = new(() => new Pipeline(call.Knowledge));
    private readonly ConcurrentDictionary<string, (string Of, Lazy<object> Answer)> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyDictionary<string, IReadOnlyList<(PartyStatus Status, int Parties)>>> registry = new();
    private Judging? judging;
    private volatile bool begun;

    /// <summary>What is being worked out before anybody asks for it.</summary>
    private volatile Task making = Task.CompletedTask;

    /// <summary>The state of the ledger that was last made ready.</summary>
    private string? ready;

    private static FoundFindings Nothing { get; } = new([]);

    private readonly ConcurrentDictionary<string, Wording> words = new(StringComparer.Ordinal);

    public Knowledge Knowledge => call.Knowledge;

    public Wording WordsIn(string language) => words.GetOrAdd(language, one => new(Knowledge, one));

    public Pipeline Pipeline => pipeline.Value;

    public ActorCodes Actors => actors.Value;

    /// <summary>The ledger as visits are lent it.</summary>
    public OpenLedgers Ledgers { get; } = new(() => Doing.Ledgers.IfThere(call));

    public Turns Turns { get; } = new(Environment.ProcessorCount, call.Surroundings.Watch);

    private readonly KnownDockets known = new(Pipeline.Merging(call.Knowledge));

    private readonly KeptAnswers<MadePage> pages = new(MostPages, page => page.Length);

    private readonly KeptAnswers<(int Exit, string Said, string Wrong)> said = new(MostSaid, one => one.Said.Length);

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

    /// <summary>An answer that takes long, worked out once for each state of the ledger, however many ask for it at once.</summary>
    public T Kept<T>(string name, LedgerStore ledger, Func<T> answer) where T : class => KeptOf(name, ledger.Stamp(), answer);

    /// <summary>A part that many pages of one language have in common, whatever else they were asked; it depends on nothing but the ledger and its findings, and holds no blanks.</summary>
    public Markup Part(string name, Visit visit, Func<Markup> make) => Markup.Ours(KeptOf($"part {name} {visit.Language}", State() ?? "", () => make().ToString()));

    private T KeptOf<T>(string name, string now, Func<T> answer) where T : class
    {
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

    /// <summary>A page as it was made for this state of the ledger, and of the findings while they are being worked out.</summary>
    public Task<MadePage> Page(Visit visit, Func<Visit, PageBody> make)
    {
        return visit.Key is { } key && State() is { } state ? pages.Of(key, state, Made) : Made();

        Task<MadePage> Made() => Turns.Of(visit.Kind, () =>
        {
            // What was written meanwhile may be in one half of the page and not in the other.
            for (var (before, round) = (Ledgers.Stamp(), 1); ; round++)
            {
                var page = Made();
                if (before == (before = Ledgers.Stamp()) || round == Rounds) return page;
            }

            MadePage Made()
            {
                try
                {
                    return MadePage.Of(make(visit), visit);
                }
                finally
                {
                    visit.GiveBack();
                }
            }
        }, visit.Path.StartsWith("/agreements/", StringComparison.Ordinal) || visit.Path is "/actors" or "/coverage" or "/whatif" ? visit.Text("known-at") is null ? OfDocket : OfKnownDocket : default);
    }

    /// <summary>What a question to the command is answered.</summary>
    /// <param name="key">All that the answer depends on, but the ledger; null where it is not to be kept.</param>
    public Task<(int Exit, string Said, string Wrong)> Said(string kind, string? key, Func<(int Exit, string Said, string Wrong)> ask)
    {
        return key is not null && State() is { } state ? said.Of(key, state, Made) : Made();

        Task<(int, string, string)> Made() => Turns.Of(kind, ask, OfDocket);
    }

    /// <summary>The state of the ledger, and of its findings; null where there is no ledger.</summary>
    private string? State()
    {
        if (Ledgers.Stamp() is not { } stamp) return null;
        if (begun && Interlocked.Exchange(ref ready, stamp) != stamp) making = MakeReady();
        return $"{stamp} {JudgingHere().State(stamp)}";
    }

    /// <summary>Begins to work out what visits will ask for, so that the first of them need not wait for it; from now on also after each change that a visit sees.</summary>
    /// <returns>Done when the largest dockets are ready.</returns>
    public Task Begin()
    {
        begun = true;
        State();
        return making;
    }

    /// <summary>The dockets that hold most, the largest first, and what the first pages show: after everything that a visit waits for, and one at a time.</summary>
    private async Task MakeReady()
    {
        var largest = await Ready("all", ledger => ledger.LargestDockets(MadeReady)).ConfigureAwait(false);
        var dockets = (largest ?? []).Select(Knowledge.Agreements.Find).OfType<Agreement>().Select(agreement => Ready(agreement.Id, of =>
        {
            Docket(of, agreement, null).Lanes(Today());
            // Any day before all was known makes the blocks ready that stand for all such days.
            return Docket(of, agreement, AllKnownFrom(of)?.PlusDays(-1));
        }));
        await Task.WhenAll([.. dockets, Ready("due", of => Due(of, Today(), Pages.HomePage.Within)), Ready("coverage", of => Coverage(of, null))]).ConfigureAwait(false);

        Task<T?> Ready<T>(string what, Func<LedgerStore, T> work) where T : class => Turns.Of($"ready {what}", () =>
        {
            using var lent = Ledgers.Lend();
            return lent is null ? null : work(lent.Ledger);
        }, beside: true);
    }

    public void Dispose() => Ledgers.Dispose();

    /// <summary>What pages about an agreement have in common. As known on a past day it is worked out for each page: days are many, and it is large.</summary>
    public AgreementDocket Docket(LedgerStore? ledger, Agreement agreement, LocalDate? knownAt)
    {
        if (ledger is null) return AgreementDocket.Of(agreement, null) is var empty && knownAt is { } told ? empty.KnownOn(agreement, told) : empty;
        var now = Kept($"docket {agreement.Id}", ledger, () => AgreementDocket.Of(agreement, ledger));
        if (knownAt is not { } day) return now;
        // Where all was known the events are the same; what the agreement's file tells of later days was not known then.
        return IsAllKnownOn(ledger, day) ? now.KnownOn(agreement, day) : AgreementDocket.Of(agreement, ledger, now, day, known);
    }

    /// <summary>The course of an agreement, for questions that come as calls of the command.</summary>
    public Course Course(Agreement agreement, LocalDate? knownAt)
    {
        using var lent = Ledgers.Lend();
        return Docket(lent?.Ledger, agreement, knownAt).Course;
    }

    /// <summary>A day by which all that was read had been told and all rulings had been made leaves nothing out.</summary>
    private bool IsAllKnownOn(LedgerStore ledger, LocalDate day) => AllKnownFrom(ledger) <= day;

    private LocalDate? AllKnownFrom(LedgerStore ledger) => Kept("all known", ledger, () => Tuple.Create(ledger.AllKnownFrom())).Item1;

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
        Interlocked.CompareExchange(ref judging, new(Knowledge, () => Doing.Ledgers.IfThere(call)), null);
        return judging!;
    }
}
