// What the terms say of pages: contradictions found, and pages that are right left alone.
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class FindingsTests
{
    [Fact]
    public void An_exit_eleven_days_too_early_is_impossible_and_the_right_day_is_named()
    {
        var finding = Only(new DraftPage("2021-01-15", "Nga khởi động thủ tục", "Mỹ rút khỏi Hiệp ước Bầu trời Mở ngày 11/11/2020.").Report(2, "withdraw", "USA", "open-skies", "2020-11-11"));
        Assert.Equal((FindingKind.Impossible, "date"), (finding.Kind, finding.About));
        Assert.Equal(new Message("repair.other-day", "2020-11-22", "2020-11-11"), finding.Repair);
        Assert.Contains(finding.Because, reason => reason.Article == "XV(2)" && reason.Text == new Message("reason.add-period", "2020-05-22", "6", "month", "2020-11-22"));
    }

    [Fact]
    public void A_plan_to_be_out_before_any_notice_could_run_is_impossible_and_notice_is_the_repair()
    {
        var finding = Only(new DraftPage("2019-02-01", "Đàm phán INF bế tắc", "Nếu Moscow không tuân thủ, Mỹ sẽ chính thức rút khỏi INF đúng thời hạn 2/2.")
            .Report(2, "withdraw", "USA", "inf", "2019-02-02", status: ReportStatus.Conditional));
        Assert.Equal(FindingKind.Impossible, finding.Kind);
        Assert.Equal(new Message("repair.act-instead", "notify-withdrawal", "2019-02-02", "2019-08-02"), finding.Repair);
    }

    [Fact]
    public void A_plan_that_a_running_notice_allows_is_left_alone() =>
        Assert.Empty(Of(new DraftPage("2020-06-10", "Mỹ sắp rời Bầu trời Mở", "Mỹ sẽ rút khỏi Hiệp ước Bầu trời Mở ngày 22/11.").Report(2, "withdraw", "USA", "open-skies", "2020-11-22", status: ReportStatus.Intended)));

    /// <summary>As a reader may take "hôm 1/2 thông báo … rút khỏi INF sau 6 tháng": the day is that of the announcement.</summary>
    [Fact]
    public void A_day_from_which_the_told_term_leads_to_the_exit_is_no_exit_told_too_early()
    {
        Assert.Empty(Of(new DraftPage("2019-02-03", "Nga, Mỹ cùng đình chỉ", "Ông Pompeo hôm 1/2 thông báo Mỹ sẽ rút khỏi INF sau 6 tháng.").Report(2, "withdraw", "USA", "inf", "2019-02-01", quantities: [new(6, "month", "notice")])));
        // A term that leads elsewhere excuses nothing.
        Assert.Single(Of(new DraftPage("2021-01-15", "Nga khởi động thủ tục", "Mỹ rút khỏi Hiệp ước Bầu trời Mở ngày 11/11/2020, sau khi báo trước 6 tháng.").Report(2, "withdraw", "USA", "open-skies", "2020-11-11", quantities: [new(6, "month", "notice")])));
    }

    [Fact]
    public void A_plan_that_ends_before_the_running_notice_does_is_impossible() =>
        Assert.Equal(new Message("repair.other-day", "2020-11-22", "2020-10-01"), Only(new DraftPage("2020-06-10", "Mỹ sắp rời Bầu trời Mở", "Mỹ sẽ rút khỏi Hiệp ước Bầu trời Mở ngày 1/10.")
            .Report(2, "withdraw", "USA", "open-skies", "2020-10-01", status: ReportStatus.Intended)).Repair);

    [Theory]
    [InlineData("2020-11-22")]
    [InlineData("2020-11")]
    [InlineData("2020")]
    public void An_exit_told_for_its_day_or_about_it_is_left_alone(string date) =>
        Assert.Empty(Of(new DraftPage("2020-11-24", "Mỹ đã rời Bầu trời Mở", "Mỹ rút khỏi Hiệp ước Bầu trời Mở.").Report(2, "withdraw", "USA", "open-skies", date)));

    [Fact]
    public void The_day_of_the_announcement_told_as_exit_is_imprecise_and_not_impossible() =>
        Assert.Equal(FindingKind.Imprecise, Only(new DraftPage("2020-06-10", "Hiệp ước Bầu trời Mở lung lay", "Ngày 21/5 Mỹ rút khỏi hiệp ước.").Report(2, "withdraw", "USA", "open-skies", "2020-05-21")).Kind);

    [Fact]
    public void The_pages_own_notice_starts_a_clock_that_its_own_exit_must_keep()
    {
        var finding = Only(new DraftPage("2030-03-01", "Đan Mạch rời Bầu trời Mở", "Đan Mạch thông báo ngày 1/10/2029, rút khỏi ngày 15/1/2030.")
            .Report(2, "notify-withdrawal", "DNK", "open-skies", "2029-10-01").Report(2, "withdraw", "DNK", "open-skies", "2030-01-15"));
        Assert.Equal((FindingKind.Impossible, "2030-04-01"), (finding.Kind, finding.Repair!.Arguments[0]));
    }

    [Fact]
    public void A_headline_of_exit_over_procedures_at_home_overstates()
    {
        var finding = Only(new DraftPage("2021-01-15", "Nga rút khỏi Hiệp ước Bầu trời Mở", "Nga bắt đầu thủ tục trong nước để rút khỏi hiệp ước.").Report(1, "announce-withdrawal", "RUS", "open-skies", "2021-01-15", also: 2));
        Assert.Equal((FindingKind.Inconsistent, "act"), (finding.Kind, finding.About));
        Assert.Equal("repair.headline", finding.Repair!.Key);
    }

    [Fact]
    public void A_headline_coded_as_exit_over_a_story_of_an_announcement_overstates() =>
        Assert.Equal("finding.headline-overstates", Only(new DraftPage("2021-01-15", "Nga rút khỏi Hiệp ước Bầu trời Mở", "Nga tuyên bố bắt đầu thủ tục trong nước.")
            .Report(1, "withdraw", "RUS", "open-skies").Report(2, "announce-withdrawal", "RUS", "open-skies", "2021-01-15")).Says.Key);

    [Theory]
    [InlineData("Nga bắt đầu thủ tục rút khỏi Hiệp ước Bầu trời Mở")]
    [InlineData("Nga tuyên bố rút khỏi Hiệp ước Bầu trời Mở")]
    [InlineData("Nga sẽ rút khỏi Hiệp ước Bầu trời Mở")]
    [InlineData("Vì sao Nga rút khỏi Hiệp ước Bầu trời Mở?")]
    public void A_headline_that_says_what_the_story_says_is_left_alone(string title) =>
        Assert.Empty(Of(new DraftPage("2021-01-15", title, "Nga bắt đầu thủ tục trong nước.").Report(1, "announce-withdrawal", "RUS", "open-skies", "2021-01-15", also: 2)));

    [Fact]
    public void A_headline_of_exit_over_an_announcement_to_leave_at_once_repeats_it() =>
        Assert.Empty(Of(new DraftPage("2024-01-28", "Mali rời khỏi ECOWAS", "Chính quyền quân sự Mali tuyên bố rút khỏi ECOWAS ngay lập tức.").Report(2, "announce-withdrawal", "MLI", "ecowas", "2024-01-28", also: 1)));

    [Fact]
    public void A_headline_of_exit_on_the_day_of_exit_is_left_alone() =>
        Assert.Empty(Of(new DraftPage("2021-12-18", "Nga rút khỏi Hiệp ước Bầu trời Mở", "Nga hôm nay chính thức ra khỏi hiệp ước sau tuyên bố hồi tháng Một.")
            .Report(1, "withdraw", "RUS", "open-skies", "2021-12-18", also: 2).Report(2, "announce-withdrawal", "RUS", "open-skies", "2021-01")));

    [Fact]
    public void Eight_people_and_ten_posts_leave_two_posts_unexplained()
    {
        var finding = Only(Cut("NATO trục xuất 8 người, cắt phái bộ Nga từ 20 xuống 10."));
        Assert.Equal((FindingKind.Incomplete, "quantity"), (finding.Kind, finding.About));
        Assert.Equal(new Message("repair.vacant-posts", "2"), finding.Repair);
    }

    [Fact]
    public void Posts_told_as_vacant_explain_the_difference() => Assert.Empty(Of(Cut("NATO trục xuất 8 người, bỏ 2 vị trí trống, cắt phái bộ Nga từ 20 xuống 10.")));

    [Fact]
    public void Two_days_for_one_signature_contradict_each_other() =>
        Assert.Equal(new Message("repair.other-day", "2010-04-08", "2011-04-08"), Only(new DraftPage("2023-02-22", "Hồ sơ START mới", "Ký ngày 8/4/2010.", "Ký ngày 8/4/2011.")
            .Report(2, "sign", "RUS,USA", "new-start", "2010-04-08").Report(3, "sign", "RUS,USA", "new-start", "2011-04-08")).Repair);

    [Fact]
    public void An_entry_into_force_in_the_wrong_year_contradicts_the_record() =>
        Assert.Equal("finding.other-day-on-record", Only(new DraftPage("2023-02-22", "Hồ sơ START mới", "Có hiệu lực từ 5/2/2010.").Report(2, "enter-into-force", "RUS,USA", "new-start", "2010-02-05")).Says.Key);

    [Fact]
    public void Notice_given_by_one_account_and_not_received_by_another_is_contested()
    {
        var finding = Only(new DraftPage("2021-10-21", "Nga và NATO", "Nga đã thông báo việc này lên Ban Thư ký NATO.", "NATO nói chưa nhận được bất kỳ thông tin liên lạc chính thức nào.")
            .Report(2, "state", "RUS", target: "NATO").Report(3, "state", "NATO", target: "RUS", polarity: Polarity.Denied));
        Assert.Equal((FindingKind.Contested, "notice"), (finding.Kind, finding.About));
    }

    [Fact]
    public void Who_gave_word_and_who_received_none_is_known_by_their_names_too()
    {
        var pack = new LanguagePack { Language = "vi", Actors = [Actor("RUS", "Nga"), Actor("NATO", "NATO")] };
        var page = new DraftPage("2021-10-21", "Nga và NATO", "Hiện Nga đã thông báo việc này lên Ban Thư ký NATO.", "Người phát ngôn NATO nói sẵn sàng đối thoại với Nga, song chưa nhận được bất kỳ thông tin liên lạc chính thức nào.")
            .Report(3, "offer-talks", "NATO", target: "RUS").Reading();
        var finding = Assert.Single(Findings.OfPage(page, new([.. Shipped.Files.Select(file => file.Agreement)], Shipped.Words, [pack])));
        Assert.Equal(new Message("finding.notice-contested", "RUS", "NATO"), finding.Says);

        static ActorWords Actor(string code, string name) => new(code, true, [name], [], [], [], [], [], [], null);
    }

    [Fact]
    public void An_announcement_that_names_the_day_of_exit_is_held_against_the_clause() =>
        Assert.Equal(FindingKind.Impossible, Only(new DraftPage("2019-02-01", "Đàm phán INF bế tắc", "Nếu Moscow không tuân thủ, Mỹ sẽ chính thức rút khỏi INF đúng thời hạn 2/2.")
            .Report(2, "announce-withdrawal", "USA", "inf", "2019-02-02", status: ReportStatus.Conditional)).Kind);

    [Theory]
    [InlineData("Vấn đề đàm phán để Nga quay lại NATO khó có thể xảy ra.", "RUS", "nato-membership")]
    [InlineData("Ông cho biết không loại trừ khả năng Nga sẽ gia nhập lại NATO.", "RUS", "nato-membership")]
    [InlineData("Washington muốn Trung Quốc trở lại Hiệp ước Các lực lượng hạt nhân tầm trung.", "CHN", "inf")]
    public void Who_was_never_in_it_cannot_return(string sentence, string party, string agreement)
    {
        var finding = Assert.Single(Findings.OfPage(Returning(sentence), BookWithNames));
        Assert.Equal((FindingKind.Imprecise, new Message("finding.never-party", party, agreement)), (finding.Kind, finding.Says));
    }

    /// <summary>A delegation or a person that returns to the place, a body of both, a party that returns, and what is only near the name.</summary>
    [Theory]
    [InlineData("Phái đoàn Nga quay lại NATO sau ba tuần.")]
    [InlineData("Đại sứ Nga trở lại NATO.")]
    [InlineData("Hai bên bàn việc Nga quay lại Hội đồng NATO-Nga.")]
    [InlineData("Nhiều nước muốn Nga quay lại NATO-Nga.")]
    [InlineData("Năm 2009 Pháp quay lại NATO với tư cách đầy đủ.")]
    [InlineData("Nga quay lại đàm phán với NATO.")]
    [InlineData("Mỹ trở lại Hiệp ước Các lực lượng hạt nhân tầm trung là điều khó.")]
    public void A_return_that_can_be_is_left_alone(string sentence) => Assert.Empty(Findings.OfPage(Returning(sentence), BookWithNames));

    private static PageReading Returning(string sentence) => new DraftPage("2021-10-21", "Nga và NATO", sentence).Report(2, "state", "RUS", target: "NATO").Reading();

    private static TermsBook BookWithNames => new([.. Shipped.Files.Select(file => file.Agreement)], Shipped.Words,
        [new LanguagePack { Language = "vi", Actors = [.. (((string, string)[])[("RUS", "Nga"), ("NATO", "NATO"), ("USA", "Mỹ"), ("CHN", "Trung Quốc"), ("FRA", "Pháp")]).Select(pair => new ActorWords(pair.Item1, true, [pair.Item2], [], [], [], [], [], [], null))] }]);

    [Fact]
    public void A_conference_outside_its_window_is_told() =>
        Assert.Equal(new Message("repair.within-window", "2021-07-18/2021-08-17"), Only(new DraftPage("2021-09-03", "Hội nghị Bầu trời Mở", "Hội nghị các bên họp ngày 2/9.").Report(2, "convene", "CAN,HUN", "open-skies", "2021-09-02")).Repair);

    [Theory]
    [InlineData("2020-07-06")]
    [InlineData("2021-07-20")]
    public void A_conference_within_its_window_is_left_alone(string date) =>
        Assert.Empty(Of(new DraftPage("2021-09-03", "Hội nghị Bầu trời Mở", "Hội nghị các bên.").Report(2, "convene", "CAN,HUN", "open-skies", date)));

    [Fact]
    public void The_same_contradiction_on_two_pages_is_one_finding()
    {
        var page = new DraftPage("2021-01-15", "Nga khởi động thủ tục", "Mỹ rút khỏi ngày 11/11/2020.").Report(2, "withdraw", "USA", "open-skies", "2020-11-11").Reading();
        var other = page with { Reports = [.. page.Reports.Select(report => report with { Id = "other", Page = "other" })] };
        var finding = Assert.Single(Findings.OfPages([page, other], Shipped.Book));
        Assert.Equal(["draft", "other"], finding.Pages);
        Assert.Equal(Findings.OfPages([other, page], Shipped.Book).Single().Id, finding.Id);
    }

    private static DraftPage Cut(string line) => new DraftPage("2021-10-07", "NATO cắt giảm phái bộ Nga", line)
        .Report(2, "expel", "NATO", "russia-mission-to-nato", "2021-10-06", "RUS", quantities: [new(8, "person")])
        .Report(2, "limit-staff", "NATO", "russia-mission-to-nato", "2021-10-06", "RUS", quantities: [new(20, "person", "from"), new(10, "person", "to")]);

    private static IReadOnlyList<Finding> Of(DraftPage page) => Findings.OfPage(page.Reading(), Shipped.Book);

    private static Finding Only(DraftPage page) => Assert.Single(Of(page));
}
