// The figures of a run against a gold: per page, and over all pages.
using Servanda.Model;

namespace Servanda.Evaluation;

/// <summary>Found, invented and missed. Nothing to find and nothing invented is all right.</summary>
public readonly record struct Score(int Found, int Invented, int Missed)
{
    private bool IsEmpty => Found + Invented + Missed == 0;

    public double Precision => IsEmpty ? 1 : Found + Invented == 0 ? 0 : (double)Found / (Found + Invented);

    public double Recall => IsEmpty ? 1 : Found + Missed == 0 ? 0 : (double)Found / (Found + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score operator +(Score a, Score b) => new(a.Found + b.Found, a.Invented + b.Invented, a.Missed + b.Missed);
}

/// <summary>How many of those that could be right are right.</summary>
public readonly record struct Share(int Right, int Of)
{
    public static Share operator +(Share a, Share b) => new(a.Right + b.Right, a.Of + b.Of);
}

/// <summary>A page's figures, and the events that were missed and invented on it.</summary>
/// <param name="Article">The story's text: by characters of lines, or by runs of words; null where the page is not at hand.</param>
public sealed record PageScore(
    string Page, bool IsRead, Score Exact, Score Root, Score Whole, Score? Article, bool IsPublished, IReadOnlyDictionary<string, Share> Attributes, IReadOnlyList<JudgedEvent> Missed, IReadOnlyList<JudgedEvent> Invented)
{
    /// <summary>The events in whose passage a rule of a right act fired; null where the page itself was not read.</summary>
    public Share? Triggered { get; init; }

    /// <summary>For each missed event, in their order, the rules of a right act that fired in its passage and why each gave nothing; null where the page itself was not read.</summary>
    public IReadOnlyList<IReadOnlyList<SilentRule>>? Silent { get; init; }
}

/// <summary>Scores pages against their gold.</summary>
public sealed class Scoring(Comparing comparing)
{
    /// <summary>The attributes that are counted over the exact pairs, in the order they are shown.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["date", "status", "polarity", "quantities", "speaker", "target", "agreement", "status_rare", "first_act"];

    /// <param name="read">What was read of the page; null where nothing was.</param>
    /// <param name="page">The page's own lines, for the length of each; null where they are not at hand.</param>
    public PageScore Of(JudgedPage gold, JudgedPage? read, IReadOnlyList<string>? page)
    {
        var events = read?.Events ?? [];
        var exact = Pairing.Of(gold.Events, events, comparing.IsExact);
        var root = Pairing.Of(gold.Events, events, comparing.IsOfRoot);
        var must = Enumerable.Range(0, gold.Events.Count).Where(i => gold.Events[i].IsMust).ToList();
        var whole = must.Count(i => exact.TryGetValue(i, out var j) && comparing.IsWhole(gold.Events[i], events[j]));
        var found = ScoreOf(exact);
        return new(
            gold.Page, read is not null, found, ScoreOf(root), new(whole, found.Invented + found.Found - whole, must.Count - whole), ArticleOf(gold, read, page),
            read is not null && Comparing.IsPublished(gold, read), SharesOf(exact.Select(pair => (gold.Events[pair.Key], events[pair.Value])).ToList()),
            must.Where(i => !exact.ContainsKey(i)).Select(i => gold.Events[i]).ToList(),
            Enumerable.Range(0, events.Count).Except(exact.Values).Order().Select(j => events[j]).ToList());

        Score ScoreOf(Dictionary<int, int> pairs)
        {
            var right = must.Count(pairs.ContainsKey);
            return new(right, events.Count - pairs.Count, must.Count - right);
        }
    }

    private Dictionary<string, Share> SharesOf(IReadOnlyList<(JudgedEvent Gold, JudgedEvent Read)> pairs)
    {
        Share Count(Func<JudgedEvent, JudgedEvent, bool> asked, Func<JudgedEvent, JudgedEvent, bool> right) =>
            new(pairs.Count(pair => asked(pair.Gold, pair.Read) && right(pair.Gold, pair.Read)), pairs.Count(pair => asked(pair.Gold, pair.Read)));
        return new(StringComparer.Ordinal)
        {
            ["date"] = Count((gold, _) => gold.Date is not null, (gold, read) => Comparing.IsDate(gold.Date!, read.Date)),
            ["status"] = Count((_, _) => true, (gold, read) => gold.Status == read.Status),
            ["polarity"] = Count((_, _) => true, (gold, read) => gold.Polarity == read.Polarity),
            ["quantities"] = pairs.Where(pair => pair.Gold.Quantities.Count > 0)
                .Aggregate(new Share(), (sum, pair) => sum + new Share(pair.Gold.Quantities.Intersect(pair.Read.Quantities).Count(), Math.Max(pair.Gold.Quantities.Count, pair.Read.Quantities.Count))),
            ["speaker"] = Count((gold, _) => gold.Speaker is not null, (gold, read) => gold.Speaker == read.Speaker),
            ["target"] = Count((gold, _) => gold.Target.Count > 0, Comparing.IsTarget),
            ["agreement"] = Count((gold, _) => comparing.AgreementsOf(gold).Count > 0, comparing.IsAgreement),
            ["status_rare"] = Count((gold, read) => gold.Status != "occurred" || read.Status != "occurred", (gold, read) => gold.Status == read.Status),
            ["first_act"] = Count((_, _) => true, (gold, read) => gold.Act == read.Act),
        };
    }

    private static Score? ArticleOf(JudgedPage gold, JudgedPage? read, IReadOnlyList<string>? page)
    {
        if (gold.Text is { } text) return Between(Shingles.Of(text, 4), Shingles.Of(read?.Text ?? "", 4), _ => 1);
        return page is null ? null : Between(LinesOf(gold), read is null ? [] : LinesOf(read), line => page[line - 1].Trim().EnumerateRunes().Count());
        HashSet<int> LinesOf(JudgedPage judged) => judged.ArticleLines.SelectMany(range => Enumerable.Range(range.First, Math.Max(0, Math.Min(range.Last, page.Count) - range.First + 1)))
            .Where(line => page[line - 1].Trim().Length > 0).ToHashSet();
    }

    private static Score Between<T>(HashSet<T> gold, HashSet<T> read, Func<T, int> size) =>
        new(gold.Intersect(read).Sum(size), read.Except(gold).Sum(size), gold.Except(read).Sum(size));
}
