// A closed set of reports made ready to be asked what events they made up as known on any day.
using NodaTime;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// The same as folding anew those that had been told by the day. What of a report does not depend on the day is worked out once; accounts of different blocks never fit one event, so that the
/// blocks that the set falls into when reports are left out need not be looked for; an event that the same reports made up on another day is there already. Safe to be asked from several threads.
/// </summary>
internal sealed class KnownParts
{
    private readonly IReadOnlyList<(Account Account, LocalDate Told)> accounts;
    private readonly Matching matching;
    private readonly Merging merging;
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Event> made = new(StringComparer.Ordinal);

    /// <param name="input">Without rulings.</param>
    public KnownParts(ActTable acts, Matching matching, Tellers tellers, FoldInput input)
    {
        if (input.Rulings.Count > 0) throw new ArgumentException($"{input.Rulings.Count} rulings; none are allowed, since a ruling counts from the day it was made.", nameof(input));
        this.matching = matching;
        merging = new(acts, matching, tellers, input);
        accounts = [.. Account.InOrder(input.Reports, matching).Where(account => account.Report.Told?.Latest is not null).Select(account => (account, account.Report.Told!.Latest!.Value))];
        foreach (var (account, _) in accounts) numbers.Add(account.Report.Id, numbers.Count);
    }

    /// <summary>By id.</summary>
    public IReadOnlyList<Event> On(LocalDate day)
    {
        var known = accounts.Where(one => one.Told <= day).Select(one => one.Account).ToList();
        return [.. new Clusters(matching, known, RuledPairs.None).Groups().Select(EventOf)];
    }

    private Event EventOf(IReadOnlyList<Report> group)
    {
        // The numbers of its reports, two characters each: exact, and short enough to be looked up thousands of times.
        var key = string.Create(2 * group.Count, group, (text, reports) =>
        {
            for (var i = 0; i < reports.Count; i++)
            {
                var number = numbers[reports[i].Id];
                (text[2 * i], text[2 * i + 1]) = ((char)(number >> 16), (char)(number & 0xffff));
            }
        });
        lock (gate)
            if (made.TryGetValue(key, out var known)) return known;
        var told = merging.EventOf(group);
        lock (gate)
        {
            if (made.Count > 2 * accounts.Count) made.Clear();
            made[key] = told;
        }
        return told;
    }
}
