// A closed set of reports made ready to be asked what events they made up as known on any day.
using NodaTime;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// The same as folding anew those that had been told by the day. How the events came to be, from the first day to the last, is worked out once; accounts of different blocks never fit one event, so that
/// the blocks that the set falls into when reports are left out need not be looked for. Safe to be asked from several threads.
/// </summary>
internal sealed class KnownParts
{
    private readonly Report[] reports;
    private readonly Merging merging;
    private readonly IReadOnlyList<GrowingCluster> clusters;

    /// <summary>The events that were asked for lately, by cluster and by the day from which on they were so; null: not yet.</summary>
    private readonly Event?[][] made;
    private int held;

    /// <param name="input">Without rulings.</param>
    public KnownParts(ActTable acts, Matching matching, Tellers tellers, FoldInput input)
    {
        if (input.Rulings.Count > 0) throw new ArgumentException($"{input.Rulings.Count} rulings; none are allowed, since a ruling counts from the day it was made.", nameof(input));
        merging = new(acts, matching, tellers, input);
        Account[] accounts = [.. Account.InOrder(input.Reports, matching).Where(account => account.Report.Told?.Latest is not null)];
        clusters = GrowingClusters.Of(matching, accounts, [.. accounts.Select(account => Anchor.Day(account.Report.Told!.Latest)!.Value)]);
        reports = Array.ConvertAll(accounts, account => account.Report);
        made = [.. clusters.Select(cluster => new Event?[cluster.Days.Count])];
    }

    /// <summary>In no order of their own.</summary>
    public IReadOnlyList<Event> On(LocalDate day)
    {
        var (number, events) = (Anchor.Day(day)!.Value, new List<Event>(clusters.Count));
        for (var i = 0; i < clusters.Count; i++)
        {
            if (clusters[i].SinceOn(number) is { } since && EventOf(i, since, number) is { } told) events.Add(told);
        }
        return events;
    }

    private Event? EventOf(int cluster, int since, int day)
    {
        if (Volatile.Read(ref made[cluster][since]) is { } known) return known;
        Report[] group = [.. clusters[cluster].On(day).Select(account => reports[account])];
        if (group.Length == 0) return null;
        Array.Sort(group, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var told = merging.EventOf(group);
        if (Interlocked.Increment(ref held) > reports.Length)
        {
            foreach (var events in made) Array.Clear(events);
            Interlocked.Exchange(ref held, 0);
        }
        Volatile.Write(ref made[cluster][since], told);
        return told;
    }
}
