// Who tells of an event, and how many of them are independent of each other.
using System.Globalization;
using System.Text;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// Origins of reports. A report's origin is the agency or paper it cites; else those that its page credits; else the outlet; else the page. Reports that share an origin, or
/// whose pages carry one text, whole or changed, are one origin.
/// </summary>
internal static class Tellers
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
        var names = reports.Select(report => NamesOf(report, origins)).ToArray();
        var prints = reports.Select(report => origins.TryGetValue(report.Page, out var origin) ? origin.Signature : null).ToArray();
        var groups = new DisjointSets(reports.Count);
        for (var i = 0; i < reports.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (reports[i].Page == reports[j].Page && reports[i].Via.Count == 0 && reports[j].Via.Count == 0 || names[i].Intersect(names[j], StringComparer.Ordinal).Any() || prints[i] is { } one && prints[j] is { } other && one.IsCopyOf(other))
                    groups.Join(i, j);
            }
        }
        return (Enumerable.Range(0, reports.Count).Count(i => groups.Of(i) == i), [.. names.SelectMany(n => n).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
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
