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
        var found = database.Query(
            """
            select distinct p.no, p.id from page p join reading r on r.page = p.no and r.live = 1 left join sighting s on s.page = p.no
            where p.id = @name or s.name = @name or (@length >= 4 and p.id > @name and p.id < @end) order by p.no limit 2
            """,
            row => (No: row.GetInt64(0), Id: row.GetString(1)), ("@name", pageOrName), ("@length", pageOrName.Length), ("@end", pageOrName + "~"));
        if (found.Count != 1) return null;
        var page = found[0];
        var (id, coder, content, map, body, number) = database.Query(
            "select r.id, r.coder, r.content, r.map, t.body, r.no from reading r join story_text t on t.no = r.text where r.page = @page and r.live = 1",
            row => (row.GetString(0), row.GetString(1), LedgerText.Reading(row.GetString(2)), (byte[])row.GetValue(3), row.GetString(4), row.GetInt64(5)), ("@page", page.No)).Single();
        var reports = database.Query("select content from report where reading = @reading order by no", row => LedgerText.Report(row.GetString(0)), ("@reading", number));
        return new(id, coder, content.Story with { Text = body, Map = TextMaps.Read(map) with { Text = body } }, content.Told, content.Coverage, SightingsOf(page.No), reports);
    }

    private List<Sighting> SightingsOf(long page) => database.Query(
        "select name, path, record_offset, address, captured, published, outlet from sighting where page = @page order by path, record_offset, name",
        row => new Sighting(row.GetString(0), row.GetString(1), row.GetInt64(2) < 0 ? null : row.GetInt64(2), Given(row, 3), Given(row, 4) is { } captured ? Edtf.Parse(captured) : null, Given(row, 5) is { } published ? Edtf.Parse(published) : null, Given(row, 6)),
        ("@page", page));

    private Dictionary<string, string> Texts(IReadOnlyList<string> pages) => database.Query(
        $"select p.id, t.body from page p join reading r on r.page = p.no and r.live = 1 join story_text t on t.no = r.text where {database.In("p.id", "@pages")}",
        row => (Page: row.GetString(0), Body: row.GetString(1)), ("@pages", database.List(pages))).ToDictionary(row => row.Page, row => row.Body, StringComparer.Ordinal);

    private static IReadOnlyList<string> Evidence(Report report, string text) =>
        [.. report.Evidence.Select(span => 0 <= span.Start && span.Start <= span.End && span.End <= text.Length ? span.In(text) : throw new LedgerException(LedgerFault.Damaged, $"Report {report.Id} cites characters {span} of a story that has {text.Length}."))];

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Given(DbDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text : null;
}
