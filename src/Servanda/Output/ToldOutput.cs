// Why a story is held to have come out when it did: every piece of evidence, used or not.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class ToldOutput
{
    public static void Write(Utf8JsonWriter json, Told told, Story story)
    {
        json.Date("told", told.When);
        json.WriteBoolean("toldContradictory", told.Contradictory);
        json.WriteStartArray("toldBecause");
        foreach (var evidence in told.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("ground", evidence.Ground.Word());
            json.Date("interval", evidence.Interval);
            json.WriteNumber("weight", evidence.Weight);
            json.WriteBoolean("used", evidence.Used);
            json.WriteString("reason", evidence.Reason);
            if (evidence.Where is { } where) json.WriteNumber("line", LineOf(story, where));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Lines lines, Told told, Story story, Wording words, int indent)
    {
        lines.Write(words.Say(told.Contradictory ? "told.contradictory" : "told.because", told.When is { } when ? words.Date(when) : words.Say("date.none")), indent);
        foreach (var evidence in told.Evidence.OrderByDescending(evidence => evidence.Used).ThenByDescending(evidence => evidence.Weight))
        {
            var ground = words.Say($"told.ground.{evidence.Ground.Word()}");
            var place = evidence.Where is { } where ? words.Say("told.place", ground, where.In(story.Text).ReplaceLineEndings(" "), LineOf(story, where).ToString(CultureInfo.InvariantCulture)) : ground;
            lines.Item(words.Say(evidence.Used ? "told.used" : "told.unused", place, words.Date(evidence.Interval), evidence.Weight.ToString("0.00", CultureInfo.InvariantCulture)), indent + 2);
        }
    }

    /// <summary>From 1; lines part at LF alone.</summary>
    private static int LineOf(Story story, Span where) => 1 + story.Text.AsSpan(0, where.Start).Count('\n');
}
