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
            return [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            throw;
        }
    }
}
