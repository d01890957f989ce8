// When acts happen that a story tells: by their own dates, by the time that the telling has reached, or not at all.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class StoryTimeTests
{
    /// <summary>A Wednesday.</summary>
    private const string Told = "2022-06-15";

    private static readonly Vietnamese Pack = Vietnamese.Load();

    private static Report Only(string act, string source, string? title, params string[] paragraphs) =>
        Assert.Single(Pack.Tell(Told, title, paragraphs), report => report.Act == act && report.Source.Contains(source));

    [Theory]
    // The verb's own date, before it or after it.
    [InlineData("Hôm 13/6, Ba Lan trục xuất 5 nhà ngoại giao Nga.", "expel", "POL", "2022-06-13")]
    [InlineData("Ba Lan trục xuất 5 nhà ngoại giao Nga hôm 13/6.", "expel", "POL", "2022-06-13")]
    [InlineData("Ba Lan trục xuất 5 nhà ngoại giao Nga, hôm 13/6.", "expel", "POL", "2022-06-13")]
    // A date that belongs to something else dates nothing.
    [InlineData("Nga bác bỏ cáo buộc can thiệp cuộc bầu cử Pháp hồi tháng 4/2022.", "deny", "RUS", null)]
    [InlineData("Ba Lan trục xuất 5 nhà ngoại giao Nga và không cử đoàn tới hội nghị diễn ra vào tháng 8 tới.", "expel", "POL", null)]
    [InlineData("Romania yêu cầu Nga rút 8 nhà ngoại giao, hạn chót là ngày 20/6.", "demand", "ROU", null)]
    [InlineData("Mỹ rút khỏi Hiệp ước INF ký năm 1987.", "withdraw", "USA", null)]
    [InlineData("Nga phóng thử tên lửa theo thỏa thuận năm 1988.", "test-weapon", "RUS", null)]
    [InlineData("Mỹ và Taliban nhất trí ngừng bắn từ ngày 20/6.", "agree", "USA", null)]
    [InlineData("Hàn Quốc đình chỉ thỏa thuận quân sự liên Triều 19/9.", "suspend", "KOR", null)]
    [InlineData("Ba Lan đóng cửa lãnh sự quán Nga ở Gdansk hồi tháng 1/2022 và mở lại năm 2019.", "close-mission", "POL", "2022-01")]
    [InlineData("Hai ngày trước vụ đột kích, Ecuador trục xuất đại sứ Mexico.", "expel", "ECU", null)]
    [InlineData("Ngày 3/6, Nga trả đũa bằng cách trục xuất 5 nhà ngoại giao Bulgaria.", "expel", "RUS", "2022-06-03")]
    [InlineData("Tháng 12/2020, Mỹ quyết định đóng cửa lãnh sự quán ở Vladivostok.", "close-mission", "USA", "2020-12")]
    [InlineData("Quân đội Ấn Độ ngày 9/6 trục xuất 3 nhà ngoại giao Pakistan.", "expel", "IND", "2022-06-09")]
    // "Đến tháng 12, …" opens a narrative and is no deadline.
    [InlineData("Đến tháng 3/2021, Mỹ tuyên bố rút khỏi Hiệp ước Bầu trời Mở.", "announce-withdrawal", "USA", "2021-03")]
    // The day of the saying is not the day of the plan.
    [InlineData("Ngày 14/6, Thủ tướng Nhật Bản cho biết Tokyo sẽ trừng phạt Belarus.", "sanction", "JPN", null)]
    // Joined verbs share the date of the one that has it.
    [InlineData("Latvia trục xuất 3 nhà ngoại giao Nga hôm 9/6 và đóng cửa lãnh sự quán Nga ở Daugavpils.", "close-mission", "LVA", "2022-06-09")]
    // Counted from the date before in the same sentence.
    [InlineData("Ngày 2/6, Estonia trục xuất 2 nhà ngoại giao Nga; bốn ngày sau, Nga trục xuất 2 nhà ngoại giao Estonia.", "expel", "RUS", "2022-06-06")]
    [InlineData("Ngày 10/6, hai ngày sau khi Triều Tiên phóng tên lửa, Hàn Quốc trừng phạt Nga.", "test-weapon", "PRK", "2022-06-08")]
    [InlineData("Cuối tháng 5 năm ngoái, sau khi EU áp đặt lệnh trừng phạt Belarus, Minsk triệu hồi đại sứ tại EU.", "sanction", "EU", "2021-05-21/2021-05-31")]
    [InlineData("Ngày 10/6, sau khi EU áp đặt lệnh trừng phạt Belarus, Minsk triệu hồi đại sứ tại EU.", "sanction", "EU", null)]
    // A day alone at the beginning is of what the act behind it says: of what is to come, the next one.
    [InlineData("Ngày 20, tại Vientiane, Lào và Campuchia sẽ ký hiệp định biên giới.", "sign", "LAO", "2022-06-20")]
    [InlineData("Ngày 9, tại Vientiane, Lào và Campuchia ký hiệp định biên giới.", "sign", "LAO", "2022-06-09")]
    // Who brings others together does so on the day that they act.
    [InlineData("Hôm 3/6, nhờ Qatar làm trung gian, Nga và Ukraine đã trao đổi 140 tù binh.", "mediate", "QAT", "2022-06-03")]
    // Told first, and then by whom and when.
    [InlineData("Ba Lan đã trục xuất 5 nhà ngoại giao Nga, Bộ Ngoại giao nước này thông báo hôm 13/6.", "expel", "POL", "2022-06-13")]
    // Talks begin and are held on their day; a second date behind an act that has one leads on to the next.
    [InlineData("Đàm phán Nga - Mỹ về hạn chế vũ khí bắt đầu ngày 30/11/2021.", "negotiate", "RUS", "2021-11-30")]
    [InlineData("Indonesia rời Liên Hợp Quốc đầu năm 1965, và hơn một năm rưỡi sau, tháng 9/1966, lại trở lại Liên Hợp Quốc.", "resume", "IDN", "1966-09")]
    public void A_date_goes_to_the_verb_that_it_dates(string sentence, string act, string source, string? date) =>
        Assert.Equal(date, Only(act, source, null, sentence).Date?.Text);

    [Fact]
    public void A_count_of_days_runs_from_the_last_act_and_not_from_a_treatys_year()
    {
        var reports = Pack.Tell(Told, null,
            "Ngày 7/6, Mỹ cảnh báo Trung Quốc rằng mọi cuộc tấn công sẽ kích hoạt Hiệp ước phòng thủ chung ký năm 1951.",
            "Một ngày sau, Trung Quốc chỉ trích Mỹ can thiệp vào vấn đề Biển Đông.");
        Assert.Equal("2022-06-08", reports.Single(report => report.Act == "criticize").Date?.Text);
    }

    [Theory]
    [InlineData("Khủng hoảng bùng lên hôm 2/5. Khi ấy, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-02")]
    [InlineData("Khủng hoảng bùng lên hôm 2/5. Vài giờ sau khi EU áp lệnh trừng phạt Minsk, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-02")]
    [InlineData("Mọi chuyện bắt đầu hôm 2/5, khi Ba Lan đóng cửa biên giới với Belarus. Hôm sau, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-03")]
    [InlineData("Ngày 2/5, khủng hoảng bùng lên. Sang ngày 4, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-04")]
    [InlineData("Ngày 2/5, khủng hoảng bùng lên. Ngày 4, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-04")]
    [InlineData("Ngày 2/5, khủng hoảng bùng lên. Chưa đầy một tuần sau, Belarus triệu hồi đại sứ tại Ba Lan.", "2022-05-02/2022-05-09")]
    public void What_follows_counts_from_where_the_story_says_that_it_turns(string paragraph, string date) => Assert.Equal(date, Only("recall", "BLR", null, paragraph).Date?.Text);

    [Fact]
    public void The_months_of_a_plan_move_no_clock()
    {
        var reports = Pack.Tell(Told, null, "Ngày 1/6, Nga thông báo sẽ ngừng thực hiện New START từ ngày 2/6.", "Một ngày sau, Mỹ trục xuất 3 nhà ngoại giao Nga.");
        Assert.Equal("2022-06-02", reports.Single(report => report.Act == "expel").Date?.Text);
    }

    [Fact]
    public void Today_in_a_quotation_is_the_day_of_the_saying() =>
        Assert.Equal("2022-06-13", Pack.Tell(Told, null, "\"Thỏa thuận ngũ cốc Biển Đen đã chấm dứt từ hôm nay\", người phát ngôn Điện Kremlin Dmitry Peskov nói với báo giới hôm 13/6.").Single(report => report.Act == "terminate").Date?.Text);

    [Fact]
    public void Words_in_a_sentence_after_the_saying_are_of_its_day()
    {
        var reports = Pack.Tell(Told, null,
            "\"Đây là bước lùi\", Ngoại trưởng Đức Annalena Baerbock nói với báo chí ở Tallinn (Estonia) hôm 11/6. Bà kêu gọi Nga nối lại đàm phán.");
        Assert.Equal("2022-06-11", reports.Single(report => report.Act == "appeal").Date?.Text);
    }

    [Fact]
    public void An_undated_title_takes_the_day_of_the_news()
    {
        var report = Only("summon", "JPN", "Nhật Bản triệu đại sứ Nga", "Hôm 14/6, Bộ Ngoại giao Nhật Bản cho biết đã trao công hàm phản đối Nga.");
        Assert.Equal("2022-06-14", report.Date?.Text);
        Assert.Contains("time.opening", report.Rules);
    }

    [Theory]
    // Who was told of on the day, spoken of again.
    [InlineData("Ông kêu gọi Ba Lan nối lại đàm phán.", "appeal", "RUS", true)]
    [InlineData("Ông Lavrov kêu gọi Ba Lan nối lại đàm phán.", "appeal", "RUS", true)]
    [InlineData("Theo ông, Ba Lan vi phạm Công ước Vienna.", "accuse-breach", "RUS", true)]
    [InlineData("Hai bên nhất trí nối lại đàm phán.", "agree", "RUS", true)]
    // Whoever speaks on the same occasion.
    [InlineData("Tại cuộc họp báo, Pháp lên án Nga.", "criticize", "FRA", true)]
    // What others say they may say on another day.
    [InlineData("Bộ Ngoại giao Pháp lên án quyết định của Nga.", "criticize", "FRA", false)]
    [InlineData("Bà Baerbock lên án quyết định của Nga.", "criticize", "DEU", false)]
    public void The_day_of_the_news_goes_on_to_those_who_were_told_with_it(string paragraph, string act, string source, bool isDated)
    {
        var opening = paragraph.StartsWith("Hai bên", StringComparison.Ordinal) ? "Hôm 14/6, Nga và Ba Lan đàm phán ở Minsk." : "Hôm 14/6, Ngoại trưởng Nga Sergei Lavrov cáo buộc Ba Lan khiêu khích.";
        string[] story = [opening, "Dư luận hai nước chờ đợi. Không ai nói gì thêm.", paragraph];
        var report = Only(act, source, null, story);
        Assert.Equal(isDated ? "2022-06-14" : null, report.Date?.Text);
        if (!isDated) return;
        Assert.Equal("Hôm 14/6", report.When?.Words);
        Assert.Contains("time.running", report.Rules);
    }

    [Theory]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Anh triệu hồi đại sứ tại Nga.", "recall", "GBR", "2018-03")]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Nga triệu hồi đại sứ tại Anh.", "recall", "RUS", "2018-03")]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Kenya lập tức triệu hồi đại sứ tại Nga.", "recall", "KEN", "2018-03")]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Kenya triệu hồi đại sứ tại Nga.", "recall", "KEN", null)]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Nga lên án Anh.", "criticize", "RUS", null)]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Pháp ủng hộ Anh. Anh triệu hồi đại sứ tại Nga.", "recall", "GBR", null)]
    [InlineData("Từ tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Anh triệu hồi đại sứ tại Nga.", "recall", "GBR", null)]
    public void A_day_reaches_the_sentence_behind_it_for_those_it_tells_of(string paragraph, string act, string source, string? date) => Assert.Equal(date, Only(act, source, null, paragraph).Date?.Text);

    [Theory]
    [InlineData("Trước đó, Bộ Ngoại giao Pháp lên án Nga.")]
    [InlineData("Bộ Ngoại giao Pháp từng lên án Nga.")]
    [InlineData("Pháp nhiều lần lên án Nga.")]
    [InlineData("Tháng 3/2018, Anh trục xuất 23 nhà ngoại giao Nga. Pháp lên án Nga.")]
    public void Background_is_never_dated_as_news(string paragraph) =>
        Assert.NotEqual("2022-06-14", Only("criticize", "FRA", null, "Hôm 14/6, Nga trục xuất 3 nhà ngoại giao Ba Lan.", paragraph).Date?.Text);

    [Fact]
    public void A_day_in_a_clause_of_time_is_not_the_day_of_the_news()
    {
        var report = Only("sever-relations", "MEX", "Mexico cắt quan hệ với Ecuador", "Mexico cắt đứt quan hệ ngoại giao với Ecuador sau khi cảnh sát nước này xông vào đại sứ quán Mexico đêm 12/6.",
            "Tổng thống Mexico hôm 13/6 cáo buộc Ecuador vi phạm luật pháp quốc tế.");
        Assert.Equal("2022-06-13", report.Date?.Text);
    }

    [Fact]
    public void The_same_day_after_an_undated_act_of_the_news_is_its_day()
    {
        var reports = Pack.Tell(Told, null, "Bộ Ngoại giao Philippines hôm nay triệu đại sứ Trung Quốc.", "Vụ việc xảy ra sáng 14/6, khi tàu hải cảnh Trung Quốc phun vòi rồng.",
            "Mỹ lên án hành động của Trung Quốc. Cùng ngày, Nhật Bản chỉ trích Trung Quốc.");
        Assert.Equal("2022-06-15", reports.Single(report => report.Source is ["JPN"]).Date?.Text);
    }

    [Fact]
    public void Days_to_come_stay_in_no_paragraph()
    {
        var reports = Pack.Tell(Told, null, "Hôm 14/6, Quốc hội Thổ Nhĩ Kỳ phê chuẩn nghị định thư.", "Tổng thống Erdogan dự kiến ký văn kiện trong vài ngày tới. Tại cuộc họp báo, Thụy Điển hoan nghênh Thổ Nhĩ Kỳ.");
        Assert.Equal("2022-06-14", reports.Single(report => report.Act == "support").Date?.Text);
    }

    [Fact]
    public void Background_lasts_until_the_story_comes_back_to_its_news()
    {
        string[] story = ["Hôm 14/6, Nga trục xuất 3 nhà ngoại giao Ba Lan.", "Năm 2018, Anh trục xuất 23 nhà ngoại giao Nga.", "Pháp lên án Nga."];
        Assert.Null(Only("criticize", "FRA", null, story).Date);
        story[2] = "Lần này, Pháp lên án Nga.";
        Assert.Equal("2022-06-14", Only("criticize", "FRA", null, story).Date?.Text);
    }

    [Fact]
    public void A_report_of_what_was_done_takes_the_day_of_the_telling_only_where_no_other_sentence_knows_better()
    {
        string[] story = ["Hôm 14/6, Liên hợp quốc cho biết Mỹ đã gửi thông báo chính thức về việc rút khỏi UNESCO.", "Mỹ gửi thông báo chính thức rút khỏi UNESCO ngày 10/6."];
        Assert.Equal("2022-06-10", Only("notify-withdrawal", "USA", null, story).Date?.Text);
        Assert.Equal("2022-06-14", Only("notify-withdrawal", "USA", null, story[0]).Date?.Text);
    }

    [Fact]
    public void A_year_after_somebodys_announcement_counts_from_it()
    {
        var reports = Pack.Tell(Told, null,
            "Ngày 8/5/2018, Tổng thống Mỹ Donald Trump tuyên bố rút khỏi thỏa thuận hạt nhân Iran. Ngày 5/11/2018, Mỹ trừng phạt Iran.",
            "Đúng một năm sau tuyên bố của ông Trump, Iran ngừng thực hiện thỏa thuận hạt nhân.");
        Assert.Equal("2019-05-08", reports.Single(report => report.Source is ["IRN"] && report.Date is not null).Date?.Text);
    }

    [Theory]
    [InlineData("2019-02-01/2022-03-31", "Ngày 9/3, Ba Lan trục xuất 5 nhà ngoại giao Nga.", null)]
    [InlineData("2019-02-01/2022-03-31", "Tuần trước, Ba Lan trục xuất 5 nhà ngoại giao Nga.", null)]
    [InlineData("2019-02-01/2022-03-31", "Tháng 3/2018, Ba Lan trục xuất 5 nhà ngoại giao Nga.", "2018-03")]
    [InlineData("2022-03-01/2022-03-31", "Ngày 9/3, Ba Lan trục xuất 5 nhà ngoại giao Nga.", "2022-03-09")]
    public void A_day_of_one_of_several_years_is_no_stretch_of_years(string told, string text, string? date)
    {
        var report = Assert.Single(Pack.Tell(told, null, text), one => one.Act == "expel");
        Assert.Equal(date, report.Date?.Text);
        Assert.NotNull(report.When);
    }

    [Fact]
    public void Where_nothing_shows_the_day_there_is_none() => Assert.Null(Only("criticize", "FRA", null, "Pháp lên án Nga.").Date);

    [Theory]
    // A decision that takes effect is the exit; an agreement that takes effect enters into force.
    [InlineData("Ngày 10/1/2003, Triều Tiên tuyên bố rút khỏi NPT, có hiệu lực từ ngày 11/1/2003.", "withdraw", "2003-01-11")]
    [InlineData("Ngày 12/10/2017, Mỹ thông báo rút khỏi UNESCO. Quyết định sẽ bắt đầu có hiệu lực từ ngày 31/12/2018.", "withdraw", "2018-12-31")]
    [InlineData("Mỹ và Nga ký New START năm 2010, có hiệu lực ngày 5/2/2011.", "enter-into-force", "2011-02-05")]
    // The year of a treaty that goes on being described dates nothing else; the year after a verb's object does.
    [InlineData("Nga đình chỉ thỏa thuận năm 2013 về hợp tác hạt nhân với Mỹ hôm 5/10/2016.", "suspend", "2016-10-05")]
    [InlineData("Mỹ rời tổ chức UNESCO vào cuối năm 1984.", "withdraw", "1984-10-01/1984-12-31")]
    [InlineData("Ngày 17/3/2018, Philippines gửi thông báo rút khỏi ICC. Việc rút khỏi ICC có hiệu lực một năm sau, tức ngày 17/3/2019.", "withdraw", "2019-03-17")]
    public void The_day_of_an_act_is_the_one_told_for_it(string text, string act, string date) =>
        Assert.Contains(Pack.Tell("2020-06-01", null, text), report => report.Act == act && report.Date?.Text == date);
}
