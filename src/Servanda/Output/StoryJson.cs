// One story as the corpus guide has it: when it came out, which lines are the story, and the events that it tells.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Output;

internal static class StoryJson
{
    public static void Write(Utf8JsonWriter json, PageReading reading, string data)
    {
        var story = reading.Story;
        json.WriteStartObject();
        json.WriteString("page", reading.Sighting.Name);
        json.WriteString("language", story.Language);
        json.Date("published", reading.Told.When);
        json.WriteString("outlet", reading.Sighting.Outlet ?? story.Outlet);
        json.WriteString("title", story.Title);
        if (story.Format == PageFormat.Html) json.WriteString("article_text", string.Join('\n', story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(story.Text))));
        else
        {
            Ranges(json, "article_lines", story, story.Blocks.Where(block => block.IsStory));
            Ranges(json, "chrome_lines", story, story.Blocks.Where(block => !block.IsStory));
        }
        json.WriteStartArray("events");
        var number = 0;
        foreach (var report in reading.Reports) Event(json, report, story, $"e{++number}");
        json.WriteEndArray();
        json.WriteString("sha256", reading.Story.Page);
        json.WriteString("coder", reading.CoderVersion);
        json.WriteString("data", data);
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, Report report, Story story, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.Deed(report);
        json.WriteString("speaker", report.Speaker);
        json.Words("via", report.Via);
        json.WriteString("person", report.Person);
        if (story.Format == PageFormat.PlainText) json.Numbers("lines", report.Lines);
        json.Words("evidence", report.Evidence.Select(span => span.In(story.Text)));
        json.WriteString("report", report.Id);
        json.WriteString("object", report.Object);
        json.WriteString("date_words", report.When?.Words);
        json.WriteString("word", Json.Word(report.Word));
        json.Words("rules", report.Rules);
        json.WriteString("in_response_to", report.InResponseTo);
        json.WriteEndObject();
    }

    /// <summary>Line ranges, both ends included; blank lines between two blocks of the range belong to it.</summary>
    private static void Ranges(Utf8JsonWriter json, string name, Story story, IEnumerable<Block> blocks)
    {
        json.WriteStartArray(name);
        var wanted = blocks.ToHashSet();
        (int First, int Last)? open = null;
        foreach (var block in story.Blocks)
        {
            var last = block.Line + block.Span.Of(story.Text).TrimEnd('\n').Count('\n');
            if (wanted.Contains(block)) open = (open?.First ?? block.Line, last);
            else Close();
        }
        Close();
        json.WriteEndArray();

        void Close()
        {
            if (open is not { } range) return;
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
            open = null;
        }
    }
}
