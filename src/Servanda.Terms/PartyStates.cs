// Where every party stands from which day on.
using NodaTime;

namespace Servanda.Terms;

/// <summary>The states of parties, each from a day on until the next. They are set in the order of their days.</summary>
internal sealed class PartyStates
{
    private readonly SortedDictionary<string, List<(LocalDate From, PartyState State)>> states = new(StringComparer.Ordinal);

    public IEnumerable<string> Parties => states.Keys;

    /// <summary>Counts a party in, although nothing is known of it yet.</summary>
    public void Know(string party) => Of(party);

    public void Set(string party, LocalDate day, PartyState state)
    {
        var own = Of(party);
        if (own.Count > 0 && own[^1].From == day) own[^1] = (day, state);
        else own.Add((day, state));
    }

    /// <summary>The newest state of a party.</summary>
    public PartyState Last(string party) => states.TryGetValue(party, out var own) && own.Count > 0 ? own[^1].State : PartyState.Blank;

    /// <summary>The state on a day and since when it is what it is.</summary>
    public (PartyState State, LocalDate? Since) At(string party, LocalDate day)
    {
        if (!states.TryGetValue(party, out var own)) return (PartyState.Blank, null);
        for (var i = own.Count - 1; i >= 0; i--)
            if (own[i].From <= day) return (own[i].State, own[i].From);
        return (PartyState.Blank, null);
    }

    /// <summary>All days on which the state of a party changes.</summary>
    public IEnumerable<(LocalDate From, PartyState State)> Changes(string party) => states.TryGetValue(party, out var own) ? own : [];

    private List<(LocalDate From, PartyState State)> Of(string party)
    {
        if (states.TryGetValue(party, out var own)) return own;
        return states[party] = [];
    }
}
