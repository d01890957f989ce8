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
    /// <summary>The stretches of each party, those of like stretches together, in the order of their first change. The last stretch goes on for a year beyond the last change.</summary>
    public static IReadOnlyList<Lane> Of(Agreement agreement, IReadOnlyList<Event> events, LocalDate on, LocalDate? knownAt)
    {
        var answers = new SortedDictionary<LocalDate, IReadOnlyList<StatusAnswer>>();
        foreach (var day in Days(agreement, events, on)) answers[day] = Statuses.Of(agreement, events, new(day, knownAt));
        foreach (var end in answers.Values.SelectMany(day => day).SelectMany(answer => answer.Clocks).Select(clock => clock.Ends).OfType<LocalDate>().Distinct().ToList())
            if (!answers.ContainsKey(end)) answers[end] = Statuses.Of(agreement, events, new(end, knownAt));
        var last = answers.Keys.Last().PlusYears(1);
        var byParty = answers.Values.SelectMany(day => day).Where(answer => answer.Towards is null).ToLookup(answer => answer.Party, StringComparer.Ordinal);
        return [.. byParty.Select(party => new Lane([party.Key], Stretches([.. party], last)))
            .Where(lane => lane.Stretches.Count > 0)
            .GroupBy(lane => string.Join('|', lane.Stretches))
            .Select(alike => new Lane([.. alike.SelectMany(lane => lane.Parties)], alike.First().Stretches))
            .OrderByDescending(lane => lane.Stretches.Count).ThenBy(lane => lane.Stretches[0].From).ThenBy(lane => lane.Parties[0], StringComparer.Ordinal)];
    }

    /// <summary>The days on which anything may change besides the ends of clocks: acts of the register, events, and the day asked about.</summary>
    private static IEnumerable<LocalDate> Days(Agreement agreement, IReadOnlyList<Event> events, LocalDate on) =>
        agreement.Register.Select(act => act.Date.Latest).Concat(agreement.Parties.SelectMany(party => new[] { party.Signed, party.Ratified, party.Provisional, party.Bound }.Select(date => date?.Latest)))
            .Concat(events.Where(told => told is { Status: ReportStatus.Occurred or ReportStatus.Ongoing, Polarity: Polarity.Affirmed }).Select(told => told.Date?.Latest)).OfType<LocalDate>().Where(day => day <= on).Append(on).Distinct();

    private static List<Stretch> Stretches(IReadOnlyList<StatusAnswer> answers, LocalDate last)
    {
        var all = new List<Stretch>();
        for (var at = 0; at < answers.Count; at++)
        {
            var until = at + 1 < answers.Count ? answers[at + 1].On : last;
            if (answers[at].Status is PartyStatus.Unknown or PartyStatus.NotParty) continue;
            if (all is [.., var before] && before.Status == answers[at].Status && before.Contested == answers[at].Contested && before.Until == answers[at].On) all[^1] = before with { Until = until };
            else all.Add(new(answers[at].On, until, answers[at].Status, answers[at].Contested));
        }
        return all;
    }
}
