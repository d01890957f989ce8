// Findings, as a list for people and as JSON.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class FindingOutput
{
    /// <param name="name">The name that a page goes by, from its id.</param>
    public static void Write(Utf8JsonWriter json, Finding finding, Wording words, Func<string, string> name)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("kind", Json.Word(finding.Kind));
        json.WriteString("agreement", finding.Agreement);
        json.WriteString("about", finding.About);
        json.WriteString("says", words.Say(finding.Says));
        json.WriteString("repair", finding.Repair is { } repair ? words.Say(repair) : null);
        json.Words("reports", finding.Reports);
        json.Words("pages", finding.Pages.Select(name));
        json.WriteBoolean("verified", finding.Verified);
        json.Words("because", finding.Because.Select(reason => Reasons.Line(reason, words)));
        json.WriteEndObject();
    }

    /// <summary>One page: what it is, what was understood of it, and each finding with the sentences that it is about.</summary>
    public static void Review(TextWriter writer, PageReading page, IReadOnlyList<Finding> findings, Wording words, int width)
    {
        var lines = new Lines(writer, width);
        lines.Write(words.Say("review.page", page.Story.Title ?? page.Sighting.Name, page.Told.When is { } told ? words.Date(told) : words.Say("date.none"), $"{page.Reports.Count}"));
        lines.Write();
        if (findings.Count == 0) lines.Write(words.Say("findings.none"));
        foreach (var finding in findings)
        {
            Write(lines, finding, words);
            foreach (var place in page.Reports.Where(report => finding.Reports.Contains(report.Id)).SelectMany(report => report.Evidence).Distinct().Order().Select(span => Place.Of(page.Story, span)))
                lines.Write(words.Say("review.line", $"{place.Line}", place.Text), 2);
            lines.Write();
        }
    }

    /// <summary>Each finding as a paragraph: what, where, why, and what would be possible.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<Finding> findings, Wording words, int width, Func<string, string> name)
    {
        var lines = new Lines(writer, width);
        if (findings.Count == 0) lines.Write(words.Say("findings.none"));
        foreach (var finding in findings)
        {
            Write(lines, finding, words);
            if (finding.Pages.Count > 0) lines.Write(words.Say("findings.pages", string.Join(", ", finding.Pages.Select(name))), 2);
            lines.Write();
        }
    }

    public static void Write(Lines lines, Finding finding, Wording words)
    {
        lines.Write($"{words.Say($"kind.{Json.Word(finding.Kind)}").ToUpper(System.Globalization.CultureInfo.InvariantCulture)}  {(finding.Agreement is { } id ? words.Agreement(id) : "")}  {Reasons.Short(finding.Id)}");
        lines.Write(words.Say(finding.Says), 2);
        foreach (var reason in finding.Because) lines.Item(Reasons.Line(reason, words), 4);
        if (finding.Repair is { } repair) lines.Write(words.Say("findings.repair", words.Say(repair)), 2);
    }
}
