// One pass over all places, cell by cell, that joins every pair of matching reports of which one has changed.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class PlaceSweep(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets, List<long> changed)
{
    private readonly HashSet<long> isChanged = [.. changed];

    public void Join()
    {
        foreach (var cell in Cells()) Sweep(cell);
    }

    /// <summary>The cells that a changed report has a place in, narrow and wide places together, by first day.</summary>
    private IEnumerable<List<(int First, int Last, long Report)>> Cells()
    {
        var names = database.Query("select distinct p.cell from place p join dirty d on d.report = p.report", row => row.GetString(0)).Select(cell => cell.Split('\u0001')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            yield return database.Query(
                "select first, last, report from place where cell = @narrow or cell = @wide order by first, report", row => ((int)row.GetInt64(0), (int)row.GetInt64(1), row.GetInt64(2)),
                ("@narrow", name), ("@wide", Neighbours.CellOf(new Place(name, 0, Place.Narrow + 1))));
        }
    }

    private void Sweep(List<(int First, int Last, long Report)> places)
    {
        var open = new List<(int Last, LiveReport Report, bool Changed)>();
        foreach (var portion in places.Chunk(1000))
        {
            var loaded = reports.Of([.. portion.Select(place => place.Report).Distinct()]).ToDictionary(report => report.No);
            foreach (var (first, last, number) in portion)
            {
                open.RemoveAll(other => other.Last < first);
                if (!loaded.TryGetValue(number, out var report) || report.Ruled is not { } ruled) continue;
                var hasChanged = isChanged.Contains(number);
                foreach (var (_, other, otherChanged) in open)
                {
                    if (!hasChanged && !otherChanged || sets.AreJoined(number, other.No) || other.No == number || !folding.MayBeOne(ruled, other.Ruled!)) continue;
                    Add(other);
                    Add(report);
                    sets.Join(number, other.No);
                }
                open.Add((last, report, hasChanged));
            }
        }
    }

    private void Add(LiveReport report)
    {
        if (report.Block is { } block) sets.AddBlock(block, report.No);
        else sets.AddReport(report.No);
    }
}
