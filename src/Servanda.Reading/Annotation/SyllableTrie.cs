// The trie of a lexicon as it is walked: from a node over a syllable to the next, at one look.
using System.Numerics;

namespace Servanda.Reading.Annotation;

/// <summary>Nodes are numbered from 0, the root; syllables by the vocabulary. Immutable. Hot: one step for each syllable that can begin a phrase and for each that goes on with it.</summary>
internal sealed class SyllableTrie
{
    private readonly int[] first;
    private readonly bool[] goesOn;
    private readonly (long Key, int Node)[] steps;

    /// <param name="edges">Where each step leads, by <see cref="Key"/>; 0 is no node that a step leads to.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public SyllableTrie(IReadOnlyDictionary<long, int> edges, int nodes)
    {
        first = new int[edges.Keys.Select(SyllableOf).DefaultIfEmpty().Max() + 1];
        goesOn = new bool[nodes];
        steps = new (long, int)[BitOperations.RoundUpToPowerOf2((uint)edges.Count * 2 + 1)];
        foreach (var (key, node) in edges)
        {
            if (NodeOf(key) == 0)
            {
                first[SyllableOf(key)] = node;
                continue;
            }
            goesOn[NodeOf(key)] = true;
            var at = Slot(key);
            while (steps[at].Node != 0) at = (at + 1) & (steps.Length - 1);
            steps[at] = (key, node);
        }
    }

    /// <summary>The node that a syllable leads to; 0 where it leads nowhere.</summary>
    public int Step(int node, int syllable)
    {
        if (node == 0) return (uint)syllable < (uint)first.Length ? first[syllable] : 0;
        if (!goesOn[node]) return 0;
        var key = Key(node, syllable);
        for (var at = Slot(key); steps[at] is { Node: not 0 } step; at = (at + 1) & (steps.Length - 1))
            if (step.Key == key) return step.Node;
        return 0;
    }

    /// <summary>A step by its node and syllable.</summary>
    public static long Key(int node, int syllable) => (long)node << 32 | (uint)syllable;

    private static int NodeOf(long key) => (int)(key >> 32);

    private static int SyllableOf(long key) => (int)key;

    /// <summary>Fibonacci hashing: neighbouring keys end up far apart.</summary>
    private int Slot(long key) => (int)((ulong)(key * -7046029254386353131L) >> 32) & (steps.Length - 1);
}
