// Where the parties of an agreement stand on a day, with clocks, limits, views and reasons.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>What a status rests on: the agreements' files alone, the pages alone, or both.</summary>
public enum Basis { Register, Reports, All }

/// <summary>A question about a day in the world, as known on a day (null: on all that is known).</summary>
public sealed record StatusQuery(LocalDate On, LocalDate? KnownAt = null, Basis Basis = Basis.All);

public static class Statuses
{
    /// <summary>The acts that a status, its clocks or its limits can depend on: events of other acts may be left out of the question.</summary>
    public static IReadOnlyList<string> Acts { get; } = [.. Deeds.Acts, "limit-staff"];

    /// <summary>The status of every party that anything is known of, or of <paramref name="party"/> alone, ordered by party; a bilateral state that differs from the party's
    /// state towards the rest follows it as an answer of its own.</summary>
    /// <param name="events">Events of any agreement; those of others are passed over.</param>
    public static IReadOnlyList<StatusAnswer> Of(Agreement agreement, IReadOnlyList<Event> events, StatusQuery query, string? party = null, string? towards = null) =>
        Of(Standing.Of(agreement, events, query), query.On, party, towards, sideBySide: true);

    /// <summary>So many deeds make each party's answer worth a core of its own.</summary>
    private const int Many = 500;

    /// <param name="sideBySide">On all cores; a server has others to answer meanwhile.</param>
    internal static IReadOnlyList<StatusAnswer> Of(Standing standing, LocalDate on, string? party, string? towards, bool sideBySide)
    {
        if (party is not null) return [.. Of(standing, on, party, isAsked: true, towards)];
        return !sideBySide || standing.KnownDeeds.Count < Many ? [.. standing.Parties.SelectMany(each => Of(standing, on, each, isAsked: false, towards))]
            : SideBySide(standing, on, towards);
    }

    private static IReadOnlyList<StatusAnswer> SideBySide(Standing standing, LocalDate on, string? towards)
    {
        var answers = new List<StatusAnswer>[standing.Parties.Count];
        Parallel.For(0, answers.Length, i => answers[i] = Of(standing, on, standing.Parties[i], isAsked: false, towards));
        return [.. answers.SelectMany(ofParty => ofParty)];
    }

    private static List<StatusAnswer> Of(Standing standing, LocalDate on, string party, bool isAsked, string? towards)
    {
        var answers = new List<StatusAnswer>();
        if (towards is null || !isAsked) answers.Add(standing.Answer(party, null));
        foreach (var other in towards is not null ? [towards] : standing.TowardsOf(party))
            if (towards is not null || standing.Late.On(party, on).Status(other) != standing.Late.On(party, on).Status()) answers.Add(standing.Answer(party, other));
        return answers;
    }
}
