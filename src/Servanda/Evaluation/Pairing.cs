// Which event that was read stands for which event of the gold: each once.
namespace Servanda.Evaluation;

/// <summary>The largest set of pairs, the nearest first. What must be found takes before what may be: a <c>may</c> never takes an event that a <c>must</c> needs.</summary>
public static class Pairing
{
    /// <returns>For each paired event of the gold, by its place in the list, the place of the event that was read.</returns>
    public static Dictionary<int, int> Of(IReadOnlyList<JudgedEvent> gold, IReadOnlyList<JudgedEvent> read, Func<JudgedEvent, JudgedEvent, bool> isAllowed)
    {
        var edges = (from i in Enumerable.Range(0, gold.Count) from j in Enumerable.Range(0, read.Count) where isAllowed(gold[i], read[j]) select (Gold: i, Read: j))
            .OrderByDescending(edge => Comparing.Nearness(gold[edge.Gold], read[edge.Read])).ThenBy(edge => edge.Gold).ThenBy(edge => edge.Read).ToList();
        var options = edges.ToLookup(edge => edge.Gold, edge => edge.Read);
        var pairs = new Dictionary<int, int>();
        var holders = new Dictionary<int, int>();
        foreach (var must in (bool[])[true, false])
        {
            foreach (var (i, j) in edges)
            {
                if (gold[i].IsMust != must || pairs.ContainsKey(i) || holders.ContainsKey(j)) continue;
                (pairs[i], holders[j]) = (j, i);
            }
            for (var i = 0; i < gold.Count; i++)
                if (gold[i].IsMust == must && !pairs.ContainsKey(i)) Make(i, []);
        }
        return pairs;

        // Makes room for one by moving those that can stand elsewhere.
        bool Make(int i, HashSet<int> seen)
        {
            foreach (var j in options[i])
            {
                if (!seen.Add(j)) continue;
                if (holders.TryGetValue(j, out var holder) && !Make(holder, seen)) continue;
                (pairs[i], holders[j]) = (j, i);
                return true;
            }
            return false;
        }
    }
}
