// Ledgers written by every earlier schema open, and hold what they held.
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class MigrationTests
{
    [Theory]
    [InlineData("schema-1.ledger")]
    public void A_ledger_of_an_earlier_schema_is_brought_up_to_date_and_is_whole(string name)
    {
        using var temp = new TempLedger();
        File.Copy(Repository.PathOf("tests", "corpus", "ledgers", name), temp.Path);
        Assert.Equal(LedgerFault.TooOld, Assert.Throws<LedgerException>(() => LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Read)).Fault);
        using var ledger = LedgerStore.Open(temp.Path, Telling.Fold.Folding);
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
        Assert.Equal((6, 48), (ledger.Statistics().Pages, ledger.Statistics().Reports));
        Assert.NotEmpty(ledger.Search("công hàm chính thức"));
        Assert.NotEmpty(ledger.Events(EventQuery.All));
        Assert.Equal(1, ledger.Queue("một").Offer(["a.txt"]));
    }
}
