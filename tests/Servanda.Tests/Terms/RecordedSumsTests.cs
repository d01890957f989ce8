// The sums of the record, each once by its rule alone and once by the agreement that it belongs to; and the record replayed act by act.
using NodaTime;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class RecordedSumsTests
{
    [Theory]
    [InlineData("2020-05-22", 6, TermUnit.Month, "2020-11-22")] // Open Skies, the USA
    [InlineData("2020-05-11", 6, TermUnit.Month, "2020-11-11")] // what an exit on 11 November would have needed
    [InlineData("2021-06-18", 6, TermUnit.Month, "2021-12-18")] // Open Skies, Russia
    [InlineData("2019-02-02", 6, TermUnit.Month, "2019-08-02")] // INF
    [InlineData("2019-02-02", 180, TermUnit.Day, "2019-08-01")] // what a count of 180 days would give instead
    [InlineData("2018-12-04", 60, TermUnit.Day, "2019-02-02")] // the ultimatum of December 2018
    [InlineData("2023-06-09", 150, TermUnit.Day, "2023-11-06")] // CFE
    [InlineData("2023-06-10", 150, TermUnit.Day, "2023-11-07")]
    [InlineData("2022-07-22", 120, TermUnit.Day, "2022-11-19")] // the grain initiative
    [InlineData("2022-11-18", 120, TermUnit.Day, "2023-03-18")]
    [InlineData("2023-03-18", 60, TermUnit.Day, "2023-05-17")]
    [InlineData("1993-03-12", 3, TermUnit.Month, "1993-06-12")] // NPT, the DPRK
    [InlineData("2025-08-28", 30, TermUnit.Day, "2025-09-27")] // snapback
    [InlineData("2025-09-19", 120, TermUnit.Day, "2026-01-17")] // BBNJ
    public void A_period_ends_on_the_day_that_the_calendar_gives(string from, int count, TermUnit unit, string ends)
    {
        var clause = new Withdrawal { Ground = Ground.Memory, Rule = EndDateRule.AfterReceipt, Period = new(count, unit) };
        var end = EndDates.Of(clause, Day(from), null, EndDateFacts.None);
        Assert.Equal((Day(ends), null), (end.Day, end.Other));
    }

    [Theory]
    [InlineData("open-skies", "USA", "2020-05-22", "2020-11-22")]
    [InlineData("open-skies", "RUS", "2021-06-18", "2021-12-18")]
    [InlineData("inf", "USA", "2019-02-02", "2019-08-02")]
    [InlineData("cfe", "RUS", "2023-06-09", "2023-11-06")]
    [InlineData("npt", "PRK", "1993-03-12", "1993-06-12")]
    [InlineData("grain-deal", "RUS", "2022-08-01", "2022-11-19")]
    [InlineData("energy-charter", "GBR", "2024-04-26", "2025-04-27")]
    [InlineData("unesco", "USA", "2017-10-12", "2018-12-31")]
    [InlineData("paris-agreement", "USA", "2019-11-04", "2020-11-04")]
    [InlineData("istanbul-convention", "TUR", "2021-03-22", "2021-07-01")]
    [InlineData("vfa", "PHL", "2020-02-11", "2020-08-09")]
    public void A_notice_leads_out_on_the_day_that_its_clause_gives(string id, string party, string notice, string earliest) =>
        Assert.Equal(Day(earliest), WhatIfs.Of(Shipped.Agreement(id), [], party, "notify-withdrawal", Day(notice), Day(notice).PlusDays(-1)).Earliest);

    [Theory]
    [InlineData("open-skies", "USA", "2020-11-11", "2020-05-10", "2020-05-11")]
    [InlineData("cfe", "RUS", "2023-11-07", "2023-06-08", "2023-06-10")]
    [InlineData("inf", "USA", "2019-02-02", "2019-01-31", "2018-08-02")]
    public void To_be_out_by_a_day_a_notice_is_needed_by_another(string id, string party, string day, string knownAt, string noticeBy)
    {
        var answer = WhatIfs.Of(Shipped.Agreement(id), [], party, "withdraw", Day(day), Day(knownAt));
        Assert.False(answer.Possible);
        Assert.Equal(Day(noticeBy), answer.NoticeBy);
    }

    [Fact]
    public void An_exit_on_11_November_would_have_needed_a_notice_before_the_announcement() =>
        Assert.True(Day("2020-05-11") < Shipped.Agreement("open-skies").Register.Single(act => act is { Act: "announce-withdrawal", Parties: ["USA"] }).Date.Earliest);

    [Fact]
    public void The_ultimatum_of_December_2018_ended_on_the_day_of_the_suspension()
    {
        var inf = Shipped.Agreement("inf").Register;
        var demand = inf.Single(act => act.Act == "demand");
        var days = (int)demand.Quantities.Single(quantity => quantity is { Unit: "day", Role: "deadline" }).Value;
        Assert.Equal(inf.Single(act => act is { Act: "suspend", Parties: ["USA"] }).Date.Earliest, demand.Date.Earliest!.Value.PlusDays(days));
    }

    [Fact]
    public void The_DPRK_took_its_notice_back_on_the_91st_day_and_not_after_89()
    {
        var notice = Shipped.Agreement("npt").Register.Single(act => act.Id == "notify-withdrawal-PRK-1993-03-12").Date.Earliest!.Value;
        var back = Shipped.Agreement("npt").Register.Single(act => act.Act == "revoke-notice").Date.Earliest!.Value;
        Assert.Equal(91, Period.DaysBetween(notice, back));
        Assert.Equal("in-force", StatusTests.Answer("npt", "PRK", "1993-06-12").Status.Word());
    }

    [Fact]
    public void The_grain_initiative_was_renewed_a_day_before_its_term_ran_out() =>
        Assert.Contains(Shipped.Agreement("grain-deal").Register, act => act.Act == "extend" && act.Date.Earliest == Day("2022-11-19").PlusDays(-1));

    [Fact]
    public void Thirty_days_after_the_demand_the_sanctions_return()
    {
        var due = Assert.Single(Dues.Of([Shipped.Agreement("jcpoa")], [], Day("2025-09-20"), 10, Day("2025-09-20")), item => item.What == "snapback");
        Assert.Equal((DueState.Due, Day("2025-09-27")), (due.State, due.Ends));
    }

    [Fact]
    public void The_sixtieth_instrument_for_the_high_seas_came_120_days_before_entry_into_force()
    {
        var seas = Shipped.Agreement("bbnj");
        var entry = Assert.Single(seas.Of<EntryIntoForce>());
        Assert.All(seas.Parties, party => Assert.Equal(party.Bound!.Earliest, party.Ratified!.Earliest!.Value.Plus(entry.Delay!.Value.Calendar)));
    }

    /// <summary>After each act of the record, the status of who did it or of whom it concerns.</summary>
    public static TheoryData<string, string, string, string> Record => new()
    {
        { "open-skies", "USA", "1992-03-24", "signatory" }, { "open-skies", "USA", "2002-01-01", "in-force" }, { "open-skies", "RUS", "2001-11-02", "ratified" }, { "open-skies", "RUS", "2002-01-01", "in-force" },
        { "open-skies", "USA", "2020-05-21", "in-force" }, { "open-skies", "USA", "2020-05-22", "notice-running" }, { "open-skies", "USA", "2020-07-07", "notice-running" }, { "open-skies", "USA", "2020-11-11", "notice-running" },
        { "open-skies", "USA", "2020-11-21", "notice-running" }, { "open-skies", "USA", "2020-11-22", "withdrawn" }, { "open-skies", "RUS", "2021-01-15", "in-force" }, { "open-skies", "RUS", "2021-05-19", "in-force" },
        { "open-skies", "USA", "2021-05-27", "withdrawn" }, { "open-skies", "RUS", "2021-06-02", "in-force" }, { "open-skies", "RUS", "2021-06-07", "in-force" }, { "open-skies", "RUS", "2021-06-18", "notice-running" },
        { "open-skies", "RUS", "2021-07-20", "notice-running" }, { "open-skies", "RUS", "2021-12-17", "notice-running" }, { "open-skies", "RUS", "2021-12-18", "withdrawn" }, { "open-skies", "DEU", "2021-12-18", "in-force" },
        { "inf", "USA", "1987-12-08", "signatory" }, { "inf", "SUN", "1988-06-01", "in-force" }, { "inf", "USA", "2014-07-31", "in-force" }, { "inf", "USA", "2018-10-20", "in-force" }, { "inf", "RUS", "2018-12-04", "in-force" },
        { "inf", "RUS", "2019-01-31", "in-force" }, { "inf", "USA", "2019-02-01", "in-force" }, { "inf", "USA", "2019-02-02", "suspended" }, { "inf", "RUS", "2019-02-02", "suspended" }, { "inf", "USA", "2019-02-03", "suspended" },
        { "inf", "RUS", "2019-03-04", "suspended" }, { "inf", "RUS", "2019-07-03", "suspended" }, { "inf", "USA", "2019-08-01", "suspended" }, { "inf", "USA", "2019-08-02", "ended" }, { "inf", "RUS", "2019-08-02", "ended" },
        { "inf", "RUS", "2025-08-04", "ended" },
        { "new-start", "USA", "2010-04-08", "provisional" }, { "new-start", "USA", "2011-02-05", "in-force" }, { "new-start", "RUS", "2021-02-03", "in-force" }, { "new-start", "RUS", "2022-08-08", "in-force" },
        { "new-start", "RUS", "2023-01-31", "in-force" }, { "new-start", "RUS", "2023-02-28", "suspended" }, { "new-start", "USA", "2023-02-28", "in-force" }, { "new-start", "RUS", "2023-06-01", "suspended" },
        { "new-start", "USA", "2023-06-01", "in-force" }, { "new-start", "RUS", "2025-09-22", "suspended" }, { "new-start", "RUS", "2026-02-04", "suspended" }, { "new-start", "RUS", "2026-02-05", "ended" }, { "new-start", "USA", "2026-02-05", "ended" },
        { "nato-russia-founding-act", "RUS", "1997-05-27", "in-force" }, { "nato-russia-founding-act", "RUS", "2022-06-30", "in-force" }, { "nato-russia-council", "RUS", "2002-05-28", "in-force" },
        { "nato-russia-council", "NATO", "2008-08-31", "suspended" }, { "nato-russia-council", "NATO", "2014-04-01", "suspended" }, { "nato-russia-council", "RUS", "2014-04-01", "in-force" }, { "nato-russia-council", "RUS", "2025-12-03", "ended" },
        { "russia-mission-to-nato", "RUS", "2018-03-27", "in-force" }, { "russia-mission-to-nato", "RUS", "2021-10-06", "in-force" }, { "russia-mission-to-nato", "RUS", "2021-10-18", "in-force" }, { "russia-mission-to-nato", "RUS", "2021-11-01", "suspended" },
        { "nato-mlm-moscow", "NATO", "2021-10-18", "in-force" }, { "nato-mlm-moscow", "NATO", "2021-11-01", "ended" }, { "nato-info-office-moscow", "NATO", "2021-10-31", "in-force" }, { "nato-info-office-moscow", "NATO", "2021-11-01", "ended" },
        { "us-russia-diplomatic", "RUS", "2016-12-29", "in-force" }, { "us-russia-diplomatic", "USA", "2017-09-01", "in-force" }, { "us-russia-diplomatic", "RUS", "2018-03-26", "in-force" }, { "us-russia-diplomatic", "USA", "2021-08-01", "in-force" },
        { "caatsa", "USA", "2017-08-02", "in-force" },
    };

    [Theory, MemberData(nameof(Record))]
    public void After_each_act_of_the_record_the_status_is_right(string id, string party, string day, string status) =>
        Assert.Equal(status, Statuses.Of(Shipped.Agreement(id), [], new(Day(day), Day(day), Basis.Register), party).First(answer => answer.Towards is null).Status.Word());

    [Fact]
    public void The_term_of_New_START_ends_ten_years_on_until_it_is_extended_by_five()
    {
        LocalDate? End(string day) => Statuses.Of(Shipped.Agreement("new-start"), [], new(Day(day), Day(day)), "USA").Single().Clocks.Single(clock => clock.What == "term").Ends;
        Assert.Equal((Day("2021-02-05"), Day("2026-02-05")), (End("2021-02-02"), End("2021-02-04")));
    }

    [Theory]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-26", 30)]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-27", 20)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-05", 20)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-06", 10)]
    [InlineData("us-russia-diplomatic", "USA", "2017-08-31", null)]
    [InlineData("us-russia-diplomatic", "USA", "2017-09-01", 455)]
    [InlineData("us-russia-diplomatic", "USA", "2021-08-01", 455)]
    public void A_ceiling_is_that_of_its_day(string id, string party, string day, int? staff) =>
        Assert.Equal(staff, StatusTests.Answer(id, party, day).Limits.SingleOrDefault(limit => limit.What == "staff")?.Value);

    [Fact]
    public void Belarus_is_suspended_towards_two_parties_and_in_force_towards_the_rest()
    {
        var answers = Statuses.Of(Shipped.Agreement("cfe"), [], new(Day("2023-11-28")), "BLR");
        Assert.Equal([(null, "in-force"), ("CZE", "suspended"), ("POL", "suspended")], answers.Select(answer => (answer.Towards, answer.Status.Word())));
    }

    private static LocalDate Day(string text) => StatusTests.Day(text);
}
