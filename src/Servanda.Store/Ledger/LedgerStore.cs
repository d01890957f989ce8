// The ledger as the command uses it: readings go in, events come out.
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// A ledger: pages, readings, reports, rulings, and the events derived from them. Every method that fails for a reason outside the program throws
/// <see cref="LedgerException"/> with one line for people. Not for use from several threads at once; open it once more instead.
/// </summary>
/// <remarks>Readings are written in batches and merged when all are in: <see cref="Write"/> …, <see cref="Merge"/>. Questions about events are refused (<see cref="LedgerFault.Unmerged"/>) while something is left to merge.</remarks>
public sealed partial class LedgerStore : IDisposable
{
    private readonly LedgerDatabase database;
    private readonly Folding folding;

    private LedgerStore(LedgerDatabase database, Folding folding) => (this.database, this.folding) = (database, folding);

    /// <summary>Where it is, for messages.</summary>
    public string Name => database.Name;

    /// <summary>Opens the ledger in a file.</summary>
    /// <param name="patience">How long to wait for another program that is writing; 30 seconds where not given.</param>
    public static LedgerStore Open(string location, Folding folding, LedgerAccess access = LedgerAccess.Write, TimeSpan? patience = null) =>
        new(SqliteDatabase.Open(location, access, patience ?? TimeSpan.FromSeconds(30)), folding);

    /// <summary>Stores a batch in one transaction. Batches of some hundred pages are fastest; a reading that is there already adds its sighting and nothing else.</summary>
    public WriteSummary Write(IReadOnlyList<PageReading> readings, IReadOnlyList<Reject> rejects, Instant readAt) => new ReadingWriter(database, folding).Write(readings, rejects, readAt);

    /// <summary>Brings the events up to date with all that was written. What was read when is kept for <see cref="Changes"/>.</summary>
    public MergeSummary Merge(Instant readAt)
    {
        var merger = new EventMerger(database, folding);
        return database.Guarded(merger.IsNeeded) ? merger.Merge(readAt) : default;
    }

    /// <summary>Takes a page and all that was read from it out of the live ledger, as if it had never been read. False where there is no such page.</summary>
    /// <param name="rulingsToo">Whether the rulings that name its reports go too; else they stay, orphaned.</param>
    public bool Remove(string page, Instant at, bool rulingsToo = false)
    {
        if (!new ReadingWriter(database, folding).Remove(page, rulingsToo)) return false;
        Merge(at);
        return true;
    }

    /// <summary>Appends a ruling; one that is there already changes nothing. The reports it names must be live.</summary>
    public void Rule(Ruling ruling) => database.Write(() =>
    {
        foreach (var report in ruling.Reports.Concat(ruling.Against))
        {
            if (database.Number("select count(*) from report where id = @id and live = 1", ("@id", report.Id)) == 0) throw new ArgumentException($"There is no live report {report.Id}.", nameof(ruling));
        }
        if (database.Number("select count(*) from ruling where id = @id", ("@id", ruling.Id)) > 0) return 0;
        var number = database.Numbers("ruling", 1)[0];
        database.Insert("ruling", ["no", "id", "made", "content"], [[number, ruling.Id, InstantPattern.ExtendedIso.Format(ruling.Made), LedgerText.Of(ruling)]]);
        database.Insert("ruled", ["ruling", "position", "page", "report"], [.. ruling.Reports.Concat(ruling.Against).Select((report, i) => new object?[] { number, i, report.Page, report.Id })]);
        RulingAttachment.MarkDirty(database, [number]);
        return 0;
    });

    public void Dispose() => database.Dispose();
}
