// An event with all it rests on: who tells of it, on which page, in which words.
namespace Servanda.Model;

/// <summary>A page as it is cited: what is known of it without its text. <see cref="Names"/> are those it was read under, in order.</summary>
public sealed record PageCard
{
    public required string Id { get; init; }

    public required string Reading { get; init; }

    public required string Coder { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public string? Language { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Where the page was fetched from, where any sighting says so; the first in ordinal order.</summary>
    public string? Address { get; init; }

    public IReadOnlyList<string> Credits { get; init; } = [];

    public Edtf? Told { get; init; }
}

/// <summary>A report with the page it stands on and its evidence word for word.</summary>
public sealed record ReportFile(Report Report, PageCard Page, IReadOnlyList<string> Evidence);

/// <summary>An event with all who tell of it, in the order of their ids.</summary>
public sealed record EventFile(Event Event, IReadOnlyList<ReportFile> Reports);
