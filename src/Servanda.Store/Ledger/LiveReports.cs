// Live reports by number, as the fold needs them, kept for a while because neighbours ask for the same ones again.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A live report as its page tells it, and as it is stored.</summary>
internal sealed record RawReport(long No, Report Report, string Content);

/// <summary>A live report after the rulings on it; <see cref="Ruled"/> is null, and it has no places, where a ruling rejects it.</summary>
internal sealed record LiveReport(long No, string Id, Report? Ruled, IReadOnlyList<Place> Places, long? Block);

internal sealed class LiveReports(LedgerDatabase database, Folding folding)
{
    private const int Kept = 20_000;

    private const int Together = 1000;

    private readonly Dictionary<long, LiveReport> cache = [];

    /// <summary>Those of the numbered reports that are live, in any order.</summary>
    public List<LiveReport> Of(IReadOnlyCollection<long> numbers)
    {
        var missing = numbers.Where(no => !cache.ContainsKey(no)).ToList();
        if (cache.Count + missing.Count > Kept)
        {
            cache.Clear();
            missing = [.. numbers];
        }
        foreach (var portion in missing.Chunk(Together))
        {
            foreach (var report in Loaded(portion)) cache[report.No] = report;
        }
        return [.. numbers.Where(cache.ContainsKey).Select(no => cache[no])];
    }

    /// <summary>The same one after another, without keeping them.</summary>
    public IEnumerable<LiveReport> Each(IEnumerable<long> numbers) => numbers.Chunk(Together).SelectMany(Loaded);

    public IEnumerable<RawReport> RawOf(IEnumerable<long> numbers)
    {
        foreach (var portion in numbers.Chunk(Together))
        {
            foreach (var report in database.Query(
                $"select no, content from report where live = 1 and {database.In("no", "@reports")}", row => (No: row.GetInt64(0), Content: row.GetString(1)), ("@reports", database.List(portion))).AsParallel().Select(row => new RawReport(row.No, LedgerText.Report(row.Content), row.Content)))
                yield return report;
        }
    }

    private IEnumerable<LiveReport> Loaded(long[] portion)
    {
        var rows = database.Query(
            $"select r.no, r.content, m.block from report r left join membership m on m.report = r.no where r.live = 1 and {database.In("r.no", "@reports")}",
            row => (No: row.GetInt64(0), Content: row.GetString(1), Block: row.IsDBNull(2) ? (long?)null : row.GetInt64(2)), ("@reports", database.List(portion)))
            .AsParallel().Select(row => (row.No, Report: LedgerText.Report(row.Content), row.Block)).ToList();
        var rulings = RulingAttachment.On(database, [.. rows.Select(row => row.Report.Id)]);
        return rows.Select(row =>
        {
            var ruled = rulings.Count == 0 ? row.Report : folding.Ruled(row.Report, rulings);
            return new LiveReport(row.No, row.Report.Id, ruled, ruled is null ? [] : folding.Places(ruled), row.Block);
        });
    }
}
