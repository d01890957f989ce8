// A page of bare text read as a story.
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>The story of a page without markup: its text is the whole repaired page, line for line, and its blocks are the page's lines.</summary>
internal static class BareStory
{
    /// <summary>The longest line of a bare page. What is longer was never meant to be read by people.</summary>
    public const int LongestLine = 1 << 20;

    private const int LongestLead = 420;
    private const int LongestStopped = 60;
    private const double ClearlyBetter = 0.6;

    public static StoryOrReject Read(Page page, RepairedText repaired, bool anyLanguage)
    {
        var text = repaired.Text;
        if (LongestOf(text) is var longest and > LongestLine)
            return StoryReader.Rejected(page, RejectCodes.LongLine, $"a line of {longest} characters; allowed: {LongestLine}");
        var lines = LineFeatures.Of(text, ChromeWords.Shipped, Wrapping.Of(text));
        if (lines.Count == 0) return StoryReader.Rejected(page, RejectCodes.Empty, "the page has no text: nothing but white space and invisible characters");
        LineContext.Look(text, lines);
        var blocks = Blocks(lines, LineModel.Best(lines));
        return StoryParts.Finish(page, repaired, text, repaired.Map, blocks, StoryMetadata.None, anyLanguage);
    }

    public static List<Block> Blocks(List<Line> lines, Part[] parts)
    {
        var title = Title(lines, parts);
        var stampAfterTitle = title >= 0 && StampAfter(lines, parts, title);
        var blocks = new List<Block>(lines.Count);
        var bodies = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var kind = parts[i] switch
            {
                Part.Title => i == title ? BlockKind.Title : i < title ? Outside(line) : BlockKind.Lead,
                // A stamp above the title is the story's only where none stands below it: else it is the day of the visit.
                Part.Meta => stampAfterTitle && i < title ? BlockKind.Chrome : BlockKind.Byline,
                Part.Body => bodies++ == 0 && line.Length <= LongestLead ? BlockKind.Lead : BlockKind.Body,
                Part.Heading => Heading(parts, i, title, bodies),
                Part.Credit => BlockKind.Credit,
                Part.Before or Part.Inner or Part.Top or Part.Tail => Outside(line),
                _ => throw new InvalidOperationException($"no such part: {parts[i]}"),
            };
            if (kind == BlockKind.Title) title = i;
            blocks.Add(new Block(kind, new Span(line.Start, line.End), line.Number));
        }
        return blocks;
    }

    // Of several lines that could be, the one that looks most like it, the upper of two together unless the lower is clearly better; what stands above is another story's. A page can
    // have lost its title: then the lead stands in its place, and shows it by its full stop.
    private static int Title(List<Line> lines, Part[] parts)
    {
        var title = -1;
        for (var i = 0; i < parts.Length; i++)
            if (parts[i] == Part.Title && !(lines[i].Stopped && lines[i].Length > LongestStopped) && (title < 0 || LineModel.Title(lines[i]) > LineModel.Title(lines[title]) + (i == title + 1 ? ClearlyBetter : 0)))
                title = i;
        return title;
    }

    private static bool StampAfter(List<Line> lines, Part[] parts, int title)
    {
        for (var i = title + 1; i < lines.Count && parts[i] is Part.Meta or Part.Before; i++)
            if (parts[i] == Part.Meta && lines[i].HasStamp)
                return true;
        return false;
    }

    // A heading right under the title is a lead without a full stop; one after the first paragraph of a page without a title is the title.
    private static BlockKind Heading(Part[] parts, int i, int title, int bodies)
    {
        if (title < 0 && bodies <= 1 && Array.IndexOf(parts, Part.Heading) == i) return BlockKind.Title;
        return title >= 0 && bodies == 0 ? BlockKind.Lead : BlockKind.Heading;
    }

    private static BlockKind Outside(Line line)
    {
        if (line.IsPhoto || line.HasSiteSuffix) return BlockKind.Caption;
        return !line.IsStamp && !line.IsListHeading && !line.IsContact && line.Furniture < 0.5 && line.Words >= 4 ? BlockKind.Teaser : BlockKind.Chrome;
    }

    private static int LongestOf(string text)
    {
        var longest = 0;
        for (int start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            longest = Math.Max(longest, end - start);
            start = end + 1;
        }
        return longest;
    }
}
