// An analyst's ruling on reports: appended, never overwritten, and part of the fold.
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Servanda.Model;

/// <summary>
/// <c>Accept</c>: read by a person and found right. <c>Reject</c>: the page does not say so; the report takes no part in any event. <c>Correct</c>: it says something else.
/// <c>Merge</c>: all named reports tell of one event. <c>Split</c>: the named reports tell of another event than those they are held against.
/// </summary>
public enum RulingKind { Accept, Reject, Correct, Merge, Split }

/// <summary>What an attribute of a report should have been. Actors are separated by commas; null takes the value away.</summary>
/// <param name="About">act, source, target, agreement, object, date, status or polarity.</param>
public sealed record Correction(string About, string? Value);

/// <summary>A report as it stood when it was ruled on: enough to find it again after the page has been read anew.</summary>
public sealed record RuledReport(string Id, string Page, string Act, IReadOnlyList<Span> Evidence)
{
    public static RuledReport Of(Report report) => new(report.Id, report.Page, report.Act, report.Evidence);
}

/// <summary>A ruling: what, on which reports, by whom, why, and when it was made.</summary>
public sealed record Ruling
{
    /// <summary>Hash of everything else: the same ruling given twice is one.</summary>
    public required string Id { get; init; }

    public required RulingKind Kind { get; init; }

    /// <summary>One report for accept, reject and correct; two or more for merge; one or more for split.</summary>
    public required IReadOnlyList<RuledReport> Reports { get; init; }

    /// <summary>For split: the reports that the named ones are not of one event with.</summary>
    public IReadOnlyList<RuledReport> Against { get; init; } = [];

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public required string By { get; init; }

    public required string Why { get; init; }

    public required Instant Made { get; init; }

    /// <summary>The day (UTC) on which it was made: what <c>--known-at</c> goes by.</summary>
    public LocalDate MadeOn => Made.InUtc().Date;

    public static Ruling Of(
        RulingKind kind, IReadOnlyList<RuledReport> reports, string by, string why, Instant made,
        IReadOnlyList<Correction>? corrections = null, IReadOnlyList<RuledReport>? against = null)
    {
        if (string.IsNullOrWhiteSpace(by)) throw new ArgumentException("A ruling names who made it; found nothing.", nameof(by));
        if (string.IsNullOrWhiteSpace(why)) throw new ArgumentException("A ruling says why; found nothing.", nameof(why));
        var wanted = kind == RulingKind.Merge ? 2 : 1;
        if (reports.Count < wanted) throw new ArgumentException($"A ruling of kind {kind} names {wanted} or more reports; found {reports.Count}.", nameof(reports));
        if (kind == RulingKind.Correct != corrections is { Count: > 0 }) throw new ArgumentException("Corrections belong to a ruling of kind Correct, and it has one at least.", nameof(corrections));
        if (kind == RulingKind.Split != against is { Count: > 0 }) throw new ArgumentException("A split, and nothing else, names the reports it is held against.", nameof(against));
        var ruling = new Ruling
        {
            Id = "",
            Kind = kind,
            Reports = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)],
            Against = [.. (against ?? []).OrderBy(r => r.Id, StringComparer.Ordinal)],
            Corrections = [.. (corrections ?? []).OrderBy(c => c.About, StringComparer.Ordinal)],
            By = by,
            Why = why,
            Made = made,
        };
        var parts = new List<string> { ruling.Kind.ToString(), by, why, made.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture) };
        parts.AddRange(ruling.Reports.Select(r => r.Id));
        parts.Add("");
        parts.AddRange(ruling.Against.Select(r => r.Id));
        parts.Add("");
        parts.AddRange(ruling.Corrections.Select(c => $"{c.About}={c.Value}"));
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => $"{part.Length}:{part}")));
        return ruling with { Id = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)) };
    }
}
