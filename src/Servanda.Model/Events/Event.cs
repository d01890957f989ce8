// One thing in the world: the reports that tell of it, merged.
namespace Servanda.Model;

/// <summary>What the tellers of an event say about one of its attributes, where they differ: the value and the reports that give it.</summary>
public sealed record Variant(string About, string Value, IReadOnlyList<string> Reports);

/// <summary>A report that says no year, and the report of another page that gives it.</summary>
public sealed record YearFrom(string Report, string From);

/// <summary>
/// An event: a pure function of its live reports and of the rulings on them. Its id is the smallest id of its reports.
/// </summary>
public sealed record Event
{
    public required string Id { get; init; }

    public required string Act { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public required IReadOnlyList<string> Target { get; init; }

    public string? Agreement { get; init; }

    public string? Object { get; init; }

    /// <summary>The narrowest interval that the tellers allow; null where none dates it.</summary>
    public Edtf? Date { get; init; }

    /// <summary>How <see cref="Date"/> follows from the reports, in words; empty where one report gives it.</summary>
    public string DateDerivation { get; init; } = "";

    /// <summary>The reports that get their year from another teller; null where none does.</summary>
    public IReadOnlyList<YearFrom>? Years { get; init; }

    public required ReportStatus Status { get; init; }

    public required Polarity Polarity { get; init; }

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Actors whose word it is, where no page tells it in its own name.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>Number of independent origins: papers that carry the same agency, or the same text, count once.</summary>
    public required int Origins { get; init; }

    /// <summary>The origins themselves: <c>tass</c>, <c>baoquocte.vn</c>, …; ordered.</summary>
    public required IReadOnlyList<string> OriginNames { get; init; }

    /// <summary>The last day by which some page had told of it.</summary>
    public Edtf? FirstTold { get; init; }

    public required IReadOnlyList<string> Reports { get; init; }

    public IReadOnlyList<string> Pages { get; init; } = [];

    public IReadOnlyList<Variant> Variants { get; init; } = [];

    /// <summary>Ids of the events that this one answers.</summary>
    public IReadOnlyList<string> InResponseTo { get; init; } = [];

    /// <summary>The kinds of source that tell of it (<c>depositary</c>, <c>official</c>, <c>agency</c>, <c>press</c>, <c>anonymous</c>), highest rank first.</summary>
    public IReadOnlyList<string> SourceClasses { get; init; } = [];

    /// <summary>The official documents among its reports, by reference; what they say decides.</summary>
    public IReadOnlyList<OfficialRecord> Records { get; init; } = [];

    /// <summary>Ids of the rulings that took part, by the time they were made; where two contradict each other, both are here and <see cref="Variants"/> has <c>ruling</c>.</summary>
    public IReadOnlyList<string> Rulings { get; init; } = [];

    /// <summary>For an event that is no more: the event that its reports, or those that took their place, are in today.</summary>
    public string? SupersededBy { get; init; }
}
