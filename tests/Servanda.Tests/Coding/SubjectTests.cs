// Who does it and to whom, in sentences that hide it: asides, appositions, quotations, deeds told as nouns.
using Xunit;

namespace Servanda.Tests;

public class SubjectTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Thủ tướng Canada Justin Trudeau, đang thăm Tokyo, lên án quyết định của Iran.", "criticize", "CAN", "IRN")]
    [InlineData("Đức, nước nhiều năm nay bán vũ khí cho Ukraine, hoan nghênh quyết định của Phần Lan.", "support", "DEU", "FIN")]
    [InlineData("Điện Kremlin nhắc tới Trung Quốc, nước đã ký CTBT từ năm 1996.", "sign", "CHN", "")]
    [InlineData("\"Chúng tôi lo ngại về động thái từ Moscow nhưng vẫn sẵn sàng duy trì đối thoại\", nữ phát ngôn NATO Oana Lungescu cho biết.", "offer-talks", "NATO", "")]
    [InlineData("Nhiều nước phản đối việc Mỹ rút khỏi INF. Pháp cũng ra tuyên bố chỉ trích Mỹ.", "criticize", "FRA", "USA")]
    [InlineData("Hungary trục xuất 3 nhà ngoại giao Ukraine. Vương quốc Anh cùng ngày cũng có động thái tương tự.", "expel", "GBR", "UKR")]
    [InlineData("Thư của Mỹ về việc rút khỏi WHO đã tới tay Liên hợp quốc.", "withdraw", "USA", "WHO")]
    [InlineData("Iran khẳng định chương trình này không vi phạm NPT.", "deny", "IRN", "")]
    [InlineData("Mỹ đóng cửa hai khu nhà của Nga tại Maryland.", "seize-property", "USA", "RUS")]
    [InlineData("CH Séc trục xuất 18 nhân viên đại sứ quán Nga.", "expel", "CZE", "RUS")]
    // A decision's owner does what is decided; who stands behind a word of blame does what follows.
    [InlineData("Pháp lấy làm tiếc về quyết định của Mỹ rút khỏi thỏa thuận Paris.", "announce-withdrawal", "USA", "")]
    [InlineData("Bắc Kinh chỉ trích quyết định ngày 21/4 của Australia về việc hủy bỏ Công ước Ottawa.", "terminate", "AUS", "")]
    [InlineData("Na Uy bày tỏ quan ngại về việc Nga rút lại phê chuẩn CTBT.", "revoke-ratification", "RUS", "")]
    [InlineData("Việt Nam phản đối Trung Quốc tập trận ở Hoàng Sa.", "deploy", "CHN", "")]
    [InlineData("Đức hoan nghênh Phần Lan gia nhập NATO.", "accede", "FIN", "NATO")]
    [InlineData("Mỹ lên án việc Nga đình chỉ New START và kêu gọi Moscow quay lại hiệp ước.", "appeal", "USA", "RUS")]
    [InlineData("Thứ trưởng Ngoại giao Hàn Quốc nói với Đại sứ Nga rằng Triều Tiên vi phạm nghị quyết, và yêu cầu Nga chấm dứt việc đó.", "demand", "KOR", "RUS")]
    [InlineData("Kế hoạch của Israel nhằm sáp nhập Bờ Tây bị Jordan lên án.", "criticize", "JOR", "ISR")]
    // "Do" names who made a thing.
    [InlineData("Hiệp ước ABM do Mỹ và Liên Xô ký tại Moscow có hiệu lực năm 1972.", "sign", "SUN,USA", "")]
    // What a deed is done to does not act with those who act next.
    [InlineData("Đức trục xuất 40 nhà ngoại giao Nga và Pháp thông báo trục xuất 35 người.", "expel", "DEU", "RUS")]
    [InlineData("Đức trục xuất 40 nhà ngoại giao Nga và Pháp thông báo trục xuất 35 người.", "expel", "FRA", "RUS")]
    // Who is meant by "họ", "cả hai", "hai nước", "ba nước", "nước này".
    [InlineData("Mỹ cáo buộc Iran và Nga vi phạm lệnh cấm vận. Họ bác bỏ cáo buộc.", "deny", "IRN,RUS", "USA")]
    [InlineData("Belarus cáo buộc Ba Lan và Litva can thiệp. Cả hai đều phủ nhận.", "deny", "LTU,POL", "BLR")]
    [InlineData("Ấn Độ và Pakistan trục xuất nhà ngoại giao của nhau. Trung Quốc hối thúc hai nước kiềm chế.", "appeal", "CHN", "IND")]
    [InlineData("Anh, Pháp và Đức gặp Iran. Ba nước kêu gọi Iran tuân thủ JCPOA.", "appeal", "DEU,FRA,GBR", "IRN")]
    [InlineData("Tổng thống Pháp cho biết nước này sẽ đóng cửa đại sứ quán ở Minsk.", "close-mission", "FRA", "BLR")]
    public void The_doer_and_whom_it_is_done_to_are_found(string text, string act, string source, string target)
    {
        var reports = Pack.Code(text).Reports;
        Assert.Contains(reports, report => report.Act == act && string.Join(',', report.Source) == source && (target.Length == 0 || report.Target.Contains(target)));
    }

    [Theory]
    [InlineData("Pháp đề xuất hòa đàm nếu Iran quay lại tuân thủ JCPOA.", "resume")]
    [InlineData("Theo Washington, lý do khiến Mỹ rút khỏi INF nằm ở phía Nga.", "withdraw")]
    [InlineData("Nga lo ngại nguy cơ Ukraine tấn công Crimea.", "attack")]
    [InlineData("Mỹ nói tên lửa này giúp tự do phát triển kinh tế.", "test-weapon")]
    [InlineData("Trung Quốc làm chủ nhà cho các cuộc thương thuyết do Oman chủ trì.", "negotiate")]
    public void What_is_a_condition_a_mention_or_half_a_word_is_no_act(string text, string act) =>
        Assert.DoesNotContain(Pack.Code(text).Reports, report => report.Act == act);

    [Fact]
    public void A_story_of_leaving_a_body_is_ours_though_it_names_no_treaty()
    {
        var reports = Pack.Code("Argentina rút khỏi UNESCO. Quyết định có hiệu lực cuối năm.", gated: true).Reports;
        Assert.Contains(reports, report => report.Act == "withdraw" && report.Source.SequenceEqual(["ARG"]));
    }

    [Fact]
    public void A_date_between_two_verbs_and_after_a_conjunction_is_the_second_ones()
    {
        var reports = Pack.Code("Tháng 8/2019, Mỹ đã rút khỏi INF và tháng 11/2020 rời khỏi Hiệp ước Bầu trời Mở.").Reports;
        Assert.Equal(["inf 2019-08", "open-skies 2020-11"], reports.Where(report => report.Act == "withdraw").Select(report => $"{report.Agreement} {report.Date}").Order());
    }
}
