// Relations broken off with an organisation as if it were a state, where what was done is to suspend or close missions.
using Servanda.Model;

namespace Servanda.Terms;

internal static class RelationsWithOrganisations
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("sever-relations"))
        {
            if (report.Source.Count != 1 || report.Target.Count != 1 || !page.Book.IsOrganisation(report.Target[0]) || !page.Says(report, "diplomatic-relations")) continue;
            var done = page.Affirmed("suspend", "close-mission").Where(other => other.Source.SequenceEqual(report.Source)
                && (other.Target.Contains(report.Target[0]) || page.Book.Find(other.Agreement) is { Kind: AgreementKind.Mission } mission && mission.PartiesClosed.Contains(report.Target[0]))).ToList();
            if (done.Count == 0) continue;
            var rule = page.Book.Agreements.SelectMany(agreement => agreement.Of<DefaultRule>().Where(rule => rule.What == "relations-between-states").Select(rule => (agreement, rule))).FirstOrDefault();
            IReadOnlyList<Reason> because =
            [
                Found.Reported(report), .. done.Select(Found.Reported),
                .. rule.rule is null ? [] : (Reason[])[new(new("reason.relations-between-states", report.Target[0]), $"{rule.agreement.Id.ToUpperInvariant()} {rule.rule.Ground.Article}", Because.Address(rule.agreement, rule.rule.Ground), Verified: rule.rule.Ground.Verified)],
            ];
            yield return Found.Of(FindingKind.Inconsistent, report.Agreement, "act", new("finding.relations-with-organisation", report.Source[0], report.Target[0]), new("repair.missions-suspended", report.Source[0], report.Target[0]), [report, .. done], because);
        }
    }
}
