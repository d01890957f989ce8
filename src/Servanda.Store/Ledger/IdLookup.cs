// What an id stands for, whether the event or report is still there or not.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Ids of events and of reports are of one kind: an event goes by its smallest report. The beginning of an id will do where only one begins so.</summary>
internal sealed class IdLookup(LedgerDatabase database)
{
    private const int FewestCharacters = 4, MostCandidates = 10;

    public FindResult Of(string idOrPrefix)
    {
        var prefix = idOrPrefix.ToLowerInvariant();
        if (prefix.Length < FewestCharacters || !prefix.All(char.IsAsciiHexDigitLower)) return new(null, []);
        var candidates = database.Query(
            """
            select id from (
                select id from report where id >= @from and id < @to
                union select id from event where id >= @from and id < @to
                union select id from superseded where id >= @from and id < @to) found
            order by id limit @limit
            """,
            row => row.GetString(0), ("@from", prefix), ("@to", prefix + "~"), ("@limit", MostCandidates));
        return candidates.Count == 1 ? new(One(candidates[0]), candidates) : new(null, candidates);
    }

    private Found One(string id)
    {
        var events = new EventQueries(database);
        var (report, live) = ReportOf(id);
        if (events.ById(id) is { } own) return new(id, own, report, live, null);
        if (live) return new(id, EventOf(id) is { } current ? events.ById(current) : null, report, true, null);
        var successor = Successor(id) ?? (report is null ? null : SuccessorOf(report));
        return new(id, successor is null ? null : events.ById(successor), report, false, successor);
    }

    /// <summary>The report of the live reading, else of the newest that has it.</summary>
    private (Report? Report, bool Live) ReportOf(string id) =>
        database.Query("select live, content from report where id = @id order by live desc, no desc limit 1", row => (Live: row.GetInt64(0) == 1, Report: LedgerText.Report(row.GetString(1))), ("@id", id)) is [var found]
            ? (found.Report, found.Live) : (null, false);

    private string? EventOf(string report) =>
        database.First("select e.id from report r join membership m on m.report = r.no join event e on e.no = m.event where r.id = @id and r.live = 1", row => row.GetString(0), ("@id", report));

    /// <summary>Follows what took the place of an event, step by step, to an event that is there.</summary>
    private string? Successor(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(id))
        {
            if (database.First("select by from superseded where id = @id and by is not null", row => row.GetString(0), ("@id", id)) is not { } next) return null;
            if (database.Number("select count(*) from event where id = @id", ("@id", next)) > 0) return next;
            id = EventOf(next) ?? next;
            if (database.Number("select count(*) from event where id = @id", ("@id", id)) > 0) return id;
        }
        return null;
    }

    /// <summary>For a report of an earlier reading: the event of the live report of its page that stands on the same words.</summary>
    private string? SuccessorOf(Report retired) =>
        database.Query(
            "select r.content from report r join reading g on g.no = r.reading join page p on p.no = g.page where p.id = @page and r.live = 1", row => LedgerText.Report(row.GetString(0)), ("@page", retired.Page))
            .Where(report => report.Act == retired.Act && report.Evidence.Any(span => retired.Evidence.Any(span.Overlaps))).OrderBy(report => report.Id, StringComparer.Ordinal)
            .Select(report => EventOf(report.Id)).FirstOrDefault(found => found is not null);
}
