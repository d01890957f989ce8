// What new reports do to a block of many that cannot be told apart by their days.
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class BlockGrowthTests
{
    /// <summary>The states fall into two blocks, each above the number of reports from which on it counts as large.</summary>
    private const int First = 540;

    /// <summary>Signatures of one treaty over the years, one in six without a day: each of those may be any that came before it was told.</summary>
    private static List<PageReading> Pages(int seed, int count)
    {
        var chance = new Random(seed);
        string[] states = ["RUS", "USA", "GBR", "FRA", "RUS,USA", "FRA,GBR"];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var told = $"20{chance.Next(10, 20)}-0{chance.Next(1, 10)}-1{chance.Next(10)}";
            var reports = Enumerable.Range(0, 3).Select(j => Telling.Report(
                $"p{i}", $"sign {states[chance.Next(states.Length)]} @ open-skies {(chance.Next(6) == 0 ? "" : chance.Next(4) == 0 ? $"20{chance.Next(10, 20)}" : $"20{chance.Next(10, 20)}-0{chance.Next(1, 4)}-0{chance.Next(1, 4)}")}".TrimEnd(),
                chance.Next(8) == 0 ? ReportStatus.Intended : ReportStatus.Occurred, told, quantities: chance.Next(5) == 0 ? [new(chance.Next(1, 3), "person")] : null, at: 30 * j)).DistinctBy(report => report.Id).ToList();
            return TempLedger.Reading($"p{i}", reports, told: told, outlet: $"bao{i % 7}.vn");
        })];
    }

    [Theory, InlineData(1), InlineData(2)]
    public void A_block_that_grew_page_by_page_is_what_the_fold_of_all_its_reports_gives(int seed)
    {
        var pages = Pages(seed, First / 3 + 24);
        var chance = new Random(seed);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([.. pages.Take(First / 3)], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var rest = pages.Skip(First / 3).ToArray();
        chance.Shuffle(rest);
        foreach (var portion in rest.Chunk(1 + seed % 2))
        {
            ledger.Write(portion, [], TempLedger.Noon);
            Assert.NotEqual(0, ledger.Merge(TempLedger.Noon).Blocks);
        }
        var export = TempLedger.ExportOf(ledger);
        Assert.Equal(TempLedger.ExportOf(pages), export);
        Assert.Equal(Events(pages), ledger.Events(EventQuery.All).Select(e => string.Join(' ', e.Reports)).Order(StringComparer.Ordinal));
        Assert.Empty(ledger.Check());

        // And back: a page that goes takes the block apart as ever, a ruling on it counts.
        ledger.Remove(rest[0].Story.Page, TempLedger.Noon);
        ledger.Write([rest[0]], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(export, TempLedger.ExportOf(ledger));
        ledger.Rule(Ruling.Of(RulingKind.Reject, [RuledReport.Of(rest[1].Reports[0])], "Lan", "thử", TempLedger.Noon, null, null));
        ledger.Merge(TempLedger.Noon);
        ledger.Write([.. Pages(seed + 10, 1).Select(page => TempLedger.Reading("q", [.. page.Reports.Select(report => report with { Page = "q" }).Select(report => report with { Id = ReportIds.Of(report) })], told: page.Told.When?.Text))], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void Events_that_a_new_page_leaves_alone_are_not_written_again()
    {
        var pages = Pages(3, First / 3 + 1);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([.. pages.SkipLast(1)], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.InRange(temp.Number("select max(reports) from (select count(*) as reports from membership group by block) b"), 220, First);
        var (events, last) = (temp.Number("select count(*) from event"), temp.Number("select max(no) from event"));
        ledger.Write([pages[^1]], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.InRange(temp.Number($"select count(*) from event where no <= {last}"), events - 12, events);
        Assert.InRange(temp.Number($"select count(*) from event where no > {last}"), 1, 15);
    }

    [Fact]
    public void A_ledger_from_before_there_were_outlines_grows_as_any_other_and_outlines_that_are_wrong_are_found()
    {
        var pages = Pages(4, First / 3 + 2);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([.. pages.SkipLast(2)], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.NotEqual(0, temp.Number("select count(*) from outline"));
        temp.Execute("delete from outline");
        foreach (var page in pages.TakeLast(2))
        {
            ledger.Write([page], [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }
        Assert.Equal(TempLedger.ExportOf(pages), TempLedger.ExportOf(ledger));
        Assert.NotEqual(0, temp.Number("select count(*) from outline"));
        Assert.Empty(ledger.Check());

        temp.Execute("update outline set last = last - 400 where event = (select max(event) from outline)");
        Assert.Equal("outline", Assert.Single(ledger.Check()).Code);
        var words = ShippedKnowledge.All.Messages;
        Assert.All(LedgerFlaw.Codes, code => Assert.All(words.Templates.Keys, language => Assert.Contains($"flaw.{code}", words.In(language).Keys)));
    }

    /// <summary>Reports of few days and many ties, where who comes first decides what others choose.</summary>
    [Fact]
    public void What_new_reports_change_is_what_the_events_of_all_differ_in_from_those_before()
    {
        var (moved, kept, looked, passed) = (0, 0, 0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var chance = new Random(seed);
            Report[] all = seed % 2 == 0 ? [.. Telling.Many(20 + seed % 60, seed, 3)] : [.. Pages(seed, 12 + seed % 30).SelectMany(page => page.Reports)];
            var old = all.Where(_ => chance.Next(10) > seed % 4).ToList();
            var before = Telling.Fold.Of(old, [], Telling.NoOrigins);
            var number = before.SelectMany((told, i) => told.Reports.Select(report => (report, (long)i))).ToDictionary(row => row.report, row => row.Item2, StringComparer.Ordinal);
            chance.Shuffle(all);
            var reports = all.Where(report => number.ContainsKey(report.Id)).ToLookup(report => number[report.Id]);
            var outlines = reports.ToDictionary(told => told.Key, told => Telling.Fold.Folding.Outline([.. told]));
            passed += outlines.Count;
            var (groups, gone) = Telling.Fold.Folding.Regroup([.. all.Where(report => !number.ContainsKey(report.Id))], outlines, asked =>
            {
                (looked, passed) = (looked + asked.Count, passed - asked.Count);
                return asked.SelectMany(told => reports[told].Select(report => (told, report)));
            });
            var left = before.Where((_, i) => !gone.Contains(i)).Select(told => string.Join(' ', told.Reports)).ToList();
            var made = groups.Select(group => string.Join(' ', group.Select(report => report.Id))).ToList();
            Assert.Equal(Telling.Fold.Of(all, [], Telling.NoOrigins).Select(told => string.Join(' ', told.Reports)).Order(StringComparer.Ordinal), left.Concat(made).Order(StringComparer.Ordinal));
            Assert.Empty(made.Intersect(before.Select(told => string.Join(' ', told.Reports))));
            (moved, kept) = (moved + gone.Count, kept + left.Count);
        }
        // Neither nothing nor everything.
        Assert.InRange(moved, 1000, int.MaxValue);
        Assert.InRange(kept, 1000, int.MaxValue);
        Assert.InRange(passed, looked / 10, looked * 10);
    }

    private static IEnumerable<string> Events(IEnumerable<PageReading> pages) =>
        Telling.Fold.Of(pages.SelectMany(page => page.Reports), [], Telling.NoOrigins).Select(e => string.Join(' ', e.Reports)).Order(StringComparer.Ordinal);
}
