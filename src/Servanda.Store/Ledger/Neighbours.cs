// Which reports match a changed one: looked up by place, compared by the fold.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// A few changed reports ask for their neighbours one place at a time; many are matched by one sweep over all places. Either way two reports are compared only where they share a
/// cell and a day, and one of them has changed: what did not change is in its block already.
/// </summary>
internal sealed class Neighbours(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets)
{
    private const int Few = 2000;

    /// <summary>How many neighbours are read at a time.</summary>
    private const int Together = 50;

    /// <summary>Wide places have cells of their own, which sort right behind the narrow ones.</summary>
    private const string Wide = "\u0001wide";

    public static string CellOf(Place place) => place.IsWide ? place.Cell + Wide : place.Cell;

    /// <summary>Whether a cell as it is stored holds the narrow or the wide places of a cell.</summary>
    public static bool IsOfCell(string stored, string cell) =>
        stored.StartsWith(cell, StringComparison.Ordinal) && (stored.Length == cell.Length || stored.Length == cell.Length + Wide.Length && stored.EndsWith(Wide, StringComparison.Ordinal));

    public void Join(List<long> changed)
    {
        if (changed.Count > Few)
        {
            PlaceSweep.Join(database, folding, reports, sets, changed.ToHashSet());
            return;
        }
        foreach (var report in changed.Chunk(500).SelectMany(portion => reports.Of(portion)))
        {
            if (report.Ruled is { } ruled) JoinOne(report, ruled);
        }
    }

    private void JoinOne(LiveReport report, Report ruled)
    {
        var near = report.Places.SelectMany(place => Near(place.Cell, place, place.First - Place.Narrow).Concat(Near(place.Cell + Wide, place, int.MinValue))).Where(other => other.No != report.No).DistinctBy(other => other.No).ToList();
        for (var from = 0; from < near.Count; from += Together)
        {
            // Who is in a block that the report has joined already says nothing new, and is not even read.
            var open = near.Skip(from).Take(Together).Where(other => other.Block is not { } block || !sets.IsInBlock(report.No, block)).Select(other => other.No).ToList();
            foreach (var other in reports.Of(open))
            {
                if (other.Ruled is not { } ruledOther || sets.AreJoined(report.No, other.No) || !report.Places.Any(mine => other.Places.Any(mine.Meets)) || !folding.MayBeOne(ruled, ruledOther)) continue;
                sets.Add(other.No, other.Block);
                sets.Join(report.No, other.No);
            }
        }
    }

    private List<(long No, long? Block)> Near(string cell, Place place, int from) => database.Query(
        "select p.report, m.block from place p left join membership m on m.report = p.report where p.cell = @cell and p.first >= @from and p.first <= @last and p.last >= @first",
        row => (row.GetInt64(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1)), ("@cell", cell), ("@from", from), ("@first", place.First), ("@last", place.Last));
}
