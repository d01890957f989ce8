// Established acts that may be names of one, found by who does them: a docket has thousands of accounts to be held against them.
namespace Servanda.Terms;

/// <param name="deeds">In the order in which they are given.</param>
internal sealed class Established(IReadOnlyList<Deed> deeds)
{
    private readonly Dictionary<string, IReadOnlyList<Deed>> ofParty = new(StringComparer.Ordinal);

    /// <summary>Those that share a party with a deed; what names no party is everybody's.</summary>
    public IReadOnlyList<Deed> Beside(Deed deed) => deed.Parties.Count switch
    {
        0 => deeds,
        1 => OfParty(deed.Parties[0]),
        _ => [.. deeds.Where(other => other.Parties.Count == 0 || other.Parties.Any(deed.Parties.Contains))],
    };

    private IReadOnlyList<Deed> OfParty(string party) =>
        ofParty.TryGetValue(party, out var known) ? known : ofParty[party] = [.. deeds.Where(other => other.Parties.Count == 0 || other.Parties.Contains(party))];
}
