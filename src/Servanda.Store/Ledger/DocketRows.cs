// The events of one agreement as rows of light weight: which there are, in their order, and when what they rest on was known.
using System.Collections.Concurrent;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>One state of a ledger. Made by <see cref="LedgerStore.Docket"/>; asked by <see cref="KnownDockets"/>.</summary>
public sealed class DocketRows
{
    internal DocketRows(string agreement, IReadOnlyList<DocketRow> rows, IReadOnlyList<DocketBlock> blocks) => (Agreement, Rows, Blocks) = (agreement, rows, blocks);

    public string Agreement { get; }

    /// <summary>In the order of <see cref="EventQuery.InOrder"/>.</summary>
    internal IReadOnlyList<DocketRow> Rows { get; }

    internal IReadOnlyList<DocketBlock> Blocks { get; }

    /// <summary>Events that were shown on one day or another, by number: the first of a docket are so on most days.</summary>
    internal ConcurrentDictionary<long, Event> Shown { get; } = new();
}

/// <param name="Block">Where its block stands in <see cref="DocketRows.Blocks"/>.</param>
internal readonly record struct DocketRow(long No, string Id, int Block);

/// <summary>A block with the first and the last day on which one of its reports became known (null: some never says), and whether a ruling stands in it.</summary>
internal readonly record struct DocketBlock(long No, string Inputs, long? First, long? Last, bool IsRuled);
