// The ledger as JSON Lines: an event a line, with all who tell of it and their sentences.
using System.Text.Json;
using Servanda.Model;
using Servanda.Output.Exports;

namespace Servanda.Output;

/// <summary>Nothing in it depends on when, where or in which order pages were read.</summary>
internal static class EventJsonLines
{
    public static void Write(TextWriter writer, IEnumerable<EventFile> events, Provenance provenance)
    {
        foreach (var one in events)
        {
            writer.Write(Json.Text(json => Event(json, one, provenance)));
            writer.Write('\n');
        }
    }

    private static void Event(Utf8JsonWriter json, EventFile file, Provenance provenance)
    {
        json.WriteStartObject();
        TimelineOutput.Members(json, file.Event);
        json.WriteStartArray("tellers");
        foreach (var teller in file.Reports) Report(json, teller);
        json.WriteEndArray();
        json.WriteString("ledger", provenance.Ledger);
        json.WriteString("data", provenance.Data);
        json.WriteEndObject();
    }

    public static void Report(Utf8JsonWriter json, ReportFile file)
    {
        var report = file.Report;
        json.WriteStartObject();
        json.WriteString("report", report.Id);
        json.WriteString("page", report.Page);
        json.Words("names", file.Page.Names);
        json.WriteString("outlet", file.Page.Outlet);
        json.WriteString("address", file.Page.Address);
        json.WriteString("title", file.Page.Title);
        json.WriteString("language", file.Page.Language);
        json.Date("told", report.Told);
        json.Deed(report);
        json.WriteString("object", report.Object);
        json.WriteString("dateWords", report.When?.Words);
        json.WriteString("speaker", report.Speaker);
        json.WriteString("word", Json.Word(report.Word));
        json.Words("via", report.Via);
        json.WriteString("person", report.Person);
        json.Numbers("lines", report.Lines);
        json.WriteStartArray("spans");
        foreach (var span in report.Evidence)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.Words("evidence", file.Evidence);
        json.Words("rules", report.Rules);
        json.WriteString("inResponseTo", report.InResponseTo);
        json.WriteEndObject();
    }
}
