// What falls due, as a table, as JSON and as a calendar.
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Servanda.Model;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Output;

internal static class DueOutput
{
    public static void Write(Utf8JsonWriter json, DueItem item, LocalDate on, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("agreement", item.Agreement);
        json.WriteString("party", item.Party);
        json.WriteString("what", item.What);
        json.WriteString("state", Json.Word(item.State));
        json.Day("from", item.From);
        json.Day("ends", item.Ends);
        json.WriteNumber("days", Period.DaysBetween(on, item.Ends));
        json.WriteBoolean("verified", item.Because.All(reason => reason.Verified));
        json.Words("because", item.Because.Select(reason => Reasons.Line(reason, words)));
        json.WriteEndObject();
    }

    /// <param name="why">Whether the chain of reasons follows each line.</param>
    public static void Write(TextWriter writer, IReadOnlyList<DueItem> items, LocalDate on, Wording words, int width, bool why)
    {
        if (items.Count == 0)
        {
            writer.WriteLine(words.Say("due.none"));
            return;
        }
        var table = new Table(words.Say("due.days"), words.Say("column.last"), words.Say("column.agreement"), words.Say("column.party"), words.Say("due.what"));
        foreach (var item in items)
            table.Add(
                item.State == DueState.Overdue ? words.Say("kind.overdue") : Period.DaysBetween(on, item.Ends).ToString(CultureInfo.InvariantCulture),
                Edtf.Iso(item.Ends), item.Agreement, item.Party is { } party ? words.Actor(party) : "", What(item, words));
        table.Write(writer, width);
        if (!why) return;
        foreach (var item in items)
        {
            writer.WriteLine();
            writer.WriteLine($"{Edtf.Iso(item.Ends)}  {item.Agreement}  {What(item, words)}");
            foreach (var reason in item.Because) new Lines(writer, width).Item(Reasons.Line(reason, words), 2);
        }
    }

    /// <summary>A window from its first day to its last, everything else on its day.</summary>
    public static CalendarEntry Calendar(DueItem item, Wording words) => new(
        $"due-{item.Agreement}-{item.Party ?? "all"}-{item.What}-{Edtf.Iso(item.Ends)}", item.IsWindow ? item.From : item.Ends, item.Ends,
        words.Say("due.entry", What(item, words), item.Agreement, item.Party ?? ""), string.Join('\n', item.Because.Select(reason => Reasons.Line(reason, words))));

    private static string What(DueItem item, Wording words)
    {
        var what = words.SayOr($"clock.what.{item.What}", item.What);
        return item.IsWindow ? words.Say("due.window", what, Edtf.Iso(item.From)) : what;
    }
}
