// Observation flights counted against the quotas of their year.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Flights
{
    /// <summary>A fact that does not say how many flights there were before it in its year takes them from the other facts: all over the same share, and those by the same party.</summary>
    public static Fact Counted(Fact fact, IReadOnlyList<Fact> facts, IReadOnlyList<Agreement> agreements)
    {
        if (fact.Over is not { } over || agreements.SelectMany(agreement => agreement.Of<Quota>()).SelectMany(quota => quota.Shares.Keys).FirstOrDefault(share => Shares(share, over)) is not { } quota) return fact;
        var before = facts.Where(other => other.What == fact.What && other.Agreement == fact.Agreement && other.Over is { } there && Shares(quota, there) && other.On.Year == fact.On.Year && other.On < fact.On).ToList();
        var measures = new SortedDictionary<string, Quantity>(fact.Measures.ToDictionary(), StringComparer.Ordinal);
        // Who counts them himself counts all: the facts of the file need not be every flight of the year.
        var own = before.Count(other => other.Party == fact.Party);
        if (measures.TryAdd("flown", new(before.Count, "flight")) && own > 0) measures.TryAdd("own", new(own, "flight"));
        return fact with { Measures = measures };
    }

    public static IEnumerable<CheckLine> Under(Agreement agreement, Quota quota, Fact fact)
    {
        if (Share(quota, fact.Over!) is not { } share) yield break;
        var passive = share.Value;
        var rules = new List<Reason> { Checks.Rule(agreement, quota.Ground, new("reason.quota", share.Key.Replace('+', ','), Whole(passive))) };
        if (quota.AtFirst is { } first && fact.On < first.Until)
        {
            passive = passive * first.Percent / 100;
            rules.Add(Checks.Rule(agreement, quota.Ground, new("reason.quota-of-first-years", Whole(first.Percent), Edtf.Iso(first.Until), Whole(passive))));
        }
        if (Checks.Measure(fact, "flown", "flight") is { } flown)
            yield return new(agreement.Id, flown < passive ? Verdict.Within : Verdict.Breached, new(flown < passive ? "check.quota-left" : "check.quota-used", Checks.Text(Math.Max(0, passive - flown))), rules);
        if (quota.OneParty is not { } percent || Checks.Measure(fact, "own", "flight") is not { } own) yield break;
        var least = Share(quota, fact.Party) is { } other ? Math.Min(other.Value, share.Value) : share.Value;
        var most = (least * percent + 99) / 100;
        yield return new(agreement.Id, own < most ? Verdict.Within : Verdict.Breached, new(own < most ? "check.own-left" : "check.own-used", fact.Party, Checks.Text(Math.Max(0, most - own)), fact.Over!), [rules[0]]);
    }

    private static (string Key, int Value)? Share(Quota quota, string party)
    {
        foreach (var (key, value) in quota.Shares)
            if (Shares(key, party)) return (key, value);
        return null;
    }

    /// <summary>Whether a party is in a share of a quota: <c>BLR+RUS</c> is the share of both.</summary>
    private static bool Shares(string share, string party) => share.Split('+').Contains(party);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
