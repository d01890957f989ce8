// The contradictions of the five seed pages, and what in them is none; run where those pages are at hand.
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class SeedFindingsTests
{
    [Theory]
    [InlineData("seed-000", FindingKind.Impossible, "open-skies", "date")] // row 1
    [InlineData("seed-001", FindingKind.Impossible, "inf", "date")] // row 2
    [InlineData("seed-002", FindingKind.Inconsistent, null, "act")] // row 3
    [InlineData("seed-002", FindingKind.Contested, null, "notice")] // row 4
    [InlineData("seed-002", FindingKind.Incomplete, "russia-mission-to-nato", "quantity")] // row 6
    [InlineData("seed-002", FindingKind.Incomplete, "nato-mlm-moscow", "act")] // row 8
    [InlineData("seed-004", FindingKind.Imprecise, "caatsa", "date")] // row 11
    [InlineData("seed-004", FindingKind.Contested, "us-russia-diplomatic", "quantity")] // row 13
    [InlineData("seed-004", FindingKind.Imprecise, "us-russia-diplomatic", "date")] // row 14
    [InlineData("seed-000", FindingKind.Inconsistent, "open-skies", "act")] // row 16
    public void A_contradiction_of_a_seed_page_is_found(string page, FindingKind kind, string? agreement, string about) =>
        Assert.Single(Of(page), finding => finding.Kind == kind && finding.Agreement == agreement && finding.About == about);

    [Fact]
    public void Party_counts_months_and_names_of_the_same_people_are_no_contradictions()
    {
        // Rows 7, 17 and 18: "from November" beside "1 November", 34 countries "until recently", the same eight as staff, diplomats and officers.
        Assert.Equal(2, Of("seed-000").Count);
        Assert.Single(Of("seed-001"));
        Assert.DoesNotContain(Of("seed-003"), finding => finding.Kind == FindingKind.Impossible || finding.About is "date" or "quantity");
    }

    [Fact]
    public void Every_finding_rests_on_a_report_and_gives_its_reasons()
    {
        foreach (var name in (string[])["seed-000", "seed-001", "seed-002", "seed-003", "seed-004"])
            Assert.All(Of(name), finding => Assert.True(finding.Reports.Count > 0 && finding.Because.Count > 1 && finding.Pages is [var page] && page == name));
    }

    private static IReadOnlyList<Finding> Of(string name)
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "corpus");
        if (!Directory.Exists(corpus)) Assert.Skip("The seed pages are not at hand.");
        return Findings.OfPage(GoldReadings.Of(Path.Combine(corpus, "gold", $"{name}.json"), Path.Combine(corpus, "pages", $"{name}.txt")), Shipped.Book);
    }
}
