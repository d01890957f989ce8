// Reports and blocks that belong together, as matching finds them out.
namespace Servanda.Store;

/// <summary>A closed set: reports that are in no block yet or whose block is among <see cref="Blocks"/>.</summary>
internal sealed record ReportSet(IReadOnlyList<long> Reports, IReadOnlyList<long> Blocks);

/// <summary>Disjoint sets over numbers of reports and blocks. A block and all its reports are one set from the start.</summary>
internal sealed class ReportSets
{
    private readonly Dictionary<long, long> parents = [];

    public void AddReport(long report) => parents.TryAdd(report, report);

    /// <summary>A block by one of its reports; block numbers are kept below zero.</summary>
    public void AddBlock(long block, long report)
    {
        parents.TryAdd(-block, -block);
        parents.TryAdd(report, -block);
        Unite(report, -block);
    }

    /// <summary>A report, by itself or with the block that it is in.</summary>
    public void Add(long report, long? block)
    {
        if (block is { } number) AddBlock(number, report);
        else AddReport(report);
    }

    public void Join(long report, long other) => Unite(report, other);

    /// <summary>What tells the set of a report from others until the next change; null where the report is in none.</summary>
    public long? SetOf(long report) => parents.ContainsKey(report) ? Root(report) : null;

    public bool AreJoined(long report, long other) => parents.ContainsKey(report) && parents.ContainsKey(other) && Root(report) == Root(other);

    /// <summary>Whether a report is in one set with a block.</summary>
    public bool IsInBlock(long report, long block) => AreJoined(report, -block);

    /// <summary>In an order of their own: by the smallest number of report or block.</summary>
    public IEnumerable<ReportSet> All() => parents.Keys.Order().GroupBy(Root).Select(set => new ReportSet([.. set.Where(no => no > 0)], [.. set.Where(no => no < 0).Select(no => -no)]));

    private void Unite(long a, long b)
    {
        var (x, y) = (Root(a), Root(b));
        if (x != y) parents[Math.Max(x, y)] = Math.Min(x, y);
    }

    private long Root(long item)
    {
        while (parents[item] != item)
        {
            parents[item] = parents[parents[item]];
            item = parents[item];
        }
        return item;
    }
}
