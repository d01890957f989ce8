// The course of one agreement as it is known: asked about many days, its histories are worked out once.
using System.Collections.Concurrent;
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>The same answers as <see cref="Statuses"/> gives day by day. Safe to be asked from several threads.</summary>
/// <param name="events">Events of any agreement; those of others are passed over.</param>
public sealed class Course(Agreement agreement, IReadOnlyList<Event> events, LocalDate? knownAt = null)
{
    /// <summary>By the number of objections made by then: only these make the histories of two days differ.</summary>
    private readonly ConcurrentDictionary<int, Standing> standings = [];

    /// <summary>The status of every party that anything is known of on a day, or of <paramref name="party"/> alone.</summary>
    public IReadOnlyList<StatusAnswer> On(LocalDate day, string? party = null) => Statuses.Of(StandingOn(day), day, party, null, sideBySide: false);

    /// <summary>How each party stood from each day on which that changes, towards the rest of the parties; by party.</summary>
    /// <param name="on">Objections count as far as they were made by this day.</param>
    public IReadOnlyList<(string Party, IReadOnlyList<(LocalDate From, PartyStatus Status, bool Contested)> Changes)> OverTime(LocalDate on)
    {
        var standing = StandingOn(on);
        return [.. standing.Parties.Select(party => (party, standing.OverTime(party)))];
    }

    internal Agreement Agreement => agreement;

    internal Standing StandingOn(LocalDate day) =>
        standings.GetOrAdd(agreement.Register.Count(act => act.Act == "object" && act.Date.Latest <= day), _ => Standing.Of(agreement, events, new(day, knownAt))).OnDay(day);
}
