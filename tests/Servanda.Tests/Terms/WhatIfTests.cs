// What would follow from an act: the earliest way out, what must meet and when, what a suspension changes; and what falls due.
using NodaTime;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class WhatIfTests
{
    [Fact]
    public void Germany_giving_notice_at_the_end_of_August_is_out_at_the_end_of_February()
    {
        var answer = Of("open-skies", "DEU", "notify-withdrawal", "2026-08-31");
        Assert.True(answer.Possible);
        Assert.Equal((Day("2027-02-28"), Day("2027-03-01")), (answer.Earliest, answer.Other));
        Assert.Contains(answer.Because, reason => reason.Text.Key == "reason.month-end" && reason.Article == "XV(2)");
        var conference = Assert.Single(answer.Duties, duty => duty.What == "conference");
        Assert.Equal((Day("2026-09-30"), Day("2026-10-30"), "XV(3)"), (conference.From, conference.Until, conference.Why.Article));
        Assert.Contains(answer.Duties, duty => duty.What == "tell-depositary");
        Assert.Contains(answer.Duties, duty => duty.What == "tell-all-parties");
        Assert.Equal([new StatusChange("DEU", Day("2026-08-31"), PartyStatus.InForce, PartyStatus.NoticeRunning), new("DEU", Day("2027-02-28"), PartyStatus.InForce, PartyStatus.Withdrawn)], answer.Changes);
    }

    [Theory]
    [InlineData("2020-05-11", "2020-11-11")]
    [InlineData("2020-05-12", "2020-11-12")]
    [InlineData("2020-05-21", "2020-11-21")]
    public void To_be_out_on_11_November_the_notice_was_needed_by_11_May(string notice, string earliest) =>
        Assert.Equal(Day(earliest), Of("open-skies", "USA", "notify-withdrawal", notice).Earliest);

    [Fact]
    public void Nobody_is_out_at_once()
    {
        var answer = Of("open-skies", "USA", "withdraw", "2020-05-01");
        Assert.False(answer.Possible);
        Assert.Contains(answer.Because, reason => reason is { Text.Key: "reason.withdraw-needs-notice", Article: "XV(2)" });
        Assert.Equal((Day("2020-11-01"), Day("2019-11-01")), (answer.Earliest, answer.NoticeBy));
    }

    [Fact]
    public void Where_a_month_has_no_such_day_the_notice_is_needed_by_the_day_that_is_in_time_either_way() =>
        Assert.Equal(Day("2026-08-28"), Of("open-skies", "DEU", "withdraw", "2027-02-28").NoticeBy);

    [Fact]
    public void A_suspension_by_one_side_of_two_changes_its_own_state_alone()
    {
        var answer = Of("new-start", "USA", "suspend", "2023-03-01");
        Assert.Equal([new StatusChange("USA", Day("2023-03-01"), PartyStatus.InForce, PartyStatus.Suspended)], answer.Changes);
        Assert.Contains(answer.Because, reason => reason.Article == "VCLT 72");
    }

    [Fact]
    public void A_notice_under_a_bilateral_agreement_ends_it_for_both_sides() =>
        Assert.Equal(["RUS", "USA"], Of("new-start", "RUS", "notify-withdrawal", "2022-01-10").Changes.Where(change => change.After == PartyStatus.Ended).Select(change => change.Party));

    [Theory]
    [InlineData("open-skies", "USA", "notify-withdrawal", "2020-12-01")]
    [InlineData("open-skies", "USA", "notify-withdrawal", "2020-08-01")]
    [InlineData("open-skies", "DEU", "revoke-notice", "2020-12-01")]
    [InlineData("open-skies", "DEU", "resume", "2020-12-01")]
    [InlineData("inf", "RUS", "suspend", "2019-09-01")]
    public void What_a_party_is_in_no_place_to_do_is_refused_with_the_reason(string agreement, string party, string act, string day)
    {
        var answer = Of(agreement, party, act, day);
        Assert.False(answer.Possible);
        Assert.Equal("reason.cannot-act", answer.Because[^1].Text.Key);
    }

    [Theory]
    [InlineData("indus-waters", "IND", "2025-04-24", false, "reason.mutual-consent-only")]
    [InlineData("un-charter", "IDN", "2026-01-20", null, "reason.no-clause")]
    [InlineData("paris-agreement", "USA", "2017-06-01", false, "reason.notice-too-early")]
    public void What_the_terms_forbid_or_leave_open_is_never_called_possible(string agreement, string party, string day, bool? possible, string because)
    {
        var answer = Of(agreement, party, "notify-withdrawal", day);
        Assert.Equal((possible, null), (answer.Possible, answer.Earliest));
        Assert.Equal(because, answer.Because[^1].Text.Key);
        Assert.Empty(answer.Changes);
    }

    /// <summary>Whether Poland is a party to the Istanbul Convention is not in its file; whether it may leave is then not known either, and what would follow is said with the condition.</summary>
    [Fact]
    public void Of_a_party_of_which_nothing_is_known_nothing_is_refused()
    {
        var answer = Of("istanbul-convention", "POL", "notify-withdrawal", "2026-01-30");
        Assert.Equal((null, Day("2026-05-01")), (answer.Possible, answer.Earliest));
        Assert.Equal(["reason.nothing-known", "reason.if-bound"], answer.Because.Take(2).Select(reason => reason.Text.Key));
        Assert.False(answer.Verified);
        Assert.Null(Of("istanbul-convention", "POL", "suspend", "2026-01-30").Possible);
        // Three years must have passed since it was bound, and that day is not known.
        Assert.Null(Of("outer-space", "TUV", "notify-withdrawal", "2026-01-30").Possible);
    }

    [Fact]
    public void What_arises_only_from_anothers_breach_is_said_with_it() =>
        Assert.Contains(Of("seanwfz", "VNM", "notify-withdrawal", "2026-02-28").Duties, duty => duty.Why is { Text.Key: "reason.only-if", Article: "22(2)-(3)" });

    [Fact]
    public void A_notice_can_be_taken_back_until_the_day_before_it_takes_effect()
    {
        Assert.True(Of("open-skies", "USA", "revoke-notice", "2020-11-21").Possible);
        Assert.False(Of("open-skies", "USA", "revoke-notice", "2020-11-23").Possible);
    }

    [Fact]
    public void Clocks_and_windows_fall_due_in_the_order_of_their_days()
    {
        var items = Due("2020-07-01", 180);
        Assert.Equal([("conference", DueState.Due, "2020-07-21"), ("withdrawal", DueState.Due, "2020-11-22")],
            items.Where(item => item.Agreement == "open-skies" && item.What != "review").Select(item => (item.What, item.State, Edtf.Iso(item.Ends))));
        Assert.DoesNotContain(Due("2020-07-08", 30), item => item.What == "conference");
    }

    [Fact]
    public void A_window_that_a_notice_opens_counts_from_its_receipt()
    {
        var agreement = Shipped.Agreement("open-skies");
        agreement = agreement with { Register = [.. agreement.Register.Where(act => act.Act != "convene").Select(act => act is { Act: "notify-withdrawal", Parties: ["USA"] } ? act with { Received = new Dictionary<string, LocalDate> { ["CAN"] = Day("2020-05-25") } } : act)] };
        var item = Assert.Single(Dues.Of([agreement], [], Day("2020-06-01"), 60), item => item is { What: "conference", Party: "USA" });
        Assert.Equal((Day("2020-06-24"), Day("2020-07-24")), (item.From, item.Ends));
    }

    /// <summary>30 November and three months are 28 February or 1 March; the first of the month after the one is 1 March, after the other 1 April.</summary>
    [Fact]
    public void Where_the_last_month_has_no_such_day_the_first_of_the_month_after_is_two_days_too()
    {
        var end = EndDates.Of(Shipped.Agreement("istanbul-convention").Of<Withdrawal>().Single(), Day("2026-11-30"), null, EndDateFacts.None);
        Assert.Equal((Day("2027-03-01"), Day("2027-04-01")), (end.Day, end.Other));
    }

    [Fact]
    public void An_exit_waits_until_every_conflict_is_over()
    {
        var clause = Shipped.Agreement("ottawa").Of<Withdrawal>().Single();
        Condition War(string from, string? until) => new("armed-conflict", "UKR", Day(from), until is null ? null : Day(until), Ground.Memory);
        Assert.Equal(Day("2030-05-01"), EndDates.Of(clause, Day("2029-01-10"), null, new(Conditions: [War("2029-01-01", "2030-01-01"), War("2029-06-01", "2030-05-01")])).Day);
        Assert.Null(EndDates.Of(clause, Day("2029-01-10"), null, new(Conditions: [War("2029-01-01", "2030-01-01"), War("2029-06-01", null)])).Day);
        Assert.Equal(Day("2029-07-10"), EndDates.Of(clause, Day("2029-01-10"), null, new(Conditions: [War("2028-01-01", "2029-07-10")])).Day);
    }

    [Fact]
    public void A_conference_that_nobody_held_is_overdue()
    {
        var agreement = Shipped.Agreement("open-skies");
        var without = agreement with { Register = [.. agreement.Register.Where(act => act.Act != "convene")] };
        var item = Assert.Single(Dues.Of([without], [], Day("2021-09-01"), 30), item => item is { What: "conference", Party: "RUS" });
        Assert.Equal((DueState.Overdue, Day("2021-08-17")), (item.State, item.Ends));
        Assert.Equal(FindingKind.Overdue, Assert.Single(Dues.AsFindings([item])).Kind);
    }

    [Fact]
    public void A_term_that_runs_out_falls_due() => Assert.Contains(Due("2026-01-20", 30), item => item is { Agreement: "new-start", What: "term" } && item.Ends == Day("2026-02-05"));

    private static IReadOnlyList<DueItem> Due(string day, int within) => Dues.Of(Shipped.Files.Select(file => file.Agreement), [], Day(day), within, Day(day));

    private static WhatIfAnswer Of(string agreement, string party, string act, string day) => WhatIfs.Of(Shipped.Agreement(agreement), [], party, act, Day(day), Day(day).PlusDays(-1));

    private static LocalDate Day(string text) => StatusTests.Day(text);
}
