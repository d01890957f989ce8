// Where parties stand by what pages tell, alone and beside the record.
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class EventStatusTests
{
    /// <summary>What the story of 15 January 2021 tells of Open Skies, its wrong day included.</summary>
    private static readonly DraftPage January = new DraftPage("2021-01-15", "Nga rút khỏi Hiệp ước Bầu trời Mở", "thủ tục", "Mỹ rút ngày 11/11/2020", "Mỹ ra khỏi ngày 22/11")
        .Report(1, "announce-withdrawal", "RUS", "open-skies", "2021-01-15", also: 2)
        .Report(2, "notify-withdrawal", "RUS", "open-skies", status: ReportStatus.Intended)
        .Report(3, "withdraw", "USA", "open-skies", "2020-11-11")
        .Report(4, "announce-withdrawal", "USA", "open-skies", "2020-05-21/2020-05-31")
        .Report(4, "sign", "", "open-skies", "1992")
        .Report(4, "enter-into-force", "", "open-skies", "2002")
        .Report(4, "withdraw", "USA", "open-skies", "2020-11-22");

    [Theory]
    [InlineData("USA", "2020-11-22", "withdrawn")]
    [InlineData("USA", "2020-11-11", "in-force")]
    [InlineData("RUS", "2021-12-17", "in-force")]
    [InlineData("DEU", "2020-11-22", "unknown")]
    public void By_one_story_alone(string party, string day, string status)
    {
        var answer = Of("open-skies", party, day, Basis.Reports, January);
        Assert.Equal(status, answer.Status.Word());
        Assert.Empty(answer.Clocks);
        Assert.False(answer.Verified);
    }

    [Theory]
    [InlineData("2020-11-11", "notice-running")]
    [InlineData("2020-11-21", "notice-running")]
    [InlineData("2020-11-22", "withdrawn")]
    public void An_impossible_day_does_not_contest_the_record(string day, string status)
    {
        var answer = Of("open-skies", "USA", day, Basis.All, January);
        Assert.Equal((status, false), (answer.Status.Word(), answer.Contested));
    }

    [Fact]
    public void Reports_that_agree_with_the_record_stand_among_its_reasons() =>
        Assert.Contains(Of("open-skies", "USA", "2020-11-22", Basis.All, January).Because, reason => reason.Text.Key == "reason.also-reported" && reason.Report is not null);

    [Fact]
    public void What_is_intended_conditional_or_alleged_moves_nothing()
    {
        foreach (var status in (ReportStatus[])[ReportStatus.Intended, ReportStatus.Conditional, ReportStatus.Alleged])
            Assert.Equal(PartyStatus.InForce, Of("open-skies", "DEU", "2030-01-01", Basis.All, new DraftPage("2029-01-01", "t", "b").Report(2, "withdraw", "DEU", "open-skies", "2028-12-01", status: status)).Status);
        Assert.Equal(PartyStatus.InForce, Of("open-skies", "DEU", "2030-01-01", Basis.All, new DraftPage("2029-01-01", "t", "b").Report(2, "withdraw", "DEU", "open-skies", "2028-12-01", polarity: Polarity.Denied)).Status);
    }

    [Fact]
    public void An_act_that_the_record_lacks_is_added_and_starts_its_clock()
    {
        var page = new DraftPage("2029-01-02", "t", "b").Report(2, "notify-withdrawal", "DEU", "open-skies", "2029-01-01");
        var answer = Of("open-skies", "DEU", "2029-06-30", Basis.All, page);
        Assert.Equal((PartyStatus.NoticeRunning, new Clock("withdrawal", StatusTests.Day("2029-01-01"), StatusTests.Day("2029-07-01"))), (answer.Status, answer.Clocks.Single(clock => clock.What == "withdrawal")));
        Assert.Equal(PartyStatus.Withdrawn, Of("open-skies", "DEU", "2029-07-01", Basis.All, page).Status);
        Assert.Equal(PartyStatus.InForce, Of("open-skies", "DEU", "2029-06-30", Basis.Register, page).Status);
        Assert.False(answer.Verified);
    }

    [Fact]
    public void A_notice_told_for_another_day_than_on_record_is_a_view_between_the_two()
    {
        var page = new DraftPage("2021-06-20", "t", "b").Report(2, "notify-withdrawal", "RUS", "open-skies", "2021-06-10");
        var answer = Of("open-skies", "RUS", "2021-06-15", Basis.All, page);
        Assert.Equal((PartyStatus.InForce, true), (answer.Status, answer.Contested));
        Assert.Equal(PartyStatus.NoticeRunning, Assert.Single(answer.Views).Status);
        Assert.NotEmpty(answer.Views[0].Reports);
        Assert.False(Of("open-skies", "RUS", "2021-06-18", Basis.All, page).Contested);
    }

    [Fact]
    public void What_was_told_later_was_not_known_before() =>
        Assert.Equal(PartyStatus.Unknown, Statuses.Of(Shipped.Agreement("open-skies"), Events(January), new(StatusTests.Day("2020-11-22"), StatusTests.Day("2021-01-14"), Basis.Reports), "USA").Single().Status);

    [Fact]
    public void A_ceiling_that_pages_tell_holds_where_the_record_has_none()
    {
        var page = new DraftPage("2021-10-07", "t", "b").Report(2, "limit-staff", "NATO", "russia-mission-to-nato", "2021-10-06", "RUS", quantities: [new(20, "person", "from"), new(10, "person", "to")]);
        Assert.Equal(10, Of("russia-mission-to-nato", "RUS", "2021-10-06", Basis.Reports, page).Limits.Single().Value);
        Assert.Single(Of("russia-mission-to-nato", "RUS", "2021-10-06", Basis.All, page).Limits, limit => limit.What == "staff");
    }

    private static IReadOnlyList<Event> Events(params IReadOnlyList<DraftPage> pages) =>
        new EventFold(Shipped.Acts, new([], CreditWords.None)).Of(pages.SelectMany(page => page.Reading().Reports), [], new Dictionary<string, PageOrigin>());

    private static StatusAnswer Of(string agreement, string party, string day, Basis basis, params IReadOnlyList<DraftPage> pages) =>
        Statuses.Of(Shipped.Agreement(agreement), Events(pages), new(StatusTests.Day(day), Basis: basis), party).First(answer => answer.Towards is null);
}
