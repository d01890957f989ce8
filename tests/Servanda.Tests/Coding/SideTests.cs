// Who the sides are of what two do together, and with whom, however a story names them.
using Xunit;

namespace Servanda.Tests;

public class SideTests
{
    private static readonly Vietnamese Pack = Vietnamese.Load();

    [Theory]
    // Who comes by in a story of two is neither of "hai bên"; talks without names are theirs.
    [InlineData("Thái Lan và Campuchia giao tranh từ ngày 24/7. // Malaysia đứng ra dàn xếp. Ngày 28/7, hai bên đồng ý ngừng bắn.", "agree", "KHM,THA", "")]
    [InlineData("Ấn Độ và Pakistan ngày 10/5 nhất trí ngừng bắn. // Vòng đàm phán thứ ba kết thúc hôm 12/5 mà không đạt tiến triển.", "negotiate", "IND,PAK", "")]
    [InlineData("Phiên họp giữa hai đoàn Serbia - Kosovo kéo dài năm giờ.", "meet", "SRB,XKX", "")]
    [InlineData("Lãnh đạo Nga, Thổ Nhĩ Kỳ và Iran họp tại Astana.", "meet", "IRN,RUS,TUR", "")]
    [InlineData("Brazil và Paraguay tranh cãi vì vụ do thám mạng. // Peru ở bên Chile. Hai nước thiết lập quan hệ ngoại giao năm 1961.", "restore-relations", "CHL,PER", "")]
    // A body that only comes by is none of the two; who was met is, and whoever asks both in a story of his own asks the other.
    [InlineData("Thủ tướng Nhật Bản hội đàm với Tổng thống Mông Cổ tại Ulan Bator. // Nhật Bản đánh giá cao hiệp định thương mại giữa Mông Cổ và EAEU. Hai bên nhất trí mở rộng hợp tác quốc phòng.", "agree", "JPN,MNG", "")]
    [InlineData("Thủ tướng Nhật Bản hội đàm với Tổng thống Mông Cổ tại Ulan Bator. // Nhật Bản đánh giá cao vai trò của Mông Cổ tại Liên hợp quốc. Thủ tướng Nhật Bản đề nghị hai nước sớm ký hiệp định hàng không.", "appeal", "JPN", "MNG")]
    [InlineData("Thủ tướng Na Uy hội đàm với Thủ tướng Đan Mạch và Tổng thống Phần Lan tại Oslo. // Thủ tướng Na Uy ca ngợi Phần Lan và Đan Mạch. Trong cuộc gặp Thủ tướng Bỉ, hai bên nhất trí tăng cường hợp tác quốc phòng.", "agree", "BEL,NOR", "")]
    [InlineData("Anh và Pháp họp tại Paris. Bên lề hội nghị ở Bonn (Đức), Thủ tướng Peru và Tổng thống Chile nhất trí khôi phục quan hệ ngoại giao giữa hai nước.", "restore-relations", "CHL,PER", "")]
    // Whoever is called or asked is none of those who call.
    [InlineData("Thái Lan và Campuchia giao tranh từ ngày 24/7. // Tổng thống Mỹ gọi điện cho lãnh đạo hai nước.", "meet", "KHM,THA,USA", "")]
    [InlineData("Thủ tướng Anh thăm Ấn Độ, đề xuất hai bên ký hiệp định thương mại tự do.", "propose", "GBR", "IND")]
    // A partner may open the sentence.
    [InlineData("Với Azerbaijan, Armenia vừa ký hiệp định phân định biên giới.", "sign", "ARM,AZE", "")]
    [InlineData("Chile đàm phán với Bolivia về nguồn nước; với Argentina, nước này đã ký thỏa thuận từ năm 2019.", "sign", "ARG,CHL", "")]
    [InlineData("Nhật Bản ký với Úc Hiệp định tiếp cận tương hỗ; sang năm sau, họ ký với Philippines hiệp định tương tự.", "sign", "JPN,PHL", "")]
    [InlineData("Gặp nhau tại Doha hôm 15/2, đại diện Rwanda và CHDC Congo ký tuyên bố ngừng bắn.", "meet", "COD,RWA", "")]
    // Who follows an example in what two do does it with the same partner.
    [InlineData("UAE thiết lập quan hệ ngoại giao với Israel, rồi Bahrain cũng làm như vậy.", "restore-relations", "BHR,ISR", "")]
    // A number is enough for those who did the same.
    [InlineData("Pháp trục xuất 35 nhà ngoại giao Nga, Đức 40, Ý 30.", "expel", "ITA", "RUS")]
    // A state pointed at by its kind, and as the one that the deed before was aimed at.
    [InlineData("Solomon cắt quan hệ với Đài Bắc. Quốc đảo Nam Thái Bình Dương này sau đó ký hiệp ước an ninh với Trung Quốc.", "sign", "CHN,SLB", "")]
    [InlineData("Đặc phái viên Mỹ kêu gọi Sudan kiềm chế, sau khi nước này đóng cửa biên giới với Chad.", "coerce", "SDN", "TCD")]
    [InlineData("ASEAN họp khẩn về Myanmar. Các ngoại trưởng trong khối quyết định không mời Myanmar dự hội nghị.", "reject", "ASEAN", "MMR")]
    // Whose doing is judged: of who struck, of who made it, of what is pointed at.
    [InlineData("Mỹ trừng phạt bốn thẩm phán ICC. // Hà Lan, nước chủ nhà của ICC, lấy làm tiếc.", "criticize", "NLD", "USA")]
    [InlineData("Kenya hoan nghênh thỏa thuận mà Ethiopia và Somalia đạt được ở Ankara.", "support", "KEN", "ETH,SOM")]
    [InlineData("Litva hạn chế hàng quá cảnh tới Kaliningrad của Nga. Ngoại trưởng Nga tố cáo chính sách ấy là thù địch.", "accuse", "RUS", "LTU")]
    [InlineData("Tàu Trung Quốc phun vòi rồng vào tàu Philippines. Manila gọi đây là hành vi côn đồ.", "criticize", "PHL", "CHN")]
    [InlineData("Đề xuất ngừng bắn 30 ngày của Ukraine bị Điện Kremlin gạt đi.", "reject", "RUS", "UKR")]
    // An office that a state cannot have is another's; nobody accuses his own, nor says his name further on.
    [InlineData("Đan Mạch và Argentina tranh cãi. London triệu đại biện Argentina lên để phản đối. // Phát biểu trước Quốc hội hôm qua, Tổng thống Cristina Lopez lên án London.", "criticize", "ARG", "GBR")]
    [InlineData("Trong cuộc điện đàm hôm qua với Tổng thống Mỹ, Chủ tịch Giang Trạch Dân phản đối Mỹ trừng phạt Iran.", "meet", "CHN,USA", "")]
    [InlineData("Ngày 18/9, Canada trục xuất một nhà ngoại giao Ấn Độ. Hôm sau, Ấn Độ có động thái tương tự. Ngày 21/9, nước này đình chỉ cấp thị thực cho công dân Canada.", "sanction", "IND", "CAN")]
    [InlineData("Hai ngày sau khi bà Suu Kyi được chính quyền Myanmar trả tự do, Na Uy cho biết sẽ nối lại viện trợ cho nước này.", "resume", "NOR", "MMR")]
    // What a paper says its body or its owner says; what another made is aimed at him.
    [InlineData("Nghị quyết về Iran được Hội đồng Thống đốc IAEA thông qua. Ấn Độ bỏ phiếu trắng. Văn bản bày tỏ quan ngại sâu sắc và kêu gọi Tehran hợp tác.", "appeal", "IAEA", "IRN")]
    [InlineData("Nga sáp nhập Crimea. Thông báo mới của Mỹ cũng yêu cầu Nga rút quân.", "demand", "USA", "RUS")]
    [InlineData("Kiev khước từ kế hoạch hòa bình do Brazil soạn thảo.", "reject", "UKR", "BRA")]
    [InlineData("Campuchia và Thái Lan tranh chấp. Campuchia kiện ra ICJ năm 1959.", "accuse", "KHM", "THA")]
    [InlineData("Riêng với Đài Loan thì quan hệ đổ vỡ: tháng 3/2023, Honduras tuyên bố cắt đứt quan hệ ngoại giao.", "sever-relations", "HND", "TWN")]
    // One partner after another, whoever signs for them, however many speak.
    [InlineData("Chủ tịch Trung Quốc điện đàm với Tổng thống Pháp và với Thủ tướng Đức.", "meet", "CHN,DEU", "")]
    [InlineData("Ngày 9/2, trong cuộc gặp tại Nhà Trắng, Thủ tướng Đức đã hứa với Tổng thống Mỹ sẽ tăng chi tiêu quốc phòng.", "meet", "DEU,USA", "")]
    [InlineData("Tuyên bố chung do Tổng thống Nga V.Putin, Tổng thống Azerbaijan I.Aliyev và Thủ tướng Armenia N.Pashinyan ký tối 9-11.", "sign", "ARM,AZE,RUS", "")]
    [InlineData("Đàm phán Xô - Mỹ về hạn chế vũ khí hạt nhân bắt đầu ngày 30-11-1981.", "negotiate", "SUN,USA", "")]
    [InlineData("Israel và Hamas đạt thỏa thuận hôm 15/1. Lệnh ngừng bắn bắt đầu từ Chủ nhật.", "pull-back", "HAMAS,ISR", "")]
    [InlineData("Một số quan chức Mỹ dọa trừng phạt Ai Cập.", "sanction", "USA", "EGY")]
    [InlineData("Đại diện cấp cao về đối ngoại của EU Josep Borrell lên tiếng ủng hộ Séc, lên án việc Nga đuổi 20 người.", "criticize", "EU", "RUS")]
    [InlineData("Bolivia hôm 31/10 cắt đứt quan hệ với Israel; Colombia và Chile triệu hồi đại sứ.", "recall", "CHL,COL", "ISR")]
    [InlineData("Panama tuyên bố rút khỏi Hiệp định Paris, quyết định mà Bắc Kinh lập tức lên án.", "criticize", "CHN", "PAN")]
    [InlineData("Chuyến thăm Moscow của Thủ tướng Ấn Độ khiến Tổng thống Ukraine thất vọng.", "criticize", "UKR", "IND")]
    [InlineData("Liên minh châu Phi họp về Gabon. Quân đội lên nắm quyền ở Gabon hôm thứ Tư. Nigeria lên án cuộc đảo chính.", "criticize", "NGA", "GAB")]
    [InlineData("Úc và Đông Timor đàm phán về biển. Úc hoan nghênh Đông Timor. // Hôm qua các bên đạt được thỏa thuận.", "agree", "AUS,TLS", "")]
    // All who do it, however the list goes on: by way of a group, behind an aside, with one whom nobody expected.
    [InlineData("Na Uy và một số đồng minh như Đan Mạch lên án vụ phóng tên lửa của Triều Tiên.", "criticize", "DNK,NOR", "PRK")]
    [InlineData("Nhật Bản, Hàn Quốc và thậm chí cả những nước nhỏ như Mông Cổ đều cam kết viện trợ cho Ukraine.", "aid", "JPN,KOR,MNG", "UKR")]
    [InlineData("Mỹ cùng nhiều nước, trong đó có Anh và Úc, lên án Trung Quốc.", "criticize", "AUS,GBR,USA", "CHN")]
    [InlineData("Không chỉ Ba Lan mà cả Séc cũng trục xuất nhà ngoại giao Nga.", "expel", "CZE,POL", "RUS")]
    [InlineData("Mỹ, cùng với Canada và Úc, áp đặt trừng phạt lên Myanmar.", "sanction", "AUS,CAN,USA", "MMR")]
    [InlineData("Đức, nước chủ tịch luân phiên EU, và Pháp kêu gọi Iran trở lại thỏa thuận hạt nhân.", "appeal", "DEU,FRA", "IRN")]
    [InlineData("Lãnh đạo Đức và Pháp cũng như Tổng thống Ba Lan đã kêu gọi Belarus thả tù nhân.", "appeal", "DEU,FRA,POL", "BLR")]
    // Of all who are asked, those who are named; whose resolution it is, whoever recalls it.
    [InlineData("EU kêu gọi các nước liên quan, bao gồm cả Trung Quốc và Philippines, giải quyết tranh chấp bằng biện pháp hòa bình.", "appeal", "EU", "CHN,PHL")]
    [InlineData("Azerbaijan nhắc lại các nghị quyết năm 1993 của Hội đồng Bảo an Liên hợp quốc yêu cầu Armenia rút quân.", "demand", "UN", "ARM")]
    [InlineData("Các nghị quyết của Hội đồng Bảo an yêu cầu Armenia rút quân khỏi Azerbaijan.", "demand", "UN", "ARM")]
    // Sanctions that are blamed or praised are those of who imposes them, and not of whom they hit.
    [InlineData("Áo phản đối các biện pháp trừng phạt mới đối với Nga.", "criticize", "AUT", "")]
    [InlineData("Serbia ủng hộ lệnh trừng phạt Belarus.", "support", "SRB", "")]
    [InlineData("Hungary chỉ trích lệnh trừng phạt của EU đối với Nga.", "criticize", "HUN", "EU")]
    // A passive is aimed at whose deed it tells of; why one is punished one did oneself; with whom one exercises.
    [InlineData("Động thái của Serbia bị Croatia, Bosnia và Kosovo lên án.", "criticize", "BIH,HRV,XKX", "SRB")]
    [InlineData("Ai Cập trừng phạt một công ty Trung Quốc vì bán vũ khí cho Ethiopia.", "aid", "CHN", "ETH")]
    [InlineData("Nhật Bản sẽ tổ chức tập trận chung với Mỹ và Pháp.", "deploy", "JPN", "FRA,USA")]
    // One state has one foreign minister; a court that is asked is no side.
    [InlineData("Mexico cắt quan hệ với Ecuador. Mexico lên án Ecuador. // Ngoại trưởng Mexico Alicia Bárcena đòi cấp giấy thông hành cho ông Glas. Ngoại trưởng Gabriela Sommerfeld bác bỏ yêu cầu này.", "reject", "ECU", "MEX")]
    [InlineData("Bolivia kiện Chile ra Tòa án Công lý Quốc tế. Bên kia bác bỏ cáo buộc.", "deny", "CHL", "BOL")]
    // Who refuses is whom another has just accused; who follows a deed threatens who did it; all at whose place an envoy is.
    [InlineData("Mali cáo buộc Benin vi phạm lệnh ngừng bắn. Nước này bác bỏ.", "deny", "BEN", "MLI")]
    [InlineData("Sau khi Mỹ áp thuế, Canada, Mexico và EU tuyên bố đáp trả.", "threaten", "CAN,EU,MEX", "USA")]
    [InlineData("Iran đã gọi đại sứ tại Anh và Đức về nước để tham vấn, truyền thông nhà nước đưa tin hôm thứ Bảy.", "recall", "IRN", "DEU,GBR")]
    [InlineData("Việc Thổ Nhĩ Kỳ đưa quân vào Syria khiến Pháp, Đức và Hà Lan ngừng bán vũ khí cho nước này.", "suspend", "DEU,FRA,NLD", "")]
    // Who is let in, and not into what.
    [InlineData("Slovakia thông qua nghị định thư kết nạp Bắc Macedonia vào NATO.", "ratify", "SVK", "MKD")]
    public void The_sides_are_read_as_the_story_means_them(string story, string act, string source, string target)
    {
        var reports = Pack.Tell("2024-05-10", null, story.Split(" // ")).Where(report => report.Act == act || Pack.IsFiner(report.Act, act)).Select(report => $"{string.Join(',', report.Source)}>{string.Join(',', report.Target)}").ToList();
        Assert.True(reports.Contains($"{source}>{target}"), $"{source}>{target} is not among: {string.Join(' ', reports)}");
    }

    [Theory]
    // A meeting of the cabinet or with the press, and an exchange of prisoners, is none between the two of the story.
    [InlineData("Nga và Ukraine giao tranh. // Trong cuộc họp báo ngày 20/4, người phát ngôn Điện Kremlin lên án Ukraine.")]
    [InlineData("Thổ Nhĩ Kỳ và Mỹ tranh cãi. // Sau cuộc họp nội các tối 25/4, Tổng thống Thổ Nhĩ Kỳ chỉ trích Mỹ.")]
    [InlineData("Nga và Ukraine giao tranh. // Cuộc trao đổi tù binh ngày 20/4 bị hủy.")]
    public void A_meeting_of_others_is_none_of_the_two(string story) =>
        Assert.DoesNotContain(Pack.Tell("2024-05-10", null, story.Split(" // ")), report => report.Act == "meet");
}
