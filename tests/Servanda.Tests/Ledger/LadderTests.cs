// Measure and counter-measure, as far as pages say that one answers the other.
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LadderTests
{
    [Fact]
    public void A_counter_measure_stands_above_the_measure_it_answers()
    {
        var first = Telling.Report("p1", "expel NATO > RUS @ russia-mission-to-nato 2021-10-06");
        var second = Telling.Report("p1", "suspend RUS > NATO @ russia-mission-to-nato 2021-11-01", ReportStatus.Intended, at: 60) with { InResponseTo = first.Id };
        var words = Telling.Report("p1", "criticize NATO > RUS 2021-10-18", at: 90);
        var elsewhere = Telling.Report("p2", "expel USA > RUS 2021-04-15");
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [first, second, words]), TempLedger.Reading("p2", [elsewhere])], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var ladder = Ladder.Of(ledger.Events(new() { Actors = ["RUS", "NATO"] }), "RUS", "NATO", ShippedKnowledge.All.Acts);
        Assert.Equal([("NATO", 0), ("RUS", 1)], ladder.Select(rung => (rung.By, rung.Depth)));
        Assert.Equal([first.Id], ladder[1].Answers);
    }

    [Fact]
    public void Two_events_that_answer_each_other_end_the_climb()
    {
        var a = Telling.Events(Telling.Report("p1", "expel NATO > RUS 2021-10-06"))[0];
        var b = Telling.Events(Telling.Report("p1", "expel RUS > NATO 2021-10-18"))[0];
        var ladder = Ladder.Of([a with { InResponseTo = [b.Id] }, b with { InResponseTo = [a.Id] }], "RUS", "NATO", ShippedKnowledge.All.Acts);
        Assert.Equal(2, ladder.Count);
    }
}
