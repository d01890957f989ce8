// Some sets of reports on their way to becoming events: read from the database, then folded without it.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>A closed set of reports, the blocks that it takes the place of, the hash of its inputs and its events, each also as it is stored.</summary>
internal sealed record Folded(IReadOnlyList<long> Blocks, List<RawReport> Live, string Inputs, IReadOnlyList<(Event Event, string Content)> Events);

internal sealed record StoredEvent(string Id, long Block, string Content);

/// <summary>All that folding a portion needs.</summary>
internal sealed class PortionFold
{
    /// <summary>The reports of a set of so many are read side by side.</summary>
    private const int Large = 500;

    private readonly Folding folding;
    private readonly List<ReportSet> sets;
    private readonly ILookup<long, long> memberships;
    private readonly List<List<long>> members;
    private readonly Dictionary<long, byte[]> contents;
    private readonly IReadOnlyList<Ruling> rulings;
    private readonly Dictionary<string, KnownOrigin> known;
    private readonly Dictionary<long, string> inputs;
    private readonly BlockInputs blockInputs;

    private PortionFold(LedgerDatabase database, Folding folding, LiveReports reports, KnownOrigins origins, List<ReportSet> sets)
    {
        (this.folding, this.sets) = (folding, sets);
        blockInputs = new(folding.Version);
        var blocks = sets.SelectMany(set => set.Blocks).ToList();
        var list = database.List(blocks);
        Before = blocks.Count == 0 ? [] : database.Query($"select id, block, content from event where {database.In("block", "@blocks")}", row => new StoredEvent(row.GetString(0), row.GetInt64(1), row.GetString(2)), ("@blocks", list));
        memberships = (blocks.Count == 0 ? [] : database.Query($"select report, block from membership where {database.In("block", "@blocks")}", row => (Report: row.GetInt64(0), Block: row.GetInt64(1)), ("@blocks", list))).ToLookup(row => row.Block, row => row.Report);
        inputs = (blocks.Count == 0 ? [] : database.Query($"select no, inputs from block where {database.In("no", "@blocks")}", row => (No: row.GetInt64(0), Inputs: row.GetString(1)), ("@blocks", list))).ToDictionary(row => row.No, row => row.Inputs);
        members = [.. sets.Select(set => set.Blocks.Count == 0 ? [.. set.Reports] : set.Reports.Concat(set.Blocks.SelectMany(block => memberships[block])).Distinct().ToList())];
        var rows = reports.RawOf(members.SelectMany(set => set).Distinct()).ToList();
        contents = rows.ToDictionary(row => row.No, row => row.Content);
        rulings = reports.HasRulings ? RulingAttachment.On(database, [.. rows.Select(row => row.Id)]) : [];
        known = origins.Of(rows.Select(row => row.Reading).Distinct());
    }

    /// <summary>The events that the portion's blocks had until now.</summary>
    public List<StoredEvent> Before { get; }

    public static PortionFold Read(LedgerDatabase database, Folding folding, LiveReports reports, KnownOrigins origins, List<ReportSet> sets) => new(database, folding, reports, origins, sets);

    /// <summary>The sets whose inputs have changed, with their events. Sets are folded side by side and kept in their order.</summary>
    public List<Folded> Run()
    {
        var origins = known.ToDictionary(one => one.Key, one => one.Value.Origin, StringComparer.Ordinal);
        return [.. SideBySide.Of(Enumerable.Range(0, sets.Count).ToList(), i => Fold(i, origins)).OfType<Folded>()];
    }

    private Folded? Fold(int set, Dictionary<string, PageOrigin> origins)
    {
        var told = members[set].Where(contents.ContainsKey).ToList();
        var live = told.Count < Large ? told.ConvertAll(Raw) : SideBySide.Of(told, Raw);
        live.Sort((a, b) => string.CompareOrdinal(a.Report.Id, b.Report.Id));
        var input = new FoldInput([.. live.Select(report => report.Report)], RulingsOn(live), origins);
        var hash = blockInputs.Of(live, known, input.Rulings);
        if (sets[set].Blocks is [var only] && inputs.GetValueOrDefault(only) == hash && memberships[only].Count() == live.Count) return null;
        var events = live.Count == 0 ? [] : folding.Events(input);
        return new(sets[set].Blocks, live, hash, [.. events.Select(e => (e, LedgerText.Of(e)))]);
    }

    private RawReport Raw(long no) => new(no, LedgerText.Report(contents[no]), contents[no]);

    private IReadOnlyList<Ruling> RulingsOn(List<RawReport> live)
    {
        if (rulings.Count == 0) return [];
        var ids = live.Select(report => report.Report.Id).ToHashSet(StringComparer.Ordinal);
        return [.. rulings.Where(ruling => ruling.Reports.Concat(ruling.Against).Any(report => ids.Contains(report.Id)))];
    }
}
