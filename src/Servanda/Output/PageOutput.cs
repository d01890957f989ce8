// A page explained: the story on it, why it is dated so, what was repaired, what it reports, and its copies and versions.
using System.Globalization;
using System.Text.Json;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Output;

internal static class PageOutput
{
    public static void Write(Utf8JsonWriter json, StoredReading page, PageKin kin)
    {
        var story = page.Story;
        json.WriteStartObject();
        json.WriteString("kind", "page");
        json.WriteString("page", story.Page);
        json.Words("names", Names(page));
        json.WriteString("title", story.Title);
        json.WriteString("outlet", story.Outlet);
        json.WriteString("language", story.Language);
        json.Words("credits", story.Credits);
        json.WriteString("charset", story.Charset);
        json.Words("repairs", story.Repairs);
        ToldOutput.Write(json, page.Told, story);
        json.Words("reports", page.Reports.Select(report => report.Id));
        json.WriteStartArray("copies");
        foreach (var copy in kin.Copies)
        {
            json.WriteStartObject();
            Card(json, copy.Page);
            json.WriteNumber("similarity", Math.Round(copy.Similarity, 2));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("versions");
        foreach (var (version, captured) in kin.Versions)
        {
            json.WriteStartObject();
            Card(json, version);
            json.Date("captured", captured);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Lines lines, StoredReading page, PageKin kin, Wording words)
    {
        var story = page.Story;
        lines.Write(words.Say("page.title", Reasons.Short(story.Page), story.Title ?? "", string.Join(", ", Names(page)), story.Outlet ?? words.Say("explain.no-outlet")));
        if (story.Credits.Count > 0) lines.Write(words.Say("page.credits", string.Join(", ", story.Credits)), 2);
        if (story.Repairs.Count > 0) lines.Write(words.Say("page.repairs", story.Charset, string.Join(", ", story.Repairs)), 2);
        ToldOutput.Write(lines, page.Told, story, words, 2);
        lines.Write(words.Say("page.reports", page.Reports.Count.ToString(CultureInfo.InvariantCulture), string.Join(", ", page.Reports.Select(report => Reasons.Short(report.Id)))), 2);
        foreach (var copy in kin.Copies)
            lines.Write(words.Say(copy.Similarity >= 1 ? "page.same" : "page.copy", Reasons.Short(copy.Page.Id), Of(copy.Page, words), ((int)(100 * copy.Similarity)).ToString(CultureInfo.InvariantCulture)), 2);
        foreach (var (version, captured) in kin.Versions)
            lines.Write(words.Say("page.version", Reasons.Short(version.Id), Of(version, words), captured is { } day ? words.Date(day) : words.Say("date.none")), 2);
    }

    private static string Of(PageCard card, Wording words) => $"{string.Join(", ", card.Names)}; {card.Outlet ?? words.Say("explain.no-outlet")}";

    private static IEnumerable<string> Names(StoredReading page) => page.Sightings.Select(sighting => sighting.Name).Distinct(StringComparer.Ordinal);

    private static void Card(Utf8JsonWriter json, PageCard card)
    {
        json.WriteString("page", card.Id);
        json.Words("names", card.Names);
        json.WriteString("title", card.Title);
        json.WriteString("outlet", card.Outlet);
        json.Date("told", card.Told);
    }
}
