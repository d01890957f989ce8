// How reports become events, as far as a store of them must know: where to look for reports of one event, and what to do with those it finds.
namespace Servanda.Model;

/// <summary>What decides which tellers are independent: who printed the page, whom it credits, and by what its text is known again.</summary>
public sealed record PageOrigin(string Page, string? Outlet, IReadOnlyList<string> Credits, StorySignature? Signature = null);

/// <summary>
/// A place where reports of one event meet: a cell (act root with an actor or an agreement) and the days, both included, on which the act may lie,
/// counted from 1970-01-01. Reports that share no place are never of one event.
/// </summary>
public readonly record struct Place(string Cell, int First, int Last)
{
    /// <summary>The longest stretch of days that a narrow place spans; wider ones are looked for apart.</summary>
    public const int Narrow = 62;

    public bool IsWide => Last - First > Narrow;

    public bool Meets(Place other) => First <= other.Last && other.First <= Last && string.Equals(Cell, other.Cell, StringComparison.Ordinal);
}

/// <summary>Reports that are of one event with each other, directly or through others, with the rulings on them and the origins of their pages.</summary>
public sealed record FoldInput(IReadOnlyList<Report> Reports, IReadOnlyList<Ruling> Rulings, IReadOnlyDictionary<string, PageOrigin> Origins);

/// <summary>The fold as values, so that a store can keep its result without knowing how it is reached. Every function is pure.</summary>
/// <param name="Version">Changes whenever the same reports may give other events.</param>
/// <param name="Ruled">The report as the rulings leave it; null where it is rejected.</param>
/// <param name="Places">Where the report may meet others; empty where it stands alone.</param>
/// <param name="Key">Equal for reports that are told alike: they differ in nothing that <paramref name="MayBeOne"/> looks at but the page.</param>
/// <param name="MayBeOne">Whether two reports can tell of one event; symmetric.</param>
/// <param name="Events">The events of a closed set of reports (no report outside may be one with a report inside), by id.</param>
/// <param name="Attach">The live report of its page that a ruling's report is today; null where there is none.</param>
public sealed record Folding(
    string Version,
    Func<Report, IReadOnlyList<Ruling>, Report?> Ruled,
    Func<Report, IReadOnlyList<Place>> Places,
    Func<Report, string> Key,
    Func<Report, Report, bool> MayBeOne,
    Func<FoldInput, IReadOnlyList<Event>> Events,
    Func<RuledReport, IReadOnlyList<Report>, string?> Attach);
