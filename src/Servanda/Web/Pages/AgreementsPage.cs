// The registry: every agreement, whether it is in force, how one may leave it.
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Web.Pages;

internal static class AgreementsPage
{
    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var kinds = Enum.GetValues<AgreementKind>().Select(Json.Word).ToList();
        var kind = visit.OneOf("kind", kinds);
        var party = visit.Actor("party");
        var name = visit.Text("name") ?? "";
        var shown = visit.Knowledge.Agreements.Where(agreement => (kind is null || Json.Word(agreement.Kind) == kind) && (party is null || agreement.Parties.Any(one => one.Party == party))
            && agreement.Names.Values.SelectMany(names => names).Append(agreement.Id).Any(one => SearchWords.Folded(one).Contains(SearchWords.Folded(name).Trim(), StringComparison.Ordinal))).ToList();
        var standing = visit.Site.Registry(visit.Today);
        return new(words.Say("web.agreements"), Markup.Of($"""
            <form action="/agreements">{Parts.Field("name", words.Say("column.name"), name, "search")}{Parts.Choice("kind", words.Say("column.kind"), kind, kinds.Select(one => (one, words.Say($"agreement-kind.{one}"))).Prepend(("", words.Say("web.all"))))}{Parts.Field("party", words.Say("column.party"), party is null ? null : words.Actor(party), suggestions: "known-actors")}<button>{words.Say("web.show")}</button>{Parts.Suggestions("known-actors", visit.Site.Actors.Names(words))}</form>
            <p class="soft">{words.Say("web.agreements-count", Visit.Whole(shown.Count), Visit.Whole(visit.Knowledge.Agreements.Count))}</p>
            <div class="registry">{Parts.Table(words.Say("verb.agreements"), [words.Say("column.name"), words.Say("column.kind"), words.Say("web.today"), words.Say("column.way-out")], shown.Select(agreement => (IReadOnlyList<Markup>)
            [
                Parts.Agreement(agreement.Id, words),
                Parts.Text(words.Say($"agreement-kind.{Json.Word(agreement.Kind)}")),
                Markup.Join(standing[agreement.Id].Select(one => Markup.Of($"<span class=\"count\">{words.Say($"status.{one.Status.Word()}")}: {one.Parties}</span> "))),
                Markup.Join(agreement.Of<Withdrawal>().Take(1).Select(clause => Markup.Of($"{ProvisionWords.Of(clause, words)}{(clause.Ground.Article is { } article ? Markup.Of($" <span class=\"soft\">{words.Article(article)}</span>") : default)}"))),
            ]))}</div>
            """));
    }
}
