// How long the engine may take, in time of the processor.
using System.Diagnostics;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;

[Collection(nameof(Alone))]
public class SpeedTests
{
    /// <summary>Milliseconds of processor time of one run, once the code is warm: what else runs on the machine does not count.</summary>
    private static double Cost(int runs, Action work)
    {
        for (var warming = 0; warming < runs; warming++) work();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var run = 0; run < runs; run++) work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / runs;
    }

    [Fact]
    public void The_status_of_all_agreements_on_a_day_takes_less_than_50_milliseconds()
    {
        var agreements = Shipped.Files.Select(file => file.Agreement).ToList();
        var parties = 0;
        var cost = Cost(10, () => parties = agreements.Sum(agreement => Statuses.Of(agreement, [], new(StatusTests.Day("2026-11-22"))).Count));
        Assert.True(parties > 400, $"{parties}");
        Assert.True(cost < 50, $"{cost:F1} ms");
    }

    [Fact]
    public void A_docket_of_ten_thousand_acts_takes_less_than_a_second()
    {
        var treaty = Shipped.Agreement("open-skies");
        string[] acts = ["announce-withdrawal", "suspend", "resume", "notify-withdrawal", "revoke-notice", "meet", "accuse-breach"];
        var events = Enumerable.Range(0, 10_000).Select(number => new Event
        {
            Id = $"{number:x32}",
            Act = acts[number % acts.Length],
            Source = [treaty.Parties[number % treaty.Parties.Count].Party],
            Target = [],
            Agreement = treaty.Id,
            Date = Edtf.Of(StatusTests.Day("2003-01-01").PlusDays(number % 8000)),
            FirstTold = Edtf.Of(StatusTests.Day("2003-01-01").PlusDays(number % 8000)),
            Status = ReportStatus.Occurred,
            Polarity = Polarity.Affirmed,
            Origins = 1,
            OriginNames = ["tass"],
            Reports = [$"{number:x32}"],
        }).ToList();
        var answers = 0;
        var cost = Cost(2, () => answers = Statuses.Of(treaty, events, new(StatusTests.Day("2026-11-22"))).Count);
        Assert.True(answers >= treaty.Parties.Count);
        Assert.True(cost < 1000, $"{cost:F0} ms");
    }
}
