// Two actors: the ladder of what each did to the other, by day.
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Web.Pages;

internal static class ActorsPage
{
    private const int Shown = 400;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var (one, other) = (visit.Actor("a"), visit.Actor("b"));
        var form = Markup.Of($"<form action=\"/actors\">{Parts.Field("a", words.Say("web.actor-one"), one is null ? null : words.Actor(one))}{Parts.Field("b", words.Say("web.actor-other"), other is null ? null : words.Actor(other))}<button>{words.Say("web.show")}</button></form>");
        if (one is null || other is null) return new(words.Say("web.actors"), Markup.Of($"<p>{words.Say("web.actors-what")}</p>{form}"));
        var events = visit.Ledger?.Events(new() { Actors = [one, other] }).Take(Shown).ToList() ?? [];
        var rows = events.Select(told => (IReadOnlyList<Markup>)
        [
            Parts.Text(told.Date is { } date ? words.Date(date) : words.Say("date.none")),
            told.Source.Contains(one) ? Cell(told, words) : default,
            told.Source.Contains(other) ? Cell(told, words) : default,
        ]).ToList();
        return new($"{words.Actor(one)} – {words.Actor(other)}", Markup.Of($"""
            {form}
            {(rows.Count == 0 ? Markup.Of($"<p>{words.Say("timeline.none")}</p>") : Markup.Of($"<div class=\"ladder\">{Parts.Table(words.Say("web.ladder"), [words.Say("column.date"), words.Actor(one), words.Actor(other)], rows)}</div>"))}
            """));
    }

    private static Markup Cell(Event told, Wording words) => Markup.Of($"{(told.InResponseTo.Count > 0 ? "↳ " : "")}{Parts.Event(told, words)}");
}
