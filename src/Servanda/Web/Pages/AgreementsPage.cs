// The registry: every agreement, and how one may leave it.
using Servanda.Model;
using Servanda.Output;

namespace Servanda.Web.Pages;

internal static class AgreementsPage
{
    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        return new(words.Say("web.agreements"), Parts.Table(
            words.Say("verb.agreements"), [words.Say("column.name"), words.Say("column.kind"), words.Say("column.parties"), words.Say("column.way-out")],
            visit.Knowledge.Agreements.Select(agreement => (IReadOnlyList<Markup>)
            [
                Parts.Agreement(agreement.Id, words),
                Parts.Text(words.Say($"agreement-kind.{Json.Word(agreement.Kind)}")),
                Parts.Text(agreement.Parties.Count == 0 ? "" : Visit.Whole(agreement.Parties.Count)),
                Markup.Join(agreement.Of<Withdrawal>().Select(clause => Markup.Of($"{clause.Ground.Article ?? words.Say($"rule.{Json.Word(clause.Rule)}")} "))),
            ])));
    }
}
