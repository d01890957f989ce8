// The days that the evidence for a told day agrees on.
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>One constraint on the told day.</summary>
/// <param name="Weight">0 to 1; see <see cref="ToldEvidence"/>. Below <see cref="ToldSolver.Narrows"/> it only chooses between places that stronger evidence leaves open.</param>
internal sealed record ToldClue(ToldGround Ground, DaySet Days, double Weight, Span? Where, string Reason)
{
    /// <summary>Begins with something that was new when the story was told: of several places that fit, the first one soon after it is the likeliest.</summary>
    public bool News { get; init; }
}

internal static class ToldSolver
{
    /// <summary>Evidence of this weight narrows the interval; weaker evidence only chooses.</summary>
    public const double Narrows = 0.4;

    /// <summary>Two pieces of evidence of this weight that exclude each other make a story contradictory.</summary>
    public const double Strong = 0.8;

    /// <summary>Places further apart than this many days are different guesses, not one stretch.</summary>
    private const int Apart = 60;

    /// <summary>A place that begins at most this many days after something that the story must be later than is likelier than a later one: news tells of what is new.</summary>
    private const int SoonAfter = 300;

    /// <summary>Places within this many days of the first or last day covered say nothing on that side.</summary>
    private const int NearEnd = 400;

    /// <summary>
    /// The stretch of days that the heaviest evidence agrees on. Where it leaves several places open (the same day of several years), weak evidence chooses, or the first place soon
    /// after something that the story knows, and the result is marked uncertain; where that does not choose either, the result covers them all. Null when nothing narrows.
    /// </summary>
    public static Told Solve(IReadOnlyList<ToldClue> clues)
    {
        var narrowing = clues.Where(c => c.Weight >= Narrows).ToList();
        var (places, chosen) = Place(narrowing, [.. clues.Where(c => c.Weight < Narrows)]);
        var open = places[0].First <= NearEnd || places[^1].Last >= DaySet.End - NearEnd;
        if (open && (places.Count > 1 || places[0] == (0, DaySet.End))) return new(null, [.. clues.Select(c => Evidence(c, null))]);
        var result = DaySet.Of([(places[0].First, places[^1].Last)]);
        var when = result.ToEdtf(result.Stretches[0]);
        if (chosen) when = Edtf.Parse(string.Join('/', when.Text.Split('/').Select(e => e == ".." ? e : e + "?")));
        return new(when, [.. clues.Select(c => Evidence(c, result))]) { Contradictory = Contradicts(narrowing, result) };
    }

    /// <summary>The places that the heaviest evidence leaves, and whether one of several had to be chosen.</summary>
    private static (List<(int First, int Last)> Places, bool Chosen) Place(List<ToldClue> narrowing, IReadOnlyList<ToldClue> choosing)
    {
        var places = Places(Best(narrowing, [(0, DaySet.End)]));
        if (places.Count == 1) return (places, false);
        var best = Best(choosing, places);
        var left = places.Where(p => best.Any(b => p.First <= b.First && b.Last <= p.Last)).ToList();
        if (narrowing.Any(c => c.News && c.Days.Stretches is [( > 0 and var known, _), ..] && left[0].Last >= known && left[0].First - known <= SoonAfter)) left = [left[0]];
        return (left, left.Count < places.Count);
    }

    /// <summary>The days within some stretches, which are in order, on which the weights add up to most.</summary>
    private static List<(int First, int Last)> Best(IReadOnlyList<ToldClue> clues, IReadOnlyList<(int First, int Last)> within)
    {
        var steps = Steps(clues, within);
        var best = new List<(int, int)>();
        double weight = 0, most = double.MinValue;
        var (from, stretch) = (0, 0);
        for (var at = 0; at < steps.Length;)
        {
            var day = steps[at].Day;
            // What begins and ends on one day is added up first, so that the sum is the same whatever came before.
            var step = 0.0;
            for (; at < steps.Length && steps[at].Day == day; at++) step += steps[at].Weight;
            // Both go forward in time, so that one walk through the stretches serves all steps.
            while (stretch < within.Count && within[stretch].Last < day - 1) stretch++;
            if (day > from && stretch < within.Count && within[stretch].First <= from)
            {
                if (weight > most + 1e-9) best.Clear();
                if (weight > most - 1e-9) best.Add((from, day - 1));
                most = Math.Max(most, weight);
            }
            weight += step;
            from = day;
        }
        return [.. DaySet.Of(best).Stretches];
    }

    private readonly record struct Step(int Day, double Weight);

    /// <summary>
    /// Where a weight begins or ends to count, in the order of the days; of one day in the order of the clues. Clues that come back every year have a hundred stretches each: days and places are sorted as
    /// whole numbers, several times as fast as by a comparison that must be called.
    /// </summary>
    private static Step[] Steps(IReadOnlyList<ToldClue> clues, IReadOnlyList<(int First, int Last)> within)
    {
        var count = within.Count;
        foreach (var clue in clues) count += clue.Days.Stretches.Count;
        var (steps, order) = (new Step[2 * count], new long[2 * count]);
        var number = 0;
        foreach (var clue in clues)
            for (var i = 0; i < clue.Days.Stretches.Count; i++) Add(clue.Days.Stretches[i], clue.Weight);
        for (var i = 0; i < within.Count; i++) Add(within[i], 0);
        Array.Sort(order);
        return Array.ConvertAll(order, place => steps[(int)place]);

        void Add((int First, int Last) stretch, double weight)
        {
            Put(new(stretch.First, weight));
            Put(new(stretch.Last + 1, -weight));
        }

        void Put(Step step)
        {
            order[number] = (long)step.Day << 32 | (uint)number;
            steps[number++] = step;
        }
    }

    private static List<(int First, int Last)> Places(List<(int First, int Last)> stretches)
    {
        var places = new List<(int First, int Last)>();
        foreach (var stretch in stretches)
        {
            if (places.Count > 0 && stretch.First - places[^1].Last <= Apart) places[^1] = (places[^1].First, stretch.Last);
            else places.Add(stretch);
        }
        return places;
    }

    private static bool Contradicts(List<ToldClue> clues, DaySet result) =>
        clues.Any(c => c.Weight >= Strong && !c.Days.Meets(result)) && clues.Any(c => c.Weight >= Strong && c.Days.Meets(result));

    private static ToldEvidence Evidence(ToldClue clue, DaySet? result)
    {
        var near = clue.Days.Near(result ?? clue.Days) ?? (0, DaySet.End);
        return new(clue.Ground, clue.Days.ToEdtf(near), clue.Weight, clue.Where, clue.Reason, result is not null && clue.Days.Meets(result));
    }
}
