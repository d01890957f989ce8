// A ledger copied from one database to another, row by row.
using System.Data.Common;

namespace Servanda.Store;

/// <summary>Copies every table of a ledger into an empty one; full text is indexed anew. Both backends have the same tables.</summary>
internal static class TableCopy
{
    private const int Portion = 1000;

    /// <summary>Tables whose rows have numbers.</summary>
    public static readonly IReadOnlyList<string> Numbered = ["page", "story_text", "reading", "report", "block", "event", "change", "ruling", "work"];

    private static readonly (string Table, string[] Columns)[] Tables =
    [
        ("page", ["no", "id", "format"]),
        ("sighting", ["page", "name", "path", "record_offset", "address", "captured", "published", "outlet"]),
        ("story_text", ["no", "hash", "body"]),
        ("reading", ["no", "id", "page", "coder", "live", "hinted", "captured", "read_at", "language", "title", "outlet", "told", "credits", "signature", "text", "map", "content"]),
        ("report", ["no", "id", "reading", "live", "content"]),
        ("answer", ["report", "answers"]),
        ("place", ["cell", "first", "report", "last"]),
        ("dirty", ["report"]),
        ("block", ["no", "inputs", "known_first", "known_last"]),
        ("event", ["no", "id", "block", "act", "agreement", "first", "last", "content"]),
        ("event_actor", ["actor", "event"]),
        ("course", ["agreement", "event", "content"]),
        ("outline", ["block", "event", "first", "last", "agreement", "actors", "silent"]),
        ("membership", ["report", "block", "event"]),
        ("superseded", ["id", "by"]),
        ("change", ["no", "at", "event", "kind", "by"]),
        ("ruling", ["no", "id", "made", "content"]),
        ("ruled", ["ruling", "position", "page", "report"]),
        ("work", ["no", "item", "done", "worker", "until"]),
        ("archive", ["path", "inputs", "kind", "packed", "byte", "skipped", "number", "pages", "rejects", "done"]),
        ("judged", ["reading"]),
        ("finding", FindingText.Columns),
        ("reject", ["path", "record_offset", "name", "code", "reason", "read_at"]),
    ];

    public static void Copy(LedgerDatabase source, LedgerDatabase target) => target.Write(() =>
    {
        foreach (var (table, columns) in Tables) Copy(source, target, table, columns);
        target.Insert("setting", ["key", "value"], source.Query("select key, value from setting where key in ('course', 'fold', 'judgement') order by key", row => new object?[] { row.GetString(0), row.GetString(1) }));
        Index(target);
        target.AfterCopy();
        return 0;
    });

    private static void Copy(LedgerDatabase source, LedgerDatabase target, string table, string[] columns)
    {
        var rows = new List<object?[]>();
        source.Each($"select {string.Join(", ", columns)} from {table}", row =>
        {
            rows.Add(Values(row));
            if (rows.Count < Portion) return;
            target.Insert(table, columns, rows);
            rows.Clear();
        });
        target.Insert(table, columns, rows);
    }

    private static void Index(LedgerDatabase target)
    {
        var readings = target.Query("select no from reading where live = 1 order by no", row => row.GetInt64(0));
        foreach (var portion in readings.Chunk(Portion / 5))
        {
            target.AddToSearch(target.Query(
                $"select r.no, r.content, t.body from reading r join story_text t on t.no = r.text where {target.In("r.no", "@readings")}", row => (No: row.GetInt64(0), Content: row.GetString(1), Body: row.GetString(2)), ("@readings", target.List(portion)))
                .Select(row => ReadingWriter.SearchedOf(row.No, LedgerText.Reading(row.Content).Story with { Text = row.Body })).ToList());
        }
    }

    private static object?[] Values(DbDataReader row)
    {
        var values = new object[row.FieldCount];
        row.GetValues(values);
        return [.. values.Select(value => value is DBNull ? null : value)];
    }
}
