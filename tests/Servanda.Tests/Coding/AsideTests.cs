// What a story only has in its background: nobody named in it has done or said it.
using Xunit;

namespace Servanda.Tests;

public class AsideTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Tổng thống Phần Lan cảnh báo Belarus vẫn đang tập trung quân ở biên giới.")]
    [InlineData("Bộ Quốc phòng Úc cảnh báo Indonesia có thể đóng eo biển trong sáu năm tới.")]
    [InlineData("Ngoại trưởng Bỉ cảnh báo Litva về nguy cơ xung đột lan rộng.")]
    public void Who_warns_of_what_another_may_do_threatens_nobody(string sentence) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == "threaten");

    [Theory]
    [InlineData("Tổng thống Belarus cảnh báo Phần Lan sẽ phải trả giá đắt.")]
    [InlineData("Iran cảnh báo Israel đừng đùa với lửa.")]
    public void A_warning_that_names_what_follows_is_a_threat(string sentence) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == "threaten");

    [Theory]
    [InlineData("Các nhà lãnh đạo Maroc cho rằng một cuộc tấn công nhắm vào Algeria có thể xảy ra.", "attack")]
    [InlineData("Các lực lượng tại Libya do Thổ Nhĩ Kỳ ủng hộ đã tiến sâu vào thành phố Sirte của Libya.", "attack")]
    [InlineData("Quân đội Syria Tự do rút lui khỏi thị trấn al-Bab.", "pull-back")]
    [InlineData("Israel tấn công tổ hợp phóng tên lửa của Syria.", "test-weapon")]
    [InlineData("Máy bay của Chile được trang bị ống phóng tên lửa.", "test-weapon")]
    [InlineData("Thủ tướng Israel sẽ đề cập tới việc trừng phạt Iran.", "sanction")]
    [InlineData("Thủ tướng Nhật Bản khẳng định việc ký kết một hiệp ước hòa bình với Nga là điều không hề dễ dàng.", "sign")]
    [InlineData("Người phát ngôn Peru kêu gọi \"tất cả các nước, gồm cả Brazil, áp đặt lệnh trừng phạt Venezuela\".", "sanction")]
    [InlineData("Úc chi 580 triệu USD để nâng cấp bốn căn cứ và mở rộng hoạt động tập trận với Nhật Bản.", "deploy")]
    [InlineData("Iran tuyên bố có thể phá hủy bất cứ mục tiêu nào của Israel.", "attack")]
    public void A_deed_that_is_only_spoken_of_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Áo kêu gọi trừng phạt Belarus mạnh mẽ hơn nữa.", "sanction")]
    [InlineData("Phần Lan kêu gọi Nga dừng cản trở tàu thuyền, cũng như chấm dứt việc tăng cường lực lượng quân sự.", "deploy")]
    [InlineData("Đây là phản ứng của Qatar trước yêu cầu từ các nước vùng Vịnh đã cắt đứt quan hệ ngoại giao với Qatar.", "sever-relations")]
    public void What_is_asked_for_or_suffered_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Chile lo ngại Bolivia sẽ phóng tên lửa vào Peru.", "attack")]
    [InlineData("Giới chức Úc lo ngại Indonesia sẽ viện trợ vũ khí cho Fiji.", "aid")]
    [InlineData("Peru không phản đối việc Chile viện trợ vũ khí cho Bolivia.", "aid")]
    [InlineData("Tàu khu trục của Chile có thể bắn tên lửa hành trình vào Bolivia.", "attack")]
    [InlineData("Tàu ngầm của Chile gặp nạn khi đang diễn tập phóng ngư lôi ngoài khơi.", "deploy")]
    [InlineData("Tổng thống Chile triệu tập cuộc họp khẩn cấp với Hội đồng An ninh Quốc gia sau khi Bolivia bắn tên lửa.", "convene")]
    [InlineData("Quân đội Chile giải cứu con tin người Peru trong một cuộc diễn tập.", "pull-back")]
    [InlineData("Chile xác định mục tiêu trở thành quốc gia làm giàu từ biển.", "test-weapon")]
    [InlineData("Bộ Quốc phòng Chile cho biết đã bắn rụng hai tên lửa của Bolivia.", "test-weapon")]
    public void What_is_feared_let_pass_possible_for_machines_or_an_accident_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Theo các nhà phân tích, Chile sẽ triển khai tên lửa tại biên giới với Peru.", "deploy")]
    [InlineData("Tổng thống Chile thề sẽ ngăn chặn khả năng Bolivia sử dụng tên lửa hạt nhân tấn công Peru.", "attack")]
    [InlineData("Tổng thống Peru nói Chile cần dừng can thiệp vào công việc nội bộ Peru.", "coerce")]
    [InlineData("Điều đó không đồng nghĩa với việc Chile can thiệp bầu cử Peru.", "coerce")]
    [InlineData("Các nhà điều tra Chile đang gấp rút tìm tàu khu trục của Peru.", "pull-back")]
    public void What_is_foreseen_prevented_or_to_be_stopped_is_not_done(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Chile triển khai ba tàu khu trục ngoài khơi Peru.", "deploy")]
    [InlineData("Na Uy triệu tập hội nghị quốc tế về Sudan.", "convene")]
    [InlineData("Chile viện trợ vũ khí cho Bolivia, Peru lo ngại.", "aid")]
    public void Beside_those_words_what_is_done_is_told(string sentence, string act) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act);

    [Fact]
    public void A_verb_of_saying_behind_its_subject_is_no_noun() =>
        Assert.All(Pack.Code("Kremlin tuyên bố không đồng tình trước nhận định của Tổng thống Mỹ.").Reports.Where(report => report.Act == "criticize"), report => Assert.Equal(["RUS"], report.Source));

    [Fact]
    public void Experts_are_known_again_by_their_names() =>
        Assert.DoesNotContain(Pack.Code("Theo chuyên gia John Schilling, tên lửa rất tốt. Ông Schilling cho biết Triều Tiên sẽ không nhượng bộ Mỹ.").Reports, report => report.Act == "reject");

    [Theory]
    [InlineData("Tòa án Chile đã bác bỏ yêu cầu khôi phục sắc lệnh nhập cư.", "reject")]
    [InlineData("Một chuyên gia Áo cho rằng Peru sẽ không nhượng bộ Chile.", "reject")]
    [InlineData("Phó Tổng thống Brazil muốn gỡ bỏ trừng phạt Venezuela.", "demand")]
    [InlineData("Tổng thống Brazil đồng ý với đánh giá của Peru rằng lệnh cấm là vô ích.", "agree")]
    [InlineData("Chính quyền Chile không xem Bolivia là mối đe dọa.", "criticize")]
    [InlineData("Qatar bị tẩy chay vì ủng hộ tổ chức Anh em Hồi giáo.", "support")]
    [InlineData("Canada cáo buộc con gái nhà sáng lập Huawei lừa đảo một ngân hàng ở Iran.", "accuse")]
    [InlineData("Chile nhận được thông tin có thể đổ trách nhiệm lên Bolivia.", "accuse")]
    public void Opinions_wishes_and_charges_against_nobody_are_no_acts_of_states(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Fact]
    public void Whose_missile_was_fired_fired_it() =>
        Assert.All(Pack.Code("Một quan chức Úc cho biết tầm bắn của tên lửa Triều Tiên phóng hôm nay ngắn hơn trước.").Reports.Where(report => report.Act == "test-weapon"), report => Assert.Equal(["PRK"], report.Source));

    [Fact]
    public void Two_people_are_those_who_met_and_not_the_one_they_spoke_of() =>
        Assert.Contains(Pack.Code("Tổng thống Nga và Tổng thống Hàn Quốc đã điện đàm về Triều Tiên. Hai nhà lãnh đạo nhất trí tăng cường hợp tác.").Reports, report => report.Act == "agree" && report.Source.SequenceEqual(["KOR", "RUS"]));
}
