// Holds pages and events against the terms: the list of rules, and what a whole ledger gives.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>Findings. Pure: the same pages, events and files give the same findings in the same order (by kind, agreement and id).</summary>
public static class Findings
{
    /// <summary>The rules that look at one page; each says nothing where it is not sure.</summary>
    private static readonly IReadOnlyList<Func<PageCase, IEnumerable<Finding>>> OnePage =
    [
        ExitDates.Of,
        HeadlineOfExit.Of,
        TwoDates.Of,
        OnceOnly.Of,
        StaffArithmetic.Of,
        ContestedNotice.Of,
        ContestedParameter.Of,
        LooseBoundary.Of,
        RelationsWithOrganisations.Of,
        PassedNotSigned.Of,
        PartOfMeasure.Of,
        FollowUpWindow.Of,
        NeverParty.Of,
        ToldDays.Of,
    ];

    /// <summary>What one page gives, held against the agreements' files and against itself: a draft is checked without a ledger.</summary>
    public static IReadOnlyList<Finding> OfPage(PageReading page, TermsBook book)
    {
        var one = new PageCase(page, book);
        return Ordered(OnePage.SelectMany(rule => rule(one)));
    }

    /// <summary>The findings of many pages as one list: the same thing said of the same agreement is one finding with the reports and pages of all who tell it.</summary>
    public static IReadOnlyList<Finding> OfPages(IEnumerable<PageReading> pages, TermsBook book) => Together(pages.SelectMany(page => OfPage(page, book)));

    /// <summary>Puts findings of several pages together.</summary>
    public static IReadOnlyList<Finding> Together(IEnumerable<Finding> findings) =>
        Ordered(findings.GroupBy(finding => (finding.Kind, finding.Agreement, finding.About, finding.Says, Page: finding.Reports.Count == 0 ? finding.Pages[0] : null)).Select(same =>
        {
            var first = same.OrderBy(finding => finding.Id, StringComparer.Ordinal).First();
            if (same.Count() == 1) return first;
            IReadOnlyList<string> reports = [.. same.SelectMany(finding => finding.Reports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            return first with
            {
                Id = Found.IdOf(first.Kind, first.Agreement, first.About, reports),
                Reports = reports,
                Pages = [.. same.SelectMany(finding => finding.Pages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Because = [.. first.Because.Where(reason => reason.Report is null), .. same.SelectMany(finding => finding.Because).Where(reason => reason.Report is not null).Distinct().OrderBy(reason => reason.Report, StringComparer.Ordinal)],
            };
        }));

    private static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings) =>
        [.. findings.DistinctBy(finding => finding.Id).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Agreement, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
}
