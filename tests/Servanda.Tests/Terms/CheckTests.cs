// Facts held against the limits of their day.
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class CheckTests
{
    [Theory]
    [InlineData("ground-launched-missile", "499 km", "2019-01-15", Verdict.Free, null)]
    [InlineData("ground-launched-missile", "500 km", "2019-01-15", Verdict.Banned, "II(6)")]
    [InlineData("ground-launched-missile", "1000 km", "2019-01-15", Verdict.Banned, "II(6)")]
    [InlineData("ground-launched-missile", "1001 km", "2019-01-15", Verdict.Banned, "II(5)")]
    [InlineData("ground-launched-missile", "5500 km", "2019-01-15", Verdict.Banned, "II(5)")]
    [InlineData("ground-launched-missile", "5501 km", "2019-01-15", Verdict.Free, null)]
    [InlineData("air-launched-missile", "1000 km", "2019-01-15", Verdict.Free, null)]
    [InlineData("ground-launched-missile", "1000 km", "2019-08-02", Verdict.NoLimit, null)]
    public void A_missile_is_banned_by_its_range_where_it_is_launched_from_the_ground_and_the_treaty_stands(string what, string range, string day, Verdict verdict, string? article)
    {
        var answer = Check($"facts: [{{ what: {what}, party: RUS, on: {day}, range: {range} }}]");
        Assert.Equal(verdict, answer.Verdict);
        if (article is not null) Assert.Equal(article, answer.Lines.Single(line => line.Verdict == verdict).Because[0].Article);
    }

    [Theory]
    [InlineData("third-secretary", "30 mile", "2 days", Verdict.Contested)]
    [InlineData("third-secretary", "30 mile", "72 hours", Verdict.Within)]
    [InlineData("third-secretary", "30 mile", "20 hours", Verdict.Breached)]
    [InlineData("third-secretary", "25 mile", "0 hours", Verdict.Within)]
    [InlineData("third-secretary", "41 km", "2 days", Verdict.Contested)]
    [InlineData("third-secretary", "40 km", "0 hours", Verdict.Within)]
    [InlineData("counsellor", "300 mile", "0 hours", Verdict.Exempt)]
    public void A_trip_needs_the_notice_of_its_distance_and_rank(string rank, string distance, string notice, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: trip, party: RUS, rank: {rank}, on: 2017-08-18, distance: {distance}, notice: {notice} }}]").Verdict);

    [Fact]
    public void A_radius_that_was_only_considered_does_not_apply()
    {
        var limits = StatusTests.Answer("us-russia-diplomatic", "RUS", "2017-08-18").Limits.Where(limit => limit.What == "travel-radius-without-notice").ToList();
        Assert.Equal([(25m, false), (15m, true)], limits.OrderByDescending(limit => limit.Value).Select(limit => (limit.Value!.Value, limit.Conditional)));
        Assert.Equal(Verdict.Within, Check("facts: [{ what: trip, party: RUS, rank: attache, on: 2017-08-18, distance: 12 mile, notice: 0 hours }]").Verdict);
    }

    [Theory]
    [InlineData("2017-08-31", 700, Verdict.NoLimit)]
    [InlineData("2017-09-01", 455, Verdict.Within)]
    [InlineData("2017-09-01", 456, Verdict.Breached)]
    public void A_head_count_is_held_against_the_ceiling_of_its_day(string day, int count, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: staff, agreement: us-russia-diplomatic, party: USA, on: {day}, count: {count} }}]").Verdict);

    [Theory]
    [InlineData("72 hours", "96 hours", 41, Verdict.Within)]
    [InlineData("71 hours", "96 hours", 41, Verdict.Breached)]
    [InlineData("72 hours", "97 hours", 41, Verdict.Breached)]
    [InlineData("72 hours", "96 hours", 42, Verdict.Breached)]
    [InlineData("3 days", "4 days", 0, Verdict.Within)]
    public void An_observation_flight_keeps_notice_duration_and_quota(string notice, string duration, int flown, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: observation-flight, agreement: open-skies, party: USA, over: RUS, on: 2019-05-01, notice: {notice}, duration: {duration}, flown: {flown} }}]").Verdict);

    [Fact]
    public void A_measure_that_is_missing_is_said_and_never_guessed() =>
        Assert.Equal(Verdict.Unknown, Check("facts: [{ what: ground-launched-missile, party: RUS, on: 2019-01-15 }]").Verdict);

    [Fact]
    public void Facts_come_as_lines_of_JSON_too()
    {
        var faults = new List<Fault>();
        var facts = FactFiles.Parse("facts.jsonl", "{\"what\":\"staff\",\"agreement\":\"us-russia-diplomatic\",\"party\":\"USA\",\"on\":\"2017-09-01\",\"count\":\"456\"}\n{\"id\":\"b\",\"what\":\"trip\",\"party\":\"RUS\",\"on\":\"2017-08-18\"}\n", faults);
        Assert.Empty(faults);
        Assert.Equal(["1", "b"], facts.Select(fact => fact.Id));
    }

    [Fact]
    public void Facts_with_faults_are_told_with_their_lines_and_none_is_used()
    {
        var faults = new List<Fault>();
        Assert.Empty(FactFiles.Parse("facts.jsonl", "{\"what\":\"staff\",\"party\":\"USA\",\"on\":\"2017-09-01\"}\n{\"what\":\"trip\",\"on\":\"2017-02-30\",\"distance\":\"far\"}\n", faults));
        Assert.Equal([2, 2, 2], faults.Select(fault => fault.Line));
    }

    private static CheckAnswer Check(string yaml)
    {
        var faults = new List<Fault>();
        var fact = Assert.Single(FactFiles.Parse("facts.yaml", yaml, faults));
        Assert.Empty(faults);
        return Checks.Of(fact, Shipped.Files.Select(file => file.Agreement), []);
    }
}
