// A ledger that is being opened while who will ask it is still making up the question.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>To be asked, not to be changed. Whatever keeps it from being opened is thrown to whoever takes it; a ledger that nobody takes is closed again.</summary>
public sealed class OpeningLedger : IDisposable
{
    private Task<LedgerDatabase>? database;

    internal OpeningLedger(Func<LedgerDatabase> open) => database = Task.Run(open);

    /// <summary>The ledger, once: null where it has been taken.</summary>
    public LedgerStore? Take(Folding folding) => Interlocked.Exchange(ref database, null) is { } opened ? new(opened.GetAwaiter().GetResult(), folding) : null;

    public void Dispose() => Interlocked.Exchange(ref database, null)?.ContinueWith(opened => opened.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
}
