// Official documents through the command: they rank above the press, and each answer says so.
using System.Security.Cryptography;
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class RecordVerbTests(LedgerCopies samples) : IClassFixture<LedgerCopies>
{
    private const string Note = """
        agreement: open-skies
        act: notify-withdrawal
        party: USA
        towards: [CAN, HUN]
        date: 2020-05-22
        reference: Công hàm 2020/17
        received: { CAN: 2020-05-22, HUN: 2020-05-23 }
        title: Công hàm về việc rút khỏi Hiệp ước Bầu trời Mở
        """;

    private string Write(string yaml)
    {
        var file = samples.Free("note.yaml");
        File.WriteAllText(file, yaml);
        return file;
    }

    [Fact]
    public void A_document_decides_over_the_press_and_timeline_explain_status_and_export_say_so()
    {
        var ledger = samples.Copy();
        var scan = samples.Free("scan.pdf");
        File.WriteAllText(scan, "ảnh chụp");
        var stored = Assert.Single(LedgerCopies.Json(ledger, "record", Write(Note), "--scan", scan).EnumerateArray());
        Assert.Equal("Công hàm 2020/17", stored.GetProperty("reference").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(scan))), stored.GetProperty("scan").GetString());
        Assert.Equal(["CAN 2020-05-22", "HUN 2020-05-23"], stored.GetProperty("received").EnumerateArray().Select(receipt => $"{receipt.GetProperty("addressee").GetString()} {receipt.GetProperty("on").GetString()}"));

        var id = stored.GetProperty("event").GetString()!;
        var told = LedgerCopies.Json(ledger, "timeline", "open-skies").EnumerateArray().Single(e => e.GetProperty("id").GetString() == id);
        Assert.Equal("2020-05-22", told.GetProperty("date").GetString());
        Assert.Equal("depositary", told.GetProperty("sourceClasses")[0].GetString());
        Assert.Equal("Công hàm 2020/17", told.GetProperty("records")[0].GetProperty("reference").GetString());
        Assert.Contains("có văn bản", Command.Run("timeline", "open-skies", "--ledger", ledger).Out, StringComparison.Ordinal);
        Assert.Contains("văn bản: Công hàm 2020/17", Command.Run("explain", id, "--ledger", ledger).Out, StringComparison.Ordinal);
        Assert.Contains("Công hàm 2020/17", LedgerCopies.Export(ledger), StringComparison.Ordinal);
        var because = LedgerCopies.Json(ledger, "status", "open-skies", "--party", "USA", "--on", "2020-06-01", "--basis", "reports")[0];
        Assert.Equal("notice-running", because.GetProperty("status").GetString());
        Assert.Contains(because.GetProperty("because").EnumerateArray(), reason => reason.GetString()!.Contains("Công hàm 2020/17", StringComparison.Ordinal));
    }

    [Fact]
    public void Documents_are_listed_found_by_their_words_and_known_from_their_first_receipt()
    {
        var ledger = samples.Copy();
        LedgerCopies.Json(ledger, "record", Write(Note));
        Assert.Single(LedgerCopies.Json(ledger, "record").EnumerateArray());
        Assert.Equal(0, LedgerCopies.Json(ledger, "record", "--known-at", "2020-05-21").GetArrayLength());
        Assert.Single(LedgerCopies.Json(ledger, "record", "--on", "2020-05-22").EnumerateArray());
        Assert.Single(LedgerCopies.Json(ledger, "search", "cong ham 2020/17").EnumerateArray());
        var mended = LedgerCopies.Json(ledger, "record", Write(Note.Replace("date: 2020-05-22", "date: 2020-05-21", StringComparison.Ordinal)));
        Assert.Equal("2020-05-21", Assert.Single(mended.EnumerateArray()).GetProperty("date").GetString());
        Assert.Single(LedgerCopies.Json(ledger, "record").EnumerateArray());
    }

    [Fact]
    public void A_faulty_document_is_refused_with_file_and_line_and_nothing_is_stored()
    {
        var ledger = samples.Copy();
        var answer = Command.Run("record", Write(Note), Write(Note.Replace("act: notify", "act: notfy", StringComparison.Ordinal)), "--ledger", ledger);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Contains("note.yaml:2:", answer.Error, StringComparison.Ordinal);
        Assert.Equal(0, LedgerCopies.Json(ledger, "record").GetArrayLength());
        Assert.Contains("nowhere.yaml", LedgerCopies.Refused("record", "nowhere.yaml", "--ledger", ledger), StringComparison.Ordinal);
        var other = samples.Free("other.pdf");
        File.WriteAllText(other, "khác");
        Assert.Equal(Exit.Wrong, Command.Run("record", Write(Note + $"\nscan: {new string('0', 64)}"), "--scan", other, "--ledger", ledger).Exit);
    }
}
