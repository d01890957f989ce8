// JSON as the doors give it: UTF-8 with Vietnamese letters as they are, null where nothing is stated, in the order of the documents.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Output;

internal static class Json
{
    /// <summary>What <paramref name="write"/> writes, as text: one line, or indented for people.</summary>
    /// <param name="data">The data version that an answer names as its last member; null for what is no answer.</param>
    public static string Text(Action<Utf8JsonWriter> write, bool indented = false, string? data = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, IndentSize = 2, NewLine = "\n" })) write(json);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (data is null) return text;
        var body = text[..^1].TrimEnd('\n');
        return indented ? $"{body},\n  \"data\": \"{data}\"\n}}" : $"{body},\"data\":\"{data}\"}}";
    }

    /// <summary>An array with one element a line, so that a long answer can be read and compared by lines.</summary>
    public static void WriteLines<T>(TextWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write, string? data = null)
    {
        writer.Write('[');
        var any = false;
        foreach (var item in items)
        {
            writer.Write(any ? ",\n " : "");
            writer.Write(Text(json => write(json, item), data: data));
            any = true;
        }
        writer.WriteLine(']');
    }

    public static void Words(this Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    public static void Date(this Utf8JsonWriter json, string name, Edtf? date) => json.WriteString(name, date?.Text);

    public static void Day(this Utf8JsonWriter json, string name, NodaTime.LocalDate? day) => json.WriteString(name, day is { } known ? Edtf.Iso(known) : null);

    public static void Clocks(this Utf8JsonWriter json, IEnumerable<Clock> clocks) => json.Objects("clocks", clocks, clock =>
    {
        json.WriteString("what", clock.What);
        json.Day("from", clock.From);
        json.Day("ends", clock.Ends);
    });

    public static void Whether(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }

    /// <summary>An array of objects: <paramref name="write"/> gives the members of each.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Numbers(this Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>Who did what to whom, when, about what: the members that reports and events share.</summary>
    public static void Deed(this Utf8JsonWriter json, Event told) => Deed(json, told.Act, told.Source, told.Target, told.Agreement, told.Date, told.Status, told.Polarity, told.Quantities);

    /// <inheritdoc cref="Deed(Utf8JsonWriter, Event)"/>
    public static void Deed(this Utf8JsonWriter json, Report report) => Deed(json, report.Act, report.Source, report.Target, report.Agreement, report.Date, report.Status, report.Polarity, report.Quantities);

    private static void Deed(Utf8JsonWriter json, string act, IEnumerable<string> source, IEnumerable<string> target, string? agreement, Edtf? date, ReportStatus status, Polarity polarity, IEnumerable<Quantity> quantities)
    {
        json.WriteString("act", act);
        json.Words("source", source);
        json.Words("target", target);
        json.WriteString("agreement", agreement);
        json.Date("date", date);
        json.WriteString("status", Word(status));
        json.WriteString("polarity", Word(polarity));
        json.Quantities(quantities);
    }

    public static void Quantities(this Utf8JsonWriter json, IEnumerable<Quantity> quantities) => json.Objects("quantities", quantities, quantity =>
    {
        json.WriteNumber("value", quantity.Value);
        json.WriteString("unit", quantity.Unit);
        if (quantity.Role is { } role) json.WriteString("role", role);
    });

    /// <summary>An enumeration's value as a word of the shapes: lower case, hyphens between words.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value switch
    {
        PartyStatus status => status.Word(),
        Polarity polarity => polarity == Polarity.Affirmed ? "+" : "-",
        _ => string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString())),
    };
}
