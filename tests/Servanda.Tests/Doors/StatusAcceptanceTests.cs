// The answers per day that the record of the shipped agreements must give, through the command.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class StatusAcceptanceTests
{
    private static JsonElement Status(params string[] arguments)
    {
        var answer = Command.Run(["status", .. arguments, "--format", "json"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    [Theory]
    [InlineData("open-skies", "USA", "2020-11-11", "notice-running", true)]
    [InlineData("open-skies", "USA", "2020-11-21", "notice-running", true)]
    [InlineData("open-skies", "USA", "2020-11-22", "withdrawn", false)]
    [InlineData("open-skies", "RUS", "2021-01-15", "in-force", true)]
    [InlineData("open-skies", "RUS", "2021-06-18", "notice-running", true)]
    [InlineData("open-skies", "RUS", "2021-12-17", "notice-running", true)]
    [InlineData("open-skies", "RUS", "2021-12-18", "withdrawn", false)]
    [InlineData("inf", "USA", "2019-02-03", "suspended", true)]
    [InlineData("inf", "RUS", "2019-02-03", "suspended", true)]
    [InlineData("inf", "USA", "2019-08-01", "suspended", true)]
    [InlineData("inf", "RUS", "2019-08-01", "suspended", true)]
    [InlineData("inf", "USA", "2019-08-02", "ended", false)]
    [InlineData("inf", "RUS", "2019-08-02", "ended", false)]
    [InlineData("new-start", "RUS", "2023-03-01", "suspended", true)]
    [InlineData("new-start", "RUS", "2026-02-06", "ended", false)]
    [InlineData("new-start", "USA", "2026-02-06", "ended", false)]
    public void A_party_stands_where_the_terms_put_it(string agreement, string party, string day, string status, bool inForce)
    {
        var answer = Status(agreement, "--party", party, "--on", day)[0];
        Assert.Equal((agreement, party, day), (answer.GetProperty("agreement").GetString(), answer.GetProperty("party").GetString(), answer.GetProperty("on").GetString()));
        Assert.Equal((status, inForce), (answer.GetProperty("status").GetString(), answer.GetProperty("inForce").GetBoolean()));
    }

    [Fact]
    public void No_clock_runs_before_the_notice() => Assert.Empty(Status("open-skies", "--party", "RUS", "--on", "2021-01-15")[0].GetProperty("clocks").EnumerateArray());

    [Fact]
    public void A_notice_starts_the_clock_that_ends_six_months_later()
    {
        var clock = Assert.Single(Status("open-skies", "--party", "USA", "--on", "2020-11-11")[0].GetProperty("clocks").EnumerateArray());
        Assert.Equal(("withdrawal", "2020-05-22", "2020-11-22"), (clock.GetProperty("what").GetString(), clock.GetProperty("from").GetString(), clock.GetProperty("ends").GetString()));
    }

    [Theory]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-26", 30)]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-27", 20)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-06", 10)]
    [InlineData("us-russia-diplomatic", "USA", "2017-08-31", null)]
    [InlineData("us-russia-diplomatic", "USA", "2017-09-01", 455)]
    public void A_ceiling_holds_from_its_day(string agreement, string party, string day, int? ceiling)
    {
        var limits = Status(agreement, "--party", party, "--on", day)[0].GetProperty("limits").EnumerateArray().Where(limit => limit.GetProperty("what").GetString() == "staff").ToList();
        if (ceiling is null) Assert.Empty(limits);
        else Assert.Equal(ceiling, Assert.Single(limits).GetProperty("value").GetInt32());
    }

    [Fact]
    public void What_was_announced_is_expected_as_known_before()
    {
        var answer = Status("open-skies", "--party", "USA", "--known-at", "2020-06-01", "--on", "2020-12-01")[0];
        Assert.Equal(("withdrawn", true), (answer.GetProperty("status").GetString(), answer.GetProperty("expected").GetBoolean()));
    }

    [Fact]
    public void Before_any_page_is_read_the_pages_say_nothing() =>
        Assert.Equal("unknown", Status("open-skies", "--party", "USA", "--on", "2020-11-22", "--basis", "reports")[0].GetProperty("status").GetString());

    [Fact]
    public void Every_answer_gives_its_reasons_down_to_an_article() =>
        Assert.Contains(Status("open-skies", "--party", "USA", "--on", "2020-11-22")[0].GetProperty("because").EnumerateArray(), reason => reason.GetString()!.Contains("XV(2)", StringComparison.Ordinal));
}
