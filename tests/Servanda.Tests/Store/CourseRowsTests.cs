// What a ledger keeps of events for the courses of agreements says what the events say, whatever happens to them.
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class CourseRowsTests
{
    private static readonly string[] Agreements = ["inf", "open-skies"];

    private static string Said(Event told) => string.Join('|', told.Id, told.Act, string.Join(',', told.Source), string.Join(',', told.Target), told.Date?.Text, told.Status, told.Polarity, string.Join(',', told.Quantities),
        string.Join(',', told.Speakers), told.Origins, string.Join(',', told.OriginNames), told.FirstTold?.Text, string.Join(',', told.Reports), told.Records.Count, told.SupersededBy);

    private static void IsWhatTheEventsSay(LedgerStore ledger)
    {
        foreach (var agreement in Agreements)
        {
            var events = ledger.Events(new() { Agreement = agreement, Acts = Statuses.Acts }).ToList();
            Assert.Equal(events.Select(Said), ledger.CourseOf(agreement).Select(Said));
            var file = ShippedKnowledge.All.Agreements.Single(one => one.Id == agreement);
            var query = new StatusQuery(new(2022, 5, 1));
            Assert.Equal(Answers(Statuses.Of(file, events, query)), Answers(Statuses.Of(file, ledger.CourseOf(agreement), query)));
        }
        Assert.Empty(ledger.Check());
    }

    private static IEnumerable<string> Answers(IReadOnlyList<StatusAnswer> answers) => answers.Select(answer => System.Text.Json.JsonSerializer.Serialize(answer));

    /// <summary>Acts that move a state, by states that are parties, on days and without.</summary>
    private static List<PageReading> Pages(int seed, int count, int from = 0)
    {
        var chance = new Random(seed);
        string[] acts = ["sign", "ratify", "suspend", "resume", "notify-withdrawal", "withdraw", "criticize"], states = ["RUS", "USA", "GBR"];
        return [.. Enumerable.Range(from, count).Select(i => TempLedger.Reading($"p{i}", [.. Enumerable.Range(0, 3).Select(j => Telling.Report(
            $"p{i}", $"{acts[chance.Next(acts.Length)]} {states[chance.Next(states.Length)]} @ {Agreements[chance.Next(2)]} {(chance.Next(5) == 0 ? "" : $"2019-0{chance.Next(1, 4)}-0{chance.Next(1, 5)}")}".TrimEnd(),
            chance.Next(6) == 0 ? ReportStatus.Intended : ReportStatus.Occurred, "2020-01-05", polarity: chance.Next(8) == 0 ? Polarity.Denied : Polarity.Affirmed, speaker: chance.Next(4) == 0 ? "RUS" : null, at: 30 * j)).DistinctBy(report => report.Id)],
            told: "2020-01-05", outlet: $"bao{i % 5}.vn"))];
    }

    [Theory, InlineData(1), InlineData(2)]
    public void The_course_of_an_agreement_says_what_its_events_say_while_pages_come_and_go_and_are_ruled_on(int seed)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        var pages = Pages(seed, 60);
        foreach (var portion in pages.Chunk(25))
        {
            ledger.Write(portion, [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
            IsWhatTheEventsSay(ledger);
        }
        Assert.NotEmpty(ledger.CourseOf("inf"));
        ledger.Remove(pages[3].Story.Page, TempLedger.Noon);
        ledger.Rule(Ruling.Of(RulingKind.Reject, [RuledReport.Of(pages[7].Reports[0])], "Lan", "thử", TempLedger.Noon, null, null));
        ledger.Merge(TempLedger.Noon);
        IsWhatTheEventsSay(ledger);
        Assert.NotEqual(0, temp.Number("select count(*) from course"));
    }

    [Theory]
    [InlineData("update course set content = replace(content, '2019-01', '2019-02')")]
    [InlineData("delete from course where event = (select min(event) from course)")]
    [InlineData("insert into course (agreement, event, content) values ('inf', 99999, '{}')")]
    public void Rows_that_somebody_has_changed_are_found_out(string change)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(Pages(3, 40), [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
        Assert.NotEqual(0, temp.Execute(change));
        Assert.Contains(ledger.Check(), flaw => flaw.Code == "course");
    }

    [Fact]
    public void Rows_of_other_acts_count_for_nothing_until_the_next_merge_makes_them_anew()
    {
        using var temp = new TempLedger();
        using (var other = LedgerStore.Open(temp.Location, Telling.Fold.Folding with { CourseActs = ["sign"] }, LedgerAccess.Create))
        {
            other.Write(Pages(4, 40), [], TempLedger.Noon);
            other.Merge(TempLedger.Noon);
            Assert.All(other.CourseOf("inf"), told => Assert.Equal("sign", told.Act));
        }
        using var ledger = temp.Open();
        var rows = temp.Number("select count(*) from course");
        IsWhatTheEventsSay(ledger);
        ledger.Write(Pages(4, 1, from: 40), [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.InRange(temp.Number("select count(*) from course"), rows + 1, int.MaxValue);
        IsWhatTheEventsSay(ledger);
    }
}
