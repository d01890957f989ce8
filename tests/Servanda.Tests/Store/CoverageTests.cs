// What a ledger has read, and what in it was not understood.
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class CoverageTests
{
    [Fact]
    public void Coverage_counts_outlets_days_and_what_was_not_understood()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(
        [
            TempLedger.Reading("p1", [Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22")], told: "2020-11-23", outlet: "a.vn"),
            TempLedger.Reading("p2", [Telling.Report("p2", "sign SUN,USA @ inf 1987-12-08")], told: "2019-02-01", outlet: "a.vn") with { Coverage = new(7, 3, [new("vi.leave.4", new(0, 3), "no-source"), new("vi.leave.5", new(5, 8), "no-source")]) },
            TempLedger.Reading("p3", [], outlet: null),
        ], [new(new("x", "x.bin"), "binary", "No text.")], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var all = ledger.Coverage();
        Assert.Equal((3, 1, 2, 1), (all.Pages, all.Untold, all.Reports, all.Rejects));
        Assert.Equal(["a.vn", null], all.Outlets.Select(o => o.Outlet));
        Assert.Equal((new LocalDate(2019, 2, 1), new LocalDate(2020, 11, 23)), (all.FirstTold!.Value, all.LastTold!.Value));
        Assert.Equal(TempLedger.Noon, all.LastRead);
        Assert.Equal([("2019-02", 1), ("2020-11", 1)], all.Months);
        Assert.Equal([("no-source", 2)], all.Dropped);
        Assert.Equal((7, 3), (all.ActorMentions, all.Triggers));
        var docket = ledger.Coverage(new() { Agreement = "inf" });
        Assert.Equal((1, 1), (docket.Pages, docket.Reports));
    }
}
