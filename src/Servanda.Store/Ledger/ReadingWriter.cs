// Readings into the ledger, a batch in one transaction: pages once, readings never changed, one reading of each page live.
using NodaTime;
using NodaTime.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Stores readings and marks what merging has to look at; it merges nothing itself.</summary>
internal sealed class ReadingWriter(LedgerDatabase database, Folding folding)
{
    private static readonly string[] SightingColumns = ["page", "name", "path", "record_offset", "address", "captured", "published", "outlet"];

    private static readonly string[] ReadingColumns =
        ["no", "id", "page", "coder", "live", "hinted", "captured", "read_at", "language", "title", "outlet", "told", "credits", "signature", "text", "map", "content"];

    public WriteSummary Write(ReadBatch batch, Instant readAt) => Write(batch, ReadyReading.Of(batch, folding), readAt);

    /// <param name="ready">The batch's readings.</param>
    public WriteSummary Write(ReadBatch batch, IReadOnlyList<ReadyReading> ready, Instant readAt) => database.Write(() =>
    {
        var at = InstantPattern.ExtendedIso.Format(readAt);
        WriteRejects(batch.Rejects, at);
        SeeAgain(batch.Known);
        foreach (var place in batch.Places) ArchivePlaces.Write(database, place);
        return WriteReadings(ready, batch.Judgement, at) + new WriteSummary(0, 0, batch.Known.Count, 0, 0, batch.Rejects.Count);
    });

    public bool Knows(string page, string reading)
    {
        var ofPage = database.Query("select page, no, id, coder, live, hinted, captured from reading where page = (select no from page where id = @page)", Known.Of, ("@page", page));
        return ofPage.Find(one => one.Id == reading) is { } known && (known.Live || ofPage.Find(one => one.Live) is { } live && !known.TakesThePlaceOf(live));
    }

    private WriteSummary WriteReadings(IReadOnlyList<ReadyReading> readings, Judgement? judgement, string at)
    {
        if (readings.Count == 0) return default;
        var pages = WritePages([.. readings.Select(ready => ready.Reading)]);
        database.LockPages(pages.Values);
        var known = ReadingsOf(pages.Values);
        var added = new List<Known>();
        int unchanged = 0, replaced = 0;
        foreach (var ready in readings)
        {
            var reading = ready.Reading;
            var page = pages[reading.Story.Page];
            if (!known.TryGetValue(page, out var ofPage)) known[page] = ofPage = [];
            var candidate = ofPage.Find(other => other.Id == reading.Id);
            if (candidate is { Live: true })
            {
                unchanged++;
                continue;
            }
            if (candidate is null)
            {
                candidate = new Known(page, ready);
                ofPage.Add(candidate);
                added.Add(candidate);
            }
            var live = ofPage.Find(other => other.Live);
            if (live is not null && !candidate.TakesThePlaceOf(live)) continue;
            if (live is not null) replaced++;
            live?.Live = false;
            candidate.Live = true;
        }
        var (reports, repeated) = WriteNew(added, judgement, at);
        foreach (var turned in known.Values.SelectMany(ofPage => ofPage).Where(reading => reading.No is not null && reading.Live != reading.WasLive)) Turn(turned);
        Reattach([.. known.Values.SelectMany(ofPage => ofPage).Where(reading => reading.Live && !reading.WasLive)]);
        return new(added.Count - Math.Min(replaced, added.Count), replaced, unchanged, reports, repeated, 0);
    }

    /// <summary>Takes a page out of the live ledger; its readings stay, for ids that were cited.</summary>
    public bool Remove(string page, bool rulingsToo) => database.Write(() =>
    {
        var found = database.Query("select no from page where id = @id", row => row.GetInt64(0), ("@id", page));
        if (found.Count == 0) return false;
        database.LockPages(found);
        foreach (var reading in database.Query("select no from reading where page = @page and live = 1", row => row.GetInt64(0), ("@page", found[0])))
        {
            database.Execute("update report set live = 0 where reading = @reading", ("@reading", reading));
            database.Execute("insert into dirty (report) select no from report where reading = @reading and not exists (select 1 from dirty where report = no)", ("@reading", reading));
            database.Execute("update reading set live = 0 where no = @reading", ("@reading", reading));
            database.TakeFromSearch([reading]);
        }
        var rulings = database.Query("select distinct ruling from ruled where page = @page", row => row.GetInt64(0), ("@page", page));
        RulingAttachment.MarkDirty(database, rulings);
        if (rulingsToo) RulingAttachment.Delete(database, rulings);
        else database.Execute("update ruled set report = null where page = @page", ("@page", page));
        // A page that was taken out must be found again when its archive is read again.
        database.Execute("delete from archive where path in (select path from sighting where page = @page)", ("@page", found[0]));
        database.Execute("delete from sighting where page = @page", ("@page", found[0]));
        return true;
    });

    private void WriteRejects(IReadOnlyList<Reject> rejects, string at)
    {
        foreach (var reject in rejects)
        {
            database.Execute(
                "insert into reject (path, record_offset, name, code, reason, read_at) values (@path, @offset, @name, @code, @reason, @at) on conflict (path, record_offset, name, code) do update set reason = @reason, read_at = @at",
                ("@path", reject.Sighting.Path), ("@offset", reject.Sighting.Offset ?? -1), ("@name", reject.Sighting.Name), ("@code", reject.Code), ("@reason", reject.Reason), ("@at", at));
        }
    }

    /// <summary>The numbers of the batch's pages, old and new, by id; their sightings are kept, and rejects of the same places forgotten.</summary>
    private Dictionary<string, long> WritePages(IReadOnlyList<PageReading> readings)
    {
        var formats = new Dictionary<string, PageFormat>(StringComparer.Ordinal);
        foreach (var reading in readings) formats[reading.Story.Page] = reading.Story.Format;
        var numbers = Numbered(formats.Keys);
        var missing = formats.Keys.Where(id => !numbers.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            var fresh = database.Numbers("page", missing.Count);
            database.Insert("page", ["no", "id", "format"], missing.Select((id, i) => new object?[] { fresh[i], id, formats[id].ToString() }), unlessThere: true);
            numbers = Numbered(formats.Keys);
        }
        database.Insert("sighting", SightingColumns, readings.Select(reading => RowOf(numbers[reading.Story.Page], reading.Sighting)), unlessThere: true);
        ForgetRejects(readings.Select(reading => reading.Sighting));
        return numbers;
    }

    private void SeeAgain(IReadOnlyList<(string Page, Sighting Sighting)> known)
    {
        if (known.Count == 0) return;
        var numbers = Numbered(known.Select(one => one.Page).Distinct(StringComparer.Ordinal));
        database.Insert("sighting", SightingColumns, known.Select(one => RowOf(numbers[one.Page], one.Sighting)), unlessThere: true);
        ForgetRejects(known.Select(one => one.Sighting));
    }

    private void ForgetRejects(IEnumerable<Sighting> read)
    {
        if (database.Number("select count(*) from (select 1 from reject limit 1) r") == 0) return;
        foreach (var seen in read.Distinct())
            database.Execute("delete from reject where path = @path and record_offset = @offset and name = @name", ("@path", seen.Path), ("@offset", seen.Offset ?? -1), ("@name", seen.Name));
    }

    private Dictionary<string, long> Numbered(IEnumerable<string> ids) =>
        database.Query($"select id, no from page where {database.In("id", "@ids")}", row => (Id: row.GetString(0), No: row.GetInt64(1)), ("@ids", database.List(ids)))
            .ToDictionary(page => page.Id, page => page.No, StringComparer.Ordinal);

    private static object?[] RowOf(long page, Sighting seen) =>
        [page, seen.Name, seen.Path, seen.Offset ?? -1, seen.Address ?? "", seen.Captured?.Text ?? "", seen.Published?.Text ?? "", seen.Outlet ?? ""];

    private Dictionary<long, List<Known>> ReadingsOf(IEnumerable<long> pages) =>
        database.Query($"select page, no, id, coder, live, hinted, captured from reading where {database.In("page", "@pages")}", Known.Of, ("@pages", database.List(pages)))
            .GroupBy(reading => reading.Page).ToDictionary(ofPage => ofPage.Key, ofPage => ofPage.OrderBy(reading => reading.No).ToList());

    private (int Reports, int Repeated) WriteNew(List<Known> added, Judgement? judgement, string at)
    {
        if (added.Count == 0) return (0, 0);
        var texts = WriteTexts(added);
        var numbers = database.Numbers("reading", added.Count);
        var readings = new List<object?[]>(added.Count);
        var reports = new List<(ReadyReport Ready, long Reading, bool Live)>();
        var repeated = 0;
        for (var i = 0; i < added.Count; i++)
        {
            var ready = added[i].Ready!;
            var reading = ready.Reading;
            var story = reading.Story;
            readings.Add(
            [
                numbers[i], reading.Id, added[i].Page, reading.CoderVersion, added[i].Live ? 1 : 0, added[i].Hinted ? 1 : 0, added[i].Captured, at, story.Language, story.Title, story.Outlet,
                reading.Told.When?.Text, string.Join('\n', story.Credits), ready.Signature, texts[i], ready.Map, ready.Content,
            ]);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var told in ready.Reports)
            {
                if (told.Report.Page != story.Page) throw new ArgumentException($"Report {told.Report.Id} stands on page {told.Report.Page}, but its reading is of page {story.Page}.");
                if (seen.Add(told.Report.Id)) reports.Add((told, numbers[i], added[i].Live));
                else repeated++;
            }
        }
        database.Insert("reading", ReadingColumns, readings);
        WriteReports(reports);
        if (judgement is not null) FindingText.Keep(database, judgement.Version, [.. added.Select((x, i) => (numbers[i], x.Ready!.Findings!))]);
        database.AddToSearch([.. added.Select((x, i) => (x.Live, Row: (numbers[i], x.Ready!.Title, x.Ready.Body))).Where(x => x.Live).Select(x => x.Row)]);
        return (reports.Count(report => report.Live), repeated);
    }

    private void WriteReports(List<(ReadyReport Ready, long Reading, bool Live)> reports)
    {
        var numbers = database.Numbers("report", reports.Count);
        database.Insert("report", ["no", "id", "reading", "live", "content"], reports.Select((x, i) => new object?[] { numbers[i], x.Ready.Report.Id, x.Reading, x.Live ? 1 : 0, x.Ready.Content }));
        database.Insert("answer", ["report", "answers"], reports.Select((x, i) => new object?[] { numbers[i], x.Ready.Report.InResponseTo }).Where(row => row[1] is not null));
        // Cell after cell, so that each part of the table is come to once.
        var places = reports.SelectMany((x, i) => x.Ready.Places.Select(place => (place.Cell, place.First, place.Last, Report: numbers[i]))).ToList();
        places.Sort((a, b) => string.CompareOrdinal(a.Cell, b.Cell) is not 0 and var order ? order : a.First.CompareTo(b.First));
        database.Insert("place", ["cell", "first", "report", "last"], places.Select(place => new object?[] { place.Cell, place.First, place.Report, place.Last }));
        database.Insert("dirty", ["report"], numbers.Where((_, i) => reports[i].Live).Select(no => new object?[] { no }));
    }

    /// <summary>The numbers of the stories' texts; a text that several readings share is kept once.</summary>
    private long[] WriteTexts(List<Known> added)
    {
        var hashes = added.Select(reading => reading.Ready!.TextHash).ToArray();
        var distinct = hashes.Select((hash, i) => (hash, i)).DistinctBy(x => x.hash).ToList();
        var fresh = database.Numbers("story_text", distinct.Count);
        database.Insert("story_text", ["no", "hash", "body"], distinct.Select((x, i) => new object?[] { fresh[i], x.hash, added[x.i].Ready!.Reading.Story.Text }), unlessThere: true);
        var numbers = database.Query($"select hash, no from story_text where {database.In("hash", "@hashes")}", row => (Hash: row.GetString(0), No: row.GetInt64(1)), ("@hashes", database.List(distinct.Select(x => x.hash))))
            .ToDictionary(text => text.Hash, text => text.No, StringComparer.Ordinal);
        return [.. hashes.Select(hash => numbers[hash])];
    }

    /// <summary>Makes a stored reading the live one of its page, or takes that from it.</summary>
    private void Turn(Known reading)
    {
        database.Execute("update reading set live = @live where no = @no", ("@live", reading.Live ? 1 : 0), ("@no", reading.No));
        database.Execute("update report set live = @live where reading = @no", ("@live", reading.Live ? 1 : 0), ("@no", reading.No));
        database.Execute("insert into dirty (report) select no from report where reading = @no and not exists (select 1 from dirty where report = no)", ("@no", reading.No));
        if (!reading.Live)
        {
            database.TakeFromSearch([reading.No!.Value]);
            return;
        }
        var stored = database.Query("select t.body, r.content from reading r join story_text t on t.no = r.text where r.no = @no", row => (Body: row.GetString(0), Content: row.GetString(1)), ("@no", reading.No)).Single();
        var story = LedgerText.Reading(stored.Content).Story with { Text = stored.Body };
        database.AddToSearch([SearchedOf(reading.No!.Value, story)]);
    }

    /// <summary>Finds the reports of rulings again on pages that have a new live reading.</summary>
    private void Reattach(IReadOnlyList<Known> turned)
    {
        if (turned.Count == 0 || database.Number("select count(*) from ruling") == 0) return;
        var pages = database.Query($"select no, id from page where {database.In("no", "@nos")}", row => (No: row.GetInt64(0), Id: row.GetString(1)), ("@nos", database.List(turned.Select(reading => reading.Page))));
        foreach (var (no, id) in pages)
        {
            var live = database.Query(
                "select r.content from report r join reading g on g.no = r.reading where g.page = @page and r.live = 1 order by r.id", row => LedgerText.Report(row.GetString(0)), ("@page", no));
            RulingAttachment.Refresh(database, folding, id, live);
        }
    }

    public static (long Reading, string Title, string Body) SearchedOf(long reading, Story story)
    {
        var (title, body) = ReadyReading.SearchedOf(story);
        return (reading, title, body);
    }

    /// <summary>A reading of a page, stored (with a number) or about to be (with the reading).</summary>
    private sealed class Known(long page, long? no, string id, string coder, bool live, bool hinted, string captured)
    {
        public Known(long page, ReadyReading ready)
            : this(page, null, ready.Reading.Id, ready.Reading.CoderVersion, false, ready.Reading.Sighting.Published is not null || ready.Reading.Sighting.Outlet is not null, ready.Reading.Sighting.Captured?.Text ?? "") => Ready = ready;

        public long Page { get; } = page;

        public long? No { get; } = no;

        public string Id { get; } = id;

        public bool Hinted { get; } = hinted;

        public string Captured { get; } = captured;

        public bool Live { get; set; } = live;

        public bool WasLive { get; } = live;

        public ReadyReading? Ready { get; }

        private string Coder { get; } = coder;

        public static Known Of(System.Data.Common.DbDataReader row) =>
            new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt64(4) == 1, row.GetInt64(5) == 1, row.GetString(6));

        /// <summary>
        /// The newest reading is the live one. Only between two readings of one coder, neither of which was told anything about its page, the order of reading does not count:
        /// the page captured first wins (an archive's copies of one page).
        /// </summary>
        public bool TakesThePlaceOf(Known live)
        {
            if (Coder != live.Coder || Hinted || live.Hinted) return true;
            var (mine, theirs) = (Captured is "" ? "~" : Captured, live.Captured is "" ? "~" : live.Captured);
            return mine == theirs ? string.CompareOrdinal(Id, live.Id) < 0 : string.CompareOrdinal(mine, theirs) < 0;
        }
    }
}
