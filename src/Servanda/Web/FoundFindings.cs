// The findings of one state of a ledger, by what pages ask for them by.
using Servanda.Model;

namespace Servanda.Web;

/// <summary>In the order of <see cref="Terms.Findings"/>; the indexes are made when they are first asked for.</summary>
internal sealed class FoundFindings(IReadOnlyList<Finding> all)
{
    private readonly Lazy<ILookup<string, Finding>> byAgreement = new(() => all.Where(finding => finding.Agreement is not null).ToLookup(finding => finding.Agreement!, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, Finding>> byPage = new(() => all.SelectMany(finding => finding.Pages.Select(page => (page, finding))).ToLookup(one => one.page, one => one.finding, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, Finding>> byReport = new(() => all.SelectMany(finding => finding.Reports.Select(report => (report, finding))).ToLookup(one => one.report, one => one.finding, StringComparer.Ordinal));
    private readonly Lazy<IReadOnlyList<Finding>> byKind = new(() => [.. all.OrderBy(finding => finding.Kind)]);

    /// <summary>By kind.</summary>
    public IReadOnlyList<Finding> All => byKind.Value;

    /// <summary>The agreements that anything is found about, in order.</summary>
    public IReadOnlyList<string> Agreements { get; } = [.. all.Select(finding => finding.Agreement).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<Finding> About(string agreement) => [.. byAgreement.Value[agreement]];

    public IReadOnlyList<Finding> OnPage(string page) => [.. byPage.Value[page]];

    /// <summary>Those that rest on any of these reports.</summary>
    public IReadOnlyList<Finding> RestingOn(IEnumerable<string> reports) => [.. reports.SelectMany(report => byReport.Value[report]).Distinct().OrderBy(finding => finding.Kind).ThenBy(finding => finding.Agreement, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
}
