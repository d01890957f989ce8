// What of an agreement was known on any day, with what does not depend on the day kept ready between the questions.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>What was known of a docket on a day. What events answer is left out: where parties stand does not depend on it.</summary>
/// <param name="Moving">The events among those that were asked about.</param>
/// <param name="First">The first events of all, in order, as many as were asked for.</param>
public sealed record KnownDocket(IReadOnlyList<Event> Moving, IReadOnlyList<Event> First, int Count);

/// <summary>
/// The same as <see cref="LedgerStore.Events"/> with a day of knowledge gives. Blocks that reach over more than a month are kept, made ready to be asked about any day: there are few of them, they
/// hold the reports that say no day, and one of them can be most of what a docket costs. A block is known again by the hash of all that its events depend on, so that it stays while others change.
/// Safe to be asked from several threads.
/// </summary>
public sealed class KnownDockets(Folding folding)
{
    private const int Month = 31;

    /// <summary>Reports of blocks that are kept, about; those asked for lately, and those asked for before them.</summary>
    private const int Most = 120_000;

    private readonly Lock gate = new(), loading = new();
    private readonly AskedLately<string, (int Reports, Func<LocalDate, IReadOnlyList<Event>> On)> kept = new(Most / 2, block => block.Reports);

    /// <param name="moving">The events of the docket, as all is known, that are asked about (by their acts).</param>
    /// <param name="isMoving">Whether an event is one of those.</param>
    public KnownDocket On(LedgerStore ledger, DocketRows docket, IReadOnlyDictionary<string, Event> moving, Func<Event, bool> isMoving, LocalDate day, int shown)
    {
        var number = Days.Of(day)!.Value;
        var (isWhole, open, rest) = (new bool[docket.Blocks.Count], new List<DocketBlock>(), new List<long>());
        for (var i = 0; i < docket.Blocks.Count; i++)
        {
            var block = docket.Blocks[i];
            if (block.IsRuled) rest.Add(block.No);
            else if (block.Last <= number) isWhole[i] = true;
            else if (!(block.First <= number)) continue;
            else if (block.Last is { } last && last - block.First <= Month) rest.Add(block.No);
            else open.Add(block);
        }
        var whole = docket.Rows.Where(row => isWhole[row.Block]).ToList();
        var folded = EventQuery.InOrder(Ready(ledger, open).SelectMany(on => on(day)).Concat(rest.Count == 0 ? [] : ledger.EventsOfBlocks(rest, day)).Where(told => told.Agreement == docket.Agreement));
        return new(
            Together([.. whole.Select(row => moving.GetValueOrDefault(row.Id)).OfType<Event>()], [.. folded.Where(isMoving)]),
            [.. Together(Read(ledger, docket, [.. whole.Take(shown).Select(row => row.No)]), folded).Take(shown)],
            whole.Count + folded.Count);
    }

    /// <summary>Two lists in order as one.</summary>
    private static List<Event> Together(IReadOnlyList<Event> one, IReadOnlyList<Event> other)
    {
        var all = new List<Event>(one.Count + other.Count);
        for (int i = 0, j = 0; i < one.Count || j < other.Count;) all.Add(j == other.Count || i < one.Count && EventQuery.Order.Compare(one[i], other[j]) < 0 ? one[i++] : other[j++]);
        return all;
    }

    private static IReadOnlyList<Event> Read(LedgerStore ledger, DocketRows docket, IReadOnlyList<long> numbers)
    {
        var missing = numbers.Where(no => !docket.Shown.ContainsKey(no)).ToList();
        if (missing.Count > 0)
        {
            foreach (var (no, told) in ledger.EventsByNumber(missing)) docket.Shown[no] = told;
        }
        return [.. numbers.Select(no => docket.Shown.GetValueOrDefault(no)).OfType<Event>()];
    }

    private List<Func<LocalDate, IReadOnlyList<Event>>> Ready(LedgerStore ledger, IReadOnlyList<DocketBlock> blocks)
    {
        var ready = new List<Func<LocalDate, IReadOnlyList<Event>>>(blocks.Count);
        var missing = Take(blocks, ready);
        if (missing.Count == 0) return ready;
        // One reads them; who comes meanwhile finds them there.
        lock (loading)
        {
            missing = Take(missing, ready);
            if (missing.Count == 0) return ready;
            foreach (var (inputs, input) in ledger.Inputs(missing))
            {
                var on = folding.KnownOn(input);
                ready.Add(on);
                lock (gate) kept.Keep(inputs, (input.Reports.Count, on));
            }
        }
        return ready;
    }

    /// <summary>Those that are not there.</summary>
    private List<DocketBlock> Take(IReadOnlyList<DocketBlock> blocks, List<Func<LocalDate, IReadOnlyList<Event>>> ready)
    {
        var missing = new List<DocketBlock>();
        lock (gate)
            foreach (var block in blocks)
                if (kept.TryGetValue(block.Inputs, out var known)) ready.Add(known.On);
                else missing.Add(block);
        return missing;
    }
}
