// Work on many items on all cores, with the outcome and the faults of one core.
using System.Runtime.ExceptionServices;

namespace Servanda.Store;

internal static class SideBySide
{
    /// <summary>Fewer are not worth a second core.</summary>
    private const int Few = 32;

    /// <summary>In the order of the items. A fault is thrown as the work threw it.</summary>
    public static List<TResult> Of<T, TResult>(IReadOnlyCollection<T> items, Func<T, TResult> work)
    {
        if (items.Count < Few) return [.. items.Select(work)];
        try
        {
            // Not a parallel query: those are compiled anew for each type of row, which a short call feels.
            var all = items as IReadOnlyList<T> ?? [.. items];
            var results = new TResult[all.Count];
            Parallel.For(0, results.Length, i => results[i] = work(all[i]));
            return [.. results];
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            throw;
        }
    }
}
