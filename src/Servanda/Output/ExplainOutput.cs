// An explanation: the answer, the sentences that state it, and the articles that bear on it.
using System.Globalization;
using System.Text.Json;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

/// <summary>An event with all it rests on.</summary>
/// <param name="Origins">Its reports by the independent origin that they come from.</param>
/// <param name="Agreed">What more than one teller says and none says otherwise.</param>
internal sealed record ExplainedEvent(
    Event Event, Found Found, IReadOnlyList<Cited> Tellers, IReadOnlyList<Origin> Origins, IReadOnlyList<Variant> Agreed, IReadOnlyList<(Agreement Agreement, Provision Provision)> Articles,
    IReadOnlyList<StoredRuling> Rulings);

internal static class ExplainOutput
{
    private const int MostInFull = 3;

    public static void Event(Utf8JsonWriter json, ExplainedEvent one, Wording words)
    {
        json.WriteStartObject();
        json.WriteString("asked", one.Found.Id);
        json.WriteString("kind", IsReport(one.Event, one.Found) ? "report" : "event");
        if (one.Found.SupersededBy is { } by) json.WriteString("supersededBy", by);
        json.WriteStartObject("event");
        TimelineOutput.Members(json, one.Event);
        json.WriteEndObject();
        json.Objects("years", one.Event.Years ?? [], year =>
        {
            json.WriteString("report", year.Report);
            json.WriteString("from", year.From);
        });
        json.Objects("independent", one.Origins, origin =>
        {
            json.Words("names", origin.Names);
            json.Words("reports", origin.Reports);
            json.Words("shared", origin.Shared);
        });
        Values(json, "agreed", one.Agreed);
        Values(json, "differ", one.Event.Variants);
        Tellers(json, one.Tellers);
        json.Objects("rulings", one.Rulings, stored => RulingOutput.Members(json, stored, IsContested(one, stored)));
        json.Objects("articles", one.Articles, article =>
        {
            json.WriteString("agreement", article.Agreement.Id);
            json.WriteString("article", article.Provision.Ground.Article);
            json.WriteString("says", ProvisionWords.Of(article.Provision, words));
            json.Words("sources", article.Provision.Ground.Sources.Select(key => article.Agreement.Source(key)?.Address ?? key));
            json.WriteBoolean("verified", article.Provision.Ground.Verified);
        });
        json.WriteEndObject();
    }

    public static void Event(Lines lines, ExplainedEvent one, Wording words)
    {
        var told = one.Event;
        lines.Write(words.Say(IsReport(told, one.Found) ? "explain.report" : "explain.event", Reasons.Short(one.Found.Id)));
        if (one.Found.SupersededBy is { } by) lines.Write(words.Say("explain.superseded", Reasons.Short(by)));
        lines.Write(Sentence(told, words), 2);
        lines.Write(words.Say("explain.date-of", told.Date is { } date ? words.Date(date) : words.Say("date.none")), 2);
        if (told.DateDerivation is { Length: > 0 } derivation) lines.Write(words.Say("explain.derived", derivation), 2);
        foreach (var year in told.Years ?? []) lines.Write(words.Say("explain.year", Reasons.Short(year.Report), Reasons.Short(year.From)), 2);
        foreach (var record in told.Records) RecordOutput.Write(lines, record, words);
        lines.Write(words.Say("explain.origins", told.Origins.ToString(CultureInfo.InvariantCulture), string.Join(", ", told.OriginNames.Select(Reasons.Short))), 2);
        foreach (var origin in one.Origins.Where(origin => origin.Reports.Count > 1))
            lines.Item(words.Say("explain.one-origin", string.Join(", ", origin.Reports.Select(Reasons.Short)), string.Join(", ", origin.Shared.Select(why => words.Say($"explain.shared-{why}")))), 4);
        if (told.SourceClasses.Count > 0) lines.Write(words.Say("explain.classes", string.Join(", ", told.SourceClasses.Select(kind => words.Say($"source-class.{kind}")))), 2);
        Tellers(lines, one.Tellers, words);
        Values(lines, "explain.agreed", one.Agreed, words);
        Values(lines, "explain.variants", told.Variants.Where(variant => variant.About != "ruling"), words);
        if (one.Rulings.Count > 0)
        {
            lines.Write();
            lines.Write(words.Say("explain.rulings"));
            foreach (var stored in one.Rulings) lines.Item(RulingOutput.Line(stored, words, IsContested(one, stored)), 2);
        }
        if (one.Articles.Count == 0) return;
        lines.Write();
        lines.Write(words.Say("explain.articles"));
        foreach (var (agreement, provision) in one.Articles)
            lines.Item($"{words.Agreement(agreement.Id)}{(provision.Ground.Article is { } article ? $", {words.Article(article)}" : "")}: {ProvisionWords.Of(provision, words)} [{Rests(agreement, provision.Ground, words)}]", 2);
    }

    public static bool IsContested(ExplainedEvent one, StoredRuling stored) => one.Event.Variants.Any(variant => variant.About == "ruling" && variant.Value == stored.Ruling.Id);

    private static void Values(Utf8JsonWriter json, string name, IEnumerable<Variant> values) => json.Objects(name, values, value =>
    {
        json.WriteString("about", value.About);
        json.WriteString("value", value.Value);
        json.Words("reports", value.Reports);
    });

    private static void Values(Lines lines, string heading, IEnumerable<Variant> values, Wording words)
    {
        var any = false;
        foreach (var value in values)
        {
            if (!any)
            {
                lines.Write();
                lines.Write(words.Say(heading));
            }
            any = true;
            lines.Item(words.Say("explain.variant", About(value.About, words), ValueOf(value, words), string.Join(", ", value.Reports.Select(Reasons.Short))), 2);
        }
    }

    /// <summary>An attribute in words: of a number also its unit and role.</summary>
    public static string About(string about, Wording words)
    {
        var parts = about.Split(' ');
        return parts.Length == 1 ? words.SayOr($"about.{about}", about)
            : string.Join(' ', [words.SayOr($"about.{parts[0]}", parts[0]), words.SayOr($"unit.{parts[1]}", parts[1]), .. parts.Skip(2)]);
    }

    public static string ValueOf(Variant value, Wording words) => value.About switch
    {
        "source" or "target" => words.Actors(value.Value.Split(',')),
        "act" => words.Act(value.Value),
        "agreement" => words.Agreement(value.Value),
        "status" => words.Say($"told-as.{value.Value}"),
        "object" => words.SayOr($"object.{value.Value}", value.Value),
        _ => value.Value,
    };

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
    public static string Sentence(Event told, Wording words) => Line(told.Source, TimelineOutput.ActOf(told, words), told.Target, told.Agreement, words);

    public static string Sentence(IReadOnlyList<string> source, string act, IReadOnlyList<string> target, string? agreement, Wording words) => Line(source, words.Act(act), target, agreement, words);

    private static string Line(IReadOnlyList<string> source, string act, IReadOnlyList<string> target, string? agreement, Wording words)
    {
        var said = source.Count > 0 ? $"{words.Actors(source)}: {act}" : act;
        if (target.Count > 0) said += $" → {words.Actors(target)}";
        return agreement is null ? said : $"{said} ({words.Agreement(agreement)})";
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
        // Where many tell, the evidence for each told day is left to the explanation of the page.
        foreach (var one in cited) one.Write(lines, words, inFull: cited.Count <= MostInFull);
        if (cited.Count > MostInFull) lines.Write(words.Say("explain.told-more"), 2);
    }

    private static string Rests(Agreement agreement, Ground ground, Wording words) =>
        ground.Sources.Count == 0 ? words.Say("reason.unverified") : string.Join("; ", ground.Sources.Select(key => agreement.Source(key)?.Address ?? key)) + (ground.Verified ? "" : $"; {words.Say("reason.unverified")}");
}
