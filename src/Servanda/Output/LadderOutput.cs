// The ladder of two actors: what each did to the other, step by step, an answer below what it answers.
using System.Globalization;
using System.Text.Json;
using Servanda.Ledger;
using Servanda.Words;

namespace Servanda.Output;

internal static class LadderOutput
{
    public static void Write(Utf8JsonWriter json, Rung rung)
    {
        json.WriteStartObject();
        json.WriteString("by", rung.By);
        json.WriteNumber("depth", rung.Depth);
        json.Words("answers", rung.Answers);
        TimelineOutput.Members(json, rung.Event);
        json.WriteEndObject();
    }

    public static void Write(TextWriter writer, IReadOnlyList<Rung> rungs, Wording words, int width)
    {
        if (rungs.Count == 0)
        {
            writer.WriteLine(words.Say("timeline.none"));
            return;
        }
        var table = new Table(words.Say("column.date"), words.Say("column.who"), words.Say("column.act"), words.Say("column.answers"), words.Say("column.origins"), words.Say("column.id"));
        foreach (var rung in rungs)
            table.Add(
                rung.Event.Date?.Text ?? words.Say("date.none"),
                words.Actor(rung.By),
                string.Concat(Enumerable.Repeat("↳ ", rung.Depth)) + TimelineOutput.ActOf(rung.Event, words),
                string.Join(' ', rung.Answers.Select(Reasons.Short)),
                rung.Event.Origins.ToString(CultureInfo.InvariantCulture),
                Reasons.Short(rung.Event.Id));
        table.Write(writer, width);
    }
}
