// Facts held against the limits of their day, as text for people and as JSON.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class CheckOutput
{
    public static void Write(Utf8JsonWriter json, CheckAnswer answer, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("fact", answer.Fact.Id);
        json.WriteString("what", answer.Fact.What);
        json.WriteString("party", answer.Fact.Party);
        json.Day("on", answer.Fact.On);
        json.WriteString("verdict", Json.Word(answer.Verdict));
        json.WriteBoolean("verified", answer.Lines.All(line => line.Because.All(reason => reason.Verified)));
        json.Objects("lines", answer.Lines, line =>
        {
            json.WriteString("agreement", line.Agreement);
            json.WriteString("verdict", Json.Word(line.Verdict));
            json.WriteString("says", words.Say(line.Says));
            json.WriteString("article", line.Because.FirstOrDefault()?.Article);
            json.Words("because", line.Because.Select(reason => Reasons.Line(reason, words)));
        });
        json.WriteEndObject();
    }

    /// <summary>Each fact as a paragraph: what it is, the verdict, and what every limit says of it.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<CheckAnswer> answers, Wording words, int width)
    {
        var lines = new Lines(writer, width);
        if (answers.Count == 0) lines.Write(words.Say("check.none"));
        foreach (var answer in answers)
        {
            lines.Write(words.Say("check.fact", answer.Fact.Id, words.SayOr($"thing.{answer.Fact.What}", answer.Fact.What), answer.Fact.Party, Edtf.Iso(answer.Fact.On), Measures(answer.Fact, words), Json.Word(answer.Verdict)));
            foreach (var line in answer.Lines)
            {
                lines.Write(line.Agreement is { } id ? words.Say("check.line", id, words.Say(line.Says)) : words.Say(line.Says), 2);
                foreach (var reason in line.Because) lines.Item(Reasons.Line(reason, words), 4);
            }
            lines.Write();
        }
    }

    private static string Measures(Fact fact, Wording words)
    {
        var said = fact.Measures.Select(measure => $"{words.SayOr($"measure.{measure.Key}", measure.Key)} {words.Number(measure.Value.Value)} {words.SayOr($"unit.{measure.Value.Unit}", measure.Value.Unit)}".TrimEnd());
        return string.Join(", ", [.. fact.Rank is { } rank ? (string[])[rank] : [], .. fact.At is { } at ? (string[])[at] : [], .. said]);
    }
}
