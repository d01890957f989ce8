// Where the parties of an agreement stood over time: a lane for all who stood alike.
using NodaTime;
using Servanda.Model;
using Servanda.Terms;

namespace Servanda.Web;

/// <summary>A stretch of time in which a status held: from its first day to the first day of the next.</summary>
internal sealed record Stretch(LocalDate From, LocalDate Until, PartyStatus Status, bool Contested);

/// <summary>Parties that stood alike all the time, and how.</summary>
internal sealed record Lane(IReadOnlyList<string> Parties, IReadOnlyList<Stretch> Stretches);

internal static class Lanes
{
    /// <summary>The stretches of each party, those of like stretches together, the most eventful first. The last stretch goes on for a year beyond the last change, or beyond the day.</summary>
    public static IReadOnlyList<Lane> Of(Course course, LocalDate on)
    {
        var parties = course.OverTime(on);
        var last = parties.SelectMany(party => party.Changes).Select(change => change.From).Append(on).Max().PlusYears(1);
        return [.. parties.Select(party => new Lane([party.Party], Stretches(party.Changes, last)))
            .Where(lane => lane.Stretches.Count > 0)
            .GroupBy(lane => string.Join('|', lane.Stretches))
            .Select(alike => new Lane([.. alike.SelectMany(lane => lane.Parties)], alike.First().Stretches))
            .OrderByDescending(lane => lane.Stretches.Count).ThenBy(lane => lane.Stretches[0].From).ThenBy(lane => lane.Parties[0], StringComparer.Ordinal)];
    }

    private static List<Stretch> Stretches(IReadOnlyList<(LocalDate From, PartyStatus Status, bool Contested)> changes, LocalDate last) =>
        [.. changes.Select((change, i) => new Stretch(change.From, i + 1 < changes.Count ? changes[i + 1].From : last, change.Status, change.Contested))
            .Where(stretch => stretch.Status is not (PartyStatus.Unknown or PartyStatus.NotParty) && stretch.From.Year > 1)];
}
