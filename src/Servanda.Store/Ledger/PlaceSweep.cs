// One pass over all places, group of cells by group, in the order of days, that joins every pair of matching reports of which one has changed.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// A report stands in several cells of one group; since a group is gone through day by day, it is loaded once, when its days come, and forgotten behind them.
/// Memory goes with the places of the largest group and with the reports that lie on one day. While some days are compared the next are loaded: the database is one thread's alone, comparing needs none.
/// </summary>
internal sealed class PlaceSweep(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets, IReadOnlySet<long> isChanged)
{
    /// <summary>How many places are loaded at a time, all of their last day included.</summary>
    private const int Together = 2000;

    private readonly Dictionary<long, int> slots = [];
    private readonly List<long> numbers = [];
    private readonly List<Stay> stays = [];

    public static void Join(LedgerDatabase database, Folding folding, LiveReports reports, ReportSets sets, IReadOnlySet<long> changed)
    {
        for (var cell = ""; database.First("select cell from place where cell >= @from order by cell limit 1", row => row.GetString(0), ("@from", cell)) is { } next; cell = Place.BehindGroup(next))
            new PlaceSweep(database, folding, reports, sets, changed).Sweep(next);
    }

    /// <summary>A place: its days, both included, its cell and its report as counted in the group.</summary>
    private readonly record struct Stay(int First, int Last, int Cell, int Report) : IComparable<Stay>
    {
        public int CompareTo(Stay other) => First != other.First ? First.CompareTo(other.First) : Report != other.Report ? Report.CompareTo(other.Report) : Cell.CompareTo(other.Cell);
    }

    private void Sweep(string group)
    {
        var cells = Read(group);
        var joined = new Joined(numbers.Count);
        JoinKnown(joined);
        var meetings = new Meeting?[cells];
        var blocks = new long?[numbers.Count];
        var met = Task.CompletedTask;
        for (var from = 0; from < stays.Count;)
        {
            var (first, to) = (from, Math.Min(from + Together, stays.Count));
            while (to < stays.Count && stays[to].First == stays[to - 1].First) to++;
            var (rows, rulings) = reports.Stored(Enumerable.Range(first, to - first).Select(i => numbers[stays[i].Report]).Distinct());
            met.GetAwaiter().GetResult();
            met = Task.Run(() => Meet(first, to, rows, rulings, meetings, joined, blocks));
            from = to;
        }
        met.GetAwaiter().GetResult();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (joined.Of(i) is var other && other == i) continue;
            sets.Add(numbers[i], blocks[i]);
            sets.Add(numbers[other], blocks[other]);
            sets.Join(numbers[i], numbers[other]);
        }
    }

    /// <summary>Reports that are known to belong together from the start.</summary>
    private void JoinKnown(Joined joined)
    {
        var first = new Dictionary<long, int>();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (sets.SetOf(numbers[i]) is not { } set) continue;
            if (first.TryGetValue(set, out var other)) joined.Join(i, other);
            else first[set] = i;
        }
    }

    /// <summary>The group's places in the order of days, without the cells that nothing has changed in; gives the number of cells.</summary>
    private int Read(string first)
    {
        var (name, cells, start, touched) = ("", 0, 0, false);
        database.Each("select cell, first, last, report from place where cell >= @from and cell < @end order by cell, first, report", row =>
        {
            var (cell, report) = (row.GetString(0), row.GetInt64(3));
            // The narrow and the wide places of a cell follow each other.
            if (name.Length == 0 || !Neighbours.IsOfCell(cell, name))
            {
                Close();
                (name, start, touched) = (cell, stays.Count, false);
            }
            if (!slots.TryGetValue(report, out var slot))
            {
                slots[report] = slot = numbers.Count;
                numbers.Add(report);
            }
            touched = touched || isChanged.Contains(report);
            stays.Add(new((int)row.GetInt64(1), (int)row.GetInt64(2), cells, slot));
        }, ("@from", first), ("@end", Place.BehindGroup(first)));
        Close();
        stays.Sort();
        return cells;

        void Close()
        {
            if (touched && stays.Count - start > 1) cells++;
            else stays.RemoveRange(start, stays.Count - start);
        }
    }

    /// <summary>The places of some days, all that begin on one of them, meet those before them.</summary>
    private void Meet(int from, int to, List<StoredReport> rows, IReadOnlyList<Ruling> rulings, Meeting?[] meetings, Joined joined, long?[] blocks)
    {
        var loaded = new Dictionary<int, (Report Report, MatchKey Key)>(rows.Count);
        foreach (var (report, key) in SideBySide.Of(rows, row => reports.Read(row, rulings) is var read && read.Ruled is { } told ? (read, folding.Key(told)) : (read, default)))
        {
            if (report.Ruled is not { } ruled) continue;
            loaded[slots[report.No]] = (ruled, key);
            blocks[slots[report.No]] = report.Block;
        }
        var today = new HashSet<Meeting>();
        for (var i = from; i < to; i++)
        {
            var stay = stays[i];
            if (loaded.TryGetValue(stay.Report, out var told))
            {
                var meeting = meetings[stay.Cell] ??= new(folding.MayBeOne, (a, b) => joined.Join((int)a, (int)b), (a, b) => joined.Of((int)a) == joined.Of((int)b));
                meeting.Add(stay.Report, told.Report, told.Key, new("", stay.First, stay.Last), isChanged.Contains(numbers[stay.Report]));
                today.Add(meeting);
            }
        }
        foreach (var meeting in today) meeting.Join();
    }

    /// <summary>What has been joined in a group, by the reports' places in it.</summary>
    private sealed class Joined(int count)
    {
        private readonly int[] parent = [.. Enumerable.Range(0, count)];

        public int Of(int item)
        {
            while (parent[item] != item) item = parent[item] = parent[parent[item]];
            return item;
        }

        public void Join(int a, int b)
        {
            var (x, y) = (Of(a), Of(b));
            if (x != y) parent[Math.Max(x, y)] = Math.Min(x, y);
        }
    }
}
