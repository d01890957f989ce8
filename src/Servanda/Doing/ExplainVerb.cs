// explain: from an answer down to the sentences on pages and the articles of agreements that it rests on.
using NodaTime.Text;
using Servanda.Doors;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Output;
using Servanda.Output.Exports;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

/// <summary>An id is that of a report, an event, a finding or a page, or the beginning of one, or a page's name; a status is written AGREEMENT/PARTY/DATE.</summary>
internal static class ExplainVerb
{
    public static Verb Verb { get; } = new("explain", [new("ID", Required: true)], [Questions.On, Questions.KnownAt, Ledgers.Option, new("--basis", "all|register|reports"), new("--cite", "bibtex|csl|footnote"), new("--format", "table|json")], Run) { Asks = true, Judges = true };

    private static int Run(Call call)
    {
        var id = call.Required("ID");
        var json = call.AsJson;
        if (id.Contains('/')) return Status(call, id, json);
        using var ledger = Ledgers.ToRead(call);
        var found = ledger.Find(id);
        if (found.One is { Event: { } told } one) return Event(call, json, ledger, told, one);
        if (found.Candidates.Count == 0 && FindingsVerb.All(call.Knowledge, ledger).Where(finding => finding.Id.StartsWith(id, StringComparison.Ordinal)).ToList() is [_, ..] findings)
            return findings is [var only] ? Finding(call, json, ledger, only) : throw new WrongCall("wrong.several", id, string.Join(", ", findings.Select(finding => Reasons.Short(finding.Id))));
        if (found.Candidates.Count == 0 && ledger.Reading(id) is { } page) return Page(call, json, ledger, page);
        throw found.Candidates.Count > 0
            ? new WrongCall("wrong.several", id, string.Join(", ", found.Candidates.Select(Reasons.Short)))
            : new WrongCall("wrong.id", id);
    }

    private static int Event(Call call, bool json, LedgerStore ledger, Event today, Found found)
    {
        var told = call.Day("--known-at") is { } day ? KnownOn(ledger, today, found, day) : today;
        var explained = Explained(call.Knowledge, ledger, told, found);
        if (Citations(call) is { } style) return Citing(call, style, explained.Tellers, explained.Articles.SelectMany(one => one.Provision.Ground.Sources.Select(key => Reference.Of(one.Agreement, key, one.Provision.Ground.Article))));
        if (json) call.Out.WriteLine(Json.Text(writer => ExplainOutput.Event(writer, explained, call.Wording), indented: true, call.DataVersion));
        else ExplainOutput.Event(new Lines(call.Out, call.Surroundings.Width), explained, call.Wording);
        return Exit.Done;
    }

    /// <summary>An event with all it rests on.</summary>
    public static ExplainedEvent Explained(Knowledge knowledge, LedgerStore ledger, Event told, Found found)
    {
        var rulings = told.Rulings.Count == 0 ? [] : ledger.StandingRulings().Where(ruling => told.Rulings.Contains(ruling.Id)).ToList();
        // Ruled reports count as the rulings leave them; what a page says stands beside it.
        var reports = ledger.Reports(told.Reports).Select(report => Servanda.Ledger.Rulings.Applied(report, rulings) ?? report).ToList();
        return new(
            told, found, Cite(ledger, told.Reports), new Tellers(new(knowledge.Outlets, knowledge.CreditWords)).Groups(reports, ledger.Origins(reports.Select(report => report.Page))),
            new Tellings(knowledge.Acts).Agreed(reports), ArticlesOf(knowledge, told),
            told.Rulings.Count == 0 ? [] : [.. ledger.Rulings().Where(stored => told.Rulings.Contains(stored.Ruling.Id))]);
    }

    /// <summary>The event as it was known on a day: that of the report asked for, else the one with the smallest id.</summary>
    private static Event KnownOn(LedgerStore ledger, Event today, Found found, NodaTime.LocalDate day)
    {
        var known = ledger.KnownOn(today.Id, day);
        return known.FirstOrDefault(one => one.Reports.Contains(found.Id)) ?? known.FirstOrDefault(one => found.Event?.Id == found.Id && one.Reports.Any(today.Reports.Contains))
            ?? throw new WrongCall("wrong.not-known", found.Id, Edtf.Iso(day));
    }

    private static int Page(Call call, bool json, LedgerStore ledger, StoredReading page)
    {
        var kin = ledger.Kin(page.Story.Page);
        if (json) call.Out.WriteLine(Json.Text(writer => PageOutput.Write(writer, page, kin), indented: true, call.DataVersion));
        else PageOutput.Write(new Lines(call.Out, call.Surroundings.Width), page, kin, call.Wording);
        return Exit.Done;
    }

    private static int Finding(Call call, bool json, LedgerStore ledger, Finding finding)
    {
        var cited = Cite(ledger, finding.Reports.Concat(finding.Because.Select(reason => reason.Report).OfType<string>()));
        if (Citations(call) is { } style) return Citing(call, style, cited, SourcesOf(call.Knowledge, finding.Agreement, finding.Because));
        if (json) call.Out.WriteLine(Json.Text(writer => ExplainOutput.Finding(writer, finding, cited, call.Wording, FindingsVerb.NamesOf(ledger, finding.Pages)), indented: true, call.DataVersion));
        else ExplainOutput.Finding(new Lines(call.Out, call.Surroundings.Width), finding, cited, call.Wording);
        return Exit.Done;
    }

    private static int Status(Call call, string id, bool json)
    {
        var parts = id.Split('/');
        if (parts.Length is < 2 or > 3) throw new WrongCall("wrong.status-id", id);
        var agreement = call.AgreementOf(parts[0]);
        var on = call.On();
        if (parts.Length == 3) on = LocalDatePattern.Iso.Parse(parts[2]) is { Success: true } day ? day.Value : throw new WrongCall("wrong.day", "ID", parts[2]);
        var party = call.ActorOf("ID", parts[1]);
        using var ledger = Ledgers.IfThere(call);
        var knownAt = call.Day("--known-at");
        var events = ledger?.Events(new() { Agreement = agreement.Id, KnownAt = knownAt }).ToList() ?? [];
        foreach (var answer in Statuses.Of(agreement, events, new(on, knownAt, StatusVerb.BasisOf(call)), party))
        {
            var cited = ledger is null ? [] : Cite(ledger, answer.Because.Concat(answer.Views.Select(view => new Reason(view.Basis))).Select(reason => reason.Report).OfType<string>().Concat(answer.Views.SelectMany(view => view.Reports)));
            if (Citations(call) is { } style) Citing(call, style, cited, SourcesOf(call.Knowledge, agreement.Id, answer.Because));
            else if (json) call.Out.WriteLine(Json.Text(writer => ExplainOutput.Status(writer, answer, cited, call.Wording), indented: true, call.DataVersion));
            else ExplainOutput.Status(new Lines(call.Out, call.Surroundings.Width), answer, cited, call.Wording);
        }
        return Exit.Done;
    }

    private static string? Citations(Call call) => call.Text("--cite") is null ? null : call.OneOf("--cite", "bibtex", "csl", "footnote");

    private static int Citing(Call call, string style, IReadOnlyList<Cited> cited, IEnumerable<Reference> sources)
    {
        Reference.Write(call.Out, style, [.. cited.Select(Reference.Of), .. sources], call.Wording);
        return Exit.Done;
    }

    /// <summary>The sources of an agreement's file that a chain of reasons names by their addresses.</summary>
    private static IEnumerable<Reference> SourcesOf(Knowledge knowledge, string? id, IEnumerable<Reason> reasons) =>
        knowledge.Agreements.Find(id) is not { } agreement ? []
            : from reason in reasons
              from source in agreement.Sources
              where source.Address == reason.Source
              select Reference.Of(agreement, source.Key, reason.Article);

    /// <summary>The reports with these ids, or of the events with these ids, each with its places; those that are no more are left out.</summary>
    public static IReadOnlyList<Cited> Cite(LedgerStore ledger, IEnumerable<string> ids)
    {
        var readings = new Dictionary<string, StoredReading>(StringComparer.Ordinal);
        var cited = new List<Cited>();
        foreach (var report in ledger.Reports(ids.Distinct(StringComparer.Ordinal)))
        {
            if (!readings.TryGetValue(report.Page, out var reading)) readings[report.Page] = reading = ledger.Reading(report.Page)!;
            cited.Add(Cited.Of(report, reading.Story, reading.Told, reading.Sightings));
        }
        return Cited.WithCopies(cited);
    }

    /// <summary>The provisions that bear on an event: those of its agreement on leaving for acts of leaving, on what follows an act, on limits for acts that set them.</summary>
    private static IReadOnlyList<(Agreement Agreement, Provision Provision)> ArticlesOf(Knowledge knowledge, Event told)
    {
        if (knowledge.Agreements.Find(told.Agreement) is not { } agreement) return [];
        return [.. agreement.Provisions.Where(provision => Bears(provision, told.Act)).Select(provision => (agreement, provision))];
    }

    private static bool Bears(Provision provision, string act) => provision switch
    {
        Withdrawal => act is "withdraw" or "announce-withdrawal" or "notify-withdrawal" or "domestic-step" or "revoke-notice" or "terminate",
        FollowUp follow => act == follow.After || act == follow.Act,
        DurationProvision or Extension => act is "extend" or "terminate",
        EntryIntoForce => act is "enter-into-force" or "ratify" or "sign",
        Ceiling => act is "limit-staff" or "expel" or "accuse-breach",
        AdvanceNotice => act is "restrict-movement",
        Prohibition => act is "accuse-breach" or "test-weapon" or "deploy" or "comply",
        Power power => power.Acts.Contains(act),
        _ => false,
    };
}
