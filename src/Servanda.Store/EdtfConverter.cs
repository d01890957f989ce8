// A date in JSON: its EDTF text.
using System.Text.Json;
using System.Text.Json.Serialization;
using Servanda.Model;

namespace Servanda.Store;

internal sealed class EdtfConverter : JsonConverter<Edtf>
{
    public override Edtf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Edtf.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
