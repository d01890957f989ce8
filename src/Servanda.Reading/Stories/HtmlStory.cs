// A page of HTML read as a story.
using Servanda.Model;
using Servanda.Reading.Stories.Html;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>
/// The page's visible text becomes lines, a block each; what the markup says about them is added to what they look like; and the model for bare pages decides.
/// </summary>
internal static class HtmlStory
{
    /// <summary>Elements nested deeper than any page needs.</summary>
    private const int DeepestPage = 5000;

    public static StoryOrReject Read(Page page, RepairedText repaired, bool anyLanguage)
    {
        var tree = HtmlParser.Parse(repaired.Text);
        if (tree.Depth > DeepestPage) return StoryReader.Rejected(page, RejectCodes.TooDeep, $"elements nested {tree.Depth} deep; allowed: {DeepestPage}");
        var metadata = HtmlMetadata.Of(tree);
        var (visible, blocks) = HtmlBlocks.Of(tree, new MappedText(repaired.Text, repaired.Map), node => HtmlHints.IsHidden(tree, node));
        // References can stand for anything that repair takes out.
        var text = TextRepair.Repair(visible, Charset.Utf8);
        var lines = LineFeatures.Of(text.Text, ChromeWords.Shipped);
        if (lines.Count == 0) return StoryReader.Rejected(page, RejectCodes.NoText, "the page shows no text without its scripts");
        foreach (var line in lines) line.BlankBefore = line.BlankAfter = false;
        LineContext.Look(text.Text, lines, metadata.IsLive);
        new HtmlLeanings(tree, blocks, metadata, text.Text, lines).Look();
        var kinds = BareStory.Blocks(lines, LineModel.Best(lines));
        return StoryParts.Finish(page, repaired, text.Text, text.Map, kinds, metadata.ToStory(page.Sighting.Address), anyLanguage);
    }
}
