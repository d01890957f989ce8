// Events folded from a part of the reports and rulings: as they were known on a day, or before pages were read.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// What a ledger fed only with these would answer. The other reports of a block are left out before it is folded; a block never needs another one, since
/// leaving reports out only takes blocks apart. A block of which all was known on the day, and on which nobody has ruled, is as it stands in the ledger; one of which nothing was known gives nothing.
/// </summary>
/// <param name="known">The day of knowledge that <paramref name="counts"/> and <paramref name="stands"/> mean; null: another part of the ledger.</param>
internal sealed class PartialFold(LedgerDatabase database, Folding folding, Func<Report, bool> counts, Func<Ruling, bool> stands, LocalDate? known = null)
{
    private const int Portion = 200;

    private readonly EventQueries queries = new(database);
    private readonly Dictionary<string, string> eventOfReport = new(StringComparer.Ordinal);
    private readonly HashSet<long> foldedBlocks = [];
    private readonly Lazy<HashSet<long>> ruledBlocks = new(() => RuledBlocks(database));

    /// <summary>The blocks that a ruling stands in.</summary>
    public static HashSet<long> RuledBlocks(LedgerDatabase database) => [.. database.Query(
        // From the rulings down, of which there are few: as one join the database would go through all memberships.
        "select distinct block from membership where report in (select no from report where live = 1 and id in (select report from ruled where report is not null))", row => row.GetInt64(0))];

    /// <summary>As known on a day: reports of pages that had come out by then, rulings made by then.</summary>
    public static PartialFold On(LedgerDatabase database, Folding folding, LocalDate known) =>
        new(database, folding, report => report.Told?.Latest is { } last && last <= known, ruling => ruling.MadeOn <= known, known);

    public IReadOnlyList<Event> Of(EventQuery query)
    {
        var (whole, open) = Sorted(queries.Blocks(query).Concat(ruledBlocks.Value));
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var standing = queries.Numbers(query with { KnownAt = null }, whole).Chunk(Portion).SelectMany(portion => Stored(portion, answers));
        var events = EventQuery.InOrder(Fold(open, answers).Where(query.Holds).Concat(standing));
        FoldAnswered(events, answers);
        return [.. events.Select(e => e with { InResponseTo = Answered(e, answers) })];
    }

    /// <summary>What the reports of these blocks make up, in any order; what they answer is left out.</summary>
    public IReadOnlyList<Event> OfBlocks(IReadOnlyCollection<long> blocks)
    {
        var (whole, open) = Sorted(blocks);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. Fold(open, answers), .. Stored([.. queries.Numbers(EventQuery.All, whole)], answers)];
    }

    /// <summary>What the reports of one event's block make up, as far as reports of that event are among them; by id.</summary>
    public IReadOnlyList<Event> OfEvent(string id)
    {
        var today = database.Query("select no, block from event where id = @id", row => (No: row.GetInt64(0), Block: row.GetInt64(1)), ("@id", id));
        var (whole, open) = Sorted(today.Select(row => row.Block));
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var reports = queries.ById(id)?.Reports.ToHashSet(StringComparer.Ordinal) ?? [];
        var events = whole.Count > 0 ? Stored([.. today.Select(row => row.No)], answers) : [.. Fold(open, answers).Where(e => e.Reports.Any(reports.Contains))];
        FoldAnswered(events, answers);
        return [.. events.OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e with { InResponseTo = Answered(e, answers) })];
    }

    /// <summary>Blocks that are as they stand in the ledger, and those to be folded; blocks of which nothing counts are in neither.</summary>
    private (HashSet<long> Whole, List<long> Open) Sorted(IEnumerable<long> blocks)
    {
        var all = blocks.Distinct().ToList();
        if (Days.Of(known) is not { } day) return ([], all);
        var (whole, open) = (new HashSet<long>(), new List<long>());
        foreach (var portion in all.Chunk(10 * Portion))
        {
            foreach (var (no, first, last) in database.Query($"select no, known_first, known_last from block where {database.In("no", "@blocks")}", row => (row.GetInt64(0), Day(row, 1), Day(row, 2)), ("@blocks", database.List(portion))))
            {
                if (ruledBlocks.Value.Contains(no)) open.Add(no);
                else if (last <= day) whole.Add(no);
                else if (first <= day) open.Add(no);
            }
        }
        return (whole, open);

        static long? Day(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }

    private List<Event> Stored(IReadOnlyList<long> events, Dictionary<string, string> answers)
    {
        foreach (var (report, answered) in database.Query(
            $"select r.id, a.answers from membership m join answer a on a.report = m.report join report r on r.no = m.report where {database.In("m.event", "@events")}", row => (row.GetString(0), row.GetString(1)), ("@events", database.List(events))))
            answers[report] = answered;
        return queries.ByNumber(events);
    }

    private string[] Answered(Event e, Dictionary<string, string> answers) =>
    [
        .. e.Reports.Where(answers.ContainsKey).Select(report => eventOfReport.GetValueOrDefault(answers[report])).OfType<string>().Where(id => id != e.Id)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Finds out in which events the reports are that these events answer.</summary>
    private void FoldAnswered(IReadOnlyList<Event> events, Dictionary<string, string> answers)
    {
        var missing = events.SelectMany(e => e.Reports).Where(answers.ContainsKey).Select(report => answers[report]).Where(report => !eventOfReport.ContainsKey(report)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count == 0) return;
        var places = database.Query(
            $"select r.id, m.block, e.id from report r join membership m on m.report = r.no left join event e on e.no = m.event where r.live = 1 and {database.In("r.id", "@ids")}",
            row => (Report: row.GetString(0), Block: row.GetInt64(1), Event: row.IsDBNull(2) ? null : row.GetString(2)), ("@ids", database.List(missing)));
        var (whole, open) = Sorted(places.Select(place => place.Block));
        foreach (var (report, block, id) in places)
        {
            if (id is not null && whole.Contains(block)) eventOfReport[report] = id;
        }
        foreach (var _ in Fold(open, answers))
        {
        }
    }

    private IEnumerable<Event> Fold(IEnumerable<long> blocks, Dictionary<string, string> answers)
    {
        foreach (var portion in blocks.Where(foldedBlocks.Add).Chunk(Portion))
        {
            var rows = database.Query(
                $"select m.block, r.content from membership m join report r on r.no = m.report where {database.In("m.block", "@blocks")}",
                row => (Block: row.GetInt64(0), Content: LedgerDatabase.Bytes(row, 1)), ("@blocks", database.List(portion)));
            var reports = SideBySide.Of(rows, row => (row.Block, Report: LedgerText.Report(row.Content))).Where(row => counts(row.Report)).ToList();
            foreach (var (_, report) in reports)
            {
                if (report.InResponseTo is { } answered) answers[report.Id] = answered;
            }
            var rulings = Standing([.. reports.Select(row => row.Report)]);
            var origins = EventMerger.OriginsOf(database, reports.Select(row => row.Report.Page));
            foreach (var block in reports.GroupBy(row => row.Block))
            {
                foreach (var e in folding.Events(new([.. block.Select(row => row.Report)], rulings, origins)))
                {
                    foreach (var report in e.Reports) eventOfReport[report] = e.Id;
                    yield return e;
                }
            }
        }
    }

    /// <summary>The rulings on these reports that count: a ruling that also names a report which does not could not have been made.</summary>
    private List<Ruling> Standing(IReadOnlyList<Report> reports)
    {
        var rulings = RulingAttachment.On(database, [.. reports.Select(report => report.Id)]).Where(stands).ToList();
        if (rulings.Count == 0) return rulings;
        var there = reports.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        var elsewhere = rulings.SelectMany(Named).Where(id => !there.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        there.UnionWith(database.Query($"select content from report where live = 1 and {database.In("id", "@ids")}", row => LedgerText.Report(row.GetString(0)), ("@ids", database.List(elsewhere))).Where(counts).Select(report => report.Id));
        return [.. rulings.Where(ruling => Named(ruling).All(there.Contains))];

        static IEnumerable<string> Named(Ruling ruling) => ruling.Reports.Concat(ruling.Against).Select(report => report.Id);
    }
}
