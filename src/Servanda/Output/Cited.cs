// A report with the places on its page that state it.
using System.Text.Json;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal sealed record Cited(Report Report, Story Story, Told Told, IReadOnlyList<string> Names, IReadOnlyList<string> Paths, IReadOnlyList<Place> Places)
{
    public static Cited Of(Report report, Story story, Told told, IReadOnlyList<Sighting> sightings) => new(
        report, story, told,
        [.. sightings.Select(sighting => sighting.Name).Distinct(StringComparer.Ordinal)],
        [.. sightings.Select(sighting => sighting.Path).Distinct(StringComparer.Ordinal)],
        [.. report.Evidence.Select(span => Place.Of(story, span))])
    {
        Address = sightings.Select(sighting => sighting.Address).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
    };

    /// <summary>Where the page was fetched from, where any sighting says so.</summary>
    public string? Address { get; init; }

    /// <summary>An earlier page of the same list that carries the same text, whole or changed; null where none does.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Those of a list that tell with another's words say whose.</summary>
    public static IReadOnlyList<Cited> WithCopies(IReadOnlyList<Cited> all)
    {
        var signatures = all.Select(one => StorySignature.Of(one.Story)).ToList();
        return [.. all.Select((one, i) => one with { CopyOf = all.Take(i).Where((other, j) => other.Report.Page != one.Report.Page && signatures[i].IsCopyOf(signatures[j])).Select(other => other.Report.Page).FirstOrDefault() })];
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("report", Report.Id);
        json.WriteString("page", Report.Page);
        json.Words("names", Names);
        json.WriteString("title", Story.Title);
        json.WriteString("outlet", Story.Outlet);
        ToldOutput.Write(json, Told, Story);
        if (CopyOf is { } copy) json.WriteString("copyOf", copy);
        json.Deed(Report);
        json.WriteString("dateWords", Report.When?.Words);
        json.WriteString("speaker", Report.Speaker);
        json.Words("via", Report.Via);
        json.Words("rules", Report.Rules);
        json.WriteStartArray("evidence");
        foreach (var place in Places) place.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="inFull">With all evidence for the told day.</param>
    public void Write(Lines lines, Wording words, bool inFull)
    {
        lines.Write(words.Say("explain.told", Reasons.Short(Report.Id), Story.Title ?? "", string.Join(", ", Names), Story.Outlet ?? words.Say("explain.no-outlet"), Told.When is { } when ? words.Date(when) : words.Say("date.none")), 2);
        foreach (var place in Places)
        {
            lines.Write(words.Say("explain.place", $"{place.Line}", $"{place.FirstCharacter}–{place.LastCharacter}", $"{place.FirstByte}–{place.EndByte}"), 4);
            lines.Write($"“{place.Text}”", 6);
        }
        if (CopyOf is { } copy) lines.Write(words.Say("explain.copy", Reasons.Short(copy)), 4);
        if (inFull) ToldOutput.Write(lines, Told, Story, words, 4);
        if (Report.When is { } date) lines.Write(words.Say("explain.date", date.Words, Report.Date?.Text ?? words.Say("date.none"), date.Rule), 4);
        if (Report.Speaker is { } speaker) lines.Write(words.Say("explain.speaker", speaker), 4);
        if (Report.Via.Count > 0) lines.Write(words.Say("explain.via", string.Join(", ", Report.Via)), 4);
        lines.Write(words.Say("explain.rules", string.Join(", ", Report.Rules)), 4);
    }
}
