// Whether the words were there: a trigger of a right act in the passage that tells an event, coded or not.
using Servanda.Model;

namespace Servanda.Evaluation;

/// <summary>
/// Counts, over the events that any good reader finds, those in whose lines (or words, on a page without lines) a rule of a right act fired. What the rules lack of all is vocabulary,
/// what is missed in spite of a trigger is grammar. Of rules that fired on the same words only the chosen one is known, so the share is a lower bound.
/// </summary>
public sealed class Triggering(IEnumerable<Frame> frames)
{
    /// <summary>The reason of a rule that was coded, with other sources, targets or agreement than the gold's.</summary>
    public const string OtherRoles = "roles";

    private readonly Dictionary<string, string> acts = frames.DistinctBy(frame => frame.Id).ToDictionary(frame => frame.Id, frame => frame.Act, StringComparer.Ordinal);

    public Share Of(JudgedPage gold, PageReading reading)
    {
        var fired = reading.Story.Blocks.Select(block => (Block: block, Acts: Fired(reading, block))).ToList();
        var must = gold.Events.Where(one => one.IsMust).ToList();
        return new(must.Count(one => fired.Any(passage => Tells(passage.Block, one, reading.Story) && passage.Acts.Any(act => Comparing.IsRight(one, act)))), must.Count);
    }

    /// <summary>Why an event was missed although words of a right act stand in its passage: the rules that fired there, and why each gave nothing or something else. Empty where no such rule fired.</summary>
    public IReadOnlyList<SilentRule> Silent(JudgedEvent missed, PageReading reading)
    {
        var silent = new List<SilentRule>();
        foreach (var block in reading.Story.Blocks.Where(block => Tells(block, missed, reading.Story)))
        {
            foreach (var report in reading.Reports.Where(report => Comparing.IsRight(missed, report.Act) && report.Evidence.Any(span => Holds(block, span))))
                silent.Add(new(report.Rules.Count > 0 ? report.Rules[0] : "", $"{report.Act} {string.Join(',', report.Source)} → {string.Join(',', report.Target)}", OtherRoles));
            foreach (var dropped in reading.Coverage.Dropped.Where(dropped => Holds(block, dropped.Where) && acts.TryGetValue(dropped.Rule, out var act) && Comparing.IsRight(missed, act)))
                silent.Add(new(dropped.Rule, reading.Story.Text[dropped.Where.Start..dropped.Where.End], dropped.Reason));
        }
        return silent.Distinct().ToList();
    }

    private static bool Holds(Block block, Span span) => block.Span.Start <= span.Start && span.Start < block.Span.End;

    private HashSet<string> Fired(PageReading reading, Block block)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in reading.Reports.Where(report => report.Evidence.Any(span => Holds(block, span))))
        {
            here.Add(report.Act);
            here.UnionWith(report.Rules.Where(acts.ContainsKey).Select(rule => acts[rule]));
        }
        here.UnionWith(reading.Coverage.Dropped.Where(dropped => Holds(block, dropped.Where) && acts.ContainsKey(dropped.Rule)).Select(dropped => acts[dropped.Rule]));
        return here;
    }

    private static bool Tells(Block block, JudgedEvent told, Story story) => told.Lines.Count > 0
        ? told.Lines.Contains(block.Line)
        : told.Quote is { Length: > 0 } quote && Shingles.Of(quote, 3).Overlaps(Shingles.Of(story.Text[block.Span.Start..block.Span.End], 3));
}

/// <summary>A rule of a right act that fired where an event is told that was missed.</summary>
/// <param name="Words">Its words on the page; of a rule that was coded, what it was coded to.</param>
/// <param name="Reason">Why it was dropped, as the coverage counts it, or <see cref="Triggering.OtherRoles"/>.</param>
public sealed record SilentRule(string Rule, string Words, string Reason);
