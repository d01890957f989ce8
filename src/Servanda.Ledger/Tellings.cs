// What the tellers of an event say, attribute by attribute: where they agree and where they differ.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>Compares reports of one event. A teller who says nothing of an attribute neither agrees nor differs.</summary>
public sealed class Tellings(IEnumerable<ActDefinition> definitions)
{
    private readonly ActTable acts = new(definitions);

    /// <summary>What more than one report says and none says otherwise, by attribute.</summary>
    public IReadOnlyList<Variant> Agreed(IReadOnlyList<Report> reports) =>
        [.. Of(reports, acts, new(acts)).GroupBy(value => value.About, StringComparer.Ordinal).Where(values => !values.Skip(1).Any()).Select(values => values.Single()).Where(value => value.Reports.Count > 1)];

    /// <summary>Every value told, by attribute and value, with the reports that give it.</summary>
    internal static IEnumerable<Variant> Of(IReadOnlyList<Report> group, ActTable acts, Matching matching) => Attributes(group, acts, matching).SelectMany(attribute => ValuesOf(attribute, group));

    /// <summary>The same of those attributes only on which tellers differ.</summary>
    internal static IEnumerable<Variant> Differing(IReadOnlyList<Report> group, ActTable acts, Matching matching) =>
        Attributes(group, acts, matching).Where(attribute => Differ(attribute, group)).SelectMany(attribute => ValuesOf(attribute, group));

    private static IEnumerable<Attribute> Attributes(IReadOnlyList<Report> group, ActTable acts, Matching matching)
    {
        yield return new("act", report => report.Act);
        yield return new("agreement", report => report.Agreement);
        yield return new("date", report => report.Date?.Text);
        yield return new("object", report => report.Object);
        foreach (var quantity in Quantities(group)) yield return quantity;
        yield return new("source", report => Joined(matching.Actors(report)));
        yield return new("status", report => Statuses[(int)report.Status]);
        if (!acts.IsSymmetric(group[0].Act)) yield return new("target", report => Joined(report.Target));
    }

    private static IEnumerable<Attribute> Quantities(IReadOnlyList<Report> group)
    {
        if (group.All(report => report.Quantities.Count == 0)) return [];
        return group.SelectMany(report => report.Quantities).Select(q => (q.Unit, q.Role)).Distinct().OrderBy(x => x.Unit, StringComparer.Ordinal).ThenBy(x => x.Role ?? "", StringComparer.Ordinal).Select(of => new Attribute(
            of.Role is null ? $"quantity {of.Unit}" : $"quantity {of.Unit} {of.Role}",
            report => report.Quantities.FirstOrDefault(q => q.Unit == of.Unit && q.Role == of.Role) is { } only ? Written(only) : null,
            report => [.. report.Quantities.Where(q => q.Unit == of.Unit && q.Role == of.Role).Select(Written)]));
    }

    private static bool Differ(Attribute attribute, IReadOnlyList<Report> group)
    {
        if (attribute.Several is not null) return ValuesOf(attribute, group).Skip(1).Any();
        string? told = null;
        foreach (var report in group)
        {
            if (attribute.Value(report) is not { Length: > 0 } value) continue;
            if (told is not null && !string.Equals(told, value, StringComparison.Ordinal)) return true;
            told = value;
        }
        return false;
    }

    private static IEnumerable<Variant> ValuesOf(Attribute attribute, IReadOnlyList<Report> group) =>
        group.SelectMany(report => (attribute.Several is { } several ? several(report) : One(attribute.Value(report))).Select(value => (value, report.Id))).GroupBy(x => x.value, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new Variant(attribute.About, same.Key, [.. same.Select(x => x.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));

    private static string? Joined(IReadOnlyList<string> actors) => actors.Count switch { 0 => null, 1 => actors[0], _ => string.Join(',', actors) };

    private static string Written(Quantity quantity) => quantity.Value.ToString("0.############", CultureInfo.InvariantCulture);

    private static readonly string[] Statuses = [.. Enum.GetNames<ReportStatus>().Select(name => name.ToLowerInvariant())];

    /// <summary>Something that reports tell: its one value, or <paramref name="Several"/> where a report may tell it more than once.</summary>
    private sealed record Attribute(string About, Func<Report, string?> Value, Func<Report, IReadOnlyList<string>>? Several = null);

    private static IReadOnlyList<string> One(string? value) => value is { Length: > 0 } ? [value] : [];
}
