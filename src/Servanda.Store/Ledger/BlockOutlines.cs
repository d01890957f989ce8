// The events of large blocks in outline, kept beside them: a new report looks at the few that it may have to do with, and no other is read.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Rows are written and deleted with the events that they are of, in one transaction. Of a block of <see cref="BlockGrowth.Large"/> reports or more there is one of each event, or, in a ledger from before
/// there were any, none.
/// </summary>
internal static class BlockOutlines
{
    private static readonly string[] Columns = ["block", "event", "first", "last", "agreement", "actors", "silent"];

    public static Dictionary<long, EventOutline> Of(LedgerDatabase database, long block) => database.Query(
        "select event, first, last, agreement, actors, silent from outline where block = @block",
        row => (Event: row.GetInt64(0), Outline: new EventOutline((int)row.GetInt64(1), (int)row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.GetInt64(5) == 1)),
        ("@block", block)).ToDictionary(row => row.Event, row => row.Outline);

    public static IEnumerable<object?[]> Rows(Folding folding, long block, IEnumerable<(long Event, Report Report)> told) =>
        told.GroupBy(one => one.Event, one => one.Report).Select(reports => Row(block, reports.Key, folding.Outline([.. reports])));

    /// <summary>Whether those that are there, if there are any, are what these reports of the block say.</summary>
    public static bool AreRight(LedgerDatabase database, Folding folding, long block, IEnumerable<(long Event, Report Report)> told)
    {
        var kept = Of(database, block).Select(one => string.Join('|', Row(block, one.Key, one.Value))).ToHashSet(StringComparer.Ordinal);
        return kept.Count == 0 || kept.SetEquals(Rows(folding, block, told).Select(row => string.Join('|', row)));
    }

    public static void Insert(LedgerDatabase database, IEnumerable<object?[]> rows) => database.Insert("outline", Columns, rows);

    public static void Delete(LedgerDatabase database, string condition, params ReadOnlySpan<(string Name, object? Value)> parameters) => database.Execute($"delete from outline where {condition}", parameters);

    private static object?[] Row(long block, long number, EventOutline outline) =>
        [block, number, (long)outline.First, (long)outline.Last, outline.Agreement, string.Join(' ', outline.Actors), outline.IsSilent ? 1L : 0L];
}
