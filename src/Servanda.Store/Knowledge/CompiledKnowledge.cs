// The compiled form of the data files: one JSON file beside the command, so that start-up does not pay for YAML.
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Writes and reads compiled knowledge. The file is only ever read by the build that wrote it.</summary>
public static class CompiledKnowledge
{
    /// <summary>Writes beside the target and moves into place: a command that starts meanwhile finds the old file or the new one, whole.</summary>
    public static void Write(Knowledge knowledge, string path)
    {
        var beside = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(knowledge, KnowledgeJson.Default.Knowledge));
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The knowledge in a compiled file; null where there is no such file.</summary>
    public static Knowledge? Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), KnowledgeJson.Default.Knowledge) : null;
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(EdtfConverter), typeof(DayConverter)])]
[JsonSerializable(typeof(Knowledge))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;

/// <summary>A date as its EDTF text.</summary>
internal sealed class EdtfConverter : JsonConverter<Edtf>
{
    public override Edtf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Edtf.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>A day as in ISO 8601.</summary>
internal sealed class DayConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(Edtf.Iso(value));
}
