// A finding as JSON and back, and the rows that keep it.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Store;

internal static class FindingText
{
    public const string Setting = "judgement";

    public static readonly string[] Columns = ["reading", "position", "agreement", "content"];

    public static string Of(Finding finding) => JsonSerializer.Serialize(finding, LedgerText.Json.Finding);

    public static Finding Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, LedgerText.Json.Finding) ?? throw new LedgerException(LedgerFault.Damaged, "A row of the ledger is empty.") { Says = new("ledger.row", "") };
        }
        catch (JsonException fault)
        {
            throw new LedgerException(LedgerFault.Damaged, $"A row of the ledger is damaged: {fault.Message}", fault) { Says = new("ledger.row", fault.Message) };
        }
    }

    /// <summary>Keeps what readings gave, in the transaction that is open. What other rules gave goes.</summary>
    public static void Keep(LedgerDatabase database, string version, IReadOnlyList<(long Reading, IReadOnlyList<Finding> Findings)> judged)
    {
        if (VersionIn(database) != version)
        {
            database.Execute("delete from finding");
            database.Execute("delete from judged");
            database.Execute("insert into setting (key, value) values (@key, @version) on conflict (key) do update set value = @version", ("@key", Setting), ("@version", version));
        }
        database.Insert("judged", ["reading"], judged.Select(one => new object?[] { one.Reading }), unlessThere: true);
        database.Insert("finding", Columns, judged.SelectMany(one => one.Findings.Select((finding, i) => new object?[] { one.Reading, i, finding.Agreement, Of(finding) })), unlessThere: true);
    }

    public static string? VersionIn(LedgerDatabase database) => database.First("select value from setting where key = @key", row => row.GetString(0), ("@key", Setting));
}
