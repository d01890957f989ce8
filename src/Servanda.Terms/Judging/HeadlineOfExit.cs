// A headline that says a party is out, over a story that tells only of an announcement or of procedures at home.
using Servanda.Model;

namespace Servanda.Terms;

internal static class HeadlineOfExit
{
    private static readonly string[] Steps = ["announce-withdrawal", "domestic-step"];
    private static readonly string[] Later = ["notify-withdrawal", "withdraw", "terminate", "revoke-ratification"];

    public static IEnumerable<Finding> Of(PageCase page)
    {
        if (page.Told is not { } told) yield break;
        foreach (var step in page.Affirmed(Steps))
        {
            if (step.Source.Count != 1 || page.OnlyInTitle(step) && !SaysLeft(page) || AtOnce(page, step) || page.Book.RecordOf(step.Agreement) is not { } record) continue;
            var (party, agreement) = (step.Source[0], record.Agreement);
            if (agreement.ClauseFor(party) is not { Computes: true } clause || !IsIn(record, party, told)) continue;
            var titled = page.Reports.Where(report => report.Act is "withdraw" or "terminate" && report.Agreement == agreement.Id && report.Source.Contains(party) && page.OnlyInTitle(report)
                && report.Status is ReportStatus.Occurred or ReportStatus.Ongoing && report.Polarity == Polarity.Affirmed).ToList();
            if (titled.Count == 0 && !(page.InTitle(step) && SaysLeft(page))) continue;
            // It gave notice or got out by the same page, or another did so by the headline, which may be about that one.
            if (page.Reports.Any(report => Later.Contains(report.Act) && report.Agreement == agreement.Id && (report.Source.Contains(party) || page.InTitle(report)) && report.Status is ReportStatus.Occurred or ReportStatus.Ongoing
                && report.Polarity == Polarity.Affirmed && !page.OnlyInTitle(report))) continue;
            var because = new List<Reason> { Found.Reported(step), new(new("reason.bound-without-notice", party, Edtf.Iso(told.First)), Verified: record.History.On(party, told.First).Bound!.Ground.Verified) };
            if (agreement.Register.FirstOrDefault(act => act.Act == "notify-withdrawal" && act.Parties.Contains(party) && act.Date.Latest >= told.First) is { } notice) because.Add(Found.Established(agreement, notice));
            because.Add(Found.Clause(agreement, clause));
            yield return Found.Of(FindingKind.Inconsistent, agreement.Id, "act", new("finding.headline-overstates", party, agreement.Id), new("repair.headline", party, agreement.Id), [step, .. titled], because);
            yield break;
        }
    }

    /// <summary>Whether the party was bound and had given no notice when the story can first have come out.</summary>
    private static bool IsIn(TermsBook.Record record, string party, (NodaTime.LocalDate First, NodaTime.LocalDate Last) told)
    {
        // A story whose day is known only to a year may come from before the notice or after it: its own words decide, as long as the party was bound when the span began.
        return record.History.On(party, told.First) is { Bound: not null, Notice: null };
    }

    /// <summary>Whether it is announced for that very moment: what the clause then says of it is another matter.</summary>
    private static bool AtOnce(PageCase page, Report step) => page.Says(step, "at-once") || Cues.AnyOf(page.Book.Words.Of(page.Language, "at-once"), page.Title);

    private static bool SaysLeft(PageCase page)
    {
        var left = page.Book.Words.Of(page.Language, "left");
        return Cues.AnyOf(left, page.Title) && !Cues.AnyOf(page.Book.Words.Of(page.Language, "softened"), page.Title);
    }
}
