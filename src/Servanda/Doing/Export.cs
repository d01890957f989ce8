// What an export is made of: the events of a docket, the findings about it, and where they came from.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Output.Exports;
using Servanda.Store;
using Servanda.Terms;
using Servanda.Web;
using Servanda.Words;

namespace Servanda.Doing;

/// <summary>One run of <c>export</c>: a docket of a ledger, on its way into a file or a stream.</summary>
internal sealed record Export(Call Call, LedgerStore Ledger, EventQuery Query, TextWriter Out, Provenance Provenance)
{
    public IEnumerable<EventFile> Files => Ledger.Files(Query);

    /// <summary>Names in English, for formats that are English.</summary>
    public Wording English => new(Call.Knowledge, "en");

    /// <summary>Days ahead that a calendar holds.</summary>
    private const int Ahead = 10 * 366;

    /// <summary>What is running on the day of the call or falls due after it: clocks, conferences, reviews. Its stamp is that day and not the moment, so that the same ledger gives the same file.</summary>
    public void WriteCalendar()
    {
        var on = Call.On();
        var agreements = Call.Knowledge.Agreements.Where(agreement => Query.Agreement is null || agreement.Id == Query.Agreement);
        var items = Dues.Of(agreements, [.. Ledger.Events(Query with { Actors = [] })], on, Ahead, Query.KnownAt).Where(item => Query.Actors.Count == 0 || item.Party is { } party && Query.Actors.Contains(party));
        Calendar.Write(Out, Title, items.Select(item => DueOutput.Calendar(item, Call.Wording)), on.AtStartOfDayInZone(NodaTime.DateTimeZone.Utc).ToInstant(), $"{Provenance.Data} ledger {Provenance.Ledger}");
    }

    /// <summary>The docket whole, as one page for people that stands by itself.</summary>
    public void WriteDossier() => Dossier.Write(Out, new(
        Title, Call.Knowledge.Agreements.FirstOrDefault(agreement => agreement.Id == Query.Agreement), Query.Actors, [.. Files], [.. Findings().Select(one => one.Finding)], Call.On(), Query.KnownAt, Call.Knowledge.Acts, Provenance), Call.Wording);

    public string Title => Query switch
    {
        { Agreement: { } agreement } => $"Servanda: {Call.Wording.Agreement(agreement)}",
        { Actors.Count: > 0 } => $"Servanda: {Call.Wording.Actors(Query.Actors)}",
        _ => "Servanda",
    };

    /// <summary>The findings of the docket, each with those who tell what it is about.</summary>
    public IEnumerable<(Finding Finding, IReadOnlyList<Cited> Tellers)> Findings() =>
        from finding in FindingsVerb.All(Call.Knowledge, Ledger, Query.KnownAt)
        where Query.Agreement is null || finding.Agreement == Query.Agreement
        let tellers = ExplainVerb.Cite(Ledger, finding.Reports)
        where Query.Actors.All(actor => tellers.Any(teller => teller.Report.Source.Contains(actor) || teller.Report.Target.Contains(actor)))
        select (finding, tellers);

    public IEnumerable<ReviewedClaim> Claims() => Findings()
        .Where(one => one.Finding.Kind is FindingKind.Impossible or FindingKind.Inconsistent or FindingKind.Imprecise)
        .Select(one => new ReviewedClaim(one.Finding, one.Tellers, SpeakerOf(one.Tellers)));

    /// <summary>The speaker of what is told, where an official document among the reports of the same event bears out that the word is theirs.</summary>
    private string? SpeakerOf(IReadOnlyList<Cited> tellers)
    {
        var speakers = tellers.Select(teller => teller.Report.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return speakers is [var only] && tellers.Any(teller => Ledger.Find(teller.Report.Id).One?.Event is { Records.Count: > 0 } told && told.Source.Contains(only)) ? only : null;
    }

    /// <summary>Findings by the last day on which a page that they are about came out, events by the first on which one told of them; what no page dates is left out.</summary>
    public IEnumerable<FeedEntry> Entries()
    {
        var words = Call.Wording;
        foreach (var (finding, tellers) in Findings())
        {
            if (tellers.Select(teller => teller.Told.When?.Latest).Max() is not { } day) continue;
            var lines = finding.Because.Select(reason => Reasons.Line(reason, words)).Concat(tellers.SelectMany(teller => teller.Places).Select(place => $"“{place.Text}”"));
            yield return new(finding.Id, day, $"{words.Say($"kind.{Json.Word(finding.Kind)}")}: {words.Say(finding.Says)}", string.Join('\n', lines), "finding", tellers.Select(teller => teller.Address).OfType<string>().FirstOrDefault());
        }
        foreach (var file in Files)
        {
            if (file.Event.FirstTold?.Latest is not { } day) continue;
            var date = file.Event.Date is { } when ? words.Date(when) : words.Say("date.none");
            var content = string.Join('\n', file.Reports.Select(report => $"{Reference.Of(report).Plain(words)}: {string.Join(" … ", report.Evidence.Select(text => $"“{text}”"))}"));
            yield return new(file.Event.Id, day, $"{date}: {ExplainOutput.Sentence(file.Event, words)}", content, "event", file.Reports.Select(report => report.Page.Address).OfType<string>().FirstOrDefault());
        }
    }
}
