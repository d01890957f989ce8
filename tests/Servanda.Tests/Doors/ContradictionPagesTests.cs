// The kinds of contradiction that pages carry, on pages of our own: each is found, with its reason and the nearest repair, and nothing else is.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

/// <summary>The findings of the pages in tests/corpus/contradictions, reviewed in one call.</summary>
public sealed class ContradictionPages
{
    internal static string Folder { get; } = Repository.PathOf("tests", "corpus", "contradictions");

    internal Lazy<ILookup<string, JsonElement>> Findings { get; } = new(() =>
    {
        var answer = Command.Run(["review", Folder, "--format", "json", "--lang", "vi"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement.EnumerateArray().ToLookup(finding => finding.GetProperty("pages")[0].GetString()!, StringComparer.Ordinal);
    });
}

public class ContradictionPagesTests(ContradictionPages pages) : IClassFixture<ContradictionPages>
{
    /// <summary>Page, kind, agreement, what it is about, a reason, the repair; null where there is none.</summary>
    public static TheoryData<string, string, string?, string, string, string?> Contradictions => new()
    {
        { "row-01-my-bau-troi-mo", "impossible", "open-skies", "date", "22/5/2020 + 6 tháng = 22/11/2020 [Điều XV(2)", "22/11/2020 thay cho 11/11/2020" },
        { "row-01-my-paris", "impossible", "paris-agreement", "date", "4/11/2019 + 1 năm = 4/11/2020 [Điều 28(1)-(2)", "4/11/2020 thay cho 4/5/2020" },
        { "row-01-phan-lan-ottawa", "impossible", "ottawa", "date", "10/7/2025 + 6 tháng = 10/1/2026 [Điều 20(2)-(3)", "10/1/2026 thay cho 10/12/2025" },
        { "row-01-thong-bao-cua-trang", "impossible", "open-skies", "date", "20/12/2029 + 6 tháng = 20/6/2030 [Điều XV(2); http", "20/6/2030 thay cho 5/3/2030" },
        { "row-02-my-inf", "impossible", "inf", "date", "2/2/2019 + 6 tháng = 2/8/2019 [Điều XV(2)", "2/2/2019 là ngày thông báo rút khỏi, chưa phải ngày ra khỏi; sớm nhất là 2/8/2019" },
        { "row-02-philippines-rome", "impossible", "rome-statute", "date", "17/3/2018 + 1 năm = 17/3/2019 [Điều 127(1)", "17/3/2019 thay cho 17/6/2018" },
        { "row-03-belarus-eu", "inconsistent", null, "act", "quan hệ ngoại giao được lập giữa các quốc gia; EU là một tổ chức [VCDR, Điều 2", "Belarus đình chỉ phái bộ, đóng văn phòng với EU" },
        { "row-03-nga-nato", "inconsistent", "russia-mission-to-nato", "act", "quan hệ ngoại giao được lập giữa các quốc gia; NATO là một tổ chức [VCDR, Điều 2", "Nga đình chỉ phái bộ, đóng văn phòng với NATO" },
        { "row-04-nga-nato", "contested", null, "notice", "NATO được dẫn là chưa nhận được thông báo chính thức", null },
        { "row-04-trieu-tien-lien-hop-quoc", "contested", "npt", "notice", "Triều Tiên được dẫn là đã thông báo", null },
        { "row-06-bay-nguoi-muoi-cho", "incomplete", "russia-mission-to-nato", "quantity", "30 − 20 = 10, không phải 7", "thêm 3 vị trí bỏ trống hoặc bị từ chối cấp phép" },
        { "row-06-tam-nguoi-muoi-cho", "incomplete", "russia-mission-to-nato", "quantity", "20 − 10 = 10, không phải 8", "thêm 2 vị trí bỏ trống hoặc bị từ chối cấp phép" },
        { "row-08-thieu-phai-bo-lien-lac", "incomplete", "nato-mlm-moscow", "act", "Nga: đóng cửa cơ quan đại diện, 1/11/2021", "kể thêm: đóng cửa cơ quan đại diện: Phái bộ liên lạc quân sự NATO tại Moscow" },
        { "row-09-nga-nato", "imprecise", "nato-membership", "source", "khó có khả năng Nga quay lại NATO", "Nga nối lại đối thoại hoặc hợp tác với NATO" },
        { "row-11-trung-phat-cuoi-thang-7", "imprecise", "caatsa", "date", "Mỹ: ký, 2/8/2017", "tiến hành thủ tục trong nước, 27/7/2017" },
        { "row-13-ba-ngay-hay-24-gio", "contested", "us-russia-diplomatic", "quantity", "theo Mỹ: 24 giờ [VCDR, Điều 26", null },
        { "row-14-tu-ngay-1-9", "imprecise", "us-russia-diplomatic", "date", "Nga đòi giảm còn 455 trước 1/9/2017", null },
        { "row-16-ba-lan-ottawa", "inconsistent", "ottawa", "act", "phải thông báo trước 6 tháng [Điều 20(2)-(3)", "Ba Lan bắt đầu thủ tục rút khỏi, hoặc tuyên bố sẽ rút khỏi Công ước Ottawa" },
        { "row-16-nga-bau-troi-mo", "inconsistent", "open-skies", "act", "phải thông báo trước 6 tháng [Điều XV(2)", "Nga bắt đầu thủ tục rút khỏi, hoặc tuyên bố sẽ rút khỏi Hiệp ước Bầu trời Mở" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void A_page_with_one_contradiction_gives_just_that(string page, string kind, string? agreement, string about, string because, string? repair)
    {
        var finding = Assert.Single(pages.Findings.Value[page]);
        Assert.Equal((kind, agreement, about), (Text(finding, "kind"), Text(finding, "agreement"), Text(finding, "about")));
        Assert.Contains(finding.GetProperty("because").EnumerateArray(), reason => reason.GetString()!.Contains(because, StringComparison.Ordinal));
        Assert.Equal(repair, Text(finding, "repair"));
    }

    [Fact]
    public void Every_page_of_the_folder_is_held_by_a_row() =>
        Assert.Equal(Directory.EnumerateFiles(ContradictionPages.Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), Contradictions.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static string? Text(JsonElement finding, string property) => finding.TryGetProperty(property, out var value) ? value.GetString() : null;
}
