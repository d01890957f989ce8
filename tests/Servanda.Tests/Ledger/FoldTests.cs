// Which reports a careful reader takes for one event, and which not.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class FoldTests
{
    private static void AreOne(params Report[] reports) => Assert.Single(Telling.Events(reports));

    /// <summary>Blocks from which reports were taken are no longer one, and are folded as they are.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void What_is_known_to_be_of_one_kind_gives_the_same_events_whether_its_blocks_are_looked_for_or_not(int seed)
    {
        var chance = new Random(seed);
        foreach (var kind in Telling.Many(400, seed).GroupBy(report => (report.Act, report.Polarity)))
        {
            var left = kind.Where(_ => chance.Next(4) > 0).OrderBy(report => report.Id, StringComparer.Ordinal).ToList();
            if (left.Count == 0) continue;
            Assert.Equal(Telling.Events([.. left]).Select(Written), Telling.Fold.Folding.Events(new(left, [], Telling.NoOrigins)).Select(Written));
        }

        static string Written(Event told) => $"{told.Id} {told.Date?.Text} {told.DateDerivation} {string.Join(' ', told.Reports)} {told.Variants.Count}";
    }

    private static void AreApart(params Report[] reports) => Assert.Equal(reports.Length, Telling.Events(reports).Count);

    [Fact]
    public void A_day_and_the_month_it_lies_in_are_one_event_of_that_day()
    {
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22"), Telling.Report("p2", "withdraw USA @ open-skies 2020-11"), Telling.Report("p3", "withdraw USA @ open-skies 2020")));
        Assert.Equal("2020-11-22", told.Date!.Text);
        Assert.Contains("2020-11-22", told.DateDerivation, StringComparison.Ordinal);
        Assert.Equal(3, told.Origins);
        Assert.Equal(["2020", "2020-11", "2020-11-22"], told.Variants.Where(v => v.About == "date").Select(v => v.Value));
    }

    [Fact]
    public void Dates_that_exclude_each_other_are_two_events() =>
        AreApart(Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22"), Telling.Report("p2", "withdraw USA @ open-skies 2020-11-11"));

    [Fact]
    public void A_page_without_a_year_gets_it_from_the_page_that_has_one()
    {
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "suspend RUS > NATO @ russia-mission-to-nato 2021-11", ReportStatus.Intended, "2021-10-21"),
            Telling.Report("p2", "suspend RUS > NATO @ russia-mission-to-nato 2021-11-01/2024-11-01", ReportStatus.Intended, "2021-10-18/2024-10-31")));
        Assert.Equal("2021-11", told.Date!.Text);
        Assert.Equal(told.Variants.Where(v => v.About == "date").Select(v => v.Reports[0]).Reverse(), told.Years!.SelectMany(year => new[] { year.Report, year.From }));
    }

    [Fact]
    public void A_day_without_its_year_is_that_day_of_the_year_in_which_another_page_tells_the_same()
    {
        var day = Telling.Report("p1", "expel NATO > RUS 2018-03-27", told: "2018-03-28", quantities: [new(7, "person")]);
        AreOne(day, Open("expel NATO 2015-03-27/2024-03-27", "day 27 month 3"));
        AreApart(day, Open("expel NATO 2015-03-26/2024-03-26", "day 26 month 3"));
        AreApart(day, Open("expel NATO 2015-03-27/2024-03-27", "day 27 month 3") with { Quantities = [new(3, "person")] });

        static Report Open(string said, string form) => Telling.Report("p2", said, told: "2015-03-27/2024-03-28", quantities: [new(7, "person")]) with { When = new("ngày ấy", "vi.date.dm", form) };
    }

    [Fact]
    public void The_same_eight_are_one_event_whatever_they_are_called()
    {
        Quantity[] eight = [new(8, "person")];
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "expel NATO > RUS @ russia-mission-to-nato 2021-10-01/2021-10-10", quantities: eight) with { Object = "staff" },
            Telling.Report("p2", "expel NATO > RUS @ russia-mission-to-nato 2021-10-06", quantities: eight) with { Object = "diplomat" },
            Telling.Report("p3", "expel NATO > RUS 2021-10-06", quantities: eight) with { Object = "citizen" }));
        Assert.Equal("2021-10-06", told.Date!.Text);
        Assert.Equal(3, told.Variants.Count(v => v.About == "object"));
        Assert.Equal(eight, told.Quantities);
    }

    [Fact]
    public void Two_different_numbers_on_a_day_are_one_disputed_event()
    {
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "expel RUS > CZE 2021-04-18", quantities: [new(20, "person")]), Telling.Report("p2", "expel RUS > CZE 2021-04-18", quantities: [new(18, "person")])));
        Assert.Equal(["18", "20"], told.Variants.Where(v => v.About == "quantity person").Select(v => v.Value));
    }

    [Fact]
    public void Different_numbers_in_a_vague_year_are_two_events() =>
        AreApart(Telling.Report("p1", "limit-staff NATO > RUS @ russia-mission-to-nato 2015", quantities: [new(30, "person", "to")]),
            Telling.Report("p2", "limit-staff NATO > RUS @ russia-mission-to-nato 2015-03/2015-09", quantities: [new(20, "person", "to")]));

    [Fact]
    public void What_did_not_happen_is_never_one_with_what_did() =>
        AreApart(Telling.Report("p1", "withdraw USA @ cfe 2023-11-07"), Telling.Report("p2", "withdraw USA @ cfe 2023-11-07", polarity: Polarity.Denied));

    [Fact]
    public void A_plan_and_its_execution_on_the_same_day_are_one_event_that_occurred()
    {
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "withdraw RUS @ open-skies 2021-12-18", ReportStatus.Intended, "2021-06-18"), Telling.Report("p2", "withdraw RUS @ open-skies 2021-12-18", told: "2021-12-18")));
        Assert.Equal(ReportStatus.Occurred, told.Status);
        Assert.Equal(["intended", "occurred"], told.Variants.Where(v => v.About == "status").Select(v => v.Value));
    }

    [Fact]
    public void A_threat_is_not_the_act_it_names() =>
        AreApart(Telling.Report("p1", "close-mission USA > RUS @ us-russia-diplomatic 2017-08-31", ReportStatus.Conditional), Telling.Report("p2", "close-mission USA > RUS @ us-russia-diplomatic 2017-08-31"));

    [Fact]
    public void Announcing_and_notifying_stay_apart() =>
        AreApart(Telling.Report("p1", "announce-withdrawal USA @ open-skies 2020-05-21"), Telling.Report("p2", "notify-withdrawal USA @ open-skies 2020-05-22"));

    [Fact]
    public void Both_sides_of_a_meeting_tell_of_one_meeting()
    {
        var told = Assert.Single(Telling.Events(Telling.Report("p1", "meet RUS,USA 2019-01-31"), Telling.Report("p2", "meet RUS > USA 2019-01-31")));
        Assert.Equal(["RUS", "USA"], told.Source);
        Assert.Empty(told.Target);
    }

    [Fact]
    public void One_of_several_actors_is_part_of_what_they_did_together()
    {
        var told = Assert.Single(Telling.Events(
            Telling.Report("p1", "notify-withdrawal EST,LVA,LTU > UN @ ottawa 2025-06-27"), Telling.Report("p2", "notify-withdrawal LVA > UN @ ottawa 2025-06-27")));
        Assert.Equal(["EST", "LTU", "LVA"], told.Source);
    }

    [Fact]
    public void Undated_acts_are_one_only_with_those_told_at_the_same_time()
    {
        AreOne(Telling.Report("p1", "accuse RUS > NATO", told: "2021-10-18"), Telling.Report("p2", "accuse RUS > NATO", told: "2021-10-21"));
        AreApart(Telling.Report("p1", "accuse RUS > NATO", told: "2021-10-18"), Telling.Report("p2", "accuse RUS > NATO", told: "2022-02-01"));
        AreApart(Telling.Report("p1", "accuse RUS > NATO"), Telling.Report("p2", "accuse RUS > NATO"));
    }

    [Fact]
    public void A_vague_report_that_fits_two_events_is_neither() => AreApart(
        Telling.Report("p1", "announce-withdrawal RUS @ open-skies 2021-01-15"), Telling.Report("p1", "announce-withdrawal RUS @ open-skies 2021-05-19"),
        Telling.Report("p2", "announce-withdrawal RUS @ open-skies 2021"));

    [Fact]
    public void One_page_tells_each_act_once() => AreApart(
        Telling.Report("p1", "expel NATO > RUS 2018-03-27", quantities: [new(7, "person")]), Telling.Report("p1", "expel NATO > RUS 2018-03-27", quantities: [new(3, "person")], at: 40));

    [Fact]
    public void Two_people_who_speak_for_one_state_speak_twice() => AreApart(
        Telling.Report("p1", "accuse RUS > NATO", told: "2021-10-18", person: "Sergei Lavrov"), Telling.Report("p2", "accuse RUS > NATO", told: "2021-10-18", person: "Dmitry Peskov"));

    [Fact]
    public void Suspending_and_closing_a_mission_are_told_of_one_act() =>
        AreOne(Telling.Report("p1", "suspend RUS > NATO @ nato-info-office-moscow 2021-11", ReportStatus.Intended), Telling.Report("p2", "close-mission RUS > NATO @ nato-info-office-moscow 2021-11-01", ReportStatus.Intended));

    [Fact]
    public void An_undated_signature_is_the_one_signature_there_is() =>
        AreOne(Telling.Report("p1", "sign SUN,USA @ inf 1987-12-08", told: "2019-02-01"), Telling.Report("p2", "sign SUN,USA @ inf", told: "2019-08-03"));

    [Fact]
    public void An_undated_withdrawal_is_the_one_there_was_and_none_where_there_were_two()
    {
        AreOne(Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-23"), Telling.Report("p2", "withdraw USA @ open-skies", told: "2021-06-18"));
        AreApart(Telling.Report("p1", "withdraw USA @ paris-agreement 2020-11-04"), Telling.Report("p2", "withdraw USA @ paris-agreement 2026-01-27"), Telling.Report("p3", "withdraw USA @ paris-agreement", told: "2026-03-01"));
    }

    [Fact]
    public void Two_papers_that_carry_one_agency_are_one_origin()
    {
        var reports = new[] { Telling.Report("p1", "suspend RUS @ new-start 2023-02-21"), Telling.Report("p2", "suspend RUS @ new-start 2023-02-21", via: ["tass"]), Telling.Report("p3", "suspend RUS @ new-start 2023-02-21") };
        var origins = new Dictionary<string, PageOrigin> { ["p1"] = new("p1", "a.vn", ["TASS"]), ["p2"] = new("p2", "b.vn", []), ["p3"] = new("p3", "c.vn", []) };
        var told = Assert.Single(Telling.Fold.Of(reports, [], origins));
        Assert.Equal(2, told.Origins);
        Assert.Equal(["c.vn", "tass"], told.OriginNames);
    }

    [Fact]
    public void Nearly_the_same_text_is_one_origin()
    {
        var reports = new[] { Telling.Report("p1", "suspend RUS @ new-start 2023-02-21"), Telling.Report("p2", "suspend RUS @ new-start 2023-02-21") };
        var origins = new Dictionary<string, PageOrigin> { ["p1"] = new("p1", "a.vn", [], Signature(100)), ["p2"] = new("p2", "b.vn", [], Signature(103)) };
        Assert.Equal(1, Assert.Single(Telling.Fold.Of(reports, [], origins)).Origins);
    }

    private static StorySignature Signature(int words) => StorySignature.Of(TempLedger.Reading("p", [], text: string.Join(' ', Enumerable.Range(0, words).Select(i => $"từ{i}"))).Story);

    [Fact]
    public void The_order_of_reading_never_matters()
    {
        var reports = Telling.Many(400);
        var once = Telling.Fold.Of(reports, [], Telling.NoOrigins).Select(e => $"{e.Id} {e.Date} {string.Join(',', e.Reports)}").ToList();
        for (var seed = 1; seed <= 10; seed++)
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(once, Telling.Fold.Of(shuffled, [], Telling.NoOrigins).Select(e => $"{e.Id} {e.Date} {string.Join(',', e.Reports)}"));
        }
        Assert.InRange(once.Count, 50, 350);
    }
}
