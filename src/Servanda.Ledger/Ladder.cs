// Measure and counter-measure between two actors, in the order in which they were taken.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>One step: what one of the two did to the other, and the steps that it answers.</summary>
/// <param name="By">The one who acts.</param>
/// <param name="Depth">0 for a measure that answers nothing here, else one more than the deepest that it answers.</param>
/// <param name="Answers">Ids of the events of this ladder that pages say it answers.</param>
public sealed record Rung(Event Event, string By, int Depth, IReadOnlyList<string> Answers);

/// <summary>
/// The ladder of two actors: what each did to the other beside words and meetings. Only what a page links ("đáp trả", "in response to") stands as an answer; that one thing followed
/// another is left to the reader.
/// </summary>
public static class Ladder
{
    public static IReadOnlyList<Rung> Of(IEnumerable<Event> events, string one, string other, IEnumerable<ActDefinition> acts)
    {
        var measures = acts.Where(act => act.Group is "relations" or "force" || act.Id is "suspend" or "resume" or "withdraw" or "notify-withdrawal" or "announce-withdrawal" or "terminate" or "demand")
            .Select(act => act.Id).ToHashSet(StringComparer.Ordinal);
        var between = events.Where(e => measures.Contains(e.Act) && e.Polarity == Polarity.Affirmed && (Acts(e, one, other) || Acts(e, other, one)))
            .OrderBy(e => e.Date is null).ThenBy(e => e.Date?.Earliest ?? NodaTime.LocalDate.MinIsoValue).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var there = between.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. between.Select(e => new Rung(e, Acts(e, one, other) ? one : other, Depth(e, []), Answers(e)))];

        IReadOnlyList<string> Answers(Event e) => [.. e.InResponseTo.Where(there.ContainsKey)];

        int Depth(Event e, HashSet<string> path)
        {
            if (depths.TryGetValue(e.Id, out var known)) return known;
            // Two events that pages say answer each other end the climb.
            if (!path.Add(e.Id)) return 0;
            var depth = Answers(e).Select(id => 1 + Depth(there[id], path)).DefaultIfEmpty(0).Max();
            path.Remove(e.Id);
            return depths[e.Id] = depth;
        }
    }

    private static bool Acts(Event e, string by, string to) => e.Source.Contains(by, StringComparer.Ordinal) && (e.Target.Contains(to, StringComparer.Ordinal) || e.Target.Count == 0 && e.Source.Contains(to, StringComparer.Ordinal));
}
