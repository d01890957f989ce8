// Events in the order of their days, as a table and as JSON.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class TimelineOutput
{
    public static void Write(Utf8JsonWriter json, Event told)
    {
        json.WriteStartObject();
        Members(json, told);
        json.WriteEndObject();
    }

    /// <summary>The members of an event, into an object that stands open.</summary>
    public static void Members(Utf8JsonWriter json, Event told)
    {
        json.WriteString("id", told.Id);
        json.Deed(told);
        json.WriteString("object", told.Object);
        json.WriteString("dateDerivation", told.DateDerivation is { Length: > 0 } derivation ? derivation : null);
        json.Words("speakers", told.Speakers);
        json.Words("persons", told.Persons);
        json.WriteNumber("origins", told.Origins);
        json.Words("originNames", told.OriginNames);
        json.Words("sourceClasses", told.SourceClasses);
        json.Date("firstTold", told.FirstTold);
        json.Words("reports", told.Reports);
        json.Words("pages", told.Pages);
        json.Objects("variants", told.Variants, variant =>
        {
            json.WriteString("about", variant.About);
            json.WriteString("value", variant.Value);
            json.Words("reports", variant.Reports);
        });
        json.Words("inResponseTo", told.InResponseTo);
        json.Words("rulings", told.Rulings);
        RecordOutput.Write(json, told.Records);
    }

    public static void Write(TextWriter writer, IReadOnlyList<Event> events, Wording words, int width)
    {
        if (events.Count == 0)
        {
            writer.WriteLine(words.Say("timeline.none"));
            return;
        }
        var table = new Table(words.Say("column.date"), words.Say("column.who"), words.Say("column.act"), words.Say("column.on-whom"), words.Say("column.about"), words.Say("column.origins"), words.Say("column.id"));
        foreach (var told in events)
            table.Add(
                told.Date?.Text ?? words.Say("date.none"),
                words.Actors(told.Source),
                ActOf(told, words),
                words.Actors(told.Target),
                told.Agreement ?? "",
                told.Records.Count > 0 ? words.Say("timeline.recorded", told.Origins.ToString(CultureInfo.InvariantCulture)) : told.Origins.ToString(CultureInfo.InvariantCulture),
                Reasons.Short(told.Id));
        table.Write(writer, width);
    }

    /// <summary>The act with what tempers it: denied, planned, threatened, alleged; and its numbers.</summary>
    public static string ActOf(Event told, Wording words)
    {
        var said = words.Act(told.Act);
        if (told.Quantities.Count > 0) said += $" ({string.Join(", ", told.Quantities.Select(one => $"{words.Number(one.Value)} {words.SayOr($"unit.{one.Unit}", one.Unit)}"))})";
        if (told.Polarity == Polarity.Denied) said = words.Say("act-as.denied", said);
        return told.Status == ReportStatus.Occurred ? said : words.Say($"act-as.{Json.Word(told.Status)}", said);
    }
}
