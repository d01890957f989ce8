// The first page: what it is for, what runs out, what cannot be, what was told last.
using NodaTime;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Web.Pages;

internal static class HomePage
{
    private const int Within = 366, Shown = 10;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var ledger = visit.Ledger;
        var on = visit.Today;
        var due = Due(visit, ledger, on);
        var findings = visit.Site.Findings(ledger).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Id, StringComparer.Ordinal).Take(Shown).ToList();
        return new(words.Say("web.welcome"), Markup.Of($"""
            <p class="big">{words.Say("web.what")} <a href="/review">{words.Say("web.review-try")}</a></p>
            {(ledger is null ? Markup.Of($"<p>{words.Say("web.no-ledger")}</p>") : default)}
            <h2>{words.Say("web.clocks")}</h2>
            {(due.Count == 0 ? Markup.Of($"<p>{words.Say("due.none")}</p>") : Parts.Table(words.Say("web.clocks-caption", Visit.Whole(Within)), [words.Say("due.days"), words.Say("column.last"), words.Say("column.agreement"), words.Say("column.party"), words.Say("due.what")], due.Select(item => Row(item, on, visit))))}
            <h2>{words.Say("web.findings-new")}</h2>
            {(findings.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Of($"<ul>{findings.Select(finding => Markup.Of($"<li><span class=\"kind\">{words.Say($"kind.{Json.Word(finding.Kind)}")}</span> <a href=\"/findings#f-{finding.Id}\">{words.Say(finding.Says)}</a></li>\n"))}</ul>"))}
            <h2>{words.Say("web.changes")}</h2>
            {(ledger is null ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Changes(visit, ledger))}
            """));
    }

    private static IReadOnlyList<DueItem> Due(Visit visit, LedgerStore? ledger, LocalDate on)
    {
        return ledger is null ? Work([]) : visit.Site.Kept($"due {Edtf.Iso(on)}", ledger, () => Work([.. visit.Knowledge.Agreements.SelectMany(agreement => ledger.Events(new() { Agreement = agreement.Id }))]));

        IReadOnlyList<DueItem> Work(IReadOnlyList<Event> events) => Dues.Of(visit.Knowledge.Agreements, events, on, Within);
    }

    private static IReadOnlyList<Markup> Row(DueItem item, LocalDate on, Visit visit) =>
    [
        Parts.Text(item.State == DueState.Overdue ? visit.Words.Say("kind.overdue") : Visit.Whole(Period.DaysBetween(on, item.Ends))),
        Parts.Text(Edtf.Iso(item.Ends)),
        Parts.Agreement(item.Agreement, visit.Words),
        Parts.Text(item.Party is { } party ? visit.Words.Actor(party) : ""),
        Parts.Text(visit.Words.SayOr($"clock.what.{item.What}", item.What)),
    ];

    private static Markup Changes(Visit visit, LedgerStore ledger)
    {
        var latest = visit.Site.Kept("changes", ledger, () => ledger.Changes(visit.Site.Surroundings.Now - NodaTime.Duration.FromDays(Within)).Where(change => change.Kind != "superseded").Select(change => change.Event).Reverse().Distinct().Take(Shown)
            .Select(id => ledger.File(id)?.Event).OfType<Event>().ToList());
        return Markup.Of($"<ul>{latest.Select(told => Markup.Of($"<li>{(told.Date is { } date ? visit.Words.Date(date) : visit.Words.Say("date.none"))}: {Parts.Event(told, visit.Words)}</li>\n"))}</ul>");
    }
}
