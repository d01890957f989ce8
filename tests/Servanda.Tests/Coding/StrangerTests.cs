// Who acts without being an actor of ours, and whom a request is made to: nobody named before is taken for them.
using Xunit;

namespace Servanda.Tests;

public class StrangerTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Thủ tướng Áo đang thăm Séc. Tuy nhiên, Voestalpine bác bỏ cáo buộc của Séc.")]
    [InlineData("Tổng thống Peru tới Chile. Trong khi đó, các công ty phản đối lệnh trừng phạt của Chile.")]
    [InlineData("Thủ tướng Ghana tới Togo. Các nghiệp đoàn vận tải ở Lomé kịch liệt lên án.")]
    [InlineData("Thủ tướng Ghana tới Togo. Tổ chức Theo dõi Nhân quyền kêu gọi thả các tù nhân.")]
    [InlineData("Thủ tướng Ghana tới Togo. Nhóm cố vấn bèn khuyên ông lùi bước.")]
    [InlineData("Thủ tướng Ghana nói với Togo rằng lãnh đạo đối lập đã kêu gọi quân đội Togo kiềm chế.")]
    // Who has left office, or never spoke for a government, wherever he is from.
    [InlineData("Thủ tướng Ghana tới Togo. Cựu Tổng thống Mỹ Donald Trump lên án Togo.")]
    [InlineData("Thủ tướng Ghana tới Togo. Một cựu quan chức Lầu Năm Góc chỉ trích Togo.")]
    [InlineData("Thủ tướng Ghana tới Togo. Nhà phân tích quân sự Nga Ivan Petrov chỉ trích Togo.")]
    // A member of parliament without a state named is not the state that was spoken of last, whatever his party or home.
    [InlineData("Thủ tướng Ghana tới Togo. Thượng nghị sĩ Mark Harlan chỉ trích Togo.")]
    [InlineData("Thủ tướng Ghana tới Togo. Nghị sỹ Dân chủ Mark Harlan lên án Togo.")]
    [InlineData("Thủ tướng Ghana tới Togo. Hạ nghị sĩ bang Utah Jeff Harlan chỉ trích Togo.")]
    // A sentence that begins with a noun is not about who was spoken of last.
    [InlineData("Thủ tướng Ghana đã tới Togo. Nhiều tờ báo cũng như tín đồ các nơi lên án Togo.")]
    public void What_a_stranger_does_nobody_named_before_has_done(string sentence) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act is "deny" or "reject" or "criticize" or "appeal");

    [Fact]
    public void What_a_paper_of_a_state_says_is_not_the_word_of_who_was_spoken_of_last() =>
        Assert.DoesNotContain(Pack.Code("Ghana trừng phạt Togo. Tờ báo Maroc nói rằng Mali chính là nước đứng sau động thái này của Ghana.").Reports, report => report.Act == "accuse" && report.Source.Contains("GHA"));

    [Fact]
    public void A_drill_of_others_that_one_hears_of_is_not_ones_own() =>
        Assert.DoesNotContain(Pack.Code("Hạm đội của Nga đã biết về cuộc tập trận chung của Anh và Na Uy.").Reports, report => report.Act == "deploy" && report.Source.Contains("RUS"));

    [Fact]
    public void Of_whom_one_speaks_as_him_is_not_oneself() =>
        Assert.DoesNotContain(Pack.Code("Ghana và Togo tranh cãi. Ghana cáo buộc Togo do thám. \"Ông ấy kiên quyết phủ nhận cáo buộc\", Tổng thống Ghana cho biết.").Reports, report => report.Act == "deny" && report.Source.Contains("GHA"));

    [Theory]
    [InlineData("Thủ tướng Estonia kêu gọi các nước gây sức ép với Belarus.")]
    [InlineData("Tổng thống Litva thúc giục cộng đồng quốc tế cứng rắn với Belarus.")]
    public void A_request_to_the_world_is_made_to_nobody_in_particular(string sentence) =>
        Assert.All(Pack.Code(sentence).Reports, report => Assert.DoesNotContain("BLR", report.Target));

    [Theory]
    [InlineData("Mỹ không kích các mục tiêu IS tại Syria.")]
    [InlineData("Quân đội Iraq tấn công các tay súng IS ở gần biên giới với Syria.")]
    public void An_assault_on_an_armed_group_is_none_on_the_state_where_it_stands(string sentence) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == "attack");

    [Fact]
    public void An_ocean_is_no_state() =>
        Assert.All(Pack.Code("Mỹ triển khai tàu sân bay tới Ấn Độ Dương, Trung Quốc lên án.").Reports, report => Assert.DoesNotContain("IND", report.Target));

    [Fact]
    public void Of_those_who_are_asked_the_whole_name_counts() =>
        Assert.Contains(Pack.Code("Tổng thống Litva kêu gọi các nước phương Tây cứng rắn với Belarus.").Reports, report => report is { Act: "appeal", Target: ["WST"] });

    [Theory]
    [InlineData("Bộ trưởng Quốc phòng Armenia ra lệnh cho binh sĩ nổ súng nếu quân Azerbaijan tới gần.")]
    [InlineData("Thủ tướng Bỉ kêu gọi quốc hội nước này ủng hộ việc tăng đóng góp cho NATO.")]
    [InlineData("Đại sứ Bỉ tại Hàn Quốc nói: \"Tôi hy vọng chúng tôi sẽ tìm được họ\".")]
    public void What_one_asks_of_ones_own_is_no_demand_on_another(string sentence) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act is "demand" or "appeal");

    [Theory]
    [InlineData("Giới chức Canada cho rằng việc tăng cường lực lượng quân sự của Belarus là đáng lo ngại.", "deploy", "BLR")]
    [InlineData("Canada đang cân nhắc yêu cầu từ Ukraine về việc gửi thêm vũ khí.", "demand", "UKR")]
    public void A_deed_told_as_a_noun_is_its_owners(string sentence, string act, string doer)
    {
        var reports = Pack.Code(sentence).Reports;
        Assert.All(reports.Where(report => report.Act == act), report => Assert.Equal([doer], report.Source));
    }

    [Fact]
    public void This_country_is_whom_the_sentence_opens_with() =>
        Assert.All(Pack.Code("Mỹ trừng phạt Belarus. Về phía Litva, nước này khẳng định sẽ triển khai quân tới biên giới.").Reports.Where(report => report.Act == "deploy"), report => Assert.Equal(["LTU"], report.Source));

    [Theory]
    [InlineData("Từ chối bình luận")]
    [InlineData("từ chối đưa ra bình luận")]
    [InlineData("khước từ trả lời báo giới")]
    public void To_decline_to_comment_refuses_nobody(string words) =>
        Assert.DoesNotContain(Pack.Code($"Bộ trưởng Nhật Bản {words} về cuộc điều tra của cảnh sát Trung Quốc.").Reports, report => report.Act == "reject");

    [Theory]
    [InlineData("Tên lửa của Iran có khả năng tấn công Israel.", "attack")]
    [InlineData("Ấn Độ đang nâng năng lực phóng tên lửa, Pakistan nhận định.", "test-weapon")]
    [InlineData("Pakistan phản đối áp lệnh trừng phạt với Iran.", "sanction")]
    [InlineData("Ai Cập gửi Qatar 13 điều kiện, trong đó có hạ cấp quan hệ với Iran và đóng cửa căn cứ quân sự của Thổ Nhĩ Kỳ.", "sever-relations")]
    [InlineData("Không rõ liệu Pakistan có ủng hộ đề xuất của Ấn Độ hay không.", "support")]
    public void What_one_can_opposes_asks_for_or_leaves_open_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Fact]
    public void Two_who_agree_are_named_whatever_lies_between_two_others() =>
        Assert.Contains(Pack.Code("Serbia và Croatia đã thống nhất một thỏa thuận về biên giới giữa Bosnia và Montenegro.").Reports, report => report is { Act: "agree", Source: ["HRV", "SRB"] });

    [Fact]
    public void What_a_navy_of_a_state_does_the_state_does() =>
        Assert.Contains(Pack.Code("Triều Tiên phóng tên lửa. Một số tàu chiến của lực lượng Phòng vệ Biển Nhật Bản đã tập trận trên biển.").Reports, report => report is { Act: "deploy", Source: ["JPN"] });
}
