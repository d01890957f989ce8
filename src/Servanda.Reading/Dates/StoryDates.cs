// The dates of a story with what tells how they stand to the day it was told: sentence, quotation, tense, place in the story.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>A date of a story.</summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Quoted">Whether it stands in a quotation: then it is told from the speaker's day.</param>
/// <param name="Tense">Whether its clause speaks of what is to come or of what was.</param>
/// <param name="Opening">Whether it stands in the title, the lead or the first two paragraphs.</param>
internal sealed record StoryDate(DateMention Mention, DateForm Form, Block Block, Span Sentence, bool Quoted, Tense Tense, bool Opening)
{
    public bool Ahead => Tense == Tense.Future;

    public bool Behind => Tense == Tense.Past;
}

internal static class StoryDates
{
    private const int OpeningParagraphs = 3;

    /// <summary>The dates in what a story tells.</summary>
    public static List<DateMention> Find(Story story, DateFinder finder) => [.. story.Blocks.Where(block => block.IsCoded).SelectMany(block => finder.Find(story.Text, block.Span))];

    /// <param name="dates">The dates in what the story tells, in order.</param>
    public static IReadOnlyList<StoryDate> Of(Story story, IReadOnlyList<DateMention> dates, TenseCues cues)
    {
        var all = new List<StoryDate>(dates.Count);
        var (paragraphs, next) = (0, 0);
        foreach (var block in story.Blocks)
        {
            if (!block.IsCoded) continue;
            if (block.Kind is BlockKind.Lead or BlockKind.Body) paragraphs++;
            var first = next;
            while (next < dates.Count && dates[next].Span.End <= block.Span.End) next++;
            if (next == first) continue;
            using var tenses = cues.In(story.Text, block.Span);
            for (var at = first; at < next; at++)
                all.Add(new(dates[at], dates[at].Form, block, Sentence(story.Text, block.Span, dates[at].Span.Start), Quoted(story.Text, block.Span, dates[at].Span.Start),
                    tenses.Of(dates[at].Span), paragraphs <= OpeningParagraphs));
        }
        return all;
    }

    /// <summary>The sentence around a place: from the last mark that ends one, followed by white space, to the next.</summary>
    public static Span Sentence(string text, Span block, int at)
    {
        var start = block.Start;
        for (var i = at - 1; i > block.Start; i--)
            if (Ends(text, i - 1, block) && char.IsWhiteSpace(text[i]))
            {
                start = i + 1;
                break;
            }
        var end = at;
        while (end < block.End && !(Ends(text, end, block) && (end + 1 >= block.End || char.IsWhiteSpace(text[end + 1])))) end++;
        return new(start, Math.Min(block.End, end + 1));
    }

    private static bool Ends(string text, int at, Span block) => at >= block.Start && text[at] is '.' or '!' or '?' or '…' or ';' or '”' && (text[at] != '”' || at > block.Start && text[at - 1] is '.' or '!' or '?');

    private static bool Quoted(string text, Span block, int at)
    {
        if (text.AsSpan(block.Start, at - block.Start).IndexOfAny('"', '“', '«') < 0) return false;
        var straight = 0;
        var depth = 0;
        for (var i = block.Start; i < at; i++)
        {
            if (text[i] == '"') straight++;
            else if (text[i] is '“' or '«') depth++;
            else if (text[i] is '”' or '»' && depth > 0) depth--;
        }
        return depth > 0 || straight % 2 == 1;
    }
}
