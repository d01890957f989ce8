// Whom words and deeds are aimed at where their own clause names nobody.
using Xunit;

namespace Servanda.Tests;

public class AddresseeTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    // Blame and regret without an object are about the deed under discussion.
    [InlineData("Mỹ rút khỏi Hiệp định Paris.", "Pháp lấy làm tiếc.", "criticize", "FRA", "USA")]
    [InlineData("Mỹ rút khỏi Hiệp định Paris.", "Nhật Bản bày tỏ thất vọng về quyết định này.", "criticize", "JPN", "USA")]
    [InlineData("Nicaragua trục xuất đại sứ EU.", "Chile bày tỏ quan ngại sâu sắc.", "criticize", "CHL", "NIC")]
    // After others have blamed somebody, blame without an object goes on against him.
    [InlineData("Mali cắt đứt quan hệ ngoại giao với Ukraine.", "Ba Lan chỉ trích Mali. Séc và Litva đồng loạt lên án.", "criticize", "CZE,LTU", "MLI")]
    // Outsiders blame whom outsiders have blamed, and not who only called a meeting or spoke.
    [InlineData("Ecuador đột kích sứ quán Mexico. Mexico lên án Ecuador. Nicaragua lên án Ecuador. Brazil chỉ trích Ecuador.", "OAS triệu tập cuộc họp. Canada hết sức quan ngại.", "criticize", "CAN", "ECU")]
    // An evaluation of what was done is one of its doer.
    [InlineData("Tòa án Hình sự Quốc tế ra lệnh bắt Tổng thống Nga.", "Điện Kremlin gọi quyết định này là vô giá trị.", "reject", "RUS", "ICC")]
    // Whose the thing is of which "mà" speaks; whom one telephones.
    [InlineData("Ấn Độ duy trì một phái bộ quân sự mà Pakistan cáo buộc nghe lén.", "", "accuse", "PAK", "IND")]
    [InlineData("Thổ Nhĩ Kỳ gọi điện cho Washington yêu cầu gây sức ép với Tel Aviv.", "", "demand", "TUR", "USA")]
    // Who accuses does what follows to whom he accused.
    [InlineData("Thụy Điển cáo buộc Iran đột nhập hệ thống tin nhắn và trục xuất một nhà ngoại giao nước này.", "", "expel", "SWE", "IRN")]
    // A denial answers the last accuser, also where the accusation is why somebody was punished.
    [InlineData("Hà Lan cáo buộc Nga làm gián điệp.", "Ngày hôm sau Nga phủ nhận.", "deny", "RUS", "NLD")]
    [InlineData("Mỹ trừng phạt Iran với cáo buộc cung cấp vũ khí cho Nga.", "Iran bác bỏ các cáo buộc này.", "deny", "IRN", "USA")]
    // A refusal answers who asked.
    [InlineData("Mỹ yêu cầu Iran thả công dân Mỹ.", "Iran không chấp nhận yêu cầu này.", "reject", "IRN", "USA")]
    // Words under a condition are aimed at whom the condition names.
    [InlineData("Houthi không kích Israel.", "Houthi dọa đáp trả nếu Anh can thiệp.", "threaten", "HOUTHI", "GBR")]
    // An agreement between two: what one does with it, it does to the other.
    [InlineData("Nhật Bản và Hàn Quốc căng thẳng.", "Hàn Quốc đình chỉ GSOMIA.", "suspend", "KOR", "JPN")]
    // A mediator goes between the two that the story is about.
    [InlineData("Iran và Ả Rập Xê Út nối lại quan hệ ngoại giao.", "Trung Quốc làm trung gian hòa giải.", "mediate", "CHN", "IRN,SAU")]
    public void What_is_left_unsaid_is_taken_from_what_was_told(string first, string then, string act, string source, string target)
    {
        var reports = Pack.Tell("2024-05-10", null, first + " " + then).Where(report => report.Act == act).Select(report => $"{string.Join(',', report.Source)}>{string.Join(',', report.Target)}");
        Assert.Contains($"{source}>{target}", reports);
    }

    [Fact]
    public void Leaving_an_agreement_of_many_is_done_to_nobody()
    {
        var reports = Pack.Tell("2024-05-10", null, "Nga và Mỹ tranh cãi về CTBT.", "Nga tuyên bố sẽ rút khỏi CTBT.", "Mỹ chỉ trích Nga.");
        Assert.All(reports.Where(report => report.Act == "announce-withdrawal"), report => Assert.Empty(report.Target));
    }

    [Fact]
    public void Money_spent_at_home_is_no_aid_to_the_rival()
    {
        var reports = Pack.Tell("2024-05-10", null, "Mỹ chỉ trích Trung Quốc.", "Trung Quốc cáo buộc Mỹ.", "Mỹ sẽ tài trợ 50 tỷ USD cho ngành bán dẫn.", "Trung Quốc bác bỏ chỉ trích của Mỹ.");
        Assert.DoesNotContain(reports, report => report.Act == "aid");
    }

    [Theory]
    [InlineData("Hôm nay, Moscow cảnh báo sẽ đáp trả.", "POL")]
    [InlineData("Tại Litva, Moscow hôm nay cảnh báo sẽ đáp trả.", "")]
    [InlineData("Đức họp với Séc. Latvia họp với Litva. Hôm nay, Moscow cảnh báo sẽ đáp trả.", "")]
    public void Where_a_third_comes_by_nobody_is_supplied_whom_the_sentence_does_not_name(string paragraph, string target)
    {
        var reports = Pack.Tell("2024-05-10", null, "Nga và Ba Lan đối đầu vì một vụ gián điệp. Ba Lan trục xuất ba nhà ngoại giao Nga.", "Nga phản đối Ba Lan. Bộ Ngoại giao Nga triệu đại sứ Ba Lan.", paragraph);
        Assert.Equal(target, string.Join(',', Assert.Single(reports, report => report.Act == "threaten").Target));
    }
}
