// What two kinds of accounts are to each other: whether they can be of one event, whether they match, and how alike they are.
namespace Servanda.Ledger;

/// <summary>
/// Accounts of one kind are told alike (<see cref="ToldAlike"/>): all but their pages, which are looked at by whoever asks. A pair is looked at once, when it is first asked about. For one thread at a time.
/// </summary>
/// <param name="kinds">One account of each.</param>
internal sealed class KindPairs(Matching matching, IReadOnlyList<Account> kinds)
{
    private const byte Unknown = 0, Excluded = 1, Possible = 2, Match = 1;

    private readonly byte[]?[] rows = new byte[kinds.Count][];

    /// <summary>Whether an account of a kind can be of one event with one of another, or of the same, on another page.</summary>
    public bool CanCoexist(int asking, int told) => Of(asking, told) != Excluded;

    /// <summary>Of two that can: whether they match, and how alike they are.</summary>
    public (bool Match, int Likeness) Compared(int asking, int told) => Of(asking, told) is not Excluded and var pair ? (((pair - Possible) & Match) != 0, (pair - Possible) >> 1)
        : throw new ArgumentException($"The kinds {asking} and {told} exclude each other; allowed are two that can be of one event.", nameof(told));

    private byte Of(int asking, int told)
    {
        var row = rows[asking] ??= new byte[kinds.Count];
        if (row[told] == Unknown) row[told] = Looked(kinds[asking], kinds[told]);
        return row[told];
    }

    private byte Looked(Account asking, Account told)
    {
        if (asking.Anchor is not { } days || told.Anchor is not { } others || !matching.CanCoexist(asking.Anywhere, days, told.Report, others)) return Excluded;
        return checked((byte)(Possible + (matching.SpeaksForOne(asking.Report, days, told.Report, others) ? Match : 0) + 2 * Clusters.Likeness(asking.Report, told.Report)));
    }
}
