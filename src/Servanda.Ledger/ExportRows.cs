// The ledger as JSON Lines, byte for byte the same for the same pages, however and whenever they were read.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// Rows of <c>export --format jsonl</c>: one event a line with its reports, then one page a line, then one ruling a line. Field order is fixed, fields that nothing is said of are left out, numbers are
/// decimal, text is UTF-8 as it is. No read time, path or order of reading is in them.
/// </summary>
public static class ExportRows
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(EventFile file) => Row(json =>
    {
        var e = file.Event;
        json.WriteString("type", "event");
        json.WriteString("id", e.Id);
        json.WriteString("act", e.Act);
        Strings(json, "source", e.Source);
        Strings(json, "target", e.Target);
        Text(json, "agreement", e.Agreement);
        Text(json, "object", e.Object);
        Text(json, "date", e.Date?.Text);
        Text(json, "dateDerivation", e.DateDerivation is { Length: > 0 } derivation ? derivation : null);
        json.WriteString("status", Word(e.Status));
        json.WriteString("polarity", Sign(e.Polarity));
        Quantities(json, e.Quantities);
        Some(json, "speakers", e.Speakers);
        Some(json, "persons", e.Persons);
        json.WriteNumber("origins", e.Origins);
        Strings(json, "originNames", e.OriginNames);
        Strings(json, "sourceClasses", e.SourceClasses);
        Text(json, "firstTold", e.FirstTold?.Text);
        Some(json, "inResponseTo", e.InResponseTo);
        Some(json, "rulings", e.Rulings);
        if (e.Variants.Count > 0)
        {
            json.WriteStartArray("variants");
            foreach (var variant in e.Variants)
            {
                json.WriteStartObject();
                json.WriteString("about", variant.About);
                json.WriteString("value", variant.Value);
                Strings(json, "reports", variant.Reports);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("reports");
        foreach (var report in file.Reports) Report(json, report);
        json.WriteEndArray();
    });

    public static string Of(PageCard page) => Row(json =>
    {
        json.WriteString("type", "page");
        json.WriteString("id", page.Id);
        Strings(json, "names", page.Names);
        Text(json, "language", page.Language);
        Text(json, "outlet", page.Outlet);
        Text(json, "title", page.Title);
        Some(json, "credits", page.Credits);
        Text(json, "told", page.Told?.Text);
        json.WriteString("coder", page.Coder);
    });

    /// <summary>A ruling that stands on live reports.</summary>
    public static string Of(Ruling ruling) => Row(json =>
    {
        json.WriteString("type", "ruling");
        json.WriteString("id", ruling.Id);
        json.WriteString("kind", ruling.Kind.ToString().ToLowerInvariant());
        Strings(json, "reports", [.. ruling.Reports.Select(report => report.Id)]);
        Some(json, "against", [.. ruling.Against.Select(report => report.Id)]);
        if (ruling.Corrections.Count > 0)
        {
            json.WriteStartObject("corrections");
            foreach (var correction in ruling.Corrections) json.WriteString(correction.About, correction.Value);
            json.WriteEndObject();
        }
        json.WriteString("by", ruling.By);
        json.WriteString("why", ruling.Why);
        json.WriteString("made", ruling.Made.ToString());
    });

    private static void Report(Utf8JsonWriter json, ReportFile file)
    {
        var report = file.Report;
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        json.WriteString("page", report.Page);
        Strings(json, "names", file.Page.Names);
        Text(json, "outlet", file.Page.Outlet);
        Text(json, "told", report.Told?.Text);
        json.WriteString("act", report.Act);
        Strings(json, "source", report.Source);
        Strings(json, "target", report.Target);
        Text(json, "agreement", report.Agreement);
        Text(json, "object", report.Object);
        Text(json, "date", report.Date?.Text);
        Text(json, "when", report.When?.Words);
        json.WriteString("status", Word(report.Status));
        json.WriteString("polarity", Sign(report.Polarity));
        Quantities(json, report.Quantities);
        Text(json, "speaker", report.Speaker);
        json.WriteString("word", report.Word.ToString().ToLowerInvariant());
        Some(json, "via", report.Via);
        Text(json, "person", report.Person);
        json.WriteStartArray("evidence");
        for (var i = 0; i < report.Evidence.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("start", report.Evidence[i].Start);
            json.WriteNumber("end", report.Evidence[i].End);
            json.WriteString("text", file.Evidence[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (var line in report.Lines) json.WriteNumberValue(line);
        json.WriteEndArray();
        Some(json, "rules", report.Rules);
        Text(json, "inResponseTo", report.InResponseTo);
        if (report.Record is { } record) Record(json, record);
        json.WriteEndObject();
    }

    private static void Record(Utf8JsonWriter json, OfficialRecord record)
    {
        json.WriteStartObject("record");
        json.WriteString("reference", record.Reference);
        Text(json, "title", record.Title);
        json.WriteStartArray("received");
        foreach (var receipt in record.Received)
        {
            json.WriteStartObject();
            json.WriteString("addressee", receipt.Addressee);
            json.WriteString("on", receipt.On.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Text(json, "scan", record.Scan);
        Text(json, "address", record.Address);
        json.WriteEndObject();
    }

    private static void Quantities(Utf8JsonWriter json, IReadOnlyList<Quantity> quantities)
    {
        if (quantities.Count == 0) return;
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            // 8 and 8.0 are one number.
            json.WriteNumber("value", quantity.Value / 1.000000000000000000000000000000m);
            json.WriteString("unit", quantity.Unit);
            Text(json, "role", quantity.Role);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Row(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Word(ReportStatus status) => status.ToString().ToLowerInvariant();

    private static string Sign(Polarity polarity) => polarity == Polarity.Affirmed ? "+" : "-";

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Some(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0) Strings(json, name, values);
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
