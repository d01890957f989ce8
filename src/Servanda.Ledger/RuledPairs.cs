// Which reports rulings have put together or apart, where no two rulings still contradict each other about it.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// Pairs of reports under merge and split rulings. Of one analyst the later ruling counts; two analysts who contradict each other leave the pair to the machine until a
/// later ruling on it settles the matter.
/// </summary>
internal sealed class RuledPairs
{
    public static RuledPairs None { get; } = new([]);

    private readonly Dictionary<(string, string), bool> together = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> merged = new(StringComparer.Ordinal);

    /// <param name="rulings">In any order; their reports already stand for live ones.</param>
    public RuledPairs(IEnumerable<Ruling> rulings)
    {
        var pairs = new Dictionary<(string, string), Standing<bool>>();
        foreach (var ruling in rulings.OrderBy(r => r.Made).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            foreach (var pair in PairsOf(ruling)) pairs[pair] = pairs.GetValueOrDefault(pair).After(ruling.Kind == RulingKind.Merge, ruling);
        }
        foreach (var (pair, standing) in pairs)
        {
            if (standing.Contested)
            {
                Contested.Add(pair);
                continue;
            }
            together[pair] = standing.Value;
            named.Add(pair.Item1);
            named.Add(pair.Item2);
            if (!standing.Value) continue;
            Of(pair.Item1).Add(pair.Item2);
            Of(pair.Item2).Add(pair.Item1);
        }
    }

    /// <summary>Pairs on which two analysts contradict each other and nothing has settled it.</summary>
    public HashSet<(string, string)> Contested { get; } = [];

    /// <summary>Whether no ruling puts any two reports together or apart.</summary>
    public bool IsEmpty => together.Count == 0;

    /// <summary>Whether a ruling that stands puts this report with another one or apart from it.</summary>
    public bool Names(string report) => named.Contains(report);

    public IEnumerable<string> MergedWith(string report) => merged.TryGetValue(report, out var others) ? others : [];

    public bool IsMerged(string report) => merged.ContainsKey(report);

    public bool AreApart(string a, string b) => !IsEmpty && together.TryGetValue(Pair(a, b), out var one) && !one;

    public bool AreTogether(string a, string b) => !IsEmpty && together.TryGetValue(Pair(a, b), out var one) && one;

    private SortedSet<string> Of(string report)
    {
        if (!merged.TryGetValue(report, out var others)) merged[report] = others = new(StringComparer.Ordinal);
        return others;
    }

    /// <summary>The pairs that a ruling is about, the smaller id first.</summary>
    internal static IEnumerable<(string, string)> PairsOf(Ruling ruling) => ruling.Kind switch
    {
        RulingKind.Merge => ruling.Reports.SelectMany((a, i) => ruling.Reports.Skip(i + 1).Select(b => Pair(a.Id, b.Id))),
        RulingKind.Split => ruling.Reports.SelectMany(a => ruling.Against.Select(b => Pair(a.Id, b.Id))),
        _ => [],
    };

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}

/// <summary>Where a matter stands after the rulings on it so far.</summary>
internal readonly record struct Standing<T>(T Value, string? By, bool Contested)
{
    /// <summary>
    /// The first ruling stands; the same analyst may revise it; another who says otherwise contests it; whoever rules next settles it.
    /// </summary>
    public Standing<T> After(T value, Ruling ruling)
    {
        if (By is null || Contested || EqualityComparer<T>.Default.Equals(Value, value) || By == ruling.By) return new(value, ruling.By, false);
        return new(value, ruling.By, true);
    }
}
