// Reports put together event by event: the precise ones first, the vague ones to the one event that they can mean.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// The events of a set of reports, as groups. Reports are taken in an order of their own (<see cref="Account.InOrder"/>), so the order of reading never matters. A report joins
/// the event it fits best (<see cref="Choice{TEvent}"/>).
/// </summary>
/// <param name="accounts">In their order.</param>
internal class Clusters(Matching matching, IReadOnlyList<Account> accounts, RuledPairs ruled)
{
    private readonly Dictionary<string, int> clusterOf = new(StringComparer.Ordinal);
    private readonly List<Cluster> clusters = [];

    // Where each actor acts in the fullest account, and the events of which no account names any: who acts in none of one's own company is not even compared.
    private readonly Dictionary<string, List<int>> byActor = new(StringComparer.Ordinal);
    private readonly List<int> unsaid = [];

    /// <summary>How many reports have looked for their event.</summary>
    private int asked;

    /// <summary>Groups by the smallest id, each ordered by id.</summary>
    public IReadOnlyList<IReadOnlyList<Report>> Groups()
    {
        foreach (var account in accounts)
        {
            var key = KeyOf(account);
            Put(account, key, Ordered(account.Report) ?? Best(account, key));
        }
        return InOrder(clusters);
    }

    protected static IReadOnlyList<IReadOnlyList<Report>> InOrder(IEnumerable<Cluster> clusters) =>
        [.. clusters.Select(cluster => (IReadOnlyList<Report>)[.. cluster.Members.OrderBy(r => r.Id, StringComparer.Ordinal)]).OrderBy(group => group[0].Id, StringComparer.Ordinal)];

    protected Cluster At(int home) => clusters[home];

    /// <summary>Puts an account into a group, a new one where none is given; which one it is.</summary>
    protected int Put(Account account, string key, int? given)
    {
        if (given is not { } home)
        {
            home = clusters.Count;
            clusters.Add(new() { Home = home });
        }
        if (!ruled.IsEmpty) clusterOf[account.Report.Id] = home;
        var known = clusters[home].Actors;
        clusters[home].Add(account, key);
        if (clusters[home].Count == 1 && clusters[home].Actors.Count == 0) unsaid.Add(home);
        if (ReferenceEquals(known, clusters[home].Actors)) return home;
        foreach (var actor in clusters[home].Actors.Except(known, StringComparer.Ordinal))
        {
            if (!byActor.TryGetValue(actor, out var places)) byActor[actor] = places = [];
            places.Add(home);
        }
        return home;
    }

    /// <summary>Whom rulings name is looked at alone.</summary>
    private string KeyOf(Account account) => ruled.Names(account.Report.Id) ? $"{account.Key} {account.Report.Id}" : account.Key;

    /// <summary>The group of a report that a ruling has merged this one with.</summary>
    private int? Ordered(Report report)
    {
        foreach (var other in ruled.MergedWith(report.Id))
        {
            if (clusterOf.TryGetValue(other, out var home)) return home;
        }
        return null;
    }

    /// <summary>The group that an account joins as things stand; null where it is none of them.</summary>
    protected int? Best(Account account, string key)
    {
        if (account.Anchor is not { } anchor) return null;
        var report = account.Report;
        var choice = new Choice<Cluster>(cluster => cluster.Pages);
        asked++;
        // Hot: the events that it may be of, as far as those who act tell (Matching.SourcesAgree); some of them come more than once. In whatever order, the outcome is the same.
        if (account.Actors.Count == 0)
        {
            for (var i = 0; i < clusters.Count; i++) Consider(i);
        }
        else
        {
            foreach (var actor in account.Actors)
            {
                if (!byActor.TryGetValue(actor, out var places)) continue;
                foreach (var i in places) Consider(i);
            }
            foreach (var i in unsaid) Consider(i);
        }
        return choice.Made?.Home;

        void Consider(int i)
        {
            var cluster = clusters[i];
            if (cluster.AskedBy == asked) return;
            cluster.AskedBy = asked;
            if (!MayJoin(account, key, anchor, cluster)) return;
            choice.Offer(cluster, cluster.Kinds.Max(kind => Likeness(report, kind.Told)));
        }
    }

    protected bool MayJoin(Account account, string key, Anchor anchor, Cluster cluster) =>
        cluster.Span.Meets(anchor) && !(ruled.IsEmpty && cluster.IsOfOther(account.Report)) && Fits(account, key, anchor, cluster);

    private bool Fits(Account account, string key, Anchor anchor, Cluster cluster)
    {
        var report = account.Report;
        // Most often this is what tells them apart.
        if (!matching.SourcesAgree(report, account.Actors, cluster.Fullest!, cluster.Actors)) return false;
        var speaksForIt = false;
        foreach (var kind in cluster.Kinds)
        {
            if (ruled.AreApart(report.Id, kind.Told.Id)) return false;
            if (ruled.AreTogether(report.Id, kind.Told.Id)) continue;
            if (kind.Anchor is not { } days || !matching.CanCoexist(kind.Key == key ? account.Anywhere : report, anchor, kind.Told, days) || kind.Key != key && kind.Pages.Contains(report.Page))
            {
                // Whom a ruling has put here need not agree with everybody.
                if (ruled.IsMerged(kind.Told.Id)) continue;
                return false;
            }
            speaksForIt = speaksForIt || matching.SpeaksForOne(report, anchor, kind.Told, days);
        }
        return speaksForIt;
    }

    internal static int Likeness(Report a, Report b) =>
        (a.Date is not null && b.Date is not null ? a.Date.Earliest == b.Date.Earliest && a.Date.Latest == b.Date.Latest ? 8 : 4 : 0)
        + (a.Agreement is not null && a.Agreement == b.Agreement ? 3 : 0) + (Matching.SharesQuantity(a, b) ? 3 : 0)
        + (a.Target.Count > 0 && Matching.SameActors(a.Target, b.Target) ? 2 : 0) + (Matching.SameActors(a.Source, b.Source) ? 2 : 0)
        + (a.Act == b.Act ? 2 : 0) + (a.Status == b.Status ? 1 : 0) + (Matching.SharesPerson(a.Person, b.Person) ? 1 : 0) + (a.Object is not null && a.Object == b.Object ? 1 : 0);

    /// <summary>Members that are told alike: one of them, and the pages of all.</summary>
    protected sealed record Kind(string Key, Report Told, Anchor? Anchor)
    {
        public HashSet<string> Pages { get; } = new(StringComparer.Ordinal);
    }

    protected sealed class Cluster
    {
        private readonly Dictionary<string, Kind> byKey = new(StringComparer.Ordinal);
        private readonly HashSet<string> pages = new(StringComparer.Ordinal);

        private readonly List<(Account Account, string Key)> members = [];

        /// <summary>Where it stands among the others.</summary>
        public int Home { get; init; }

        public IEnumerable<Report> Members => members.Select(member => member.Account.Report);

        public IReadOnlyList<Account> Accounts => members.ConvertAll(member => member.Account);

        public int Count => members.Count;

        /// <summary>In the order in which they came.</summary>
        public List<Kind> Kinds { get; } = [];

        /// <summary>The actors of the member that names most of them, and that member.</summary>
        public IReadOnlyList<string> Actors { get; private set; } = [];

        public Report? Fullest { get; private set; }

        public int Pages => pages.Count;

        /// <summary>Who of those that looked for their event has come by last.</summary>
        public int AskedBy { get; set; }

        /// <summary>From the first to the last day of any member, for a quick no.</summary>
        public Anchor Span { get; private set; } = new(int.MaxValue, int.MinValue, true);

        /// <summary>What its members say the event is about, where one says so. Where no ruling has put members together, whoever names another agreement is none of them.</summary>
        public string? Agreement { get; private set; }

        public bool IsOfOther(Report report) => Agreement is not null && report.Agreement is not null && !string.Equals(Agreement, report.Agreement, StringComparison.Ordinal);

        public void Add(Account account, string key)
        {
            var (report, _, anchor, actors) = account;
            Agreement ??= report.Agreement;
            members.Add((account, key));
            pages.Add(report.Page);
            if (!byKey.TryGetValue(key, out var kind)) Kinds.Add(byKey[key] = kind = new(key, report, anchor));
            kind.Pages.Add(report.Page);
            if (Fullest is null || actors.Count > Actors.Count) (Fullest, Actors) = (report, actors);
            if (anchor is { } days) Span = new(Math.Min(Span.First, days.First), Math.Max(Span.Last, days.Last), true);
        }

        /// <summary>Another one that is as this one is now.</summary>
        public Cluster Copy()
        {
            var copy = new Cluster();
            foreach (var (account, key) in members) copy.Add(account, key);
            return copy;
        }
    }
}
