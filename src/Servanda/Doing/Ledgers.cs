// The ledger that a verb works on.
using Servanda.Doors;
using Servanda.Store;

namespace Servanda.Doing;

internal static class Ledgers
{
    /// <summary>So many pages take longer to be judged than a file to be opened.</summary>
    private const int Many = 500;

    public const string Default = "servanda.db";

    public static Option Option { get; } = new("--ledger", "FILE");

    /// <summary>The ledger to write into, made where there is none.</summary>
    public static LedgerStore ToWrite(Call call) => LedgerStore.Open(call.Text("--ledger") ?? Default, Pipeline.Merging(call.Knowledge), LedgerAccess.Create);

    /// <summary>A ledger that is there, to be changed. What a cut-off reading left is merged first.</summary>
    public static LedgerStore ToChange(Call call)
    {
        var ledger = LedgerStore.Open(call.Text("--ledger") ?? Default, Pipeline.Merging(call.Knowledge), LedgerAccess.Write);
        ledger.Merge(call.Surroundings.Now);
        return ledger;
    }

    /// <summary>The ledger to ask. Readings that were cut off before they were merged are merged first, and an earlier schema is brought up to date.</summary>
    public static LedgerStore ToRead(Call call)
    {
        var location = call.Text("--ledger") ?? Default;
        var folding = Pipeline.Merging(call.Knowledge);
        LedgerStore ledger;
        try
        {
            ledger = call.Opening?.Take(folding) ?? LedgerStore.Open(location, folding, LedgerAccess.Read);
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.TooOld)
        {
            return ToChange(call);
        }
        if (!ledger.IsMergeNeeded) return ledger;
        ledger.Dispose();
        return ToChange(call);
    }

    /// <summary>The ledger to ask for findings: many pages that were not judged by the rules of today are, and where the ledger can be written they need not be the next time.</summary>
    public static LedgerStore Judged(Call call)
    {
        var ledger = ToRead(call);
        var judgement = Pipeline.Judgement(call.Knowledge);
        if (ledger.NotJudged(judgement).Count < Many) return ledger;
        try
        {
            using var writing = LedgerStore.Open(call.Text("--ledger") ?? Default, Pipeline.Merging(call.Knowledge), LedgerAccess.Write, TimeSpan.FromSeconds(1));
            writing.Judge(judgement);
        }
        catch (LedgerException fault) when (fault.Fault is LedgerFault.ReadOnly or LedgerFault.NoAccess or LedgerFault.Locked or LedgerFault.DiskFull)
        {
            // They are judged and not kept.
        }
        return ledger;
    }

    /// <summary>The ledger to ask, null where none was named and there is none under the name that is taken then.</summary>
    public static LedgerStore? IfThere(Call call)
    {
        try
        {
            return ToRead(call);
        }
        catch (LedgerException missing) when (missing.Fault == LedgerFault.Missing && call.Text("--ledger") is null)
        {
            return null;
        }
    }
}
