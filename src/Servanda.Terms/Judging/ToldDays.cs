// One page, two days on which it came out: one of them decides, the other is not passed over in silence.
using Servanda.Model;

namespace Servanda.Terms;

internal static class ToldDays
{
    /// <summary>Evidence of at least this weight is believed by itself.</summary>
    private const double Strong = 0.8;

    public static IEnumerable<Finding> Of(PageCase page)
    {
        if (!page.Reading.Told.Contradictory) yield break;
        var strong = page.Reading.Told.Evidence.Where(evidence => evidence.Weight >= Strong).OrderByDescending(evidence => evidence.Weight).ThenBy(evidence => evidence.Where?.Start ?? -1).ToList();
        if (strong.Find(evidence => evidence.Used) is not { } used || strong.Find(evidence => !evidence.Used) is not { } other) yield break;
        yield return Found.OfPage(FindingKind.Inconsistent, "told", new("finding.told", used.Interval.Text, other.Interval.Text), page.Reading.Story, [.. strong.Select(evidence => Reason(evidence, page.Reading.Story))]);
    }

    private static Reason Reason(ToldEvidence evidence, Story story) => new(evidence.Where is { } where
        ? new("reason.told-words", evidence.Ground.Word(), evidence.Interval.Text, where.In(story.Text))
        : new("reason.told", evidence.Ground.Word(), evidence.Interval.Text));
}
