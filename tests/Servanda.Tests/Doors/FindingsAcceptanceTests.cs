// The contradictions of the five real pages that must be found, and those that are none.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

/// <summary>A ledger with the five pages, read once for all tests of a class.</summary>
public sealed class SeedLedger : IDisposable
{
    private readonly Command.Folder folder = new();
    private readonly Lazy<IReadOnlyList<JsonElement>> findings;

    public SeedLedger() => findings = new(() =>
    {
        var read = Command.Run(["read", .. Seeds.All, "--ledger", folder["seeds.db"]]);
        Assert.True(read.Exit == Exit.Done, read.Error);
        return [.. JsonDocument.Parse(Command.Run("findings", "--ledger", folder["seeds.db"], "--format", "json").Out).RootElement.EnumerateArray()];
    });

    internal IReadOnlyList<JsonElement> Findings
    {
        get
        {
            Seeds.Page(0);
            return findings.Value;
        }
    }

    public void Dispose() => folder.Dispose();
}

public class FindingsAcceptanceTests(SeedLedger ledger) : IClassFixture<SeedLedger>
{
    /// <summary>By row of the table of contradictions: the page, the kind, the agreement and a word that the finding must have.</summary>
    public static TheoryData<int, string, string, string, string> Contradictions => new()
    {
        { 1, "seed-000", "impossible", "open-skies", "22/11/2020 thay cho 11/11/2020" },
        { 16, "seed-000", "inconsistent", "open-skies", "tít" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void A_contradiction_is_found_with_what_makes_it_one(int row, string page, string kind, string agreement, string says)
    {
        var found = ledger.Findings.Where(finding => finding.GetProperty("kind").GetString() == kind && finding.GetProperty("pages").EnumerateArray().Any(one => one.GetString() == page)
            && finding.GetProperty("agreement").GetString() == agreement && finding.ToString().Contains(says, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count == 1, $"row {row}: {string.Join('\n', ledger.Findings)}");
        Assert.NotEmpty(found[0].GetProperty("because").EnumerateArray());
    }

    [Fact]
    public void The_34_countries_of_seed_000_are_no_contradiction() =>
        Assert.DoesNotContain(ledger.Findings, finding => finding.GetProperty("says").GetString()!.Contains("34", StringComparison.Ordinal));

    [Fact]
    public void From_November_and_1_November_are_no_contradiction() =>
        Assert.DoesNotContain(ledger.Findings, finding => finding.GetProperty("about").GetString() == "date" && finding.GetProperty("pages").EnumerateArray().Any(page => page.GetString() is "seed-002" or "seed-003"));

    [Fact]
    public void Eight_citizens_diplomats_and_staff_are_no_contradiction() =>
        Assert.DoesNotContain(ledger.Findings, finding => finding.GetProperty("kind").GetString() is "inconsistent" or "contested"
            && finding.GetProperty("about").GetString() is "quantity" && finding.GetProperty("pages").EnumerateArray().Any(page => page.GetString() is "seed-003"));
}
