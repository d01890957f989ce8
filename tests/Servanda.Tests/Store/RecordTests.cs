// Official documents in the ledger: they rank above every page, and a mended one takes the place of the one before.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class RecordTests
{
    private const string Notice = """
        agreement: open-skies
        act: notify-withdrawal
        party: USA
        towards: [CAN, HUN]
        date: 2020-05-22
        reference: Note 2020/17
        received: { CAN: 2020-05-22, HUN: 2020-05-23 }
        scan: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0
        title: Công hàm về việc rút khỏi Hiệp ước Bầu trời Mở
        """;

    private static (PageReading? Reading, List<Fault> Faults) Read(string yaml)
    {
        var faults = new List<Fault>();
        return (RecordFile.Read("note.yaml", yaml, ShippedKnowledge.All, faults), faults);
    }

    [Fact]
    public void A_record_decides_over_the_press_and_says_so()
    {
        var press = Telling.Report("p1", "notify-withdrawal USA @ open-skies 2020-05", told: "2020-05-23");
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [press], outlet: "a.vn"), Read(Notice).Reading!], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var told = Assert.Single(ledger.Events(EventQuery.All));
        Assert.Equal("2020-05-22", told.Date!.Text);
        Assert.Equal(["depositary", "press"], told.SourceClasses);
        Assert.Equal(2, told.Origins);
        Assert.Contains("Note 2020/17", told.OriginNames);
        var record = Assert.Single(told.Records);
        Assert.Equal([new Receipt("CAN", Edtf.Parse("2020-05-22")), new Receipt("HUN", Edtf.Parse("2020-05-23"))], record.Received);
        Assert.Contains("\"record\":{\"reference\":\"Note 2020/17\"", TempLedger.ExportOf(ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mended_record_takes_the_place_of_the_one_before()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([Read(Notice).Reading!], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var mended = ledger.Write([Read(Notice.Replace("date: 2020-05-22", "date: 2020-05-21", StringComparison.Ordinal)).Reading!], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(1, mended.Replaced);
        Assert.Equal("2020-05-21", Assert.Single(ledger.Events(EventQuery.All)).Date!.Text);
    }

    [Fact]
    public void A_record_is_known_from_its_first_receipt()
    {
        Assert.Equal("2020-05-22", Read(Notice).Reading!.Told.When!.Text);
        Assert.Equal("2020-05-22", Read(Notice.Replace("received: { CAN: 2020-05-22, HUN: 2020-05-23 }", "", StringComparison.Ordinal)).Reading!.Told.When!.Text);
    }

    [Theory]
    [InlineData("agreement: open-skies", "agreement: open-skis", 1)]
    [InlineData("act: notify-withdrawal", "act: leave", 2)]
    [InlineData("party: USA", "", 0)]
    [InlineData("date: 2020-05-22", "date: hôm qua", 5)]
    [InlineData("reference: Note 2020/17", "", 0)]
    [InlineData("scan: 0f1e", "scan: 0F1E", 8)]
    [InlineData("title: Công", "titel: Công", 9)]
    [InlineData("CAN: 2020-05-22", "CAN: 22/5/2020", 7)]
    public void A_faulty_record_is_refused_with_the_line(string right, string wrong, int line)
    {
        var (reading, faults) = Read(Notice.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading);
        Assert.NotEmpty(faults);
        if (line > 0) Assert.Contains(faults, fault => fault.Line == line);
    }
}
