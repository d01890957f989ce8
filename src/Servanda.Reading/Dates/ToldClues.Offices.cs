// What the offices of those whom a story names say of when it was told.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Who holds an office, or held it.</summary>
internal sealed partial class ToldClues
{
    /// <summary>Persons named by an office they hold, or held. An office in a sentence about a dated past is no evidence: "ký năm 1987 bởi Tổng thống Reagan".</summary>
    private IEnumerable<ToldClue> Terms(Story story, IReadOnlyList<StoryDate> all)
    {
        if (holders is null) yield break;
        var seen = new HashSet<(string, string, Tenure)>();
        var found = story.Blocks.Where(block => block.IsCoded).Select(block => (Block: block, Mentions: holders.Find(story.Text, block.Span))).ToList();
        var held = found.SelectMany(one => one.Mentions).Where(one => one.Tenure == Tenure.Holder).Select(one => one.Terms[0].Names[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var (block, mentions) in found)
        {
            foreach (var mention in mentions)
            {
                // "Tổng thống X khi đó …" of somebody whom the story calls by the office elsewhere: then, and still.
                if (mention.IsThen && held.Contains(mention.Terms[0].Names[0])) continue;
                var sentence = StoryDates.Sentence(story.Text, block.Span, mention.Span.Start);
                var dated = all.Any(d => sentence.Contains(d.Mention.Span) && d.Form.Start is { } start && (start.Year is not null || start.Decade is not null || start.Offset is { Unit: DateUnit.Year, Count: < 0 } or { Unit: DateUnit.Year, Base: DateBase.Anchor }));
                if (dated && mention.Tenure == Tenure.Holder || !seen.Add((mention.Terms[0].Names[0], mention.Terms[0].Office, mention.Tenure))) continue;
                if (Days(mention) is not { Stretches.Count: > 0 } days) continue;
                var term = mention.Terms[^1];
                yield return new(ToldGround.Office, days, mention.Tenure == Tenure.Former ? Former : Holder, mention.Span, $"'{mention.Span.In(story.Text)}' {mention.Tenure switch
                {
                    Tenure.Former => "is out of office",
                    Tenure.New => "has just come to office",
                    Tenure.Elect => "is about to come to office",
                    _ => "is in office",
                }} ({term.Actor} {term.Office}, {term.From} to {term.To?.Text ?? "today"})")
                { News = mention.Tenure == Tenure.Former };
            }
        }
    }

    private static DaySet Days(OfficeMention mention) => mention.Tenure switch
    {
        Tenure.Holder => DaySet.Of(mention.Terms.Select(t => (First(t), t.To is null ? DaySet.End : Last(t) + TermSlack))),
        Tenure.New => DaySet.Of(mention.Terms.Select(t => (First(t), First(t) + 270))),
        Tenure.Elect => DaySet.Of(mention.Terms.Select(t => (First(t) - 100, First(t) + 2))),
        Tenure.Former => Without(DaySet.Between(DaySet.Day(mention.Terms.Min(t => t.To is null ? DaySet.End : Last(t))), null), mention.Terms),
        _ => throw new ArgumentOutOfRangeException(nameof(mention), mention.Tenure, "a tenure"),
    };

    private static DaySet Without(DaySet days, IReadOnlyList<OfficeTerm> terms)
    {
        var left = days.Stretches.ToList();
        foreach (var term in terms)
            left = [.. left.SelectMany(s => new[] { (s.First, Math.Min(s.Last, First(term) + TermSlack)), (Math.Max(s.First, term.To is null ? DaySet.End + 1 : Last(term)), s.Last) }).Where(s => s.Item1 <= s.Item2)];
        return DaySet.Of(left);
    }

    private static int First(OfficeTerm term) => DaySet.Number(term.From.Earliest ?? DaySet.Day(0));

    private static int Last(OfficeTerm term) => DaySet.Number(term.To?.Latest ?? DaySet.Day(DaySet.End));
}
