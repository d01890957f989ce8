// Files that cannot be used as a ledger, and what is said of them.
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LedgerFileTests
{
    private static LedgerStore Made(TempLedger temp, LedgerAccess access = LedgerAccess.Create) => LedgerStore.Open(temp.Path, Telling.Fold.Folding, access);

    private static LedgerException Refused(string path, LedgerAccess access = LedgerAccess.Write, TimeSpan? patience = null) =>
        Assert.Throws<LedgerException>(() => { using var ledger = LedgerStore.Open(path, Telling.Fold.Folding, access, patience); ledger.Statistics(); });

    [Fact]
    public void A_ledger_that_is_not_there_is_missing_unless_it_may_be_made()
    {
        using var temp = new TempLedger();
        Assert.Equal(LedgerFault.Missing, Refused(temp.Path).Fault);
        Assert.Equal(LedgerFault.Missing, Refused(temp.Path, LedgerAccess.Read).Fault);
        Assert.Equal(LedgerFault.Missing, Refused(Path.Combine(Path.GetDirectoryName(temp.Path)!, "no", "such", "x.db"), LedgerAccess.Create).Fault);
        Made(temp).Dispose();
        Made(temp, LedgerAccess.Read).Dispose();
    }

    [Theory]
    [InlineData("Nga rút khỏi Hiệp ước Bầu trời Mở: đây là một trang báo, không phải sổ cái.")]
    [InlineData("x")]
    public void A_text_file_is_no_ledger(string content)
    {
        using var temp = new TempLedger();
        File.WriteAllText(temp.Path, string.Concat(Enumerable.Repeat(content, 40)));
        var before = File.ReadAllBytes(temp.Path);
        var refused = Refused(temp.Path, LedgerAccess.Create);
        Assert.Equal(LedgerFault.NotALedger, refused.Fault);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(before, File.ReadAllBytes(temp.Path));
    }

    [Fact]
    public void Another_database_is_no_ledger()
    {
        using var temp = new TempLedger();
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={temp.Path};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "create table t (a)";
            command.ExecuteNonQuery();
        }
        Assert.Equal(LedgerFault.NotALedger, Refused(temp.Path).Fault);
    }

    [Fact]
    public void A_folder_is_no_ledger() => Assert.Equal(LedgerFault.NotALedger, Refused(Path.GetTempPath()).Fault);

    [Fact]
    public void A_ledger_of_a_newer_version_is_left_alone()
    {
        using var temp = new TempLedger();
        Made(temp).Dispose();
        Pragma(temp.Path, "pragma user_version = 999");
        Assert.Equal(LedgerFault.TooNew, Refused(temp.Path).Fault);
        Assert.Equal(LedgerFault.TooNew, Refused(temp.Path, LedgerAccess.Read).Fault);
    }

    [Fact]
    public void A_ledger_that_another_program_writes_is_locked_and_stays_readable()
    {
        using var temp = new TempLedger();
        Made(temp).Dispose();
        using var writer = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={temp.Path};Pooling=False");
        writer.Open();
        using var transaction = writer.BeginTransaction(deferred: false);
        using var ledger = LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Write, TimeSpan.FromMilliseconds(50));
        var locked = Assert.Throws<LedgerException>(() => ledger.Write([TempLedger.Reading("p1", [])], [], TempLedger.Noon));
        Assert.Equal(LedgerFault.Locked, locked.Fault);
        Assert.Equal(0, ledger.Statistics().Pages);
        transaction.Rollback();
        Assert.Equal(1, ledger.Write([TempLedger.Reading("p1", [])], [], TempLedger.Noon).New);
    }

    [Fact]
    public void A_ledger_open_for_reading_is_not_written()
    {
        using var temp = new TempLedger();
        Made(temp).Dispose();
        using var ledger = Made(temp, LedgerAccess.Read);
        Assert.Equal(LedgerFault.ReadOnly, Assert.Throws<LedgerException>(() => ledger.Write([TempLedger.Reading("p1", [])], [], TempLedger.Noon)).Fault);
    }

    [Fact]
    public void A_ledger_cut_off_before_merging_says_so_and_is_whole_after_it()
    {
        using var temp = new TempLedger();
        using (var ledger = Made(temp)) ledger.Write(TempLedger.Many(60), [], TempLedger.Noon);
        using (var reader = Made(temp, LedgerAccess.Read)) Assert.Equal(LedgerFault.Unmerged, Assert.Throws<LedgerException>(() => reader.Events(EventQuery.All)).Fault);
        using var again = Made(temp);
        again.Merge(TempLedger.Noon);
        Assert.Equal(TempLedger.ExportOf(TempLedger.Many(60)), TempLedger.ExportOf(again));
    }

    private static void Pragma(string path, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
