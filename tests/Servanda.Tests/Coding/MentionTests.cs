// Deeds that a sentence mentions and does not tell: kept from happening, asked about, judged without their doer, or told as a rule.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class MentionTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static IEnumerable<Report> Of(string sentence, string act) => Pack.Code(sentence).Reports.Where(report => report.Act == act);

    [Theory]
    // Kept from happening.
    [InlineData("Đức không cho đại sứ Iran quay lại Hiệp định Paris.", "resume")]
    [InlineData("Hungary ngăn EU áp đặt lệnh trừng phạt Nga.", "sanction")]
    // Left open.
    [InlineData("Mỹ chưa trả lời về việc có cung cấp vũ khí cho Đài Loan hay không.", "aid")]
    // A rule, and a time.
    [InlineData("Hiệp định GSOMIA giữa Nhật Bản và Hàn Quốc tự động gia hạn mỗi năm.", "extend")]
    [InlineData("Nga phá vỡ cân bằng lợi ích đạt được khi ký kết Hiệp ước Bầu trời Mở.", "sign")]
    // Taken away, and not brought.
    [InlineData("Trung Quốc đã đưa khỏi bờ hồ hơn 150 xe tăng cùng 5.000 binh sĩ.", "deploy")]
    // A price, and somebody else's deed that is judged.
    [InlineData("Iran chấp nhận hạn chế chương trình hạt nhân để đổi lấy việc gỡ bỏ trừng phạt.", "lift-sanction")]
    [InlineData("Pháp và Đức lên án việc tháo camera giám sát của IAEA.", "suspend")]
    // An effort that something is done to.
    [InlineData("Người đứng đầu IAEA nói bước đi của Iran là đòn giáng vào nỗ lực hồi sinh thỏa thuận hạt nhân JCPOA.", "resume")]
    // A search at sea, a ship that is commissioned, a law at home, a wish for others, what a weapon can do, what an expert foresees.
    [InlineData("Indonesia điều 5 tàu chiến tới ngoài khơi Bali để tìm kiếm tàu ngầm mất tích.", "deploy")]
    [InlineData("Trung Quốc đưa tàu sân bay Sơn Đông vào biên chế.", "deploy")]
    [InlineData("Luật này yêu cầu các bang của Úc xem lại mọi thỏa thuận với Trung Quốc.", "demand")]
    [InlineData("Praha mong muốn các đồng minh NATO và EU sẽ trục xuất quan chức tình báo Nga.", "expel")]
    [InlineData("\"Trung Quốc chắc chắn sẽ đáp trả Úc thích đáng\", một chuyên gia ở Thượng Hải nhận định.", "threaten")]
    public void What_is_only_mentioned_is_not_told(string sentence, string act) => Assert.Empty(Of(sentence, act));

    [Theory]
    [InlineData("Đại sứ Iran nói Tehran quay lại Thỏa thuận hạt nhân JCPOA.", "resume")]
    [InlineData("EU áp đặt lệnh trừng phạt Nga.", "sanction")]
    [InlineData("Mỹ cung cấp vũ khí cho Đài Loan.", "aid")]
    [InlineData("Nhật Bản và Hàn Quốc gia hạn hiệp định GSOMIA.", "extend")]
    [InlineData("Anh và Na Uy tiến hành đàm phán thường niên về hạn ngạch cá.", "negotiate")]
    [InlineData("Pháp lên án việc Iran tháo camera giám sát của IAEA.", "suspend")]
    public void The_same_deed_told_is_read(string sentence, string act) => Assert.NotEmpty(Of(sentence, act));

    [Theory]
    [InlineData("Việc trục xuất 5 nhà ngoại giao Nga được Bộ Ngoại giao Ba Lan thông báo tối qua.", "expel", "POL")]
    [InlineData("Kế hoạch đóng cửa lãnh sự quán Nga ở Gdansk được Ba Lan công bố hôm 29/10.", "close-mission", "POL")]
    [InlineData("Lệnh trừng phạt 20 quan chức Gruzia được Washington ban hành hôm 29/10.", "sanction", "USA")]
    public void A_decision_that_opens_the_sentence_is_its_issuers(string sentence, string act, string source) => Assert.Equal([source], Assert.Single(Of(sentence, act)).Source);

    [Fact]
    public void Who_welcomes_a_decision_has_not_made_it() => Assert.DoesNotContain(Of("Việc trục xuất nhà ngoại giao Nga được Pháp hoan nghênh.", "expel"), report => report.Source.Contains("FRA"));
}
