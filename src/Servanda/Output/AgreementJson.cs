// An agreement of the registry as JSON: names, parties, provisions, register and sources, each value with its article and whether it is verified.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Output;

internal static class AgreementJson
{
    public static void Card(Utf8JsonWriter json, Agreement agreement)
    {
        json.WriteStartObject();
        Head(json, agreement);
        json.WriteNumber("parties", agreement.Parties.Count);
        json.WriteNumber("provisions", agreement.Provisions.Count);
        json.WriteNumber("register", agreement.Register.Count);
        json.WriteBoolean("verified", agreement.Of<Withdrawal>().Any() && agreement.Of<Withdrawal>().All(clause => clause.Ground.Verified));
        json.WriteString("checked", Edtf.Iso(agreement.Checked));
        json.WriteEndObject();
    }

    public static void Whole(Utf8JsonWriter json, Agreement agreement)
    {
        json.WriteStartObject();
        Head(json, agreement);
        json.Words("depositaries", agreement.Depositaries);
        json.Words("restsOn", agreement.RestsOn);
        json.WriteBoolean("partiesComplete", agreement.PartiesComplete);
        json.Objects("parties", agreement.Parties, party =>
        {
            json.WriteString("party", party.Party);
            json.Date("signed", party.Signed);
            json.Date("ratified", party.Ratified);
            json.Date("provisional", party.Provisional);
            json.Date("bound", party.Bound);
            json.WriteString("succeeds", party.Succeeds);
            Ground(json, party.Ground);
        });
        json.Objects("provisions", agreement.Provisions, provision => Provision(json, provision));
        json.Objects("register", agreement.Register, act => Act(json, act));
        json.Objects("sources", agreement.Sources, source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("title", source.Title);
            json.WriteString("address", source.Address);
            json.WriteString("class", Json.Word(source.Class));
            json.WriteString("checked", Edtf.Iso(source.Checked));
        });
        json.WriteString("note", agreement.Note);
        json.WriteString("checked", Edtf.Iso(agreement.Checked));
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, Agreement agreement)
    {
        json.WriteString("id", agreement.Id);
        json.WriteStartObject("names");
        foreach (var (language, names) in agreement.Names.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.Words(language, names);
        json.WriteEndObject();
        json.WriteString("kind", Json.Word(agreement.Kind));
    }

    private static void Act(Utf8JsonWriter json, RegisterAct act)
    {
        json.WriteString("id", act.Id);
        json.WriteString("act", act.Act);
        json.Words("parties", act.Parties);
        json.Words("towards", act.Towards);
        json.Date("date", act.Date);
        json.WriteString("known", act.Known is { } known ? Edtf.Iso(known) : null);
        json.WriteString("until", act.Until is { } until ? Edtf.Iso(until) : null);
        json.Words("heldBy", act.HeldBy);
        json.Words("deniedBy", act.DeniedBy);
        json.Quantities(act.Quantities);
        Ground(json, act.Ground);
    }

    private static void Provision(Utf8JsonWriter json, Provision provision)
    {
        json.WriteString("type", ProvisionWords.TypeOf(provision));
        switch (provision)
        {
            case Withdrawal clause:
                json.WriteString("rule", Json.Word(clause.Rule));
                Period(json, "period", clause.Period);
                json.Words("addressees", clause.Addressees);
                json.Words("appliesTo", clause.AppliesTo);
                json.WriteBoolean("statementRequired", clause.StatementRequired);
                json.WriteBoolean("revocable", clause.Revocable);
                break;
            case FollowUp follow:
                json.WriteString("what", follow.What);
                json.WriteString("after", follow.After);
                json.WriteNumber("leastDays", follow.LeastDays);
                json.WriteNumber("mostDays", follow.MostDays);
                break;
            case DurationProvision duration:
                Period(json, "length", duration.Length);
                json.WriteBoolean("renews", duration.Renews);
                break;
            case Extension extension:
                Period(json, "most", extension.Most);
                break;
            case Review review:
                Period(json, "first", review.First);
                Period(json, "every", review.Every);
                break;
            case Prohibition ban:
                json.WriteString("of", ban.Of);
                json.WriteString("attribute", ban.Attribute);
                json.WriteString("unit", ban.Unit);
                Number(json, "least", ban.Least);
                json.WriteBoolean("leastIncluded", ban.LeastIncluded);
                Number(json, "most", ban.Most);
                json.WriteBoolean("mostIncluded", ban.MostIncluded);
                break;
            case Ceiling ceiling:
                json.WriteString("what", ceiling.What);
                json.WriteString("unit", ceiling.Unit);
                json.Words("on", ceiling.On);
                Values(json, ceiling.Values);
                break;
            case Quota quota:
                json.WriteString("what", quota.What);
                json.WriteString("per", Json.Word(quota.Per));
                json.WriteStartObject("shares");
                foreach (var (party, share) in quota.Shares.OrderBy(entry => entry.Key, StringComparer.Ordinal)) json.WriteNumber(party, share);
                json.WriteEndObject();
                break;
            case AdvanceNotice notice:
                json.WriteString("what", notice.What);
                json.Words("on", notice.On);
                Number(json, "beyond", notice.Beyond);
                json.WriteString("beyondUnit", notice.BeyondUnit);
                json.Words("exempt", notice.Exempt);
                Values(json, notice.Values);
                break;
            case EntryIntoForce entry:
                json.WriteString("condition", entry.Condition);
                Period(json, "delay", entry.Delay);
                break;
            case Power power:
                json.WriteString("what", power.What);
                json.Words("acts", power.Acts);
                break;
            case DefaultRule rule:
                json.WriteString("what", rule.What);
                Period(json, "period", rule.Period);
                break;
        }
        Ground(json, provision.Ground);
    }

    private static void Values(Utf8JsonWriter json, IReadOnlyList<DatedValue> values)
    {
        json.Objects("values", values, value =>
        {
            Number(json, "value", value.Value);
            if (value.Time is { } unit) json.WriteString("unit", Json.Word(unit));
            json.Date("from", value.From);
            json.WriteString("until", value.Until is { } until ? Edtf.Iso(until) : null);
            json.WriteString("by", value.By);
            if (value.Conditional) json.WriteBoolean("conditional", true);
            Ground(json, value.Ground);
        });
    }

    private static void Ground(Utf8JsonWriter json, Ground ground)
    {
        json.WriteString("article", ground.Article);
        json.Words("sources", ground.Sources);
        json.WriteBoolean("verified", ground.Verified);
    }

    private static void Period(Utf8JsonWriter json, string name, TermPeriod? period)
    {
        if (period is not { } length)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("count", length.Count);
        json.WriteString("unit", Json.Word(length.Unit));
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
