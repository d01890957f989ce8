// A database that holds a ledger: what SQLite and PostgreSQL do differently.
using System.Data.Common;
using System.Globalization;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// One connection to a ledger's database. Statements are the same on both backends but for what stands here. Not for use from several threads at once.
/// </summary>
internal abstract class LedgerDatabase : IDisposable
{
    /// <summary>The ledger's address as the user gave it, for messages; without a password.</summary>
    public abstract string Name { get; }

    protected abstract DbConnection Connection { get; }

    protected DbTransaction? Transaction { get; set; }

    public bool CanWrite { get; protected init; }

    /// <summary>Runs <paramref name="work"/> in a transaction that writes: all of it is kept, or nothing.</summary>
    public T Write<T>(Func<T> work) => Guarded(() =>
    {
        if (!CanWrite) throw new LedgerException(LedgerFault.ReadOnly, $"The ledger {Name} is open for reading only.") { Ledger = Name };
        if (Transaction is not null) return work();
        BeginWrite();
        return Finished(work);
    });

    /// <summary>Runs <paramref name="work"/> on one state of the ledger, whatever others write meanwhile.</summary>
    public T Read<T>(Func<T> work) => Guarded(() =>
    {
        if (Transaction is not null) return work();
        BeginRead();
        return Finished(work);
    });

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Command(sql, parameters);
        try
        {
            return command.ExecuteNonQuery();
        }
        finally
        {
            Done(command);
        }
    }

    /// <summary>The rows as values. The whole answer is read before it is given, so that other statements may run between its rows.</summary>
    public List<T> Query<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Command(sql, parameters);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        }
        finally
        {
            Done(command);
        }
    }

    public T? First<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters) where T : class => Query(sql, row, parameters).FirstOrDefault();

    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Query(sql, row => row.IsDBNull(0) ? 0 : Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture), parameters).FirstOrDefault();

    /// <summary>A text of a row as UTF-8.</summary>
    public static byte[] Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    /// <summary>Rows into a table, in one go. They are taken one after the other and not kept.</summary>
    public abstract void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, bool unlessThere = false);

    /// <summary>Numbers for new rows of a table that nobody else has or will get.</summary>
    public abstract long[] Numbers(string table, int count);

    /// <summary>A condition: the column's value is in the list parameter.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>The same of what another statement gives, where that is little beside the table: it is worked out first.</summary>
    public abstract string AmongFew(string column, string sql);

    /// <summary>The value of a list parameter.</summary>
    public abstract object List(IEnumerable<long> values);

    public abstract object List(IEnumerable<string> values);

    public abstract void AddToSearch(IReadOnlyList<(long Reading, string Title, string Body)> stories);

    public abstract void TakeFromSearch(IReadOnlyList<long> readings);

    /// <summary>Readings that hold all phrases, best first. Phrases are folded words separated by single spaces.</summary>
    public abstract IReadOnlyList<long> Search(IReadOnlyList<string> phrases, int limit);

    /// <summary>Another text after every change, at the cost of a glance.</summary>
    public abstract string Stamp();

    /// <summary>What a statement says to pass over rows that another writer holds.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Keeps others from merging until the end of this write transaction.</summary>
    public abstract void LockMerging();

    /// <summary>Keeps others from writing these pages until the end of this write transaction.</summary>
    public abstract void LockPages(IEnumerable<long> pages);

    /// <summary>After rows came with their numbers: new rows get higher ones.</summary>
    public abstract void AfterCopy();

    /// <summary>
    /// Indexes whose order has nothing to do with that of reading or merging, so that every batch would write most of them anew: a new ledger gets them when it is first merged, each in one go. These are
    /// of what is read, and nobody asks by them before.
    /// </summary>
    public void IndexReports() => Create(ReportIndexes);

    /// <summary>The same for what is merged, after its rows: before the first merge there are no events to ask for.</summary>
    public void IndexEvents() => Create(EventIndexes);

    /// <summary>After so much was written that the first who ask would pay for what the database puts off; outside of any transaction.</summary>
    public virtual void Settle()
    {
    }

    /// <summary>Gives each row to <paramref name="row"/> while it is read; no other statement may run meanwhile.</summary>
    public void Each(string sql, Action<DbDataReader> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Command(sql, parameters);
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read()) row(reader);
        }
        finally
        {
            Done(command);
        }
    }

    /// <summary>Copies the ledger as it is now into a new SQLite file.</summary>
    public abstract void BackUp(string file);

    /// <summary>What the database itself finds wrong with its file.</summary>
    public abstract IReadOnlyList<string> Flaws();

    public abstract void Dispose();

    /// <summary>Runs work and says in the ledger's own words what the database found wrong.</summary>
    public T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (Explained(fault) is { } explained)
        {
            // What has more to say than its fault keeps its own words.
            throw explained.Says is not null ? explained : new(explained.Fault, explained.Message, fault) { Ledger = Name };
        }
    }

    protected static Message TooNew(string name, int version, int known) => new("ledger.newer", name, version.ToString(CultureInfo.InvariantCulture), known.ToString(CultureInfo.InvariantCulture));

    /// <summary>An index that a new ledger is filled without.</summary>
    protected sealed record LateIndex(string Name, string Drop, string Create);

    protected static IReadOnlyList<LateIndex> ReportIds { get; } = [new("report_id", "drop index report_id", "create index report_id on report (id)")];

    protected abstract IReadOnlyList<LateIndex> ReportIndexes { get; }

    protected abstract IReadOnlyList<LateIndex> EventIndexes { get; }

    protected abstract HashSet<string> IndexNames();

    /// <summary>In the first write transaction of a new ledger: see <see cref="IndexReports"/>.</summary>
    protected void LeaveWithoutLateIndexes()
    {
        foreach (var index in ReportIndexes.Concat(EventIndexes)) Execute(index.Drop);
    }

    private void Create(IReadOnlyList<LateIndex> indexes)
    {
        if (indexes.Count == 0) return;
        var there = IndexNames();
        foreach (var index in indexes.Where(index => !there.Contains(index.Name))) Execute(index.Create);
    }

    protected abstract void BeginWrite();

    protected abstract void BeginRead();

    protected abstract LedgerException? Explained(Exception fault);

    protected abstract DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>After a command has been used and its reader closed.</summary>
    protected virtual void Done(DbCommand command) => command.Dispose();

    private T Finished<T>(Func<T> work)
    {
        try
        {
            var result = work();
            Transaction!.Commit();
            return result;
        }
        catch
        {
            TryRollback();
            throw;
        }
        finally
        {
            Transaction?.Dispose();
            Transaction = null;
        }
    }

    /// <summary>A rollback that fails leaves what made it necessary to be reported; the database undoes it by itself.</summary>
    private void TryRollback()
    {
        try
        {
            Transaction!.Rollback();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
        }
    }
}
