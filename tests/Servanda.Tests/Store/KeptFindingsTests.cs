// What pages give when they are held against the terms is worked out once for each reading, and goes with it.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class KeptFindingsTests
{
    private int judged;

    [Fact]
    public void What_was_judged_as_it_was_written_is_not_judged_again()
    {
        var readings = TempLedger.Many(120);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(new ReadBatch { Readings = readings, Judgement = By("1") }, TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(readings.Count, judged);
        Assert.Empty(ledger.NotJudged(By("1")));
        Assert.Equal(Ids(readings), Ids(ledger.FindingsOfPages(By("1"))));
        Assert.Equal(readings.Count, judged);
        var open = readings.First(reading => reading.Reports[0].Agreement is not null).Reports[0].Agreement!;
        Assert.Equal(Ids(readings.Where(reading => reading.Reports[0].Agreement == open)), Ids(ledger.FindingsOfPages(By("1"), open)));
    }

    [Fact]
    public void What_is_kept_stays_where_only_words_have_changed_that_pages_are_read_by()
    {
        var shipped = ShippedKnowledge.All;
        var words = Over("languages/vi/frames/mine.yaml", "frames:\n  - id: my.frame\n    act: agree\n    heads: [ký]\n    phrases: [a]\n");
        Assert.NotEqual(shipped.Version, words.Version);
        Assert.Equal(Pipeline.Judgement(shipped).Version, Pipeline.Judgement(words).Version);
        var terms = Over("agreements/inf.yaml", File.ReadAllText(Repository.PathOf("data", "agreements", "inf.yaml")) + "# thêm\n");
        Assert.NotEqual(Pipeline.Judgement(shipped).Version, Pipeline.Judgement(terms).Version);
        var names = Over("languages/vi/actors/mine.yaml", "actors:\n  - code: RUS\n    names: [Xứ Bạch dương]\n");
        Assert.NotEqual(Pipeline.Judgement(shipped).Version, Pipeline.Judgement(names).Version);

        Knowledge Over(string name, string text)
        {
            var read = KnowledgeFolder.Read(DataFiles.Of([(name, text)]), shipped);
            Assert.Empty(read.Faults);
            return read.Knowledge!;
        }
    }

    [Fact]
    public void A_new_page_is_judged_alone()
    {
        var readings = TempLedger.Many(120);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(readings.SkipLast(1).ToList(), [], TempLedger.Noon);
        Assert.Equal(readings.Count - 1, ledger.Judge(By("1")));
        ledger.Write(readings.TakeLast(1).ToList(), [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        // One page is worked out each time it is asked for, until it is kept.
        Assert.Equal(Ids(readings), Ids(ledger.FindingsOfPages(By("1"))));
        Assert.Equal(readings.Count, judged);
        Assert.Equal(1, ledger.Judge(By("1")));
        Assert.Equal(0, ledger.Judge(By("1")));
        Assert.Equal(readings.Count + 1, judged);
    }

    [Fact]
    public void Other_rules_take_the_place_of_those_before()
    {
        var readings = TempLedger.Many(60);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(new ReadBatch { Readings = readings, Judgement = By("1") }, TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(Ids(readings, "2"), Ids(ledger.FindingsOfPages(By("2"))));
        Assert.Equal(readings.Count, ledger.Judge(By("2")));
        Assert.Equal(Ids(readings, "2"), Ids(ledger.FindingsOfPages(By("2"))));
        Assert.Equal(Ids(readings), Ids(ledger.FindingsOfPages(By("1"))));
    }

    [Fact]
    public void Findings_go_with_the_page_that_they_are_of()
    {
        var readings = TempLedger.Many(60);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(new ReadBatch { Readings = readings, Judgement = By("1") }, TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        ledger.Remove(readings[0].Story.Page, TempLedger.Noon);
        Assert.Equal(Ids(readings.Skip(1)), Ids(ledger.FindingsOfPages(By("1"))));
        var anew = TempLedger.Reading(readings[1].Story.Page, readings[1].Reports, coder: "2");
        ledger.Write(new ReadBatch { Readings = [anew], Judgement = By("1") }, TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(Ids(readings.Skip(2).Append(anew)), Ids(ledger.FindingsOfPages(By("1"))));
    }

    [Fact]
    public void What_had_not_come_out_by_a_day_gives_nothing_on_it()
    {
        var (early, late) = (TempLedger.Reading("p1", [], told: "2020-11-11"), TempLedger.Reading("p2", [], told: "2020-11"));
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(new ReadBatch { Readings = [early], Judgement = By("1") }, TempLedger.Noon);
        ledger.Write([late], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(Ids([early]), Ids(ledger.FindingsOfPages(By("1"), knownAt: new(2020, 11, 29))));
        Assert.Equal(Ids([early, late]), Ids(ledger.FindingsOfPages(By("1"), knownAt: new(2020, 11, 30))));
        Assert.Empty(ledger.FindingsOfPages(By("1"), knownAt: new(2020, 11, 10)));
    }

    private Judgement By(string version) => new(version, reading =>
    {
        Interlocked.Increment(ref judged);
        return [new() { Id = $"{version} {reading.Id}", Kind = FindingKind.Impossible, Agreement = reading.Reports.Count > 0 ? reading.Reports[0].Agreement : null, About = "date", Says = new("nói", reading.Id), Pages = [reading.Story.Page] }];
    });

    private static IEnumerable<string> Ids(IEnumerable<PageReading> readings, string version = "1") => readings.Select(reading => $"{version} {reading.Id}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(IEnumerable<Finding> findings) => findings.Select(finding => finding.Id).Order(StringComparer.Ordinal);
}
