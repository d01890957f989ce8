// The findings of a ledger, taken from it or worked out beside the visits, and kept by page, so that a new page costs only itself.
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Web;

/// <summary>
/// What a page gives depends on the page alone: a reading that was judged once need not be judged again. While pages are being judged the findings of those before are there already.
/// </summary>
/// <param name="open">Opens the ledger once more, for the work that goes on beside.</param>
internal sealed class Judging(Knowledge knowledge, Func<LedgerStore?> open)
{
    /// <summary>So few are judged on one core: visits have the others.</summary>
    private const int Portion = 30;

    /// <summary>Findings of so many more pages are shown at once.</summary>
    private const int Told = 900;

    private readonly Lock gate = new();

    private readonly Judgement judgement = Pipeline.Judgement(knowledge);

    // Findings by the number of the reading; most have none and share one empty list.
    private readonly Dictionary<long, IReadOnlyList<Finding>> judged = [];
    private FoundFindings all = new([]);
    private string? stamp;
    private Task? work, waited;
    private int changes;

    /// <summary>Pages that are not judged yet.</summary>
    public int Left { get; private set; }

    /// <summary>Another number after each change of the findings that are known; where not all is judged of this state of the ledger, that is begun.</summary>
    public int State(string now)
    {
        lock (gate)
        {
            if (stamp != now && work is not { IsCompleted: false }) Start();
            return changes;
        }
    }

    /// <summary>The findings of the ledger as it is now, or, where that takes longer than <paramref name="patience"/> since the first visit that waited, those that are known so far.</summary>
    public FoundFindings Of(LedgerStore ledger, TimeSpan patience)
    {
        var now = ledger.Stamp();
        // Twice: work that had begun before the last change may end first.
        for (var round = 0; round < 2; round++)
        {
            Task mine;
            lock (gate)
            {
                if (stamp == now) return all;
                mine = work is { IsCompleted: false } ? work : Start();
                waited ??= Task.Delay(patience);
            }
            if (Task.WaitAny(mine, waited) != 0) break;
            mine.GetAwaiter().GetResult();
        }
        lock (gate) return all;
    }

    private Task Start()
    {
        waited = null;
        return work = Task.Run(Judge);
    }

    private void Judge()
    {
        using var ledger = open();
        if (ledger is null) return;
        var now = ledger.Stamp();
        var live = ledger.LiveReadingNumbers();
        var missing = live.Where(one => !judged.ContainsKey(one)).ToList();
        var unjudged = missing.Count == 0 ? [] : ledger.NotJudged(judgement).Where(one => !judged.ContainsKey(one)).ToList();
        Take(ledger, [.. missing.Except(unjudged)]);
        Left = unjudged.Count;
        foreach (var portion in unjudged.Chunk(Portion))
        {
            foreach (var (reading, findings) in ledger.Judged(portion, judgement)) judged[reading] = findings.Count == 0 ? [] : findings;
            Left = Math.Max(0, Left - portion.Length);
            if (stamp is null && Left / Told != (Left + portion.Length) / Told) Say(Findings.Together(judged.OrderBy(one => one.Key).SelectMany(one => one.Value)));
        }
        if (judged.Count > live.Count)
        {
            var there = live.ToHashSet();
            foreach (var gone in judged.Keys.Where(one => !there.Contains(one)).ToList()) judged.Remove(gone);
        }
        var together = Findings.Together(live.SelectMany(one => judged.GetValueOrDefault(one) ?? []));
        lock (gate) (all, stamp, Left, changes) = (new(together), now, 0, changes + 1);
    }

    /// <summary>What the ledger keeps of readings that were judged as they were read.</summary>
    private void Take(LedgerStore ledger, IReadOnlyCollection<long> readings)
    {
        if (readings.Count == 0) return;
        var kept = ledger.KeptFindings(readings);
        foreach (var one in readings) judged[one] = kept.Contains(one) ? [.. kept[one]] : [];
    }

    private void Say(IReadOnlyList<Finding> soFar)
    {
        lock (gate) (all, changes) = (new(soFar), changes + 1);
    }
}
