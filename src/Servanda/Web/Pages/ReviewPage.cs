// A box for a draft: what in it cannot be, why, and what would be possible. Nothing is stored.
using System.Text;
using Servanda.Model;
using Servanda.Terms;

namespace Servanda.Web.Pages;

internal static class ReviewPage
{
    private const string Name = "draft";

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var draft = visit.Text("text")?.ReplaceLineEndings("\n");
        var form = Markup.Of($"""
            <form action="/review" method="post">{visit.FormToken}<p><label for="text">{words.Say("web.review-paste")}</label></p><textarea id="text" name="text" required>{draft}</textarea>
            <p><button>{words.Say("web.review-check")}</button> <span class="soft">{words.Say("web.review-kept")}</span></p></form>
            """);
        return new(words.Say("web.review"), draft is null ? form : Markup.Of($"{Outcome(visit, draft)}<h2>{words.Say("web.review-again")}</h2>{form}"));
    }

    private static Markup Outcome(Visit visit, string draft)
    {
        var words = visit.Words;
        var read = visit.Site.Pipeline.Read(Page.Of(Encoding.UTF8.GetBytes(draft), PageFormat.PlainText, new(Name, Name)));
        if (read.Reading is not { } reading) return Markup.Of($"<p>{words.Say("read.reject", Name, words.SayOr($"reject.{read.Reject!.Code}", read.Reject.Reason))}</p>");
        var findings = Findings.OfPage(reading, Pipeline.Judging(visit.Knowledge));
        var names = new Dictionary<string, string>();
        return Markup.Of($"""
            <p class="soft">{words.Say("review.page", reading.Story.Title ?? Name, reading.Told.When is { } told ? words.Date(told) : words.Say("date.none"), Visit.Whole(reading.Reports.Count))}</p>
            {(findings.Count == 0 ? Markup.Of($"<p class=\"big\">{words.Say("findings.none")}</p>") : Markup.Join(findings.Select(finding => Parts.Finding(finding with { Pages = [] }, names, words))))}
            <section class="story">{MarkedText.Of(reading.Story, reading.Story.Blocks.Where(block => block.IsStory), [.. reading.Reports.Where(report => findings.Any(finding => finding.Reports.Contains(report.Id)))], _ => null)}</section>
            """);
    }
}
