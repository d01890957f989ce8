// An explanation: the answer, the sentences that state it, and the articles that bear on it.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

internal static class ExplainOutput
{
    public static void Event(Utf8JsonWriter json, Event told, IReadOnlyList<Cited> cited, IReadOnlyList<(Agreement Agreement, Provision Provision)> articles, Wording words, Found found)
    {
        json.WriteStartObject();
        json.WriteString("asked", found.Id);
        json.WriteString("kind", IsReport(told, found) ? "report" : "event");
        if (found.SupersededBy is { } by) json.WriteString("supersededBy", by);
        json.WriteStartObject("event");
        TimelineOutput.Members(json, told);
        json.WriteEndObject();
        Tellers(json, cited);
        json.Objects("articles", articles, one =>
        {
            json.WriteString("agreement", one.Agreement.Id);
            json.WriteString("article", one.Provision.Ground.Article);
            json.WriteString("says", ProvisionWords.Of(one.Provision, words));
            json.Words("sources", one.Provision.Ground.Sources.Select(key => one.Agreement.Source(key)?.Address ?? key));
            json.WriteBoolean("verified", one.Provision.Ground.Verified);
        });
        json.WriteEndObject();
    }

    public static void Event(Lines lines, Event told, IReadOnlyList<Cited> cited, IReadOnlyList<(Agreement Agreement, Provision Provision)> articles, Wording words, Found found)
    {
        lines.Write(words.Say(IsReport(told, found) ? "explain.report" : "explain.event", Reasons.Short(found.Id)));
        if (found.SupersededBy is { } by) lines.Write(words.Say("explain.superseded", Reasons.Short(by)));
        lines.Write(Sentence(told, words), 2);
        lines.Write(words.Say("explain.date-of", told.Date is { } date ? words.Date(date) : words.Say("date.none")), 2);
        lines.Write(words.Say("explain.origins", told.Origins.ToString(CultureInfo.InvariantCulture), string.Join(", ", told.OriginNames.Select(Reasons.Short))), 2);
        Tellers(lines, cited, words);
        if (told.Variants.Count > 0)
        {
            lines.Write();
            lines.Write(words.Say("explain.variants"));
            foreach (var variant in told.Variants) lines.Item(words.Say("explain.variant", words.SayOr($"about.{variant.About}", variant.About), variant.Value, string.Join(", ", variant.Reports.Select(Reasons.Short))), 2);
        }
        if (articles.Count == 0) return;
        lines.Write();
        lines.Write(words.Say("explain.articles"));
        foreach (var (agreement, provision) in articles)
            lines.Item($"{words.Agreement(agreement.Id)}{(provision.Ground.Article is { } article ? $", {words.Say("reason.article", article)}" : "")}: {ProvisionWords.Of(provision, words)} [{Rests(agreement, provision.Ground, words)}]", 2);
    }

    public static void Finding(Utf8JsonWriter json, Finding finding, IReadOnlyList<Cited> cited, Wording words, Func<string, string> name)
    {
        json.WriteStartObject();
        json.WriteString("kind", "finding");
        json.WritePropertyName("finding");
        FindingOutput.Write(json, finding, words, name);
        Reasons.Steps(json, finding.Because, words);
        Tellers(json, cited);
        json.WriteEndObject();
    }

    public static void Finding(Lines lines, Finding finding, IReadOnlyList<Cited> cited, Wording words)
    {
        FindingOutput.Write(lines, finding, words);
        Tellers(lines, cited, words);
    }

    public static void Status(Utf8JsonWriter json, StatusAnswer answer, IReadOnlyList<Cited> cited, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("kind", "status");
        json.WritePropertyName("status");
        StatusOutput.Write(json, answer, words);
        Reasons.Steps(json, answer.Because, words);
        Tellers(json, cited);
        json.WriteEndObject();
    }

    public static void Status(Lines lines, StatusAnswer answer, IReadOnlyList<Cited> cited, Wording words)
    {
        lines.Write(words.Say("explain.status", answer.Agreement, answer.Party, Edtf.Iso(answer.On), answer.Status.Word()));
        foreach (var reason in answer.Because) lines.Item(Reasons.Line(reason, words), 2);
        Tellers(lines, cited, words);
    }

    /// <summary>An event in one line: who, what, to whom, about what.</summary>
    public static string Sentence(Event told, Wording words)
    {
        var said = told.Source.Count > 0 ? $"{words.Actors(told.Source)}: {TimelineOutput.ActOf(told, words)}" : TimelineOutput.ActOf(told, words);
        if (told.Target.Count > 0) said += $" → {words.Actors(told.Target)}";
        return told.Agreement is { } agreement ? $"{said} ({words.Agreement(agreement)})" : said;
    }

    /// <summary>An event bears the id of one of its reports: that id asks for the event.</summary>
    private static bool IsReport(Event told, Found found) => found.Report is not null && found.Id != told.Id;

    private static void Tellers(Utf8JsonWriter json, IReadOnlyList<Cited> cited)
    {
        json.WriteStartArray("tellers");
        foreach (var one in cited) one.Write(json);
        json.WriteEndArray();
    }

    private static void Tellers(Lines lines, IReadOnlyList<Cited> cited, Wording words)
    {
        if (cited.Count == 0) return;
        lines.Write();
        lines.Write(words.Say("explain.tellers", cited.Count.ToString(CultureInfo.InvariantCulture)));
        foreach (var one in cited) one.Write(lines, words);
    }

    private static string Rests(Agreement agreement, Ground ground, Wording words) =>
        ground.Sources.Count == 0 ? words.Say("reason.unverified") : string.Join("; ", ground.Sources.Select(key => agreement.Source(key)?.Address ?? key)) + (ground.Verified ? "" : $"; {words.Say("reason.unverified")}");
}
