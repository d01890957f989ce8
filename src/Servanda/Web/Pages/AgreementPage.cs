// One agreement: who stands where on a day and why, over time, its terms, its events, what is found about it.
using NodaTime;
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class AgreementPage
{
    private const int Shown = 300;

    public static PageBody Of(Visit visit, string id)
    {
        var words = visit.Words;
        var agreement = visit.Agreement(id);
        var (on, knownAt) = (visit.Day("on") ?? visit.Today, visit.Day("known-at"));
        var events = visit.Ledger?.Events(new() { Agreement = id, KnownAt = knownAt }).ToList() ?? [];
        var answers = Statuses.Of(agreement, events, new(on, knownAt));
        var until = visit.Today > on ? visit.Today : on;
        var lanes = visit.Ledger is { } ledger ? visit.Site.Kept($"lanes {id} {until} {knownAt}", ledger, () => Lanes.Of(agreement, events, until, knownAt)) : Lanes.Of(agreement, events, until, knownAt);
        var findings = visit.Site.Findings(visit.Ledger).Where(finding => finding.Agreement == id).ToList();
        var names = Parts.Names(visit);
        return new(words.Agreement(id), Markup.Of($"""
            <p class="soft">{words.Say($"agreement-kind.{Json.Word(agreement.Kind)}")} · {string.Join("; ", agreement.Names.SelectMany(one => one.Value.Take(2)).Distinct().Take(6))}</p>
            <form action="/agreements/{id}">{Parts.Field("on", words.Say("web.on"), Edtf.Iso(on), "date")}{Parts.Field("known-at", words.Say("web.known-at"), knownAt is { } day ? Edtf.Iso(day) : null, "date")}<button>{words.Say("web.show")}</button> {Steps(visit, lanes, on)}</form>
            {Lanes.Drawn(lanes, on, words)}
            <details><summary>{words.Say("web.as-table")}</summary>{Lanes.Table(lanes, words)}</details>
            <h2>{words.Say("web.standing", words.Date(on))}</h2>
            <div class="standing">{Parts.Table(words.Say("web.standing", words.Date(on)), [words.Say("column.party"), words.Say("column.status"), words.Say("column.clocks-and-limits")], answers.GroupBy(answer => (Status: StatusOutput.StatusOf(answer, words), Running: StatusOutput.Running(answer, words))).Select(alike => Row(alike.Key.Status, alike.Key.Running, [.. alike], words)))}</div>
            <h2>{words.Say("web.findings")}</h2>
            {(findings.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Join(findings.Select(finding => Parts.Finding(finding, names, words, below: 2))))}
            <h2>{words.Say("web.terms")}</h2>
            {Parts.Table(words.Say("web.terms"), [words.Say("column.article"), words.Say("column.provision"), words.Say("column.rests-on")], agreement.Provisions.Select(provision => (IReadOnlyList<Markup>)[Parts.Text(provision.Ground.Article), Parts.Text(ProvisionWords.Of(provision, words)), Sources(agreement, provision.Ground, words)]))}
            <h2>{words.Say("web.events")}</h2>
            {EventTable.Of(events.Take(Shown), words)}
            <h2>{words.Say("web.register")}</h2>
            {Parts.Table(words.Say("web.register"), [words.Say("column.date"), words.Say("column.who"), words.Say("column.act"), words.Say("column.rests-on")], agreement.Register.OrderBy(act => act.Date.Earliest).Select(act => (IReadOnlyList<Markup>)[Parts.Text(words.Date(act.Date)), Parts.Text(words.Actors(act.Parties)), Parts.Text(words.Act(act.Act)), Sources(agreement, act.Ground, words)]))}
            <p>{words.Say("web.take-away")} {((string[])["csv", "jsonl", "ics", "markdown", "atom"]).Select(format => Markup.Of($"<a href=\"/api/v1/export?format={format}&amp;agreement={id}\">{format}</a> "))}</p>
            """));
    }

    private static IReadOnlyList<Markup> Row(string status, string running, IReadOnlyList<StatusAnswer> alike, Wording words) =>
    [
        Parts.Text(string.Join(", ", alike.Select(answer => StatusOutput.Whose(answer, words)))),
        Parts.Text(status),
        Markup.Of($"{(running == "" ? default : Parts.Lines(running.Split('\n')))}{(alike[0].Because.Count == 0 ? default : Markup.Of($"<details><summary>{words.Say("web.why")}</summary>{Parts.Steps(alike[0].Because, words)}</details>"))}"),
    ];

    /// <summary>To the change before the day and the one after it.</summary>
    private static Markup Steps(Visit visit, IReadOnlyList<(IReadOnlyList<string> Parties, IReadOnlyList<Stretch> Stretches)> lanes, LocalDate on)
    {
        var days = lanes.SelectMany(lane => lane.Stretches).Select(stretch => stretch.From).Distinct().Order().ToList();
        var before = days.Where(day => day < on).Select(day => (LocalDate?)day).LastOrDefault();
        var after = days.Where(day => day > on).Select(day => (LocalDate?)day).FirstOrDefault();
        return Markup.Of($"{Link(before, "←")} {Link(after, "→")}");

        Markup Link(LocalDate? day, string arrow) => day is { } to ? Markup.Of($"<a href=\"{visit.With("on", Edtf.Iso(to))}\">{arrow} {Edtf.Iso(to)}</a>") : default;
    }

    private static Markup Sources(Agreement agreement, Ground ground, Wording words) => Markup.Of(
        $"{ground.Sources.Select(key => agreement.Source(key) is { } source ? Markup.Of($"<span title=\"{source.Title}\">{Parts.Address(source.Address)}</span> ") : Markup.Of($"{key} "))}{(ground.Verified ? default : Markup.Of($"<span class=\"unverified\">{words.Say("reason.unverified")}</span>"))}");
}
