// A measure of several parts, of which a page tells only some.
using Servanda.Model;

namespace Servanda.Terms;

internal static class PartOfMeasure
{
    private static readonly string[] Acts = ["suspend", "close-mission", "terminate"];

    public static IEnumerable<Finding> Of(PageCase page)
    {
        if (page.Told is not { } told) yield break;
        var parts = page.Book.Agreements.Where(agreement => agreement.Kind == AgreementKind.Mission)
            .SelectMany(agreement => agreement.Register.Where(act => act.Measure is not null && Acts.Contains(act.Act)).Select(act => (Agreement: agreement, Act: act)));
        foreach (var measure in parts.GroupBy(part => part.Act.Measure).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // Told before the measure was known, or long after it: then a page need not be complete.
            if (measure.Any(part => (part.Act.Known ?? part.Act.Date.Latest) > told.Last || part.Act.Date.Latest?.PlusDays(31) < told.First)) continue;
            var tellers = measure.Select(part => (part.Agreement, part.Act, Reports: page.Affirmed(Acts).Where(report => report.Agreement == part.Agreement.Id && part.Act.Parties.Any(report.Source.Contains)).ToList())).ToList();
            // Of a measure that the page tells in one part and names in another a third part is missing just the same.
            var unsaid = tellers.Where(part => part.Reports.Count == 0 && !Mentions(page, part.Agreement)).ToList();
            if (tellers.TrueForAll(part => part.Reports.Count == 0) || tellers.Count - unsaid.Count < 2) continue;
            foreach (var missing in unsaid)
                yield return Found.Of(FindingKind.Incomplete, missing.Agreement.Id, "act", new("finding.part-of-measure", string.Join(',', missing.Act.Parties), missing.Agreement.Id, missing.Act.Act), new("repair.also", missing.Agreement.Id, missing.Act.Act),
                    tellers.SelectMany(part => part.Reports), [.. tellers.SelectMany(part => part.Reports).Select(Found.Reported), Found.Established(missing.Agreement, missing.Act)]);
        }
    }

    private static bool Mentions(PageCase page, Agreement agreement) =>
        page.Reading.Story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(page.Reading.Story.Text))
            .Any(text => Cues.AnyOf(agreement.Marks, text) || agreement.Names.Values.Any(names => Cues.AnyOf(names, text)));
}
