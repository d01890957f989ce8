// Acts told in passing: beside another act, as its reason, of a text that was signed with somebody, by those whom a list or an aside names.
using Xunit;

namespace Servanda.Tests;

public class ToldInPassingTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    // Brackets behind a name end no list; "với" makes two of one at the head of a clause and behind "giữa".
    [InlineData("Cho đến nay mới có Burundi (năm 2017) và Philippines (năm 2019) rời ICC.", "withdraw", "BDI,PHL", "ICC")]
    [InlineData("Tokyo với Manila nhất trí gia hạn hiệp định tiếp cận tương hỗ thêm hai năm.", "agree", "JPN,PHL", "")]
    [InlineData("Hiệp định ký năm 1972 giữa Malta với Anh về thuê căn cứ hết hạn hôm qua.", "sign", "GBR,MLT", "")]
    [InlineData("Trong chuyến thăm Riyadh, Thủ tướng Pakistan đã cùng Thái tử Saudi Arabia ký thỏa thuận phòng thủ tương hỗ.", "sign", "PAK,SAU", "")]
    [InlineData("Ông Putin và ông Tập Cận Bình hội đàm tại Điện Kremlin.", "meet", "CHN,RUS", "")]
    [InlineData("Uzbekistan, Kyrgyzstan hôm qua cùng ký hiệp định phân giới.", "sign", "KGZ,UZB", "")]
    // Whose a text or the talks are says who mends them or takes them up.
    [InlineData("Hai bên đã điều chỉnh thỏa thuận hàng hải Iraq - Kuwait.", "amend", "IRQ,KWT", "")]
    [InlineData("Đàm phán thương mại giữa Ấn Độ và Canada đã được khởi động lại.", "resume", "CAN,IND", "")]
    [InlineData("Georgia và Trung Quốc ký hiệp định thương mại tự do năm 2017, có hiệu lực từ tháng 1/2018.", "enter-into-force", "CHN,GEO", "")]
    [InlineData("Các ngoại trưởng ASEAN họp tại Luang Prabang.", "convene", "ASEAN", "")]
    // Who was named before the comma begins what is told.
    [InlineData("Trong cuộc đối thoại cấp cao giữa các quan chức Mỹ - Trung, Washington yêu cầu Bắc Kinh tăng sức ép lên Bình Nhưỡng.", "demand", "USA", "CHN")]
    // A number that belongs to words for a source is still a number before its holder of office.
    [InlineData("Hôm qua, một quan chức cấp cao Iran đã lên tiếng phủ nhận tin này.", "deny", "IRN", "")]
    [InlineData("Bảy nước thuộc Tổ chức Hiệp ước An ninh Tập thể (CSTO) nhất trí lập lực lượng chung.", "agree", "CSTO", "")]
    // What one may join nobody makes one join; of which body an application is.
    [InlineData("Moldova mong được gia nhập EU trước năm 2030.", "accede", "MDA", "EU")]
    [InlineData("Stockholm nộp đơn gia nhập NATO từ tháng 5/2022.", "propose", "SWE", "NATO")]
    [InlineData("Ông Biden đảo ngược quyết định rút khỏi WHO.", "revoke-notice", "USA", "WHO")]
    // With whom a text was signed stands behind the passive, whose affair it is before it.
    [InlineData("Nga tuyên bố ngừng thực hiện thỏa thuận về an toàn bay đã được ký kết với Mỹ năm 2015.", "sign", "RUS,USA", "")]
    [InlineData("Serbia và Kosovo nhất trí cách thức thực hiện thỏa thuận, tuy Tổng thống Serbia không đặt bút ký.", "sign", "SRB", "")]
    // Why one punishes is laid at the door of the punished; whose resolution it is breaks none.
    [InlineData("EU gia hạn lệnh trừng phạt Nga vì nước này không thực thi đầy đủ thỏa thuận Minsk.", "accuse-breach", "EU", "RUS")]
    [InlineData("EU trừng phạt Belarus vì đã vi phạm công ước về hàng không.", "accuse-breach", "EU", "BLR")]
    // What a speaker says has stopped is his own.
    [InlineData("Bộ trưởng Quốc phòng Pháp cho biết hợp tác quân sự với Gabon đã tạm ngưng.", "suspend", "FRA", "GAB")]
    [InlineData("Hạ viện Pháp phê chuẩn nghị định thư gia nhập NATO của Phần Lan. Hungary đã làm việc này trước đó ba hôm.", "ratify", "HUN", "")]
    public void What_is_told_in_passing_is_read(string story, string act, string source, string target)
    {
        var reports = Pack.Code(story).Reports;
        Assert.Contains(reports, report => report.Act == act && string.Join(',', report.Source) == source && (target.Length == 0 || string.Join(',', report.Target) == target));
    }

    [Theory]
    [InlineData("Một Scotland độc lập sẽ không được tham gia EU, Thủ tướng Anh nói.", "accede")]
    [InlineData("Hàn Quốc nói vụ phóng tên lửa vi phạm các nghị quyết của Hội đồng Bảo an Liên Hợp Quốc.", "UN")]
    [InlineData("Quốc hội Peru họp tại Lima hôm qua.", "convene")]
    [InlineData("Mỹ là then chốt để đạt được thỏa thuận.", "agree")]
    public void What_nobody_did_is_no_act(string story, string unread) =>
        Assert.DoesNotContain(Pack.Code(story).Reports, report => report.Act == unread || report.Target.Contains(unread));
}
