// What would follow if a party gave notice, left, suspended or resumed.
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class WhatIfPage
{
    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var agreement = visit.Text("agreement") is { } id ? visit.Agreement(id) : null;
        var (party, act, on) = (visit.Actor("party"), visit.OneOf("act", WhatIfs.Acts) ?? WhatIfs.Acts[0], visit.Day("on") ?? visit.Today);
        var parties = agreement is null ? visit.Site.Actors.Names(words) : [.. agreement.Parties.Select(one => words.Actor(one.Party)).Order(StringComparer.Ordinal)];
        var form = Markup.Of($"""
            <form action="/whatif">{Parts.Choice("agreement", words.Say("column.agreement"), agreement?.Id, visit.Knowledge.Agreements.Select(one => (one.Id, words.Agreement(one.Id))).OrderBy(one => one.Item2, StringComparer.Ordinal))}
            {Parts.Field("party", words.Say("column.party"), party is null ? null : words.Actor(party), suggestions: "parties")}{Parts.Choice("act", words.Say("column.act"), act, WhatIfs.Acts.Select(one => (one, words.Act(one))))}{Parts.Field("on", words.Say("web.on"), Edtf.Iso(on), "date")}<button>{words.Say("web.ask")}</button>{Parts.Suggestions("parties", parties)}</form>
            """);
        if (agreement is null || party is null)
            return new(words.Say("web.whatif"), Markup.Of($"<p>{words.Say("web.whatif-what")}</p>{form}<p>{words.Say("web.for-example")} <a href=\"/whatif?agreement=npt&amp;party=PRK&amp;act=notify-withdrawal\">{words.Actor("PRK")}, {words.Agreement("npt")}</a> · <a href=\"/whatif?agreement=nato-membership&amp;party=USA&amp;act=notify-withdrawal\">{words.Actor("USA")}, {words.Agreement("nato-membership")}</a></p>"));
        var knownAt = on.PlusDays(-1);
        var answer = WhatIfs.Of(visit.Site.Docket(visit.Ledger, agreement, knownAt).Course, party, act, on);
        return new(words.Say("web.whatif"), Markup.Of($"{form}{Answer(answer, words)}"));
    }

    private static string Possible(bool? possible, Wording words) => possible switch { true => words.Say("whatif.possible"), false => words.Say("whatif.impossible"), null => words.Say("whatif.unsettled") };

    private static Markup Answer(WhatIfAnswer answer, Wording words) => Markup.Of($"""
        <h2>{words.Say("whatif.asked", answer.Party, answer.Act, answer.Agreement, Edtf.Iso(answer.On))}</h2>
        <p class="answer-box">{Possible(answer.Possible, words)}{(answer.Earliest is { } day ? Markup.Of($" {(answer.Other is { } other ? words.Say("whatif.earliest-or", Edtf.Iso(day), Edtf.Iso(other)) : words.Say("whatif.earliest", Edtf.Iso(day)))}") : default)}</p>
        {(answer.NotBefore is { } first ? Markup.Of($"<p>{words.Say("whatif.not-before", Edtf.Iso(first))}</p>") : default)}
        {(answer.NoticeBy is { } by ? Markup.Of($"<p>{words.Say("whatif.notice-by", Edtf.Iso(answer.On), Edtf.Iso(by))}</p>") : default)}
        <h3>{words.Say("web.why")}</h3>{Parts.Steps(answer.Because, words)}
        {(answer.Duties.Count == 0 ? default : Markup.Of($"<h3>{words.Say("whatif.must-follow")}</h3>{Parts.Table(words.Say("whatif.must-follow"), [words.Say("whatif.must-follow"), words.Say("column.first"), words.Say("column.last"), words.Say("column.article")], answer.Duties.Select(duty => (IReadOnlyList<Markup>)
            [Parts.Text(duty.From is null ? words.Say(duty.Why.Text) : words.SayOr($"clock.what.{duty.What}", duty.What)), Parts.Text(duty.From is { } from ? words.Date(from) : words.Say("whatif.with-the-act")), Parts.Text(duty.Until is { } until ? words.Date(until) : ""), Parts.Text(duty.Why.Article)]))}"))}
        {(answer.Changes.Count == 0 ? default : Markup.Of($"<h3>{words.Say("web.what-changes")}</h3>{Parts.Table(words.Say("web.what-changes"), [words.Say("column.date"), words.Say("column.party"), words.Say("whatif.before"), words.Say("whatif.after")], answer.Changes.GroupBy(change => (change.On, change.Before, change.After)).Select(alike => (IReadOnlyList<Markup>)
            [Parts.Text(words.Date(alike.Key.On)), Parts.Text(words.Actors(alike.Select(change => change.Party))), Parts.Text(words.Say($"status.{alike.Key.Before.Word()}")), Parts.Text(words.Say($"status.{alike.Key.After.Word()}"))]))}"))}
        {(answer.Released.Count == 0 ? default : Markup.Of($"<h3>{words.Say("whatif.released")}</h3>{Parts.Lines(answer.Released.Select(provision => ProvisionWords.Of(provision, words)))}"))}
        """);
}
