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
    /// <summary>By row of the table of contradictions: the page, the kind, what it is about, a reason (the article or the sum) and the repair, null where there is none.</summary>
    public static TheoryData<int, string, string, string, string, string?> Contradictions => new()
    {
        { 1, "seed-000", "impossible", "date", "22/5/2020 + 6 tháng = 22/11/2020 [Điều XV(2)", "22/11/2020 thay cho 11/11/2020" },
        { 2, "seed-001", "impossible", "date", "2/2/2019 + 6 tháng = 2/8/2019 [Điều XV(2)", "2/2/2019 là ngày thông báo rút khỏi" },
        { 3, "seed-002", "inconsistent", "act", "NATO là một tổ chức [VCDR, Điều 2", "Nga đình chỉ phái bộ, đóng văn phòng với NATO" },
        { 4, "seed-002", "contested", "notice", "NATO được dẫn là chưa nhận được thông báo chính thức", null },
        { 6, "seed-002", "incomplete", "quantity", "20 − 10 = 10, không phải 8", "2 vị trí bỏ trống" },
        { 8, "seed-002", "incomplete", "act", "Nga: đóng cửa cơ quan đại diện, 1/11/2021", "Phái bộ liên lạc quân sự NATO tại Moscow" },
        { 9, "seed-002", "imprecise", "source", "vấn đề đàm phán để Nga quay lại NATO", "Nga nối lại đối thoại hoặc hợp tác với NATO" },
        { 11, "seed-004", "imprecise", "date", "Mỹ: ký, 2/8/2017", "tiến hành thủ tục trong nước, 27/7/2017" },
        { 13, "seed-004", "contested", "quantity", "theo Mỹ: 24 giờ [VCDR, Điều 26", null },
        { 14, "seed-004", "imprecise", "date", "455 trước 1/9/2017", null },
        { 16, "seed-000", "inconsistent", "act", "phải thông báo trước 6 tháng [Điều XV(2)", "Nga bắt đầu thủ tục rút khỏi" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void A_contradiction_is_found_with_what_makes_it_one_and_the_nearest_repair(int row, string page, string kind, string about, string because, string? repair)
    {
        var found = ledger.Findings.Where(finding => Text(finding, "kind") == kind && finding.GetProperty("pages").EnumerateArray().Any(one => one.GetString() == page) && Text(finding, "about") == about
            && finding.GetProperty("because").EnumerateArray().Any(reason => reason.GetString()!.Contains(because, StringComparison.Ordinal))).ToList();
        Assert.True(found.Count == 1, $"row {row}: {string.Join('\n', ledger.Findings)}");
        if (repair is null) Assert.Null(Text(found[0], "repair"));
        else Assert.Contains(repair, Text(found[0], "repair"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement finding, string property) => finding.TryGetProperty(property, out var value) ? value.GetString() : null;

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
