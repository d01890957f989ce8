// Which reports of one cell are of one event, found without comparing every report with every other.
namespace Servanda.Model;

/// <summary>
/// Reports that are told alike differ in nothing that matching looks at but the page they stand on. So one comparison decides for all of one kind against all of another, and what a cell costs
/// grows with the kinds in it that may lie on one day, not with the pairs of its reports. What is joined is the same as if all pairs had been compared.
/// </summary>
/// <param name="mayBeOne">Whether two reports can tell of one event; symmetric. Of one page only those of one kind may.</param>
/// <param name="join">Puts two reports, by their numbers, into one set.</param>
/// <param name="areJoined">Whether two reports are in one set already.</param>
public sealed class Meeting(Func<Report, Report, bool> mayBeOne, Action<long, long> join, Func<long, long, bool> areJoined)
{
    /// <summary>Reports of one kind, each from a page of its own, that are enough to meet all of another kind: whoever is on the page of one of them meets the two others.</summary>
    private const int Enough = 3;

    /// <summary>What has come since the last <see cref="Join"/>.</summary>
    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);

    /// <summary>What others may still meet, with what tells most of them apart side by side in memory: thousands are passed over for one that is compared.</summary>
    private readonly List<(int Last, Mark Mark, Kind Kind)> open = [];

    /// <summary>A report of the cell, which has its place on no earlier day than those before the last <see cref="Join"/>.</summary>
    /// <param name="number">The number it is joined by.</param>
    /// <param name="report">Only the first of a kind is kept.</param>
    /// <param name="key">See <see cref="Folding.Key"/>.</param>
    /// <param name="place">Where it lies in the cell; the same for all of a kind.</param>
    /// <param name="hasChanged">Two kinds of which nothing has changed are not compared.</param>
    public void Add(long number, Report report, MatchKey key, Place place, bool hasChanged)
    {
        if (!kinds.TryGetValue(key.Alike, out var kind)) kinds[key.Alike] = kind = new(report, key, place);
        kind.Add(number, report.Page, hasChanged);
    }

    /// <summary>
    /// Joins what has come with each other and with what came before, where it is of one event. A sweep by first day: only kinds that share a day are compared. Whoever adds day by day and joins
    /// after each keeps no more than what lies on one day.
    /// </summary>
    public void Join()
    {
        foreach (var next in kinds.Values.OrderBy(kind => kind.Place.First).ThenBy(kind => kind.Members[0].Number))
        {
            var left = 0;
            for (var i = 0; i < open.Count; i++)
            {
                if (open[i].Last >= next.Place.First) open[left++] = open[i];
            }
            open.RemoveRange(left, open.Count - left);
            var mark = Mark.Of(next.Key);
            open.Add((next.Place.Last, mark, next));
            foreach (var (_, otherMark, other) in open)
            {
                if (!mark.Excludes(otherMark)) Compare(other, next);
            }
        }
        kinds.Clear();
    }

    private void Compare(Kind one, Kind other)
    {
        if (one.Key.Excludes(other.Key) || !one.HasChanged && !other.HasChanged || ReferenceEquals(one, other) && one.Members.Count == 1) return;
        if (one.IsOne && other.IsOne && areJoined(one.Members[0].Number, other.Members[0].Number)) return;
        if (!mayBeOne(one.Told, other.Anywhere)) return;
        if (ReferenceEquals(one, other)) JoinAll(one);
        else JoinAcross(one, other);
        one.IsOne = one.IsOne || AreOne(one);
        other.IsOne = other.IsOne || AreOne(other);
    }

    private void JoinAll(Kind kind)
    {
        foreach (var (number, _) in kind.Members) join(number, kind.Members[0].Number);
    }

    private void JoinAcross(Kind one, Kind other)
    {
        foreach (var (number, page) in one.Members) JoinWith(number, page, other);
        foreach (var (number, page) in other.Members) JoinWith(number, page, one);
    }

    private void JoinWith(long number, string page, Kind kind)
    {
        foreach (var (other, otherPage) in kind.Standing)
        {
            if (!string.Equals(page, otherPage, StringComparison.Ordinal)) join(number, other);
        }
    }

    private bool AreOne(Kind kind) => kind.Members.TrueForAll(member => areJoined(member.Number, kind.Members[0].Number));

    /// <summary>Hashes of a key's parts, 0 for any: those that differ are of parts that differ.</summary>
    private readonly record struct Mark(int Family, int Agreement, int Target)
    {
        public static Mark Of(MatchKey key) => new(key.Family.GetHashCode(StringComparison.Ordinal), Hash(key.Agreement), Hash(key.Target));

        public bool Excludes(Mark other) => Family != other.Family || Agreement != other.Agreement && Agreement != 0 && other.Agreement != 0 || Target != other.Target && Target != 0 && other.Target != 0;

        private static int Hash(string? part) => part?.GetHashCode(StringComparison.Ordinal) ?? 0;
    }

    private sealed class Kind(Report told, MatchKey key, Place place)
    {
        public Report Told { get; } = told;

        /// <summary>The same on a page of its own.</summary>
        public Report Anywhere { get; } = told with { Page = "" };

        public MatchKey Key { get; } = key;

        public Place Place { get; } = place;

        public List<(long Number, string Page)> Members { get; } = [];

        /// <summary>Members on pages of their own that stand for all.</summary>
        public List<(long Number, string Page)> Standing { get; } = [];

        public bool HasChanged { get; private set; }

        /// <summary>Whether all members are known to be in one set.</summary>
        public bool IsOne { get; set; } = true;

        public void Add(long number, string page, bool hasChanged)
        {
            Members.Add((number, page));
            HasChanged |= hasChanged;
            IsOne = Members.Count == 1;
            if (Standing.Count < Enough && !Standing.Exists(member => string.Equals(member.Page, page, StringComparison.Ordinal))) Standing.Add((number, page));
        }
    }
}
