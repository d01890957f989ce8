// One group of reports made into the event that they tell of, with what they differ on.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>Makes the event of a group of reports. Where tellers differ the event takes the value of the higher source, then of more origins, and keeps all values as variants.</summary>
internal sealed class Merging(ActTable acts, Matching matching, Tellers tellers, FoldInput input)
{
    private readonly IReadOnlySet<string> contested = Rulings.Contested(input.Rulings);

    public Event EventOf(IReadOnlyList<Report> group)
    {
        var (count, names) = tellers.Of(group, input.Origins);
        var (date, derivation) = DateOf(group);
        var rulings = RulingsOn(group);
        return new Event
        {
            Id = group[0].Id,
            Act = Most(group, report => report.Act, (a, b) => acts.IsFiner(a, b))!,
            Source = Fullest(group, report => acts.IsSymmetric(report.Act) ? matching.Actors(report) : report.Source),
            Target = Fullest(group, report => acts.IsSymmetric(report.Act) ? [] : report.Target),
            Agreement = Most(group, report => report.Agreement),
            Object = Most(group, report => report.Object),
            Date = date,
            DateDerivation = derivation,
            Years = Years.Of(group),
            Status = StatusOf(group),
            Polarity = group[0].Polarity,
            Quantities = QuantitiesOf(group),
            Speakers = group.Any(report => report.Speaker is null) ? [] : Distinct(group, report => report.Speaker),
            Persons = Distinct(group, report => report.Person),
            Origins = count,
            OriginNames = names,
            FirstTold = group.Select(report => report.Told).Where(told => told?.Latest is not null).OrderBy(told => told!.Latest).ThenBy(told => told!.Text, StringComparer.Ordinal).FirstOrDefault(),
            Reports = [.. group.Select(report => report.Id)],
            Pages = Distinct(group, report => report.Page),
            SourceClasses = [.. Tellers.Classes.Intersect(group.Select(report => tellers.ClassOf(report, input.Origins)), StringComparer.Ordinal)],
            Records = group.All(report => report.Record is null) ? [] : [.. group.Select(report => report.Record).OfType<OfficialRecord>().OrderBy(record => record.Reference, StringComparer.Ordinal)],
            Variants = VariantsOf(group, rulings),
            Rulings = [.. rulings.Select(ruling => ruling.Id)],
        };
    }

    /// <summary>
    /// The days that all who date it allow; a record's date alone where there is one. Where a ruling has put together what excludes each other: the days that most pages allow, of two
    /// that as many allow those told in a page's own name.
    /// </summary>
    private static (Edtf? Date, string Derivation) DateOf(IReadOnlyList<Report> group)
    {
        if (group.Count == 1) return (group[0].Date, "");
        var dated = group.Where(report => report.Date is not null).ToList();
        if (dated.Any(report => report.Word == WordOf.Document)) dated = [.. dated.Where(report => report.Word == WordOf.Document)];
        if (dated.Count == 0) return (null, "");
        var told = dated.GroupBy(report => report.Date!.Text, StringComparer.Ordinal).Select(same => (Date: same.First().Date!, Report: same.First().Id, Attributed: same.All(report => report.Speaker is not null))).ToList();
        if (told.Count == 1) return (told[0].Date, "");
        var ordered = told.OrderBy(x => x.Date.Approximate || x.Date.Uncertain)
            .ThenByDescending(x => dated.Where(report => report.Date!.Meet(x.Date) is not null).Select(report => report.Page).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(x => x.Attributed).ThenBy(x => x.Date.Days ?? int.MaxValue).ThenBy(x => x.Date.Text, StringComparer.Ordinal);
        var (met, used) = (default(Edtf), new List<string>());
        foreach (var (date, report, _) in ordered)
        {
            if ((met is null ? date : met.Meet(date)) is not { } narrower) continue;
            used.Add($"{date.Text} [{report[..Math.Min(8, report.Length)]}]");
            met = met is not null && narrower.Earliest == met.Earliest && narrower.Latest == met.Latest ? met : narrower;
        }
        return (met, used.Count == 1 ? "" : $"{string.Join(" ∩ ", used)} = {met!.Text}");
    }

    private static ReportStatus StatusOf(IReadOnlyList<Report> group)
    {
        ReadOnlySpan<ReportStatus> precedence = [ReportStatus.Occurred, ReportStatus.Ongoing, ReportStatus.Intended, ReportStatus.Alleged, ReportStatus.Conditional];
        foreach (var status in precedence)
        {
            if (group.Any(report => report.Status == status)) return status;
        }
        throw new ArgumentException("An event has a report; found none.", nameof(group));
    }

    private IReadOnlyList<Ruling> RulingsOn(IReadOnlyList<Report> group)
    {
        if (input.Rulings.Count == 0) return [];
        var ids = group.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        return [.. input.Rulings.Where(ruling => ruling.Reports.Concat(ruling.Against).Any(ruled => ids.Contains(ruled.Id))).OrderBy(r => r.Made).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private IReadOnlyList<Variant> VariantsOf(IReadOnlyList<Report> group, IReadOnlyList<Ruling> rulings)
    {
        if (group.Count == 1 && rulings.Count == 0) return [];
        return [.. Tellings.Differing(group, acts, matching), .. rulings.Where(ruling => contested.Contains(ruling.Id)).Select(ruling => new Variant("ruling", ruling.Id, [.. ruling.Reports.Select(report => report.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))];
    }

    /// <summary>The value told by a record, else by most origins, else the finer, else the first in order.</summary>
    private string? Most(IReadOnlyList<Report> group, Func<Report, string?> value, Func<string, string, bool>? isFiner = null)
    {
        if (group.Count == 1) return value(group[0]);
        var told = group.Where(report => value(report) is not null).GroupBy(report => value(report)!, StringComparer.Ordinal).ToList();
        if (told.Count < 2) return told.FirstOrDefault()?.Key;
        return told.OrderBy(same => same.All(report => report.Word != WordOf.Document)).ThenBy(same => isFiner is not null && told.Any(other => isFiner(other.Key, same.Key)))
            .ThenByDescending(same => tellers.Of([.. same], input.Origins).Count).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;
    }

    private static IReadOnlyList<string> Fullest(IReadOnlyList<Report> group, Func<Report, IReadOnlyList<string>> actors) => group.Count == 1 ? actors(group[0]) :
        group.OrderBy(report => report.Word != WordOf.Document || actors(report).Count == 0).ThenByDescending(report => actors(report).Count).ThenBy(report => report.Id, StringComparer.Ordinal).Select(actors).First();

    private static IReadOnlyList<Quantity> QuantitiesOf(IReadOnlyList<Report> group) => group.All(report => report.Quantities.Count == 0) ? [] :
        [.. group.SelectMany(report => report.Quantities).Distinct().OrderBy(q => q.Unit, StringComparer.Ordinal).ThenBy(q => q.Role ?? "", StringComparer.Ordinal).ThenBy(q => q.Value)];

    private static IReadOnlyList<string> Distinct(IReadOnlyList<Report> group, Func<Report, string?> value)
    {
        var found = new List<string>(group.Count);
        foreach (var report in group)
        {
            if (value(report) is { } told) found.Add(told);
        }
        if (found.Count <= 1) return [.. found];
        found.Sort(StringComparer.Ordinal);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
