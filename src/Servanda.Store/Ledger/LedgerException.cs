// Why a ledger cannot be used, in one sentence that says what to do.
using Servanda.Model;

namespace Servanda.Store;

public enum LedgerFault { NotALedger, TooNew, TooOld, Missing, ReadOnly, Locked, DiskFull, Damaged, NoAccess, Unavailable, Unmerged }

/// <summary>A ledger that cannot be opened, read or written. <see cref="Exception.Message"/> is one line for people.</summary>
public sealed class LedgerException(LedgerFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public LedgerFault Fault { get; } = fault;

    /// <summary>The same in the language of the screen, where there is more to say than the fault; its key is in the message catalogue.</summary>
    public Message? Says { get; init; }

    /// <summary>The ledger it is about, where the fault says all there is to say of it, so that it can be said in the language of the screen; else the message does.</summary>
    public string? Ledger { get; init; }
}
