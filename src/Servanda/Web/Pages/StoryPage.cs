// One story: its text with marked sentences beside what was read from them, the rest of the page folded away.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class StoryPage
{
    public static PageBody Of(Visit visit, string page)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger || ledger.Reading(page) is not { } reading) throw new WrongCall("wrong.id", page);
        var story = reading.Story;
        var findings = visit.Site.Findings(ledger).OnPage(story.Page);
        var names = Parts.Names(visit, findings);
        return new(story.Title ?? reading.Sightings[0].Name, Markup.Of($"""
            <p class="soft">{story.Outlet ?? words.Say("explain.no-outlet")} · {(reading.Told.When is { } told ? words.Date(told) : words.Say("date.none"))} · {string.Join(", ", reading.Sightings.Select(sighting => sighting.Name).Distinct())} {reading.Sightings.Select(sighting => sighting.Address).OfType<string>().Distinct().Select(address => Markup.Of($"{Parts.Address(address)} "))}</p>
            {findings.Select(finding => Parts.Finding(finding, names, words))}
            <div class="two">
            <section class="story" lang="{story.Language ?? "und"}" aria-label="{words.Say("web.story")}">
            {MarkedText.Of(story, story.Blocks.Where(block => block.IsStory), reading.Reports, report => $"#r-{report.Id}")}
            </section>
            <section aria-label="{words.Say("web.read-from-it")}"><h2>{words.Say("web.read-from-it")}</h2>
            <ul>{reading.Reports.Select(report => Report(report, visit))}</ul></section>
            </div>
            <details><summary>{words.Say("web.chrome")}</summary>{MarkedText.Of(story, story.Blocks.Where(block => !block.IsStory), [], _ => null)}</details>
            <details><summary>{words.Say("web.told-why")}</summary>{Parts.Lines(reading.Told.Evidence.Select(evidence => $"{words.Date(evidence.Interval)}: {evidence.Reason}"))}</details>
            {(visit.May(Role.Administer) ? Markup.Of($"<form action=\"/forget\" method=\"post\">{visit.FormToken}<input type=\"hidden\" name=\"page\" value=\"{story.Page}\"><button>{words.Say("web.forget")}</button></form>") : default)}
            <p class="soft">SHA-256: {story.Page}</p>
            """));
    }

    private static Markup Report(Report report, Visit visit)
    {
        var words = visit.Words;
        var said = report.Source.Count > 0 ? $"{words.Actors(report.Source)}: {words.Act(report.Act)}" : words.Act(report.Act);
        if (report.Target.Count > 0) said += $" → {words.Actors(report.Target)}";
        if (report.Agreement is { } agreement) said += $" ({words.Agreement(agreement)})";
        var how = report.Polarity == Polarity.Denied ? words.Say("act-as.denied", said) : said;
        if (report.Status != ReportStatus.Occurred) how = words.Say($"act-as.{Json.Word(report.Status)}", how);
        return Markup.Of($"<li id=\"r-{report.Id}\"><a href=\"/events/{report.Id}\">{how}</a>, {(report.Date is { } date ? words.Date(date) : words.Say("date.none"))} <span class=\"soft\">{string.Join(", ", report.Rules)}</span></li>\n");
    }
}
