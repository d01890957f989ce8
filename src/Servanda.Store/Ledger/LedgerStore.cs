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
    /// <summary>How long another program that is writing is waited for, unless somebody says otherwise.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LedgerDatabase database;
    private readonly Folding folding;

    internal LedgerStore(LedgerDatabase database, Folding folding) => (this.database, this.folding) = (database, folding);

    /// <summary>Where it is, for messages.</summary>
    public string Name => database.Name;

    /// <summary>Opens the ledger in a file, or in a database: <c>postgres://user:password@host:port/database?schema=name</c>.</summary>
    /// <param name="patience">How long to wait for another program that is writing; 30 seconds where not given.</param>
    public static LedgerStore Open(string location, Folding folding, LedgerAccess access = LedgerAccess.Write, TimeSpan? patience = null) =>
        new(DatabaseAt(location, access, patience ?? Patience), folding);

    /// <summary>Begins to open a ledger, to ask it: connecting takes as long as reading what to ask by, and the two need nothing of each other.</summary>
    public static OpeningLedger Opening(string location) => new(() => DatabaseAt(location, LedgerAccess.Read, Patience));

    /// <summary>Stores a batch in one transaction. Batches of some hundred pages are fastest; a reading that is there already adds its sighting and nothing else.</summary>
    public WriteSummary Write(IReadOnlyList<PageReading> readings, IReadOnlyList<Reject> rejects, Instant readAt) => Write(new() { Readings = readings, Rejects = rejects }, readAt);

    public WriteSummary Write(ReadBatch batch, Instant readAt) => new ReadingWriter(database, folding).Write(batch, readAt);

    /// <summary>The same for one batch after the other. While one is written the next is taken and made ready, so that two cores have work.</summary>
    public WriteSummary WriteAll(IEnumerable<ReadBatch> batches, Instant readAt)
    {
        var writer = new ReadingWriter(database, folding);
        var sum = default(WriteSummary);
        using var left = batches.GetEnumerator();
        for (var next = Task.Run(Next); next.GetAwaiter().GetResult() is var (batch, ready);)
        {
            next = Task.Run(Next);
            sum += writer.Write(batch, ready, readAt);
        }
        return sum;

        (ReadBatch, IReadOnlyList<ReadyReading>)? Next() => left.MoveNext() ? (left.Current, ReadyReading.Of(left.Current, folding)) : null;
    }

    /// <summary>Whether a reading is there already and writing it again would change nothing but where its page was seen.</summary>
    public bool Knows(string page, string reading) => database.Guarded(() => new ReadingWriter(database, folding).Knows(page, reading));

    /// <summary>How far an archive has been read, by the path that it was named by; null where it never was.</summary>
    public ArchivePlace? PlaceIn(string path) => database.Guarded(() => ArchivePlaces.Of(database, path));

    /// <summary>Whether something was written and not merged: a reading that was cut off.</summary>
    public bool IsMergeNeeded => database.Guarded(new EventMerger(database, folding).IsNeeded);

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
        database.LockPages([]);
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

    /// <summary>The queue of what is to be read into this ledger, for a worker of this name.</summary>
    public WorkQueue Queue(string worker) => new(database, worker);

    /// <summary>Everything that is wrong with the ledger; nothing where it is whole. Changes nothing.</summary>
    public IReadOnlyList<LedgerFlaw> Check() => database.Read(() => new LedgerCheck(database, folding).Run());

    /// <summary>A copy of the ledger as it is at this moment, in a new SQLite file, whatever others write meanwhile.</summary>
    public void Backup(string file)
    {
        if (System.IO.File.Exists(file) || Directory.Exists(file)) throw new LedgerException(LedgerFault.NoAccess, $"{file} is there already; a backup goes into a new file.") { Says = new("ledger.backup-there", file) };
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)) throw new LedgerException(LedgerFault.Missing, $"There is no folder {folder} to put the backup in.") { Says = new("ledger.backup-folder", folder) };
        database.Guarded(() =>
        {
            database.BackUp(file);
            return 0;
        });
    }

    /// <summary>Makes a ledger from a backup. The place must be free, so that nothing is lost by a slip.</summary>
    public static LedgerStore Restore(string backup, string location, Folding folding)
    {
        using (var source = Open(backup, folding, LedgerAccess.Read))
        {
            if (!PostgresAddress.Is(location))
            {
                if (System.IO.File.Exists(location) || Directory.Exists(location)) throw new LedgerException(LedgerFault.NoAccess, $"{location} is there already; move it away before a backup is restored in its place.") { Says = new("ledger.restore-there", location) };
                source.Backup(location);
            }
            else
            {
                using var target = Open(location, folding, LedgerAccess.Create);
                if (target.Statistics().Readings > 0) throw new LedgerException(LedgerFault.NoAccess, $"{target.Name} holds a ledger already; a backup is restored into an empty one.") { Says = new("ledger.restore-filled", target.Name) };
                source.database.Read(() => target.database.Guarded(() =>
                {
                    TableCopy.Copy(source.database, target.database);
                    target.database.Settle();
                    return 0;
                }));
            }
        }
        return Open(location, folding);
    }

    private static LedgerDatabase DatabaseAt(string location, LedgerAccess access, TimeSpan patience) =>
        PostgresAddress.Is(location) ? PostgresDatabase.Open(location, access, patience) : SqliteDatabase.Open(location, access, patience);

    public void Dispose() => database.Dispose();
}
