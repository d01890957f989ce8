// What the ledger is asked, and what it answers with.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <summary><c>Read</c>: an existing ledger, unchanged. <c>Write</c>: an existing one. <c>Create</c>: made where there is none.</summary>
public enum LedgerAccess { Read, Write, Create }

/// <summary>What is written together, in one transaction.</summary>
public sealed record ReadBatch
{
    public IReadOnlyList<PageReading> Readings { get; init; } = [];

    public IReadOnlyList<Reject> Rejects { get; init; } = [];

    /// <summary>Pages whose reading is there already (<see cref="LedgerStore.Knows"/>), with where they were seen now.</summary>
    public IReadOnlyList<(string Page, Sighting Sighting)> Known { get; init; } = [];

    /// <summary>The rules by which the readings are judged as they are written; null: what they give is worked out when it is asked for.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>How far the archives have been read that the batch is from.</summary>
    public IReadOnlyList<ArchivePlace> Places { get; init; } = [];

    public bool IsEmpty => Readings.Count + Rejects.Count + Known.Count + Places.Count == 0;
}

/// <summary>What a batch added: readings that were new, readings that took the place of another of their page, readings that were there already, and their live reports.</summary>
/// <param name="Repeated">Reports that a page told twice, to the letter and the span; kept once.</param>
public readonly record struct WriteSummary(int New, int Replaced, int Unchanged, int Reports, int Repeated, int Rejects)
{
    public static WriteSummary operator +(WriteSummary a, WriteSummary b) =>
        new(a.New + b.New, a.Replaced + b.Replaced, a.Unchanged + b.Unchanged, a.Reports + b.Reports, a.Repeated + b.Repeated, a.Rejects + b.Rejects);
}

/// <summary>What merging did to events.</summary>
public readonly record struct MergeSummary(int New, int Changed, int Superseded, int Blocks)
{
    public static MergeSummary operator +(MergeSummary a, MergeSummary b) => new(a.New + b.New, a.Changed + b.Changed, a.Superseded + b.Superseded, a.Blocks + b.Blocks);
}

/// <summary>Which events. Every condition given must hold.</summary>
public sealed record EventQuery
{
    public static EventQuery All { get; } = new();

    public string? Agreement { get; init; }

    /// <summary>Actors who all take part, as source or as target.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>First day of the range: events that certainly lie before it are left out. With a range, undated events are left out too.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day of the range, included.</summary>
    public LocalDate? To { get; init; }

    /// <summary>
    /// What was known on this day: reports of pages whose told interval had ended by then and rulings made by then. A page that does not say when it came out counts only without this.
    /// </summary>
    public LocalDate? KnownAt { get; init; }

    /// <summary>Whether an event, as it is given, is one of those asked for; <see cref="KnownAt"/> apart.</summary>
    public bool Holds(Event e) =>
        (Agreement is null || e.Agreement == Agreement)
        && Actors.All(actor => e.Source.Contains(actor, StringComparer.Ordinal) || e.Target.Contains(actor, StringComparer.Ordinal))
        && (Acts.Count == 0 || Acts.Contains(e.Act, StringComparer.Ordinal))
        && (From is not { } from || e.Date is not null && (e.Date.Latest is not { } last || last >= from))
        && (To is not { } to || e.Date is not null && (e.Date.Earliest is not { } first || first <= to));

    /// <summary>The order in which events are listed: by first possible day, undated ones last, then by id.</summary>
    public static IComparer<Event> Order { get; } = Comparer<Event>.Create((a, b) =>
        (a.Date is null).CompareTo(b.Date is null) is not 0 and var undated ? undated
        : (a.Date?.Earliest ?? LocalDate.MinIsoValue).CompareTo(b.Date?.Earliest ?? LocalDate.MinIsoValue) is not 0 and var day ? day : string.CompareOrdinal(a.Id, b.Id));

    /// <summary>In their order.</summary>
    public static IReadOnlyList<Event> InOrder(IEnumerable<Event> events) => [.. events.Order(Order)];
}

/// <summary>A page as it was read: the story with its text and map, the told day with its evidence, and where it was seen.</summary>
public sealed record StoredReading(string Id, string Coder, Story Story, Told Told, CoverageCounts Coverage, IReadOnlyList<Sighting> Sightings, IReadOnlyList<Report> Reports);

/// <summary>What an id, or the beginning of one, stands for.</summary>
/// <param name="Event">The event that the id or its report is in today.</param>
/// <param name="Report">The report of that id, where it is one.</param>
/// <param name="IsLive">False for a report of a reading that another has taken the place of.</param>
/// <param name="SupersededBy">For an event that is no more: the event in its place.</param>
public sealed record Found(string Id, Event? Event, Report? Report, bool IsLive, string? SupersededBy);

/// <summary>All that an id or the beginning of one can stand for: none, one, or the first few of several.</summary>
public sealed record FindResult(Found? One, IReadOnlyList<string> Candidates);

/// <summary>Numbers of what a ledger holds.</summary>
public sealed record LedgerStatistics(long Pages, long Readings, long Reports, long Events, long Rulings, long Rejects, long Unmerged);

/// <summary>A change to an event: <c>new</c>, <c>changed</c> or <c>superseded</c>, and when it was read.</summary>
public sealed record LedgerChange(Instant At, string Event, string Kind, string? By);

/// <summary>A story that holds the words searched for, the place of the first of them and the live reports whose evidence holds one.</summary>
public sealed record SearchHit(PageCard Page, string Excerpt, IReadOnlyList<string> Reports);

/// <summary>A ruling and what has become of the reports it names: the live report each stands for, null where none does.</summary>
public sealed record StoredRuling(Ruling Ruling, IReadOnlyList<(RuledReport Named, string? Live)> Reports)
{
    public bool IsOrphaned => Reports.Any(report => report.Live is null);
}
