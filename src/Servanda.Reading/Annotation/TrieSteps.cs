// The trie of a lexicon while it is put together.
namespace Servanda.Reading.Annotation;

/// <summary>Nodes are numbered from 0, the root, in the order in which they are made.</summary>
internal sealed class TrieSteps
{
    private readonly KeyNumbers nodes = new(1 << 12);
    private readonly List<int> parents = [-1], syllables = [-1];

    /// <summary>How many nodes there are.</summary>
    public int Count => parents.Count;

    /// <summary>The node from which a step leads to a node.</summary>
    public int Parent(int node) => parents[node];

    /// <summary>The syllable over which a step leads to a node.</summary>
    public int Syllable(int node) => syllables[node];

    /// <summary>The node that a syllable leads to, made where there is none yet.</summary>
    public int Add(int node, int syllable)
    {
        var key = (long)node << 32 | (uint)syllable;
        if (nodes.Find(key) is > 0 and var known) return known;
        nodes.Add(key, Count);
        parents.Add(node);
        syllables.Add(syllable);
        return Count - 1;
    }
}
