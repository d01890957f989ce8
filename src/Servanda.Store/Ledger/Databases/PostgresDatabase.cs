// A ledger in a PostgreSQL database, in a schema of its own: many writers and readers, from several machines.
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Servanda.Store;

internal sealed class PostgresDatabase : LedgerDatabase
{
    /// <summary>Advisory locks: of bringing the schema up to date, and of merging (writers share it, merging wants it alone).</summary>
    private const long MigrationLock = 0x5345_5256_0001, MergeLock = 0x5345_5256_0002;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;
    private readonly string schema;
    private readonly Lazy<Dictionary<string, NpgsqlDbType>> types;

    private PostgresDatabase(NpgsqlDataSource source, string name, string schema, bool canWrite)
    {
        (this.source, connection, Name, this.schema) = (source, source.CreateConnection(), name, schema);
        CanWrite = canWrite;
        types = new(TypesOfColumns);
    }

    public override string Name { get; }

    protected override DbConnection Connection => connection;

    public static PostgresDatabase Open(string address, LedgerAccess access, TimeSpan patience)
    {
        var at = PostgresAddress.Of(address);
        var database = new PostgresDatabase(at.Source(patience), at.Name, at.Schema, access != LedgerAccess.Read);
        try
        {
            return database.Guarded(() =>
            {
                database.connection.Open();
                database.Check(access);
                return database;
            });
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Many rows are copied in as they are stored; few, and those that may be there, come with one statement, each column as one array.</summary>
    public override void Insert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, bool unlessThere = false)
    {
        const int most = 5000, many = 200;
        var sql = $"insert into {table} ({string.Join(", ", columns)}) select * from unnest({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}){(unlessThere ? " on conflict do nothing" : "")}";
        foreach (var portion in rows.Chunk(most))
        {
            if (portion.Length >= many && !unlessThere)
            {
                Copy(table, columns, portion);
                continue;
            }
            using var command = connection.CreateCommand();
            command.Transaction = (NpgsqlTransaction?)Transaction;
            command.CommandText = sql;
            for (var i = 0; i < columns.Count; i++)
            {
                var (type, at) = (types.Value[$"{table}.{columns[i]}"], i);
                command.Parameters.Add(new NpgsqlParameter($"p{i}", NpgsqlDbType.Array | type)
                {
                    Value = type switch
                    {
                        NpgsqlDbType.Bigint => Array.ConvertAll(portion, row => row[at] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : (long?)null),
                        NpgsqlDbType.Bytea => Array.ConvertAll(portion, row => (byte[]?)row[at]),
                        _ => Array.ConvertAll(portion, row => (string?)row[at]),
                    },
                });
            }
            command.ExecuteNonQuery();
        }
    }

    private void Copy(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows)
    {
        NpgsqlDbType[] kinds = [.. columns.Select(column => types.Value[$"{table}.{column}"])];
        using var copy = connection.BeginBinaryImport($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++) Write(copy, row[i], kinds[i]);
        }
        copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType kind)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case long number: copy.Write(number, kind); break;
            case int number: copy.Write((long)number, kind); break;
            case string text: copy.Write(text, kind); break;
            case byte[] bytes: copy.Write(bytes, kind); break;
            default: throw new ArgumentException($"A {value.GetType().Name} cannot be stored; text, bytes and whole numbers can.", nameof(value));
        }
    }

    public override long[] Numbers(string table, int count) =>
        count == 0 ? [] : [.. Query($"select nextval('{table}_no') from generate_series(1, @count)", row => row.GetInt64(0), ("@count", count))];

    public override string In(string column, string parameter) => $"{column} = any({parameter})";

    public override string AmongFew(string column, string sql) => $"{column} = any(array({sql}))";

    public override object List(IEnumerable<long> values) => values.ToArray();

    public override object List(IEnumerable<string> values) => values.Select(Storable).ToArray();

    public override void AddToSearch(IReadOnlyList<(long Reading, string Title, string Body)> stories)
    {
        if (stories.Count > 0) Copy("story_search", ["reading", "words"], SideBySide.Of(stories, story => new object?[] { story.Reading, WordVector.Of(story.Title, story.Body) }));
    }

    public override void TakeFromSearch(IReadOnlyList<long> readings) => Execute("delete from story_search where reading = any(@readings)", ("@readings", List(readings)));

    public override IReadOnlyList<long> Search(IReadOnlyList<string> phrases, int limit)
    {
        var words = phrases.Select(WordVector.Words).Where(phrase => phrase.Length > 0).ToList();
        if (words.Count == 0 || words.Any(phrase => phrase.Any(word => Encoding.UTF8.GetByteCount(word) > WordVector.LongestWord))) return [];
        return Query(
            "select reading from story_search where words @@ @question::tsquery order by ts_rank(words, @question::tsquery) desc, reading limit @limit",
            row => row.GetInt64(0), ("@question", string.Join(" & ", words.Select(phrase => string.Join(" <-> ", phrase.Select(word => $"'{word}'"))))), ("@limit", limit));
    }

    /// <summary>Whatever changes an answer writes a change, a reading, a ruling or a reject.</summary>
    public override string Stamp() => Query(
        "select concat_ws(' ', (select max(no) from change), (select max(no) from reading), (select max(no) from ruling), (select count(*) from reject), (select count(*) from dirty))", row => row.GetString(0))[0];

    public override string SkipLocked => "for update skip locked";

    public override void LockMerging() => Execute("select pg_advisory_xact_lock(@lock)", ("@lock", MergeLock));

    /// <summary>Writers of the same page wait for each other; nobody merges while anybody writes.</summary>
    public override void LockPages(IEnumerable<long> pages)
    {
        Execute("select pg_advisory_xact_lock_shared(@lock)", ("@lock", MergeLock));
        Query("select no from page where no = any(@pages) order by no for update", row => row.GetInt64(0), ("@pages", List(pages)));
    }

    public override void BackUp(string file)
    {
        using var target = SqliteDatabase.Open(file, LedgerAccess.Create, TimeSpan.FromSeconds(5));
        Read(() =>
        {
            TableCopy.Copy(this, target);
            return 0;
        });
    }

    public override void AfterCopy()
    {
        IndexReports();
        IndexEvents();
        foreach (var table in TableCopy.Numbered) Execute($"select setval('{table}_no', greatest(1, (select coalesce(max(no), 0) + 1 from {table})), false)");
    }

    public override IReadOnlyList<string> Flaws() => [];

    /// <summary>
    /// Else who reads a row first looks up whether it was kept and writes that down, indexes are never enough by themselves, and plans are made for an empty ledger. Where another program has a table in
    /// hand, or this user may not, the server comes to it by itself.
    /// </summary>
    public override void Settle()
    {
        foreach (var table in Query("select tablename from pg_tables where schemaname = @schema order by tablename", row => row.GetString(0), ("@schema", schema)))
            Execute($"vacuum (analyze, skip_locked) {schema}.{table}");
    }

    public override void Dispose()
    {
        connection.Dispose();
        source.Dispose();
    }

    /// <summary>Unique indexes where the table has a constraint: a constraint cannot be added while anybody reads.</summary>
    protected override IReadOnlyList<LateIndex> ReportIndexes { get; } =
    [
        .. ReportIds,
        new("place_pkey", "alter table place drop constraint place_pkey", "create unique index place_pkey on place (cell, first, report)"),
        new("story_search_words", "drop index story_search_words", "create index story_search_words on story_search using gin (words)"),
    ];

    protected override IReadOnlyList<LateIndex> EventIndexes { get; } =
    [
        new("event_pkey", "alter table event drop constraint event_pkey", "create unique index event_pkey on event (no)"),
        new("event_id_key", "alter table event drop constraint event_id_key", "create unique index event_id_key on event (id)"),
        new("event_block", "drop index event_block", "create index event_block on event (block)"),
        new("event_agreement", "drop index event_agreement", "create index event_agreement on event (agreement, first)"),
        new("event_actor_pkey", "alter table event_actor drop constraint event_actor_pkey", "create unique index event_actor_pkey on event_actor (actor, event)"),
        new("event_actor_event", "drop index event_actor_event", "create index event_actor_event on event_actor (event)"),
        new("course_pkey", "alter table course drop constraint course_pkey", "create unique index course_pkey on course (agreement, event)"),
        new("membership_pkey", "alter table membership drop constraint membership_pkey", "create unique index membership_pkey on membership (report)"),
        new("membership_block", "drop index membership_block", "create index membership_block on membership (block)"),
        new("membership_event", "drop index membership_event", "create index membership_event on membership (event)"),
    ];

    protected override HashSet<string> IndexNames() => [.. Query("select indexname from pg_indexes where schemaname = @schema", row => row.GetString(0), ("@schema", schema))];

    protected override void BeginWrite() => Transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);

    protected override void BeginRead()
    {
        Transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        Execute("set transaction read only");
    }

    protected override DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = (NpgsqlTransaction?)Transaction;
        foreach (var (name, value) in parameters)
        {
            // A null needs a type to be sent as; every column that takes one from a parameter is text.
            command.Parameters.Add(value is null ? new NpgsqlParameter(name.TrimStart('@'), NpgsqlDbType.Text) { Value = DBNull.Value } : new NpgsqlParameter(name.TrimStart('@'), value is string text ? Storable(text) : value));
        }
        return command;
    }

    /// <summary>No text of this database holds NUL: what is asked for with one is nowhere.</summary>
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');

    protected override LedgerException? Explained(Exception fault) => fault switch
    {
        PostgresException { SqlState: "28P01" or "28000" } => new(LedgerFault.NoAccess, $"The database {Name} refuses this user or password.", fault),
        PostgresException { SqlState: "3D000" } => new(LedgerFault.Missing, $"There is no database {Name}; create it first, the ledger's tables come by themselves.", fault) { Says = new("ledger.no-database", Name) },
        PostgresException { SqlState: "42501" } => new(LedgerFault.NoAccess, $"The database {Name} does not let this user do that.", fault),
        PostgresException { SqlState: "53100" } => new(LedgerFault.DiskFull, $"The disk of the database {Name} is full; nothing of the last step was kept, everything before it was.", fault),
        PostgresException { SqlState: "25006" } => new(LedgerFault.ReadOnly, $"The database {Name} takes no changes: it is read-only.", fault),
        PostgresException { SqlState: "55P03" or "40P01" or "40001" } => new(LedgerFault.Locked, $"The ledger {Name} is being written by another program; try again when it is done.", fault),
        PostgresException { SqlState: var state } when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) => new(LedgerFault.Unavailable, Lost, fault),
        PostgresException => null,
        // What the network gives up with is an ExternalException, as Npgsql's own are.
        ExternalException or IOException or TimeoutException => new(LedgerFault.Unavailable, Lost, fault),
        InvalidOperationException when connection.State is not ConnectionState.Open => new(LedgerFault.Unavailable, Lost, fault),
        _ => null,
    };

    private string Lost => $"The database {Name} cannot be reached, or the connection to it was lost; what was kept before is safe, and the step can be repeated.";

    private void Check(LedgerAccess access)
    {
        var found = VersionIfThere();
        if (found is null && access != LedgerAccess.Create) throw new LedgerException(LedgerFault.Missing, $"There is no ledger in {Name}; 'servanda read PATH… --ledger {Name}' makes one.") { Ledger = Name };
        var migrations = Migrations.Of("postgres");
        var version = found ?? 0;
        if (version > migrations.Count) throw new LedgerException(LedgerFault.TooNew, $"The ledger {Name} was written by a newer servanda (its schema is {version}, this one knows {migrations.Count}).") { Says = TooNew(Name, version, migrations.Count) };
        if (version < migrations.Count && access == LedgerAccess.Read) throw new LedgerException(LedgerFault.TooOld, $"The ledger {Name} was written by an older servanda and must be opened for writing once.") { Says = new("ledger.too-old", Name) };
        if (version < migrations.Count) Migrate(migrations);
    }

    /// <summary>As <c>table.column</c>. Asked for by the first who writes.</summary>
    private Dictionary<string, NpgsqlDbType> TypesOfColumns() => Query(
        "select c.relname || '.' || a.attname, format_type(a.atttypid, null) from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = @schema and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped",
        row => (Column: row.GetString(0), Type: row.GetString(1)), ("@schema", schema))
        .ToDictionary(row => row.Column, row => row.Type switch { "bigint" => NpgsqlDbType.Bigint, "bytea" or "tsvector" => NpgsqlDbType.Bytea, _ => NpgsqlDbType.Text }, StringComparer.Ordinal);

    private int Version() => int.Parse(First("select value from setting where key = 'schema'", row => row.GetString(0)) ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Null where there is no ledger. Outside of any transaction: one question instead of two, of which the first would be about all tables.</summary>
    private int? VersionIfThere()
    {
        try
        {
            return Version();
        }
        catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return null;
        }
    }

    private void Migrate(IReadOnlyList<Migration> migrations) => Write(() =>
    {
        Execute("select pg_advisory_xact_lock(@lock)", ("@lock", MigrationLock));
        Execute($"create schema if not exists {schema}");
        // Another program may have done it while this one waited.
        var isThere = Number("select count(*) from pg_tables where schemaname = @schema and tablename = 'setting'", ("@schema", schema)) > 0;
        var before = isThere ? Version() : 0;
        for (var version = before; version < migrations.Count; version++)
        {
            Execute(migrations[version].Sql);
            Execute("insert into setting (key, value) values ('schema', @version) on conflict (key) do update set value = @version", ("@version", (version + 1).ToString(CultureInfo.InvariantCulture)));
        }
        if (before == 0) LeaveWithoutLateIndexes();
        return 0;
    });
}
