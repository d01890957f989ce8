// The registry for people: all agreements as a table, or one with its parties, provisions and register.
using System.Globalization;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class AgreementOutput
{
    public static void Write(TextWriter writer, IReadOnlyList<Agreement> agreements, Wording words, int width)
    {
        var table = new Table(words.Say("column.id"), words.Say("column.name"), words.Say("column.kind"), words.Say("column.parties"), words.Say("column.way-out"));
        foreach (var agreement in agreements)
            table.Add(
                agreement.Id,
                words.Agreement(agreement.Id),
                words.Say($"agreement-kind.{Json.Word(agreement.Kind)}"),
                agreement.Parties.Count == 0 ? "" : agreement.Parties.Count.ToString(CultureInfo.InvariantCulture),
                string.Join('\n', agreement.Of<Withdrawal>().Select(clause => clause.Ground.Article ?? words.Say($"rule.{Json.Word(clause.Rule)}"))));
        table.Write(writer, width);
    }

    public static void Write(TextWriter writer, Agreement agreement, Wording words, int width)
    {
        writer.WriteLine($"{words.Agreement(agreement.Id)}  ({agreement.Id}, {words.Say($"agreement-kind.{Json.Word(agreement.Kind)}")})");
        foreach (var (language, names) in agreement.Names.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Wrapped(writer, $"{language}: {string.Join("; ", names)}", width);
        if (agreement.RestsOn.Count > 0) writer.WriteLine(words.Say("agreement.rests-on", string.Join(", ", agreement.RestsOn)));
        writer.WriteLine();
        if (agreement.Provisions.Count > 0)
        {
            var provisions = new Table(words.Say("column.article"), words.Say("column.provision"), words.Say("column.rests-on"));
            foreach (var provision in agreement.Provisions) provisions.Add(provision.Ground.Article ?? "", ProvisionWords.Of(provision, words), Rests(provision.Ground, words));
            provisions.Write(writer, width);
            writer.WriteLine();
        }
        if (agreement.Parties.Count > 0)
        {
            var parties = new Table(words.Say("column.party"), words.Say("column.signed"), words.Say("column.ratified"), words.Say("column.bound"), words.Say("column.rests-on"));
            foreach (var party in agreement.Parties) parties.Add(words.Actor(party.Party), party.Signed?.Text ?? "", party.Ratified?.Text ?? "", party.Bound?.Text ?? "", Rests(party.Ground, words));
            parties.Write(writer, width);
            writer.WriteLine();
        }
        if (agreement.Register.Count == 0) return;
        var register = new Table(words.Say("column.date"), words.Say("column.who"), words.Say("column.act"), words.Say("column.on-whom"), words.Say("column.rests-on"));
        foreach (var act in agreement.Register.OrderBy(act => act.Date.Earliest).ThenBy(act => act.Id, StringComparer.Ordinal))
            register.Add(act.Date.Text, words.Actors(act.Parties), words.Act(act.Act), words.Actors(act.Towards), Rests(act.Ground, words));
        register.Write(writer, width);
    }

    private static string Rests(Ground ground, Wording words) =>
        ground.Sources.Count == 0 ? words.Say("reason.unverified") : string.Join(", ", ground.Sources) + (ground.Verified ? "" : $" ({words.Say("reason.unverified")})");

    private static void Wrapped(TextWriter writer, string text, int width)
    {
        foreach (var line in Table.Wrap(text, width)) writer.WriteLine(line);
    }
}
