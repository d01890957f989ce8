// Live reports by number, as the fold needs them, kept for a while because neighbours ask for the same ones again.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A live report as its page tells it, and as it is stored.</summary>
internal sealed record RawReport(long No, Report Report, byte[] Content);

/// <summary>A row of a live report that has not been read yet.</summary>
internal readonly record struct StoredReport(long No, string Id, byte[] Content, long? Block);

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

    private readonly AskedLately<long, LiveReport> kept = new(Kept);

    /// <summary>Those of the numbered reports that are live, in any order.</summary>
    public List<LiveReport> Of(IReadOnlyCollection<long> numbers)
    {
        var found = new List<LiveReport>(numbers.Count);
        var missing = new List<long>();
        foreach (var no in numbers)
        {
            if (kept.TryGetValue(no, out var report)) found.Add(report);
            else missing.Add(no);
        }
        foreach (var portion in missing.Chunk(Portion))
        {
            foreach (var report in Load(portion)) found.Add(kept.Keep(report.No, report));
        }
        return found;
    }

    /// <summary>Those of the numbered reports that are live, as they are stored, and the rulings on them.</summary>
    public (List<StoredReport> Rows, IReadOnlyList<Ruling> Rulings) Stored(IEnumerable<long> numbers)
    {
        var rows = numbers.Chunk(Portion).SelectMany(portion => database.Query(
            $"select r.no, r.id, r.content, m.block from report r left join membership m on m.report = r.no where r.live = 1 and {database.In("r.no", "@reports")}",
            row => new StoredReport(row.GetInt64(0), row.GetString(1), LedgerDatabase.Bytes(row, 2), row.IsDBNull(3) ? null : row.GetInt64(3)), ("@reports", database.List(portion)))).ToList();
        return (rows, HasRulings ? RulingAttachment.On(database, [.. rows.Select(row => row.Id)]) : []);
    }

    /// <summary>A stored report as the rulings leave it; needs no database.</summary>
    public LiveReport Read(StoredReport row, IReadOnlyList<Ruling> rulings)
    {
        var report = LedgerText.Report(row.Content);
        return new(row.No, row.Id, rulings.Count == 0 ? report : folding.Ruled(report, rulings), row.Block, folding);
    }

    /// <summary>Those of the numbered reports that are live, as they are stored, with their readings.</summary>
    public IEnumerable<(long No, string Id, long Reading, byte[] Content)> RawOf(IEnumerable<long> numbers) => numbers.Chunk(Portion).SelectMany(portion => database.Query(
        $"select no, id, reading, content from report where live = 1 and {database.In("no", "@reports")}", row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), LedgerDatabase.Bytes(row, 3)), ("@reports", database.List(portion))));

    private IEnumerable<LiveReport> Load(long[] portion)
    {
        var (rows, rulings) = Stored(portion);
        return rows.Select(row => Read(row, rulings));
    }
}
