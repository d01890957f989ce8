// What rulings make of single reports, and how they find their reports again after a page has been read anew.
using System.Collections.Frozen;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>Rulings on single reports: accept, reject and correct.</summary>
public static class Rulings
{
    /// <summary>
    /// The report as the rulings leave it, its id unchanged; null where it is rejected. Where two analysts contradict each other (one accepts, one rejects; two give an
    /// attribute different values), the page's own reading stands until a later ruling settles it.
    /// </summary>
    public static Report? Applied(Report report, IReadOnlyList<Ruling> rulings)
    {
        if (rulings.Count == 0) return report;
        var verdict = default(Standing<bool>);
        var values = new SortedDictionary<string, Standing<string?>>(StringComparer.Ordinal);
        foreach (var ruling in InOrder(rulings))
        {
            if (ruling.Reports.All(ruled => ruled.Id != report.Id)) continue;
            if (ruling.Kind is RulingKind.Accept or RulingKind.Reject) verdict = verdict.After(ruling.Kind == RulingKind.Reject, ruling);
            foreach (var correction in ruling.Corrections)
                values[correction.About] = values.GetValueOrDefault(correction.About).After(correction.Value, ruling);
        }
        if (verdict is { Value: true, Contested: false }) return null;
        foreach (var (about, standing) in values)
        {
            if (!standing.Contested) report = Corrected(report, about, standing.Value);
        }
        return report;
    }

    /// <summary>The ids of the rulings that contradict each other about a report or a pair of reports, with no later one that settles it.</summary>
    public static IReadOnlySet<string> Contested(IReadOnlyList<Ruling> rulings)
    {
        if (rulings.Count == 0) return FrozenSet<string>.Empty;
        var matters = new Dictionary<(string Report, string About), (Standing<string?> Standing, List<string> Rulings)>();
        foreach (var ruling in InOrder(rulings))
        {
            foreach (var report in ruling.Reports)
            {
                if (ruling.Kind is RulingKind.Accept or RulingKind.Reject) Add(report.Id, "", ruling.Kind.ToString(), ruling);
                foreach (var correction in ruling.Corrections) Add(report.Id, correction.About, correction.Value, ruling);
            }
        }
        var contested = matters.Values.Where(matter => matter.Standing.Contested).SelectMany(matter => matter.Rulings).ToHashSet(StringComparer.Ordinal);
        var pairs = new RuledPairs(rulings).Contested;
        if (pairs.Count > 0) contested.UnionWith(rulings.Where(ruling => RuledPairs.PairsOf(ruling).Any(pairs.Contains)).Select(ruling => ruling.Id));
        return contested;

        void Add(string report, string about, string? value, Ruling ruling)
        {
            var (standing, all) = matters.TryGetValue((report, about), out var matter) ? matter : (default, []);
            all.Add(ruling.Id);
            matters[(report, about)] = (standing.After(value, ruling), all);
        }
    }

    /// <summary>
    /// The live report of the same page that a ruled report is today: the same one, or the one of the same act whose evidence shares most with its evidence; null where there is none
    /// or two share as much.
    /// </summary>
    public static string? Attached(RuledReport ruled, IReadOnlyList<Report> live)
    {
        if (live.Any(report => report.Id == ruled.Id)) return ruled.Id;
        var found = live.Where(report => report.Page == ruled.Page)
            .Select(report => (report.Id, SameAct: report.Act == ruled.Act, Shared: Shared(report.Evidence, ruled.Evidence)))
            .Where(candidate => candidate.Shared > 0)
            .OrderByDescending(candidate => candidate.SameAct).ThenByDescending(candidate => candidate.Shared).ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Take(2).ToList();
        if (found.Count == 0) return null;
        return found.Count == 2 && found[0].SameAct == found[1].SameAct && found[0].Shared == found[1].Shared ? null : found[0].Id;
    }

    /// <summary>Faults of corrections before they are stored: which attribute or value is none, and what is allowed.</summary>
    public static string? FaultOf(Correction correction)
    {
        try
        {
            Corrected(new Report { Id = "", Page = "", Act = "", Evidence = [], Lines = [] }, correction.About, correction.Value);
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<Ruling> InOrder(IEnumerable<Ruling> rulings) => rulings.OrderBy(r => r.Made).ThenBy(r => r.Id, StringComparer.Ordinal);

    private static Report Corrected(Report report, string about, string? value) => about switch
    {
        "act" => report with { Act = value is { Length: > 0 } ? value : throw new ArgumentException("A report has an act; found none.") },
        "source" => report with { Source = Actors(value) },
        "target" => report with { Target = Actors(value) },
        "agreement" => report with { Agreement = value },
        "object" => report with { Object = value },
        "date" => report with { Date = value is null ? null : Edtf.Parse(value) },
        "status" => report with { Status = Choice<ReportStatus>(value) },
        "polarity" => report with { Polarity = value switch { "+" => Polarity.Affirmed, "-" => Polarity.Denied, _ => throw new ArgumentException($"'{value}' is no polarity; allowed are + and -.") } },
        _ => throw new ArgumentException($"'{about}' cannot be corrected; allowed are act, source, target, agreement, object, date, status, polarity."),
    };

    private static IReadOnlyList<string> Actors(string? value) =>
        [.. (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static T Choice<T>(string? value) where T : struct, Enum =>
        Enum.TryParse<T>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
            : throw new ArgumentException($"'{value}' is none of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}.");

    private static int Shared(IReadOnlyList<Span> a, IReadOnlyList<Span> b) =>
        a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
}
