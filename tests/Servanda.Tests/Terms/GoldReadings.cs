// What a perfect reader takes from a page, as a reading: gold files turned into reports, so that rules are tested without a reader's mistakes.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Tests;

internal static class GoldReadings
{
    /// <summary>The reading of a page with its gold; an act given as a list counts with its first value.</summary>
    /// <param name="act">Chooses among several right acts; null: the first.</param>
    public static PageReading Of(string goldPath, string pagePath, Func<IReadOnlyList<string>, string>? act = null)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(goldPath));
        var root = gold.RootElement;
        var text = File.ReadAllText(pagePath).Replace("\r", "", StringComparison.Ordinal);
        var title = root.GetProperty("title").GetString();
        var html = root.TryGetProperty("article_text", out var article);
        if (html) text = article.GetString()!;
        var blocks = Blocks(text, title, html ? [] : Ranges(root.GetProperty("article_lines")));
        var page = root.GetProperty("page").GetString()!;
        var told = root.TryGetProperty("published", out var published) && published.GetString() is { } day ? Edtf.Parse(day) : null;
        var story = new Story { Page = page, Format = PageFormat.PlainText, Text = text, Map = TextMap.Identity, Blocks = blocks, Language = root.GetProperty("language").GetString(), Title = title };
        return new()
        {
            Id = page,
            CoderVersion = "gold",
            Sighting = new(page, pagePath),
            Story = story,
            Told = new(told, []),
            Reports = [.. root.GetProperty("events").EnumerateArray().Select(one => Report(one, page, story, told, act ?? (acts => acts[0])))],
        };
    }

    private static IReadOnlyList<Block> Blocks(string text, string? title, IReadOnlyList<(int First, int Last)> ranges)
    {
        var blocks = new List<Block>();
        var (start, line, titled) = (0, 1, false);
        foreach (var each in text.Split('\n'))
        {
            if (each.Trim() != "" && (ranges.Count == 0 || ranges.Any(range => range.First <= line && line <= range.Last)))
            {
                var isTitle = !titled && title is not null && each.Contains(title, StringComparison.Ordinal);
                titled |= isTitle;
                blocks.Add(new(isTitle ? BlockKind.Title : BlockKind.Body, new(start, start + each.Length), line));
            }
            start += each.Length + 1;
            line++;
        }
        return blocks;
    }

    private static Report Report(JsonElement one, string page, Story story, Edtf? told, Func<IReadOnlyList<string>, string> choose)
    {
        var evidence = one.TryGetProperty("quote", out var quote) && quote.ValueKind == JsonValueKind.String
            ? story.Text.IndexOf(quote.GetString()!, StringComparison.Ordinal) is >= 0 and var at ? [new Span(at, at + quote.GetString()!.Length)] : (List<Span>)[]
            : [.. one.GetProperty("lines").EnumerateArray().Select(line => story.Blocks.FirstOrDefault(block => block.Line == line.GetInt32())?.Span).OfType<Span>()];
        return new()
        {
            Id = $"{page}/{one.GetProperty("id").GetString()}",
            Page = page,
            Act = choose(Texts(one.GetProperty("act"))),
            Source = [.. Texts(one.GetProperty("source")).Order(StringComparer.Ordinal)],
            Target = [.. Texts(one.GetProperty("target")).Order(StringComparer.Ordinal)],
            Agreement = Texts(one.GetProperty("agreement")).FirstOrDefault(),
            Date = one.GetProperty("date").GetString() is { } date ? Edtf.Parse(date) : null,
            Status = Enum.Parse<ReportStatus>(one.GetProperty("status").GetString()!, ignoreCase: true),
            Polarity = one.GetProperty("polarity").GetString() == "-" ? Polarity.Denied : Polarity.Affirmed,
            Quantities = [.. one.GetProperty("quantities").EnumerateArray().Select(q => new Quantity(q.GetProperty("value").GetDecimal(), q.GetProperty("unit").GetString()!, q.TryGetProperty("role", out var role) ? role.GetString() : null))],
            Speaker = one.GetProperty("speaker").GetString(),
            Person = one.GetProperty("person").GetString(),
            Evidence = evidence,
            Lines = [.. evidence.Select(span => story.Blocks.First(block => block.Span.Overlaps(span)).Line).Distinct()],
            Told = told,
        };
    }

    private static IReadOnlyList<(int, int)> Ranges(JsonElement ranges) => [.. ranges.EnumerateArray().Select(range => (range[0].GetInt32(), range[1].GetInt32()))];

    private static IReadOnlyList<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().Select(each => each.GetString()!)],
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
