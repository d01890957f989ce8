// Live reports by number, as the fold needs them, kept for a while because neighbours ask for the same ones again.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A live report as its page tells it, and as it is stored.</summary>
internal sealed record RawReport(long No, Report Report, string Content);

/// <summary>A live report after the rulings on it; <see cref="Ruled"/> is null, and it has no places, where a ruling rejects it.</summary>
internal sealed class LiveReport(long no, string id, Report? ruled, long? block, Folding folding)
{
    private IReadOnlyList<Place>? places;

    public long No { get; } = no;

    public string Id { get; } = id;

    public Report? Ruled { get; } = ruled;

    public long? Block { get; } = block;

    public IReadOnlyList<Place> Places => places ??= Ruled is null ? [] : folding.Places(Ruled);
}

internal sealed class LiveReports(LedgerDatabase database, Folding folding)
{
    /// <summary>So many are kept at least, and twice as many at most.</summary>
    private const int Kept = 10_000;

    private const int Portion = 1000;

    public bool HasRulings { get; } = database.Number("select count(*) from (select 1 from ruling limit 1) r") > 0;

    /// <summary>Those asked for lately, and those asked for before them.</summary>
    private Dictionary<long, LiveReport> late = [], early = [];

    /// <summary>Those of the numbered reports that are live, in any order.</summary>
    public List<LiveReport> Of(IReadOnlyCollection<long> numbers)
    {
        var found = new List<LiveReport>(numbers.Count);
        var missing = new List<long>();
        foreach (var no in numbers)
        {
            if (late.TryGetValue(no, out var report)) found.Add(report);
            else if (early.TryGetValue(no, out report)) found.Add(Keep(report));
            else missing.Add(no);
        }
        foreach (var portion in missing.Chunk(Portion))
        {
            foreach (var report in Load(portion)) found.Add(Keep(report));
        }
        return found;
    }

    /// <summary>The same one after another, without keeping them.</summary>
    public IEnumerable<LiveReport> Each(IEnumerable<long> numbers) => numbers.Chunk(Portion).SelectMany(Load);

    /// <summary>Those of the numbered reports that are live, as they are stored.</summary>
    public IEnumerable<(long No, long Reading, string Content)> RawOf(IEnumerable<long> numbers) => numbers.Chunk(Portion).SelectMany(portion => database.Query(
        $"select no, reading, content from report where live = 1 and {database.In("no", "@reports")}", row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2)), ("@reports", database.List(portion))));

    private LiveReport Keep(LiveReport report)
    {
        if (late.Count >= Kept) (early, late) = (late, []);
        late[report.No] = report;
        return report;
    }

    private IEnumerable<LiveReport> Load(long[] portion)
    {
        var rows = database.Query(
            $"select r.no, r.content, m.block from report r left join membership m on m.report = r.no where r.live = 1 and {database.In("r.no", "@reports")}",
            row => (No: row.GetInt64(0), Report: LedgerText.Report(row.GetString(1)), Block: row.IsDBNull(2) ? (long?)null : row.GetInt64(2)), ("@reports", database.List(portion)));
        IReadOnlyList<Ruling> rulings = HasRulings ? RulingAttachment.On(database, [.. rows.Select(row => row.Report.Id)]) : [];
        return rows.Select(row => new LiveReport(row.No, row.Report.Id, rulings.Count == 0 ? row.Report : folding.Ruled(row.Report, rulings), row.Block, folding));
    }
}
