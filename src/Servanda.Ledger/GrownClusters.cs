// Reports put together event by event where most have been put together before: only those choose again whom what is new may have moved.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// What <see cref="Clusters.Groups"/> gives of all the reports, from what it gave of those that had come before; nobody has ruled on any. Accounts look for their event in the order that they ever have. One that
/// has come before goes to its event unasked where it fits no event that is another by now, neither as that is at this point nor as it was before: what it chooses from is then the same. The others choose again.
/// </summary>
/// <param name="before">By report: the number of the event that it was of, to the report what <see cref="Clusters.Groups"/> gave.</param>
internal sealed class GrownClusters(Matching matching, IReadOnlyList<Account> accounts, IReadOnlyDictionary<string, long> before) : Clusters(matching, accounts, RuledPairs.None)
{
    private readonly IReadOnlyList<Account> accounts = accounts;

    /// <summary>Where an event of before stands, and which one stands there.</summary>
    private readonly Dictionary<long, int> placeOf = [];

    private readonly Dictionary<int, long> eventAt = [];

    /// <summary>The events that are others by now, as they were before at this point.</summary>
    private readonly Dictionary<long, Cluster> former = [];

    /// <summary>Where the groups stand that are no event of before.</summary>
    private readonly SortedSet<int> changed = [];

    /// <summary>Those who have looked for their event.</summary>
    private readonly List<Account> choosing = [];

    /// <summary>After <see cref="Regroup"/>: whoever might have chosen otherwise beside events that are not among these accounts, alone, and who made up each event that is another or was.</summary>
    public IEnumerable<IReadOnlyList<Account>> Moved => [.. choosing.Select(account => (IReadOnlyList<Account>)[account]), .. changed.Select(place => At(place).Accounts), .. former.Values.Select(cluster => cluster.Accounts)];

    public Regrouping Regroup()
    {
        foreach (var account in accounts)
        {
            if (!before.TryGetValue(account.Report.Id, out var own)) Join(account, Chosen(account));
            else if (MayHaveMoved(account, own)) ChooseAgain(account, own);
            else Stay(account, own);
        }
        return new(InOrder(changed.Select(At)), [.. former.Keys.Order()]);
    }

    private bool MayHaveMoved(Account account, long own)
    {
        if (former.ContainsKey(own)) return true;
        if (account.Anchor is not { } days) return false;
        foreach (var place in changed)
        {
            if (MayJoin(account, account.Key, days, At(place))) return true;
        }
        foreach (var (_, cluster) in former)
        {
            if (MayJoin(account, account.Key, days, cluster)) return true;
        }
        return false;
    }

    private void ChooseAgain(Account account, long own)
    {
        var chosen = Chosen(account);
        // The first of its event, as it was before.
        if (chosen is null && !placeOf.ContainsKey(own) && !former.ContainsKey(own))
        {
            Stay(account, own);
            return;
        }
        if (chosen is { } place && placeOf.TryGetValue(own, out var home) && home == place)
        {
            if (former.TryGetValue(own, out var same)) same.Add(account, account.Key);
            Put(account, account.Key, place);
            return;
        }
        Change(own).Add(account, account.Key);
        Join(account, chosen);
    }

    private int? Chosen(Account account)
    {
        choosing.Add(account);
        return Best(account, account.Key);
    }

    private void Stay(Account account, long own)
    {
        var place = Put(account, account.Key, placeOf.TryGetValue(own, out var home) ? home : null);
        (placeOf[own], eventAt[place]) = (place, own);
    }

    /// <summary>Into a group that is another with this account, or into a new one.</summary>
    private void Join(Account account, int? chosen)
    {
        if (chosen is { } place && eventAt.TryGetValue(place, out var other)) Change(other);
        changed.Add(Put(account, account.Key, chosen));
    }

    /// <summary>From here on an event is not what it was: what it was is kept beside it.</summary>
    private Cluster Change(long own)
    {
        if (former.TryGetValue(own, out var kept)) return kept;
        if (!placeOf.TryGetValue(own, out var place)) return former[own] = new();
        changed.Add(place);
        return former[own] = At(place).Copy();
    }
}
