// What the course of an agreement asks of its events, kept beside them: a docket of ten thousand is read in one go, without the pages, variants and rulings of each.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Rows are written and deleted with the events that they are of, in one transaction. The setting <c>course</c> says of which acts there are rows; where it does not say what this program asks for, the
/// rows count for nothing: answers come from the events, until the next merge makes all rows anew.
/// </summary>
internal sealed class CourseRows(LedgerDatabase database, Folding folding)
{
    /// <summary>To be raised with every change to what a row says of the same event.</summary>
    private const string Form = "1";

    private const int Portion = 1000;

    private readonly HashSet<string> acts = new(folding.CourseActs, StringComparer.Ordinal);

    private string Version => $"{Form} {string.Join(' ', folding.CourseActs)}";

    public bool AreThere() => folding.CourseActs.Count > 0 && database.First("select value from setting where key = 'course'", row => row.GetString(0)) == Version;

    /// <summary>The row of an event, by its number; null where the course of no agreement asks for it.</summary>
    public object?[]? Of(long number, Event told) => told.Agreement is { } agreement && acts.Contains(told.Act) ? [agreement, number, EventText.OfCourse(told)] : null;

    public void Insert(IEnumerable<object?[]?> rows) => database.Insert("course", ["agreement", "event", "content"], rows.OfType<object?[]>());

    /// <summary>Before the events of a condition on the table <c>event</c> are deleted.</summary>
    public static void Delete(LedgerDatabase database, string events, (string Name, object? Value) parameter) =>
        database.Execute($"delete from course where (agreement, event) in (select agreement, no from event where agreement is not null and {events})", parameter);

    /// <summary>Sees to it, in a write transaction, that there are the rows of all events that there are.</summary>
    public void Complete()
    {
        if (folding.CourseActs.Count == 0 || AreThere()) return;
        database.Execute("delete from course");
        for (var after = 0L; ;)
        {
            var events = database.Query(
                "select no, content from event where agreement is not null and no > @after order by no limit @limit", row => (No: row.GetInt64(0), Content: LedgerDatabase.Bytes(row, 1)), ("@after", after), ("@limit", Portion));
            if (events.Count == 0) break;
            Insert(SideBySide.Of(events, row => Of(row.No, LedgerText.Event(row.Content))));
            after = events[^1].No;
        }
        database.Execute("insert into setting (key, value) values ('course', @version) on conflict (key) do update set value = @version", ("@version", Version));
    }

    /// <summary>In the order of <see cref="EventQuery.InOrder"/>.</summary>
    public IReadOnlyList<Event> Of(string agreement)
    {
        var contents = database.Query("select content from course where agreement = @agreement", row => LedgerDatabase.Bytes(row, 0), ("@agreement", agreement));
        return EventQuery.InOrder(SideBySide.Of(contents, LedgerText.CourseEvent));
    }
}
