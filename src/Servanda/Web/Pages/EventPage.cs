// One event: what the tellers agree on, where they differ, who they are, sentence by sentence.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class EventPage
{
    public static PageBody Of(Visit visit, string id)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger || ledger.Find(id) is not { One.Event: { } told }) throw new WrongCall("wrong.id", id);
        var file = ledger.File(told.Id)!;
        return new(ExplainOutput.Sentence(told, words), Markup.Of($"""
            <p>{(told.Agreement is { } agreement ? Markup.Of($"{Parts.Agreement(agreement, words)} · ") : default)}{words.Say("explain.date-of", told.Date is { } date ? words.Date(date) : words.Say("date.none"))} · {words.Say("explain.origins", Visit.Whole(told.Origins), string.Join(", ", told.OriginNames.Select(Reasons.Short)))}</p>
            {(told.InResponseTo.Count == 0 ? default : Markup.Of($"<p>{words.Say("web.answers")} {told.InResponseTo.Select(other => ledger.File(other)?.Event is { } answered ? Markup.Of($"{Parts.Event(answered, words)} ") : default)}</p>"))}
            {(told.Variants.Count == 0 ? default : Markup.Of($"<h2>{words.Say("explain.variants")}</h2><ul>{told.Variants.Select(variant => Markup.Of($"<li>{words.SayOr($"about.{variant.About}", variant.About)}: {variant.Value} ({variant.Reports.Count})</li>"))}</ul>"))}
            <h2>{words.Say("explain.tellers", Visit.Whole(file.Reports.Count))}</h2>
            {file.Reports.Select(report => Teller(report, visit))}
            <p class="soft">{words.Say("column.id")}: {told.Id}</p>
            """));
    }

    private static Markup Teller(ReportFile report, Visit visit)
    {
        var words = visit.Words;
        var notes = new[]
        {
            report.Report.When is { } when ? words.Say("explain.date", when.Words, report.Report.Date?.Text ?? words.Say("date.none"), when.Rule) : null,
            report.Report.Speaker is { } speaker ? words.Say("explain.speaker", speaker) : null,
            report.Report.Via.Count > 0 ? words.Say("explain.via", string.Join(", ", report.Report.Via)) : null,
            words.Say("explain.rules", string.Join(", ", report.Report.Rules)),
        };
        return Markup.Of($"""
            <section><h3>{Parts.Story(report.Page.Id, report.Page.Title ?? report.Page.Names[0])}</h3>
            <p class="soft">{report.Page.Outlet ?? words.Say("explain.no-outlet")} · {(report.Page.Told is { } day ? words.Date(day) : words.Say("date.none"))} {(report.Page.Address is { } address ? Parts.Address(address) : default)}</p>
            {report.Evidence.Select(text => Markup.Of($"<blockquote>{text}</blockquote>"))}
            <details><summary>{words.Say("web.how-read")}</summary>{Parts.Lines(notes.OfType<string>())}</details></section>

            """);
    }
}
