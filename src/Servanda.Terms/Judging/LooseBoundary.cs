// A limit told "from" a day that its own words put "by" that day: whether the day itself counts is not settled.
using Servanda.Model;

namespace Servanda.Terms;

internal static class LooseBoundary
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("limit-staff", "demand"))
        {
            if (report.Date is not { IsDay: true } date) continue;
            foreach (var agreement in page.Book.Agreements)
            {
                if (report.Agreement is not null && report.Agreement != agreement.Id) continue;
                foreach (var ceiling in agreement.Of<Ceiling>())
                {
                    if (ceiling.SetBy is null || !report.Source.Contains(ceiling.SetBy) || report.Target.Count > 0 && !report.Target.Any(ceiling.On.Contains)) continue;
                    if (ceiling.Values.FirstOrDefault(value => value.Loose && value.From.Same(date) == Truth.Yes && report.Quantities.Any(quantity => quantity.Value == value.Value && quantity.Role is null or "to" or "ceiling" or "max")) is not { } value) continue;
                    if (!page.Says(report, "from-day")) continue;
                    yield return Found.Of(FindingKind.Imprecise, agreement.Id, "date", new("finding.from-or-by", date.Text), null, [report],
                        [Found.Reported(report), new(new("reason.set-by-that-day", ceiling.SetBy, value.Value!.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), date.Text), value.Ground.Article, Because.Address(agreement, value.Ground), Verified: value.Ground.Verified)]);
                }
            }
        }
    }
}
