// timeline: the events of an agreement or between actors, in the order of their days.
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class TimelineVerb
{
    public static Verb Verb { get; } = new(
        "timeline",
        [new("AGREEMENT")],
        [new("--actors", "RUS,NATO", Many: true), new("--act", "ACT", Many: true), new("--from", "DATE"), new("--to", "DATE"), new("--known-at", "DATE"), Ledgers.Option, new("--format", "table|json")],
        Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var query = QueryOf(call);
        using var ledger = Ledgers.ToRead(call);
        var events = ledger.Events(query);
        if (json) Json.WriteLines(call.Out, events, TimelineOutput.Write, call.DataVersion);
        else TimelineOutput.Write(call.Out, events.ToList(), call.Wording, call.Surroundings.Width);
        return Exit.Done;
    }

    public static EventQuery QueryOf(Call call) => new()
    {
        Agreement = call.Agreement()?.Id,
        Actors = call.Actors("--actors"),
        Acts = [.. call.Texts("--act").Select(act => ActOf(call, act))],
        From = call.Day("--from"),
        To = call.Day("--to"),
        KnownAt = call.Day("--known-at"),
    };

    private static string ActOf(Call call, string act) =>
        call.Knowledge.Acts.Any(one => one.Id == act) ? act
            : throw new WrongCall("wrong.choice", "--act", act, string.Join(", ", Nearest.To(act, call.Knowledge.Acts.Select(one => one.Id))));
}
