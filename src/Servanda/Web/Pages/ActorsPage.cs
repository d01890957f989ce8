// Two actors: the ladder of what each did to the other and in answer to what, and how hard it was over time.
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Output;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class ActorsPage
{
    private const int Shown = 300;

    /// <summary>What is worked out of all events of the two.</summary>
    private sealed record Pair(IReadOnlyList<Rung> Rungs, IReadOnlyList<Event> Words, (IReadOnlyList<Bin> One, IReadOnlyList<Bin> Other, int Counted) Intensity, int Events);

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var (one, other) = (visit.Actor("a"), visit.Actor("b"));
        var form = Markup.Of($"<form action=\"/actors\">{Parts.Field("a", words.Say("web.actor-one"), one is null ? null : words.Actor(one), suggestions: "known-actors")}{Parts.Field("b", words.Say("web.actor-other"), other is null ? null : words.Actor(other), suggestions: "known-actors")}<button>{words.Say("web.show")}</button>{Parts.Suggestions("known-actors", visit.Site.Actors.Names(words))}</form>");
        if (one is null || other is null || one == other)
            return new(words.Say("web.actors"), Markup.Of($"<p>{words.Say("web.actors-what")}</p>{form}<p>{words.Say("web.for-example")} {((string[][])[["RUS", "USA"], ["NATO", "RUS"], ["CHN", "USA"]]).Select(pair => Markup.Of($"<a href=\"/actors?a={pair[0]}&amp;b={pair[1]}\">{words.Actor(pair[0])} – {words.Actor(pair[1])}</a> "))}</p>"));
        if (visit.Ledger is not { } ledger) return new($"{words.Actor(one)} – {words.Actor(other)}", Markup.Of($"{form}<p>{words.Say("web.no-ledger")}</p>"));
        var events = ledger.Events(new() { Actors = [one, other] }).ToList();
        var rungs = Ladder.Of(events, one, other, visit.Knowledge.Acts);
        var steps = rungs.Select(rung => rung.Event.Id).ToHashSet(StringComparer.Ordinal);
        var pair = new Pair(rungs, [.. events.Where(told => !steps.Contains(told.Id)).Take(Shown)], Intensity.Of(events, one, other, visit.Knowledge), events.Count);
        var (there, back) = ($"{words.Actor(one)} → {words.Actor(other)}", $"{words.Actor(other)} → {words.Actor(one)}");
        return new($"{words.Actor(one)} – {words.Actor(other)}", Markup.Of($"""
            {form}
            {Parts.Watch(one, words.Actor(one))} {Parts.Watch(other, words.Actor(other))}
            {(pair.Intensity.Counted == 0 ? default : Markup.Of($"""
                <h2>{words.Say("web.intensity")}</h2><p class="soft">{words.Say("web.intensity-what", Visit.Whole(pair.Intensity.Counted), Visit.Whole(pair.Events))}</p>
                {Intensity.Drawn(pair.Intensity.One, pair.Intensity.Other, there, back, words)}
                <details><summary>{words.Say("web.as-table")}</summary>{Intensity.Table(pair.Intensity.One, pair.Intensity.Other, there, back, words)}</details>
                """))}
            <h2>{words.Say("web.ladder")}</h2>
            {(pair.Rungs.Count == 0 ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Markup.Of($"<p class=\"soft\">{words.Say("web.ladder-what")}</p><div class=\"ladder\">{Parts.Table(words.Say("web.ladder"), [words.Say("column.date"), words.Actor(one), words.Actor(other)], pair.Rungs.Take(Shown).Select(rung => Rows(rung, pair.Rungs, one, words)))}</div>"))}
            {(pair.Rungs.Count > Shown ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(pair.Rungs.Count - Shown))}</p>") : default)}
            {(pair.Words.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.other-events")}</h2>{EventTable.Of(pair.Words, words)}"))}
            """));
    }

    private static IReadOnlyList<Markup> Rows(Rung rung, IReadOnlyList<Rung> all, string one, Wording words)
    {
        var answered = rung.Answers.Select(id => all.FirstOrDefault(other => other.Event.Id == id)?.Event).OfType<Event>();
        var cell = Markup.Of($"<span id=\"e-{rung.Event.Id}\">{Parts.Event(rung.Event, words)}</span>{answered.Select(other => Markup.Of($"<br><span class=\"answer\">↳ {words.Say("web.in-answer")} <a href=\"#e-{other.Id}\">{ExplainOutput.Sentence(other with { Agreement = null }, words)}{(other.Date is { } date ? $", {words.Date(date)}" : null)}</a></span>"))}");
        return [Parts.Text(rung.Event.Date is { } when ? words.Date(when) : words.Say("date.none")), rung.By == one ? cell : default, rung.By == one ? default : cell];
    }
}
