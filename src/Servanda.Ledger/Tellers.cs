// Who tells of an event, and how many of them are independent of each other.
using System.Globalization;
using System.Text;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>One independent origin: the names it goes by, and the reports that come from it.</summary>
/// <param name="Shared">Why several reports are one origin: one <c>page</c>, one <c>name</c> (agency, paper or outlet), one <c>text</c>; empty where there is one report.</param>
public sealed record Origin(IReadOnlyList<string> Names, IReadOnlyList<string> Reports, IReadOnlyList<string> Shared);

/// <summary>
/// Origins of reports. A report's origin is the agency or paper it cites; else those that its page credits; else the outlet; else the page. Reports that share an origin, or
/// whose pages carry one text, whole or changed, are one origin.
/// </summary>
public static class Tellers
{
    public static IReadOnlyList<string> NamesOf(Report report, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        if (report.Record is { } record) return [record.Reference];
        if (report.Via.Count > 0) return report.Via;
        if (!origins.TryGetValue(report.Page, out var origin)) return [report.Page];
        if (origin.Credits.Count > 0) return [.. origin.Credits.Select(Folded)];
        return [origin.Outlet is { Length: > 0 } outlet ? outlet : report.Page];
    }

    /// <summary>The number of independent origins, and the names of all.</summary>
    public static (int Count, IReadOnlyList<string> Names) Of(IReadOnlyList<Report> reports, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        if (reports.Count == 1) return (1, [.. NamesOf(reports[0], origins).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        var groups = Groups(reports, origins);
        return (groups.Count, [.. groups.SelectMany(group => group.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The reports by the origin that they share, each group in the order of the reports.</summary>
    public static IReadOnlyList<Origin> Groups(IReadOnlyList<Report> reports, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        var names = reports.Select(report => NamesOf(report, origins)).ToArray();
        var prints = reports.Select(report => origins.TryGetValue(report.Page, out var origin) ? origin.Signature : null).ToArray();
        var sets = new DisjointSets(reports.Count);
        var shared = new List<(int Report, string Because)>();
        for (var i = 0; i < reports.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Shared(i, j) is not { } because) continue;
                sets.Join(i, j);
                shared.Add((i, because));
            }
        }
        return
        [
            .. Enumerable.Range(0, reports.Count).GroupBy(sets.Of).OrderBy(group => group.Key).Select(group => new Origin(
                [.. group.SelectMany(i => names[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Select(i => reports[i].Id)],
                [.. shared.Where(x => sets.Of(x.Report) == group.Key).Select(x => x.Because).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
        ];

        string? Shared(int i, int j) =>
            reports[i].Page == reports[j].Page && reports[i].Via.Count == 0 && reports[j].Via.Count == 0 ? "page"
            : names[i].Intersect(names[j], StringComparer.Ordinal).Any() ? "name"
            : prints[i] is { } one && prints[j] is { } other && one.IsCopyOf(other) ? "text" : null;
    }

    /// <summary>Highest rank first.</summary>
    public static readonly IReadOnlyList<string> Classes = ["depositary", "official", "agency", "press", "anonymous"];

    public static string ClassOf(Report report, IReadOnlyDictionary<string, PageOrigin> origins) => report switch
    {
        { Word: WordOf.Document } => "depositary",
        { Word: WordOf.Anonymous } => "anonymous",
        { Speaker: not null } => "official",
        { Via.Count: > 0 } => "agency",
        _ => origins.TryGetValue(report.Page, out var origin) && origin.Credits.Count > 0 ? "agency" : "press",
    };

    /// <summary>A credit as written, made comparable: lower case, letters and digits only, accents kept.</summary>
    private static string Folded(string credit)
    {
        var folded = new StringBuilder(credit.Length);
        foreach (var c in credit.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
        }
        return folded.ToString();
    }
}
