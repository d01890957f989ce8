// A report as JSON and back, written out by hand: filling a ledger does little else, and the serializer's own way costs five times as much.
using System.Text.Json;
using Servanda.Model;
using static Servanda.Store.JsonFields;

namespace Servanda.Store;

/// <summary>Fields in the order of the type, nulls left out; read in any order, unknown ones passed over. Blocks are hashed over this text: another order makes every ledger merge anew.</summary>
internal static class ReportText
{
    public static string Of(Report report) => Text(report, Write);

    public static Report Read(string text) => JsonFields.Read(text, Read);

    public static Report Read(byte[] text) => JsonFields.Read(text, Read);

    private static void Write(Utf8JsonWriter writer, Report report)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, report.Id);
        writer.WriteString("page"u8, report.Page);
        writer.WriteString("act"u8, report.Act);
        Texts(writer, "source"u8, report.Source);
        Texts(writer, "target"u8, report.Target);
        Text(writer, "agreement"u8, report.Agreement);
        Text(writer, "object"u8, report.Object);
        if (report.When is { } when)
        {
            writer.WriteStartObject("when"u8);
            writer.WriteString("words"u8, when.Words);
            writer.WriteString("rule"u8, when.Rule);
            writer.WriteString("form"u8, when.Form);
            writer.WriteEndObject();
        }
        Text(writer, "date"u8, report.Date?.Text);
        writer.WriteString("status"u8, Enum.GetName(report.Status));
        writer.WriteString("polarity"u8, Enum.GetName(report.Polarity));
        Quantities(writer, report.Quantities);
        Text(writer, "speaker"u8, report.Speaker);
        writer.WriteString("word"u8, Enum.GetName(report.Word));
        Texts(writer, "via"u8, report.Via);
        Text(writer, "person"u8, report.Person);
        writer.WriteStartArray("evidence"u8);
        foreach (var span in report.Evidence)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(span.Start);
            writer.WriteNumberValue(span.End);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("lines"u8);
        foreach (var line in report.Lines) writer.WriteNumberValue(line);
        writer.WriteEndArray();
        Texts(writer, "rules"u8, report.Rules);
        Text(writer, "inResponseTo"u8, report.InResponseTo);
        Text(writer, "told"u8, report.Told?.Text);
        if (report.Record is { } record)
        {
            writer.WritePropertyName("record"u8);
            JsonSerializer.Serialize(writer, record, LedgerText.Json.OfficialRecord);
        }
        writer.WriteEndObject();
    }

    private static Report Read(ref Utf8JsonReader reader)
    {
        string? id = null, page = null, act = null, agreement = null, what = null, speaker = null, person = null, answers = null;
        IReadOnlyList<string> source = [], target = [], via = [], rules = [];
        IReadOnlyList<Quantity> quantities = [];
        IReadOnlyList<Span>? evidence = null;
        IReadOnlyList<int>? lines = null;
        DateExpression? when = null;
        Edtf? date = null, told = null;
        OfficialRecord? record = null;
        var (status, polarity, word) = (ReportStatus.Occurred, Polarity.Affirmed, WordOf.Narrator);
        while (Field(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = Text(ref reader);
            else if (reader.ValueTextEquals("page"u8)) page = Text(ref reader);
            else if (reader.ValueTextEquals("act"u8)) act = Text(ref reader);
            else if (reader.ValueTextEquals("source"u8)) source = Texts(ref reader);
            else if (reader.ValueTextEquals("target"u8)) target = Texts(ref reader);
            else if (reader.ValueTextEquals("agreement"u8)) agreement = Text(ref reader);
            else if (reader.ValueTextEquals("object"u8)) what = Text(ref reader);
            else if (reader.ValueTextEquals("when"u8)) when = When(ref reader);
            else if (reader.ValueTextEquals("date"u8)) date = Date(ref reader);
            else if (reader.ValueTextEquals("status"u8)) status = One<ReportStatus>(ref reader);
            else if (reader.ValueTextEquals("polarity"u8)) polarity = One<Polarity>(ref reader);
            else if (reader.ValueTextEquals("quantities"u8)) quantities = Quantities(ref reader);
            else if (reader.ValueTextEquals("speaker"u8)) speaker = Text(ref reader);
            else if (reader.ValueTextEquals("word"u8)) word = One<WordOf>(ref reader);
            else if (reader.ValueTextEquals("via"u8)) via = Texts(ref reader);
            else if (reader.ValueTextEquals("person"u8)) person = Text(ref reader);
            else if (reader.ValueTextEquals("evidence"u8)) evidence = Spans(ref reader);
            else if (reader.ValueTextEquals("lines"u8)) lines = Lines(ref reader);
            else if (reader.ValueTextEquals("rules"u8)) rules = Texts(ref reader);
            else if (reader.ValueTextEquals("inResponseTo"u8)) answers = Text(ref reader);
            else if (reader.ValueTextEquals("told"u8)) told = Date(ref reader);
            else if (reader.ValueTextEquals("record"u8)) record = JsonSerializer.Deserialize(ref reader, LedgerText.Json.OfficialRecord);
            else Pass(ref reader);
        }
        return new Report
        {
            Id = id ?? throw Missing("id"),
            Page = page ?? throw Missing("page"),
            Act = act ?? throw Missing("act"),
            Source = source,
            Target = target,
            Agreement = agreement,
            Object = what,
            When = when,
            Date = date,
            Status = status,
            Polarity = polarity,
            Quantities = quantities,
            Speaker = speaker,
            Word = word,
            Via = via,
            Person = person,
            Evidence = evidence ?? throw Missing("evidence"),
            Lines = lines ?? throw Missing("lines"),
            Rules = rules,
            InResponseTo = answers,
            Told = told,
            Record = record,
        };
    }

    private static JsonException Missing(string field) => new($"The report has no {field}.");

    private static IReadOnlyList<int> Lines(ref Utf8JsonReader reader)
    {
        Start(ref reader);
        var values = new List<int>();
        while (Item(ref reader)) values.Add(reader.GetInt32());
        return [.. values];
    }

    private static IReadOnlyList<Span> Spans(ref Utf8JsonReader reader)
    {
        Start(ref reader);
        var values = new List<Span>();
        while (Item(ref reader))
        {
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            values.Add(new(start, reader.GetInt32()));
            reader.Read();
        }
        return [.. values];
    }

    private static DateExpression When(ref Utf8JsonReader reader)
    {
        reader.Read();
        string? words = null, rule = null, form = null;
        while (Field(ref reader))
        {
            if (reader.ValueTextEquals("words"u8)) words = Text(ref reader);
            else if (reader.ValueTextEquals("rule"u8)) rule = Text(ref reader);
            else if (reader.ValueTextEquals("form"u8)) form = Text(ref reader);
            else Pass(ref reader);
        }
        return new(words!, rule!, form!);
    }
}
