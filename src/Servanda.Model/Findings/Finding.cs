// What the terms, or a comparison of reports, let us say.
namespace Servanda.Model;

public enum FindingKind { Impossible, Inconsistent, Incomplete, Imprecise, Contested, Due, Overdue, Breached }

/// <summary>One step of a chain of reasons: the sentence in words, and what it rests on: an article, a source, a report, or nothing but arithmetic.</summary>
/// <param name="Article">The provision, as in <c>XV(2)</c>, null where the step rests on none.</param>
/// <param name="Source">Address or title of the source, null for arithmetic and for reports.</param>
/// <param name="Report">Id of the report or event the step rests on.</param>
/// <param name="Verified">False where the clause or fact is from memory.</param>
public sealed record Reason(Message Text, string? Article = null, string? Source = null, string? Report = null, bool Verified = true);

/// <summary>A sentence that can be said in each language of the screen: a key of the message catalogue and its arguments, in order.</summary>
public sealed record Message(string Key, params IReadOnlyList<string> Arguments)
{
    public bool Equals(Message? other) => other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(Key.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}

/// <summary>A finding: its kind, what it is about, what is said, the nearest repair, and the reasons down to sentences and articles.</summary>
public sealed record Finding
{
    /// <summary>Hash of kind, agreement, attribute and reports: the same contradiction keeps its id.</summary>
    public required string Id { get; init; }

    public required FindingKind Kind { get; init; }

    public string? Agreement { get; init; }

    /// <summary>The attribute: date, status, act, quantity, target, …</summary>
    public required string About { get; init; }

    public required Message Says { get; init; }

    public Message? Repair { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    public IReadOnlyList<string> Pages { get; init; } = [];

    public IReadOnlyList<Reason> Because { get; init; } = [];

    /// <summary>False where any reason rests on memory.</summary>
    public bool Verified => Because.All(reason => reason.Verified);
}
