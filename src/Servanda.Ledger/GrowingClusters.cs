// The events of a set of accounts on every day on which one of them became known, worked out from day to day.
namespace Servanda.Ledger;

/// <summary>
/// The same groups as <see cref="Clusters"/> makes of those known by a day. Accounts look for their event in an order that is not the one in which they become known: who becomes known finds the event that
/// those before it in that order make up, and of those behind it only they look again whose choice that can change; whose choice does change makes others look again in the same way. The order is kept, so
/// that each choice is made among what it would be made among if all were put together anew. Accounts on which nobody has ruled.
/// </summary>
internal sealed class GrowingClusters
{
    private readonly Matching matching;
    private readonly IReadOnlyList<Account> accounts;
    private readonly int[] kinds, pages, first, last;

    /// <summary>A mark for each actor of an account, some of them of more than one actor; all marks where it names none. Accounts without a mark in common name no actor in common.</summary>
    private readonly ulong[] marks;
    private readonly KindPairs pairs;
    private readonly GrowingCluster?[] homes;

    /// <summary>Who is known, in their order; the events that they make up; every event that there has been.</summary>
    private readonly List<int> known = [];
    private readonly List<GrowingCluster> clusters = [], all = [];

    /// <summary>Events that have changed since the last who became known.</summary>
    private readonly List<Change> changes = [];

    /// <summary>What has become of an event: who was first of it before (none: <see cref="None"/>), who came, and whether anybody went.</summary>
    private sealed record Change(GrowingCluster Cluster, int FirstBefore)
    {
        public List<int> Came { get; } = [];

        public bool SomeWent { get; set; }
    }

    private const int None = int.MaxValue;

    private GrowingClusters(Matching matching, IReadOnlyList<Account> accounts)
    {
        (this.matching, this.accounts) = (matching, accounts);
        homes = new GrowingCluster?[accounts.Count];
        (kinds, pages) = (Numbered(account => account.Key), Numbered(account => account.Report.Page));
        (first, last) = ([.. accounts.Select(account => account.Anchor?.First ?? int.MaxValue)], [.. accounts.Select(account => account.Anchor?.Last ?? int.MinValue)]);
        marks = Marked();
        pairs = new(matching, [.. accounts.DistinctBy(account => account.Key, StringComparer.Ordinal)]);
    }

    /// <param name="accounts">In their order.</param>
    /// <param name="told">The day by which each is known.</param>
    public static IReadOnlyList<GrowingCluster> Of(Matching matching, IReadOnlyList<Account> accounts, IReadOnlyList<int> told)
    {
        var growing = new GrowingClusters(matching, accounts);
        foreach (var one in Enumerable.Range(0, accounts.Count).OrderBy(one => told[one])) growing.Tell(one, told[one]);
        foreach (var cluster in growing.all) cluster.Close();
        return growing.all;
    }

    /// <summary>By when each value came first.</summary>
    private int[] Numbered(Func<Account, string> value)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. accounts.Select(account => numbers.TryGetValue(value(account), out var number) ? number : numbers[value(account)] = numbers.Count)];
    }

    private ulong[] Marked()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. accounts.Select(account => account.Actors.Count == 0 ? ulong.MaxValue : account.Actors.Aggregate(0UL, (all, actor) => all | 1UL << ((numbers.TryGetValue(actor, out var number) ? number : numbers[actor] = numbers.Count) & 63)))];
    }

    private void Tell(int one, int day)
    {
        var place = ~known.BinarySearch(one);
        known.Insert(place, one);
        changes.Clear();
        Choose(one, day);
        for (var i = place + 1; i < known.Count; i++)
        {
            if (MayChooseAnother(known[i])) Choose(known[i], day);
        }
    }

    private void Choose(int one, int day)
    {
        var (before, best) = (homes[one], Best(one));
        if (best is null)
        {
            // Whoever is the first of an event need make no other.
            if (before is not null && before.First == one) return;
            best = new();
            clusters.Add(best);
            all.Add(best);
        }
        if (ReferenceEquals(best, before)) return;
        if (before is not null)
        {
            ChangeOf(before).SomeWent = true;
            before.Remove(one, kinds[one], day);
            if (before.Members.Count == 0) clusters.Remove(before);
        }
        ChangeOf(best).Came.Add(one);
        best.Add(one, kinds[one], marks[one], day);
        homes[one] = best;
    }

    private Change ChangeOf(GrowingCluster cluster)
    {
        foreach (var change in changes)
        {
            if (ReferenceEquals(change.Cluster, cluster)) return change;
        }
        changes.Add(new(cluster, cluster.First));
        return changes[^1];
    }

    /// <summary>Hot: asked of everybody behind whoever becomes known.</summary>
    private bool MayChooseAnother(int one)
    {
        foreach (var change in changes)
        {
            if (ReferenceEquals(change.Cluster, homes[one]) ? !IsAsGood(one, change) : MayFit(one, change)) return true;
        }
        return false;
    }

    /// <summary>Whether the event that an account has chosen is at least as good a choice as before: it was not the first of it, and only such have come as it gets on with.</summary>
    private bool IsAsGood(int one, Change home)
    {
        if (home.SomeWent || home.FirstBefore >= one) return false;
        foreach (var other in home.Came)
        {
            if (other > one) continue;
            if (!GetOn(one, other)) return false;
            // Who names most actors is whom the others are held against.
            if ((other < home.FirstBefore || accounts[other].Actors.Count > accounts[home.FirstBefore].Actors.Count) && !(accounts[one].Actors.Count > 0 && Matching.SameActors(accounts[one].Actors, accounts[other].Actors))) return false;
        }
        return true;
    }

    /// <summary>Whether an account may fit an event that has changed, or may have fitted it before. What no longer fits and was not chosen matters only where several were as good as each other, so that none was.</summary>
    private bool MayFit(int one, Change change)
    {
        if ((change.Cluster.Marks & marks[one]) == 0) return false;
        if (change.Cluster.First is var now && now < one && CanCoexist(one, now))
        {
            var withAll = true;
            foreach (var other in change.Came) withAll = withAll && (other > one || GetOn(one, other));
            if (withAll) return true;
        }
        return homes[one]!.First == one && change.FirstBefore < one && CanCoexist(one, change.FirstBefore);
    }

    private bool CanCoexist(int one, int other) => first[one] <= last[other] && first[other] <= last[one] && pairs.CanCoexist(kinds[one], kinds[other]);

    /// <summary>The same, their pages looked at: on one page each act is told as an act of its own.</summary>
    private bool GetOn(int one, int other) => (pages[one] != pages[other] || kinds[one] == kinds[other]) && CanCoexist(one, other);

    /// <summary>The event that it fits best, of those that the accounts before it make up; null where it fits none, or several as well as each other.</summary>
    private GrowingCluster? Best(int one)
    {
        if (accounts[one].Anchor is null) return null;
        var choice = new Choice<GrowingCluster>(cluster => PagesBefore(one, cluster));
        foreach (var cluster in clusters)
        {
            // Who names none of its actors is not of it: that is quickly seen.
            if (cluster.First >= one || (cluster.Marks & marks[one]) == 0 || !CanCoexist(one, cluster.First) || LikenessTo(one, cluster) is not { } likeness) continue;
            choice.Offer(cluster, likeness);
        }
        return choice.Made;
    }

    /// <summary>How alike it is to the one that it is most alike to; null where it does not fit.</summary>
    private int? LikenessTo(int one, GrowingCluster cluster)
    {
        var (matches, likeness, fullest) = (false, 0, None);
        foreach (var (kind, members) in cluster.Kinds)
        {
            if (members[0] >= one) continue;
            if (!pairs.CanCoexist(kinds[one], kind)) return null;
            var compared = pairs.Compared(kinds[one], kind);
            (matches, likeness) = (matches || compared.Match, Math.Max(likeness, compared.Likeness));
            if (fullest == None || accounts[members[0]].Actors.Count is var actors && (actors > accounts[fullest].Actors.Count || actors == accounts[fullest].Actors.Count && members[0] < fullest)) fullest = members[0];
        }
        if (!matches || !matching.SourcesAgree(accounts[one].Report, accounts[one].Actors, accounts[fullest].Report, accounts[fullest].Actors)) return null;
        foreach (var member in cluster.Members)
        {
            if (member >= one) break;
            if (pages[member] == pages[one] && kinds[member] != kinds[one]) return null;
        }
        return likeness;
    }

    private int PagesBefore(int one, GrowingCluster cluster) => cluster.Members.TakeWhile(member => member < one).Select(member => pages[member]).Distinct().Count();
}
