// An event of a gold file or of a run, in the shape that the corpus guide gives: what the two are compared by.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Evaluation;

/// <summary>One event as told on a page. In a gold file an act or an agreement may be a list, any of which is right.</summary>
/// <param name="Quote">The words that tell it, for pages that have no lines; null elsewhere.</param>
/// <param name="IsMust">Whether any good reader finds it; what may be found is never counted as missed.</param>
public sealed record JudgedEvent(
    string Id, IReadOnlyList<string> Acts, IReadOnlyList<string> Source, IReadOnlyList<string> Target, IReadOnlyList<string> Agreements, Edtf? Date, string? Status, string Polarity,
    IReadOnlyList<(decimal Value, string Unit)> Quantities, string? Speaker, IReadOnlyList<int> Lines, string? Quote, IReadOnlyList<string> Evidence, bool IsMust)
{
    public string Act => Acts.Count > 0 ? Acts[0] : "";
}

/// <summary>A gold file or a run's file: when the page came out, what of it is the story, and its events.</summary>
/// <param name="PublishedDay">The true day, where it is known from elsewhere.</param>
/// <param name="Text">The story's text; null of a text page, which has lines.</param>
/// <param name="ArticleLines">Ranges of lines, both ends included.</param>
public sealed record JudgedPage(string Page, Edtf? Published, Edtf? PublishedDay, string? Text, IReadOnlyList<(int First, int Last)> ArticleLines, IReadOnlyList<JudgedEvent> Events)
{
    /// <exception cref="JsonException">It is no JSON, or not of the guide's shape.</exception>
    public static JudgedPage Read(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new JsonException("an object with \"events\" is allowed");
        return new(
            Said(root, "page") ?? name, Date(root, "published"), Date(root, "published_day"), Said(root, "article_text"),
            Items(root, "article_lines").Where(range => range.ValueKind == JsonValueKind.Array && range.GetArrayLength() == 2).Select(range => (range[0].GetInt32(), range[1].GetInt32())).ToList(),
            Items(root, "events").Select(EventOf).ToList());
    }

    private static JudgedEvent EventOf(JsonElement one) => one.ValueKind != JsonValueKind.Object ? throw new JsonException("an event is an object") : new(
        Said(one, "id") ?? "", Words(one, "act"), Words(one, "source"), Words(one, "target"), Words(one, "agreement"), Date(one, "date"), Said(one, "status"), Said(one, "polarity") ?? "+",
        Items(one, "quantities").Select(quantity => (quantity.TryGetProperty("value", out var value) && value.TryGetDecimal(out var number) ? number : 0, Said(quantity, "unit") ?? "")).Distinct().ToList(),
        Said(one, "speaker"), Items(one, "lines").Select(line => line.GetInt32()).ToList(), Said(one, "quote"), Words(one, "evidence"), Said(one, "need") != "may");

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Said(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A word or a list of words.</summary>
    private static List<string> Words(JsonElement of, string name) =>
        Said(of, name) is { } one ? [one] : Items(of, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList();

    private static Edtf? Date(JsonElement of, string name) => Edtf.TryParse(Said(of, name), out var date) ? date : null;
}
