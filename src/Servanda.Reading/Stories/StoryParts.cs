// From blocks to a story: title, byline, credits, outlet, language.
using System.Text;
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>What a page says about itself outside its visible text.</summary>
internal sealed record StoryMetadata
{
    public static StoryMetadata None { get; } = new();

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<(string Field, Edtf Date)> Dates { get; init; } = [];
}

/// <summary>The last step for bare and HTML pages alike.</summary>
internal static class StoryParts
{
    private const int LanguageSample = 2400;

    public static StoryOrReject Finish(Page page, RepairedText repaired, string text, TextMap map, List<Block> blocks, StoryMetadata metadata, bool anyLanguage)
    {
        var coded = Coded(text, blocks);
        if (coded.Length == 0)
        {
            return Languages.Of(text.AsSpan(0, Math.Min(text.Length, LanguageSample))) is null
                ? StoryReader.Rejected(page, RejectCodes.Language, "the page is in no language that is read (vi, en)")
                : StoryReader.Rejected(page, RejectCodes.NoStory, "no story could be told from the rest of the page");
        }
        var language = Languages.Of(coded);
        if (language is null && !anyLanguage) return StoryReader.Rejected(page, RejectCodes.Language, $"the story is in no language that is read (vi, en); it begins: {Opening(coded)}");
        return new StoryOrReject(new Story
        {
            Page = page.Id,
            Format = page.Format,
            Text = text,
            Map = map,
            Blocks = blocks,
            Language = language,
            Title = blocks.Find(block => block.Kind == BlockKind.Title)?.Span.In(text).Replace('\n', ' ') ?? metadata.Title,
            Outlet = page.Sighting.Outlet ?? metadata.Outlet ?? Outlets.Of(page.Sighting.Address, text, blocks, language),
            Byline = metadata.Byline ?? Byline(text, blocks),
            Credits = Credits(text, blocks),
            Tags = metadata.Tags,
            Metadata = metadata.Dates,
            Repairs = repaired.Repairs,
            Charset = Charsets.Name(repaired.Charset),
        });
    }

    private static string Coded(string text, List<Block> blocks)
    {
        var coded = new StringBuilder();
        foreach (var block in blocks)
        {
            if (!block.IsCoded) continue;
            coded.Append(text, block.Span.Start, Math.Min(block.Span.Length, LanguageSample)).Append('\n');
            if (coded.Length > LanguageSample) break;
        }
        return coded.ToString();
    }

    private static string Opening(string text) => text.Length <= 60 ? text.Trim() : text[..60].Trim() + "…";

    private static string? Byline(string text, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Byline or BlockKind.Credit)) continue;
            var line = block.Span.In(text);
            var end = line.AsSpan().IndexOfAny("(/-|");
            var name = (end < 0 ? line : line[..end]).Trim();
            if (name.Length is 0 or > 60 || name.Any(char.IsAsciiDigit) || name.StartsWith("Theo ", StringComparison.OrdinalIgnoreCase)) continue;
            return name.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? name[3..].Trim() : name;
        }
        return null;
    }

    // "(theo Reuters)", "Vũ Hoàng (Theo Reuters, AFP)", "HN tổng hợp": what stands in brackets, or the line that opens with "theo".
    private static List<string> Credits(string text, List<Block> blocks)
    {
        var credits = new List<string>();
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Credit) continue;
            var line = block.Span.In(text);
            var open = line.IndexOf('(', StringComparison.Ordinal);
            var close = line.LastIndexOf(')');
            var credit = open >= 0 && close > open ? line[(open + 1)..close] : line;
            credits.Add(credit.Trim().TrimEnd('.'));
        }
        return credits;
    }
}
