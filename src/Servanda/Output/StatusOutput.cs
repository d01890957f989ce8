// Status on a day, as a table and as JSON.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class StatusOutput
{
    public static void Write(Utf8JsonWriter json, StatusAnswer answer, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("agreement", answer.Agreement);
        json.WriteString("party", answer.Party);
        if (answer.Towards is { } towards) json.WriteString("towards", towards);
        json.WriteString("on", Edtf.Iso(answer.On));
        json.WriteString("status", answer.Status.Word());
        json.Whether("inForce", answer.InForce);
        json.WriteBoolean("contested", answer.Contested);
        json.WriteBoolean("verified", answer.Verified);
        json.WriteBoolean("expected", answer.Expected);
        json.Clocks(answer.Clocks);
        json.Objects("limits", answer.Limits, limit => Write(json, limit));
        json.Objects("views", answer.Views, view =>
        {
            json.Words("by", view.By);
            json.WriteString("status", view.Status.Word());
            json.WriteString("basis", words.Say(view.Basis));
            json.Words("reports", view.Reports);
        });
        json.Words("because", answer.Because.Select(reason => Reasons.Line(reason, words)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Limit limit)
    {
        json.WriteString("what", limit.What);
        if (limit.Value is { } value) json.WriteNumber("value", value);
        else json.WriteNull("value");
        json.WriteString("unit", limit.Unit);
        json.Date("since", limit.Since);
        if (limit.SetBy is { } setBy) json.WriteString("setBy", setBy);
        if (limit.By is { } by) json.WriteString("by", by);
        if (limit.Contested) json.WriteBoolean("contested", true);
        if (limit.Conditional) json.WriteBoolean("conditional", true);
    }

    /// <param name="why">Whether the chain of reasons follows each answer; it always does for a single one.</param>
    public static void Write(TextWriter writer, IReadOnlyList<StatusAnswer> answers, Wording words, int width, bool why)
    {
        if (answers.Count == 0)
        {
            writer.WriteLine(words.Say("status-none"));
            return;
        }
        var table = new Table(words.Say("column.agreement"), words.Say("column.party"), words.Say("column.status"), words.Say("column.clocks-and-limits"));
        foreach (var alike in answers.GroupBy(answer => (answer.Agreement, Status: StatusOf(answer, words), Running: Running(answer, words))))
            table.Add(alike.Key.Agreement, string.Join(", ", alike.Select(answer => Whose(answer, words)).Order(StringComparer.Ordinal)), alike.Key.Status, alike.Key.Running);
        table.Write(writer, width);
        if (!why && answers.Count > 1) return;
        foreach (var answer in answers)
        {
            writer.WriteLine();
            if (answers.Count > 1) writer.WriteLine($"{answer.Agreement}, {words.Actor(answer.Party)}:");
            foreach (var reason in answer.Because) new Lines(writer, width).Item(Reasons.Line(reason, words), 0);
        }
    }

    public static string Whose(StatusAnswer answer, Wording words) => words.Actor(answer.Party) + (answer.Towards is { } towards ? $" → {words.Actor(towards)}" : "");

    public static string StatusOf(StatusAnswer answer, Wording words)
    {
        var said = words.Say($"status.{answer.Status.Word()}");
        if (answer.Expected) said = words.Say("status-as.expected", said);
        if (answer.Contested) said = words.Say("status-as.contested", said);
        return answer.Verified || answer.Status == PartyStatus.Unknown ? said : words.Say("status-as.unverified", said);
    }

    /// <param name="inWords">Whether days are said as the language says them, or as ISO 8601 has them.</param>
    public static string Running(StatusAnswer answer, Wording words, bool inWords = false) => string.Join('\n',
    [
        .. answer.Clocks.Select(clock => Running(clock, answer.On, words, inWords)),
        .. answer.Limits.Select(limit => words.Say(
            limit.Conditional ? "limit.conditional" : limit.Contested ? "limit.contested" : "limit.holds",
            words.SayOr($"limit.what.{limit.What}", limit.What), limit.Value?.ToString(CultureInfo.InvariantCulture) ?? words.Say("limit.none"), limit.Unit, inWords ? words.Date(limit.Since) : limit.Since.Text)),
        .. answer.Views.Select(view => words.Say("view.holds", string.Join(',', view.By), view.Status.Word())).Distinct(StringComparer.Ordinal),
    ]);

    /// <summary>A clock in words, with the days left.</summary>
    public static string Running(Clock clock, NodaTime.LocalDate on, Wording words, bool inWords = false)
    {
        string Day(NodaTime.LocalDate day) => inWords ? words.Date(day) : Edtf.Iso(day);
        var what = words.SayOr($"clock.what.{clock.What}", clock.What);
        return clock.Ends is { } ends
            ? words.Say(ends > on ? "clock.ends" : "clock.ended", what, Day(clock.From), Day(ends), NodaTime.Period.DaysBetween(on, ends).ToString(CultureInfo.InvariantCulture))
            : words.Say("clock.open", what, Day(clock.From));
    }
}
