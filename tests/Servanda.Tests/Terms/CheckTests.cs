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

    [Theory]
    [InlineData("at: Vorkuta, distance: 6500 km", Verdict.Within)]
    [InlineData("at: vorkuta, distance: 6501 km", Verdict.Breached)]
    [InlineData("at: Kubinka, distance: 5000 km", Verdict.Within)]
    [InlineData("at: Kubinka, distance: 5300 km", Verdict.Contested)]
    [InlineData("at: Kubinka, distance: 5501 km", Verdict.Breached)]
    [InlineData("at: Domodedovo, distance: 100 km", Verdict.Unknown)]
    [InlineData("distance: 100 km", Verdict.Unknown)]
    public void The_longest_distance_depends_on_the_airfield_and_one_that_is_not_on_record_is_said_to_be_missing(string flight, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: observation-flight, agreement: open-skies, party: DEU, over: RUS, on: 2017-10-10, notice: 72 hours, duration: 96 hours, flown: 0, {flight} }}]").Verdict);

    [Theory]
    [InlineData("plan: 24 hours", Verdict.Within)]
    [InlineData("plan: 23 hours", Verdict.Breached)]
    [InlineData("own: 5", Verdict.Within)]
    [InlineData("own: 6", Verdict.Breached)]
    public void A_flight_keeps_the_time_of_its_plan_and_its_own_half_of_the_quota(string measure, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: observation-flight, agreement: open-skies, party: DEU, over: RUS, on: 2019-05-01, notice: 72 hours, duration: 96 hours, flown: 10, {measure} }}]").Verdict);

    [Theory]
    [InlineData("2005-12-31", 30, Verdict.Within)]
    [InlineData("2005-12-31", 31, Verdict.Breached)]
    [InlineData("2006-01-01", 31, Verdict.Within)]
    public void In_the_first_years_three_quarters_of_the_quota_hold(string day, int flown, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: observation-flight, agreement: open-skies, party: USA, over: BLR, on: {day}, notice: 72 hours, duration: 96 hours, flown: {flown} }}]").Verdict);

    [Theory]
    [InlineData("DEU", "RUS", "RUS")]
    [InlineData("RUS", "DEU", "RUS")]
    [InlineData("DEU", "KGZ", "KGZ")]
    public void A_flight_wants_two_bound_parties(string party, string over, string notBound)
    {
        var answer = Check($"facts: [{{ what: observation-flight, agreement: open-skies, party: {party}, over: {over}, on: 2022-05-01, notice: 1 hour }}]");
        Assert.Equal((Verdict.NoLimit, notBound), (answer.Verdict, Assert.Single(answer.Lines).Says.Arguments[0]));
    }

    [Fact]
    public void Flights_of_one_file_count_against_the_quotas_of_their_year()
    {
        var faults = new List<Fault>();
        var flights = string.Join(", ", Enumerable.Range(1, 4).Select(number => $"{{ what: observation-flight, agreement: open-skies, party: GRC, over: PRT, on: 2019-0{number}-01, notice: 72 hours, duration: 96 hours }}"));
        var answers = Checks.Of(FactFiles.Parse("facts.yaml", $"facts: [{flights}]", faults), [Shipped.Agreement("open-skies")], _ => []);
        Assert.Empty(faults);
        // Two flights a year over Portugal; Greece alone may fly one of them.
        Assert.Equal([Verdict.Within, Verdict.Breached, Verdict.Breached, Verdict.Breached], answers.Select(answer => answer.Verdict));
        Assert.Contains(answers[1].Lines, line => line.Says.Key == "check.quota-left");
        Assert.Contains(answers[1].Lines, line => line.Says.Key == "check.own-used");
        Assert.Contains(answers[2].Lines, line => line.Says.Key == "check.quota-used");
    }

    [Fact]
    public void A_kind_of_thing_that_nothing_limits_is_answered_with_the_kinds_that_are()
    {
        var line = Assert.Single(Check("facts: [{ what: ground-missile, party: RUS, on: 2019-01-15, range: 700 km }]").Lines);
        Assert.Equal("check.nobody-limits", line.Says.Key);
        foreach (var kind in (string[])["ground-launched-missile", "observation-flight", "staff", "trip"]) Assert.Contains(kind, line.Says.Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what: deployed-warheads, party: USA, on: 2018-02-05, count: 1550", Verdict.Within)]
    [InlineData("what: deployed-warheads, party: USA, on: 2018-02-05, count: 1551", Verdict.Breached)]
    [InlineData("what: deployed-warheads, party: USA, on: 2018-02-05, count: 1551 warheads", Verdict.Breached)]
    [InlineData("what: deployed-warheads, party: USA, on: 2018-02-04, count: 1551", Verdict.NoLimit)]
    [InlineData("what: deployed-delivery-systems, party: RUS, on: 2019-01-01, count: 700 delivery-systems", Verdict.Within)]
    [InlineData("what: deployed-delivery-systems, party: RUS, on: 2019-01-01, count: 700 people", Verdict.Unknown)]
    [InlineData("what: inspections, party: USA, on: 2019-01-01, count: 18", Verdict.Within)]
    [InlineData("what: inspections, party: USA, on: 2019-01-01, count: 19", Verdict.Breached)]
    public void What_is_counted_is_held_against_the_limit_in_its_own_unit(string fact, Verdict verdict) => Assert.Equal(verdict, Check($"facts: [{{ {fact}, agreement: new-start }}]").Verdict);

    /// <summary>Russia's suspension of New START is not accepted by the USA; both sides suspended the INF Treaty, and nobody denied that.</summary>
    [Theory]
    [InlineData("what: deployed-warheads, agreement: new-start, party: RUS, on: 2023-07-01, count: 1551", Verdict.Contested)]
    [InlineData("what: deployed-warheads, agreement: new-start, party: RUS, on: 2023-07-01, count: 1549", Verdict.Within)]
    [InlineData("what: deployed-warheads, agreement: new-start, party: USA, on: 2023-07-01, count: 1551", Verdict.Breached)]
    [InlineData("what: ground-launched-missile, party: RUS, on: 2019-02-01, range: 1000 km", Verdict.Banned)]
    [InlineData("what: ground-launched-missile, party: RUS, on: 2019-02-02, range: 1000 km", Verdict.NoLimit)]
    public void Under_a_suspension_a_limit_need_not_be_kept_and_is_disputed_where_the_suspension_is(string fact, Verdict verdict) => Assert.Equal(verdict, Check($"facts: [{{ {fact} }}]").Verdict);

    [Theory]
    [InlineData("Counsellor", Verdict.Exempt)]
    [InlineData("tham tán", Verdict.Exempt)]
    [InlineData("Bí thư thứ ba", Verdict.Breached)]
    [InlineData("third secretary", Verdict.Breached)]
    public void A_rank_may_be_written_in_either_language(string rank, Verdict verdict) =>
        Assert.Equal(verdict, Check($"facts: [{{ what: trip, party: RUS, rank: {rank}, on: 2017-08-18, distance: 30 mile, notice: 0 hours }}]").Verdict);

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
