// Pages read anew with a lexicon that has changed: the new reading takes the place of the old one, and nothing of the old one is left in an export.
using Servanda.Model;
using Servanda.Reading.Pages;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class RereadingTests
{
    [Fact]
    public void A_changed_lexicon_gives_the_export_of_a_fresh_ledger_and_back_again_that_of_before()
    {
        var shipped = ShippedKnowledge.All;
        var before = Read(shipped);
        // The frame that most reports of the samples rest on is taken out.
        var frame = before.SelectMany(reading => reading.Reports).Select(report => report.Rules[0]).GroupBy(rule => rule, StringComparer.Ordinal).OrderByDescending(rule => rule.Count()).First().Key;
        var changed = shipped with
        {
            Version = $"{frame} {shipped.Version}",
            Languages = [.. shipped.Languages.Select(pack => pack with { Frames = [.. pack.Frames.Where(one => one.Id != frame)] })],
        };
        var after = Read(changed);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        Assert.Equal(Fresh(before), Export(ledger, before));
        Assert.Equal(Fresh(after), Export(ledger, after));
        Assert.NotEqual(Fresh(before), Fresh(after));
        Assert.DoesNotContain(ledger.LiveReports(), report => report.Rules.Contains(frame));
        Assert.Equal(2 * before.Count, ledger.Statistics().Readings);
        Assert.Equal(Fresh(before), Export(ledger, before));
        Assert.Empty(ledger.Check());
    }

    private static List<PageReading> Read(Knowledge knowledge)
    {
        var pipeline = new Pipeline(knowledge);
        return [.. PageSource.Read([Repository.PathOf("samples")], (stream, sighting) => PageRecords.Read(stream, sighting)).Select(source => pipeline.Read(source.Page!).Reading!)];
    }

    private static string Export(LedgerStore ledger, IReadOnlyList<PageReading> readings)
    {
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        return TempLedger.ExportOf(ledger);
    }

    private static string Fresh(IReadOnlyList<PageReading> readings) => TempLedger.ExportOf(readings);
}
