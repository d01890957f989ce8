// What people have ruled about reports, and the official documents that were entered: who, when, why, and what became of it.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class RulingsPage
{
    private const int Shown = 300;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger) return new(words.Say("web.rulings"), Markup.Of($"<p>{words.Say("web.no-ledger")}</p>"));
        var orphaned = visit.OneOf("orphaned", ["0", "1"]) == "1";
        var (all, contested, records) = visit.Site.Kept("rulings", ledger, () => Tuple.Create(ledger.Rulings(), Servanda.Ledger.Rulings.Contested(ledger.StandingRulings()), ledger.Records()));
        var rulings = all.Where(stored => !orphaned || stored.IsOrphaned).Reverse().ToList();
        return new(words.Say("web.rulings"), Markup.Of($"""
            <p>{words.Say("web.rulings-what")}</p>
            <form action="/rulings">{Parts.Choice("orphaned", words.Say("web.which"), orphaned ? "1" : "0", [("0", words.Say("web.all")), ("1", words.Say("ruling.orphaned"))])}<button>{words.Say("web.show")}</button></form>
            {(rulings.Count == 0 ? Markup.Of($"<p>{words.Say("ruling.none")}</p>") : Parts.Table(words.Say("web.rulings"), [words.Say("column.date"), words.Say("web.by"), words.Say("web.ruling"), words.Say("column.reports"), words.Say("web.because"), words.Say("column.status")],
                rulings.Take(Shown).Select(stored => Row(stored, contested.Contains(stored.Ruling.Id), words))))}
            {(rulings.Count > Shown ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(rulings.Count - Shown))}</p>") : default)}
            <h2>{words.Say("web.documents")}</h2>
            {(records.Count == 0 ? Markup.Of($"<p>{words.Say("record.none")}</p>") : Parts.Table(words.Say("web.documents"), [words.Say("column.date"), words.Say("column.act"), words.Say("web.document"), words.Say("web.received")],
                records.Take(Shown).Select(report => (IReadOnlyList<Markup>)
                [
                    Parts.Text(report.Date is { } date ? words.Date(date) : words.Say("date.none")),
                    Markup.Of($"<a href=\"/events/{report.Id}\">{ExplainOutput.Sentence(report.Source, report.Act, report.Target, report.Agreement, words)}</a>"),
                    Parts.Text(report.Record!.Title is { } title ? $"{report.Record.Reference}, “{title}”" : report.Record.Reference),
                    Parts.Text(string.Join("; ", report.Record.Received.Select(receipt => $"{words.Actor(receipt.Addressee)} {words.Date(receipt.On)}"))),
                ])))}
            """));
    }

    private static IReadOnlyList<Markup> Row(Store.StoredRuling stored, bool isContested, Words.Wording words)
    {
        var ruling = stored.Ruling;
        var state = stored.IsOrphaned ? words.Say("ruling.orphaned") : isContested ? words.Say("ruling.contested") : words.Say("web.stands");
        var what = words.Say($"ruling.{Json.Word(ruling.Kind)}") + (ruling.Corrections.Count == 0 ? "" : $" ({string.Join("; ", ruling.Corrections.Select(one => $"{words.SayOr($"about.{one.About}", one.About)}: {one.Value ?? words.Say("date.none")}"))})");
        return
        [
            Parts.Text(words.Date(ruling.MadeOn)), Parts.Text(ruling.By), Parts.Text(what),
            Markup.Join(stored.Reports.Take(8).Select(report => report.Live is { } live ? Markup.Of($"<a href=\"/events/{live}\">{words.Act(report.Named.Act)} {Reasons.Short(live)}</a> ") : Markup.Of($"{words.Act(report.Named.Act)} {Reasons.Short(report.Named.Id)}† "))),
            Parts.Text(ruling.Why), Parts.Text(state),
        ];
    }
}
