// Which events the register lacks, and which of them tell an act of the register otherwise.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>What the reported deeds mean beside the register.</summary>
/// <param name="Added">Acts that the register lacks: they move states.</param>
/// <param name="Differing">Accounts of an act of the register on another day: they are views.</param>
/// <param name="Agreeing">Reports by the id of the register's deed that they bear out.</param>
internal sealed record MergedEvents(IReadOnlyList<Deed> Added, IReadOnlyList<(Deed Reported, Deed Established)> Differing, ILookup<string, Deed> Agreeing);

internal static class EventMerge
{
    public static MergedEvents Of(Agreement agreement, IReadOnlyList<Deed> register, IReadOnlyList<Deed> reported)
    {
        var history = History.Of(agreement, register, late: true);
        var established = register.Concat(ComputedExits(history)).GroupBy(deed => Family(deed.Act), StringComparer.Ordinal).ToDictionary(family => family.Key, family => new Established([.. family]), StringComparer.Ordinal);
        var registered = register.SelectMany(deed => deed.Parties).ToHashSet(StringComparer.Ordinal);
        var (added, differing, agreeing) = (new List<Deed>(), new List<(Deed, Deed)>(), new List<(string Id, Deed Deed)>());
        foreach (var deed in reported)
        {
            var same = established.TryGetValue(Family(deed.Act), out var family) ? family.Beside(deed) : [];
            var matching = same.Where(other => Overlap(deed, other)).ToList();
            if (matching.Count > 0)
            {
                agreeing.AddRange(matching.Select(other => (other.Id, deed)));
                var left = deed.Parties.Where(party => !matching.Any(other => other.Parties.Count == 0 || other.Parties.Contains(party)) && Applies(history, deed, party, registered)).ToList();
                if (left.Count > 0 && !same.Any(other => other.Parties.Any(left.Contains))) added.Add(deed with { Parties = left });
                continue;
            }
            if (deed.Act is "sign" or "enter-into-force" && same.FirstOrDefault(other => deed.Parties.Count == 0 || other.Parties.Count == 0 || deed.Parties.All(other.Parties.Contains)) is { } once)
            {
                differing.Add((deed, once));
                continue;
            }
            var parties = deed.Parties.Count > 0 ? deed.Parties : [.. history.Parties];
            var open = parties.Where(party => Applies(history, deed, party, registered)).ToList();
            if (open.Count == 0 && parties.Count > 0 && register.Count > 0) continue;
            if (same.Where(other => other.Last > deed.Last).OrderBy(other => other.Last).FirstOrDefault() is { } next) differing.Add((deed, next));
            else added.Add(open.Count > 0 && open.Count < deed.Parties.Count ? deed with { Parties = open } : deed);
        }
        return new(added, differing, agreeing.ToLookup(pair => pair.Id, pair => pair.Deed, StringComparer.Ordinal));
    }

    /// <summary>The exits that clocks give where the register has no act for them.</summary>
    private static IEnumerable<Deed> ComputedExits(History history) =>
        from party in history.Parties
        from change in history.Changes(party)
        where change.State.Out is { Origin: Origin.Computed } || change.State.Ended is { Origin: Origin.Computed }
        select (change.State.Out ?? change.State.Ended)!;

    private static string Family(string act) => act switch { "accede" => "ratify", "terminate" => "withdraw", _ => act };

    private static bool Overlap(Deed a, Deed b) => !((a.First ?? a.Last) > b.Last) && !((b.First ?? b.Last) > a.Last);

    /// <summary>Whether the act could be done where the party stood just before, by the register alone.</summary>
    private static bool Applies(History history, Deed deed, string party, IReadOnlySet<string> registered)
    {
        if (!registered.Contains(party) && !history.Changes(party).Any()) return true;
        var before = history.On(party, deed.Last.PlusDays(-1));
        return deed.Act switch
        {
            "withdraw" or "terminate" or "suspend" => before.Bound is not null && (deed.Act != "suspend" || before.Suspensions.IsEmpty),
            "notify-withdrawal" or "announce-withdrawal" => before is { Bound: not null, Notice: null },
            "revoke-notice" => before.Notice is not null,
            "resume" => before.Out is not null || !before.Suspensions.IsEmpty,
            "ratify" or "accede" or "enter-into-force" => before is { Bound: null, Ended: null },
            "revoke-ratification" => before is { Bound: null, Ratified: not null },
            "sign" => before is { Signed: null, Bound: null, Ended: null },
            "extend" => before.Bound is not null && history.TermEndOn(deed.Last) is not null,
            _ => true,
        };
    }
}
