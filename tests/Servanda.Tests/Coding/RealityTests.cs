// How real the words around an act make it: done, under way, meant, conditional, alleged, or not done.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class RealityTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    // Done, and not done.
    [InlineData("Litva đã trục xuất 4 nhà ngoại giao Nga.", "expel", "occurred", "+")]
    [InlineData("Ai Cập vẫn chưa phê chuẩn CTBT.", "ratify", "occurred", "-")]
    [InlineData("Áo không trục xuất nhà ngoại giao Nga nào.", "expel", "occurred", "-")]
    [InlineData("Israel chưa từng ký NPT.", "sign", "occurred", "-")]
    // Ahead with the deed that it follows; a guess about the past; what is alleged by nobody.
    [InlineData("Chile sẽ đàm phán với Bolivia sau khi ngừng bắn với Peru.", "pull-back", "intended", "+")]
    [InlineData("Ngoại trưởng Chile sẽ gặp Ngoại trưởng Peru, mở đầu vòng đàm phán mới giữa hai nước.", "negotiate", "intended", "+")]
    [InlineData("Chile có thể đã tìm cách ám sát lãnh đạo Bolivia.", "attack", "alleged", "+")]
    [InlineData("Các cáo buộc về việc Nga can thiệp bầu cử Mỹ đang được điều tra.", "coerce", "alleged", "+")]
    // What will be an outrage is one now, and so is a refusal.
    [InlineData("Tổng thống Nga nói đó sẽ là một sai lầm rất lớn của Hàn Quốc.", "criticize", "occurred", "+")]
    // Under way.
    [InlineData("Thủ tướng Hungary, đang thăm Bắc Kinh, gọi lệnh trừng phạt là sai lầm.", "meet", "ongoing", "+")]
    [InlineData("Mỹ đang tập trận với Hàn Quốc ở Biển Nhật Bản.", "deploy", "ongoing", "+")]
    // To come: future, plan, decision on a deed that takes time, consent.
    [InlineData("Thụy Điển sẽ đóng cửa đại sứ quán ở Minsk.", "close-mission", "intended", "+")]
    [InlineData("Pháp hứa giao tên lửa phòng không cho Armenia.", "aid", "intended", "+")]
    [InlineData("Pháp đã giao tên lửa phòng không cho Armenia.", "aid", "occurred", "+")]
    [InlineData("Ba Lan định gửi thêm 500 quân tới Litva.", "deploy", "intended", "+")]
    [InlineData("Theo cáo buộc của Kiev, Belarus đã bắn tên lửa vào Ukraine.", "attack", "alleged", "+")]
    [InlineData("Có tin Ethiopia đã đưa quân vào Somalia.", "attack", "alleged", "+")]
    [InlineData("Một số nguồn tin nói Mỹ đã chuyển tên lửa cho Ukraine.", "aid", "alleged", "+")]
    [InlineData("Giới phân tích nói Mỹ đã chuyển tên lửa cho Ukraine.", "aid", "occurred", "+")]
    [InlineData("Hà Lan công bố kế hoạch đóng cửa lãnh sự quán Nga ở Amsterdam.", "close-mission", "intended", "+")]
    [InlineData("Phần Lan quyết định đóng cửa lãnh sự quán Nga ở Mariehamn.", "close-mission", "intended", "+")]
    [InlineData("Phần Lan quyết định trục xuất 9 nhà ngoại giao Nga.", "expel", "occurred", "+")]
    [InlineData("Ả Rập Xê Út và Qatar đồng ý nối lại quan hệ ngoại giao.", "restore-relations", "intended", "+")]
    [InlineData("Hòa ước mới sẽ giúp Armenia và Azerbaijan đàm phán về biên giới.", "negotiate", "intended", "+")]
    [InlineData("Nếu không có gì thay đổi, Mỹ sẽ đóng cửa lãnh sự quán ở Vladivostok.", "close-mission", "intended", "+")]
    [InlineData("Lẽ ra Mỹ đóng cửa đại sứ quán ở Kiev từ năm 2021.", "close-mission", "intended", "+")]
    [InlineData("Đức không có kế hoạch đóng cửa đại sứ quán ở Moscow.", "close-mission", "intended", "-")]
    [InlineData("Hàn Quốc xác nhận không có kế hoạch rút khỏi NPT.", "withdraw", "intended", "-")]
    [InlineData("Nga khẳng định không có ý định thử vũ khí hạt nhân.", "test-weapon", "intended", "-")]
    [InlineData("Ba Lan không cân nhắc đóng cửa đại sứ quán ở Minsk.", "close-mission", "intended", "-")]
    [InlineData("Chưa từng có hiệp ước nào bị Mỹ đơn phương hủy bỏ như INF.", "terminate", "occurred", "-")]
    [InlineData("Theo các nguồn tin, Mỹ sẽ trục xuất 20 nhà ngoại giao Nga.", "expel", "intended", "+")]
    [InlineData("Theo nguồn tin ngoại giao, Mỹ đã trục xuất 20 nhà ngoại giao Nga.", "expel", "alleged", "+")]
    // Depends on something.
    [InlineData("Hàn Quốc tính chấm dứt GSOMIA nếu Nhật Bản siết xuất khẩu.", "terminate", "conditional", "+")]
    [InlineData("Trung Quốc dọa đóng cửa lãnh sự quán Mỹ ở Thành Đô.", "close-mission", "conditional", "+")]
    [InlineData("Pháp có thể đóng cửa đại sứ quán ở Niamey.", "close-mission", "conditional", "+")]
    [InlineData("Nếu Anh trục xuất nhà ngoại giao, Nga sẽ đóng cửa lãnh sự quán Anh ở St. Petersburg.", "close-mission", "conditional", "+")]
    [InlineData("Ngay khi lệnh trừng phạt được dỡ bỏ, Iran sẽ quay lại tuân thủ thỏa thuận hạt nhân.", "resume", "conditional", "+")]
    [InlineData("Nga chỉ quay lại New START khi Mỹ ngừng viện trợ vũ khí cho Ukraine.", "resume", "conditional", "+")]
    [InlineData("Hiệp định sẽ có hiệu lực sau khi Quốc hội Việt Nam phê chuẩn EVFTA.", "enter-into-force", "conditional", "+")]
    [InlineData("EVFTA phải được các nghị viện thông qua mới có hiệu lực.", "enter-into-force", "conditional", "+")]
    [InlineData("Nga sẽ triển khai 2.000 binh sĩ ở Syria, và sẽ gia hạn New START nếu Mỹ đồng ý.", "deploy", "intended", "+")]
    // Meant together, denied together.
    [InlineData("EU chưa có kế hoạch áp trừng phạt mới hay trục xuất nhà ngoại giao Nga.", "expel", "intended", "-")]
    // Words that are announced, and what one side decides by agreeing.
    [InlineData("Mexico sẽ kiện Ecuador ra Tòa án Công lý Quốc tế.", "accuse", "intended", "+")]
    [InlineData("Hội đồng An ninh quốc gia Thái Lan nhất trí đình chỉ GSOMIA.", "suspend", "occurred", "+")]
    [InlineData("Hàn Quốc và Nhật Bản nhất trí đình chỉ GSOMIA.", "suspend", "intended", "+")]
    // One side's word against another.
    [InlineData("Tổng thư ký NATO cho biết Nga đã triển khai tên lửa ở Kaliningrad.", "deploy", "alleged", "+")]
    [InlineData("Mỹ không dỡ bỏ lệnh cấm vận với lý do Nga chưa rút quân khỏi Gruzia.", "pull-back", "alleged", "-")]
    [InlineData("Triều Tiên được cho là đã triển khai tên lửa gần biên giới Hàn Quốc.", "deploy", "alleged", "+")]
    // A negation in a verb of saying, one that affirms, one that denies a whole clause.
    [InlineData("Ấn Độ tuyên bố không ký CTBT.", "sign", "occurred", "-")]
    [InlineData("Mỹ cam kết không xâm lược Cuba.", "attack", "intended", "-")]
    [InlineData("Đây không phải lần đầu NATO trục xuất nhà ngoại giao Nga.", "expel", "occurred", "+")]
    [InlineData("Bắc Kinh không quên kêu gọi Mỹ kiềm chế.", "appeal", "occurred", "+")]
    [InlineData("Sẽ không có chuyện Nga trục xuất đại sứ Ba Lan.", "expel", "intended", "-")]
    // What is stopped or put off is not done.
    [InlineData("Mỹ thông báo dừng giải ngân 700 triệu USD viện trợ khẩn cấp cho Sudan.", "aid", "occurred", "-")]
    [InlineData("Thổ Nhĩ Kỳ thôi trục xuất 10 đại sứ Mỹ, Đức và Pháp.", "expel", "intended", "-")]
    [InlineData("Việc Thái Lan trao trả 18 quân nhân Campuchia bị gác lại vô thời hạn.", "pull-back", "intended", "-")]
    // "mới có thể" of what was done; a plan that is asked about; what somebody will be the first to do.
    [InlineData("Mãi tới ngày 4/11/2019, Mỹ mới có thể gửi thông báo rút khỏi Hiệp định Paris tới Liên Hợp Quốc.", "notify-withdrawal", "occurred", "+")]
    [InlineData("Liệu Thái Lan sẽ đóng cửa đại sứ quán ở Phnom Penh?", "close-mission", "conditional", "+")]
    [InlineData("Hai tổng thống nhất trí với đề xuất của Nga về New START.", "agree", "occurred", "+")]
    public void The_words_around_an_act_say_how_real_it_is(string sentence, string act, string status, string polarity)
    {
        var report = Assert.Single(Pack.Code(sentence).Reports, one => one.Act == act);
        Assert.Equal((status, polarity), (report.Status.ToString().ToLowerInvariant(), report.Polarity == Polarity.Affirmed ? "+" : "-"));
    }

    [Fact]
    public void Never_to_have_done_and_not_to_mean_to_are_two_reports() =>
        Assert.Equal([ReportStatus.Occurred, ReportStatus.Intended], Pack.Tell("2023-10-20", null, "Nga không có kế hoạch thử hạt nhân.", "Nga chưa từng thử hạt nhân kể từ năm 1990.")
            .Where(report => report is { Act: "test-weapon", Polarity: Polarity.Denied }).Select(report => report.Status).Order());

    [Fact]
    public void A_plan_whose_day_has_passed_was_done_and_a_plan_that_failed_was_not()
    {
        Assert.Equal(ReportStatus.Occurred, Pack.Tell("2022-06-15", null, "Mỹ sẽ đóng cửa lãnh sự quán ở Adana vào tháng 3/2020.").Single().Status);
        Assert.Equal(ReportStatus.Intended, Pack.Tell("2022-06-15", null, "Lẽ ra Mỹ đóng cửa lãnh sự quán ở Adana vào tháng 3/2020.").Single().Status);
    }
}
