// As much of JSON Schema (draft 7) as the schema of agreements uses, held against data files.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Servanda.Store;

namespace Servanda.Tests;

/// <summary>Data files have texts only: a text is a number or a flag where it reads as one. A keyword that is not known here throws, so that the schema cannot outgrow it unseen.</summary>
internal sealed class Schema(JsonElement root)
{
    private static readonly string[] Silent = ["$schema", "title", "description", "definitions"];

    public static Schema Read(string path) => new(JsonDocument.Parse(Repository.Read(path)).RootElement);

    /// <summary>What is wrong with a tree, by its place.</summary>
    public IReadOnlyList<string> Faults(DataTree tree)
    {
        var faults = new List<string>();
        Check(tree, root, faults);
        return faults;
    }

    /// <summary>The keys that the mapping at a path may have (<c>provisions[2].values[0]</c>), for a tree that leads there.</summary>
    public IReadOnlySet<string> KeysAt(DataTree tree)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in At(tree))
            if (schema.TryGetProperty("properties", out var properties)) keys.UnionWith(properties.EnumerateObject().Select(property => property.Name));
        return keys;
    }

    /// <summary>The schemas that hold for a node: of a choice, those whose kind and type word fit it.</summary>
    private IReadOnlyList<JsonElement> At(DataTree tree)
    {
        if (tree.Parent is not { } parent) return [.. Resolved(root, tree)];
        var key = parent.Kind == DataKind.List ? null : parent.Keys[parent.Children.ToList().IndexOf(tree)];
        return
        [
            .. from schema in At(parent)
               from below in key is null ? schema.TryGetProperty("items", out var items) ? [items] : []
                   : schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var property) ? [property]
                   : schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object ? [more] : Array.Empty<JsonElement>()
               from resolved in Resolved(below, tree)
               select resolved,
        ];
    }

    private IEnumerable<JsonElement> Resolved(JsonElement schema, DataTree tree)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Resolved(Definition(reference), tree);
        if (schema.TryGetProperty("allOf", out var all)) return all.EnumerateArray().SelectMany(one => Resolved(one, tree));
        if (schema.TryGetProperty("oneOf", out var choices) && !schema.TryGetProperty("properties", out _)) return choices.EnumerateArray().SelectMany(one => Resolved(one, tree));
        var kind = schema.TryGetProperty("type", out var type) ? type.GetString() switch { "object" => DataKind.Mapping, "array" => DataKind.List, _ => DataKind.Text } : tree.Kind;
        if (kind != tree.Kind) return [];
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty("type", out var word) && word.TryGetProperty("const", out var expected) && tree.Child("type")?.Value is { } given && given != expected.GetString()) return [];
        return [schema];
    }

    private void Check(DataTree tree, JsonElement schema, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var value = keyword.Value;
            var fault = keyword.Name switch
            {
                "$ref" => Nested(tree, [Definition(value)], faults),
                "allOf" => Nested(tree, value.EnumerateArray(), faults),
                "oneOf" => value.EnumerateArray().Count(choice => Fits(tree, choice)) == 1 ? null : $"fits {value.EnumerateArray().Count(choice => Fits(tree, choice))} of the choices",
                "type" => IsOf(tree, value.GetString()!) ? null : $"is no {value}",
                "enum" => value.EnumerateArray().Any(one => one.GetString() == tree.Value) ? null : $"'{tree.Value}' is none of {value}",
                "const" => value.GetString() == tree.Value ? null : $"'{tree.Value}' is not {value}",
                "pattern" => Regex.IsMatch(tree.Value ?? "", value.GetString()!, RegexOptions.CultureInvariant) ? null : $"'{tree.Value}' does not match {value}",
                "minimum" => Number(tree) >= value.GetDecimal() ? null : $"{tree.Value} is under {value}",
                "maximum" => Number(tree) <= value.GetDecimal() ? null : $"{tree.Value} is over {value}",
                "minProperties" => tree.Keys.Count >= value.GetInt32() ? null : $"has fewer than {value} keys",
                "required" => value.EnumerateArray().FirstOrDefault(one => tree.Child(one.GetString()!) is null) is { ValueKind: JsonValueKind.String } missing ? $"lacks {missing}" : null,
                "properties" => Properties(tree, value, faults),
                "additionalProperties" => Additional(tree, schema, value, faults),
                "items" => Nested(tree.Kind == DataKind.List ? tree.Children : [], value, faults),
                var silent when Silent.Contains(silent) => null,
                var unknown => throw new NotSupportedException($"The keyword '{unknown}' of the schema is not known to the test."),
            };
            if (fault is not null) faults.Add($"{tree.Line}:{tree.Column}: {tree.Path} {fault}");
        }
    }

    private bool Fits(DataTree tree, JsonElement schema)
    {
        var faults = new List<string>();
        Check(tree, schema, faults);
        return faults.Count == 0;
    }

    private string? Nested(DataTree tree, IEnumerable<JsonElement> schemas, List<string> faults)
    {
        foreach (var schema in schemas) Check(tree, schema, faults);
        return null;
    }

    private string? Nested(IReadOnlyList<DataTree> trees, JsonElement schema, List<string> faults)
    {
        foreach (var tree in trees) Check(tree, schema, faults);
        return null;
    }

    private string? Properties(DataTree tree, JsonElement properties, List<string> faults)
    {
        foreach (var property in properties.EnumerateObject())
            if (tree.Child(property.Name) is { } child) Check(child, property.Value, faults);
        return null;
    }

    private string? Additional(DataTree tree, JsonElement schema, JsonElement more, List<string> faults)
    {
        for (var at = 0; at < tree.Keys.Count; at++)
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(tree.Keys[at], out _)) continue;
            if (more.ValueKind == JsonValueKind.False) return $"has the key '{tree.Keys[at]}'";
            Check(tree.Children[at], more, faults);
        }
        return null;
    }

    private JsonElement Definition(JsonElement reference) => root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..]);

    private static bool IsOf(DataTree tree, string type) => type switch
    {
        "object" => tree.Kind == DataKind.Mapping,
        "array" => tree.Kind == DataKind.List,
        "string" => tree.Kind == DataKind.Text,
        "number" => Number(tree) is not null,
        "integer" => Number(tree) is { } number && number == decimal.Truncate(number),
        "boolean" => tree.Value is "true" or "false",
        _ => throw new NotSupportedException($"The type '{type}' is not known to the test."),
    };

    private static decimal? Number(DataTree tree) =>
        tree.Kind == DataKind.Text && decimal.TryParse(tree.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
