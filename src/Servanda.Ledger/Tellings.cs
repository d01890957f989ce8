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
    internal static IEnumerable<Variant> Of(IReadOnlyList<Report> group, ActTable acts, Matching matching)
    {
        var symmetric = acts.IsSymmetric(group[0].Act);
        return
        [
            .. Values("act", report => [report.Act]),
            .. Values("agreement", report => One(report.Agreement)),
            .. Values("date", report => One(report.Date?.Text)),
            .. Values("object", report => One(report.Object)),
            .. group.SelectMany(report => report.Quantities).Select(q => (q.Unit, q.Role)).Distinct().OrderBy(x => x.Unit, StringComparer.Ordinal).ThenBy(x => x.Role ?? "", StringComparer.Ordinal).SelectMany(Quantities),
            .. Values("source", report => One(string.Join(',', matching.Actors(report)))),
            .. Values("status", report => [report.Status.ToString().ToLowerInvariant()]),
            .. symmetric ? [] : Values("target", report => One(string.Join(',', report.Target))),
        ];

        IEnumerable<Variant> Quantities((string Unit, string? Role) of) => Values(
            of.Role is null ? $"quantity {of.Unit}" : $"quantity {of.Unit} {of.Role}",
            report => [.. report.Quantities.Where(q => q.Unit == of.Unit && q.Role == of.Role).Select(q => q.Value.ToString("0.############", CultureInfo.InvariantCulture))]);

        IEnumerable<Variant> Values(string about, Func<Report, IReadOnlyList<string>> values) => group.SelectMany(report => values(report).Select(value => (value, report.Id))).GroupBy(x => x.value, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new Variant(about, same.Key, [.. same.Select(x => x.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    private static IReadOnlyList<string> One(string? value) => value is { Length: > 0 } ? [value] : [];
}
