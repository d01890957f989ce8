// An official document behind a report: reference, receipts, scan.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class RecordOutput
{
    /// <summary>All documents of an event, as an array of objects.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<OfficialRecord> records) => json.Objects("records", records, record => Members(json, record));

    /// <summary>The members of a document, into an object that stands open.</summary>
    public static void Members(Utf8JsonWriter json, OfficialRecord record)
    {
        json.WriteString("reference", record.Reference);
        json.WriteString("title", record.Title);
        json.Objects("received", record.Received, receipt =>
        {
            json.WriteString("addressee", receipt.Addressee);
            json.Date("on", receipt.On);
        });
        json.WriteString("scan", record.Scan);
        json.WriteString("address", record.Address);
    }

    public static void Write(Lines lines, Report report, string? told, Wording words)
    {
        lines.Write($"{report.Date?.Text ?? words.Say("date.none")}  {ExplainOutput.Sentence(report.Source, report.Act, report.Target, report.Agreement, words)}  {Reasons.Short(told ?? report.Id)}");
        Write(lines, report.Record!, words);
    }

    public static void Write(Lines lines, OfficialRecord record, Wording words)
    {
        lines.Write(words.Say("record.document", record.Title is { } title ? $"{record.Reference}, “{title}”" : record.Reference), 2);
        foreach (var receipt in record.Received) lines.Item(words.Say("record.received", receipt.Addressee, receipt.On.Text), 4);
        if (record.Scan is { } scan) lines.Write(words.Say("record.scan", scan), 4);
        if (record.Address is { } address) lines.Write(address, 4);
    }
}
