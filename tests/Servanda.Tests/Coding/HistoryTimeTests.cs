// When acts happened that a story tells of its history: in the year that the telling has reached, on the day that a clause describes.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class HistoryTimeTests
{
    private const string Told = "2024-11-01";

    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static string? When(string act, string source, params string[] paragraphs) =>
        Assert.Single(Pack.Tell(Told, null, paragraphs), report => report.Act == act && report.Source.Contains(source)).Date?.Text;

    [Theory]
    // A month or a day without its year goes on in the year that the paragraph has reached, whole or not.
    [InlineData("Tháng 6/2017, Mỹ tuyên bố rút khỏi Hiệp định Paris. Tháng 10, Mỹ trục xuất 15 nhà ngoại giao Cuba.", "expel", "USA", "2017-10")]
    [InlineData("Ngày 3/12/2011, Anh đóng cửa đại sứ quán Iran. Ngày 20, Iran trục xuất 4 nhà ngoại giao Anh.", "expel", "IRN", "2011-12-20")]
    [InlineData("Tháng 12/2011, Anh đóng cửa đại sứ quán Iran. Tháng 2, Iran trục xuất 4 nhà ngoại giao Anh.", "expel", "IRN", "2012-02")]
    // Where the paragraph only mentions an old date, or the day is one of the news, the page's own year holds.
    [InlineData("Mỹ rút khỏi Hiệp ước INF ký năm 1987. Tháng 10, Mỹ trục xuất 15 nhà ngoại giao Cuba.", "expel", "USA", "2024-10")]
    [InlineData("Tháng 6/2017, Anh đóng cửa đại sứ quán Iran. Hôm 30/10, Mỹ trục xuất 15 nhà ngoại giao Cuba.", "expel", "USA", "2024-10-30")]
    // "năm sau", "hai ngày trước", "vài giờ trước" count from what was told.
    [InlineData("Tháng 10/1960, Mỹ cấm vận Cuba. Đầu tháng 1 năm sau, Mỹ trục xuất 15 nhà ngoại giao Cuba.", "expel", "USA", "1961-01-01/1961-01-10")]
    [InlineData("Ngày 5/3/2018, Anh cáo buộc Nga. Hai ngày trước, Nga trục xuất 15 nhà ngoại giao Ba Lan.", "expel", "RUS", "2018-03-03")]
    [InlineData("Hôm 30/10, Anh cáo buộc Nga. Vài giờ trước, Nga trục xuất 15 nhà ngoại giao Ba Lan.", "expel", "RUS", "2024-10-30")]
    [InlineData("Hôm 20/10, Anh cáo buộc Nga. Vài hôm sau, Nga trục xuất 15 nhà ngoại giao Anh.", "expel", "RUS", "2024-10-22/2024-10-25")]
    // A plan for "năm sau" is no history.
    [InlineData("Tháng 10/2023, Mỹ cấm vận Cuba. Năm sau, Mỹ sẽ trục xuất 15 nhà ngoại giao Cuba.", "expel", "USA", "2025")]
    // "khi ấy" is the day told last; "đó cũng là năm" its year.
    [InlineData("Saudi Arabia cắt đứt quan hệ với Iran hồi tháng 1/2016. Vương quốc này khi ấy trục xuất 40 nhà ngoại giao Iran.", "expel", "SAU", "2016-01")]
    [InlineData("Ngày 3/2/1962, Mỹ cấm vận Cuba. Đó cũng là năm Mexico trục xuất 40 nhà ngoại giao Cuba.", "expel", "MEX", "1962")]
    public void History_goes_on_from_the_date_that_it_has_reached(string paragraph, string act, string source, string date) => Assert.Equal(date, When(act, source, paragraph));

    [Theory]
    [InlineData("Cuộc chiến nổ ra ngày 7/10/2023, khi Hamas tấn công Israel.", "attack", "HAMAS", "2023-10-07")]
    [InlineData("Đại sứ trở lại sau cuộc gặp ngày 16/6/2021 ở Geneva, nơi Nga và Mỹ nhất trí khởi động tham vấn.", "agree", "RUS", "2021-06-16")]
    [InlineData("Thổ Nhĩ Kỳ ký Công ước Istanbul khi văn kiện được mở ra vào tháng 5/2011.", "sign", "TUR", "2011-05")]
    [InlineData("Ngày 3/10, Hungary thông báo rút khỏi ICC, chỉ vài giờ sau khi Israel tấn công Iran.", "attack", "ISR", "2024-10-03")]
    [InlineData("Tháng 3/1993, Triều Tiên cắt quan hệ với Nhật Bản nhưng đến tháng 6 năm đó thì trục xuất đại sứ Nga.", "expel", "PRK", "1993-06")]
    [InlineData("Trả lời báo chí hôm 29/10, Việt Nam cho rằng Trung Quốc vi phạm Công ước của Liên Hợp Quốc về Luật Biển năm 1982 (UNCLOS).", "accuse-breach", "VNM", "2024-10-29")]
    [InlineData("Nga triệu đại sứ Ba Lan hôm 29/10, phản đối quyết định của Warsaw.", "criticize", "RUS", "2024-10-29")]
    [InlineData("Tối 30/10, Ecuador bắt cựu phó tổng thống lánh nạn trong đại sứ quán Mexico từ tháng 12 năm ngoái. Mấy giờ trước đó, Mexico trục xuất đại sứ Ecuador.", "expel", "MEX", "2024-10-30")]
    // A bare year far behind an accusation, a year since which nothing was like it, and a meeting so many days off are of other things.
    [InlineData("Hôm 29/10, Séc cáo buộc Moscow có liên quan đến vụ nổ kho đạn năm 2014.", "accuse", "CZE", "2024-10-29")]
    [InlineData("Hôm 29/10, Nga triển khai tên lửa ở Kaliningrad, đợt lớn nhất từ năm 2014.", "deploy", "RUS", "2024-10-29")]
    [InlineData("Hôm 2/10, Kenya triệu đại sứ Nga, hai ngày sau cuộc gặp giữa Ngoại trưởng Kenya và Ngoại trưởng Mỹ.", "meet", "KEN", "2024-09-30")]
    public void A_clause_that_describes_a_day_is_of_that_day(string paragraph, string act, string source, string date) => Assert.Equal(date, When(act, source, paragraph));

    [Fact]
    public void A_paragraph_that_goes_on_keeps_the_year_of_the_one_before() =>
        Assert.Equal("2021-11-19", When("expel", "NIC", "Tháng 11/2021, Mỹ cấm vận Nicaragua.", "Đến ngày 19/11, Nicaragua trục xuất đại sứ Mỹ."));

    [Fact]
    public void A_day_is_counted_from_a_day_and_not_from_a_year_that_was_only_named()
    {
        var reports = Pack.Tell("2018-03-28", null, "Năm 2015, NATO cắt giảm nhân viên phái bộ Nga xuống còn 30 người.", "Trước đó một ngày, Mỹ trục xuất 60 nhà ngoại giao Nga.");
        Assert.All(reports.Where(report => report is { Act: "expel", Source: ["USA"] }), report => Assert.False(report.Date?.Latest is { Year: 2015 }));
        Assert.Contains(reports, report => report is { Act: "expel", Source: ["USA"] });
    }

    [Theory]
    [InlineData("Ngày 3/12/2011, Anh đóng cửa đại sứ quán Iran. Anh lập tức chỉ trích Cuba.", "2011-12-03")]
    [InlineData("Ngày 3/12/2011, Anh đóng cửa đại sứ quán Iran. Pháp triệu đại sứ Iran. Tại cuộc họp báo, Anh chỉ trích Cuba.", null)]
    [InlineData("Ngày 31/10, Anh đóng cửa đại sứ quán Iran. Pháp triệu đại sứ Iran. Tại cuộc họp báo, Anh chỉ trích Cuba.", "2024-10-31")]
    public void Where_paragraphs_were_run_together_a_date_of_long_ago_reaches_the_next_sentence_only(string opening, string? date)
    {
        var rest = string.Concat(Enumerable.Repeat(" Dư luận hai nước theo dõi sát mọi diễn biến.", 40));
        Assert.Equal(date, When("criticize", "GBR", opening + rest));
    }
}
