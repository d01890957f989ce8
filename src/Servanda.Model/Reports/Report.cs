// One coded act on one page: "this page says that …".
namespace Servanda.Model;

/// <summary>How real the page makes the act: see corpus guide. Conditional, intended and alleged acts never move a state.</summary>
public enum ReportStatus { Occurred, Ongoing, Intended, Conditional, Alleged }

public enum Polarity { Affirmed, Denied }

/// <summary>Whose word a report is. <c>Document</c>: an official record, entered by hand, which ranks above every page.</summary>
public enum WordOf { Narrator, Attributed, Anonymous, Adversary, Document }

/// <summary>
/// One act that one page tells of, with its evidence. Actors are codes (ISO 3166-1 alpha-3, or an organisation's short name), ordered by ordinal comparison.
/// Two readings of the same page that code the same thing give the same <see cref="Id"/>.
/// </summary>
public sealed record Report
{
    public required string Id { get; init; }

    public required string Page { get; init; }

    public required string Act { get; init; }

    public IReadOnlyList<string> Source { get; init; } = [];

    public IReadOnlyList<string> Target { get; init; } = [];

    public string? Agreement { get; init; }

    /// <summary>What the act is done to where that is neither actor nor agreement: a class of the nouns lexicon (embassy, staff, missile …).</summary>
    public string? Object { get; init; }

    /// <summary>The words that date the act and how they are resolved; null where the page does not date it.</summary>
    public DateExpression? When { get; init; }

    /// <summary>When it happens in the world, from this page alone. Null: not stated.</summary>
    public Edtf? Date { get; init; }

    public ReportStatus Status { get; init; }

    public Polarity Polarity { get; init; }

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>The actor whose word it is where the page only reports it.</summary>
    public string? Speaker { get; init; }

    public WordOf Word { get; init; }

    /// <summary>Ids of the agencies and papers cited for it.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    public string? Person { get; init; }

    /// <summary>The sentences that state it, in the order of the text.</summary>
    public required IReadOnlyList<Span> Evidence { get; init; }

    /// <summary>The 1-based lines that the evidence stands on.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>Ids of the rules that fired; not part of the report's identity.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The report of the act that this one answers, on the same page.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>When the story came out; from this page alone.</summary>
    public Edtf? Told { get; init; }

    /// <summary>The document that the report was taken from, for <see cref="WordOf.Document"/>; not part of the report's identity.</summary>
    public OfficialRecord? Record { get; init; }
}
