// One event: what its tellers agree on, where they differ, which of them are independent, sentence by sentence.
using Servanda.Doing;
using Servanda.Doors;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class EventPage
{
    /// <summary>Tellers shown with their sentences; where an event has more, the rest are a list.</summary>
    private const int InFull = 40;

    public static PageBody Of(Visit visit, string id)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger || ledger.Find(id).One is not { Event: { } told } found) throw new WrongCall("wrong.id", id);
        var one = ExplainVerb.Explained(visit.Knowledge, ledger, told, found);
        var tellers = one.Tellers.ToDictionary(teller => teller.Report.Id, StringComparer.Ordinal);
        var findings = visit.Site.Findings(ledger).RestingOn(tellers.Keys);
        return new(ExplainOutput.Sentence(told, words), Markup.Of($"""
            {Facts(one, visit, ledger)}
            {findings.Select(finding => Parts.Finding(finding, Parts.Names(visit, finding), words))}
            {Compared(one, tellers, words)}
            <h2>{words.Say("web.who-tells", Visit.Whole(one.Origins.Count), Visit.Whole(one.Tellers.Count))}</h2>
            <p class="soft">{words.Say("web.origins-what")}</p>
            {one.Origins.Select((origin, i) => Origin(origin, i + 1, tellers, words))}
            {(one.Articles.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.articles")}</h2><ul>{one.Articles.Select(article => Markup.Of($"<li>{Parts.Agreement(article.Agreement.Id, words)}{(article.Provision.Ground.Article is { } number ? Markup.Of($", {words.Article(number)}") : default)}: {ProvisionWords.Of(article.Provision, words)}</li>"))}</ul>"))}
            {(one.Rulings.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.rulings")}</h2>{Parts.Lines(one.Rulings.Select(stored => RulingOutput.Line(stored, words, ExplainOutput.IsContested(one, stored))))}"))}
            {RulingForm.Of(visit, one)}
            <p class="soft">{words.Say("column.id")}: {told.Id} · {words.Say("web.cite")} {((string[])["bibtex", "csl", "footnote"]).Select(style => Markup.Of($"<a href=\"/api/v1/explain?id={told.Id}&amp;cite={style}\">{style}</a> "))}</p>
            """));
    }

    private static Markup Facts(ExplainedEvent one, Visit visit, LedgerStore ledger)
    {
        var (told, words) = (one.Event, visit.Words);
        return Markup.Of($"""
            <dl class="facts">
            {(told.Agreement is { } agreement ? Fact(words.Say("column.agreement"), Parts.Agreement(agreement, words)) : default)}
            {Fact(words.Say("column.date"), Markup.Of($"{(told.Date is { } date ? words.Date(date) : words.Say("date.none"))}{(told.DateDerivation is { Length: > 0 } derivation ? Markup.Of($" <span class=\"soft\">{words.Say("explain.derived", derivation)}</span>") : default)}"))}
            {(told.Source.Count == 0 || told.Target.Count == 0 ? default : Fact(words.Say("web.actors"), Markup.Of($"<a href=\"/actors?a={Uri.EscapeDataString(told.Source[0])}&amp;b={Uri.EscapeDataString(told.Target[0])}\">{words.Actor(told.Source[0])} – {words.Actor(told.Target[0])}</a>")))}
            {Fact(words.Say("web.independent"), Markup.Of($"{told.Origins}"))}
            {(told.SourceClasses.Count == 0 ? default : Fact(words.Say("web.classes"), Parts.Text(string.Join(", ", told.SourceClasses.Select(kind => words.Say($"source-class.{kind}"))))))}
            {told.Records.Select(record => Fact(words.Say("web.document"), Parts.Text(record.Title is { } title ? $"{record.Reference}, “{title}”" : record.Reference)))}
            {(told.InResponseTo.Count == 0 ? default : Fact(words.Say("web.answers"), Markup.Join(told.InResponseTo.Select(other => ledger.File(other)?.Event is { } answered ? Markup.Of($"{Parts.Event(answered, words)} ") : default))))}
            </dl>
            """);
    }

    private static Markup Fact(string name, Markup value) => Markup.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    /// <summary>What all say alike, and beside each other what some say otherwise.</summary>
    private static Markup Compared(ExplainedEvent one, Dictionary<string, Cited> tellers, Wording words)
    {
        var differ = one.Event.Variants.Where(variant => variant.About != "ruling").ToList();
        if (one.Tellers.Count < 2) return default;
        return Markup.Of($"""
            <h2>{words.Say("web.compared")}</h2>
            {Parts.Table(words.Say("web.compared"), [words.Say("column.about"), words.Say("web.said"), words.Say("web.said-by")],
                one.Agreed.Select(value => Row(value, words, Parts.Text(words.Say("web.all-say", Visit.Whole(value.Reports.Count))), false))
                    .Concat(differ.Select(value => Row(value, words, Markup.Join(Outlets(value, tellers, words).Select((name, i) => Markup.Of($"{(i > 0 ? ", " : "")}{name}"))), true))))}
            """);
    }

    private static IReadOnlyList<Markup> Row(Variant value, Wording words, Markup by, bool differs) =>
    [
        Markup.Of($"<span class=\"sign\">{(differs ? "≠" : "=")}</span> {ExplainOutput.About(value.About, words)}"),
        Parts.Text(value.About == "date" && Edtf.TryParse(value.Value, out var date) ? words.Date(date) : ExplainOutput.ValueOf(value, words)),
        by,
    ];

    private static IEnumerable<string> Outlets(Variant value, Dictionary<string, Cited> tellers, Wording words) =>
        value.Reports.Where(tellers.ContainsKey).Select(report => tellers[report]).Select(teller => teller.Story.Outlet ?? teller.Story.Title ?? words.Say("explain.no-outlet")).Distinct(StringComparer.Ordinal);

    private static Markup Origin(Origin origin, int number, Dictionary<string, Cited> tellers, Wording words) => Markup.Of($"""
        <section class="origin" aria-label="{words.Say("web.origin", Visit.Whole(number))}"><h3>{words.Say("web.origin", Visit.Whole(number))} <span class="soft">{string.Join(", ", origin.Names.Select(Reasons.Short))}{(origin.Shared.Count == 0 ? null : $" ({string.Join(", ", origin.Shared.Select(why => words.Say($"explain.shared-{why}")))})")}</span></h3>
        {origin.Reports.Where(tellers.ContainsKey).Take(InFull).Select(report => Teller(tellers[report], words))}
        {(origin.Reports.Count > InFull ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(origin.Reports.Count - InFull))}</p>") : default)}</section>

        """);

    private static Markup Teller(Cited teller, Wording words)
    {
        var report = teller.Report;
        var notes = new[]
        {
            report.When is { } when ? words.Say("explain.date", when.Words, report.Date is { } date ? words.Date(date) : words.Say("date.none"), when.Rule) : null,
            report.Speaker is { } speaker ? words.Say("explain.speaker", speaker) : null,
            report.Via.Count > 0 ? words.Say("explain.via", string.Join(", ", report.Via)) : null,
            words.Say("explain.rules", string.Join(", ", report.Rules)),
        };
        return Markup.Of($"""
            <div class="teller"><p>{Parts.Story(report.Page, teller.Story.Title ?? string.Join(", ", teller.Names), $"r-{report.Id}")}<br><span class="soft">{teller.Story.Outlet ?? words.Say("explain.no-outlet")} · {words.Say("web.told", teller.Told.When is { } day ? words.Date(day) : words.Say("date.none"))} {(teller.Address is { } address ? Parts.Address(address) : default)}</span></p>
            {teller.Places.Select(place => Markup.Of($"<blockquote>{place.Text} <span class=\"soft\">{words.Say("export.lines", Visit.Whole(place.Line))}</span></blockquote>"))}
            <details><summary>{words.Say("web.how-read")}</summary>{Parts.Lines(notes.OfType<string>())}</details></div>

            """);
    }
}
