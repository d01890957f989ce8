// Who tells of an event, and how many of them are independent of each other.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>One independent origin: the names it goes by, and the reports that come from it.</summary>
/// <param name="Shared">Why several reports are one origin: one <c>page</c>, one <c>name</c> (agency, paper or outlet), one <c>text</c>; empty where there is one report.</param>
public sealed record Origin(IReadOnlyList<string> Names, IReadOnlyList<string> Reports, IReadOnlyList<string> Shared);

/// <summary>
/// Origins of reports. A report's origin is the agency or paper it cites; else the newsrooms that its page credits; else the outlet; else the page. Reports that share an origin, or
/// whose pages carry one text, whole or changed, are one origin.
/// </summary>
public sealed class Tellers(Newsrooms newsrooms)
{
    public IReadOnlyList<string> NamesOf(Report report, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        if (report.Record is { } record) return [record.Reference];
        if (report.Via.Count > 0) return report.Via;
        if (!origins.TryGetValue(report.Page, out var origin)) return [report.Page];
        return CreditedBy(origin) is [_, ..] credited ? credited : [newsrooms.Of(origin.Outlet) ?? report.Page];
    }

    /// <summary>The number of independent origins, and the names of all.</summary>
    public (int Count, IReadOnlyList<string> Names) Of(IReadOnlyList<Report> reports, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        if (reports.Count == 1) return (1, [.. NamesOf(reports[0], origins).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        var groups = Groups(reports, origins);
        return (groups.Count, [.. groups.SelectMany(group => group.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Up to so many stories each is held against each.</summary>
    private const int Few = 24;

    /// <summary>The reports by the origin that they share, each group in the order of the reports.</summary>
    public IReadOnlyList<Origin> Groups(IReadOnlyList<Report> reports, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        var names = reports.Select(report => NamesOf(report, origins)).ToArray();
        var sets = new DisjointSets(reports.Count);
        var shared = new List<(int Report, string Because)>();
        JoinBy("page", i => reports[i].Via.Count == 0 ? [reports[i].Page] : []);
        JoinBy("name", i => names[i]);
        var prints = reports.Select(report => origins.TryGetValue(report.Page, out var origin) ? origin.Signature : null).ToArray();
        JoinBy("text", i => prints[i] is { } print ? [print.Text] : []);
        JoinCopies([.. Enumerable.Range(0, prints.Length).Where(i => prints[i] is not null).DistinctBy(i => prints[i]!.Text, StringComparer.Ordinal)]);
        var because = shared.ToLookup(x => sets.Of(x.Report), x => x.Because);
        return
        [
            .. Enumerable.Range(0, reports.Count).GroupBy(sets.Of).OrderBy(group => group.Key).Select(group => new Origin(
                [.. group.SelectMany(i => names[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Select(i => reports[i].Id)],
                [.. because[group.Key].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
        ];

        void JoinCopies(int[] stories)
        {
            if (stories.Length > Few)
            {
                var copies = new CopySearch(sets, i => shared.Add((i, "text")));
                foreach (var i in stories) copies.Add(i, prints[i]!);
                return;
            }
            for (var a = 1; a < stories.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    if (sets.Of(stories[a]) == sets.Of(stories[b]) || !prints[stories[a]]!.IsCopyOf(prints[stories[b]]!)) continue;
                    sets.Join(stories[a], stories[b]);
                    shared.Add((stories[a], "text"));
                }
            }
        }

        // Reports that have one of these in common are one origin.
        void JoinBy(string reason, Func<int, IEnumerable<string>> common)
        {
            var first = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < reports.Count; i++)
            {
                foreach (var one in common(i))
                {
                    if (first.TryAdd(one, i) || sets.Of(i) == sets.Of(first[one])) continue;
                    sets.Join(i, first[one]);
                    shared.Add((i, reason));
                }
            }
        }
    }

    /// <summary>Highest rank first.</summary>
    public static readonly IReadOnlyList<string> Classes = ["depositary", "official", "agency", "press", "anonymous"];

    public string ClassOf(Report report, IReadOnlyDictionary<string, PageOrigin> origins) => report switch
    {
        { Word: WordOf.Document } => "depositary",
        { Word: WordOf.Anonymous } => "anonymous",
        { Speaker: not null } => "official",
        { Via.Count: > 0 } => "agency",
        _ => origins.TryGetValue(report.Page, out var origin) && CreditedBy(origin).Any(name => name != newsrooms.Of(origin.Outlet)) ? "agency" : "press",
    };

    /// <summary>The newsrooms that a page credits; people, and words for nobody, are none.</summary>
    private IReadOnlyList<string> CreditedBy(PageOrigin origin) => [.. origin.Credits.SelectMany(newsrooms.In).Distinct(StringComparer.Ordinal)];
}
