// What a page's head says of it: JSON-LD, OpenGraph and other meta elements, time elements.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Reading.Stories.Html;

/// <summary>Gathers metadata from a tree. Everything is taken as written; contradictions between fields are left to whoever weighs them.</summary>
internal sealed class HtmlMetadata
{
    private const int LongestValue = 2000;
    private const int LongestJson = 1 << 20;

    private readonly List<(string Field, Edtf Date)> _dates = [];
    private readonly List<string> _tags = [];

    public string? Title { get; private set; }

    public string? Site { get; private set; }

    public string? Address { get; private set; }

    public string? Author { get; private set; }

    public string? Description { get; private set; }

    /// <summary>A story told entry by entry as it happens: its entries bear a time each, as lists of other stories do elsewhere.</summary>
    public bool IsLive { get; private set; }

    /// <summary>The story's text as JSON-LD repeats it.</summary>
    public string? ArticleBody { get; private set; }

    public static HtmlMetadata Of(HtmlTree tree)
    {
        var metadata = new HtmlMetadata();
        string? title = null;
        for (var i = 0; i < tree.Nodes.Count; i++)
        {
            var node = tree.Nodes[i];
            if (node.IsText) continue;
            switch (node.Tag)
            {
                case Tag.Meta:
                    metadata.Meta(tree, i);
                    break;
                case Tag.Link when tree.Attribute(i, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    metadata.Address ??= Value(tree.Attribute(i, "href"));
                    break;
                case Tag.Title when title is null && node.Last > i:
                    title = Value(tree.TextOf(i + 1));
                    break;
                case Tag.Script when node.Last > i && tree.Attribute(i, "type").Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                    metadata.JsonLd(tree.TextOf(i + 1));
                    break;
                case Tag.Time:
                    metadata.Time(tree, i);
                    break;
            }
        }
        metadata.Title ??= title;
        return metadata;
    }

    public StoryMetadata ToStory(string? address) => new()
    {
        Title = Title,
        Outlet = Outlets.HostOf(address) ?? Outlets.HostOf(Address) ?? Site,
        Byline = Author,
        Tags = _tags,
        Dates = _dates,
    };

    private void Meta(HtmlTree tree, int node)
    {
        var name = tree.Attribute(node, "property");
        if (name.IsEmpty) name = tree.Attribute(node, "name");
        if (name.IsEmpty) name = tree.Attribute(node, "itemprop");
        var content = tree.Attribute(node, "content");
        if (name.IsEmpty || content.IsEmpty || content.Length > LongestValue) return;
        var field = name.ToString().ToLowerInvariant();
        switch (field)
        {
            case "og:title" or "headline":
                Title ??= Value(content);
                break;
            case "og:site_name":
                Site ??= Value(content);
                break;
            case "og:url":
                Address ??= Value(content);
                break;
            case "og:description" or "description":
                Description ??= Value(content);
                break;
            case "author" or "article:author" or "dc.creator" or "byl":
                Author ??= Value(content) is { } author && !author.Contains("://", StringComparison.Ordinal) ? author : null;
                break;
            case "keywords" or "news_keywords" or "article:tag":
                Tags(Value(content));
                break;
            case "article:published_time" or "datepublished" or "pubdate" or "publishdate" or "publish-date" or "publish_date" or "publication_date" or "date" or "dc.date" or "dc.date.issued" or "dcterms.created"
                or "dcterms.date" or "article.published" or "sailthru.date" or "parsely-pub-date" or "cxenseparse:recs:publishtime" or "og:published_time" or "article:modified_time" or "datemodified" or "last-modified" or "lastmod":
                Date(field, content);
                break;
        }
    }

    private void Time(HtmlTree tree, int node)
    {
        var value = tree.Attribute(node, "datetime");
        if (value.IsEmpty) value = tree.Attribute(node, "content");
        var published = tree.Has(node, "pubdate") || tree.Attribute(node, "itemprop").Contains("datePublished", StringComparison.OrdinalIgnoreCase);
        if (!value.IsEmpty) Date(published ? "time:published" : "time", value);
    }

    private void JsonLd(ReadOnlySpan<char> json)
    {
        if (json.Length > LongestJson) return;
        try
        {
            using var document = JsonDocument.Parse(json.ToString(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 48 });
            Look(document.RootElement);
        }
        catch (JsonException)
        {
            // Pages carry broken JSON-LD as they carry broken markup; the rest of the page says enough.
        }
    }

    private void Look(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Look(item);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("@graph", out var graph)) Look(graph);
        var type = element.TryGetProperty("@type", out var types) ? types.ToString() : "";
        IsLive |= type.Contains("LiveBlog", StringComparison.Ordinal);
        if (type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal) || type.Contains("Report", StringComparison.Ordinal)) Article(element);
        else if (element.TryGetProperty("mainEntity", out var main)) Look(main);
    }

    private void Article(JsonElement article)
    {
        Title ??= Text(article, "headline");
        Description ??= Text(article, "description");
        Author ??= Name(article, "author");
        Site ??= Name(article, "publisher");
        if (ArticleBody is null && article.TryGetProperty("articleBody", out var body) && body.ValueKind == JsonValueKind.String) ArticleBody = body.GetString();
        if (Text(article, "datePublished") is { } published) Date("jsonld:datePublished", published);
        if (Text(article, "dateModified") is { } modified) Date("jsonld:dateModified", modified);
        if (article.TryGetProperty("keywords", out var keywords))
            foreach (var keyword in keywords.ValueKind == JsonValueKind.Array ? keywords.EnumerateArray().Select(item => item.ToString()) : [keywords.ToString()])
                Tags(keyword);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Value(value.GetString()) : null;

    private static string? Name(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind switch
        {
            JsonValueKind.String => Value(value.GetString()),
            JsonValueKind.Object => Text(value, "name"),
            _ => null,
        };
    }

    private void Tags(string? list)
    {
        foreach (var tag in (list ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!_tags.Contains(tag) && _tags.Count < 40)
                _tags.Add(tag);
    }

    private void Date(string field, ReadOnlySpan<char> value)
    {
        if (MetadataDates.Day(value) is { } day && !_dates.Contains((field, day))) _dates.Add((field, day));
    }

    private static string? Value(ReadOnlySpan<char> text)
    {
        var value = string.Join(' ', HtmlEntities.Decode(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return value.Length == 0 ? null : value;
    }
}

/// <summary>Dates as metadata writes them.</summary>
internal static class MetadataDates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d MMM yyyy", "dd MMM yyyy", "ddd, d MMM yyyy", "ddd, dd MMM yyyy", "dddd, d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy",
    ];

    /// <summary>The day that <paramref name="text"/> opens with, as written, whatever its zone; null where it is no date or a day and a month could be exchanged.</summary>
    public static Edtf? Day(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        for (var length = Math.Min(text.Length, 30); length >= 8; length--)
        {
            if (length < text.Length && char.IsLetterOrDigit(text[length]) && text[length] is not 'T') continue;
            if (!DateTime.TryParseExact(text[..length].Trim(", "), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            return day.Year is >= 1980 and <= 2100 ? Edtf.Of(new NodaTime.LocalDate(day.Year, day.Month, day.Day)) : null;
        }
        return null;
    }
}
