// Whether an event that was read is the one that the gold has, in whole or in part.
using System.Collections.Frozen;
using NodaTime;
using Servanda.Model;

namespace Servanda.Evaluation;

/// <summary>The measure of the corpus guide. Exact: act, source, nothing in target and agreement that contradicts, and the evidence; root: the PLOVER type and a common source; whole: exact with every attribute.</summary>
public sealed class Comparing(IEnumerable<ActDefinition> acts, IEnumerable<string> registered)
{
    /// <summary>Evidence longer than this is a net over the page, in words.</summary>
    private const int MostEvidence = 160;

    /// <summary>Where the gold names one of the coarser acts, the finer one is right too.</summary>
    private static readonly FrozenDictionary<string, string[]> Coarser = new Dictionary<string, string[]>
    {
        ["domestic-step"] = ["announce-withdrawal", "ratify"],
        ["accede"] = ["ratify"],
        ["object"] = ["reject", "criticize"],
        ["reserve"] = ["reject"],
        ["revoke-notice"] = ["resume", "suspend", "extend"],
        ["convene"] = ["meet", "negotiate"],
        ["revoke-ratification"] = ["withdraw", "announce-withdrawal"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, string> roots = acts.ToDictionary(act => act.Id, act => act.Plover ?? act.Id, StringComparer.Ordinal);
    private readonly HashSet<string> registry = new(registered, StringComparer.Ordinal);

    /// <summary>Whether an act is one of the gold's, or a finer one.</summary>
    public static bool IsRight(JudgedEvent gold, string act) => gold.Acts.Contains(act) || Coarser.GetValueOrDefault(act, []).Intersect(gold.Acts).Any();

    public bool IsExact(JudgedEvent gold, JudgedEvent read) =>
        IsRight(gold, read.Act)
        && (gold.Source.Count == 0 || gold.Source.ToHashSet().SetEquals(read.Source))
        && !(AgreementsOf(gold) is { Count: > 0 } right && read.Agreements is [var one, ..] && !right.Contains(one))
        && IsSame(gold, read);

    public bool IsOfRoot(JudgedEvent gold, JudgedEvent read) =>
        roots.TryGetValue(read.Act, out var root) && gold.Acts.Any(act => roots.GetValueOrDefault(act) == root)
        && (gold.Source.Count == 0 || gold.Source.Intersect(read.Source).Any() && read.Source.Distinct().Count() <= gold.Source.Distinct().Count() + 1)
        && IsSame(gold, read);

    /// <summary>Nothing that a user would act on is wrong: of a pair that is exact, target, agreement, date, status and polarity too.</summary>
    public bool IsWhole(JudgedEvent gold, JudgedEvent read) =>
        (gold.Target.Count == 0 || IsTarget(gold, read)) && (AgreementsOf(gold).Count == 0 || IsAgreement(gold, read)) && (gold.Date is null || IsDate(gold.Date, read.Date))
        && read.Status == gold.Status && read.Polarity == gold.Polarity;

    public static bool IsTarget(JudgedEvent gold, JudgedEvent read) => gold.Target.Intersect(read.Target).Any();

    public bool IsAgreement(JudgedEvent gold, JudgedEvent read) => read.Agreements is [var one, ..] && AgreementsOf(gold).Contains(one);

    /// <summary>The agreement ids that are right; none where the page's agreement is in no registry, since nobody can guess its id.</summary>
    public IReadOnlyList<string> AgreementsOf(JudgedEvent gold) => gold.Agreements.All(registry.Contains) ? gold.Agreements : [];

    /// <summary>A date inside an interval, or one that shares enough days: a third of an interval, half of a year, a month or a day.</summary>
    public static bool IsDate(Edtf gold, Edtf? read)
    {
        if (DaysOf(gold) is not { } want || DaysOf(read) is not { } got) return false;
        var shared = Shared(want, got);
        return gold.Text.Contains('/') ? want.First <= got.First && got.Last <= want.Last || shared >= 0.3 : shared >= 0.5;
    }

    /// <summary>Whether the day of publication that was read holds the true day, and is no wider than the gold's.</summary>
    public static bool IsPublished(JudgedPage gold, JudgedPage read)
    {
        if (DaysOf(read.Published) is not { } got || DaysOf(gold.Published) is not { } want) return false;
        var holds = DaysOf(gold.PublishedDay) is not { } day || got.First <= day.First && day.First <= got.Last || !read.Published!.Text.Contains('-');
        return holds && Length(got) <= Length(want) && Shared(got, want) > 0;
    }

    /// <summary>How near a pair is, to choose among several that are allowed.</summary>
    public static double Nearness(JudgedEvent gold, JudgedEvent read) =>
        (gold.IsMust ? 4 : 0) + (gold.Act == read.Act ? 1 : 0) + (gold.Date is { } date && IsDate(date, read.Date) ? 2 : 0)
        + (double)gold.Lines.Intersect(read.Lines).Count() / Math.Max(1, gold.Lines.Count)
        + (gold.Target.Count > 0 && gold.Target.ToHashSet().SetEquals(read.Target) ? 1 : 0);

    private static bool IsSame(JudgedEvent gold, JudgedEvent read)
    {
        if (gold.Target.Count > 0 && read.Target.Count > 0 && !IsTarget(gold, read)) return false;
        if (gold.Quote is { Length: > 0 } quote)
        {
            var evidence = string.Join(" … ", read.Evidence);
            if (evidence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostEvidence || !Shingles.Of(quote, 3).Overlaps(Shingles.Of(evidence, 3))) return false;
        }
        return gold.Lines.Count == 0 || gold.Lines.Intersect(read.Lines).Any() && read.Lines.Distinct().Count() <= 2 * gold.Lines.Distinct().Count() + 2;
    }

    /// <summary>First and last day; of an interval with an open end those of the end that is told.</summary>
    private static (LocalDate First, LocalDate Last)? DaysOf(Edtf? date)
    {
        if (date is { Earliest: { } first, Latest: { } last }) return (first, last);
        if (date is null || date.Text.Trim('.', '/') is not { Length: > 0 } told || !Edtf.TryParse(told, out var end) || end.Days is null) return null;
        return (end.Earliest!.Value, end.Latest!.Value);
    }

    private static int Length((LocalDate First, LocalDate Last) days) => Period.DaysBetween(days.First, days.Last);

    /// <summary>The days that two spans share, as a part of all days from the first to the last of both.</summary>
    private static double Shared((LocalDate First, LocalDate Last) a, (LocalDate First, LocalDate Last) b)
    {
        var both = Period.DaysBetween(LocalDate.Max(a.First, b.First), LocalDate.Min(a.Last, b.Last)) + 1;
        return both <= 0 ? 0 : (double)both / (Period.DaysBetween(LocalDate.Min(a.First, b.First), LocalDate.Max(a.Last, b.Last)) + 1);
    }
}
