// status: where the parties of an agreement stand on a day, with clocks, limits, views and reasons.
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class StatusVerb
{
    public static Verb Verb { get; } = new(
        "status",
        [new("AGREEMENT")],
        [new("--party", "RUS"), new("--on", "DATE"), new("--known-at", "DATE"), new("--basis", "all|register|reports"), Ledgers.Option, new("--why"), new("--all"), new("--format", "table|json")],
        Run)
    { Asks = true };

    private static int Run(Call call)
    {
        var agreements = call.Agreement() is { } one ? [one] : call.Knowledge.Agreements;
        var party = call.Actor("--party");
        var query = new StatusQuery(call.On(), call.Day("--known-at"), BasisOf(call));
        var json = call.AsJson;
        using var ledger = query.Basis == Basis.Register || Course(call, query) is not null ? null : Ledgers.IfThere(call);
        // A person who names nothing wants what the pages tell of; a program gets the whole registry.
        var told = json || agreements.Count == 1 || party is not null || call.Flag("--all") || ledger is null ? agreements : [.. agreements.Where(agreement => IsTold(ledger, agreement))];
        var answers = told.SelectMany(agreement => Of(call, agreement, query, party, ledger)).ToList();
        if (json) Json.WriteLines(call.Out, answers, (writer, answer) => StatusOutput.Write(writer, answer, call.Wording), call.DataVersion);
        else StatusOutput.Write(call.Out, answers, call.Wording, call.Surroundings.Width, call.Flag("--why"));
        if (told.Count < agreements.Count)
        {
            call.Out.WriteLine();
            new Lines(call.Out, call.Surroundings.Width).Write(call.Wording.Say("status-others", (agreements.Count - told.Count).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
        return Exit.Done;
    }

    private static bool IsTold(LedgerStore ledger, Agreement agreement) => ledger.Events(new() { Agreement = agreement.Id }).Any();

    public static Basis BasisOf(Call call) => call.OneOf("--basis", "all", "register", "reports") switch
    {
        "register" => Basis.Register,
        "reports" => Basis.Reports,
        _ => Basis.All,
    };

    private static IReadOnlyList<StatusAnswer> Of(Call call, Agreement agreement, StatusQuery query, string? party, LedgerStore? ledger)
    {
        if (Course(call, query) is { } course) return Known(course(agreement, query.KnownAt).On(query.On, party), call, party);
        var events = ledger is null ? [] : query.KnownAt is null ? ledger.CourseOf(agreement.Id) : [.. ledger.Events(new() { Agreement = agreement.Id, KnownAt = query.KnownAt, Acts = Statuses.Acts })];
        return Known(Statuses.Of(agreement, events, query, party), call, party);
    }

    /// <summary>Of a party asked about without an agreement, those agreements that something is known of.</summary>
    private static IReadOnlyList<StatusAnswer> Known(IReadOnlyList<StatusAnswer> answers, Call call, string? party) =>
        party is not null && call.Text("AGREEMENT") is null ? [.. answers.Where(answer => answer.Status != PartyStatus.Unknown)] : answers;

    /// <summary>Where who calls keeps the courses of agreements, a program's question about all that is known is answered from there.</summary>
    private static Func<Agreement, LocalDate?, Course>? Course(Call call, StatusQuery query) => query.Basis == Basis.All && call.AsJson ? call.Surroundings.Courses : null;
}
