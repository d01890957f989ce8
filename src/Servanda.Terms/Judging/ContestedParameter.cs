// A number of a rule that accounts give differently.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Terms;

internal static class ContestedParameter
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var report in page.Affirmed("restrict-movement"))
        {
            if (report.Quantities.FirstOrDefault(quantity => quantity.Unit is "day" or "hour" && quantity.Role is null or "notice") is not { } told) continue;
            foreach (var agreement in page.Book.Agreements)
            {
                if (report.Agreement is not null && report.Agreement != agreement.Id) continue;
                foreach (var rule in agreement.Of<AdvanceNotice>())
                {
                    if (rule.SetBy is null || !IsBy(page, report, rule.SetBy) || rule.On.Count == 0 || !(report.Target.Count == 0 ? report.Agreement == agreement.Id : rule.On.Any(report.Target.Contains))) continue;
                    var values = rule.Values.Where(value => !value.Conditional && value.Value is not null).ToList();
                    var other = values.FirstOrDefault(value => Hours(value) != Hours(told));
                    if (other is null || !values.Any(value => Hours(value) == Hours(told))) continue;
                    yield return Found.Of(FindingKind.Contested, agreement.Id, "quantity", new("finding.parameter-contested", Text(told.Value), told.Unit, Text(other.Value!.Value), Unit(other), other.By ?? rule.SetBy),
                        null, [report], [Found.Reported(report), .. values.Select(value => Account(agreement, rule, value))]);
                }
            }
        }
    }

    /// <summary>Whose restriction it is; where only those whom it binds are told, its sentences must name who set it.</summary>
    private static bool IsBy(PageCase page, Report report, string actor) =>
        report.Source.Contains(actor) || report.Source.Count == 0 && report.Evidence.Any(span => page.Book.ActorsIn(span.In(page.Reading.Story.Text), page.Language).Contains(actor));

    private static Reason Account(Agreement agreement, AdvanceNotice rule, DatedValue value) =>
        new(new("reason.account", value.By ?? rule.SetBy ?? "", Text(value.Value ?? 0), Unit(value)), rule.Ground.Article, Because.Address(agreement, value.Ground), Verified: value.Ground.Verified);

    private static decimal Hours(DatedValue value) => (value.Value ?? 0) * (value.Time == TermUnit.Hour ? 1 : 24);

    private static decimal Hours(Quantity quantity) => quantity.Value * (quantity.Unit == "hour" ? 1 : 24);

    private static string Unit(DatedValue value) => (value.Time ?? TermUnit.Day).ToString().ToLowerInvariant();

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
