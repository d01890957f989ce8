// New reports in a large block: only the events whose reports change are folded and written again.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// A block to which reports come and none goes, and on which nobody has ruled. Its reports are put together event by event from what they were put together before, which needs neither their pages
/// nor what the stored events say, and of most events no more than their outlines; an event whose reports are the same stays as it is. What comes out is what folding the whole block gives, and <see cref="LedgerCheck"/> holds it against that.
/// </summary>
internal sealed class BlockGrowth(LedgerDatabase database, Folding folding, KnownOrigins origins)
{
    /// <summary>Smaller blocks are folded as a whole, many at a time.</summary>
    public const int Large = 200;

    private readonly BlockInputs inputs = new(folding.Version);

    /// <summary>Those of the sets that are a large block of which no report has changed, and new reports.</summary>
    public HashSet<ReportSet> Among(IReadOnlyList<ReportSet> sets, IReadOnlySet<long> changed)
    {
        var ofBlock = sets.Where(set => set.Blocks.Count == 1).ToDictionary(set => set.Blocks[0]);
        var found = new HashSet<ReportSet>(ReferenceEqualityComparer.Instance);
        foreach (var portion in ofBlock.Keys.Chunk(1000))
        {
            var large = database.Query($"select block from membership where {database.In("block", "@blocks")} group by block having count(*) >= {Large}", row => row.GetInt64(0), ("@blocks", database.List(portion)));
            foreach (var block in large)
            {
                var set = ofBlock[block];
                var members = database.Query($"select report from membership where block = @block and {database.In("report", "@reports")}", row => row.GetInt64(0), ("@block", block), ("@reports", database.List(set.Reports)));
                if (!members.Exists(changed.Contains) && !IsRuledOn(block, set)) found.Add(set);
            }
        }
        return found;
    }

    private bool IsRuledOn(long block, ReportSet set) => database.Number(
        $"select count(*) from ruled d join report r on r.id = d.report left join membership m on m.report = r.no where m.block = @block or {database.In("r.no", "@reports")}", ("@block", block), ("@reports", database.List(set.Reports))) > 0;

    /// <param name="Event">The stored event that a report is of; null for a new one.</param>
    private sealed record Member(RawReport Raw, long Reading, long? Event);

    /// <param name="replace">Takes the events that were and gives what became of them, from the rows that are written for those that are.</param>
    public MergeSummary Grow(ReportSet set, Func<IReadOnlyList<StoredEvent>, EventRows, MergeSummary> replace)
    {
        var block = set.Blocks[0];
        var fresh = Fresh(block, set);
        var (left, gone) = Changed(block, fresh);
        var known = origins.Of(left.SelectMany(group => group).Concat(fresh).Select(member => member.Reading).Distinct());
        var pages = known.ToDictionary(one => one.Key, one => one.Value.Origin, StringComparer.Ordinal);
        var events = SideBySide.Of(left, group => folding.EventOf([.. group.Select(member => member.Raw.Report)], pages) is var told ? (told, LedgerText.Of(told)) : default);

        var list = database.List(gone);
        var before = database.Query($"select id, block, content from event where {database.In("no", "@events")}", row => new StoredEvent(row.GetString(0), row.GetInt64(1), row.GetString(2)), ("@events", list));
        database.Execute($"delete from event_actor where {database.In("event", "@events")}", ("@events", list));
        CourseRows.Delete(database, database.In("no", "@events"), ("@events", list));
        BlockOutlines.Delete(database, $"block = @block and {database.In("event", "@events")}", ("@block", block), ("@events", list));
        database.Execute($"delete from event where {database.In("no", "@events")}", ("@events", list));
        var moved = left.SelectMany(group => group).ToList();
        database.Execute($"delete from membership where {database.In("report", "@reports")}", ("@reports", database.List(moved.Select(member => member.Raw.No))));
        WriteInputs(block, [.. fresh.Select(member => member.Raw)], known);
        var rows = new EventRows(database, folding);
        rows.Insert([(block, events, moved.ConvertAll(member => member.Raw), true)]);
        return replace(before, rows) + new MergeSummary(0, 0, 0, 1);
    }

    /// <summary>Those of the set that are not of the block yet.</summary>
    private List<Member> Fresh(long block, ReportSet set)
    {
        var reports = database.List(set.Reports);
        var there = database.Query($"select report from membership where block = @block and {database.In("report", "@reports")}", row => row.GetInt64(0), ("@block", block), ("@reports", reports)).ToHashSet();
        return Read(database.Query(
            $"select no, reading, content from report where live = 1 and {database.In("no", "@reports")}", row => (row.GetInt64(0), row.GetInt64(1), LedgerDatabase.Bytes(row, 2), (long?)null), ("@reports", database.List(set.Reports.Where(no => !there.Contains(no))))));
    }

    private List<Member> MembersOf(IReadOnlyList<long> events) => Read(database.Query(
        $"select r.no, r.reading, r.content, m.event from membership m join report r on r.no = m.report where {database.In("m.event", "@events")}",
        row => (row.GetInt64(0), row.GetInt64(1), LedgerDatabase.Bytes(row, 2), (long?)row.GetInt64(3)), ("@events", database.List(events))));

    private static List<Member> Read(List<(long No, long Reading, byte[] Content, long? Event)> rows) => SideBySide.Of(rows, row => new Member(new(row.No, LedgerText.Report(row.Content), row.Content), row.Reading, row.Event));

    /// <summary>The groups that are no stored event, and the stored events that are no group.</summary>
    private (List<List<Member>> Groups, IReadOnlyList<long> Events) Changed(long block, List<Member> fresh)
    {
        var byId = fresh.ToDictionary(member => member.Raw.Report.Id, StringComparer.Ordinal);
        var (groups, gone) = folding.Regroup([.. fresh.Select(member => member.Raw.Report)], OutlinesOf(block), events => MembersOf(events).Select(member =>
        {
            byId[member.Raw.Report.Id] = member;
            return (member.Event!.Value, member.Raw.Report);
        }));
        return ([.. groups.Select(group => group.Select(report => byId[report.Id]).ToList())], gone);
    }

    /// <summary>Of a block from before there were outlines they are made now.</summary>
    private Dictionary<long, EventOutline> OutlinesOf(long block)
    {
        var there = BlockOutlines.Of(database, block);
        if (there.Count > 0) return there;
        var members = MembersOf(database.Query("select no from event where block = @block", row => row.GetInt64(0), ("@block", block)));
        BlockOutlines.Insert(database, BlockOutlines.Rows(folding, block, members.Select(member => (member.Event!.Value, member.Raw.Report))));
        return BlockOutlines.Of(database, block);
    }

    private void WriteInputs(long block, IReadOnlyList<RawReport> fresh, IReadOnlyDictionary<string, KnownOrigin> known)
    {
        var (before, first, last) = database.Query("select inputs, known_first, known_last from block where no = @block", row => (row.GetString(0), Day(row, 1), Day(row, 2)), ("@block", block)).Single();
        var (freshFirst, freshLast) = (Known.FirstOf(fresh), Known.LastOf(fresh));
        database.Execute("delete from block where no = @block", ("@block", block));
        database.Insert("block", ["no", "inputs", "known_first", "known_last"], [[block, inputs.Plus(before, fresh, known, []), first is null || freshFirst < first ? freshFirst ?? first : first, last is null || freshLast is null ? null : Math.Max(last.Value, freshLast.Value)]]);

        static int? Day(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : (int)row.GetInt64(column);
    }
}
