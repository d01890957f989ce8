// Forces, judgements and requests: what is an act between states, and what only sounds like one.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class ForcesTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Tàu ngầm của Peru mất tích khi đang diễn tập phóng ngư lôi ngoài khơi Callao.")]
    [InlineData("Máy bay của Chile gặp nạn khi tham gia cuộc tập trận hải quân.")]
    public void A_drill_in_which_a_boat_is_lost_is_no_matter_between_states(string sentence) => Assert.DoesNotContain(Acts(sentence), act => act == "deploy");

    [Theory]
    [InlineData("Tổng thống Peru tuyên bố sẽ tăng cường tiềm lực chiến đấu của quân đội.")]
    [InlineData("Ai Cập đưa tàu ngầm vào biên chế.")]
    [InlineData("Peru điều 20 xe tăng tham gia lễ duyệt binh.")]
    public void Strength_upkeep_and_parades_move_no_forces(string sentence) => Assert.DoesNotContain(Acts(sentence), act => act == "deploy");

    [Theory]
    [InlineData("Ba tiểu đoàn đã đến Estonia ngày 22/6.", "EST")]
    [InlineData("Tàu ngầm đã được đưa đến Na Uy.", "NOR")]
    public void Forces_that_go_somewhere_are_not_those_of_the_place(string sentence, string place) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == "deploy" && report.Source.Contains(place));

    [Fact]
    public void With_whom_one_drills_is_told()
    {
        var report = Assert.Single(Pack.Code("Nhật Bản thông báo sẽ tổ chức tập trận chung với Úc và Pháp.").Reports, one => one.Act == "deploy");
        Assert.Equal(["AUS", "FRA"], report.Target.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Không quân Mỹ không kích các vị trí của IS tại Syria.")]
    [InlineData("Pháp oanh kích các căn cứ của al-Qaeda ở Mali.")]
    public void A_strike_on_an_armed_group_is_none_on_the_state_where_it_is(string sentence) => Assert.DoesNotContain(Acts(sentence), act => act == "attack");

    [Theory]
    [InlineData("Máy bay ném bom của Mỹ hạ cánh tại căn cứ ở Nhật Bản.", "attack")]
    [InlineData("Các cháu thiếu nhi Peru hát tặng Bác.", "reject")]
    [InlineData("Đáp trả lại, Nga trục xuất hai nhà ngoại giao Ukraine.", "reject")]
    [InlineData("Việc cắt giảm sẽ đe dọa nguồn cung của Trung Quốc, Triều Tiên cho biết.", "threaten")]
    [InlineData("Ấn Độ coi sức mạnh răn đe là lá chắn trước Pakistan.", "threaten")]
    [InlineData("Việt Nam là nhà cung cấp tôm lớn nhất cho Nhật Bản.", "aid")]
    [InlineData("Thỏa thuận cho phép Anh và EU duy trì thương mại.", "agree")]
    [InlineData("Nga nói về cái mà họ gọi là mối đe dọa từ Ba Lan.", "criticize")]
    public void Names_labels_and_other_senses_are_no_acts(string sentence, string act) => Assert.DoesNotContain(Acts(sentence), one => one == act);

    [Theory]
    [InlineData("Bộ Ngoại giao Brazil đã đề nghị các cơ quan chức năng của Peru xác minh thông tin.", "demand")]
    [InlineData("Brazil đề nghị Peru và Chile cùng duy trì hành lang vận tải.", "propose")]
    [InlineData("Brazil đề nghị Peru nối lại đàm phán.", "propose")]
    public void Asking_another_to_do_his_part_is_a_demand_and_to_do_it_together_a_proposal(string sentence, string act) => Assert.Contains(act, Acts(sentence));

    [Theory]
    [InlineData("Tổng thống Brazil cho rằng phải cắt nguồn vốn kích động thù hận. Peru chưa bình luận.", false)]
    [InlineData("Peru trục xuất đại sứ Brazil. Ngoại trưởng Brazil coi đây là bước đi không thể chấp nhận.", true)]
    public void A_judgement_is_aimed_at_somebody_named_or_pointed_at(string text, bool isRead) =>
        Assert.Equal(isRead, Pack.Code(text).Reports.Any(report => report.Act is "criticize" or "accuse" && report.Source is ["BRA"]));

    [Fact]
    public void Whose_home_and_who_is_armed_is_known_of_organisations()
    {
        Assert.DoesNotContain(Acts("EU ủng hộ các nước châu Âu tăng chi tiêu."), act => act == "support");
        Assert.DoesNotContain(Acts("EU phóng thử một tên lửa đạn đạo."), act => act == "test-weapon");
        Assert.Contains("test-weapon", Acts("NATO phóng thử một tên lửa đạn đạo."));
    }

    [Theory]
    [InlineData("Chính phủ Iraq cho biết IS đã chiếm thành phố của Iran.", "attack", "IRQ")]
    [InlineData("SDF đã chiếm được nửa phía tây thành phố Aleppo của Syria.", "attack", "JPN")]
    [InlineData("Ai Cập cho hay thị trấn của Jordan đã bị IS tấn công.", "attack", "EGY")]
    public void What_armed_groups_do_nobody_named_before_them_has_done(string sentence, string act, string who) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act && report.Source.Contains(who));

    [Theory]
    [InlineData("Lính dù Peru tập phá hủy tên lửa Chile bằng lựu đạn.", "attack")]
    [InlineData("Peru tiến hành các cuộc tấn công mạng vào Chile.", "attack")]
    [InlineData("Vốn của Hà Lan đứng đầu các nước đầu tư vào Peru, chiếm 35% tổng vốn vào vùng này.", "attack")]
    [InlineData("Tên lửa của Iran rơi xuống vùng đặc quyền kinh tế của Oman.", "attack")]
    [InlineData("Chuyên cơ của Tổng thống Brazil bay qua không phận Peru.", "coerce")]
    [InlineData("Chuyên cơ của Brazil đã bay trên biển Baltic.", "deploy")]
    [InlineData("Anh sẽ chuyển vị trí các máy bay bố trí ở Jordan.", "aid")]
    [InlineData("Tàu tuần dương của Peru có trang bị tên lửa, hoạt động ở Chile.", "aid")]
    [InlineData("Pháp dự lễ kỷ niệm 30 năm ngày Anh trao trả quần đảo cho Peru.", "pull-back")]
    [InlineData("Triều Tiên không ngừng phóng tên lửa.", "pull-back")]
    [InlineData("Trong cuộc điều trần, tướng Mỹ nói về binh sĩ ở châu Phi.", "deploy")]
    [InlineData("Brazil trao bản danh sách yêu cầu cho Peru.", "aid")]
    [InlineData("Đức sẽ di chuyển các máy bay từ Jordan sang Peru.", "aid")]
    [InlineData("Chile không kích vị trí đặt pháo của Peru.", "deploy")]
    [InlineData("Số liệu này đưa quân đội Peru vào danh sách mạnh nhất.", "deploy")]
    [InlineData("Mỹ chi hàng tỷ USD cho hệ thống đánh chặn và phá hủy ICBM.", "pull-back")]
    [InlineData("Việt Nam và Peru cần tập trung tháo gỡ rào cản, thúc đẩy hợp tác.", "lift-sanction")]
    [InlineData("Tần suất thử tên lửa của Iran đang tăng.", "test-weapon")]
    [InlineData("Ngành chế tạo tên lửa của Peru phát triển mạnh.", "test-weapon")]
    public void Drills_shares_flights_and_anniversaries_are_no_deeds_of_force(string sentence, string act) => Assert.DoesNotContain(act, Acts(sentence));

    [Theory]
    [InlineData("Oman cho biết kết quả thử tên lửa của Iran chưa rõ.", "test-weapon", "OMN")]
    [InlineData("Jordan tổ chức tập trận để đáp trả loạt bắn tên lửa đạn đạo của Iran.", "test-weapon", "JOR")]
    [InlineData("Oman tiếp tục viện trợ, bất chấp vụ phóng thử tên lửa.", "test-weapon", "OMN")]
    [InlineData("Bộ Quốc phòng Nga nhấn mạnh rằng việc bắn hạ máy bay Syria là vi phạm chủ quyền.", "attack", "RUS")]
    [InlineData("Tổng thống Serbia cho rằng việc áp đặt lệnh trừng phạt lên Belarus sẽ không giải quyết được gì.", "sanction", "SRB")]
    [InlineData("Trung Quốc phản đối kế hoạch bán vũ khí cho Đài Loan.", "aid", "CHN")]
    [InlineData("Trung Quốc cho rằng việc triển khai THAAD sẽ gây bất ổn.", "deploy", "CHN")]
    public void Who_speaks_of_a_deed_told_as_a_noun_has_not_done_it(string sentence, string act, string who) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act && report.Source.Contains(who));

    [Theory]
    [InlineData("Bốn nước Anh, Pháp, Đức và Ý đang lên kế hoạch áp đặt các lệnh trừng phạt đối với Belarus.", "sanction", ReportStatus.Intended)]
    [InlineData("Qatar nói cáo buộc của Bahrain là vô căn cứ.", "deny", ReportStatus.Occurred)]
    public void What_is_planned_is_not_told_as_done_and_what_is_denied_is_said(string sentence, string act, ReportStatus status) =>
        Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act && report.Status == status);

    private static List<string> Acts(string text) => [.. Pack.Code(text).Reports.Select(report => report.Act)];
}
