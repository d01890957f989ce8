// One agreement: who stands where on a day and why, over time, its terms, its events, what is found about it.
using NodaTime;
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class AgreementPage
{
    /// <summary>Years around the day asked about that the drawing can be held to; 0 is all.</summary>
    private static readonly IReadOnlyList<string> Spans = ["0", "12", "4"];

    public static PageBody Of(Visit visit, string id)
    {
        var words = visit.Words;
        var agreement = visit.Agreement(id);
        var (on, knownAt, party) = (visit.Day("on") ?? visit.Today, visit.Day("known-at"), visit.Actor("party"));
        var docket = visit.Site.Docket(visit.Ledger, agreement, knownAt);
        var answers = docket.Course.On(on).OrderBy(answer => answer.Party != party).ToList();
        var lanes = docket.Lanes(visit.Today > on ? visit.Today : on);
        return new(words.Agreement(id), Markup.Of($"""
            <p class="soft">{words.Say($"agreement-kind.{Json.Word(agreement.Kind)}")} · {string.Join("; ", agreement.Names.SelectMany(one => one.Value.Take(2)).Distinct().Where(name => name != words.Agreement(id)).Take(3))}</p>
            {Parts.Watch(id)}
            {AsOf(visit, id, lanes, on, knownAt)}
            {Drawing(visit, lanes, on)}
            <details><summary>{words.Say("web.as-table")}</summary>{LaneDrawing.Table(lanes, words, day => visit.With("on", Edtf.Iso(day)))}</details>
            <h2 id="standing">{(knownAt is { } known ? words.Say("web.standing-known", words.Date(on), words.Date(known)) : words.Say("web.standing", words.Date(on)))}</h2>
            <div class="standing">{Parts.Table(words.Say("web.standing", words.Date(on)), [words.Say("column.party"), words.Say("column.status"), words.Say("column.clocks-and-limits")], answers.GroupBy(answer => (Status: StatusOutput.StatusOf(answer, words), Running: StatusOutput.Running(answer, words, inWords: true), Asked: answer.Party == party)).Select(alike => Row(alike.Key.Status, alike.Key.Running, [.. alike], words, alike.Key.Asked)))}</div>
            {Disputes(answers, words)}
            {visit.Site.Part($"findings {id}", visit, () => Findings(visit, id))}
            {visit.Site.Part($"terms {id}", visit, () => Terms(agreement, words))}
            {(docket.KnownAt is null ? visit.Site.Part($"events {id}", visit, () => Events(docket, id, words)) : Events(docket, id, words))}
            {visit.Site.Part($"register {id}", visit, () => Register(agreement, words))}
            {(visit.Ledger is null ? default : Markup.Of($"<p>{words.Say("web.take-away")} {((string[])["dossier", "csv", "jsonl", "ics", "markdown", "atom"]).Select(format => Markup.Of($"<a href=\"/api/v1/export?format={format}&amp;agreement={id}\">{format}</a> "))}</p>"))}
            """));
    }

    private static Markup Findings(Visit visit, string id)
    {
        var words = visit.Words;
        var findings = visit.Site.Findings(visit.Ledger).About(id);
        var names = Parts.Names(visit, findings);
        return Markup.Of($"""
            <h2 id="findings">{words.Say("web.findings")}</h2>
            {(findings.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Join(findings.Select(finding => Parts.Finding(finding, names, words, below: 2))))}
            """);
    }

    private static Markup Terms(Agreement agreement, Wording words) => Markup.Of($"""
        <h2 id="terms">{words.Say("web.terms")}</h2>
        {Parts.Table(words.Say("web.terms"), [words.Say("column.article"), words.Say("column.provision"), words.Say("column.rests-on")], agreement.Provisions.Select(provision => (IReadOnlyList<Markup>)[Parts.Text(provision.Ground.Article), Parts.Text(ProvisionWords.Of(provision, words)), Sources(agreement, provision.Ground, words)]))}
        """);

    private static Markup Events(AgreementDocket docket, string id, Wording words) => Markup.Of($"""
        <h2 id="events">{words.Say("web.events")}</h2>
        {EventTable.Of(docket.First, words, id)}
        {(docket.Count > docket.First.Count ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(docket.Count - docket.First.Count))}</p>") : default)}
        """);

    private static Markup Register(Agreement agreement, Wording words) => Markup.Of($"""
        <h2 id="register">{words.Say("web.register")}</h2>
        {Parts.Table(words.Say("web.register"), [words.Say("column.date"), words.Say("column.who"), words.Say("column.act"), words.Say("column.rests-on")], agreement.Register.OrderBy(act => act.Date.Earliest).Select(act => (IReadOnlyList<Markup>)[Parts.Text(words.Date(act.Date)), Parts.Text(words.Actors(act.Parties)), Parts.Text(words.Act(act.Act)), Sources(agreement, act.Ground, words)]))}
        """);

    /// <summary>The two days that everything on the page depends on, and the ways to the change before and after.</summary>
    private static Markup AsOf(Visit visit, string id, IReadOnlyList<Lane> lanes, LocalDate on, LocalDate? knownAt)
    {
        var words = visit.Words;
        var days = lanes.SelectMany(lane => lane.Stretches).Select(stretch => stretch.From).Distinct().Order().ToList();
        var before = days.Where(day => day < on).Select(day => (LocalDate?)day).LastOrDefault();
        var after = days.Where(day => day > on).Select(day => (LocalDate?)day).FirstOrDefault();
        return Markup.Of($"""
            <form class="as-of" action="/agreements/{id}" data-days="{string.Join(' ', days.Select(Edtf.Iso))}" data-last="{Edtf.Iso(lanes.Count == 0 ? on : lanes.Max(lane => lane.Stretches[^1].Until))}">
            {Parts.Field("on", words.Say("web.on"), Edtf.Iso(on), "date")}{Parts.Field("known-at", words.Say("web.known-at"), knownAt is { } day ? Edtf.Iso(day) : null, "date")}{Parts.Kept(visit, "span", "party")}<button>{words.Say("web.show")}</button>
            <span class="steps-in-time">{Link(before, words.Say("web.change-before"))} {Link(after, words.Say("web.change-after"))}</span></form>
            """);

        Markup Link(LocalDate? day, string says) => day is { } to ? Markup.Of($"<a href=\"{visit.With("on", Edtf.Iso(to))}\">{says} {words.Date(to)}</a>") : default;
    }

    private static Markup Drawing(Visit visit, IReadOnlyList<Lane> lanes, LocalDate on)
    {
        if (lanes.Count == 0) return default;
        var span = visit.OneOf("span", Spans) ?? Spans[0];
        var (first, last) = (lanes.Min(lane => lane.Stretches[0].From), lanes.Max(lane => lane.Stretches[^1].Until));
        if (int.Parse(span, System.Globalization.CultureInfo.InvariantCulture) / 2 is > 0 and var half) (first, last) = (LocalDate.Max(first, on.PlusYears(-half)), LocalDate.Min(last, on.PlusYears(half)));
        if (first >= last) return default;
        return Markup.Of($"""
            <p class="zoom">{visit.Words.Say("web.span")} {Spans.Select(one => one == span ? Markup.Of($"<strong aria-current=\"true\">{visit.Words.Say($"web.span-{one}")}</strong> ") : Markup.Of($"<a href=\"{visit.With("span", one)}\">{visit.Words.Say($"web.span-{one}")}</a> "))}</p>
            {LaneDrawing.Of(lanes, first, last, on, visit.Words)}
            """);
    }

    /// <summary>What each side holds where a status is contested on the day.</summary>
    private static Markup Disputes(IReadOnlyList<StatusAnswer> answers, Wording words)
    {
        var contested = answers.Where(answer => answer.Contested).ToList();
        if (contested.Count == 0) return default;
        return Markup.Of($"""
            <h2 id="disputes">{words.Say("web.disputes")}</h2>
            {Parts.Table(words.Say("web.disputes"), [words.Say("column.party"), words.Say("web.according-to"), words.Say("column.status"), words.Say("column.rests-on")], contested.SelectMany(answer => answer.Views.Select(view => (IReadOnlyList<Markup>)
                [Parts.Text(StatusOutput.Whose(answer, words)), Parts.Text(words.Actors(view.By)), Parts.Text(words.Say($"status.{view.Status.Word()}")), Markup.Of($"{words.Say(view.Basis)} {view.Reports.Take(3).Select(report => Markup.Of($"<a href=\"/events/{report}\">{words.Say("reason.report", Reasons.Short(report))}</a> "))}")])))}
            """);
    }

    private static IReadOnlyList<Markup> Row(string status, string running, IReadOnlyList<StatusAnswer> alike, Wording words, bool open) =>
    [
        Parts.Text(string.Join(", ", alike.Select(answer => StatusOutput.Whose(answer, words)))),
        Parts.Text(status),
        Markup.Of($"{(running == "" ? default : Parts.Lines(running.Split('\n')))}{(alike[0].Because.Count == 0 ? default : Markup.Of($"<details{(open ? Markup.Of($" open") : default)}><summary>{words.Say("web.why")}</summary>{Parts.Steps(alike[0].Because, words)}</details>"))}"),
    ];

    private static Markup Sources(Agreement agreement, Ground ground, Wording words) => Markup.Of(
        $"{ground.Sources.Select(key => agreement.Source(key) is { } source ? Markup.Of($"<span title=\"{source.Title}\">{Parts.Address(source.Address)}</span> ") : Markup.Of($"{key} "))}{(ground.Verified ? default : Markup.Of($"<span class=\"unverified\">{words.Say("reason.unverified")}</span>"))}");
}
