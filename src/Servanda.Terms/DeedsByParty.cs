// The deeds that can move a party, found without going through those of all others.
using Servanda.Model;

namespace Servanda.Terms;

/// <param name="deeds">In the order in which they take effect.</param>
internal sealed class DeedsByParty(Agreement agreement, IReadOnlyList<Deed> deeds)
{
    /// <summary>Whether another's leaving ends it for the party too: then all deeds concern it.</summary>
    private readonly bool allConcern = agreement.PartiesClosed.Count > 0 || agreement.Of<Withdrawal>().Any(clause => clause.EndsAgreement);

    /// <summary>The party, where its states can be worked out without those of others.</summary>
    public string? Alone(string party) => allConcern ? null : party;

    private readonly Lazy<(List<int> Everybodys, Dictionary<string, List<int>> Own)> places = new(() => PlacesOf(deeds));

    /// <summary>Its own and those of the agreement as a whole, in their order; all, where another's leaving ends it for the party too.</summary>
    public IReadOnlyList<Deed> Concerning(string party)
    {
        if (allConcern) return deeds;
        var (everybodys, own) = places.Value;
        return [.. own.TryGetValue(party, out var mine) ? everybodys.Concat(mine).Order().Select(place => deeds[place]) : everybodys.Select(place => deeds[place])];
    }

    private static (List<int>, Dictionary<string, List<int>>) PlacesOf(IReadOnlyList<Deed> deeds)
    {
        var (everybodys, own) = (new List<int>(), new Dictionary<string, List<int>>(StringComparer.Ordinal));
        for (var i = 0; i < deeds.Count; i++)
        {
            if (deeds[i].Parties.Count == 0 || deeds[i].Act is "enter-into-force" or "extend" or "restore-relations" or Deeds.Succeed) everybodys.Add(i);
            else
            {
                foreach (var party in deeds[i].Parties) Add(party, i);
                foreach (var party in deeds[i].Towards) Add(party, i);
            }
        }
        return (everybodys, own);

        void Add(string party, int place)
        {
            if (!own.TryGetValue(party, out var mine)) own[party] = [place];
            else if (mine[^1] != place) mine.Add(place);
        }
    }
}
