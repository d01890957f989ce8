// What the check finds, that backups give the same ledger, and that a power cut takes nothing that was kept.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LedgerCheckTests
{
    private static TempLedger Filled()
    {
        var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(TempLedger.Many(120), [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        return temp;
    }

    [Fact]
    public void A_ledger_that_nobody_touched_is_whole()
    {
        using var temp = Filled();
        using var ledger = temp.Open();
        Assert.Empty(ledger.Check());
        ledger.Write(TempLedger.Many(120).Select(r => TempLedger.Reading(r.Story.Page, [.. r.Reports.Skip(1)], coder: "2")).ToList(), [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
    }

    [Theory]
    [InlineData("update event set content = replace(content, 'occurred', 'intended')", "event")]
    [InlineData("delete from event where no = (select max(no) from event)", "reference")]
    [InlineData("update report set content = replace(content, 'USA', 'CHN')", "report")]
    [InlineData("update story_text set body = body || '.' where no = 1", "text")]
    [InlineData("delete from reading where no = 1", "reference")]
    [InlineData("update reading set map = x'ff' where no = 1", "reading")]
    [InlineData("update report set live = 0 where no = 1", "report")]
    [InlineData("insert into dirty (report) values (1)", "unmerged")]
    [InlineData("update membership set block = (select max(no) from block) where report = 1", "event")]
    public void Whatever_is_changed_by_hand_is_found_out(string sql, string code)
    {
        using var temp = Filled();
        Assert.NotEqual(0, temp.Execute(TempLedger.Postgres is null ? sql : sql.Replace("x'ff'", "'\\xff'::bytea", StringComparison.Ordinal)));
        using var ledger = temp.Open();
        Assert.Contains(ledger.Check(), flaw => flaw.Code == code);
    }

    [Fact]
    public void Two_blocks_that_should_be_one_are_found_out()
    {
        var blind = Telling.Fold.Folding with { MayBeOne = (_, _) => false, Events = input => [.. input.Reports.SelectMany(report => Telling.Fold.Folding.Events(new([report], [], input.Origins)))] };
        using var other = new TempLedger();
        using (var ledger = LedgerStore.Open(other.Location, blind, LedgerAccess.Create))
        {
            ledger.Write([TempLedger.Reading("p1", [Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22")]), TempLedger.Reading("p2", [Telling.Report("p2", "withdraw USA @ open-skies 2020-11")])], [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }
        using var checkedLedger = other.Open();
        Assert.Equal("block", Assert.Single(checkedLedger.Check()).Code);
    }

    [Fact]
    public void A_backup_restored_is_the_same_ledger()
    {
        using var temp = Filled();
        var (backup, restored) = (temp.Path + ".backup", temp.Path + ".restored");
        string export;
        using (var ledger = temp.Open())
        {
            export = TempLedger.ExportOf(ledger);
            ledger.Backup(backup);
            Assert.Equal(LedgerFault.NoAccess, Assert.Throws<LedgerException>(() => ledger.Backup(backup)).Fault);
        }
        using (var again = LedgerStore.Restore(backup, restored, Telling.Fold.Folding))
        {
            Assert.Equal(export, TempLedger.ExportOf(again));
            Assert.Empty(again.Check());
            again.Write([TempLedger.Reading("px", [Telling.Report("px", "withdraw USA @ inf 2019-08-02")])], [], TempLedger.Noon);
            again.Merge(TempLedger.Noon);
        }
        Assert.Equal(LedgerFault.NoAccess, Assert.Throws<LedgerException>(() => LedgerStore.Restore(backup, restored, Telling.Fold.Folding)).Fault);
        Assert.Equal(LedgerFault.Missing, Assert.Throws<LedgerException>(() => LedgerStore.Restore(temp.Path + ".none", temp.Path + ".x", Telling.Fold.Folding)).Fault);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public void A_log_cut_short_loses_whole_batches_and_nothing_else(double kept)
    {
        if (TempLedger.Postgres is not null) Assert.Skip("The log of a database server is its own.");
        var readings = TempLedger.Many(240);
        using var temp = new TempLedger();
        var cut = temp.Path + ".cut";
        using (var ledger = temp.Open())
        {
            foreach (var batch in readings.Chunk(10)) ledger.Write(batch, [], TempLedger.Noon);
            // As a power cut leaves them: the file, and a part of the log beside it.
            File.Copy(temp.Path, cut);
            var log = File.ReadAllBytes(temp.Path + "-wal");
            File.WriteAllBytes(cut + "-wal", log[..(int)(log.Length * kept)]);
        }
        using var again = LedgerStore.Open(cut, Telling.Fold.Folding, LedgerAccess.Create);
        again.Merge(TempLedger.Noon);
        Assert.Empty(again.Check());
        Assert.Equal(0, again.Statistics().Pages % 10);
        again.Write(readings, [], TempLedger.Noon);
        again.Merge(TempLedger.Noon);
        Assert.Empty(again.Check());
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(again));
    }

    [Fact]
    public async Task Two_writers_and_a_reader_at_once_lose_nothing()
    {
        var readings = TempLedger.Many(240);
        using var temp = new TempLedger();
        temp.Open().Dispose();
        var cancelled = TestContext.Current.CancellationToken;
        var writers = new[] { 0, 1 }.Select(half => Task.Run(() =>
        {
            using var ledger = temp.Open(LedgerAccess.Write);
            foreach (var batch in readings.Where((_, i) => i % 2 == half).Chunk(7)) ledger.Write(batch, [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }, cancelled)).ToList();
        var reader = Task.Run(() =>
        {
            using var ledger = temp.Open(LedgerAccess.Read);
            for (var i = 0; i < 20; i++) Assert.InRange(ledger.Statistics().Pages, 0, readings.Count);
        }, cancelled);
        await Task.WhenAll([.. writers, reader]);
        using var whole = temp.Open();
        whole.Merge(TempLedger.Noon);
        Assert.Empty(whole.Check());
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(whole));
    }
}
