// Reads the parties of an agreement's file: who signed, ratified and was bound when.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

internal sealed class PartyReader(GroundReader grounds)
{
    /// <param name="below">The parties of the agreement that the file adds to.</param>
    public IReadOnlyList<PartyEntry> Read(DataNode node, IReadOnlyList<string> closed, IReadOnlyList<PartyEntry> below)
    {
        var all = new List<PartyEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in node.Items())
        {
            item.Allow("party", "signed", "ratified", "provisional", "bound", "succeeds", "article", "source", "verified", "note");
            var ground = grounds.Of(item);
            if (!item["party"].Exists) item["party"].Missing("actor codes");
            var (signed, ratified, provisional, bound) = (item["signed"].Edtf(), item["ratified"].Edtf(), item["provisional"].Edtf(), item["bound"].Edtf());
            Order(item["ratified"], "signed", signed, ratified);
            Order(item["bound"], "signed", signed, bound);
            Order(item["bound"], "ratified", ratified, bound);
            if (signed is null && ratified is null && provisional is null && bound is null) item.Fault("a party without any date", "signed, ratified, provisional or bound");
            foreach (var party in AgreementReader.Actors(item["party"]))
            {
                if (!seen.Add(party)) item["party"].Fault($"'{party}' a second time", "each party in one line");
                if (closed.Count > 0 && !closed.Contains(party)) item["party"].Fault($"'{party}', which is not in parties_closed", string.Join(", ", closed));
                all.Add(new(party, signed, ratified, provisional, bound, item["succeeds"].Text(), ground));
            }
        }
        foreach (var item in node.Items())
            if (item["succeeds"].Text() is { } before && !seen.Contains(before) && below.All(entry => entry.Party != before)) item["succeeds"].Fault($"'{before}', which is no party here", string.Join(", ", seen.Order(StringComparer.Ordinal)));
        return [.. all.OrderBy(entry => entry.Party, StringComparer.Ordinal)];
    }

    private static void Order(DataNode later, string name, Edtf? first, Edtf? then)
    {
        if (first is not null && then is not null && then.Before(first) == Truth.Yes) later.Fault($"{then} before {name} {first}", $"a day on or after {first}");
    }
}
