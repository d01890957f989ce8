// One docket as a single HTML file that needs nothing beside it: where the parties stand, what is found, the terms, the events with their sentences, and the pages.
using System.Reflection;
using NodaTime;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Output;
using Servanda.Output.Exports;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>What a dossier is made of.</summary>
/// <param name="Agreement">The agreement whose docket it is; null for that of actors.</param>
/// <param name="On">The day on which the parties' standing is told.</param>
internal sealed record Docket(string Title, Agreement? Agreement, IReadOnlyList<string> Actors, IReadOnlyList<EventFile> Files, IReadOnlyList<Finding> Findings, LocalDate On, LocalDate? KnownAt, IReadOnlyList<ActDefinition> Acts, Provenance Provenance);

/// <summary>The same docket gives the same bytes. Everything from pages is text; nothing in the file loads, runs or sends anything, and its own policy says so.</summary>
internal static class Dossier
{
    public static void Write(TextWriter writer, Docket docket, Wording words)
    {
        var pages = docket.Files.SelectMany(file => file.Reports).Select(report => report.Page).DistinctBy(page => page.Id).OrderBy(page => page.Told?.Earliest ?? LocalDate.MaxIsoValue).ThenBy(page => page.Id, StringComparer.Ordinal).ToList();
        var number = pages.Select((page, i) => (page.Id, Number: i + 1)).ToDictionary(page => page.Id, page => page.Number, StringComparer.Ordinal);
        var known = docket.Files.SelectMany(file => file.Event.Reports.Select(report => (Report: report, Event: file.Event.Id))).ToDictionary(one => one.Report, one => one.Event, StringComparer.Ordinal);
        writer.Write(Markup.Of($"""
            <!doctype html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
            <meta name="generator" content="servanda {Program.Version}">
            <meta name="servanda-ledger" content="{docket.Provenance.Ledger}">
            <meta name="servanda-data" content="{docket.Provenance.Data}">
            <title>{docket.Title}</title>
            <style>
            {Style()}
            </style>
            </head>
            <body>
            <main>
            <h1>{docket.Title}</h1>
            <p class="soft">{words.Say("export.from", docket.Provenance.Ledger, docket.Provenance.Data)}{(docket.KnownAt is { } day ? $" · {words.Say("web.known-at")} {words.Date(day)}" : null)}</p>
            {(docket.Agreement is { } agreement ? Standing(docket, agreement, known, words) : default)}
            {(docket.Actors is [var one, var other] ? Rungs(docket, one, other, words) : default)}
            <h2>{words.Say("web.findings")}</h2>
            {(docket.Findings.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Join(docket.Findings.Select(finding => Finding(finding, known, number, words))))}
            {(docket.Agreement is { } of ? Terms(of, words) : default)}
            <h2>{words.Say("web.events")}</h2>
            {(docket.Files.Count == 0 ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Markup.Join(docket.Files.Select(file => Event(file, docket.Agreement?.Id, number, words))))}
            <h2>{words.Say("dossier.pages")}</h2>
            <ol>{pages.Select(page => Markup.Of($"<li id=\"p-{number[page.Id]}\">{Reference.Of(page, []).Plain(words)}</li>\n"))}</ol>
            </main>
            </body>
            </html>

            """).ToString());
    }

    private static Markup Standing(Docket docket, Agreement agreement, Dictionary<string, string> known, Wording words)
    {
        var events = docket.Files.Select(file => file.Event).ToList();
        var course = new Course(agreement, events, docket.KnownAt);
        var (answers, lanes) = (course.On(docket.On), Lanes.Of(course, docket.On));
        return Markup.Of($"""
            {(lanes.Count == 0 ? default : LaneDrawing.Of(lanes, lanes.Min(lane => lane.Stretches[0].From), lanes.Max(lane => lane.Stretches[^1].Until), docket.On, words))}
            <h2>{words.Say("web.standing", words.Date(docket.On))}</h2>
            {Parts.Table(words.Say("web.standing", words.Date(docket.On)), [words.Say("column.party"), words.Say("column.status"), words.Say("column.clocks-and-limits")],
                answers.GroupBy(answer => (Status: StatusOutput.StatusOf(answer, words), Running: StatusOutput.Running(answer, words, inWords: true))).Select(alike => (IReadOnlyList<Markup>)
                [
                    Parts.Text(string.Join(", ", alike.Select(answer => StatusOutput.Whose(answer, words)))), Parts.Text(alike.Key.Status),
                    Markup.Of($"{(alike.Key.Running == "" ? default : Parts.Lines(alike.Key.Running.Split('\n')))}{Steps(alike.First().Because, known, words)}"),
                ]))}
            """);
    }

    private static Markup Rungs(Docket docket, string one, string other, Wording words)
    {
        var rungs = Ladder.Of(docket.Files.Select(file => file.Event), one, other, docket.Acts);
        return rungs.Count == 0 ? default : Markup.Of($"""
            <h2>{words.Say("web.ladder")}</h2>
            {Parts.Table(words.Say("web.ladder"), [words.Say("column.date"), words.Actor(one), words.Actor(other)], rungs.Select(rung =>
            {
                var cell = Markup.Of($"<a href=\"#e-{rung.Event.Id}\">{ExplainOutput.Sentence(rung.Event, words)}</a>{rung.Answers.Select(id => Markup.Of($" <a href=\"#e-{id}\">↳</a>"))}");
                return (IReadOnlyList<Markup>)[Parts.Text(Day(rung.Event, words)), rung.By == one ? cell : default, rung.By == one ? default : cell];
            }))}
            """);
    }

    private static Markup Finding(Finding finding, Dictionary<string, string> known, Dictionary<string, int> number, Wording words) => Markup.Of($"""
        <article class="finding {Json.Word(finding.Kind)}" id="f-{finding.Id}"><h3><span class="kind">{words.Say($"kind.{Json.Word(finding.Kind)}")}</span> {words.Say(finding.Says)}</h3>
        {Steps(finding.Because, known, words)}
        {(finding.Repair is { } repair ? Markup.Of($"<p class=\"repair\">{words.Say("findings.repair", words.Say(repair))}</p>") : default)}
        <p>{words.Say("findings.pages", "")} {finding.Pages.Where(number.ContainsKey).Select(page => Mark(number[page]))}</p></article>

        """);

    private static Markup Steps(IEnumerable<Reason> reasons, Dictionary<string, string> known, Wording words) => Markup.Of(
        $"<ol class=\"steps\">{reasons.Select(reason => Markup.Of($"<li>{words.Say(reason.Text)} <span class=\"rests\">{(reason.Article is { } article ? words.Article(article) : null)} {(reason.Source is { } source ? Parts.Address(source) : default)} {(reason.Report is { } report && known.TryGetValue(report, out var told) ? Markup.Of($"<a href=\"#e-{told}\">{words.Say("reason.report", Reasons.Short(report))}</a>") : default)} {(reason.Verified ? null : words.Say("reason.unverified"))}</span></li>"))}</ol>");

    private static Markup Terms(Agreement agreement, Wording words) => Markup.Of($"""
        <h2>{words.Say("web.terms")}</h2>
        {Parts.Table(words.Say("web.terms"), [words.Say("column.article"), words.Say("column.provision"), words.Say("column.rests-on")], agreement.Provisions.Select(provision => (IReadOnlyList<Markup>)
            [Parts.Text(provision.Ground.Article), Parts.Text(ProvisionWords.Of(provision, words)), Markup.Of($"{provision.Ground.Sources.Select(key => agreement.Source(key) is { } source ? Markup.Of($"{source.Title}, {Parts.Address(source.Address)}, {words.Say("export.checked", Edtf.Iso(source.Checked))} ") : Markup.Of($"{key} "))}{(provision.Ground.Verified ? null : words.Say("reason.unverified"))}")]))}
        """);

    private static Markup Event(EventFile file, string? within, Dictionary<string, int> number, Wording words) => Markup.Of($"""
        <section id="e-{file.Event.Id}"><h3>{Day(file.Event, words)}: {ExplainOutput.Sentence(file.Event.Agreement == within ? file.Event with { Agreement = null } : file.Event, words)} <span class="soft">{words.Say("web.who-tells", Visit.Whole(file.Event.Origins), Visit.Whole(file.Reports.Count))}</span></h3>
        {file.Reports.Select(report => Markup.Of($"<blockquote>{string.Join(" … ", report.Evidence)} {Mark(number[report.Page.Id])}</blockquote>"))}</section>

        """);

    private static Markup Mark(int page) => Markup.Of($"<a href=\"#p-{page}\">[{page}]</a> ");

    private static string Day(Event told, Wording words) => told.Date is { } date ? words.Date(date) : words.Say("date.none");

    /// <summary>The look of the web pages, as it is: it is ours alone and holds nothing from pages.</summary>
    private static Markup Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream);
        return Markup.Ours(reader.ReadToEnd());
    }
}
