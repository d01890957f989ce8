// What new reports do to the events of a large set, of which only those few are looked at that they may have to do with.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// Who joins an event shares an actor with it, or both an agreement where one does not say who acts, and may lie on a day of it (<see cref="Clusters"/>). So whoever looks for its event chooses among
/// those that it meets in outline, and whoever meets no event that has become another stays where it is. Events are taken in until none is left that one of those met who have moved.
/// </summary>
internal sealed class Outlines(Matching matching)
{
    public EventOutline Of(IReadOnlyList<Report> reports) => Of(reports.Select(report => Account.Of(report, matching)).ToList());

    /// <param name="there">The events that there were, by number.</param>
    /// <param name="reportsOf">All reports of some of them.</param>
    public Regrouping Regroup(IReadOnlyList<Report> fresh, IReadOnlyDictionary<long, EventOutline> there, Func<IReadOnlyList<long>, IEnumerable<(long Event, Report Report)>> reportsOf)
    {
        var (accounts, eventOf, left) = (fresh.Select(report => Account.Of(report, matching)).ToList(), new Dictionary<string, long>(StringComparer.Ordinal), there.ToDictionary());
        for (var moved = accounts.Select(account => Of([account])).ToList(); ;)
        {
            var met = left.Where(one => moved.Exists(other => Meet(one.Value, other))).Select(one => one.Key).Order().ToList();
            foreach (var (number, report) in met.Count == 0 ? [] : reportsOf(met))
            {
                accounts.Add(Account.Of(report, matching));
                eventOf[report.Id] = number;
            }
            foreach (var number in met) left.Remove(number);
            var grown = new GrownClusters(matching, Account.InOrder(accounts), eventOf);
            var regrouped = grown.Regroup();
            moved = [.. grown.Moved.Select(Of)];
            if (!left.Values.Any(one => moved.Exists(other => Meet(one, other)))) return regrouped;
        }
    }

    private static EventOutline Of(IReadOnlyList<Account> accounts)
    {
        var days = accounts.Select(account => account.Anchor).OfType<Anchor>().ToList();
        return new(
            days.Select(one => one.First).DefaultIfEmpty(int.MaxValue).Min(), days.Select(one => one.Last).DefaultIfEmpty(int.MinValue).Max(), accounts.Select(account => account.Report.Agreement).FirstOrDefault(agreement => agreement is not null),
            [.. accounts.SelectMany(account => account.Actors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], accounts.Any(account => account.Actors.Count == 0));
    }

    private static bool Meet(EventOutline one, EventOutline other) =>
        one.First <= other.Last && other.First <= one.Last
        && (one.Agreement is null || other.Agreement is null || string.Equals(one.Agreement, other.Agreement, StringComparison.Ordinal))
        && (Matching.Share(one.Actors, other.Actors) || (one.IsSilent || other.IsSilent) && one.Agreement is not null && other.Agreement is not null);
}
