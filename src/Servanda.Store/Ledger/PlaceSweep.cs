// One pass over all places, cell by cell, that joins matching reports of which one has changed.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class PlaceSweep(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets, List<long> changed)
{
    private readonly HashSet<long> isChanged = [.. changed];

    public void Join()
    {
        foreach (var (cell, members) in Cells()) Sweep(cell, members);
    }

    /// <summary>The cells that a changed report has a place in, narrow and wide places together, with their reports.</summary>
    private IEnumerable<(string Cell, List<long> Reports)> Cells()
    {
        var names = database.Query("select distinct cell from place", row => row.GetString(0)).Select(cell => cell.Split('\u0001')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var members = database.Query(
                "select distinct report from place where cell = @narrow or cell = @wide order by report", row => row.GetInt64(0), ("@narrow", name), ("@wide", Neighbours.CellOf(new Place(name, 0, Place.Narrow + 1))));
            if (members.Count > 1 && members.Exists(isChanged.Contains)) yield return (name, members);
        }
    }

    private void Sweep(string cell, List<long> members)
    {
        var blocks = new Dictionary<long, long>();
        var meeting = new Meeting(folding.MayBeOne, Unite, sets.AreJoined);
        foreach (var report in reports.Each(members))
        {
            if (report.Ruled is not { } ruled) continue;
            if (report.Block is { } block) blocks[report.No] = block;
            foreach (var place in report.Places.Where(place => place.Cell == cell)) meeting.Add(report.No, ruled, folding.Key(ruled), place, isChanged.Contains(report.No));
        }
        meeting.Join();

        void Unite(long a, long b)
        {
            Enter(a);
            Enter(b);
            sets.Join(a, b);
        }

        void Enter(long report)
        {
            if (blocks.TryGetValue(report, out var block)) sets.AddBlock(block, report);
            else sets.AddReport(report);
        }
    }
}
