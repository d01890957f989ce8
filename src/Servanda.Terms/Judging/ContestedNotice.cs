// One side has given formal word, the other has received none.
using Servanda.Model;

namespace Servanda.Terms;

internal static class ContestedNotice
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        var words = page.Book.Words;
        var (given, missing) = (words.Of(page.Language, "notice-given"), words.Of(page.Language, "notice-missing"));
        var (objects, official) = (words.Of(page.Language, "notice-object"), words.Of(page.Language, "notice-official"));
        var giving = Sentences.Of(page.Reading.Story).Where(sentence => Cues.AnyOf(given, sentence.In(page.Reading.Story.Text))).ToList();
        var lacking = Sentences.Of(page.Reading.Story).Where(sentence => sentence.In(page.Reading.Story.Text) is var text && Cues.AnyOf(missing, text) && Cues.AnyOf(objects, text) && Cues.AnyOf(official, text)).ToList();
        if (giving.Count == 0 || lacking.Count == 0) yield break;
        var givers = Within(page, giving);
        var others = Within(page, lacking);
        foreach (var giver in givers)
        {
            if (giver.Source.Count != 1) continue;
            var other = others.FirstOrDefault(report => report.Source.Count == 1 && report.Source[0] != giver.Source[0]
                && (giver.Target.Count == 0 || giver.Target.Contains(report.Source[0])) && (report.Target.Count == 0 || report.Target.Contains(giver.Source[0])));
            if (other is null) continue;
            var agreement = giver.Agreement ?? other.Agreement;
            yield return Found.Of(FindingKind.Contested, agreement, "notice", new("finding.notice-contested", giver.Source[0], other.Source[0]), null, [giver, other],
                [new(new("reason.says-it-notified", giver.Source[0]), Report: giver.Id), new(new("reason.says-it-received-none", other.Source[0]), Report: other.Id), new(new("reason.both-attributed"))]);
            yield break;
        }
    }

    /// <summary>Reports whose evidence lies in one of the sentences, those that say only this first.</summary>
    private static List<Report> Within(PageCase page, List<Span> sentences) =>
        [.. page.Reports.Where(report => report.Evidence.Any(span => sentences.Any(sentence => sentence.Overlaps(span)))).OrderBy(report => report.Act is not ("state" or "notify-withdrawal" or "deny")).ThenBy(report => report.Id, StringComparer.Ordinal)];
}

/// <summary>The sentences of a story's coded blocks, cut at full stops, question and exclamation marks before a space. Enough to tell which words stand together.</summary>
internal static class Sentences
{
    public static IEnumerable<Span> Of(Story story)
    {
        foreach (var block in story.Blocks.Where(block => block.IsCoded))
        {
            var start = block.Span.Start;
            for (var at = block.Span.Start; at < block.Span.End; at++)
                if (story.Text[at] is '.' or '?' or '!' or '\n' && (at + 1 >= block.Span.End || char.IsWhiteSpace(story.Text[at + 1])))
                {
                    yield return new(start, at + 1);
                    start = at + 1;
                }
            if (start < block.Span.End) yield return new(start, block.Span.End);
        }
    }
}
