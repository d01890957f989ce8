// Reports → events: a pure function of the live reports, the rulings on them, and the origins of their pages.
using NodaTime;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// The fold. Reports of one event meet in a place (act root and family, actor or agreement, and the days it may lie on); those that match, directly or through others, form a block;
/// inside a block they are put together event by event. Blocks are independent of each other, so that a new report costs no more than its block.
/// </summary>
public sealed class EventFold
{
    /// <summary>To be raised with every change to what the same reports give.</summary>
    private const string Rules = "5";

    /// <summary>Up to so many reports every pair is looked at; more are sorted into cells first.</summary>
    private const int Few = 40;

    private readonly ActTable acts;
    private readonly Matching matching;
    private readonly Tellers tellers;

    /// <param name="newsrooms">Whom bylines, credits and hosts name.</param>
    public EventFold(IEnumerable<ActDefinition> definitions, Newsrooms newsrooms)
    {
        acts = new(definitions);
        tellers = new(newsrooms);
        matching = new(acts);
        var outlines = new Outlines(matching);
        Folding = new(VersionOf(acts, newsrooms), Ruled, PlacesOf, matching.KeyOf, matching.MayBeOne, EventsOfClosed, outlines.Of, outlines.Regroup, EventOf, KnownOn, Rulings.Attached);
    }

    /// <summary>The fold as a store takes it.</summary>
    public Folding Folding { get; }

    /// <summary>The events of all these reports, by id. The order of the arguments does not matter.</summary>
    public IReadOnlyList<Event> Of(IEnumerable<Report> live, IReadOnlyList<Ruling> rulings, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        var reports = live.Select(report => Ruled(report, rulings)).OfType<Report>().ToArray();
        Array.Sort(reports, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var pairs = rulings.Count == 0 ? RuledPairs.None : new(rulings);
        if (reports.Length == 1) return [.. EventsOfBlock(reports, pairs, rulings, origins)];
        return [.. Blocks(reports, pairs).SelectMany(block => EventsOfBlock(block, pairs, rulings, origins)).OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>Where a report may meet others of its event.</summary>
    public IReadOnlyList<Place> PlacesOf(Report report)
    {
        if (Anchor.Of(report) is not { } days) return [];
        var group = $"{acts.Root(report.Act)}{matching.FamilyOf(report)}{Place.GroupEnd}";
        var places = matching.Actors(report).Select(actor => new Place($"{group}{actor}", days.First, days.Last));
        return report.Agreement is null ? [.. places] : [.. places, new Place($"{group}@{report.Agreement}", days.First, days.Last)];
    }

    private static Report? Ruled(Report report, IReadOnlyList<Ruling> rulings) => Rulings.Applied(report, rulings);

    private IReadOnlyList<Event> EventsOfClosed(FoldInput input) => input.Rulings.Count > 0
        ? Of(input.Reports, input.Rulings, input.Origins)
        : [.. GroupsOf(input.Reports).Select(group => EventOf(group, input.Origins)).OrderBy(e => e.Id, StringComparer.Ordinal)];

    private Event EventOf(IReadOnlyList<Report> group, IReadOnlyDictionary<string, PageOrigin> origins) => new Merging(acts, matching, tellers, new(group, [], origins)).EventOf(group);

    /// <summary>
    /// Reports that share a group of cells need not be taken apart into blocks: who joins an event matches a report of it, so that the events of two blocks are the same whether they are looked for
    /// together or apart.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<Report>> GroupsOf(IReadOnlyList<Report> reports)
    {
        if (reports.Count < 2) return reports.Count == 0 ? [] : [reports];
        if (AreOfOneGroup(reports)) return GroupsOfBlock(reports, RuledPairs.None);
        Report[] ordered = [.. reports.OrderBy(report => report.Id, StringComparer.Ordinal)];
        return [.. Blocks(ordered, RuledPairs.None).SelectMany(block => GroupsOfBlock(block, RuledPairs.None))];
    }

    private IReadOnlyList<IReadOnlyList<Report>> GroupsOfBlock(IReadOnlyList<Report> block, RuledPairs pairs) => block.Count == 1 ? [block] : new Clusters(matching, Account.InOrder(block, matching), pairs).Groups();

    private bool AreOfOneGroup(IReadOnlyList<Report> reports)
    {
        var (root, family) = (acts.Root(reports[0].Act), matching.FamilyOf(reports[0]));
        return reports.All(report => acts.Root(report.Act) == root && matching.FamilyOf(report) == family);
    }

    private Func<LocalDate, IReadOnlyList<Event>> KnownOn(FoldInput input) => new KnownParts(acts, matching, tellers, input).On;

    private IEnumerable<Event> EventsOfBlock(IReadOnlyList<Report> block, RuledPairs pairs, IReadOnlyList<Ruling> rulings, IReadOnlyDictionary<string, PageOrigin> origins)
    {
        var merging = new Merging(acts, matching, tellers, new(block, rulings, origins));
        return GroupsOfBlock(block, pairs).Select(merging.EventOf);
    }

    /// <summary>Reports in sets that no match leads out of; each in order of id.</summary>
    private IEnumerable<IReadOnlyList<Report>> Blocks(Report[] reports, RuledPairs pairs)
    {
        var sets = new DisjointSets(reports.Length);
        JoinRuled(reports, pairs, sets);
        if (reports.Length <= Few) JoinPairs(reports, sets);
        else JoinCells(reports, sets);
        return sets.All().Select(block => (IReadOnlyList<Report>)[.. block.Select(i => reports[i])]);
    }

    private static void JoinRuled(Report[] reports, RuledPairs pairs, DisjointSets sets)
    {
        if (pairs.IsEmpty) return;
        var numbers = reports.Select((report, i) => (report.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        for (var i = 0; i < reports.Length; i++)
        {
            foreach (var other in pairs.MergedWith(reports[i].Id))
            {
                if (numbers.TryGetValue(other, out var number)) sets.Join(i, number);
            }
        }
    }

    private void JoinPairs(Report[] reports, DisjointSets sets)
    {
        var (roots, actors) = (Array.ConvertAll(reports, report => acts.Root(report.Act)), Array.ConvertAll(reports, matching.Actors));
        for (var i = 1; i < reports.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (sets.Of(i) != sets.Of(j) && ShareCell(i, j) && matching.MayBeOne(reports[j], reports[i])) sets.Join(i, j);
            }
        }

        // Whether two have places in one cell, on whatever days, as far as they can be of one event: see PlacesOf.
        bool ShareCell(int i, int j) => roots[i] == roots[j] && (reports[i].Agreement is { } agreement && agreement == reports[j].Agreement || Matching.Share(actors[i], actors[j]));
    }

    private void JoinCells(Report[] reports, DisjointSets sets)
    {
        var cells = new Dictionary<string, Meeting>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Length; i++)
        {
            var places = PlacesOf(reports[i]);
            var key = places.Count == 0 ? default : matching.KeyOf(reports[i]);
            foreach (var place in places)
            {
                if (!cells.TryGetValue(place.Cell, out var cell)) cells[place.Cell] = cell = new(matching.MayBeOne, (a, b) => sets.Join((int)a, (int)b), (a, b) => sets.Of((int)a) == sets.Of((int)b));
                cell.Add(i, reports[i], key, place, hasChanged: true);
            }
        }
        foreach (var cell in cells.Values) cell.Join();
    }

    /// <summary>
    /// The 128-bit hash of Fowler, Noll and Vo (FNV-1a), 32 hexadecimal digits: nobody makes tables of acts that collide, and a cryptographic one costs the start of every command the library that gives it.
    /// </summary>
    private static string VersionOf(ActTable acts, Newsrooms newsrooms)
    {
        var hash = new UInt128(0x6c62272e07bb0142, 0x62b821756295c58d);
        var prime = new UInt128(0x0000000001000000, 0x000000000000013b);
        var text = string.Join(' ', [Rules, newsrooms.Version, .. acts.All.Select(act => $"{act.Id}:{act.Plover}:{act.Group}:{act.Symmetric}:{string.Join("+", act.FinerThan)}")]);
        foreach (var part in System.Text.Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ part) * prime);
        return hash.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
    }
}
