// The trie of a lexicon as it is walked: from a node over a syllable to the next, at one look.
namespace Servanda.Reading.Annotation;

/// <summary>
/// Nodes are numbered from 0, the root, so that the children of a node follow one another in the order of their syllables; syllables by the vocabulary. Immutable.
/// Hot: one step for each syllable that can begin a phrase and for each that goes on with it. Three arrays of numbers hold it all, small enough to stay near the processor.
/// </summary>
internal sealed class SyllableTrie
{
    /// <summary>Among so few children one looks at each.</summary>
    private const int Few = 8;

    private readonly int[] first, children, syllables;

    public SyllableTrie(TrieSteps steps)
    {
        var count = steps.Count;
        var (sorted, groups) = ByParent(steps);
        (children, syllables, Numbers) = (new int[count + 1], new int[count], new int[count]);
        var before = new int[count];
        var next = 1;
        for (var node = 0; node < count; node++)
        {
            children[node] = next;
            for (var at = groups[before[node]]; at < groups[before[node] + 1]; at++)
            {
                (before[next], Numbers[sorted[at]], syllables[next]) = (sorted[at], next, steps.Syllable(sorted[at]));
                next++;
            }
        }
        children[count] = next;
        var ofRoot = count > 1 ? children[1] : 1;
        first = new int[syllables[ofRoot - 1] + 1];
        for (var node = 1; node < ofRoot; node++) first[syllables[node]] = node;
    }

    /// <summary>All nodes but the root, those of one parent together and in the order of their syllables, and where those of each parent begin.</summary>
    private static (int[] Sorted, int[] Groups) ByParent(TrieSteps steps)
    {
        var most = 0;
        for (var node = 1; node < steps.Count; node++) most = Math.Max(most, steps.Syllable(node));
        var all = new int[steps.Count - 1];
        for (var i = 0; i < all.Length; i++) all[i] = i + 1;
        var (bySyllable, _) = Sorted(all, steps.Syllable, most);
        return Sorted(bySyllable, steps.Parent, steps.Count);
    }

    /// <summary>Counts and places: what has the same key stays in its order.</summary>
    private static (int[] Sorted, int[] Groups) Sorted(int[] all, Func<int, int> key, int most)
    {
        var groups = new int[most + 2];
        foreach (var one in all) groups[key(one) + 1]++;
        for (var i = 1; i < groups.Length; i++) groups[i] += groups[i - 1];
        var places = groups.AsSpan().ToArray();
        var sorted = new int[all.Length];
        foreach (var one in all) sorted[places[key(one)]++] = one;
        return (sorted, groups);
    }

    /// <summary>The number of each node, by the one that it had among the edges.</summary>
    public int[] Numbers { get; }

    /// <summary>The node that a syllable leads to; 0 where it leads nowhere.</summary>
    public int Step(int node, int syllable)
    {
        if (node == 0) return (uint)syllable < (uint)first.Length ? first[syllable] : 0;
        var (low, high) = (children[node], children[node + 1]);
        while (high - low > Few)
        {
            var middle = (low + high) >>> 1;
            if (syllables[middle] <= syllable) low = middle;
            else high = middle;
        }
        for (; low < high; low++)
            if (syllables[low] == syllable) return low;
        return 0;
    }
}
