// Ledgers that stay open between visits: to open one costs more than most questions, and what it has read it need not read again.
using Servanda.Store;

namespace Servanda.Web;

/// <summary>Each is lent to one visit at a time. One that was opened before the last change is closed when it comes back or is asked for: another file may lie in its place, or readings may wait to be merged.</summary>
internal sealed class OpenLedgers(Func<LedgerStore?> open) : IDisposable
{
    /// <summary>So many stand idle at most.</summary>
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly Stack<Lent> idle = [];
    private bool closed;

    /// <summary>Null where there is no ledger.</summary>
    public Lent? Lend()
    {
        while (Idle() is { } one)
        {
            if (one.Ledger.Stamp() == one.Stamp) return one;
            one.Ledger.Dispose();
        }
        return open() is { } opened ? new(this, opened, opened.Stamp()) : null;
    }

    /// <summary>The state of the ledger; null where there is none.</summary>
    public string? Stamp()
    {
        using var lent = Lend();
        return lent?.Stamp;
    }

    public void Dispose()
    {
        lock (gate) closed = true;
        while (Idle() is { } one) one.Ledger.Dispose();
    }

    private Lent? Idle()
    {
        lock (gate) return idle.TryPop(out var one) ? one : null;
    }

    private void TakeBack(Lent lent)
    {
        lock (gate)
            if (!closed && idle.Count < Most)
            {
                idle.Push(lent);
                return;
            }
        lent.Ledger.Dispose();
    }

    /// <summary>A ledger that goes back when it is done with.</summary>
    /// <param name="Stamp">The state in which it was opened.</param>
    internal sealed record Lent(OpenLedgers From, LedgerStore Ledger, string Stamp) : IDisposable
    {
        public void Dispose() => From.TakeBack(this);
    }
}
