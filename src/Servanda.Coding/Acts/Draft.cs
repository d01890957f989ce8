// A report in the making: what one clause says, before repetitions on the page are merged.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>One act as one sentence states it.</summary>
public sealed record Draft
{
    public required string Act { get; init; }

    public required Frame Frame { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public required IReadOnlyList<string> Target { get; init; }

    public string? Agreement { get; init; }

    /// <summary>Whether the agreement was named or spoken of with the act, and not only taken from the story.</summary>
    public bool AgreementIsNamed { get; init; }

    public string? Object { get; init; }

    public DateMention? When { get; init; }

    public Edtf? Date { get; init; }

    /// <summary>The date that holds where no sentence that states the act dates it: the day that the story is telling.</summary>
    public DatedBy? Fallback { get; init; }

    public ReportStatus Status { get; init; }

    public Polarity Polarity { get; init; }

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public string? Speaker { get; init; }

    public WordOf Word { get; init; }

    public IReadOnlyList<string> Via { get; init; } = [];

    public string? Person { get; init; }

    public required IReadOnlyList<Span> Evidence { get; init; }

    public required IReadOnlyList<int> Lines { get; init; }

    public required BlockKind Block { get; init; }

    /// <summary>The number of the sentence in the story.</summary>
    public required int Sentence { get; init; }

    /// <summary>The trigger's place in the story's text.</summary>
    public required Span Trigger { get; init; }

    /// <summary>The trigger of the act that this one answers.</summary>
    public Span? Answers { get; init; }

    /// <summary>The draft with its fallback as its date where it has no other.</summary>
    public Draft Dated() => When is not null || Date is not null || Fallback is null
        ? this
        : this with { When = Fallback.Mention, Date = Fallback.Date, Rules = Fallback.Rule is { } rule ? [.. Rules, rule] : Rules };
}
