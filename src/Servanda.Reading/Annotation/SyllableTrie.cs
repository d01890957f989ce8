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

    /// <param name="edges">Where each step leads, by <see cref="Key"/>; 0 is no node that a step leads to.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public SyllableTrie(IReadOnlyDictionary<long, int> edges, int nodes)
    {
        var keys = edges.Keys.ToArray();
        var targets = edges.Values.ToArray();
        Array.Sort(keys, targets);
        var groups = new int[nodes + 1];
        foreach (var key in keys) groups[NodeOf(key) + 1]++;
        for (var node = 1; node < groups.Length; node++) groups[node] += groups[node - 1];
        (children, syllables, Numbers) = (new int[nodes + 1], new int[nodes], new int[nodes]);
        var before = new int[nodes];
        var next = 1;
        for (var node = 0; node < nodes; node++)
        {
            children[node] = next;
            for (var edge = groups[before[node]]; edge < groups[before[node] + 1]; edge++)
            {
                (before[next], Numbers[targets[edge]], syllables[next]) = (targets[edge], next, SyllableOf(keys[edge]));
                next++;
            }
        }
        children[nodes] = next;
        first = new int[nodes > 1 ? syllables[children[1] - 1] + 1 : 0];
        for (var node = 1; node < (nodes > 1 ? children[1] : 0); node++) first[syllables[node]] = node;
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

    /// <summary>A step by its node and syllable.</summary>
    public static long Key(int node, int syllable) => (long)node << 32 | (uint)syllable;

    private static int NodeOf(long key) => (int)(key >> 32);

    private static int SyllableOf(long key) => (int)key;
}
