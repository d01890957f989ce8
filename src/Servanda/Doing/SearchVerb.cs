// search: stories and reports that hold words, with or without their accents.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>A story must hold all the words; words in double quotes stand together. Of each story the reports are given whose sentences hold one of them.</summary>
internal static class SearchVerb
{
    private const int Most = 20;

    public static Verb Verb { get; } = new("search", [new("WORDS", Required: true, Many: true)], [new("--limit", "N"), Questions.On, Questions.KnownAt, Ledgers.Option, new("--format", "table|json")], Run)
    { Asks = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var words = string.Join(' ', call.Texts("WORDS"));
        if (SearchWords.Phrases(words).Count == 0) throw new WrongCall("wrong.words", words);
        var (on, knownAt, limit) = (call.Day("--on"), call.Day("--known-at"), call.Whole("--limit", 1) ?? Most);
        using var ledger = Ledgers.ToRead(call);
        var hits = Hits(ledger, words, on, knownAt, limit);
        if (json) Json.WriteLines(call.Out, hits, Write, call.DataVersion);
        else Tell(call, hits);
        return Exit.Done;
    }

    /// <summary>The stories with the reports of the day asked for; a story counts for a day where one of its reports may lie on it.</summary>
    private static List<(SearchHit Hit, IReadOnlyList<Report> Reports)> Hits(LedgerStore ledger, string words, NodaTime.LocalDate? on, NodaTime.LocalDate? knownAt, int limit)
    {
        var isNarrowed = on is not null || knownAt is not null;
        var hits = ledger.Search(words, isNarrowed ? int.MaxValue : limit).Where(hit => knownAt is not { } day || hit.Page.Told?.Latest <= day);
        var found = hits.Select(hit => (hit, Reports: OnDay(ledger.Reports(hit.Reports), on)));
        return [.. found.Where(one => on is null || one.Reports.Count > 0).Take(limit)];
    }

    private static IReadOnlyList<Report> OnDay(IReadOnlyList<Report> reports, NodaTime.LocalDate? on) =>
        on is not { } day ? reports : [.. reports.Where(report => report.Date?.Meet(Edtf.Of(day)) is not null)];

    private static void Write(Utf8JsonWriter json, (SearchHit Hit, IReadOnlyList<Report> Reports) one)
    {
        var page = one.Hit.Page;
        json.WriteStartObject();
        json.WriteString("page", page.Id);
        json.Words("names", page.Names);
        json.WriteString("title", page.Title);
        json.WriteString("outlet", page.Outlet);
        json.Date("told", page.Told);
        json.WriteString("excerpt", one.Hit.Excerpt);
        json.Objects("reports", one.Reports, report =>
        {
            json.WriteString("report", report.Id);
            json.Deed(report);
        });
        json.WriteEndObject();
    }

    private static void Tell(Call call, List<(SearchHit Hit, IReadOnlyList<Report> Reports)> hits)
    {
        var (lines, words) = (new Lines(call.Out, call.Surroundings.Width), call.Wording);
        if (hits.Count == 0) lines.Write(words.Say("search.none"));
        foreach (var (hit, reports) in hits)
        {
            lines.Write(words.Say("search.story", hit.Page.Title ?? "", string.Join(", ", hit.Page.Names), hit.Page.Outlet ?? words.Say("explain.no-outlet"), hit.Page.Told is { } told ? words.Date(told) : words.Say("date.none")));
            lines.Write($"“{hit.Excerpt}”", 2);
            foreach (var report in reports)
                lines.Item($"{report.Date?.Text ?? words.Say("date.none")}  {ExplainOutput.Sentence(report.Source, report.Act, report.Target, report.Agreement, words)}  {Reasons.Short(report.Id)}", 2);
            lines.Write();
        }
    }
}
