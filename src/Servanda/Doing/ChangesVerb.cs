// changes: what reading and ruling since a day have made of events, statuses and findings.
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

/// <summary>
/// Goes by when pages were read, and so depends on the ledger's past as no other answer does. Statuses and findings are compared with those of the ledger without the pages first read
/// since then and without the rulings made since then.
/// </summary>
internal static class ChangesVerb
{
    public static Verb Verb { get; } = new("changes", [new("AGREEMENT")], [new("--since", "DATE"), Questions.On, Ledgers.Option, new("--format", "table|json")], Run) { Asks = true, Judges = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var since = (call.Day("--since") ?? throw new WrongCall("wrong.missing", "--since")).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var (agreement, on) = (call.Agreement(), call.On());
        using var ledger = Ledgers.ToRead(call);
        var events = EventsSince(ledger, since);
        var changes = new LedgerChanges(
            [.. events.Where(change => agreement is null || change.Now?.Agreement == agreement.Id)],
            StatusesSince(call, ledger, since, on, agreement is null ? [.. events.Select(change => change.Now?.Agreement).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [agreement.Id]),
            [.. FindingsSince(call, ledger, since).Where(change => agreement is null || change.Finding.Agreement == agreement.Id)],
            agreement is null ? [.. ledger.Rulings().Where(stored => stored.Ruling.Made >= since)] : []);
        if (json) ChangesOutput.WriteJson(call.Out, changes, call.Wording, FindingsVerb.NamesOf(ledger, changes.Findings.SelectMany(change => change.Finding.Pages)), call.DataVersion);
        else ChangesOutput.Write(new Lines(call.Out, call.Surroundings.Width), changes, call.Wording);
        return Exit.Done;
    }

    /// <summary>One line for each event: new where it was new at any time since, superseded where it is no more; what came and went in between is left out.</summary>
    private static List<EventChange> EventsSince(LedgerStore ledger, Instant since) =>
    [
        .. ledger.Changes(since).GroupBy(change => change.Event, StringComparer.Ordinal).Select(ofOne =>
        {
            var (wasNew, last) = (ofOne.First().Kind == "new", ofOne.Last());
            return wasNew && last.Kind == "superseded" ? null
                : new EventChange(last.At, wasNew ? "new" : last.Kind, ofOne.Key, last.By, ledger.Find(last.Kind == "superseded" ? last.By ?? ofOne.Key : ofOne.Key).One?.Event);
        }).OfType<EventChange>().OrderBy(change => change.At).ThenBy(change => change.Id, StringComparer.Ordinal),
    ];

    private static List<StandingChange> StatusesSince(Call call, LedgerStore ledger, Instant since, LocalDate on, IReadOnlyList<string> agreements)
    {
        var pages = ledger.PagesSince(since);
        return [.. agreements.SelectMany(id =>
        {
            var agreement = call.AgreementOf(id);
            var query = new EventQuery { Agreement = id };
            var before = Statuses.Of(agreement, ledger.EventsWithout(pages, since, query), new(on)).ToDictionary(answer => (answer.Party, answer.Towards));
            return Statuses.Of(agreement, [.. ledger.Events(query)], new(on)).Select(now => new StandingChange(before.GetValueOrDefault((now.Party, now.Towards))?.Status ?? PartyStatus.Unknown, now))
                .Where(change => change.Before != change.Now.Status);
        })];
    }

    /// <summary>Findings are the same where they say the same of the same; their reports may have become more.</summary>
    private static IEnumerable<FindingChange> FindingsSince(Call call, LedgerStore ledger, Instant since)
    {
        var pages = ledger.PagesSince(since).ToHashSet(StringComparer.Ordinal);
        if (pages.Count == 0) return [];
        var all = ledger.FindingsOfPages(Pipeline.Judgement(call.Knowledge));
        var before = Findings.Together(all.Where(finding => !finding.Pages.Any(pages.Contains))).ToDictionary(Key);
        var now = Findings.Together(all).ToDictionary(Key);
        return now.Where(x => !before.ContainsKey(x.Key)).Select(x => new FindingChange("new", x.Value));

        static (FindingKind, string?, string, Message) Key(Finding finding) => (finding.Kind, finding.Agreement, finding.About, finding.Says);
    }
}
