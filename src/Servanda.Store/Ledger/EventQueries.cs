// Events out of the ledger: by agreement, actors, acts and days.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class EventQueries(LedgerDatabase database)
{
    private const int Portion = 500;

    /// <summary>Of an event <c>e</c>: the same as <see cref="EventQuery.InOrder"/>.</summary>
    public const string Order = "case when e.first is null and e.last is null then 1 else 0 end, coalesce(e.first, -1000000), e.id";

    public IEnumerable<Event> Of(EventQuery query)
    {
        foreach (var numbers in Numbers(query).Chunk(Portion))
        {
            foreach (var found in ByNumber(numbers)) yield return found;
        }
    }

    public Event? ById(string id) => database.Query("select no from event where id = @id", row => row.GetInt64(0), ("@id", id)) is [var number] ? ByNumber([number]).Single() : null;

    public List<long> Blocks(EventQuery query)
    {
        var (where, parameters) = Conditions(query with { From = null, To = null, Acts = [] });
        return database.Query($"select distinct e.block from event e{where} order by e.block", row => row.GetInt64(0), [.. parameters]);
    }

    public List<long> Numbers(EventQuery query)
    {
        var (where, parameters) = Conditions(query);
        return database.Query($"select e.no from event e{where} order by {Order}", row => row.GetInt64(0), [.. parameters]);
    }

    /// <summary>The same of these blocks alone, in any order.</summary>
    public IEnumerable<long> Numbers(EventQuery query, IReadOnlySet<long> blocks)
    {
        if (blocks.Count == 0) return [];
        var (where, parameters) = Conditions(query);
        return database.Query($"select e.no, e.block from event e{where}", row => (No: row.GetInt64(0), Block: row.GetInt64(1)), [.. parameters]).Where(row => blocks.Contains(row.Block)).Select(row => row.No);
    }

    /// <summary>Events in the order of their numbers in the list, with the events that they answer.</summary>
    public List<Event> ByNumber(IReadOnlyList<long> numbers)
    {
        var list = database.List(numbers);
        var contents = database.Query($"select no, content from event where {database.In("no", "@events")}", row => (No: row.GetInt64(0), Content: LedgerDatabase.Bytes(row, 1)), ("@events", list));
        var answers = database.Query(
            $"""
            select distinct m.event, e.id from membership m
            join answer a on a.report = m.report
            join report r on r.id = a.answers and r.live = 1
            join membership n on n.report = r.no
            join event e on e.no = n.event
            where {database.In("m.event", "@events")} and e.no <> m.event
            """,
            row => (Event: row.GetInt64(0), Answered: row.GetString(1)), ("@events", list)).ToLookup(row => row.Event, row => row.Answered);
        var found = SideBySide.Of(contents, row => (row.No, Event: LedgerText.Event(row.Content))).ToDictionary(row => row.No, row => row.Event);
        return [.. numbers.Where(found.ContainsKey).Select(no => answers.Contains(no) ? found[no] with { InResponseTo = [.. answers[no].Order(StringComparer.Ordinal)] } : found[no])];
    }

    private (string Where, List<(string, object?)> Parameters) Conditions(EventQuery query)
    {
        var conditions = new List<string>();
        var parameters = new List<(string, object?)>();
        if (query.Agreement is { } agreement) Add("e.agreement = @agreement", ("@agreement", agreement));
        // What all of them take part in is found before any event is looked at.
        var acting = string.Join(" intersect ", query.Actors.Select((_, i) => $"select event from event_actor where actor = @actor{i}"));
        if (query.Actors.Count > 0) conditions.Add(query.Actors.Count == 1 ? $"e.no in ({acting})" : database.AmongFew("e.no", acting));
        parameters.AddRange(query.Actors.Select((actor, i) => ($"@actor{i}", (object?)actor)));
        if (query.Acts.Count > 0) Add(database.In("e.act", "@acts"), ("@acts", database.List(query.Acts)));
        if (query.From is { } from) Add("(e.last >= @from or e.last is null and e.first is not null)", ("@from", Days.Of(from)));
        if (query.To is { } to) Add("(e.first <= @to or e.first is null and e.last is not null)", ("@to", Days.Of(to)));
        return (conditions.Count == 0 ? "" : $" where {string.Join(" and ", conditions)}", parameters);

        void Add(string condition, (string, object?) parameter)
        {
            conditions.Add(condition);
            parameters.Add(parameter);
        }
    }
}
