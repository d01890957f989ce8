// Where a sentence stands on its page: line, characters, bytes.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Output;

/// <summary>
/// A span as people find it again. Lines and characters are 1-based and both ends included, characters counted from the start of the line; bytes are those of the page as it was fetched,
/// from 0, the end not included. An HTML page's lines are those of its text.
/// </summary>
internal sealed record Place(int Line, int FirstCharacter, int LastCharacter, long FirstByte, long EndByte, string Text)
{
    public static Place Of(Story story, Span span)
    {
        var before = story.Text.AsSpan(0, span.Start);
        var start = before.LastIndexOf('\n') + 1;
        return new(before.Count('\n') + 1, span.Start - start + 1, span.End - start, story.Map.ByteAt(span.Start), story.Map.ByteAt(span.End), span.In(story.Text));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("line", Line);
        json.WriteStartArray("characters");
        json.WriteNumberValue(FirstCharacter);
        json.WriteNumberValue(LastCharacter);
        json.WriteEndArray();
        json.WriteStartArray("bytes");
        json.WriteNumberValue(FirstByte);
        json.WriteNumberValue(EndByte);
        json.WriteEndArray();
        json.WriteString("text", Text);
        json.WriteEndObject();
    }
}
