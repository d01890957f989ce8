// rule: what an analyst decides about reports, and the list of what was decided.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>
/// Rulings are appended and take part in merging; nothing is overwritten. An id names a report; for <c>--merge</c> the id of an event names all its reports. A split holds the named
/// reports against the rest of their event, unless <c>--against</c> says against which.
/// </summary>
internal static class RuleVerb
{
    private static readonly IReadOnlyList<string> Kinds = ["--accept", "--reject", "--correct", "--merge", "--split"];

    private static readonly IReadOnlyList<string> Correctable = ["act", "source", "target", "agreement", "object", "date", "status", "polarity"];

    public static Verb Verb { get; } = new(
        "rule",
        [new("ID", Many: true)],
        [
            new("--accept"), new("--reject"), new("--correct", "ABOUT=VALUE", Many: true), new("--merge"), new("--split"), new("--against", "ID", Many: true), new("--by", "NAME"),
            new("--because", "TEXT"), new("--orphaned"), Questions.KnownAt, Ledgers.Option, new("--format", "table|json"),
        ],
        Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var kinds = Kinds.Where(kind => kind == "--correct" ? call.Text(kind) is not null : call.Flag(kind)).ToList();
        if (call.Texts("ID").Count == 0 && kinds.Count == 0) return List(call, json);
        if (kinds is not [var kind]) throw new WrongCall("wrong.ruling", string.Join(' ', Kinds), kinds.Count == 0 ? "–" : string.Join(' ', kinds));
        call.Required("ID");
        var (by, because) = (Given(call, "--by"), Given(call, "--because"));
        var corrections = kind == "--correct" ? CorrectionsOf(call) : null;
        using var ledger = Ledgers.ToChange(call);
        var named = call.Texts("ID").SelectMany(id => ReportsOf(ledger, id, kind == "--merge")).DistinctBy(report => report.Id).ToList();
        if (kind == "--merge" && named.Count < 2) throw new WrongCall("wrong.merge", string.Join(", ", call.Texts("ID")));
        var against = kind == "--split" ? AgainstOf(call, ledger, named) : null;
        var ruling = Ruling.Of(
            Enum.Parse<RulingKind>(kind[2..], ignoreCase: true), [.. named.Select(RuledReport.Of)], by, because, call.Surroundings.Now, corrections, against?.Select(RuledReport.Of).ToList());
        ledger.Rule(ruling);
        ledger.Merge(call.Surroundings.Now);
        Tell(call, json, ledger, ruling);
        return Exit.Done;
    }

    private static string Given(Call call, string option) => call.Text(option) is { } text && text.Trim().Length > 0 ? text.Trim() : throw new WrongCall("wrong.missing", option);

    private static IEnumerable<Report> ReportsOf(LedgerStore ledger, string id, bool wholeEvents)
    {
        var found = ledger.Find(id);
        if (found.Candidates.Count > 1) throw new WrongCall("wrong.several", id, string.Join(", ", found.Candidates.Select(Reasons.Short)));
        if (found.One is not { Report: { } report } one) throw new WrongCall("wrong.report", id);
        if (!one.IsLive) throw new WrongCall("wrong.retired", id, one.SupersededBy is { } by ? Reasons.Short(by) : "–");
        return wholeEvents && one.Event?.Id == one.Id ? ledger.Reports(one.Event.Reports) : [report];
    }

    private static List<Report> AgainstOf(Call call, LedgerStore ledger, List<Report> named)
    {
        var ids = named.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        var against = call.Texts("--against").Count > 0
            ? call.Texts("--against").SelectMany(id => ReportsOf(ledger, id, wholeEvents: false))
            : named.SelectMany(report => ledger.Reports(ledger.Find(report.Id).One?.Event?.Reports ?? []));
        var rest = against.Where(report => !ids.Contains(report.Id)).DistinctBy(report => report.Id).ToList();
        return rest.Count > 0 ? rest : throw new WrongCall("wrong.split", string.Join(", ", call.Texts("ID")));
    }

    private static List<Correction> CorrectionsOf(Call call) =>
    [
        .. call.Texts("--correct").Select(text => text.Split('=', 2) is [var about, var value] && Correctable.Contains(about)
            ? new Correction(about, ValueOf(call, about, value.Trim()))
            : throw new WrongCall("wrong.choice", "--correct", text, string.Join(", ", Correctable.Select(one => $"{one}=…")))),
    ];

    /// <summary>The value as it is stored; nothing after the sign takes the value away, where a report can be without it.</summary>
    private static string? ValueOf(Call call, string about, string value) => (about, value) switch
    {
        ("agreement" or "object" or "date", "") => null,
        ("source" or "target", _) => string.Join(',', value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(actor => call.ActorOf("--correct", actor)).Distinct().Order(StringComparer.Ordinal)),
        ("act", _) => TimelineVerb.ActOf(call, "--correct act", value),
        ("agreement", _) => call.AgreementOf(value).Id,
        ("date", _) => Edtf.TryParse(value, out var date) ? date.Text : throw new WrongCall("wrong.date", "--correct date", value),
        ("status", _) => OneOf("status", value, [.. Enum.GetValues<ReportStatus>().Select(Json.Word)]),
        ("polarity", _) => OneOf("polarity", value, ["+", "-"]),
        _ => value,
    };

    private static string OneOf(string about, string value, IReadOnlyList<string> allowed) =>
        allowed.Contains(value) ? value : throw new WrongCall("wrong.choice", $"--correct {about}", value, string.Join(", ", allowed));

    private static int List(Call call, bool json)
    {
        var known = call.Day("--known-at");
        using var ledger = Ledgers.ToRead(call);
        var contested = Servanda.Ledger.Rulings.Contested([.. ledger.StandingRulings().Where(ruling => known is not { } day || ruling.MadeOn <= day)]);
        var rulings = ledger.Rulings().Where(stored => (known is not { } day || stored.Ruling.MadeOn <= day) && (!call.Flag("--orphaned") || stored.IsOrphaned)).ToList();
        if (json) Json.WriteLines(call.Out, rulings, (writer, stored) => Write(writer, stored, contested.Contains(stored.Ruling.Id)), call.DataVersion);
        else
        {
            var lines = new Lines(call.Out, call.Surroundings.Width);
            if (rulings.Count == 0) lines.Write(call.Wording.Say("ruling.none"));
            foreach (var stored in rulings) lines.Item(RulingOutput.Line(stored, call.Wording, contested.Contains(stored.Ruling.Id)), 0);
        }
        return Exit.Done;
    }

    private static void Write(Utf8JsonWriter json, StoredRuling stored, bool isContested)
    {
        json.WriteStartObject();
        RulingOutput.Members(json, stored, isContested);
        json.WriteEndObject();
    }

    /// <summary>The ruling and the events that its reports are in now.</summary>
    private static void Tell(Call call, bool json, LedgerStore ledger, Ruling ruling)
    {
        var stored = ledger.Rulings().Single(one => one.Ruling.Id == ruling.Id);
        var contested = Servanda.Ledger.Rulings.Contested(ledger.StandingRulings()).Contains(ruling.Id);
        var events = stored.Reports.Select(report => report.Live is { } live ? ledger.Find(live).One?.Event : null).OfType<Event>().DistinctBy(told => told.Id).OrderBy(told => told.Id, StringComparer.Ordinal).ToList();
        if (json)
        {
            call.Out.WriteLine(Json.Text(writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("ruling");
                Write(writer, stored, contested);
                writer.WriteStartArray("events");
                foreach (var told in events) TimelineOutput.Write(writer, told);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }, indented: true, call.DataVersion));
            return;
        }
        var lines = new Lines(call.Out, call.Surroundings.Width);
        lines.Write(RulingOutput.Line(stored, call.Wording, contested));
        foreach (var told in events) lines.Item($"{told.Date?.Text ?? call.Wording.Say("date.none")}  {ExplainOutput.Sentence(told, call.Wording)}  {Reasons.Short(told.Id)}", 2);
    }
}
