// export: the whole ledger for other tools.
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

internal static class ExportVerb
{
    public static Verb Verb { get; } = new(
        "export", [], [new("--format", "jsonl"), new("--out", "FILE"), new("--agreement", "ID"), new("--actors", "RUS,NATO", Many: true), new("--known-at", "DATE"), Ledgers.Option], Run);

    private static int Run(Call call)
    {
        call.OneOf("--format", "jsonl");
        var query = new EventQuery
        {
            Agreement = call.Text("--agreement") is { } id ? call.AgreementOf(id).Id : null,
            Actors = call.Actors("--actors"),
            KnownAt = call.Day("--known-at"),
        };
        using var ledger = Ledgers.ToRead(call);
        using var file = call.Text("--out") is { } path ? OutputFolder.File(path) : null;
        EventJsonLines.Write(file ?? call.Out, ledger.Files(query));
        return Exit.Done;
    }
}
