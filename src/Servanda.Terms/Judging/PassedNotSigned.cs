// A sanction told as imposed while its law had only been passed and not yet signed.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class PassedNotSigned
{
    /// <summary>A law passed so many days before its signature is the one that a page of those days means.</summary>
    private const int Between = 60;

    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("sanction"))
        {
            if (report is not { Status: ReportStatus.Occurred, Source.Count: 1, Date: { Earliest: { } first, Latest: { } last } date } || date.Days > 31 || page.Says(report, "passed")) continue;
            foreach (var law in page.Book.Agreements.Where(agreement => agreement.Kind == AgreementKind.DomesticLaw && (report.Agreement is null || report.Agreement == agreement.Id)))
            {
                if (!law.PartiesClosed.SequenceEqual(report.Source) || law.Register.FirstOrDefault(act => act.Act == "sign") is not { Date: { Earliest: { } signed } } signature || signed <= last) continue;
                if (law.Register.LastOrDefault(act => act.Act == "domestic-step" && act.Date.Meet(date) is not null) is not { } passed || Period.DaysBetween(first, signed) > Between) continue;
                if (signature.Towards.Count > 0 && report.Target.Count > 0 && !signature.Towards.Any(report.Target.Contains)) continue;
                yield return Found.Of(FindingKind.Imprecise, law.Id, "date", new("finding.passed-not-signed", report.Source[0], date.Text, signature.Date.Text), new("repair.act-on-day", passed.Act, passed.Date.Text),
                    [report], [Found.Reported(report), Found.Established(law, passed), Found.Established(law, signature)]);
                break;
            }
        }
    }
}
