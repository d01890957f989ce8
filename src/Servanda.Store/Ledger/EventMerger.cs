// Keeps the events in step with the live reports: only blocks that a changed report touches are folded again.
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Merging, in one write transaction. Changed reports (table <c>dirty</c>) are matched against those that share a place with them; each set so connected, with the blocks it
/// touches, is folded anew. A block whose inputs hash as before is left alone. Events that go are noted with what took their place.
/// </summary>
internal sealed class EventMerger(LedgerDatabase database, Folding folding)
{
    /// <summary>About how many reports are folded at a time.</summary>
    private const int Portion = 2000;

    /// <summary>Of so many changed reports on a merge is one that the database is tidied up after.</summary>
    private const int Many = 20_000;

    private readonly LiveReports reports = new(database, folding);
    private readonly KnownOrigins origins = new(database);

    public bool IsNeeded() => database.Number("select count(*) from (select 1 from dirty limit 1) d") > 0 || FoldVersion() != folding.Version && database.Number("select count(*) from (select 1 from report limit 1) r") > 0;

    public MergeSummary Merge(Instant at)
    {
        var (summary, changed) = database.Write(() => Refold(at));
        if (changed >= Many)
            database.Guarded(() =>
            {
                database.Settle();
                return 0;
            });
        return summary;
    }

    /// <summary>The merge, and of how many reports on it was.</summary>
    private (MergeSummary Summary, int Changed) Refold(Instant at)
    {
        database.LockMerging();
        var before = FoldVersion();
        if (before != folding.Version) StartOver(before);
        if (!IsNeeded()) return default;
        database.IndexReports();
        new CourseRows(database, folding).Complete();
        var changed = database.Query("select d.report, r.live from dirty d join report r on r.no = d.report order by d.report", row => (No: row.GetInt64(0), Live: row.GetInt64(1) == 1));
        var live = changed.Where(report => report.Live).Select(report => report.No).ToList();
        if (before is not null && before != folding.Version || database.Number("select count(*) from ruling") > 0) WritePlaces(live);
        var sets = new ReportSets();
        foreach (var (report, block) in MembershipsOf(changed.Select(report => report.No))) sets.AddBlock(block, report);
        foreach (var report in live) sets.AddReport(report);
        new Neighbours(database, folding, reports, sets).Join(live);
        JoinRuled(live, sets);
        var summary = Fold([.. sets.All()], changed.Select(report => report.No).ToHashSet(), InstantPattern.ExtendedIso.Format(at));
        database.IndexEvents();
        // Nobody has written since the list was taken: see LockMerging.
        database.Execute("delete from dirty");
        return (summary, changed.Count);
    }

    private string? FoldVersion() => database.First("select value from setting where key = 'fold'", row => row.GetString(0));

    /// <summary>Another fold than the one that made the events: every report is looked at again.</summary>
    private void StartOver(string? before)
    {
        if (before is not null) database.Execute("delete from place");
        database.Execute("insert into dirty (report) select no from report where live = 1 and not exists (select 1 from dirty where report = no)");
        database.Execute("insert into setting (key, value) values ('fold', @version) on conflict (key) do update set value = @version", ("@version", folding.Version));
    }

    /// <summary>
    /// Reports bring their own places when they are written; here are those that corrections give them, and all of them where the fold has changed. Places that no longer hold stay:
    /// they cost a comparison and decide nothing.
    /// </summary>
    private void WritePlaces(List<long> live)
    {
        foreach (var portion in live.Chunk(Portion))
        {
            var places = reports.Of(portion).SelectMany(report => report.Places.Select(place => new object?[] { Neighbours.CellOf(place), place.First, report.No, place.Last }));
            database.Insert("place", ["cell", "first", "report", "last"], places, unlessThere: true);
        }
    }

    private IEnumerable<(long Report, long Block)> MembershipsOf(IEnumerable<long> changed)
    {
        foreach (var portion in changed.Chunk(Portion))
        {
            foreach (var row in database.Query($"select report, block from membership where {database.In("report", "@reports")}", row => (row.GetInt64(0), row.GetInt64(1)), ("@reports", database.List(portion))))
                yield return row;
        }
    }

    /// <summary>Rulings tie reports together that would not have met.</summary>
    private void JoinRuled(List<long> live, ReportSets sets)
    {
        if (database.Number("select count(*) from ruling") == 0) return;
        foreach (var portion in live.Chunk(Portion))
        {
            var ids = reports.Of(portion).ToDictionary(report => report.Id, report => report.No, StringComparer.Ordinal);
            foreach (var ruling in RulingAttachment.On(database, ids.Keys))
            {
                var named = ruling.Reports.Concat(ruling.Against).Select(report => report.Id).Distinct(StringComparer.Ordinal).ToList();
                var numbers = database.Query(
                    $"select r.no, m.block from report r left join membership m on m.report = r.no where r.live = 1 and {database.In("r.id", "@ids")}",
                    row => (No: row.GetInt64(0), Block: row.IsDBNull(1) ? (long?)null : row.GetInt64(1)), ("@ids", database.List(named)));
                foreach (var (no, block) in numbers)
                {
                    if (block is { } number) sets.AddBlock(number, no);
                    else sets.AddReport(no);
                    sets.Join(no, numbers[0].No);
                }
            }
        }
    }

    private static IEnumerable<List<ReportSet>> InPortions(IEnumerable<ReportSet> sets)
    {
        var portion = new List<ReportSet>();
        var size = 0;
        foreach (var set in sets)
        {
            portion.Add(set);
            size += set.Reports.Count + 5 * set.Blocks.Count;
            if (size < Portion) continue;
            yield return portion;
            portion = [];
            size = 0;
        }
        if (portion.Count > 0) yield return portion;
    }

    /// <summary>One portion is folded while the one before is written and the next is read: the database is this thread's alone, the fold needs none.</summary>
    private MergeSummary Fold(IReadOnlyList<ReportSet> sets, IReadOnlySet<long> changed, string at)
    {
        var summary = default(MergeSummary);
        var growth = new BlockGrowth(database, folding, origins);
        var growing = growth.Among(sets, changed);
        foreach (var set in sets.Where(growing.Contains)) summary += growth.Grow(set, (before, rows) => WriteChanges(before.ToDictionary(e => e.Id, StringComparer.Ordinal), rows, at));
        PortionFold? open = null;
        Task<List<Folded>>? events = null;
        foreach (var portion in InPortions(sets.Where(set => !growing.Contains(set))))
        {
            var next = PortionFold.Read(database, folding, reports, origins, portion);
            var folded = Task.Run(next.Run);
            Write();
            (open, events) = (next, folded);
        }
        Write();
        return summary;

        void Write()
        {
            if (events is not null) summary += Replace(events.GetAwaiter().GetResult(), open!.Before, at);
        }
    }

    public static Dictionary<string, PageOrigin> OriginsOf(LedgerDatabase database, IEnumerable<string> pages) =>
        Origins(database, database.In("p.id", "@list"), database.List(pages.Distinct(StringComparer.Ordinal))).ToDictionary(row => row.Origin.Page, row => row.Origin, StringComparer.Ordinal);

    /// <summary>The same by the numbers of the pages' live readings.</summary>
    public static IReadOnlyList<(long Reading, PageOrigin Origin)> OriginsOf(LedgerDatabase database, IReadOnlyCollection<long> readings) =>
        readings.Count == 0 ? [] : Origins(database, database.In("r.no", "@list"), database.List(readings));

    private static List<(long Reading, PageOrigin Origin)> Origins(LedgerDatabase database, string condition, object list) => database.Query(
        $"select r.no, p.id, r.outlet, r.credits, r.signature from reading r join page p on p.no = r.page where r.live = 1 and {condition}",
        row => (row.GetInt64(0), new PageOrigin(row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries), Signatures.Read((byte[])row.GetValue(4)))),
        ("@list", list));

    private MergeSummary Replace(List<Folded> folded, List<StoredEvent> stored, string at)
    {
        if (folded.Count == 0) return default;
        var touched = folded.SelectMany(set => set.Blocks).ToHashSet();
        var before = stored.Where(e => touched.Contains(e.Block)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        if (touched.Count > 0)
        {
            var list = database.List(touched);
            database.Execute($"delete from event_actor where event in (select no from event where {database.In("block", "@blocks")})", ("@blocks", list));
            CourseRows.Delete(database, database.In("block", "@blocks"), ("@blocks", list));
            BlockOutlines.Delete(database, database.In("block", "@blocks"), ("@blocks", list));
            database.Execute($"delete from event where {database.In("block", "@blocks")}", ("@blocks", list));
            database.Execute($"delete from membership where {database.In("block", "@blocks")}", ("@blocks", list));
            database.Execute($"delete from block where {database.In("no", "@blocks")}", ("@blocks", list));
        }
        var kept = folded.Where(set => set.Live.Count > 0).ToList();
        var rows = new EventRows(database, folding);
        rows.Insert(kept);
        return WriteChanges(before, rows, at) + new MergeSummary(0, 0, 0, kept.Count);
    }

    /// <summary>What became of these events, as far as they are not among the rows that have been written.</summary>
    private MergeSummary WriteChanges(Dictionary<string, StoredEvent> before, EventRows rows, string at)
    {
        var changes = ChangesOf(before, rows);
        database.Insert("change", ["no", "at", "event", "kind", "by"], Numbered(changes, at));
        foreach (var change in changes.Where(change => change.Kind == "superseded"))
            database.Execute("insert into superseded (id, by) values (@id, @by) on conflict (id) do update set by = @by", ("@id", change.Event), ("@by", change.By));
        var back = rows.Written.Keys.Where(id => !before.ContainsKey(id)).ToList();
        if (back.Count > 0 && database.Number("select count(*) from (select 1 from superseded limit 1) s") > 0) database.Execute($"delete from superseded where {database.In("id", "@ids")}", ("@ids", database.List(back)));
        return new(changes.Count(c => c.Kind == "new"), changes.Count(c => c.Kind == "changed"), changes.Count(c => c.Kind == "superseded"), 0);
    }

    private IEnumerable<object?[]> Numbered(List<(string Event, string Kind, string? By)> changes, string at)
    {
        var numbers = database.Numbers("change", changes.Count);
        return changes.Select((change, i) => new object?[] { numbers[i], at, change.Event, change.Kind, change.By });
    }

    private static List<(string Event, string Kind, string? By)> ChangesOf(Dictionary<string, StoredEvent> before, EventRows rows)
    {
        var changes = new List<(string, string, string?)>();
        foreach (var (id, content) in rows.Written.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            if (!before.TryGetValue(id, out var old)) changes.Add((id, "new", null));
            else if (old.Content != content) changes.Add((id, "changed", null));
        }
        foreach (var gone in before.Values.Where(e => !rows.Written.ContainsKey(e.Id)).OrderBy(e => e.Id, StringComparer.Ordinal))
            changes.Add((gone.Id, "superseded", LedgerText.Event(gone.Content).Reports.Select(rows.EventOf).OfType<string>().GroupBy(id => id, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).FirstOrDefault()?.Key));
        return changes;
    }
}
