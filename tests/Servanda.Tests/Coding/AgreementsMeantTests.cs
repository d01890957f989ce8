// Which agreement an act is about: a docket holds what belongs to it, and nothing because the page speaks of an agreement as well.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class AgreementsMeantTests
{
    private const string Lead = "Tổng thống Mỹ ngày 10/6 tuyên bố Mỹ sẽ rút khỏi Tổ chức Y tế Thế giới (WHO). Quyết định rút khỏi WHO gây phản ứng mạnh.";

    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static IReadOnlyList<Report> Tell(params string[] paragraphs) => [.. Pack.Tell("2024-06-12", "Mỹ rút khỏi Tổ chức Y tế Thế giới", paragraphs)];

    private static string? Of(string act, string source, params string[] paragraphs) => Assert.Single(Tell(paragraphs), report => report.Act == act && report.Source.Contains(source)).Agreement;

    [Theory]
    // Words that judge a deed are about the agreement of that deed, whether they name it or not.
    [InlineData("Người phát ngôn Bộ Ngoại giao Đức lấy làm tiếc về quyết định của Mỹ.", "criticize", "DEU", "who")]
    [InlineData("Pháp kêu gọi Mỹ xem xét lại quyết định.", "appeal", "FRA", "who")]
    [InlineData("Washington cáo buộc tổ chức này che giấu thông tin.", "accuse", "USA", "who")]
    // Steps of an agreement's life are of the one that the story is about.
    [InlineData("Ngày 11/6, Mỹ gửi thông báo rút chính thức lên Liên Hợp Quốc.", "notify-withdrawal", "USA", "who")]
    public void What_is_said_of_a_deed_is_about_its_agreement(string paragraph, string act, string source, string agreement) => Assert.Equal(agreement, Of(act, source, Lead, paragraph));

    [Theory]
    // Deeds of another kind, and words about them, are on nobody's docket because the page has one.
    [InlineData("Cùng ngày, Mỹ trừng phạt 15 công ty Nga.", "sanction", "USA")]
    [InlineData("Triều Tiên ngày 11/6 phóng thử tên lửa đạn đạo.", "test-weapon", "PRK")]
    [InlineData("Ngày 11/6, Nga tấn công Ukraine. Pháp cáo buộc Nga sát hại dân thường.", "accuse", "FRA")]
    // What two sign with each other is no agreement of many; nor is one that is counted, new, or bears a name of its own.
    [InlineData("Ngày 11/6, Việt Nam ký với Lào một hiệp định về biên giới.", "sign", "VNM")]
    [InlineData("Ngày 11/6, Úc và Đông Timor ký Hiệp ước Biển Timor.", "sign", "AUS")]
    [InlineData("Việt Nam và Hàn Quốc ngày 11/6 ký 17 văn kiện hợp tác.", "sign", "KOR")]
    public void What_is_about_something_else_is_not_put_on_the_docket_of_the_story(string paragraph, string act, string source) => Assert.Null(Of(act, source, Lead, paragraph));

    [Theory]
    // Who is let into a body, and what is lodged with it, is about that body's membership, whatever the story is about.
    [InlineData("Ngày 11/6, Quốc hội Bỉ phê chuẩn nghị định thư kết nạp Thụy Điển vào NATO.", "ratify", "BEL", "nato-membership")]
    [InlineData("Ngày 11/6, Canada kiện Trung Quốc lên WTO vì thuế đánh vào hạt cải.", "accuse", "CAN", "wto")]
    public void Admissions_and_complaints_are_about_the_body(string paragraph, string act, string source, string agreement) => Assert.Equal(agreement, Of(act, source, Lead, paragraph));

    [Fact]
    public void The_agreement_that_was_named_is_meant_where_only_its_kind_is_told()
    {
        string[] story = ["Nga ngày 10/6 đình chỉ Hiệp ước New START với Mỹ.", "Hiệp ước được ký tại Praha năm 2010.", "Ngày 11/6, Mỹ cáo buộc Nga vi phạm hiệp ước."];
        Assert.Equal("new-start", Of("sign", "RUS", story));
        Assert.Equal("new-start", Of("accuse-breach", "USA", story));
    }
}
