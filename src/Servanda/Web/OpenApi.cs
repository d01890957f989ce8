// The description of the HTTP API (OpenAPI 3.1), made from the verbs themselves.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Output;
using Servanda.Words;

namespace Servanda.Web;

internal static class OpenApi
{
    public static string Of(Site site)
    {
        var words = new Wording(site.Knowledge, "en");
        return Json.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.0");
            json.WriteStartObject("info");
            json.WriteString("title", "Servanda");
            json.WriteString("version", Program.Version);
            json.WriteString("description", words.Say("help.what"));
            json.WriteEndObject();
            json.WriteStartObject("paths");
            foreach (var verb in Api.Asked.Select(name => Verbs.Find(name)!)) Question(json, verb, words);
            Sent(json, "review", words.Say("verb.review"), "text/plain", []);
            Sent(json, "stories", words.Say("web.add-what"), "text/plain", ["outlet", "published"]);
            Sent(json, "rulings", words.Say("verb.rule"), "application/json", []);
            Sent(json, "forget", words.Say("verb.forget"), "application/json", []);
            json.WriteEndObject();
            json.WriteStartObject("components");
            json.WriteStartObject("schemas");
            json.WriteStartObject("Problem");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var (name, type) in (ReadOnlySpan<(string, string)>)[("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string")])
            {
                json.WriteStartObject(name);
                json.WriteString("type", type);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("securitySchemes");
            json.WriteStartObject("token");
            json.WriteString("type", "http");
            json.WriteString("scheme", "bearer");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }, indented: true) + "\n";
    }

    private static void Question(Utf8JsonWriter json, Verb verb, Wording words)
    {
        json.WriteStartObject($"{Api.Root}/{verb.Name}");
        json.WriteStartObject("get");
        json.WriteString("operationId", verb.Name);
        json.WriteString("summary", words.Say($"verb.{verb.Name}"));
        json.WriteStartArray("parameters");
        foreach (var (name, operand, option) in Api.Parameters(verb))
        {
            var required = operand is not null && verb.Operands.Any(one => one.Name == operand && one.Required);
            Parameter(json, name, option is null ? operand!.ToLowerInvariant() : words.Say($"option.{name}"), required, option?.Many == true, Choices(option));
        }
        if (verb.Name != "export")
        {
            Parameter(json, "limit", "elements of an array in this answer", false, false, null, "integer");
            Parameter(json, "offset", "elements of the array before the first of this answer", false, false, null, "integer");
        }
        json.WriteEndArray();
        Responses(json, verb.Name == "export" ? "*/*" : "application/json");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IReadOnlyList<string>? Choices(Doors.Option? option) => option?.Value is { } value && value.Contains('|') ? value.Split('|') : null;

    /// <summary>What is sent as a body: a draft or a page as it is, or an object of JSON that the documents describe.</summary>
    private static void Sent(Utf8JsonWriter json, string name, string summary, string type, IReadOnlyList<string> parameters)
    {
        json.WriteStartObject($"{Api.Root}/{name}");
        json.WriteStartObject("post");
        json.WriteString("operationId", name);
        json.WriteString("summary", summary);
        json.WriteStartArray("parameters");
        foreach (var parameter in parameters) Parameter(json, parameter, parameter, false, false, null);
        json.WriteEndArray();
        json.WriteStartArray("security");
        json.WriteStartObject();
        json.WriteStartArray("token");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", true);
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        json.WriteString("type", type == "application/json" ? "object" : "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        Responses(json, "application/json");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Parameter(Utf8JsonWriter json, string name, string says, bool required, bool many, IReadOnlyList<string>? choices, string type = "string")
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", "query");
        json.WriteBoolean("required", required);
        json.WriteString("description", says);
        json.WriteStartObject("schema");
        if (many)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
        }
        json.WriteString("type", type);
        if (choices is not null) json.Words("enum", choices);
        if (many) json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Responses(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject("responses");
        Response(json, "200", "the answer", type, null);
        Response(json, "400", "a wrong question: what was found and what is allowed", "application/problem+json", "#/components/schemas/Problem");
        json.WriteEndObject();
    }

    private static void Response(Utf8JsonWriter json, string code, string says, string type, string? schema)
    {
        json.WriteStartObject(code);
        json.WriteString("description", says);
        json.WriteStartObject("content");
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        if (schema is not null) json.WriteString("$ref", schema);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
