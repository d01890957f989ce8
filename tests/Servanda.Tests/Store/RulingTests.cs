// What analysts decide takes part in the fold, survives a re-reading, and is never lost.
using NodaTime;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class RulingTests
{
    private static readonly Report Early = Telling.Report("p1", "withdraw USA @ open-skies 2020-11-11", told: "2021-01-15", speaker: "RUS");
    private static readonly Report Right = Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22", told: "2021-01-15", at: 60);
    private static readonly Report Other = Telling.Report("p2", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-23");

    private static Instant Hour(int hour) => Instant.FromUtc(2026, 11, 22, hour, 0);

    private static Ruling Rule(RulingKind kind, int hour, string by, IReadOnlyList<Report> reports, Correction[]? corrections = null, IReadOnlyList<Report>? against = null) =>
        Ruling.Of(kind, [.. reports.Select(RuledReport.Of)], by, "vì", Hour(hour), corrections, against?.Select(RuledReport.Of).ToArray());

    private static IReadOnlyList<Event> After(Report[] reports, params Ruling[] rulings) => Telling.Fold.Of(reports, rulings, Telling.NoOrigins);

    [Fact]
    public void A_rejected_report_takes_part_in_no_event()
    {
        var told = Assert.Single(After([Early, Right, Other], Rule(RulingKind.Reject, 1, "Lan", [Early])));
        Assert.Equal("2020-11-22", told.Date!.Text);
        Assert.DoesNotContain(Early.Id, told.Reports);
    }

    [Fact]
    public void An_accepted_report_names_its_ruling()
    {
        var accept = Rule(RulingKind.Accept, 1, "Lan", [Right]);
        Assert.Equal([accept.Id], After([Early, Right, Other], accept).Single(e => e.Reports.Contains(Right.Id)).Rulings);
    }

    [Fact]
    public void A_corrected_report_keeps_its_id_and_joins_the_event_it_tells_of()
    {
        var told = Assert.Single(After([Early, Other], Rule(RulingKind.Correct, 1, "Lan", [Early], [new("date", "2020-11-22")])));
        Assert.Equal(2, told.Reports.Count);
        Assert.Contains(Early.Id, told.Reports);
    }

    [Fact]
    public void Merged_reports_are_one_event_that_says_what_they_differ_on()
    {
        var told = Assert.Single(After([Early, Other], Rule(RulingKind.Merge, 1, "Lan", [Early, Other])));
        Assert.Equal(["2020-11-11", "2020-11-22"], told.Variants.Where(v => v.About == "date").Select(v => v.Value));
    }

    [Fact]
    public void Split_reports_are_two_events_and_a_third_page_joins_one_of_them()
    {
        Assert.Single(After([Right, Other]));
        var third = Telling.Report("p3", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-24");
        Assert.Equal(2, After([Right, Other, third], Rule(RulingKind.Split, 1, "Lan", [Right], against: [Other])).Count);
    }

    [Fact]
    public void Two_analysts_who_contradict_each_other_are_both_shown_until_a_later_ruling_settles_it()
    {
        var (reject, accept) = (Rule(RulingKind.Reject, 1, "Lan", [Other]), Rule(RulingKind.Accept, 2, "Minh", [Other]));
        var contested = Assert.Single(After([Other], reject, accept));
        Assert.Equal([reject.Id, accept.Id], contested.Rulings);
        Assert.Equal(new[] { reject.Id, accept.Id }, contested.Variants.Where(v => v.About == "ruling").Select(v => v.Value));
        Assert.Empty(After([Other], reject, accept, Rule(RulingKind.Reject, 3, "Hoa", [Other])));
        Assert.Empty(Assert.Single(After([Other], reject, accept, Rule(RulingKind.Accept, 3, "Hoa", [Other]))).Variants);
    }

    [Fact]
    public void An_analyst_may_think_again() =>
        Assert.Empty(Assert.Single(After([Other], Rule(RulingKind.Reject, 1, "Lan", [Other]), Rule(RulingKind.Accept, 2, "Lan", [Other]))).Variants);

    [Fact]
    public void Two_corrections_that_differ_leave_the_pages_own_words()
    {
        var told = Assert.Single(After([Other], Rule(RulingKind.Correct, 1, "Lan", [Other], [new("date", "2020-11-21")]), Rule(RulingKind.Correct, 2, "Minh", [Other], [new("date", "2020-11-23")])));
        Assert.Equal("2020-11-22", told.Date!.Text);
        Assert.Equal(2, told.Variants.Count(v => v.About == "ruling"));
    }

    [Theory]
    [InlineData("date", "hôm qua")]
    [InlineData("status", "perhaps")]
    [InlineData("polarity", "no")]
    [InlineData("mood", "bad")]
    [InlineData("act", "")]
    public void A_correction_that_is_none_is_refused(string about, string value) => Assert.NotNull(Rulings.FaultOf(new(about, value)));

    [Fact]
    public void A_ruling_has_an_author_and_a_reason()
    {
        Assert.Throws<ArgumentException>(() => Ruling.Of(RulingKind.Accept, [RuledReport.Of(Right)], " ", "vì", Hour(1)));
        Assert.Throws<ArgumentException>(() => Ruling.Of(RulingKind.Accept, [RuledReport.Of(Right)], "Lan", "", Hour(1)));
        Assert.Throws<ArgumentException>(() => Ruling.Of(RulingKind.Merge, [RuledReport.Of(Right)], "Lan", "vì", Hour(1)));
        Assert.Throws<ArgumentException>(() => Ruling.Of(RulingKind.Correct, [RuledReport.Of(Right)], "Lan", "vì", Hour(1)));
        Assert.Throws<ArgumentException>(() => Ruling.Of(RulingKind.Split, [RuledReport.Of(Right)], "Lan", "vì", Hour(1)));
    }

    [Fact]
    public void Stored_rulings_do_what_rulings_do()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [Early, Right]), TempLedger.Reading("p2", [Other])], [], Hour(0));
        ledger.Merge(Hour(0));
        Assert.Equal(2, ledger.Events(EventQuery.All).Count());
        var merge = Rule(RulingKind.Merge, 1, "Lan", [Early, Other]);
        ledger.Rule(merge);
        ledger.Rule(merge);
        ledger.Merge(Hour(1));
        Assert.Single(ledger.Events(EventQuery.All));
        Assert.Equal(2, ledger.Events(EventQuery.All with { KnownAt = new(2026, 11, 21) }).Count());
        Assert.Single(ledger.Events(EventQuery.All with { KnownAt = new(2026, 11, 22) }));
        ledger.Rule(Rule(RulingKind.Split, 2, "Lan", [Early], against: [Other]));
        ledger.Merge(Hour(2));
        Assert.Equal(2, ledger.Events(EventQuery.All).Count());
        Assert.Equal(2, ledger.Rulings().Count);
        Assert.Throws<ArgumentException>(() => ledger.Rule(Rule(RulingKind.Accept, 3, "Lan", [Telling.Report("p9", "withdraw USA")])));
    }

    [Fact]
    public void After_a_re_reading_a_ruling_finds_its_report_by_the_words_it_stands_on()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [Early, Right]), TempLedger.Reading("p2", [Other])], [], Hour(0));
        ledger.Merge(Hour(0));
        ledger.Rule(Rule(RulingKind.Reject, 1, "Lan", [Early]));
        ledger.Merge(Hour(1));
        var reread = Early with { Target = ["RUS"], Evidence = [new(0, 24)] };
        reread = reread with { Id = ReportIds.Of(reread) };
        ledger.Write([TempLedger.Reading("p1", [reread, Right], coder: "2")], [], Hour(2));
        ledger.Merge(Hour(2));
        Assert.Equal(reread.Id, Assert.Single(ledger.Rulings()).Reports[0].Live);
        Assert.DoesNotContain(reread.Id, ledger.Events(EventQuery.All).SelectMany(e => e.Reports));
        Assert.Null(ledger.Find(reread.Id).One!.Event);

        ledger.Write([TempLedger.Reading("p1", [Right], coder: "3")], [], Hour(3));
        ledger.Merge(Hour(3));
        Assert.True(Assert.Single(ledger.Rulings()).IsOrphaned);

        ledger.Write([TempLedger.Reading("p1", [Early, Right], coder: "4")], [], Hour(4));
        ledger.Merge(Hour(4));
        Assert.False(Assert.Single(ledger.Rulings()).IsOrphaned);
        Assert.DoesNotContain(Early.Id, ledger.Events(EventQuery.All).SelectMany(e => e.Reports));
    }

    [Fact]
    public void Removing_a_page_and_its_rulings_gives_the_ledger_that_never_had_them()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [Early]), TempLedger.Reading("p2", [Other])], [], Hour(0));
        ledger.Merge(Hour(0));
        ledger.Rule(Rule(RulingKind.Merge, 1, "Lan", [Early, Other]));
        ledger.Merge(Hour(1));
        ledger.Remove("p1", Hour(2), rulingsToo: true);
        Assert.Equal(TempLedger.ExportOf([TempLedger.Reading("p2", [Other])]), TempLedger.ExportOf(ledger));
    }

    [Fact]
    public void Rulings_in_any_order_give_the_same_events()
    {
        var reports = Telling.Many(80).ToArray();
        var chance = new Random(3);
        var rulings = Enumerable.Range(0, 30).Select(i => (RulingKind)chance.Next(5) switch
        {
            RulingKind.Merge => Rule(RulingKind.Merge, i % 24, $"analyst {i % 3}", [reports[chance.Next(40)], reports[40 + chance.Next(40)]]),
            RulingKind.Split => Rule(RulingKind.Split, i % 24, $"analyst {i % 3}", [reports[chance.Next(40)]], against: [reports[40 + chance.Next(40)]]),
            RulingKind.Correct => Rule(RulingKind.Correct, i % 24, $"analyst {i % 3}", [reports[chance.Next(80)]], [new("date", $"2021-10-{1 + chance.Next(28):00}")]),
            var kind => Rule(kind, i % 24, $"analyst {i % 3}", [reports[chance.Next(80)]]),
        }).ToArray();
        var once = After(reports, rulings).Select(e => $"{e.Id} {e.Date} {string.Join(',', e.Reports)} {string.Join(',', e.Rulings)} {e.Variants.Count}").ToList();
        chance.Shuffle(rulings);
        chance.Shuffle(reports);
        Assert.Equal(once, After(reports, rulings).Select(e => $"{e.Id} {e.Date} {string.Join(',', e.Reports)} {string.Join(',', e.Rulings)} {e.Variants.Count}"));
    }
}
