// verify: whether a ledger is whole.
using System.Globalization;
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>Changes nothing, not even what a cut-off reading left to merge. Exit code 1 where something is wrong.</summary>
internal static class VerifyVerb
{
    public static Verb Verb { get; } = new("verify", [], [Ledgers.Option, new("--format", "table|json")], Run);

    private static int Run(Call call)
    {
        var json = call.AsJson;
        using var ledger = LedgerStore.Open(call.Text("--ledger") ?? Ledgers.Default, Pipeline.Merging(call.Knowledge), LedgerAccess.Read);
        var flaws = ledger.Check();
        if (json) Json.WriteLines(call.Out, flaws, (writer, flaw) =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", flaw.Code);
            writer.WriteString("subject", flaw.Subject);
            writer.WriteString("says", call.Wording.Say($"flaw.{flaw.Code}"));
            writer.WriteString("detail", flaw.Says);
            writer.WriteEndObject();
        }, call.DataVersion);
        else Tell(call, ledger.Statistics(), flaws);
        return flaws.Count > 0 ? Exit.Rejects : Exit.Done;
    }

    private static void Tell(Call call, LedgerStatistics held, IReadOnlyList<LedgerFlaw> flaws)
    {
        call.Out.WriteLine(call.Wording.Say("verify.held", [.. new[] { held.Pages, held.Reports, held.Events, held.Rulings }.Select(one => one.ToString(CultureInfo.InvariantCulture))]));
        if (flaws.Count == 0)
        {
            call.Out.WriteLine(call.Wording.Say("verify.whole"));
            return;
        }
        var table = new Table(call.Wording.Say("column.flaw"), call.Wording.Say("column.id"), call.Wording.Say("column.reason"));
        foreach (var flaw in flaws) table.Add(call.Wording.Say($"flaw.{flaw.Code}"), flaw.Subject, flaw.Says);
        table.Write(call.Out, call.Surroundings.Width);
    }
}
