// One pass over all places, cell by cell, that joins every pair of matching reports of which one has changed.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class PlaceSweep(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets, List<long> changed)
{
    /// <summary>How many pairs are compared at a time.</summary>
    private const int Together = 4000;

    private readonly HashSet<long> isChanged = [.. changed];

    public void Join()
    {
        foreach (var cell in Cells()) Sweep(cell);
    }

    /// <summary>The cells that a changed report has a place in, narrow and wide places together, by first day.</summary>
    private IEnumerable<List<(int First, int Last, long Report)>> Cells()
    {
        var names = database.Query("select distinct cell from place", row => row.GetString(0)).Select(cell => cell.Split('\u0001')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var places = database.Query(
                "select first, last, report from place where cell = @narrow or cell = @wide order by first, report", row => ((int)row.GetInt64(0), (int)row.GetInt64(1), row.GetInt64(2)),
                ("@narrow", name), ("@wide", Neighbours.CellOf(new Place(name, 0, Place.Narrow + 1))));
            if (places.Count > 1 && places.Exists(place => isChanged.Contains(place.Item3))) yield return places;
        }
    }

    private void Sweep(List<(int First, int Last, long Report)> places)
    {
        var open = new List<(int Last, long Report, bool Changed)>();
        var asked = new List<(long, long)>();
        foreach (var (first, last, number) in places)
        {
            open.RemoveAll(other => other.Last < first);
            var hasChanged = isChanged.Contains(number);
            foreach (var (_, other, otherChanged) in open)
            {
                if (other != number && (hasChanged || otherChanged) && !sets.AreJoined(number, other)) asked.Add((number, other));
            }
            open.Add((last, number, hasChanged));
            if (asked.Count < Together) continue;
            Compare(asked);
            asked.Clear();
        }
        Compare(asked);
    }

    private void Compare(List<(long, long)> pairs)
    {
        var loaded = reports.Of([.. pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).Distinct()]).ToDictionary(report => report.No);
        foreach (var (a, b) in pairs)
        {
            if (sets.AreJoined(a, b) || !loaded.TryGetValue(a, out var one) || !loaded.TryGetValue(b, out var other) || one.Ruled is null || other.Ruled is null || !folding.MayBeOne(one.Ruled, other.Ruled)) continue;
            Add(one);
            Add(other);
            sets.Join(a, b);
        }
    }

    private void Add(LiveReport report)
    {
        if (report.Block is { } block) sets.AddBlock(block, report.No);
        else sets.AddReport(report.No);
    }
}
