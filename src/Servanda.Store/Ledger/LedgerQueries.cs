// Questions to the ledger.
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

public sealed partial class LedgerStore
{
    private const int Page = 500;

    /// <summary>
    /// The events that <paramref name="query"/> asks for, by first possible day (undated ones last), then by id. They are read a few hundred at a time while they are taken.
    /// </summary>
    public IEnumerable<Event> Events(EventQuery query)
    {
        RequireMerged();
        return query.KnownAt is not { } day ? new EventQueries(database).Of(query) : database.Read(() => PartialFold.On(database, folding, day).Of(query));
    }

    /// <summary>
    /// The events of an agreement of the acts of <see cref="Folding.CourseActs"/>, in the order of <see cref="Events"/>, with what says where the parties stand: an event's pages, variants, persons, object,
    /// rulings, how its date was found and what it answers are left out.
    /// </summary>
    public IReadOnlyList<Event> CourseOf(string agreement)
    {
        RequireMerged();
        var rows = new CourseRows(database, folding);
        return database.Read<IReadOnlyList<Event>>(() => rows.AreThere() ? rows.Of(agreement) : [.. new EventQueries(database).Of(new() { Agreement = agreement, Acts = folding.CourseActs })]);
    }

    /// <summary>The first day on which all that the ledger holds was known: every report told and every ruling made (UTC); null where a report does not say when it was told, or there is none.</summary>
    public LocalDate? AllKnownFrom() => database.Read(() =>
    {
        if (database.Number("select count(*) from (select 1 from block where known_last is null limit 1) b") > 0) return null;
        var told = database.Query("select max(known_last) from block", row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0))[0];
        var ruled = database.Query("select max(made) from ruling", row => row.IsDBNull(0) ? (LocalDate?)null : InstantPattern.ExtendedIso.Parse(row.GetString(0)).Value.InUtc().Date)[0];
        return Days.From(told) is not { } last ? (LocalDate?)null : ruled is { } made && made > last ? made : last;
    });

    /// <summary>How many events a query without a day of knowledge gives.</summary>
    public int Count(EventQuery query)
    {
        RequireMerged();
        return new EventQueries(database).Numbers(query).Count;
    }

    /// <summary>The events, each with its reports, their pages and their evidence word for word, in the order of <see cref="Events"/>.</summary>
    public IEnumerable<EventFile> Files(EventQuery query) => Events(query).Chunk(Page / 5).SelectMany(events => new EventFiles(database).Of(events));

    /// <summary>One event with all who tell of it; null where there is no event of just this id.</summary>
    public EventFile? File(string id)
    {
        RequireMerged();
        return new EventQueries(database).ById(id) is { } found ? new EventFiles(database).Of([found]).Single() : null;
    }

    /// <summary>The events that the reports of one event make up when only what was known on a day counts; none where nothing of it was known.</summary>
    public IReadOnlyList<Event> KnownOn(string eventId, LocalDate day)
    {
        RequireMerged();
        return database.Read(() => PartialFold.On(database, folding, day).OfEvent(eventId));
    }

    /// <summary>The agreements that most events are about, at most so many, the most told of first.</summary>
    public IReadOnlyList<string> LargestDockets(int count) => database.Query(
        "select agreement from event where agreement is not null group by agreement order by count(*) desc, agreement limit @limit", row => row.GetString(0), ("@limit", count));

    /// <summary>The events of an agreement as <see cref="KnownDockets"/> asks them.</summary>
    public DocketRows Docket(string agreement)
    {
        RequireMerged();
        return database.Read(() =>
        {
            var ruled = PartialFold.RuledBlocks(database);
            var (blocks, places) = (new List<DocketBlock>(), new Dictionary<long, int>());
            foreach (var block in database.Query(
                "select no, inputs, known_first, known_last from block where no in (select block from event where agreement = @agreement) order by no",
                row => new DocketBlock(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3), ruled.Contains(row.GetInt64(0))), ("@agreement", agreement)))
            {
                places[block.No] = blocks.Count;
                blocks.Add(block);
            }
            var rows = database.Query(
                $"select e.no, e.id, e.block from event e where e.agreement = @agreement order by {EventQueries.Order}", row => new DocketRow(row.GetInt64(0), row.GetString(1), places[row.GetInt64(2)]), ("@agreement", agreement));
            return new DocketRows(agreement, rows, blocks);
        });
    }

    /// <summary>What the events of these blocks are folded from, as far as they are still what they were.</summary>
    internal IReadOnlyList<(string Inputs, FoldInput Input)> Inputs(IReadOnlyList<DocketBlock> blocks) => database.Read(() =>
    {
        var list = database.List(blocks.Select(block => block.No));
        var now = database.Query($"select no, inputs from block where {database.In("no", "@blocks")}", row => (No: row.GetInt64(0), Inputs: row.GetString(1)), ("@blocks", list)).ToDictionary(row => row.No, row => row.Inputs);
        var rows = database.Query($"select m.block, r.content from membership m join report r on r.no = m.report where {database.In("m.block", "@blocks")}", row => (Block: row.GetInt64(0), Content: LedgerDatabase.Bytes(row, 1)), ("@blocks", list));
        var reports = rows.ConvertAll(row => (row.Block, Report: LedgerText.Report(row.Content))).ToLookup(row => row.Block, row => row.Report);
        var origins = EventMerger.OriginsOf(database, reports.SelectMany(block => block).Select(report => report.Page));
        return blocks.Where(block => now.GetValueOrDefault(block.No) == block.Inputs).Select(block => (block.Inputs, Input: Of([.. reports[block.No]]))).ToList();

        FoldInput Of(List<Report> told) => new(told, [], told.Select(report => report.Page).Distinct(StringComparer.Ordinal).Where(origins.ContainsKey).ToDictionary(page => page, page => origins[page], StringComparer.Ordinal));
    });

    /// <summary>The events that the reports of these blocks make up when only what was known on a day counts; what they answer is left out.</summary>
    internal IReadOnlyList<Event> EventsOfBlocks(IReadOnlyList<long> blocks, LocalDate day) => database.Read(() => PartialFold.On(database, folding, day).OfBlocks(blocks));

    internal IReadOnlyList<(long No, Event Event)> EventsByNumber(IReadOnlyList<long> numbers) => database.Query(
        $"select no, content from event where {database.In("no", "@events")}", row => (row.GetInt64(0), LedgerText.Event(LedgerDatabase.Bytes(row, 1))), ("@events", database.List(numbers)));

    /// <summary>What decides which of these pages are independent tellers, by page.</summary>
    public IReadOnlyDictionary<string, PageOrigin> Origins(IEnumerable<string> pages) => database.Read(() => EventMerger.OriginsOf(database, pages));

    /// <summary>The official documents in the ledger, by the id of their report.</summary>
    public IReadOnlyList<Report> Records() => database.Read(() =>
    {
        // Two steps: as one the database would go through all reports to have them in order.
        var readings = database.Query("select no from reading where live = 1 and coder >= 'record ' and coder < 'record!' order by no", row => row.GetInt64(0));
        return database.Query($"select content from report where {database.In("reading", "@readings")} order by id", row => LedgerText.Report(row.GetString(0)), ("@readings", database.List(readings)));
    });

    /// <summary>The events that a ledger without these pages and without the rulings made since would have.</summary>
    public IReadOnlyList<Event> EventsWithout(IReadOnlyCollection<string> pages, Instant rulingsSince, EventQuery query)
    {
        RequireMerged();
        var left = pages.ToHashSet(StringComparer.Ordinal);
        return database.Read(() => new PartialFold(database, folding, report => !left.Contains(report.Page), ruling => ruling.Made < rulingsSince).Of(query));
    }

    /// <summary>The pages whose first reading was written at or after an instant, by id.</summary>
    public IReadOnlyList<string> PagesSince(Instant since) => database.Query(
        "select p.id from page p join reading r on r.page = p.no group by p.id having min(r.read_at) >= @since order by p.id", row => row.GetString(0), ("@since", InstantPattern.ExtendedIso.Format(since)));

    /// <summary>What an id stands for, or the beginning of one (4 characters or more).</summary>
    public FindResult Find(string idOrPrefix)
    {
        RequireMerged();
        return database.Read(() => new IdLookup(database).Of(idOrPrefix));
    }

    /// <summary>All live reports, by id.</summary>
    public IEnumerable<Report> LiveReports()
    {
        for (var after = ""; ;)
        {
            var page = database.Query(
                "select content from report where live = 1 and id > @after order by id limit @limit", row => LedgerText.Report(row.GetString(0)), ("@after", after), ("@limit", Page));
            foreach (var report in page) yield return report;
            if (page.Count < Page) yield break;
            after = page[^1].Id;
        }
    }

    /// <summary>The live reports with these ids, by id.</summary>
    public IReadOnlyList<Report> Reports(IEnumerable<string> ids) => database.Query(
        $"select content from report where live = 1 and {database.In("id", "@ids")} order by id", row => LedgerText.Report(row.GetString(0)), ("@ids", database.List(ids)));

    /// <summary>The live reading of a page, by the page's id or the beginning of one, or by a name it was read under; null where there is none or more than one.</summary>
    public StoredReading? Reading(string pageOrName) => database.Read(() => new EventFiles(database).Reading(pageOrName));

    /// <summary>The live readings of all pages, by the page's id, some hundred at a time.</summary>
    public IEnumerable<PageReading> Readings() => Readings(LiveReadings().Select(live => live.Page));

    /// <summary>The live readings of these pages, in their order, some hundred at a time.</summary>
    public IEnumerable<PageReading> Readings(IEnumerable<string> pages) => pages.Chunk(Page / 2).SelectMany(portion => new EventFiles(database).Readings(portion)).Select(Reading);

    /// <summary>The ids of all pages with a live reading, by page, with that of the reading.</summary>
    public IReadOnlyList<(string Page, string Reading)> LiveReadings() =>
        database.Query("select p.id, r.id from page p join reading r on r.page = p.no and r.live = 1 order by p.id", row => (row.GetString(0), row.GetString(1)));

    /// <summary>Something that is another after every change to the ledger, and costs nothing to ask: answers that are kept for a while go by it.</summary>
    public string Stamp() => database.Guarded(database.Stamp);

    /// <summary>Every page with a live reading, by id.</summary>
    public IEnumerable<PageCard> Pages()
    {
        for (var after = ""; ;)
        {
            var ids = database.Query("select p.id from page p join reading r on r.page = p.no and r.live = 1 where p.id > @after order by p.id limit @limit", row => row.GetString(0), ("@after", after), ("@limit", Page));
            foreach (var card in new EventFiles(database).Cards(ids).Values.OrderBy(card => card.Id, StringComparer.Ordinal)) yield return card;
            if (ids.Count < Page) yield break;
            after = ids[^1];
        }
    }

    /// <summary>What is known of these pages without their text, by id; those without a live reading are left out.</summary>
    public IReadOnlyDictionary<string, PageCard> Cards(IEnumerable<string> pages) => database.Read(() =>
        pages.Distinct(StringComparer.Ordinal).Chunk(Page).SelectMany(portion => new EventFiles(database).Cards(portion)).ToDictionary(card => card.Key, card => card.Value, StringComparer.Ordinal));

    /// <summary>Stories that hold all the words, best first; words in double quotes as a phrase. Accents and case do not count.</summary>
    public IReadOnlyList<SearchHit> Search(string words, int limit = 20)
    {
        var phrases = SearchWords.Phrases(words);
        return database.Read(() => new StorySearch(database).Of(phrases, limit));
    }

    /// <summary>What became of events since an instant, in the order in which it happened.</summary>
    public IReadOnlyList<LedgerChange> Changes(Instant since)
    {
        RequireMerged();
        return database.Query(
            "select at, event, kind, by from change where at >= @since order by no", row => new LedgerChange(InstantPattern.ExtendedIso.Parse(row.GetString(0)).Value, row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            ("@since", InstantPattern.ExtendedIso.Format(since)));
    }

    /// <summary>The events that reading or ruling made or changed last, the latest first.</summary>
    public IReadOnlyList<Event> LatestEvents(int count)
    {
        RequireMerged();
        return database.Read<IReadOnlyList<Event>>(() =>
        {
            var queries = new EventQueries(database);
            var ids = database.Query("select event from change where kind <> 'superseded' order by no desc limit @limit", row => row.GetString(0), ("@limit", count * 8)).Distinct(StringComparer.Ordinal);
            return [.. ids.Select(queries.ById).OfType<Event>().Take(count)];
        });
    }

    /// <summary>All rulings, by the time they were made, each with the live reports it stands on.</summary>
    public IReadOnlyList<StoredRuling> Rulings() => database.Query(
        "select g.content, d.position, d.report from ruling g join ruled d on d.ruling = g.no order by g.made, g.id, d.position", row => (Content: row.GetString(0), Live: row.IsDBNull(2) ? null : row.GetString(2)))
        .GroupBy(row => row.Content, StringComparer.Ordinal).Select(rows =>
        {
            var ruling = LedgerText.Ruling(rows.Key);
            return new StoredRuling(ruling, [.. ruling.Reports.Concat(ruling.Against).Zip(rows.Select(row => row.Live))]);
        }).ToList();

    /// <summary>The rulings that stand on a live report today.</summary>
    public IReadOnlyList<Ruling> RulingsOn(string report) => RulingAttachment.On(database, [report]);

    /// <summary>The rulings that stand on any live report, by id, naming the reports as they are today.</summary>
    public IReadOnlyList<Ruling> StandingRulings() =>
        [.. RulingAttachment.On(database, database.Query("select distinct report from ruled where report is not null", row => row.GetString(0))).OrderBy(ruling => ruling.Id, StringComparer.Ordinal)];

    /// <summary>What was read, by outlet and month, and what was not understood: of the pages that tell of a docket's events, or of all.</summary>
    public Coverage Coverage(EventQuery? docket = null) => database.Read(() =>
        new CoverageCount(database).Of(docket is null ? null : [.. Events(docket).SelectMany(e => e.Pages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));

    /// <summary>Pages that could not be read, by path.</summary>
    public IReadOnlyList<Reject> Rejects() => database.Query(
        "select name, path, record_offset, code, reason from reject order by path, record_offset, name, code",
        row => new Reject(new Sighting(row.GetString(0), row.GetString(1), row.GetInt64(2) < 0 ? null : row.GetInt64(2)), row.GetString(3), row.GetString(4)));

    public LedgerStatistics Statistics() => database.Read(() => new LedgerStatistics(
        database.Number("select count(*) from reading where live = 1"), database.Number("select count(*) from reading"), database.Number("select count(*) from report where live = 1"),
        database.Number("select count(*) from event"), database.Number("select count(*) from ruling"), database.Number("select count(*) from reject"), database.Number("select count(*) from dirty")));

    /// <summary>A ledger whose last reading was cut off before merging answers only after it has been merged, which takes a ledger open for writing.</summary>
    private void RequireMerged()
    {
        if (database.Guarded(new EventMerger(database, folding).IsNeeded))
            throw new LedgerException(LedgerFault.Unmerged, $"The ledger {Name} holds readings that are not merged yet; open it for writing and merge.") { Ledger = Name };
    }
}
