// Work handed out to several readers: each item is read, though readers die.
using NodaTime;
using Servanda.Store;
using Xunit;
using Duration = NodaTime.Duration;

namespace Servanda.Tests;

public class WorkQueueTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void An_item_is_given_to_one_worker_and_given_again_when_that_one_dies()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        var (first, second) = (ledger.Queue("một"), ledger.Queue("hai"));
        Assert.Equal(2, first.Offer(["a.txt", "b.txt", "a.txt"]));
        Assert.Equal(2, first.Offer(["a.txt"]));
        var a = first.Take(TempLedger.Noon, Minute)!;
        var b = second.Take(TempLedger.Noon, Minute)!;
        Assert.Equal(["a.txt", "b.txt"], [a.Item, b.Item]);
        Assert.Null(first.Take(TempLedger.Noon, Minute));
        first.Done(a);
        Assert.True(second.Keep(b, TempLedger.Noon + Minute, Minute));
        Assert.Null(first.Take(TempLedger.Noon + Minute + Duration.FromSeconds(30), Minute));
        var again = first.Take(TempLedger.Noon + 3 * Minute, Minute)!;
        Assert.Equal("b.txt", again.Item);
        Assert.False(second.Keep(b, TempLedger.Noon + 3 * Minute, Minute));
        first.Done(again);
        Assert.Equal(0, first.Left());
        Assert.Null(second.Take(TempLedger.Noon + 9 * Minute, Minute));
    }

    [Fact]
    public async Task Workers_of_which_some_die_make_the_ledger_of_one_undisturbed_worker()
    {
        var readings = TempLedger.Many(150, seed: 6);
        using var temp = new TempLedger();
        using (var ledger = temp.Open()) ledger.Queue("chủ").Offer(readings.Select(reading => reading.Story.Page));
        var byPage = readings.ToDictionary(reading => reading.Story.Page);
        var cancelled = TestContext.Current.CancellationToken;
        var clock = 0;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(() =>
        {
            for (var life = 0; ; life++)
            {
                using var ledger = temp.Open(LedgerAccess.Write);
                var queue = ledger.Queue($"{number}/{life}");
                for (var taken = 0; ; taken++)
                {
                    // Each worker's second hand moves on with every item, so that what the dead held is given out again.
                    var now = TempLedger.Noon + Duration.FromSeconds(Interlocked.Increment(ref clock));
                    var item = queue.Take(now, Duration.FromSeconds(20));
                    if (item is null && queue.Left() == 0) return;
                    if (item is null) continue;
                    // Dies with the item in hand, before or after it has written it.
                    if (taken == 5 + number && number > 0) break;
                    ledger.Write([byPage[item.Item]], [], now);
                    if (taken == 9) break;
                    queue.Done(item);
                }
            }
        }, cancelled)));
        using var whole = temp.Open();
        whole.Merge(TempLedger.Noon);
        Assert.Empty(whole.Check());
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(whole));
    }
}
