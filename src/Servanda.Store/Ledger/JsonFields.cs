// The fields of the ledger's JSON, written and read one at a time: what reports and events have in common.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Written and read by hand: filling a ledger does little else, and the serializer's own way costs several times as much. A reader stands on the
/// last token of what it has read. What is not as expected is a <see cref="JsonException"/>.
/// </summary>
internal static class JsonFields
{
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public delegate T Reading<T>(ref Utf8JsonReader reader);

    public static string Text<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Legible)) write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the one object that a text is.</summary>
    public static T Read<T>(string text, Reading<T> read)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The same of the text's UTF-8, as it lies in the database.</summary>
    public static T Read<T>(ReadOnlySpan<byte> text, Reading<T> read)
    {
        var reader = new Utf8JsonReader(text);
        var value = reader.Read() && reader.TokenType == JsonTokenType.StartObject ? read(ref reader) : throw new JsonException("An object was expected.");
        return reader.Read() ? throw new JsonException("Something stands behind the object.") : value;
    }

    public static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Quantities(Utf8JsonWriter writer, IReadOnlyList<Quantity> quantities)
    {
        writer.WriteStartArray("quantities"u8);
        foreach (var quantity in quantities)
        {
            writer.WriteStartObject();
            writer.WriteNumber("value"u8, quantity.Value);
            writer.WriteString("unit"u8, quantity.Unit);
            Text(writer, "role"u8, quantity.Role);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>Steps on the next field's name; false at the end of the object.</summary>
    public static bool Field(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("The object is cut short.");
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    public static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : throw new JsonException($"A text was expected, found {reader.TokenType}.");
    }

    public static Edtf? Date(ref Utf8JsonReader reader) => Text(ref reader) is { } text ? Edtf.Parse(text) : null;

    public static T One<T>(ref Utf8JsonReader reader) where T : struct, Enum
    {
        var name = Text(ref reader);
        return Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : throw new JsonException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public static bool Item(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("The list is cut short.");
        return reader.TokenType != JsonTokenType.EndArray;
    }

    public static void Start(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"A list was expected, found {reader.TokenType}.");
    }

    public static IReadOnlyList<string> Texts(ref Utf8JsonReader reader)
    {
        Start(ref reader);
        if (!Item(ref reader)) return [];
        var first = reader.GetString()!;
        if (!Item(ref reader)) return [first];
        var values = new List<string> { first };
        do values.Add(reader.GetString()!);
        while (Item(ref reader));
        return [.. values];
    }

    public static IReadOnlyList<Quantity> Quantities(ref Utf8JsonReader reader)
    {
        Start(ref reader);
        if (!Item(ref reader)) return [];
        var values = new List<Quantity>();
        do
        {
            var value = 0m;
            string? unit = null, role = null;
            while (Field(ref reader))
            {
                if (reader.ValueTextEquals("value"u8))
                {
                    reader.Read();
                    value = reader.GetDecimal();
                }
                else if (reader.ValueTextEquals("unit"u8)) unit = Text(ref reader);
                else if (reader.ValueTextEquals("role"u8)) role = Text(ref reader);
                else Pass(ref reader);
            }
            values.Add(new(value, unit!, role));
        }
        while (Item(ref reader));
        return [.. values];
    }

    public static List<T> Objects<T>(ref Utf8JsonReader reader, Reading<T> read)
    {
        Start(ref reader);
        var values = new List<T>();
        while (Item(ref reader)) values.Add(read(ref reader));
        return values;
    }
}
