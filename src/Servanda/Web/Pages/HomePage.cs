// The first page: what it is for, what cannot be right, which clocks run, what one watches, what was read last.
using NodaTime;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class HomePage
{
    /// <summary>Days ahead that clocks are shown for.</summary>
    public const int Within = 366;

    private const int Shown = 10, Recent = 400;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var ledger = visit.Ledger;
        var on = visit.Today;
        var due = visit.Site.Due(ledger, on, Within);
        var judged = visit.Site.Findings(ledger).All;
        return new(words.Say("web.welcome"), Markup.Of($"""
            <p class="big">{words.Say("web.what")}</p>
            <p class="ways"><a class="way" href="/review">{words.Say("web.review-try")}</a> <a class="way" href="/agreements/open-skies?on=2020-11-11&amp;party=USA&amp;span=4#standing">{words.Say("web.try-open-skies")}</a> <a class="way" href="/whatif">{words.Say("web.try-whatif")}</a></p>
            {(ledger is null ? Markup.Of($"<p>{words.Say("web.no-ledger")}</p>") : default)}
            {Watched(visit, ledger, on, due)}
            <div class="two">
            <section aria-labelledby="impossible"><h2 id="impossible">{words.Say("web.findings-new")}</h2>
            {(judged.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Of($"<ul class=\"said\">{judged.Take(Shown).Select(finding => Markup.Of($"<li class=\"{Json.Word(finding.Kind)}\"><span class=\"kind\">{words.Say($"kind.{Json.Word(finding.Kind)}")}</span> <a href=\"/findings#f-{finding.Id}\">{words.Say(finding.Says)}</a></li>\n"))}</ul>"))}
            {(judged.Count > Shown ? Markup.Of($"<p><a href=\"/findings\">{words.Say("web.all-findings", Visit.Whole(judged.Count))}</a></p>") : default)}</section>
            <section aria-labelledby="clocks"><h2 id="clocks">{words.Say("web.clocks")}</h2>
            <p class="soft">{words.Say("web.clocks-caption", Visit.Whole(Within))}</p>
            {(due.Count == 0 ? Markup.Of($"<p>{words.Say("due.none")}</p>") : Markup.Of($"<ul class=\"said\">{due.Take(2 * Shown).Select(item => Clock(item, on, words))}</ul>"))}</section>
            </div>
            <h2>{words.Say("web.changes")}</h2>
            {(ledger is null ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Changes(visit, ledger))}
            """));
    }

    private static Markup Clock(DueItem item, LocalDate on, Wording words) => Markup.Of($"""
        <li><span class="days">{(item.State == DueState.Overdue ? words.Say("kind.overdue") : words.Say("web.days-left", Visit.Whole(Period.DaysBetween(on, item.Ends))))}</span> {Parts.Agreement(item.Agreement, words)}: {(item.Party is { } party ? $"{words.Actor(party)}, " : null)}{words.SayOr($"clock.what.{item.What}", item.What)} <span class="soft">{words.Date(item.Ends)}</span></li>

        """);

    /// <summary>What the visitor watches: of an agreement where its parties stand and what runs, of an actor what was told last.</summary>
    private static Markup Watched(Visit visit, LedgerStore? ledger, LocalDate on, IReadOnlyList<DueItem> due)
    {
        var list = Watchlist.Of(visit);
        if (list.Count == 0) return default;
        var words = visit.Words;
        return Markup.Of($"<h2>{words.Say("web.watched")}</h2><ul class=\"watched\">{list.Select(what => Watchlist.IsAgreement(visit, what) ? Agreement(what) : Actor(what))}</ul>");

        Markup Agreement(string id) => Markup.Of($"<li>{Parts.Agreement(id, words)}: {visit.Site.Registry(on)[id].Select(one => Markup.Of($"<span class=\"count\">{words.Say($"status.{one.Status.Word()}")}: {one.Parties}</span> "))}{due.Where(item => item.Agreement == id).Select(item => Markup.Of($"<br>{(item.Party is { } party ? words.Actor(party) : null)} {words.SayOr($"clock.what.{item.What}", item.What)}: {words.Date(item.Ends)} "))}{Latest(new() { Agreement = id })}{Parts.Watch(id)}</li>\n");

        Markup Actor(string code) => Markup.Of($"<li>{words.Actor(code)}: {Latest(new() { Actors = [code] })}{Parts.Watch(code)}</li>\n");

        Markup Latest(EventQuery query) => ledger is null ? default
            : visit.Site.Kept($"latest {query.Agreement} {string.Join(' ', query.Actors)} {on}", ledger, () => ledger.Events(query with { From = on.PlusDays(-Recent), To = on }).LastOrDefault() is { } told ? new[] { told } : []) is [var last]
                ? Markup.Of($"<br>{Parts.Event(last, words)}{(last.Date is { } date ? $", {words.Date(date)}" : null)} ") : default;
    }

    private static Markup Changes(Visit visit, LedgerStore ledger)
    {
        var latest = visit.Site.Kept("changes", ledger, () => ledger.LatestEvents(Shown));
        return Markup.Of($"<ul class=\"said\">{latest.Select(told => Markup.Of($"<li><span class=\"when\">{(told.Date is { } date ? visit.Words.Date(date) : visit.Words.Say("date.none"))}</span> {Parts.Event(told, visit.Words)}</li>\n"))}</ul>");
    }
}
