// Rows into one table of an SQLite file, with one prepared statement and no names of parameters: loading a ledger is mostly this.
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Servanda.Store;

/// <summary>Not for use from several threads at once. Values are null, text, bytes and whole numbers.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[4096];

    public SqliteInsert(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public void Run(object?[] row)
    {
        for (var i = 0; i < row.Length; i++) Check(Bind(i + 1, row[i]));
        var outcome = raw.sqlite3_step(statement);
        // What is wrong is said by the step; resetting says it once more.
        if (outcome != raw.SQLITE_DONE) Fail(outcome);
        raw.sqlite3_reset(statement);
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int column, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, column),
        "" => raw.sqlite3_bind_text(statement, column, ""),
        string words => raw.sqlite3_bind_text(statement, column, Utf8(words)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, column, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, column, bytes),
        long number => raw.sqlite3_bind_int64(statement, column, number),
        int number => raw.sqlite3_bind_int64(statement, column, number),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored; text, bytes and whole numbers can.", nameof(value)),
    };

    private ReadOnlySpan<byte> Utf8(string words)
    {
        var most = Encoding.UTF8.GetMaxByteCount(words.Length);
        if (text.Length < most) text = new byte[most];
        return text.AsSpan(0, Encoding.UTF8.GetBytes(words, text));
    }

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK) Fail(outcome);
    }

    private void Fail(int outcome)
    {
        var fault = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), outcome & 0xff, raw.sqlite3_extended_errcode(database));
        raw.sqlite3_reset(statement);
        throw fault;
    }
}
