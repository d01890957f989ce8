// Words of demand, threat, favour and blame that a sentence has only as things: nobody named in it says them.
using Xunit;

namespace Servanda.Tests;

public class WordsSpokenOfTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    [InlineData("Malaysia cắt quan hệ với Peru với lý do Lima ủng hộ Chile.", "support")]
    [InlineData("Kenya đóng cửa biên giới với cáo buộc Somalia ủng hộ Ethiopia.", "support")]
    [InlineData("Pháp và một số nước khác từ chối ủng hộ Armenia.", "support")]
    [InlineData("Người phát ngôn Liên Hợp Quốc cho rằng yêu cầu Oman đóng cửa kênh truyền hình là một sai lầm.", "demand")]
    [InlineData("Ngoại trưởng Oman khẳng định danh sách yêu cầu mà Iraq gửi tới Muscat là phi thực tế.", "demand")]
    [InlineData("Phái đoàn Oman chưa đưa ra bình luận nào trước yêu cầu trên của Iraq.", "demand")]
    [InlineData("Thủ tướng Ý nhấn mạnh quan hệ hợp tác với Libya ngày càng đi vào chiều sâu, đòi hỏi nỗ lực từ cả hai nước thực hiện các thỏa thuận.", "demand")]
    [InlineData("Na Uy và Chile nhất trí giải quyết tranh chấp bằng biện pháp hòa bình, không sử dụng vũ lực hoặc đe dọa sử dụng vũ lực.", "threaten")]
    [InlineData("Na Uy cho rằng đe dọa từ Nga đang lớn dần.", "threaten")]
    [InlineData("Tổng thống Phần Lan nói Litva nên có hành động cứng rắn đối với Belarus.", "threaten")]
    [InlineData("Tổng thống Peru nói không biết Chile đã điều tàu tới.", "reject")]
    [InlineData("Canada khởi xướng điều tra chống bán phá giá thép nhập khẩu từ Ấn Độ.", "propose")]
    [InlineData("Nhờ sự giúp đỡ của Ấn Độ, Nepal đã xây xong con đường.", "appeal")]
    [InlineData("Na Uy hủy đơn hàng mua xe của Trung Quốc do quan ngại về chất lượng.", "criticize")]
    [InlineData("Quan chức Anh cho rằng Syria còn một cơ sở chứa vũ khí hóa học.", "accuse")]
    [InlineData("Thủ tướng Ý nói hai nước cần cảnh giác trước những âm mưu chia rẽ quan hệ với Libya.", "accuse")]
    [InlineData("Taliban tuyên bố đứng sau vụ tấn công vào căn cứ của Afghanistan.", "support")]
    [InlineData("Ngoài sự kiện tại Thủ đô Lima, Peru và Chile còn mở hội chợ ở Thành phố Arica, Tacna và Long An.", "accuse")]
    [InlineData("Bộ Công thương Séc chọn Việt Nam là thị trường xuất khẩu chiến lược.", "accuse")]
    [InlineData("Tổng thống Chile được cho là đã đồng ý với yêu cầu này, nhưng đặt điều kiện với Peru.", "deny")]
    [InlineData("Nga ngăn cản Liên Hợp Quốc lên án Belarus.", "criticize")]
    [InlineData("Ấn Độ hy vọng ký hợp đồng mua tiêm kích của Pháp trong năm nay.", "appeal")]
    [InlineData("Đan Mạch nói Litva đã phải từ bỏ chương trình tên lửa.", "demand")]
    [InlineData("Bộ trưởng Ý lại nói không thống nhất về các ưu tiên ở Libya.", "reject")]
    [InlineData("Quân đội Israel cho biết một tên lửa đã được bắn từ Gaza nên họ buộc phải đáp trả.", "threaten")]
    [InlineData("Đức và Pháp đề nghị hỗ trợ Indonesia tìm tàu ngầm.", "appeal")]
    [InlineData("Nhóm vũ trang được Mỹ hậu thuẫn đã tiến vào thành phố Raqqa của Syria.", "support")]
    public void A_word_that_is_only_spoken_of_is_not_said(string sentence, string act) => Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Malaysia tuyên bố ủng hộ Chile.", "support")]
    [InlineData("Ngoại trưởng Oman yêu cầu Iraq xin lỗi.", "demand")]
    [InlineData("Pakistan đe dọa sử dụng vũ lực với Ấn Độ.", "threaten")]
    [InlineData("Canada khởi xướng đối thoại với Ấn Độ.", "propose")]
    [InlineData("Na Uy quan ngại về hành động của Nga.", "criticize")]
    [InlineData("Việt Nam đề nghị Lào hỗ trợ ngư dân.", "appeal")]
    [InlineData("Ấn Độ hy vọng Nepal sẽ nối lại đàm phán.", "appeal")]
    [InlineData("Anh nói Syria lợi dụng lệnh ngừng bắn.", "accuse")]
    public void The_same_word_said_by_a_state_is_told(string sentence, string act) => Assert.Contains(Pack.Code(sentence).Reports, report => report.Act == act);

    [Theory]
    [InlineData("Danh sách yêu cầu gồm Peru cắt đứt quan hệ với Bolivia và rút quân khỏi biên giới.")]
    [InlineData("Chile đưa ra bản yêu sách 13 điểm, trong đó Peru rút quân khỏi biên giới với Bolivia.")]
    public void What_a_list_of_demands_holds_is_not_done(string sentence) =>
        Assert.DoesNotContain(Pack.Code(sentence).Reports, report => report.Act is "sever-relations" or "pull-back");

    [Fact]
    public void Two_words_of_blame_that_share_their_object_are_one() =>
        Assert.Equal(["RUS"], Assert.Single(Pack.Code("Quyết định này được đưa ra sau khi Ba Lan chỉ trích và bày tỏ quan ngại việc Nga tăng quân gần biên giới Ukraine.").Reports, report => report.Act == "criticize").Target);
}
