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
    // Two names that "hai nước" announces, or that a comma joins before what two do together.
    [InlineData("Hai nước Thái Lan và Campuchia lên án Myanmar.", "criticize", "KHM,THA", "MMR")]
    [InlineData("Ngoại trưởng hai nước Chile và Bolivia lên án Venezuela.", "criticize", "BOL,CHL", "VEN")]
    [InlineData("Tokyo, Seoul gia hạn thỏa thuận hoán đổi tiền tệ.", "extend", "JPN,KOR", "")]
    [InlineData("Lãnh đạo Mỹ, Nga điện đàm về New START.", "meet", "RUS,USA", "")]
    // Who leads others does what they do; whom one tells does nothing; those who are asked are not those who ask.
    [InlineData("Hôm thứ Ba, liên quân do Mỹ dẫn đầu tấn công Iraq.", "attack", "USA", "IRQ")]
    [InlineData("Burkina Faso báo cho ECOWAS biết sẽ rời khối.", "notify-withdrawal", "BFA", "")]
    // What an organisation's meeting or its members do, it does; at a meeting others act. A title belongs to the name behind it.
    [InlineData("Hội nghị cấp cao ASEAN ngày 20/6 kêu gọi Myanmar chấm dứt bạo lực.", "appeal", "ASEAN", "MMR")]
    [InlineData("Phiên họp khẩn của Hội đồng Bảo an ngày 20/6 lên án Triều Tiên.", "criticize", "UN", "PRK")]
    [InlineData("Các nước thành viên ASEAN ngày 20/6 kêu gọi Myanmar chấm dứt bạo lực.", "appeal", "ASEAN", "MMR")]
    [InlineData("Tại hội nghị thượng đỉnh NATO, Mỹ lên án Nga.", "criticize", "USA", "RUS")]
    [InlineData("Tổng thống Joe Biden hội đàm với Chủ tịch Tập Cận Bình ở Bali.", "meet", "CHN,USA", "")]
    // The state behind the comma says whose the place is; words of quality stand between a thing and its owner.
    [InlineData("Hôm thứ Ba, Ukraine tập kích kho dầu ở Krasnodar, Nga.", "attack", "UKR", "RUS")]
    [InlineData("Máy bay ném bom chiến lược tối tân của Nga hôm qua không kích Kiev.", "attack", "RUS", "UKR")]
    // A passive that opens the sentence is told of its subject.
    [InlineData("Bị Kiev tố cáo tấn công Odessa, Moscow im lặng.", "accuse", "UKR", "RUS")]
    // Who said it may come last, or first with a colon.
    [InlineData("Hành động của Nga là không thể chấp nhận được, Ngoại trưởng Đức nói hôm Chủ nhật.", "criticize", "DEU", "RUS")]
    [InlineData("Mỹ: Nga vi phạm hiệp ước INF.", "accuse-breach", "USA", "RUS")]
    // A deed that is named without its doer is that of him who did it last; what was done to one is done back to him who did it.
    [InlineData("Hàn Quốc đình chỉ thỏa thuận CMA. Triều Tiên phóng tên lửa đạn đạo. Đình chỉ là việc của Hàn Quốc. Nhật Bản lên án vụ phóng.", "criticize", "JPN", "PRK")]
    [InlineData("Hai nhà ngoại giao Nga bị Đức trục xuất. Moskva trục xuất lại hai người.", "expel", "RUS", "DEU")]
    // A group behind an opening phrase is the subject; whose soldiers they are, the thing says.
    [InlineData("Trước sự chứng kiến của Tổng thống Áo, Canada và Serbia ký hiệp định dẫn độ.", "sign", "CAN,SRB", "")]
    [InlineData("Hàng nghìn binh sĩ Canada đã tới Serbia.", "deploy", "CAN", "SRB")]
    // The noun that a state's name explains belongs to the name; a counterpart is met; an office that names its state is that state's.
    [InlineData("Ecuador trục xuất đại sứ nước láng giềng Venezuela.", "expel", "ECU", "VEN")]
    [InlineData("Canada đóng băng tài sản của 20 quan chức phía Belarus.", "sanction", "CAN", "BLR")]
    [InlineData("Niger xé bỏ hiệp định quân sự với đồng minh Pháp.", "terminate", "NER", "FRA")]
    [InlineData("Thủ tướng Anh điện đàm với người đồng cấp Ấn Độ Narendra Modi.", "meet", "GBR,IND", "")]
    [InlineData("Hôm thứ Ba, Chủ tịch Trung Quốc bác đề nghị của Nga về thanh sát.", "reject", "CHN", "RUS")]
    [InlineData("Nga bác đề nghị của chính quyền Washington về việc nối lại thanh sát.", "reject", "RUS", "USA")]
    [InlineData("Đại diện Mỹ bác đề nghị của Nga về việc nối lại thanh sát.", "reject", "USA", "RUS")]
    [InlineData("Cuối cùng Mỹ trục xuất 10 nhà ngoại giao Nga.", "expel", "USA", "RUS")]
    // What one does to others is done to another than oneself, whoever was the subject before.
    [InlineData("Đức và Belarus bất hòa từ lâu. Đức trừng phạt nước này hôm thứ Ba.", "sanction", "DEU", "BLR")]
    [InlineData("Pháp cãi nhau với Niger nhiều tháng nay. Pháp trục xuất hai nhà ngoại giao của nước này.", "expel", "FRA", "NER")]
    [InlineData("Mỹ tranh cãi với Mexico. Mỹ triệu hồi đại sứ của nước này tại Cuba.", "recall", "USA", "CUB")]
    // A body at the head of a clause is the one spoken of; brackets give a short name and end nothing.
    [InlineData("CSTO họp ở Moscow. Khối đã khước từ lời thỉnh cầu của Yerevan.", "reject", "CSTO", "ARM")]
    [InlineData("Hai công dân Mỹ bị Cơ quan An ninh Liên bang Nga (FSB) bắt giữ.", "coerce", "RUS", "USA")]
    // "Cả hai" are those of whom somebody spoke last; who does it to one is another.
    [InlineData("Mỹ cáo buộc Bắc Hàn chuyển đạn cho Nga. Hai nước này đều phủ nhận.", "deny", "PRK,RUS", "USA")]
    [InlineData("Trong công hàm gửi Ankara, Baghdad yêu cầu nước này rút quân.", "demand", "IRQ", "TUR")]
    // What one receives comes from somebody.
    [InlineData("Quyết định của Anh vấp phải chỉ trích gay gắt từ Bắc Kinh.", "criticize", "CHN", "GBR")]
    [InlineData("Nga, Mỹ kéo dài Hiệp ước New START thêm 5 năm.", "extend", "RUS,USA", "")]
    [InlineData("Ba nước Mỹ, Mexico và Canada lên án Venezuela.", "criticize", "CAN,MEX,USA", "VEN")]
    [InlineData("Iran và Liên minh châu Âu cũng bày tỏ ủng hộ.", "support", "EU,IRN", "")]
    [InlineData("Năm 1961 OAS đình chỉ sự tham gia của chính phủ Cuba.", "suspend", "OAS", "CUB")]
    // Words in quotation marks that belong to somebody cut nothing.
    [InlineData("NATO bày tỏ quan ngại sâu sắc trước \"các hành động gây mất ổn định\" của Nga.", "criticize", "NATO", "RUS")]
    // A verb that says one act only needs no noun of a known class between two actors.
    [InlineData("Triều Tiên đã trục xuất các chuyên viên của IAEA.", "expel", "PRK", "IAEA")]
    [InlineData("Năm người Ba Lan bị Moscow trục xuất hôm qua.", "expel", "RUS", "")]
    public void The_doer_and_whom_it_is_done_to_are_found(string text, string act, string source, string target)
    {
        var reports = Pack.Code(text).Reports;
        Assert.Contains(reports, report => report.Act == act && string.Join(',', report.Source) == source && (target.Length == 0 || report.Target.Contains(target)));
    }

    [Theory]
    [InlineData("Anh, Pháp, Đức ra tuyên bố chung lên án Iran.", "agree")]
    [InlineData("Từ ban công, Đức Giáo hoàng xin các phe ở Sudan hạ vũ khí.", "pull-back")]
    [InlineData("Nga đưa cầu thủ về nước.", "recall")]
    [InlineData("Thủ tướng Séc nói các nước EU hãy trục xuất nhà ngoại giao Nga.", "expel")]
    [InlineData("Armenia 'đóng băng' việc tham gia liên minh quân sự do Nga lãnh đạo.", "attack")]
    public void What_a_statement_says_or_others_are_asked_is_told_once_and_not_of_the_speaker(string text, string act) =>
        Assert.DoesNotContain(Pack.Code(text).Reports, report => report.Act == act);

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
