// What may go wrong under a ledger: a full disk, a log cut short, two writers, another that holds the file, texts that look like SQL. A step is kept whole or not at all.
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;
using Xunit;

namespace Servanda.Tests;

public sealed class LedgerFailureTests
{
    public static TheoryData<string> Hostile =>
    [
        "'; drop table report; --", "x' or '1'='1", "\") or 1=1 --", "\"", "''", "%", "_", "*", "NEAR(a b", "title : x", "^a", "-a", "a AND b OR NOT c", "{a b}", "a\u0000b", "\\'; delete from page; --", "$1", "@id", "đ\u0301' union select content from report --",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Texts_that_look_like_SQL_are_only_texts(string text)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        // A database of the server kind knows no NUL in a text; what reads pages has repaired it away.
        var name = text.Replace("\u0000", "", StringComparison.Ordinal);
        var report = Telling.Report(name, "withdraw USA @ open-skies 2020-11-22", person: name) with { Agreement = name, Object = name, Source = [name], Via = [name] };
        var own = TempLedger.Reading(name, [report with { Id = ReportIds.Of(report) }], text: $"{name} {new string('x', 60)}", outlet: name, credits: [name], seen: new(name, name, 3, name, Outlet: name));
        ledger.Write([own, .. TempLedger.Many(30)], [new Reject(new(name, name, 7), name, name)], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        ledger.Rule(Ruling.Of(RulingKind.Accept, [RuledReport.Of(own.Reports[0])], name, name, TempLedger.Noon));
        ledger.Merge(TempLedger.Noon);
        var export = TempLedger.ExportOf(ledger);

        ledger.Search(text);
        ledger.Find(text);
        ledger.File(text);
        ledger.Reports([text]);
        ledger.Kin(text);
        ledger.PlaceIn(text);
        ledger.Knows(text, text);
        Assert.False(ledger.Remove(text + "?", TempLedger.Noon));
        Assert.Empty(ledger.Events(new() { Agreement = text + "?" }));
        Assert.Empty(ledger.Events(new() { Actors = [text, "RUS"] }));
        Assert.Empty(ledger.Events(new() { Acts = [text] }));
        Assert.Equal(name, Assert.Single(ledger.Events(new() { Agreement = name })).Source[0]);
        Assert.Equal(own.Id, ledger.Reading(name)?.Id);
        Assert.Equal(name, Assert.Single(ledger.Rejects()).Code);
        var queue = ledger.Queue(name);
        queue.Offer([name]);
        Assert.Equal(name, queue.Take(TempLedger.Noon, NodaTime.Duration.FromMinutes(1))?.Item);

        Assert.Equal(export, TempLedger.ExportOf(ledger));
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public async Task Two_writers_at_once_lose_nothing_and_keep_nothing_twice()
    {
        var readings = TempLedger.Many(120, seed: 5);
        using var temp = new TempLedger();
        temp.Open().Dispose();
        var cancelled = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            using var ledger = temp.Open(LedgerAccess.Write);
            foreach (var batch in (writer == 0 ? readings : readings.Reverse()).Chunk(11)) ledger.Write(batch, [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }, cancelled)));
        using var whole = temp.Open();
        whole.Merge(TempLedger.Noon);
        Assert.Equal(readings.Count, whole.Statistics().Readings);
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(whole));
        Assert.Empty(whole.Check());
    }

    /// <summary>A power cut leaves the file and some of its log: whatever is left of it, whole batches are there and no parts of them.</summary>
    [Theory, InlineData(0.15), InlineData(0.5), InlineData(0.77), InlineData(0.999)]
    public void A_log_cut_short_loses_whole_steps_from_the_end_and_nothing_else(double left)
    {
        var readings = TempLedger.Many(100, seed: 9);
        using var temp = new TempLedger();
        var cut = temp.Path + ".cut";
        using (var ledger = LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Create))
        {
            foreach (var batch in readings.Chunk(4)) ledger.Write(batch, [], TempLedger.Noon);
            File.Copy(temp.Path, cut);
            File.Copy(temp.Path + "-wal", cut + "-wal");
        }
        var log = new FileInfo(cut + "-wal").Length;
        Assert.True(log > 100_000, $"the log has {log} bytes");
        using (var file = new FileStream(cut + "-wal", FileMode.Open)) file.SetLength((long)(log * left));
        using var after = LedgerStore.Open(cut, Telling.Fold.Folding, LedgerAccess.Create);
        var kept = after.Statistics().Readings;
        Assert.True(kept % 4 == 0 || kept == readings.Count, $"{kept} readings are no whole batches of 4");
        after.Merge(TempLedger.Noon);
        Assert.Empty(after.Check());
        after.Write(readings, [], TempLedger.Noon);
        after.Merge(TempLedger.Noon);
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(after));
        Assert.Empty(after.Check());
    }

    [Fact]
    public void On_a_full_disk_the_last_step_is_undone_and_reading_goes_on_when_there_is_room()
    {
        var disk = Path.Combine(Path.GetTempPath(), $"servanda-disk-{Guid.NewGuid():N}");
        Directory.CreateDirectory(disk);
        try
        {
            Assert.SkipUnless(Ran("mount", "-t", "tmpfs", "-o", "size=1500k", "servanda-test", disk), "a small disk can be made by root alone; LedgerCommandFailureTests has a file that may not grow");
            var readings = TempLedger.Many(600, seed: 2);
            var (path, written) = (Path.Combine(disk, "full.db"), 0);
            using (var ledger = LedgerStore.Open(path, Telling.Fold.Folding, LedgerAccess.Create))
            {
                var full = Assert.Throws<LedgerException>(() =>
                {
                    foreach (var batch in readings.Chunk(10))
                    {
                        ledger.Write(batch, [], TempLedger.Noon);
                        written += batch.Length;
                    }
                    ledger.Merge(TempLedger.Noon);
                });
                Assert.Equal(LedgerFault.DiskFull, full.Fault);
                Assert.Equal(path, full.Ledger);
                Assert.Equal(written, ledger.Statistics().Readings);
            }
            Assert.True(Ran("mount", "-o", "remount,size=60m", disk));
            using var again = LedgerStore.Open(path, Telling.Fold.Folding, LedgerAccess.Write);
            Assert.Equal(written, again.Statistics().Readings);
            again.Write(readings, [], TempLedger.Noon);
            again.Merge(TempLedger.Noon);
            Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(again));
            Assert.Empty(again.Check());
        }
        finally
        {
            Ran("umount", disk);
            Directory.Delete(disk);
        }
    }

    [Theory, InlineData("vi"), InlineData("en")]
    public void Every_fault_is_said_in_both_languages_with_the_ledger_it_is_about(string language)
    {
        var wording = new Wording(ShippedKnowledge.All, language);
        Assert.All(Enum.GetValues<LedgerFault>(), fault => Assert.Contains("sổ.db", wording.Say($"ledger.{Servanda.Output.Json.Word(fault)}", "sổ.db"), StringComparison.Ordinal));
    }

    private static bool Ran(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
