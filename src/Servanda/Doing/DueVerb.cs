// due: clocks that end soon, windows that are open, and what should have met and did not.
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class DueVerb
{
    public static Verb Verb { get; } = new(
        "due",
        [new("AGREEMENT")],
        [new("--within", "30d"), new("--on", "DATE"), new("--party", "RUS"), new("--watch", "FILE"), new("--known-at", "DATE"), Ledgers.Option, new("--why"), new("--format", "table|json|ics")],
        Run)
    { Asks = true };

    private static int Run(Call call)
    {
        var agreements = call.Agreement() is { } one ? [one] : call.Knowledge.Agreements;
        var (on, party, format) = (call.On(), call.Actor("--party"), call.OneOf("--format", "table", "json", "ics"));
        var within = Period.DaysBetween(on, on.Plus(call.Length("--within") ?? Period.FromDays(30)));
        var watched = Watched(call);
        using var ledger = Ledgers.IfThere(call);
        var events = ledger?.Events(new() { KnownAt = call.Day("--known-at") }).ToList() ?? [];
        var items = Dues.Of(agreements, events, on, within, call.Day("--known-at"))
            .Where(item => (party is null || item.Party is null || item.Party == party) && (watched is null || watched.Any(line => Covers(line, item, call.Knowledge)))).ToList();
        switch (format)
        {
            case "json":
                Json.WriteLines(call.Out, items, (json, item) => DueOutput.Write(json, item, on, call.Wording), call.DataVersion);
                break;
            case "ics":
                Calendar.Write(call.Out, call.Wording.Say("due.calendar"), items.Select(item => DueOutput.Calendar(item, call.Wording)), call.Surroundings.Now, call.DataVersion);
                break;
            default:
                DueOutput.Write(call.Out, items, on, call.Wording, call.Surroundings.Width, call.Flag("--why"));
                break;
        }
        return items.Count > 0 ? Exit.Due : Exit.Done;
    }

    private static IReadOnlyList<Watched>? Watched(Call call)
    {
        if (call.Text("--watch") is not { } path) return null;
        var faults = new List<Fault>();
        var actors = ActorCodes.Of(call.Knowledge);
        var watched = WatchFile.Read(path, call.Knowledge.Agreements, actors.Find, faults);
        call.Refuse(faults);
        return watched;
    }

    /// <summary>What concerns an agreement as a whole concerns each of its parties.</summary>
    private static bool Covers(Watched line, DueItem item, Knowledge knowledge) =>
        (line.Agreement is null || line.Agreement == item.Agreement)
        && (line.Party is null || line.Party == item.Party || item.Party is null && IsParty(knowledge.Agreements.First(agreement => agreement.Id == item.Agreement), line.Party));

    private static bool IsParty(Agreement agreement, string party) => agreement.PartiesClosed.Contains(party) || agreement.Parties.Any(entry => entry.Party == party);
}
