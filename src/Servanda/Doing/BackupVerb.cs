// backup and restore: a ledger into a file, and a file into a ledger.
using System.Globalization;
using Servanda.Doors;
using Servanda.Output;
using Servanda.Store;

namespace Servanda.Doing;

/// <summary>A backup is a ledger in one SQLite file, whatever the ledger lies in. Neither verb overwrites anything.</summary>
internal static class BackupVerb
{
    public static Verb Backup { get; } = new("backup", [new("FILE", Required: true)], [Ledgers.Option, new("--format", "table|json")], RunBackup);

    public static Verb Restore { get; } = new("restore", [new("FILE", Required: true)], [Ledgers.Option, new("--format", "table|json")], RunRestore);

    private static int RunBackup(Call call)
    {
        var (json, file) = (call.AsJson, call.Required("FILE"));
        using var ledger = Ledgers.ToRead(call);
        ledger.Backup(file);
        Tell(call, json, "backup.done", file, ledger.Statistics());
        return Exit.Done;
    }

    private static int RunRestore(Call call)
    {
        var (json, place) = (call.AsJson, call.Text("--ledger") ?? Ledgers.Default);
        using var ledger = LedgerStore.Restore(call.Required("FILE"), place, Pipeline.Merging(call.Knowledge));
        Tell(call, json, "restore.done", ledger.Name, ledger.Statistics());
        return Exit.Done;
    }

    private static void Tell(Call call, bool json, string key, string place, LedgerStatistics held)
    {
        if (json)
        {
            call.Out.WriteLine(Json.Text(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("file", place);
                writer.WriteNumber("pages", held.Pages);
                writer.WriteNumber("reports", held.Reports);
                writer.WriteNumber("events", held.Events);
                writer.WriteNumber("rulings", held.Rulings);
                writer.WriteEndObject();
            }, data: call.DataVersion));
            return;
        }
        call.Out.WriteLine(call.Wording.Say(key, [place, .. new[] { held.Pages, held.Reports, held.Events, held.Rulings }.Select(one => one.ToString(CultureInfo.InvariantCulture))]));
    }
}
