// Events as PLOVER records (version 0.8): JSON Lines with the field names of its manual.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>
/// Status and polarity become PLOVER's contexts: intended is <c>future</c>, conditional <c>hypothetical</c>, denied <c>negation</c>, and what had ended a year before the first page told of it
/// <c>historical</c>. PLOVER has no word for an allegation: <c>status</c> and <c>polarity</c> stand beside as fields of our own. Acts that PLOVER does not code are left out.
/// </summary>
internal static class PloverJsonLines
{
    private const string Codebook = "PLOVER 0.8";

    /// <summary>Days after which what is told again is history.</summary>
    private const int History = 365;

    /// <returns>How many events had no record: their act is none of PLOVER's, nobody is known to have done it, or no day is known.</returns>
    public static int Write(TextWriter writer, IEnumerable<EventFile> files, Knowledge knowledge, Wording names, Provenance provenance)
    {
        var acts = knowledge.Acts.ToDictionary(act => act.Id, StringComparer.Ordinal);
        var leftOut = 0;
        foreach (var file in files)
        {
            // The manual requires date, source and event.
            if (acts.GetValueOrDefault(file.Event.Act) is not { Plover: { } type } act || file.Event.Source.Count == 0 || file.Event.Date?.Earliest is not { } first)
            {
                leftOut++;
                continue;
            }
            writer.Write(Json.Text(json => Record(json, file, type, act.Cameo is { } code ? knowledge.Cameo.GetValueOrDefault(code) : null, Edtf.Iso(first), names, provenance)));
            writer.Write('\n');
        }
        return leftOut;
    }

    public static IReadOnlyList<string> ContextsOf(Event told)
    {
        var contexts = new List<string>();
        if (told.Status == ReportStatus.Intended) contexts.Add("future");
        if (told.Status == ReportStatus.Conditional) contexts.Add("hypothetical");
        if (told.Polarity == Polarity.Denied) contexts.Add("negation");
        if (told.Date?.Latest is { } last && told.FirstTold?.Earliest is { } from && NodaTime.Period.DaysBetween(last, from) > History) contexts.Add("historical");
        return contexts;
    }

    private static void Record(Utf8JsonWriter json, EventFile file, string type, CameoCode? cameo, string first, Wording names, Provenance provenance)
    {
        var (told, page) = (file.Event, file.Reports[0].Page);
        json.WriteStartObject();
        json.WriteString("id", told.Id);
        json.WriteString("date", first);
        if (told.Date?.Latest is { } last && told.Date.Earliest != last) json.WriteString("enddate", Edtf.Iso(last));
        json.Objects("source", told.Source, code => Actor(json, code, names));
        json.Objects("recipient", told.Target, code => Actor(json, code, names));
        json.Words("event", [type]);
        json.Words("event_text", file.Reports.SelectMany(report => report.Evidence).Distinct(StringComparer.Ordinal));
        if (cameo is not null) json.WriteNumber("event_scale", cameo.Scale);
        json.Words("context", ContextsOf(told));
        json.WriteStartObject("cite_info");
        json.WriteString("corpus", $"ledger {provenance.Ledger}");
        json.WriteString("citation", page.Id);
        if (page.Address is { } address) json.WriteString("url", address);
        if (page.Title is { } title) json.WriteString("title", title);
        if (page.Language is { } language) json.WriteString("language", language);
        if (page.Outlet is { } outlet) json.WriteString("publication", outlet);
        json.WriteString("coder", $"servanda {Program.Version}");
        json.WriteString("codebook", Codebook);
        json.WriteString("version", provenance.Data);
        json.WriteEndObject();
        json.WriteString("coder", $"servanda {Program.Version}");
        json.WriteString("act", told.Act);
        json.WriteString("agreement", told.Agreement);
        json.WriteString("edtf", told.Date?.Text);
        json.WriteString("status", Json.Word(told.Status));
        json.WriteString("polarity", Json.Word(told.Polarity));
        json.WriteNumber("origins", told.Origins);
        json.Words("reports", told.Reports);
        json.WriteEndObject();
    }

    private static void Actor(Utf8JsonWriter json, string code, Wording names)
    {
        json.WriteString("code", code);
        json.WriteString("actor_text", names.Actor(code));
    }
}
