// check: facts from files, held against the limits of their day.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Doing;

internal static class CheckVerb
{
    public static Verb Verb { get; } = new("check", [new("FILE", Required: true, Many: true)], [Ledgers.Option, new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var faults = new List<Fault>();
        var files = call.Texts("FILE").Select(path => path == "-" ? FactFiles.Read("-", call.Surroundings.In(), faults) : FactFiles.Read(path, faults)).ToList();
        foreach (var (path, facts) in call.Texts("FILE").Zip(files)) Known(path, facts, call, faults);
        call.Refuse(faults);
        using var ledger = Ledgers.IfThere(call);
        var events = new Dictionary<string, IReadOnlyList<Event>>(StringComparer.Ordinal);
        var answers = files.SelectMany(facts => Checks.Of(facts, call.Knowledge.Agreements, EventsOf)).ToList();
        if (json) Json.WriteLines(call.Out, answers, (writer, answer) => CheckOutput.Write(writer, answer, call.Wording), call.DataVersion);
        else CheckOutput.Write(call.Out, answers, call.Wording, call.Surroundings.Width);
        return Exit.Done;

        IReadOnlyList<Event> EventsOf(string agreement) =>
            events.TryGetValue(agreement, out var known) ? known : events[agreement] = ledger?.Events(new() { Agreement = agreement }).ToList() ?? [];
    }

    /// <summary>A name that means nothing would let every limit pass in silence.</summary>
    private static void Known(string path, IReadOnlyList<Fact> facts, Call call, List<Fault> faults)
    {
        var actors = ActorCodes.Of(call.Knowledge);
        foreach (var fact in facts)
        {
            if (fact.Agreement is { } id && call.Knowledge.Agreements.All(agreement => agreement.Id != id))
                faults.Add(new(path, fact.Line, 1, $"the agreement '{id}'", string.Join(", ", Nearest.To(id, call.Knowledge.Agreements.Select(agreement => agreement.Id)))));
            foreach (var code in (string?[])[fact.Party, fact.Over])
                if (code is not null && actors.Find(code) != code) faults.Add(new(path, fact.Line, 1, $"the actor '{code}'", string.Join(", ", actors.NearestTo(code, call.Wording))));
        }
    }
}
