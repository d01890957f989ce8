// Events folded from a part of the reports and rulings: as they were known on a day, or before pages were read.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// What a ledger fed only with these would answer. The other reports of a block are left out before it is folded; a block never needs another one, since
/// leaving reports out only takes blocks apart.
/// </summary>
internal sealed class PartialFold(LedgerDatabase database, Folding folding, Func<Report, bool> counts, Func<Ruling, bool> stands)
{
    private const int Portion = 200;

    private readonly Dictionary<string, string> eventOfReport = new(StringComparer.Ordinal);
    private readonly HashSet<long> foldedBlocks = [];

    /// <summary>As known on a day: reports of pages that had come out by then, rulings made by then.</summary>
    public static PartialFold On(LedgerDatabase database, Folding folding, LocalDate known) =>
        new(database, folding, report => report.Told?.Latest is { } last && last <= known, ruling => ruling.MadeOn <= known);

    public IReadOnlyList<Event> Of(EventQuery query)
    {
        var blocks = new EventQueries(database).Blocks(query).Concat(database.Query("select distinct m.block from ruled d join report r on r.id = d.report and r.live = 1 join membership m on m.report = r.no", row => row.GetInt64(0)))
            .Distinct().ToList();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = EventQuery.InOrder(Fold(blocks, answers).Where(query.Holds));
        FoldAnswered(events, answers);
        return [.. events.Select(e => e with { InResponseTo = Answered(e, answers) })];
    }

    /// <summary>What the reports of one event's block make up, as far as reports of that event are among them; by id.</summary>
    public IReadOnlyList<Event> OfEvent(string id)
    {
        var today = new EventQueries(database).ById(id)?.Reports.ToHashSet(StringComparer.Ordinal) ?? [];
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = Fold(database.Query("select block from event where id = @id", row => row.GetInt64(0), ("@id", id)), answers).Where(e => e.Reports.Any(today.Contains)).ToList();
        FoldAnswered(events, answers);
        return [.. events.OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => e with { InResponseTo = Answered(e, answers) })];
    }

    private string[] Answered(Event e, Dictionary<string, string> answers) =>
    [
        .. e.Reports.Where(answers.ContainsKey).Select(report => eventOfReport.GetValueOrDefault(answers[report])).OfType<string>().Where(id => id != e.Id)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Folds the blocks of the reports that these events answer, where that has not been done yet.</summary>
    private void FoldAnswered(IReadOnlyList<Event> events, Dictionary<string, string> answers)
    {
        var missing = events.SelectMany(e => e.Reports).Where(answers.ContainsKey).Select(report => answers[report]).Where(report => !eventOfReport.ContainsKey(report)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count == 0) return;
        var blocks = database.Query($"select distinct m.block from report r join membership m on m.report = r.no where r.live = 1 and {database.In("r.id", "@ids")}", row => row.GetInt64(0), ("@ids", database.List(missing)));
        foreach (var _ in Fold(blocks, answers))
        {
        }
    }

    private IEnumerable<Event> Fold(IEnumerable<long> blocks, Dictionary<string, string> answers)
    {
        foreach (var portion in blocks.Where(foldedBlocks.Add).Chunk(Portion))
        {
            var reports = database.Query(
                $"select m.block, r.content from membership m join report r on r.no = m.report where {database.In("m.block", "@blocks")}",
                row => (Block: row.GetInt64(0), Report: LedgerText.Report(row.GetString(1))), ("@blocks", database.List(portion))).Where(row => counts(row.Report)).ToList();
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
