// A page of HTML: not read as a story yet.
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

internal static class HtmlStory
{
    public static StoryOrReject Read(Page page, RepairedText repaired) =>
        StoryReader.Rejected(page, RejectCodes.NoStory, $"HTML pages are not read by this version ({repaired.Text.Length} characters)");
}
