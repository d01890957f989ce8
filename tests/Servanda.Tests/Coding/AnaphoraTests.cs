// Who is meant where a story does not name him again: by a common noun, by number, by office, as the other side.
using Xunit;

namespace Servanda.Tests;

public class AnaphoraTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    // A common noun means the organisation named last that it can mean.
    [InlineData("Tòa án Công lý quốc tế (ICJ) mở phiên điều trần về vụ Gambia kiện Myanmar.", "Tòa yêu cầu Myanmar bảo vệ người Rohingya.", "demand", "ICJ", "MMR")]
    [InlineData("ASEAN và Liên hợp quốc họp tại Jakarta về Myanmar.", "Khối lên án Myanmar.", "criticize", "ASEAN", "MMR")]
    [InlineData("Sau cuộc họp của các ngoại trưởng NATO, Tổng thư ký Jens Stoltenberg chỉ trích Nga.", "", "criticize", "NATO", "RUS")]
    [InlineData("Venezuela công kích OAS.", "Caracas thông báo rút khỏi tổ chức.", "announce-withdrawal", "VEN", "OAS")]
    // Numbers count those who were named together.
    [InlineData("Bahrain, Ai Cập và Qatar họp tại Cairo.", "Ba nước lên án Israel.", "criticize", "BHR,EGY,QAT", "ISR")]
    [InlineData("Giao tranh giữa Armenia và Azerbaijan bùng phát.", "Mỗi bên đều đổ lỗi cho bên kia.", "accuse", "ARM,AZE", "")]
    // The neighbour is the other one.
    [InlineData("Nepal phản đối Ấn Độ mở đường qua đèo Lipulekh.", "Kathmandu yêu cầu nước láng giềng rút quân.", "demand", "NPL", "IND")]
    // Whoever opens the reason for blame is blamed; who meets with blame is blamed; whom one meets one speaks to.
    [InlineData("Ireland bất bình vì Mỹ rút khỏi UNESCO.", "", "criticize", "IRL", "USA")]
    [InlineData("Động thái của Nga vấp phải sự phản đối từ Nhật Bản.", "", "criticize", "JPN", "RUS")]
    [InlineData("Thủ tướng Ấn Độ gặp Tổng thống Sri Lanka và cam kết viện trợ 400 triệu USD.", "", "aid", "IND", "LKA")]
    [InlineData("Ai Cập lên án Israel tấn công Rafah.", "Jordan cũng vậy.", "criticize", "JOR", "ISR")]
    // What two have between them is told of those whom the paragraph speaks of.
    [InlineData("Căng thẳng giữa Armenia và Azerbaijan bùng phát.", "Giao tranh nổ ra tại nhiều điểm.", "attack", "ARM,AZE", "")]
    [InlineData("Na Uy, Thụy Điển hoan nghênh thỏa thuận của Colombia.", "", "support", "NOR,SWE", "COL")]
    // Who says of themselves what they say.
    [InlineData("Mali cáo buộc Algeria can thiệp.", "Algeria đáp lại rằng họ lấy làm tiếc.", "criticize", "DZA", "MLI")]
    // Whom a sentence names on the way to its own clause is not who goes on as "ông"; whose letter it is may be.
    [InlineData("Trước khi rời Warsaw, Tổng thống Latvia gặp báo chí.", "Ông chỉ trích Belarus.", "criticize", "LVA", "BLR")]
    [InlineData("Trong bài viết của Đại sứ Na Uy, ông chỉ trích Iran.", "", "criticize", "NOR", "IRN")]
    // The host is never oneself; an office of "nước này" is read as the state would be where it stands.
    [InlineData("Sau khi đến Hà Nội, Thủ tướng Hà Lan hội đàm với Thủ tướng Việt Nam.", "Ông chỉ trích nước chủ nhà.", "criticize", "NLD", "VNM")]
    [InlineData("Nhật Bản thông qua gói viện trợ cho Bangladesh.", "Chính phủ quốc gia Nam Á này cảm ơn Tokyo.", "support", "BGD", "JPN")]
    [InlineData("Mexico triệu hồi đại sứ sau khi cảnh sát nước này bị Ecuador tấn công. Mexico lên án Ecuador.", "", "criticize", "MEX", "ECU")]
    // The capital of two states is that of whichever the story is about.
    [InlineData("Liên Xô đàm phán với Mỹ.", "Mát-xcơ-va chỉ trích Oa-sinh-tơn.", "criticize", "SUN", "USA")]
    // Transcribed names are read to their last syllable, so that those who follow "và" are joined; a surname alone binds nobody else.
    [InlineData("Tổng thống Chad I.Ba-lu-mi, Tổng thống Mali U.Ca-mi và Tổng thống Nga lên án Iran.", "", "criticize", "MLI,RUS,TCD", "IRN")]
    [InlineData("Hàn Quốc triệu đại sứ Nga. Nga vừa đón lãnh đạo Triều Tiên Kim Jong Un.", "Hàn Quốc cho biết Thứ trưởng Kim Hong-kyun đã yêu cầu Nga chấm dứt hợp tác.", "demand", "KOR", "RUS")]
    // A paper speaks on as long as nobody else is named; a government in a capital is that state's.
    [InlineData("Thông cáo của Bắc Kinh không nhắc tới cam kết này, chỉ kêu gọi Washington đối thoại.", "", "appeal", "CHN", "USA")]
    [InlineData("Kenya tố Somalia nã pháo.", "Chính phủ ở Mogadishu lên án Kenya.", "criticize", "SOM", "KEN")]
    [InlineData("UAE và Ai Cập nhất trí hòa giải với Qatar, bị họ cắt đứt quan hệ từ tháng 6-2017.", "", "sever-relations", "ARE,EGY", "QAT")]
    [InlineData("Mỹ ngừng cấp tiền cho UNRWA.", "Nhân viên cơ quan này bị Israel tố tham gia vụ tấn công.", "accuse", "ISR", "UN")]
    [InlineData("Mỹ hội đàm với Nga.", "Nhà Trắng tái khẳng định sự ủng hộ đối với chủ quyền của Ukraine.", "support", "USA", "UKR")]
    // Offices: what a minister has in hand, and words that describe him, stand before whose he is.
    [InlineData("Bộ trưởng Phân định biên giới của Đông Timor lên án Úc.", "", "criticize", "TLS", "AUS")]
    [InlineData("Một phát ngôn viên của Bộ Quốc phòng Anh chỉ trích Nga.", "", "criticize", "GBR", "RUS")]
    [InlineData("Campuchia họp với các đối tác.", "Thứ trưởng Đỗ Hùng Minh kêu gọi Campuchia kiềm chế.", "appeal", "VNM", "KHM")]
    public void Who_is_meant_is_read_from_what_was_told(string first, string then, string act, string source, string target)
    {
        var reports = Pack.Tell("2024-05-10", null, $"{first} {then}".Trim()).Where(report => report.Act == act).Select(report => $"{string.Join(',', report.Source)}>{string.Join(',', report.Target)}");
        Assert.Contains($"{source}>{target}", reports);
    }

    [Theory]
    // What was done to one, it does to him who did it.
    [InlineData("Đức trục xuất hai nhà ngoại giao Chad.", "Hai ngày sau, N'Djamena đáp lại y như vậy.", "expel", "TCD", "DEU")]
    [InlineData("Hy Lạp tố Thổ Nhĩ Kỳ xâm phạm không phận.", "Ankara tố ngược lại.", "accuse", "TUR", "GRC")]
    [InlineData("Nicaragua cắt quan hệ với Ecuador. Brazil lên án Ecuador.", "Peru cũng vậy.", "criticize", "PER", "ECU")]
    // Who follows another's example does it to the same.
    [InlineData("Bolivia cắt quan hệ ngoại giao với Israel.", "Belize cũng làm như vậy.", "sever-relations", "BLZ", "ISR")]
    public void Deeds_in_kind_and_after_an_example_are_deeds_of_the_other(string first, string then, string act, string source, string target)
    {
        var reports = Pack.Tell("2024-05-10", null, first + " " + then).Where(report => Pack.IsFiner(report.Act, act) || report.Act == act).Select(report => $"{string.Join(',', report.Source)}>{string.Join(',', report.Target)}");
        Assert.Contains($"{source}>{target}", reports);
    }

    [Theory]
    // A noun that other words make into something else is no organisation.
    [InlineData("NATO đặt trụ sở tại Brussels.", "Một tổ chức khủng bố tấn công Mali.")]
    [InlineData("ICC đặt trụ sở tại La Haye.", "Tòa nhà Quốc hội Pháp lên đèn.")]
    public void A_common_noun_that_is_described_means_nobody_named(string first, string then) =>
        Assert.DoesNotContain(Pack.Tell("2024-05-10", null, first + " " + then), report => report.Source.Contains("NATO") || report.Source.Contains("ICC"));

    [Fact]
    public void Who_said_the_one_thing_says_the_next()
    {
        var reports = Pack.Tell("2024-05-10", null, "Bắc Kinh tố New Delhi vi phạm các hiệp định song phương và yêu cầu rút quân ngay lập tức.");
        Assert.Contains(reports, report => report.Act == "demand" && report.Source.SequenceEqual(["CHN"]) && report.Target.SequenceEqual(["IND"]));
    }
}
