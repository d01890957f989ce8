// Ledgers written by every earlier schema open, and hold what they held.
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class MigrationTests
{
    /// <summary>Every schema of a backend before this one.</summary>
    public static TheoryData<int> Earlier(string backend) => [.. Enumerable.Range(1, Steps(backend).Count - 1)];

    /// <summary>The file was written by a program of the first schema; programs of later ones took it as far as theirs.</summary>
    [Theory, MemberData(nameof(Earlier), "sqlite")]
    public void A_ledger_of_an_earlier_schema_is_brought_up_to_date_and_is_whole(int schema)
    {
        using var temp = new TempLedger();
        File.Copy(Repository.PathOf("tests", "corpus", "ledgers", "schema-1.ledger"), temp.Path);
        foreach (var step in Steps("sqlite").Take(schema).Skip(1)) temp.ExecuteInFile(step);
        temp.ExecuteInFile($"pragma user_version = {schema}");
        Assert.Equal(LedgerFault.TooOld, Assert.Throws<LedgerException>(() => LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Read)).Fault);
        using var ledger = LedgerStore.Open(temp.Path, Telling.Fold.Folding);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
        Assert.Equal((6, 48), (ledger.Statistics().Pages, ledger.Statistics().Reports));
        Assert.NotEmpty(ledger.Search("công hàm chính thức"));
        Assert.NotEmpty(ledger.Events(EventQuery.All));
        Assert.Equal(1, ledger.Queue("một").Offer(["a.txt"]));
    }

    [Theory, MemberData(nameof(Earlier), "postgres")]
    public void A_database_of_an_earlier_schema_is_brought_up_to_date_and_is_as_good_as_new(int schema)
    {
        if (TempLedger.Postgres is null) Assert.Skip("There is no PostgreSQL server; tests/postgres.sh starts one.");
        using var temp = new TempLedger();
        temp.Execute($"create schema {temp.Schema}");
        foreach (var step in Steps("postgres").Take(schema)) temp.Execute(step);
        temp.Execute($"insert into setting (key, value) values ('schema', '{schema}')");
        Assert.Equal(LedgerFault.TooOld, Assert.Throws<LedgerException>(() => temp.Open(LedgerAccess.Read)).Fault);
        var readings = TempLedger.Many(40);
        using var ledger = temp.Open(LedgerAccess.Write);
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(ledger));
    }

    private static List<string> Steps(string backend) =>
        [.. Directory.GetFiles(Repository.PathOf("src", "Servanda.Store", "Migrations", backend), "*.sql").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
