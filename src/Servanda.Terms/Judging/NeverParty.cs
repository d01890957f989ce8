// A return to an agreement by someone who was never in it.
using Servanda.Model;

namespace Servanda.Terms;

internal static class NeverParty
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("resume"))
        {
            if (report.Source.Count != 1 || page.Book.Find(report.Agreement) is not { PartiesComplete: true, Kind: AgreementKind.Treaty } agreement) continue;
            var party = report.Source[0];
            if (agreement.PartiesClosed.Contains(party) || agreement.Parties.Any(entry => entry.Party == party || entry.Succeeds == party) || page.Book.IsOrganisation(party)) continue;
            yield return Found.Of(FindingKind.Inconsistent, agreement.Id, "source", new("finding.never-party", party, agreement.Id), null, [report],
                [Found.Reported(report), new(new("reason.all-parties-listed", agreement.Id, $"{agreement.Parties.Count}"), Verified: agreement.Parties.All(entry => entry.Ground.Verified))]);
        }
    }
}
