// findings: what the terms, or a comparison of reports, let us say of the pages in the ledger.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class FindingsVerb
{
    public static Verb Verb { get; } = new(
        "findings", [new("AGREEMENT")], [new("--kind", "KIND", Many: true), Questions.On, Questions.KnownAt, Ledgers.Option, new("--format", "table|json")], Run)
    { Asks = true, Judges = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var agreement = call.Agreement();
        var kinds = KindsOf(call);
        var knownAt = call.Day("--known-at");
        using var ledger = Ledgers.Judged(call);
        var findings = All(call.Knowledge, ledger, knownAt, agreement?.Id).Where(finding => kinds.Count == 0 || kinds.Contains(finding.Kind)).ToList();
        if (call.Day("--on") is { } on) findings = [.. findings.Where(AboutDay(ledger, findings, on))];
        var names = NamesOf(ledger, findings.SelectMany(finding => finding.Pages));
        if (json) Json.WriteLines(call.Out, findings, (writer, finding) => FindingOutput.Write(writer, finding, call.Wording, names), call.DataVersion);
        else FindingOutput.Write(call.Out, findings, call.Wording, call.Surroundings.Width, names);
        return Exit.Done;
    }

    /// <summary>Whether a finding rests on a report of an act that may lie on the day.</summary>
    private static Func<Finding, bool> AboutDay(LedgerStore ledger, IReadOnlyList<Finding> findings, NodaTime.LocalDate on)
    {
        var day = Edtf.Of(on);
        var reports = ledger.Reports(findings.SelectMany(finding => finding.Reports)).Where(report => report.Date?.Meet(day) is not null).Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        return finding => finding.Reports.Any(reports.Contains);
    }

    /// <summary>The findings of all pages of a ledger, or of one agreement; with a day, of the pages that had come out by then.</summary>
    public static IReadOnlyList<Finding> All(Knowledge knowledge, LedgerStore ledger, NodaTime.LocalDate? knownAt = null, string? agreement = null) =>
        Findings.Together(ledger.FindingsOfPages(Pipeline.Judgement(knowledge), agreement, knownAt));

    /// <summary>The name that each of these pages goes by: the first it was read under.</summary>
    public static Func<string, string> NamesOf(LedgerStore ledger, IEnumerable<string> pages)
    {
        var cards = ledger.Cards(pages);
        return page => cards.TryGetValue(page, out var card) ? card.Names[0] : page;
    }

    private static HashSet<FindingKind> KindsOf(Call call)
    {
        var words = Enum.GetValues<FindingKind>().ToDictionary(Json.Word, kind => kind, StringComparer.Ordinal);
        return [.. call.Texts("--kind").Select(kind => words.TryGetValue(kind, out var known) ? known : throw new WrongCall("wrong.choice", "--kind", kind, string.Join(", ", words.Keys)))];
    }
}
