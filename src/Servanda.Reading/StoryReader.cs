// A page read as a story: repaired text, story and chrome told apart, title, outlet, credits, language.
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading;

/// <summary>The door of this step. Pure: the same page gives the same story everywhere.</summary>
public static class StoryReader
{
    /// <summary>The story on <paramref name="page"/>, or the reason why there is none.</summary>
    public static StoryOrReject Read(Page page) => Read(page, anyLanguage: false);

    /// <param name="anyLanguage">Whether a story in a language that is not read is given all the same, with its language null: for measuring extraction by itself.</param>
    public static StoryOrReject Read(Page page, bool anyLanguage)
    {
        if (page.Bytes.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0) return Rejected(page, RejectCodes.Empty, "the page has no text: it is empty or all white space");
        var repaired = TextRepair.Read(page.Bytes.Span);
        if (repaired is null) return Rejected(page, RejectCodes.Binary, "the bytes are no text in any charset that is known (UTF-8, UTF-16, windows-1258, windows-1252, TCVN3, VNI)");
        return page.Format switch
        {
            PageFormat.PlainText => Stories.BareStory.Read(page, repaired, anyLanguage),
            PageFormat.Html => Stories.HtmlStory.Read(page, repaired, anyLanguage),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.Format, "no such format"),
        };
    }

    internal static StoryOrReject Rejected(Page page, string code, string reason) => new(new Reject(page.Sighting, code, reason));
}

/// <summary>A story, or why a page has none: exactly one is set.</summary>
public readonly record struct StoryOrReject
{
    public StoryOrReject(Story story) => Story = story;

    public StoryOrReject(Reject reject) => Reject = reject;

    public Story? Story { get; }

    public Reject? Reject { get; }
}
