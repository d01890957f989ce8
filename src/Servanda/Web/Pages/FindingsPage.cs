// All findings, by kind and agreement.
using Servanda.Model;
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class FindingsPage
{
    private const int Shown = 200;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var kinds = Enum.GetValues<FindingKind>().Select(Json.Word).ToList();
        var kind = visit.OneOf("kind", kinds);
        var agreement = visit.Text("agreement") is { } id ? visit.Agreement(id).Id : null;
        var all = visit.Site.Findings(visit.Ledger);
        var shown = (agreement is null ? all.All : all.About(agreement)).Where(finding => kind is null || Json.Word(finding.Kind) == kind).ToList();
        var names = Parts.Names(visit, [.. shown.Take(Shown)]);
        return new(words.Say("web.findings"), Markup.Of($"""
            <form action="/findings">{Parts.Choice("kind", words.Say("column.kind"), kind, kinds.Select(one => (one, words.Say($"kind.{one}"))).Prepend(("", words.Say("web.all"))))}{Parts.Choice("agreement", words.Say("column.agreement"), agreement, all.Agreements.Select(one => (one, words.Agreement(one))).Prepend(("", words.Say("web.all"))))}<button>{words.Say("web.show")}</button></form>
            {(shown.Count == 0 ? Markup.Of($"<p>{words.Say("findings.none")}</p>") : Markup.Join(shown.Take(Shown).Select(finding => Parts.Finding(finding, names, words))))}
            {(shown.Count > Shown ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(shown.Count - Shown))}</p>") : default)}
            """));
    }
}
