// The form by which who may rule says what a page got right or wrong.
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class RulingForm
{
    /// <summary>Attributes that one form corrects; the others have the command.</summary>
    private static readonly IReadOnlyList<string> Correctable = ["act", "agreement", "date", "source", "target", "status"];

    /// <summary>Nothing for who may only read.</summary>
    public static Markup Of(Visit visit, ExplainedEvent one)
    {
        if (!visit.May(Role.Rule)) return default;
        var words = visit.Words;
        return Markup.Of($"""
            <h2 id="rule">{words.Say("web.rule")}</h2>
            <form class="rule" action="/rulings" method="post">{visit.FormToken}
            <input type="hidden" name="back" value="/events/{one.Event.Id}">
            <p>{Parts.Choice("report", words.Say("web.which-report"), one.Tellers.Count == 0 ? null : one.Tellers[0].Report.Id, one.Tellers.Select(teller => (teller.Report.Id, $"{teller.Story.Outlet ?? words.Say("explain.no-outlet")}: {teller.Story.Title ?? teller.Names[0]} ({Reasons.Short(teller.Report.Id)})")))}</p>
            <p>{Parts.Choice("kind", words.Say("web.ruling"), "accept", ((string[])["accept", "reject", "correct"]).Select(kind => (kind, words.Say($"ruling.{kind}"))))}
            {Parts.Choice("about", words.Say("column.about"), "", Correctable.Select(about => (about, words.SayOr($"about.{about}", about))).Prepend(("", "–")))}{Parts.Field("value", words.Say("web.should-be"), null)}</p>
            <p><label>{words.Say("web.because")} <input name="because" required maxlength="2000" size="60"></label></p>
            <p><button>{words.Say("web.rule-do")}</button> <span class="soft">{words.Say("web.rule-signed", visit.Name ?? "")}</span></p></form>
            """);
    }
}
