// Relations broken off with an organisation as if it were a state, where what was done is to suspend or close missions.
using Servanda.Model;

namespace Servanda.Terms;

internal static class RelationsWithOrganisations
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("sever-relations"))
        {
            if (report.Source.Count != 1 || report.Target.Count != 1 || !page.Book.IsOrganisation(report.Target[0]) || !SaysDiplomatic(page, report)) continue;
            var done = page.Affirmed("suspend", "close-mission").Where(other => other.Source.SequenceEqual(report.Source) && IsWith(page, other, report.Target[0])).ToList();
            if (done.Count == 0) continue;
            var rule = page.Book.Agreements.SelectMany(agreement => agreement.Of<DefaultRule>().Where(rule => rule.What == "relations-between-states").Select(rule => (agreement, rule))).FirstOrDefault();
            IReadOnlyList<Reason> because =
            [
                Found.Reported(report), .. done.Select(Found.Reported),
                .. rule.rule is null ? [] : (Reason[])[new(new("reason.relations-between-states", report.Target[0]), $"{rule.agreement.Id.ToUpperInvariant()} {rule.rule.Ground.Article}", Because.Address(rule.agreement, rule.rule.Ground), Verified: rule.rule.Ground.Verified)],
            ];
            var missions = done.Append(report).Select(one => page.Book.Find(one.Agreement)).Where(agreement => agreement?.Kind == AgreementKind.Mission).Select(agreement => agreement!.Id).Distinct().ToList();
            yield return Found.Of(FindingKind.Inconsistent, missions is [var mission] ? mission : null, "act", new("finding.relations-with-organisation", report.Source[0], report.Target[0]), new("repair.missions-suspended", report.Source[0], report.Target[0]), [report, .. done], because);
        }
    }

    /// <summary>By the report's own words, or by a sentence elsewhere in the story that breaks off such relations between just these two.</summary>
    private static bool SaysDiplomatic(PageCase page, Report report)
    {
        if (page.Says(report, "diplomatic-relations")) return true;
        var (relations, broken, text) = (page.Book.Words.Of(page.Language, "diplomatic-relations"), page.Book.Words.Of(page.Language, "broken-off"), page.Reading.Story.Text);
        return Sentences.Of(page.Reading.Story).Select(sentence => sentence.In(text)).Any(sentence => Cues.AnyOf(relations, sentence) && Cues.AnyOf(broken, sentence)
            && page.Book.ActorsIn(sentence, page.Language).ToHashSet().SetEquals([report.Source[0], report.Target[0]]));
    }

    /// <summary>Whether the mission that is suspended or closed is one with the organisation: so named, or a mission whose sentence names no other body or state.</summary>
    private static bool IsWith(PageCase page, Report other, string organisation)
    {
        if (other.Target.Count > 0) return other.Target.Contains(organisation);
        if (page.Book.Find(other.Agreement) is { Kind: AgreementKind.Mission } mission) return mission.PartiesClosed.Contains(organisation);
        return other.Object is "mission" or "office" && other.Evidence.SelectMany(span => page.Book.ActorsIn(span.In(page.Reading.Story.Text), page.Language)).All(actor => actor == organisation || actor == other.Source[0]);
    }
}
