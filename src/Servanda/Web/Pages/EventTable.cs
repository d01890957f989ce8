// Events as a table, each with the way to all who tell of it.
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class EventTable
{
    public static Markup Of(IEnumerable<Event> events, Wording words, string? within = null)
    {
        var rows = events.Select(told => (IReadOnlyList<Markup>)[Parts.Text(told.Date is { } date ? words.Date(date) : words.Say("date.none")), Parts.Event(told, words, within), Parts.Text(Visit.Whole(told.Origins))]).ToList();
        return rows.Count == 0 ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Parts.Table(words.Say("web.events"), [words.Say("column.date"), words.Say("column.act"), words.Say("column.origins")], rows);
    }
}
