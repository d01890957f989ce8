// coverage: what was read, and what in it was not understood.
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class CoverageVerb
{
    public static Verb Verb { get; } = new(
        "coverage", [new("AGREEMENT")], [new("--actors", "RUS,NATO", Many: true), Questions.On, Questions.KnownAt, new("--limit", "N"), Ledgers.Option, new("--format", "table|json")], Run)
    { Asks = true };

    /// <summary>The most frequent of what was not understood, where no other number is asked for.</summary>
    private const int Most = 30;

    private static int Run(Call call)
    {
        var json = call.AsJson;
        var (query, limit) = (Questions.EventsOf(call), call.Whole("--limit", 1) ?? Most);
        using var ledger = Ledgers.ToRead(call);
        var coverage = ledger.Coverage(Questions.IsOpen(query) ? null : query);
        if (json) call.Out.WriteLine(Json.Text(writer => CoverageOutput.Write(writer, coverage, limit), indented: true, call.DataVersion));
        else CoverageOutput.Write(call.Out, coverage, call.Wording, call.Surroundings.Width, limit);
        return Exit.Done;
    }
}
