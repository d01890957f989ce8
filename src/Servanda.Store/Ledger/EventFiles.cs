// Events with what they rest on: reports, pages, sentences.
using System.Data.Common;
using Servanda.Model;

namespace Servanda.Store;

internal sealed class EventFiles(LedgerDatabase database)
{
    /// <summary>In the order of the events; the reports of each by id.</summary>
    public IReadOnlyList<EventFile> Of(IReadOnlyList<Event> events)
    {
        var reports = database.Query(
            $"select content from report where live = 1 and {database.In("id", "@ids")}", row => LedgerText.Report(row.GetString(0)), ("@ids", database.List(events.SelectMany(e => e.Reports))))
            .ToDictionary(report => report.Id, StringComparer.Ordinal);
        var pages = reports.Values.Select(report => report.Page).Distinct(StringComparer.Ordinal).ToList();
        var cards = Cards(pages);
        var texts = Texts(pages);
        return [.. events.Select(e => new EventFile(e, [.. e.Reports.Select(id => reports[id]).Select(report => new ReportFile(report, cards[report.Page], Evidence(report, texts[report.Page])))]))];
    }

    public Dictionary<string, PageCard> Cards(IReadOnlyList<string> pages)
    {
        var list = database.List(pages);
        var seen = database.Query(
            $"select p.id, s.name, s.address from page p join sighting s on s.page = p.no where {database.In("p.id", "@pages")}", row => (Page: row.GetString(0), Name: row.GetString(1), Address: Given(row, 2)), ("@pages", list)).ToLookup(row => row.Page, StringComparer.Ordinal);
        return database.Query(
            $"select p.id, r.id, r.coder, r.language, r.title, r.outlet, r.credits, r.told from page p join reading r on r.page = p.no and r.live = 1 where {database.In("p.id", "@pages")}",
            row => new PageCard
            {
                Id = row.GetString(0),
                Reading = row.GetString(1),
                Coder = row.GetString(2),
                Names = [.. seen[row.GetString(0)].Select(sighting => sighting.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Address = seen[row.GetString(0)].Select(sighting => sighting.Address).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
                Language = Text(row, 3),
                Title = Text(row, 4),
                Outlet = Text(row, 5),
                Credits = row.GetString(6).Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Told = Text(row, 7) is { } told ? Edtf.Parse(told) : null,
            }, ("@pages", list)).ToDictionary(card => card.Id, StringComparer.Ordinal);
    }

    public StoredReading? Reading(string pageOrName)
    {
        // One way after the other: each has its index, and together they would have none.
        var exact = database.Query("select p.id from page p join reading r on r.page = p.no and r.live = 1 where p.id = @id", row => row.GetString(0), ("@id", pageOrName));
        if (exact.Count == 1) return Readings(exact).SingleOrDefault();
        var found = database.Query("select distinct p.id from sighting s join page p on p.no = s.page join reading r on r.page = p.no and r.live = 1 where s.name = @name limit 2", row => row.GetString(0), ("@name", pageOrName));
        if (pageOrName.Length >= 4)
            found = [.. found.Concat(database.Query("select p.id from page p join reading r on r.page = p.no and r.live = 1 where p.id > @name and p.id < @end order by p.id limit 2", row => row.GetString(0), ("@name", pageOrName), ("@end", pageOrName + "~"))).Distinct(StringComparer.Ordinal)];
        return found.Count == 1 ? Readings(found).SingleOrDefault() : null;
    }

    /// <summary>The live readings of these pages, in the order of the pages; those without one are left out.</summary>
    public IReadOnlyList<StoredReading> Readings(IReadOnlyList<string> pages)
    {
        var list = database.List(pages);
        var rows = database.Query(
            $"select p.id, p.no, r.no, r.id, r.coder, r.content, r.map, t.body from page p join reading r on r.page = p.no and r.live = 1 join story_text t on t.no = r.text where {database.In("p.id", "@pages")}",
            row => (Page: row.GetString(0), PageNo: row.GetInt64(1), No: row.GetInt64(2), Id: row.GetString(3), Coder: row.GetString(4), Content: row.GetString(5), Map: (byte[])row.GetValue(6), Body: row.GetString(7)),
            ("@pages", list)).ToDictionary(row => row.Page, StringComparer.Ordinal);
        var reports = database.Query(
            $"select reading, content from report where {database.In("reading", "@readings")} order by no", row => (Reading: row.GetInt64(0), Content: row.GetString(1)), ("@readings", database.List(rows.Values.Select(row => row.No))))
            .ToLookup(row => row.Reading, row => row.Content);
        var sightings = SightingsOf([.. rows.Values.Select(row => row.PageNo)]);
        return [.. pages.Where(rows.ContainsKey).Select(page => rows[page]).Select(row =>
        {
            var content = LedgerText.Reading(row.Content);
            return new StoredReading(
                row.Id, row.Coder, content.Story with { Text = row.Body, Map = TextMaps.Read(row.Map) with { Text = row.Body } }, content.Told, content.Coverage, [.. sightings[row.PageNo]], [.. reports[row.No].Select(LedgerText.Report)]);
        })];
    }

    /// <summary>The live readings of these numbers, with them; in any order.</summary>
    public IReadOnlyList<(long Number, StoredReading Reading)> ByNumber(IReadOnlyCollection<long> readings)
    {
        var pages = database.Query($"select r.no, p.id from reading r join page p on p.no = r.page where r.live = 1 and {database.In("r.no", "@readings")} order by r.no", row => (No: row.GetInt64(0), Page: row.GetString(1)), ("@readings", database.List(readings)));
        return [.. pages.Select(row => row.No).Zip(Readings([.. pages.Select(row => row.Page)]))];
    }

    private ILookup<long, Sighting> SightingsOf(IReadOnlyList<long> pages) => database.Query(
        $"select name, path, record_offset, address, captured, published, outlet, page from sighting where {database.In("page", "@pages")} order by path, record_offset, name",
        row => (Page: row.GetInt64(7), Sighting: new Sighting(row.GetString(0), row.GetString(1), row.GetInt64(2) < 0 ? null : row.GetInt64(2), Given(row, 3), Given(row, 4) is { } captured ? Edtf.Parse(captured) : null, Given(row, 5) is { } published ? Edtf.Parse(published) : null, Given(row, 6))),
        ("@pages", database.List(pages))).ToLookup(row => row.Page, row => row.Sighting);

    private Dictionary<string, string> Texts(IReadOnlyList<string> pages) => database.Query(
        $"select p.id, t.body from page p join reading r on r.page = p.no and r.live = 1 join story_text t on t.no = r.text where {database.In("p.id", "@pages")}",
        row => (Page: row.GetString(0), Body: row.GetString(1)), ("@pages", database.List(pages))).ToDictionary(row => row.Page, row => row.Body, StringComparer.Ordinal);

    private static IReadOnlyList<string> Evidence(Report report, string text) =>
        [.. report.Evidence.Select(span => 0 <= span.Start && span.Start <= span.End && span.End <= text.Length ? span.In(text) : throw new LedgerException(LedgerFault.Damaged, $"Report {report.Id} cites characters {span} of a story that has {text.Length}.") { Says = new("ledger.row", report.Id) })];

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Given(DbDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text : null;
}
