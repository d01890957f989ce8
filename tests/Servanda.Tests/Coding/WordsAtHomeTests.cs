// Words that a state says at home, and deeds that are only demanded, are nobody's act towards another.
using Xunit;

namespace Servanda.Tests;

public class WordsAtHomeTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Chính phủ Campuchia yêu cầu hàng chục nghìn người dân ở yên trong nhà.")]
    [InlineData("Thủ tướng Ấn Độ kêu gọi toàn dân tiêm vắc xin.")]
    [InlineData("Nhiều nghị sĩ Anh phản đối kế hoạch tăng thuế.")]
    [InlineData("Liên hợp quốc cảnh báo một cuộc khủng hoảng lương thực có thể xảy ra.")]
    [InlineData("Độ sâu như vậy là rất nguy hiểm, hải quân Indonesia nhận định.")]
    [InlineData("Bộ Y tế Pháp đề nghị các trường học đóng cửa.")]
    [InlineData("Thủ tướng Thái Lan kêu gọi người dân ủng hộ dự án đường sắt Thái - Lào.")]
    [InlineData("Tổng thống Peru yêu cầu các nhà điều tra phải xin lỗi ông vì cuộc điều tra về Chile.")]
    public void A_word_aimed_at_nobody_abroad_is_silent(string sentence) => Assert.Empty(Pack.Code(sentence).Reports);

    [Theory]
    [InlineData("Trung Quốc hối thúc Mỹ tuân thủ nguyên tắc một Trung Quốc, dừng bán vũ khí cho Đài Loan.", "suspend")]
    [InlineData("Các đồng minh thúc giục Tổng thống Mỹ dỡ bỏ lệnh cấm vận đối với Cuba.", "lift-sanction")]
    [InlineData("Nga kêu gọi NATO kiềm chế, rút quân khỏi Ba Lan.", "pull-back")]
    public void A_deed_that_is_demanded_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Fact]
    public void Sentences_that_stand_without_a_space_between_them_are_two()
    {
        var reports = Pack.Code("Phương Tây lên án Nga vì cuộc tập trận.Ukraine cáo buộc Nga vi phạm lệnh ngừng bắn.").Reports;
        Assert.Contains(reports, report => report.Act == "criticize" && report.Source is ["WST"]);
        Assert.Contains(reports, report => report.Act.StartsWith("accuse", StringComparison.Ordinal) && report.Source is ["UKR"]);
    }
}
