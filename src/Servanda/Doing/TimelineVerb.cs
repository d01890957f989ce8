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
        [new("--actors", "RUS,NATO", Many: true), new("--act", "ACT", Many: true), new("--ladder"), new("--from", "DATE"), new("--to", "DATE"), Questions.On, Questions.KnownAt, Ledgers.Option, new("--format", "table|json")],
        Run)
    { Asks = true };

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var query = QueryOf(call);
        if (call.Flag("--ladder")) return Ladder(call, query, json);
        using var ledger = Ledgers.ToRead(call);
        var events = ledger.Events(query);
        if (json) Json.WriteLines(call.Out, events, TimelineOutput.Write, call.DataVersion);
        else TimelineOutput.Write(call.Out, events.ToList(), call.Wording, call.Surroundings.Width);
        return Exit.Done;
    }

    /// <summary>Measure and counter-measure between two actors.</summary>
    private static int Ladder(Call call, EventQuery query, bool json)
    {
        if (query.Actors is not [var one, var other] || one == other) throw new WrongCall("wrong.ladder", string.Join(", ", query.Actors));
        using var ledger = Ledgers.ToRead(call);
        var rungs = Servanda.Ledger.Ladder.Of(ledger.Events(query), one, other, call.Knowledge.Acts);
        if (json) Json.WriteLines(call.Out, rungs, LadderOutput.Write, call.DataVersion);
        else LadderOutput.Write(call.Out, rungs, call.Wording, call.Surroundings.Width);
        return Exit.Done;
    }

    public static EventQuery QueryOf(Call call) => Questions.EventsOf(call) with { Acts = [.. call.Texts("--act").Select(act => ActOf(call, "--act", act))] };

    public static string ActOf(Call call, string option, string act) =>
        call.Knowledge.Acts.Any(one => one.Id == act) ? act
            : throw new WrongCall("wrong.choice", option, act, string.Join(", ", Nearest.To(act, call.Knowledge.Acts.Select(one => one.Id))));
}
