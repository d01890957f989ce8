// Where parties stand on a day: the examples beside each agreement, and what the record of the regimes says.
using NodaTime;
using NodaTime.Text;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class StatusTests
{
    public static TheoryData<string, int> Examples => new(Shipped.Files.SelectMany(file => file.Examples.Select(example => (file.Agreement.Id, example.Line))));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_beside_an_agreement_holds(string id, int line)
    {
        var example = Shipped.Files.Single(file => file.Agreement.Id == id).Examples.Single(each => each.Line == line);
        Assert.Empty(Terms.Examples.Failures(Shipped.Agreement(id), example));
    }

    [Theory]
    [InlineData("open-skies", "USA", "2020-11-11", "notice-running")]
    [InlineData("open-skies", "USA", "2020-11-22", "withdrawn")]
    [InlineData("open-skies", "RUS", "2021-01-15", "in-force")]
    [InlineData("open-skies", "RUS", "2021-06-18", "notice-running")]
    [InlineData("open-skies", "RUS", "2021-12-17", "notice-running")]
    [InlineData("open-skies", "RUS", "2021-12-18", "withdrawn")]
    [InlineData("inf", "USA", "2019-02-03", "suspended")]
    [InlineData("inf", "RUS", "2019-02-03", "suspended")]
    [InlineData("inf", "USA", "2019-08-01", "suspended")]
    [InlineData("inf", "RUS", "2019-08-01", "suspended")]
    [InlineData("inf", "USA", "2019-08-02", "ended")]
    [InlineData("inf", "RUS", "2019-08-02", "ended")]
    [InlineData("new-start", "RUS", "2023-03-01", "suspended")]
    [InlineData("new-start", "USA", "2023-03-01", "in-force")]
    [InlineData("new-start", "RUS", "2026-02-06", "ended")]
    [InlineData("new-start", "USA", "2026-02-06", "ended")]
    public void The_record_says_where_a_party_stands(string id, string party, string day, string status) =>
        Assert.Equal(status, Answer(id, party, day).Status.Word());

    [Fact]
    public void Before_its_notice_no_clock_runs_for_Russia() => Assert.Empty(Answer("open-skies", "RUS", "2021-01-15").Clocks);

    [Fact]
    public void On_the_day_of_effect_the_clock_that_ended_is_shown()
    {
        var answer = Answer("open-skies", "USA", "2020-11-22");
        Assert.Equal([new Clock("withdrawal", Day("2020-05-22"), Day("2020-11-22"))], answer.Clocks);
        Assert.False(answer.InForce);
        Assert.False(answer.Contested);
        Assert.Contains(answer.Because, reason => reason.Article == "XV(2)" && reason.Text.Key == "reason.add-period");
    }

    [Fact]
    public void After_a_notice_the_conference_is_due_until_it_is_held()
    {
        Assert.Contains(Answer("open-skies", "USA", "2020-07-01").Clocks, clock => clock == new Clock("conference", Day("2020-06-21"), Day("2020-07-21")));
        Assert.DoesNotContain(Answer("open-skies", "USA", "2020-07-08").Clocks, clock => clock.What == "conference");
    }

    [Fact]
    public void What_a_notice_announces_is_expected_as_long_as_the_day_has_not_come()
    {
        var answer = Statuses.Of(Shipped.Agreement("open-skies"), [], new(Day("2020-12-01"), Day("2020-06-01")), "USA").Single();
        Assert.Equal(PartyStatus.Withdrawn, answer.Status);
        Assert.True(answer.Expected);
        Assert.Contains(answer.Because, reason => reason.Text.Key == "reason.clock-ran-out" && reason.Text.Arguments.Contains("2020-11-22"));
    }

    [Fact]
    public void Before_a_notice_was_given_nobody_could_expect_the_exit() =>
        Assert.Equal(PartyStatus.InForce, Statuses.Of(Shipped.Agreement("open-skies"), [], new(Day("2020-12-01"), Day("2020-05-21")), "USA").Single().Status);

    [Theory]
    [InlineData("2018-03-26", 30)]
    [InlineData("2018-03-27", 20)]
    [InlineData("2021-10-05", 20)]
    [InlineData("2021-10-06", 10)]
    public void The_Russian_mission_to_NATO_has_the_ceiling_of_its_day(string day, int ceiling)
    {
        var limit = Answer("russia-mission-to-nato", "RUS", day).Limits.Single(each => each.What == "staff");
        Assert.Equal((ceiling, "person"), (limit.Value, limit.Unit));
    }

    [Fact]
    public void American_staff_in_Russia_has_no_ceiling_before_September_2017()
    {
        Assert.DoesNotContain(Answer("us-russia-diplomatic", "USA", "2017-08-31").Limits, limit => limit.What == "staff");
        Assert.Equal(455, Answer("us-russia-diplomatic", "USA", "2017-09-01").Limits.Single(limit => limit.What == "staff").Value);
    }

    [Fact]
    public void The_notice_for_trips_is_told_by_two_accounts_and_therefore_contested()
    {
        var limits = Answer("us-russia-diplomatic", "RUS", "2018-01-01").Limits.Where(limit => limit.What == "trip-notice").ToList();
        Assert.Equal([("izvestia", 3m, "day", true), ("USA", 24m, "hour", true)], limits.OrderBy(limit => limit.Value).Select(limit => (limit.By!, limit.Value!.Value, limit.Unit, limit.Contested)));
    }

    [Fact]
    public void Without_pages_the_pages_say_nothing() =>
        Assert.All(Statuses.Of(Shipped.Agreement("open-skies"), [], new(Day("2020-11-22"), Basis: Basis.Reports)), answer => Assert.Equal((PartyStatus.Unknown, null), (answer.Status, answer.InForce)));

    [Fact]
    public void An_objection_makes_a_suspension_contested_from_its_day()
    {
        Assert.Empty(Answer("new-start", "RUS", "2023-03-01").Views);
        var views = Answer("new-start", "RUS", "2023-06-01").Views;
        Assert.Equal([("RUS", PartyStatus.Suspended), ("USA", PartyStatus.InForce)], views.Select(view => (view.By.Single(), view.Status)));
    }

    internal static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    internal static StatusAnswer Answer(string id, string party, string day) => Statuses.Of(Shipped.Agreement(id), [], new(Day(day)), party).First(answer => answer.Towards is null);
}
