// Sets that only ever grow together, of the numbers from 0.
namespace Servanda.Ledger;

/// <summary>Each set goes by its smallest number, whatever the order of joining.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++) parent[i] = i;
    }

    public int Of(int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }
        return item;
    }

    public void Join(int a, int b)
    {
        var (x, y) = (Of(a), Of(b));
        if (x != y) parent[Math.Max(x, y)] = Math.Min(x, y);
    }

    /// <summary>The sets by their smallest numbers, the numbers of each in order.</summary>
    public IEnumerable<IReadOnlyList<int>> All() => Enumerable.Range(0, parent.Length).GroupBy(Of).OrderBy(set => set.Key).Select(set => (IReadOnlyList<int>)[.. set]);
}
