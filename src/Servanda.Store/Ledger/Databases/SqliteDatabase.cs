// A ledger in one SQLite file, in write-ahead mode: one writer, any number of readers beside it.
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Servanda.Store;

internal sealed class SqliteDatabase : LedgerDatabase
{
    /// <summary>"SERV": says in the file's header that it is a ledger.</summary>
    private const int ApplicationId = 0x53455256;

    private const int MostCommands = 100;

    private readonly SqliteConnection connection;
    /// <summary>Prepared statements that nobody is using now, by their text.</summary>
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SqliteInsert> inserts = new(StringComparer.Ordinal);
    private readonly string path;

    private SqliteDatabase(SqliteConnection connection, string path, bool canWrite)
    {
        (this.connection, this.path) = (connection, path);
        CanWrite = canWrite;
    }

    public override string Name => path;

    protected override DbConnection Connection => connection;

    /// <summary>Opens the file, or makes it where <paramref name="access"/> allows, and brings it to this version's schema.</summary>
    public static SqliteDatabase Open(string path, LedgerAccess access, TimeSpan patience)
    {
        if (Directory.Exists(path)) throw new LedgerException(LedgerFault.NotALedger, $"{path} is a folder, not a ledger.") { Says = new("ledger.is-folder", path) };
        if (!File.Exists(path) && access != LedgerAccess.Create) throw new LedgerException(LedgerFault.Missing, $"There is no ledger at {path}; 'servanda read PATH… --ledger {path}' makes one.") { Ledger = path };
        if (access == LedgerAccess.Create && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new LedgerException(LedgerFault.Missing, $"There is no folder {folder} to make the ledger {Path.GetFileName(path)} in.") { Says = new("ledger.no-folder", folder, Path.GetFileName(path)) };
        var canWrite = access != LedgerAccess.Read && !(File.Exists(path) && IsReadOnly(path));
        if (access != LedgerAccess.Read && !canWrite) throw new LedgerException(LedgerFault.ReadOnly, $"The ledger {path} cannot be written: the file is read-only.") { Ledger = path };
        var mode = access == LedgerAccess.Create ? SqliteOpenMode.ReadWriteCreate : canWrite ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString());
        var database = new SqliteDatabase(connection, path, canWrite);
        try
        {
            return database.Guarded(() =>
            {
                connection.Open();
                database.Check(patience);
                return database;
            });
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public override void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, bool unlessThere = false)
    {
        var sql = $"insert {(unlessThere ? "or ignore " : "")}into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})";
        if (!inserts.TryGetValue(sql, out var insert)) inserts[sql] = insert = new SqliteInsert(connection.Handle!, sql);
        foreach (var row in rows) insert.Run(row);
    }

    public override long[] Numbers(string table, int count)
    {
        if (count == 0) return [];
        var next = Number("insert into counter (name, next) values (@name, 1 + @count) on conflict (name) do update set next = next + @count returning next", ("@name", table), ("@count", count));
        return [.. Enumerable.Range(0, count).Select(i => next - count + i)];
    }

    public override string In(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    public override string AmongFew(string column, string sql) => $"{column} in ({sql})";

    public override object List(IEnumerable<long> values) => $"[{string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";

    public override object List(IEnumerable<string> values)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            foreach (var value in values) writer.WriteStringValue(value);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    public override void AddToSearch(IReadOnlyList<(long Reading, string Title, string Body)> stories) =>
        Insert("story_search", ["rowid", "title", "body"], stories.Select(story => new object?[] { story.Reading, story.Title, story.Body }));

    public override void TakeFromSearch(IReadOnlyList<long> readings)
    {
        foreach (var reading in readings) Execute("delete from story_search where rowid = @reading", ("@reading", reading));
    }

    public override IReadOnlyList<long> Search(IReadOnlyList<string> phrases, int limit) => phrases.Count == 0 ? [] :
        Query("select rowid from story_search where story_search match @words order by bm25(story_search, 4.0, 1.0), rowid limit @limit", row => row.GetInt64(0),
            ("@words", string.Join(' ', phrases.Select(phrase => $"\"{phrase}\""))), ("@limit", limit));

    /// <summary>Every commit writes to the file or to the log beside it.</summary>
    public override string Stamp()
    {
        return $"{Seen(path)} {Seen($"{path}-wal")}";

        static string Seen(string file) => new FileInfo(file) is { Exists: true } there ? $"{there.Length}.{there.LastWriteTimeUtc.Ticks}" : "";
    }

    public override string SkipLocked => "";

    /// <summary>A write transaction shuts all other writers out already.</summary>
    public override void LockMerging()
    {
    }

    public override void BackUp(string file) => Execute("vacuum into @file", ("@file", file));

    public override IReadOnlyList<string> Flaws()
    {
        try
        {
            return [.. Query("pragma integrity_check(20)", row => row.GetString(0)).Where(says => says != "ok")];
        }
        catch (SqliteException fault) when ((fault.SqliteErrorCode & 0xff) is 11 or 26)
        {
            return [fault.Message];
        }
    }

    /// <summary>A write transaction shuts all other writers out already.</summary>
    public override void LockPages(IEnumerable<long> pages)
    {
    }

    public override void AfterCopy()
    {
        IndexReports();
        foreach (var table in TableCopy.Numbered)
            Execute($"insert into counter (name, next) select '{table}', coalesce(max(no), 0) + 1 from {table} where true on conflict (name) do update set next = excluded.next");
    }

    public override void Dispose()
    {
        foreach (var insert in inserts.Values) insert.Dispose();
        foreach (var command in commands.Values) command.Dispose();
        inserts.Clear();
        commands.Clear();
        connection.Dispose();
    }

    protected override IReadOnlyList<LateIndex> ReportIndexes => ReportIds;

    protected override IReadOnlyList<LateIndex> EventIndexes => [];

    protected override HashSet<string> IndexNames() => [.. Query("select name from sqlite_schema where type = 'index'", row => row.GetString(0))];

    protected override void BeginWrite() => Transaction = connection.BeginTransaction(deferred: false);

    protected override void BeginRead() => Transaction = connection.BeginTransaction(deferred: true);

    protected override DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!commands.Remove(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter(name, null));
        }
        command.Transaction = (SqliteTransaction?)Transaction;
        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    protected override void Done(DbCommand command)
    {
        if (commands.Count >= MostCommands || !commands.TryAdd(command.CommandText, (SqliteCommand)command)) command.Dispose();
    }

    protected override LedgerException? Explained(Exception fault) => fault is not SqliteException sqlite ? null : (sqlite.SqliteErrorCode & 0xff) switch
    {
        5 or 6 => new(LedgerFault.Locked, $"The ledger {path} is being written by another program; try again when it is done.", fault),
        8 => new(LedgerFault.ReadOnly, $"The ledger {path} cannot be written: the file or its folder is read-only.", fault),
        // A file that may grow no further fails as any write does, and so does the shared memory beside it on a full disk.
        13 or 10 when (sqlite.SqliteErrorCode & 0xff) == 13 || sqlite.SqliteExtendedErrorCode is 778 or 4874 => new(LedgerFault.DiskFull, $"The disk of the ledger {path} is full; nothing of the last step was kept, everything before it was.", fault),
        10 => new(LedgerFault.Damaged, $"The disk of the ledger {path} cannot be read or written ({sqlite.Message}).", fault),
        11 => new(LedgerFault.Damaged, $"The ledger {path} is damaged ({sqlite.Message}); restore it from a backup, or read the pages into a new one.", fault),
        26 => new(LedgerFault.NotALedger, $"{path} is not a ledger.", fault),
        14 or 3 or 23 => new(LedgerFault.NoAccess, $"The ledger {path} cannot be opened: no right to read it, or to write beside it.", fault),
        _ => null,
    };

    private void Check(TimeSpan patience)
    {
        Execute($"pragma busy_timeout = {(int)patience.TotalMilliseconds}");
        var application = Number("pragma application_id");
        var version = (int)Number("pragma user_version");
        var isEmpty = application == 0 && version == 0 && Number("select count(*) from sqlite_schema") == 0;
        if (!isEmpty && application != ApplicationId) throw new LedgerException(LedgerFault.NotALedger, $"{path} is not a ledger but another database.") { Says = new("ledger.other-database", path) };
        if (isEmpty && !CanWrite) throw new LedgerException(LedgerFault.NotALedger, $"{path} is an empty file, not a ledger.") { Says = new("ledger.empty-file", path) };
        var migrations = Migrations.Of("sqlite");
        if (version > migrations.Count) throw new LedgerException(LedgerFault.TooNew, $"The ledger {path} was written by a newer servanda (its schema is {version}, this one knows {migrations.Count}).") { Says = TooNew(path, version, migrations.Count) };
        if (version < migrations.Count && !CanWrite) throw new LedgerException(LedgerFault.TooOld, $"The ledger {path} was written by an older servanda and must be opened for writing once.") { Says = new("ledger.too-old", path) };
        if (CanWrite)
        {
            // Half as many calls to write what is written in one piece; more would make every change to an index dearer.
            if (isEmpty) Execute("pragma page_size = 8192");
            Execute("pragma journal_mode = wal");
            // A power cut takes nothing that was said to be kept.
            Execute("pragma synchronous = full");
            // Pages that are written again and again go to the file once in 128 MB of the log.
            Execute("pragma wal_autocheckpoint = 16000");
            Execute("pragma temp_store = memory");
            if (version < migrations.Count) Migrate(migrations);
        }
        // What is asked for again and again need not come from the file each time; kilobytes.
        Execute($"pragma cache_size = -{(CanWrite ? 65536 : 16384)}");
        Execute("pragma foreign_keys = off");
    }

    private void Migrate(IReadOnlyList<Migration> migrations) => Write(() =>
    {
        // Another program may have done it while this one waited.
        var before = (int)Number("pragma user_version");
        for (var version = before; version < migrations.Count; version++)
        {
            Execute(migrations[version].Sql);
            Execute($"pragma user_version = {version + 1}");
        }
        if (before == 0) LeaveWithoutLateIndexes();
        return Execute($"pragma application_id = {ApplicationId}");
    });

    private static bool IsReadOnly(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
