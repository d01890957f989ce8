// How reports become events, as far as a store of them must know: where to look for reports of one event, and what to do with those it finds.
using NodaTime;

namespace Servanda.Model;

/// <summary>What decides which tellers are independent: who printed the page, whom it credits, and by what its text is known again.</summary>
public sealed record PageOrigin(string Page, string? Outlet, IReadOnlyList<string> Credits, StorySignature? Signature = null);

/// <summary>
/// A place where reports of one event meet: a cell (kind of act with an actor or an agreement) and the days, both included, on which the act may lie,
/// counted from 1970-01-01. Reports that share no place are never of one event.
/// </summary>
public readonly record struct Place(string Cell, int First, int Last)
{
    /// <summary>The longest stretch of days that a narrow place spans; wider ones are looked for apart.</summary>
    public const int Narrow = 62;

    /// <summary>Stands in a cell's name behind the group that it is of; in every cell's name there is one.</summary>
    public const char GroupEnd = '|';

    /// <summary>
    /// The least text behind every cell of the group that a cell is of, in ordinal order. A report's places are all of one group, so that reports of different groups never share a place.
    /// </summary>
    public static string BehindGroup(string cell) =>
        cell.IndexOf(GroupEnd) is var end and > 0 ? $"{cell.AsSpan(0, end)}{(char)(GroupEnd + 1)}" : throw new ArgumentException($"'{cell}' names no group of cells; allowed are names such as CONSULT|RUS.", nameof(cell));

    public bool IsWide => Last - First > Narrow;

    public bool Meets(Place other) => First <= other.Last && other.First <= Last && string.Equals(Cell, other.Cell, StringComparison.Ordinal);
}

/// <summary>By what a report is told from others at a glance.</summary>
/// <param name="Alike">Equal for reports that are told alike: they differ in nothing that matching looks at but the page.</param>
/// <param name="Family">Of what is done.</param>
public readonly record struct MatchKey(string Alike, string Family, string? Agreement, string? Target)
{
    /// <summary>Whether the two are never of one event: of other families, or of which both name an agreement or a target, and another one.</summary>
    public bool Excludes(MatchKey other) => !string.Equals(Family, other.Family, StringComparison.Ordinal) || Differ(Agreement, other.Agreement) || Differ(Target, other.Target);

    private static bool Differ(string? a, string? b) => a is not null && b is not null && !string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>Reports that are of one event with each other, directly or through others, with the rulings on them and the origins of their pages.</summary>
public sealed record FoldInput(IReadOnlyList<Report> Reports, IReadOnlyList<Ruling> Rulings, IReadOnlyDictionary<string, PageOrigin> Origins);

/// <summary>What new reports do to the events of others.</summary>
/// <param name="Groups">The reports of each event that was not there before, in the order of their ids.</param>
/// <param name="Gone">The events that are no longer there, by number.</param>
public sealed record Regrouping(IReadOnlyList<IReadOnlyList<Report>> Groups, IReadOnlyList<long> Gone);

/// <summary>What of an event is enough to pass over it: reports of two that do not meet (<see cref="Folding.Regroup"/>) say nothing of each other.</summary>
/// <param name="First">The first day on which an act of its reports may lie, counted from 1970-01-01.</param>
/// <param name="Last">The last, included; before the first where no report says.</param>
/// <param name="Agreement">What its reports are about, where one says so.</param>
/// <param name="Actors">All who act in one of them, in ordinal order.</param>
/// <param name="IsSilent">Whether one of them does not say who acts.</param>
public sealed record EventOutline(int First, int Last, string? Agreement, IReadOnlyList<string> Actors, bool IsSilent);

/// <summary>The fold as values, so that a store can keep its result without knowing how it is reached. Every function is pure.</summary>
/// <param name="Version">Changes whenever the same reports may give other events.</param>
/// <param name="Ruled">The report as the rulings leave it; null where it is rejected.</param>
/// <param name="Places">Where the report may meet others; empty where it stands alone.</param>
/// <param name="Key">Excludes none that <paramref name="MayBeOne"/> would take.</param>
/// <param name="MayBeOne">Whether two reports can tell of one event; symmetric.</param>
/// <param name="Events">The events of a closed set of reports (no report outside may be one with a report inside), by id.</param>
/// <param name="Outline">Of the reports of an event.</param>
/// <param name="Regroup">
/// What reports that have come to a closed set on which nobody has ruled change in it, from the outlines of the events that the others were of, by number. Of few of these the reports are asked for: all of an
/// event's, each with its number.
/// </param>
/// <param name="EventOf">The event of a group of a closed set: <paramref name="Events"/> gives no other. It depends on these reports and the origins of their pages alone.</param>
/// <param name="KnownOn">The same of one block without rulings, made ready to be asked about many days: the events of those of its reports that had been told by the day.</param>
/// <param name="Attach">The live report of its page that a ruling's report is today; null where there is none.</param>
public sealed record Folding(
    string Version,
    Func<Report, IReadOnlyList<Ruling>, Report?> Ruled,
    Func<Report, IReadOnlyList<Place>> Places,
    Func<Report, MatchKey> Key,
    Func<Report, Report, bool> MayBeOne,
    Func<FoldInput, IReadOnlyList<Event>> Events,
    Func<IReadOnlyList<Report>, EventOutline> Outline,
    Func<IReadOnlyList<Report>, IReadOnlyDictionary<long, EventOutline>, Func<IReadOnlyList<long>, IEnumerable<(long Event, Report Report)>>, Regrouping> Regroup,
    Func<IReadOnlyList<Report>, IReadOnlyDictionary<string, PageOrigin>, Event> EventOf,
    Func<FoldInput, Func<LocalDate, IReadOnlyList<Event>>> KnownOn,
    Func<RuledReport, IReadOnlyList<Report>, string?> Attach)
{
    /// <summary>The acts whose events say where the parties of an agreement stand: a store keeps what these events say of it beside them, to be read at once.</summary>
    public IReadOnlyList<string> CourseActs { get; init; } = [];
}
