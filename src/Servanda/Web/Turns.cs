// Whose turn it is at the processor: what visits ask to be worked out is worked out by as many threads as there are cores, short work first, and never long work on all of them.
namespace Servanda.Web;

/// <summary>
/// Work waits here without holding a thread. How long a kind of work takes is learnt from how long it took; what is expected to be long has one core less than there are, so that a page that costs
/// a glance need not wait for one that costs a second. Waiting counts: long work is put off by short work, but not for ever.
/// </summary>
/// <param name="watch">Time that only goes on: decides who comes first, never what is answered.</param>
internal sealed class Turns(int atOnce, Func<TimeSpan> watch)
{
    /// <summary>From here on work is long.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(150);

    /// <summary>How much longer work waits for each millisecond that it is expected to take.</summary>
    private const double PutOff = 0.5;

    /// <summary>Kinds that are remembered; beyond, all are learnt anew.</summary>
    private const int MostKinds = 2000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, TimeSpan> expected = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Work, (double, long)> shortWork = new(), longWork = new();
    private readonly int longAtOnce = Math.Max(1, atOnce - 1);
    private long number;
    private int running, runningLong;

    private sealed record Work(string Kind, bool IsLong, Action Do);

    /// <param name="kind">Work of one kind takes about as long each time.</param>
    /// <param name="usually">How long it takes where nobody has seen it yet.</param>
    /// <param name="beside">After everything that somebody waits for.</param>
    public Task<T> Of<T>(string kind, Func<T> work, TimeSpan usually = default, bool beside = false)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var length = expected.GetValueOrDefault(kind, usually);
            var isLong = beside || length > Long;
            var due = beside ? double.MaxValue : watch().TotalMilliseconds + PutOff * length.TotalMilliseconds;
            (isLong ? longWork : shortWork).Enqueue(new(kind, isLong, Do), (due, number++));
            if (running < atOnce && (!isLong || runningLong < longAtOnce))
            {
                running++;
                new Thread(Run) { IsBackground = true, Name = "turns" }.Start();
            }
        }
        return done.Task;

        void Do()
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        }
    }

    /// <summary>Works until nothing is left that may be begun.</summary>
    private void Run()
    {
        while (Next() is { } work)
        {
            var before = watch();
            work.Do();
            Learn(work.Kind, watch() - before);
            if (work.IsLong)
                lock (gate) runningLong--;
        }
    }

    private Work? Next()
    {
        lock (gate)
        {
            var mayBeLong = runningLong < longAtOnce && longWork.Count > 0;
            if (shortWork.TryPeek(out _, out var first) && !(mayBeLong && longWork.TryPeek(out _, out var other) && other.CompareTo(first) < 0)) return shortWork.Dequeue();
            if (mayBeLong)
            {
                runningLong++;
                return longWork.Dequeue();
            }
            running--;
            return null;
        }
    }

    private void Learn(string kind, TimeSpan took)
    {
        lock (gate)
        {
            if (expected.Count >= MostKinds) expected.Clear();
            expected[kind] = expected.TryGetValue(kind, out var before) ? before * 0.7 + took * 0.3 : took;
        }
    }
}
