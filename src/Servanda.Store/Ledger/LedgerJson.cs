// How nouns are written into the ledger's columns: JSON with short, stable names, read back to equal values.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A reading without its text, its map and its reports, which have columns of their own.</summary>
internal sealed record ReadingContent(Sighting Sighting, Story Story, Told Told, CoverageCounts Coverage);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    IncludeFields = true, UseStringEnumConverter = true, Converters = [typeof(EdtfConverter), typeof(SpanConverter), typeof(InstantConverter), typeof(TextMapConverter)])]
[JsonSerializable(typeof(Ruling))]
[JsonSerializable(typeof(ReadingContent))]
[JsonSerializable(typeof(OfficialRecord))]
[JsonSerializable(typeof(Finding))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>The nouns of the ledger as JSON text. Vietnamese stays legible: only what JSON itself reserves is escaped.</summary>
internal static class LedgerText
{
    internal static readonly LedgerJson Json = new(new JsonSerializerOptions(LedgerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(Report report) => ReportText.Of(report);

    public static string Of(Event told) => EventText.Of(told);

    public static string Of(Ruling ruling) => JsonSerializer.Serialize(ruling, Json.Ruling);

    public static string Of(ReadingContent reading) => JsonSerializer.Serialize(reading, Json.ReadingContent);

    public static Report Report(string text) => Read(text, ReportText.Read);

    /// <summary>By the UTF-8 of its text, as <see cref="LedgerDatabase.Bytes"/> takes it from a row: without the way over a string.</summary>
    public static Report Report(byte[] text) => Read(text, ReportText.Read);

    public static Event Event(string text) => Read(text, EventText.Read);

    public static Event Event(byte[] text) => Read(text, EventText.Read);

    /// <summary>An event of a row for its agreement's course.</summary>
    public static Event CourseEvent(byte[] row) => Read(row, EventText.ReadCourse);

    public static Ruling Ruling(string text) => Read(text, json => JsonSerializer.Deserialize(json, Json.Ruling));

    public static ReadingContent Reading(string text) => Read(text, json => JsonSerializer.Deserialize(json, Json.ReadingContent));

    public static T Read<TText, T>(TText text, Func<TText, T?> read) where T : class
    {
        try
        {
            return read(text) ?? throw new LedgerException(LedgerFault.Damaged, "A row of the ledger is empty.") { Says = new("ledger.row", "") };
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new LedgerException(LedgerFault.Damaged, $"A row of the ledger is damaged: {fault.Message}", fault) { Says = new("ledger.row", fault.Message) };
        }
    }
}

internal sealed class SpanConverter : JsonConverter<Span>
{
    public override Span Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        return new(start, end);
    }

    public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}

internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

/// <summary>The map has a column of its own; in JSON nothing stands for it.</summary>
internal sealed class TextMapConverter : JsonConverter<TextMap>
{
    public override TextMap Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        reader.Skip();
        return TextMap.Identity;
    }

    public override void Write(Utf8JsonWriter writer, TextMap value, JsonSerializerOptions options) => writer.WriteNumberValue(0);
}
