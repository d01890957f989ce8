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

    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);

    /// <summary>A report of the cell, before <see cref="Join"/> is called.</summary>
    /// <param name="number">The number it is joined by.</param>
    /// <param name="report">Only the first of a kind is kept.</param>
    /// <param name="key">Equal for reports that are told alike (<see cref="Folding.Key"/>).</param>
    /// <param name="place">Where it lies in the cell; the same for all of a kind.</param>
    /// <param name="hasChanged">Two kinds of which nothing has changed are not compared.</param>
    public void Add(long number, Report report, string key, Place place, bool hasChanged)
    {
        if (!kinds.TryGetValue(key, out var kind)) kinds[key] = kind = new(report, place);
        kind.Add(number, report.Page, hasChanged);
    }

    /// <summary>Joins what is of one event. A sweep by first day: only kinds that share a day are compared.</summary>
    public void Join()
    {
        var open = new List<Kind>();
        foreach (var next in kinds.Values.OrderBy(kind => kind.Place.First).ThenBy(kind => kind.Members[0].Number))
        {
            open.RemoveAll(other => other.Place.Last < next.Place.First);
            open.Add(next);
            foreach (var other in open) Compare(other, next);
        }
    }

    private void Compare(Kind one, Kind other)
    {
        if (!one.HasChanged && !other.HasChanged || ReferenceEquals(one, other) && one.Members.Count == 1) return;
        if (one.IsOne && other.IsOne && areJoined(one.Members[0].Number, other.Members[0].Number)) return;
        if (!mayBeOne(one.Told, other.Told with { Page = "" })) return;
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

    private sealed class Kind(Report told, Place place)
    {
        public Report Told { get; } = told;

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
