// How far archives have been read into a ledger.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The last record of an archive that is in the ledger with all before it.</summary>
/// <param name="Path">The archive, as the user named it.</param>
/// <param name="Inputs">What decides whether this still counts: the file, the hints and the coder.</param>
/// <param name="Pages">Pages of the archive that are in the ledger so far.</param>
/// <param name="Rejects">Records that could not be read so far.</param>
/// <param name="IsDone">Whether the archive was read to its end.</param>
public sealed record ArchivePlace(string Path, string Inputs, RecordMark Last, long Pages, long Rejects, bool IsDone);

internal static class ArchivePlaces
{
    public static ArchivePlace? Of(LedgerDatabase database, string path) => database.First(
        "select inputs, kind, packed, byte, skipped, number, pages, rejects, done from archive where path = @path",
        row => new ArchivePlace(path, row.GetString(0), new(Enum.Parse<RecordKind>(row.GetString(1)), row.GetInt64(2) == 1, row.GetInt64(3), row.GetInt64(4), (int)row.GetInt64(5)), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8) == 1),
        ("@path", path));

    public static void Write(LedgerDatabase database, ArchivePlace place) => database.Execute(
        """
        insert into archive (path, inputs, kind, packed, byte, skipped, number, pages, rejects, done) values (@path, @inputs, @kind, @packed, @byte, @skipped, @number, @pages, @rejects, @done)
        on conflict (path) do update set inputs = @inputs, kind = @kind, packed = @packed, byte = @byte, skipped = @skipped, number = @number, pages = @pages, rejects = @rejects, done = @done
        """,
        ("@path", place.Path), ("@inputs", place.Inputs), ("@kind", place.Last.Kind.ToString()), ("@packed", place.Last.IsPacked ? 1 : 0), ("@byte", place.Last.Start), ("@skipped", place.Last.Within),
        ("@number", place.Last.Number), ("@pages", place.Pages), ("@rejects", place.Rejects), ("@done", place.IsDone ? 1 : 0));
}
