// Whether the words were there: a trigger of a right act in the passage that tells an event, coded or not.
using Servanda.Model;

namespace Servanda.Evaluation;

/// <summary>
/// Counts, over the events that any good reader finds, those in whose lines (or words, on a page without lines) a rule of a right act fired. What the rules lack of all is vocabulary,
/// what is missed in spite of a trigger is grammar. Of rules that fired on the same words only the chosen one is known, so the share is a lower bound.
/// </summary>
public sealed class Triggering(IEnumerable<Frame> frames)
{
    private readonly Dictionary<string, string> acts = frames.DistinctBy(frame => frame.Id).ToDictionary(frame => frame.Id, frame => frame.Act, StringComparer.Ordinal);

    public Share Of(JudgedPage gold, PageReading reading)
    {
        var fired = reading.Story.Blocks.Select(block => (Block: block, Acts: Fired(reading, block))).ToList();
        var must = gold.Events.Where(one => one.IsMust).ToList();
        return new(must.Count(one => fired.Any(passage => Tells(passage.Block, one, reading.Story) && passage.Acts.Any(act => Comparing.IsRight(one, act)))), must.Count);
    }

    private HashSet<string> Fired(PageReading reading, Block block)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reading.Reports.Where(report => report.Evidence.Any(span => block.Span.Start <= span.Start && span.Start < block.Span.End)))
        {
            here.Add(report.Act);
            here.UnionWith(report.Rules.Where(acts.ContainsKey).Select(rule => acts[rule]));
        }
        here.UnionWith(reading.Coverage.Dropped.Where(dropped => block.Span.Start <= dropped.Where.Start && dropped.Where.Start < block.Span.End && acts.ContainsKey(dropped.Rule)).Select(dropped => acts[dropped.Rule]));
        return here;
    }

    private static bool Tells(Block block, JudgedEvent told, Story story) => told.Lines.Count > 0
        ? told.Lines.Contains(block.Line)
        : told.Quote is { Length: > 0 } quote && Shingles.Of(quote, 3).Overlaps(Shingles.Of(story.Text[block.Span.Start..block.Span.End], 3));
}
