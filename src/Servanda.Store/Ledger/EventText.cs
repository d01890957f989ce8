// An event as JSON and back, written out by hand.
using System.Text.Json;
using Servanda.Model;
using static Servanda.Store.JsonFields;

namespace Servanda.Store;

/// <summary>Fields in the order of the type, nulls left out; read in any order, unknown ones passed over. Blocks are hashed over this text: another order makes every ledger merge anew.</summary>
internal static class EventText
{
    public static string Of(Event told) => Text(told, Write);

    public static Event Read(string text) => JsonFields.Read(text, Read);

    public static Event Read(byte[] text) => JsonFields.Read(text, Read);

    /// <summary>The same of a row that is kept: the ids of its reports stay in it until somebody asks for one.</summary>
    public static Event ReadCourse(byte[] row) => JsonFields.Read(row, (ref Utf8JsonReader reader) => Read(ref reader, row));

    private static void Write(Utf8JsonWriter writer, Event told)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, told.Id);
        writer.WriteString("act"u8, told.Act);
        Texts(writer, "source"u8, told.Source);
        Texts(writer, "target"u8, told.Target);
        Text(writer, "agreement"u8, told.Agreement);
        Text(writer, "object"u8, told.Object);
        Text(writer, "date"u8, told.Date?.Text);
        writer.WriteString("dateDerivation"u8, told.DateDerivation);
        if (told.Years is { } years)
        {
            writer.WriteStartArray("years"u8);
            foreach (var year in years)
            {
                writer.WriteStartObject();
                writer.WriteString("report"u8, year.Report);
                writer.WriteString("from"u8, year.From);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteString("status"u8, Enum.GetName(told.Status));
        writer.WriteString("polarity"u8, Enum.GetName(told.Polarity));
        Quantities(writer, told.Quantities);
        Texts(writer, "speakers"u8, told.Speakers);
        Texts(writer, "persons"u8, told.Persons);
        writer.WriteNumber("origins"u8, told.Origins);
        Texts(writer, "originNames"u8, told.OriginNames);
        Text(writer, "firstTold"u8, told.FirstTold?.Text);
        Texts(writer, "reports"u8, told.Reports);
        Texts(writer, "pages"u8, told.Pages);
        writer.WriteStartArray("variants"u8);
        foreach (var variant in told.Variants)
        {
            writer.WriteStartObject();
            writer.WriteString("about"u8, variant.About);
            writer.WriteString("value"u8, variant.Value);
            Texts(writer, "reports"u8, variant.Reports);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Texts(writer, "inResponseTo"u8, told.InResponseTo);
        Texts(writer, "sourceClasses"u8, told.SourceClasses);
        Records(writer, told.Records);
        Texts(writer, "rulings"u8, told.Rulings);
        Text(writer, "supersededBy"u8, told.SupersededBy);
        writer.WriteEndObject();
    }

    /// <summary>
    /// An event as the course of its agreement asks for it: who did what to whom when, as far as it happened, on whose word, and the reports that say so. What is left out is as in an event that says nothing of it.
    /// </summary>
    public static string OfCourse(Event told) => Text(told, WriteCourse);

    private static void WriteCourse(Utf8JsonWriter writer, Event told)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, told.Id);
        writer.WriteString("act"u8, told.Act);
        if (told.Source.Count > 0) Texts(writer, "source"u8, told.Source);
        if (told.Target.Count > 0) Texts(writer, "target"u8, told.Target);
        Text(writer, "agreement"u8, told.Agreement);
        Text(writer, "date"u8, told.Date?.Text);
        writer.WriteString("status"u8, Enum.GetName(told.Status));
        writer.WriteString("polarity"u8, Enum.GetName(told.Polarity));
        if (told.Quantities.Count > 0) Quantities(writer, told.Quantities);
        if (told.Speakers.Count > 0) Texts(writer, "speakers"u8, told.Speakers);
        writer.WriteNumber("origins"u8, told.Origins);
        Texts(writer, "originNames"u8, told.OriginNames);
        Text(writer, "firstTold"u8, told.FirstTold?.Text);
        Texts(writer, "reports"u8, told.Reports);
        if (told.Records.Count > 0) Records(writer, told.Records);
        Text(writer, "supersededBy"u8, told.SupersededBy);
        writer.WriteEndObject();
    }

    private static void Records(Utf8JsonWriter writer, IReadOnlyList<OfficialRecord> records)
    {
        writer.WriteStartArray("records"u8);
        foreach (var record in records) JsonSerializer.Serialize(writer, record, LedgerText.Json.OfficialRecord);
        writer.WriteEndArray();
    }

    private static Event Read(ref Utf8JsonReader reader) => Read(ref reader, null);

    private static Event Read(ref Utf8JsonReader reader, byte[]? kept)
    {
        string? id = null, act = null, agreement = null, what = null, by = null;
        var derivation = "";
        IReadOnlyList<string> source = [], target = [], speakers = [], persons = [], names = [], reports = [], pages = [], answered = [], classes = [], rulings = [];
        IReadOnlyList<Quantity> quantities = [];
        IReadOnlyList<Variant> variants = [];
        IReadOnlyList<OfficialRecord> records = [];
        IReadOnlyList<YearFrom>? years = null;
        Edtf? date = null, first = null;
        var (status, polarity, origins) = (ReportStatus.Occurred, Polarity.Affirmed, 0);
        while (Field(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = Text(ref reader);
            else if (reader.ValueTextEquals("act"u8)) act = Text(ref reader);
            else if (reader.ValueTextEquals("source"u8)) source = Texts(ref reader);
            else if (reader.ValueTextEquals("target"u8)) target = Texts(ref reader);
            else if (reader.ValueTextEquals("agreement"u8)) agreement = Text(ref reader);
            else if (reader.ValueTextEquals("object"u8)) what = Text(ref reader);
            else if (reader.ValueTextEquals("date"u8)) date = Date(ref reader);
            else if (reader.ValueTextEquals("dateDerivation"u8)) derivation = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("years"u8)) years = Objects(ref reader, Year);
            else if (reader.ValueTextEquals("status"u8)) status = One<ReportStatus>(ref reader);
            else if (reader.ValueTextEquals("polarity"u8)) polarity = One<Polarity>(ref reader);
            else if (reader.ValueTextEquals("quantities"u8)) quantities = Quantities(ref reader);
            else if (reader.ValueTextEquals("speakers"u8)) speakers = Texts(ref reader);
            else if (reader.ValueTextEquals("persons"u8)) persons = Texts(ref reader);
            else if (reader.ValueTextEquals("origins"u8)) origins = Number(ref reader);
            else if (reader.ValueTextEquals("originNames"u8)) names = Texts(ref reader);
            else if (reader.ValueTextEquals("firstTold"u8)) first = Date(ref reader);
            else if (reader.ValueTextEquals("reports"u8)) reports = kept is null ? Texts(ref reader) : TextsOnDemand.Of(kept, ref reader);
            else if (reader.ValueTextEquals("pages"u8)) pages = Texts(ref reader);
            else if (reader.ValueTextEquals("variants"u8)) variants = Objects(ref reader, Variant);
            else if (reader.ValueTextEquals("inResponseTo"u8)) answered = Texts(ref reader);
            else if (reader.ValueTextEquals("sourceClasses"u8)) classes = Texts(ref reader);
            else if (reader.ValueTextEquals("records"u8)) records = Objects(ref reader, (ref Utf8JsonReader record) => JsonSerializer.Deserialize(ref record, LedgerText.Json.OfficialRecord)!);
            else if (reader.ValueTextEquals("rulings"u8)) rulings = Texts(ref reader);
            else if (reader.ValueTextEquals("supersededBy"u8)) by = Text(ref reader);
            else Pass(ref reader);
        }
        return new Event
        {
            Id = id ?? throw new JsonException("The event has no id."),
            Act = act ?? throw new JsonException("The event has no act."),
            Source = source,
            Target = target,
            Agreement = agreement,
            Object = what,
            Date = date,
            DateDerivation = derivation,
            Years = years,
            Status = status,
            Polarity = polarity,
            Quantities = quantities,
            Speakers = speakers,
            Persons = persons,
            Origins = origins,
            OriginNames = names,
            FirstTold = first,
            Reports = reports,
            Pages = pages,
            Variants = variants,
            InResponseTo = answered,
            SourceClasses = classes,
            Records = records,
            Rulings = rulings,
            SupersededBy = by,
        };
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static YearFrom Year(ref Utf8JsonReader reader)
    {
        string? report = null, from = null;
        while (Field(ref reader))
        {
            if (reader.ValueTextEquals("report"u8)) report = Text(ref reader);
            else if (reader.ValueTextEquals("from"u8)) from = Text(ref reader);
            else Pass(ref reader);
        }
        return new(report!, from!);
    }

    private static Variant Variant(ref Utf8JsonReader reader)
    {
        string? about = null, value = null;
        IReadOnlyList<string> reports = [];
        while (Field(ref reader))
        {
            if (reader.ValueTextEquals("about"u8)) about = Text(ref reader);
            else if (reader.ValueTextEquals("value"u8)) value = Text(ref reader);
            else if (reader.ValueTextEquals("reports"u8)) reports = Texts(ref reader);
            else Pass(ref reader);
        }
        return new(about!, value!, reports);
    }
}
