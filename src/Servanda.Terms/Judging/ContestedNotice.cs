// One side has given formal word, the other has received none.
using Servanda.Model;

namespace Servanda.Terms;

internal static class ContestedNotice
{
    /// <summary>Acts of which notice is given under an agreement; what else stands in the sentences does not say of what the notice was.</summary>
    private static readonly string[] OfAgreement = ["notify-withdrawal", "announce-withdrawal", "withdraw", "suspend", "terminate"];

    public static IEnumerable<Finding> Of(PageCase page)
    {
        var words = page.Book.Words;
        var story = page.Reading.Story;
        var (given, missing) = (words.Of(page.Language, "notice-given"), words.Of(page.Language, "notice-missing"));
        var (objects, official) = (words.Of(page.Language, "notice-object"), words.Of(page.Language, "notice-official"));
        var sentences = Sentences.Of(story).ToList();
        var giving = sentences.Where(sentence => Cues.AnyOf(given, sentence.In(story.Text))).ToList();
        var lacking = sentences.Where(sentence => sentence.In(story.Text) is var text && Cues.AnyOf(missing, text) && Cues.AnyOf(objects, text) && Cues.AnyOf(official, text)).ToList();
        foreach (var gives in giving)
            foreach (var lacks in lacking)
            {
                if (gives == lacks || Sides(page, gives, lacks, given, missing) is not var (giver, other)) continue;
                var told = page.Reports.Where(report => report.Source is [var source] && (source == giver || source == other) && (Near(report, gives) || Near(report, lacks))).ToList();
                if (told.Count == 0) told = [.. page.Reports.Where(report => report.Source is [var source] && report.Target is [var target] && (source, target) is var pair && (pair == (giver, other) || pair == (other, giver))).Take(2)];
                if (told.Count == 0) told = [.. page.Reports.Where(report => OfAgreement.Contains(report.Act) && report.Source.Contains(giver)).Take(1)];
                if (told.Count == 0) continue;
                var agreement = told.Where(report => OfAgreement.Contains(report.Act)).Select(report => report.Agreement).Distinct().ToList() is [var one] ? one : null;
                yield return Found.Of(FindingKind.Contested, agreement, "notice", new("finding.notice-contested", giver, other), null, told,
                    [new(new("reason.says-it-notified", giver)), new(new("reason.says-it-received-none", other)), new(new("reason.both-attributed"))]);
                yield break;
            }
    }

    /// <summary>Who gave word and who received none: by the reports of the two sentences, else by the names in them; null where that is not clear.</summary>
    private static (string Giver, string Other)? Sides(PageCase page, Span gives, Span lacks, IReadOnlyList<string> given, IReadOnlyList<string> missing)
    {
        foreach (var a in page.Reports.Where(report => report.Source.Count == 1 && Near(report, gives)))
            foreach (var b in page.Reports.Where(report => report.Source.Count == 1 && Near(report, lacks)))
                if (a.Source[0] != b.Source[0] && (a.Target.Count == 0 || a.Target.Contains(b.Source[0])) && (b.Target.Count == 0 || b.Target.Contains(a.Source[0]))) return (a.Source[0], b.Source[0]);
        var (giving, lacking) = (gives.In(page.Reading.Story.Text), lacks.In(page.Reading.Story.Text));
        var before = page.Book.ActorsIn(giving[..First(given, giving)], page.Language);
        var silent = page.Book.ActorsIn(lacking[..First(missing, lacking)], page.Language);
        return before.Count == 1 && silent.Count > 0 && silent[0] != before[0] && page.Book.ActorsIn(giving, page.Language).Contains(silent[0]) ? (before[0], silent[0]) : null;
    }

    private static int First(IReadOnlyList<string> words, string text) => words.Select(word => Cues.At(word, text)).Where(at => at >= 0).Min();

    /// <summary>Whether a report rests on the sentence, or on one of the same line.</summary>
    private static bool Near(Report report, Span sentence) => report.Evidence.Any(span => span.Overlaps(sentence));
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
