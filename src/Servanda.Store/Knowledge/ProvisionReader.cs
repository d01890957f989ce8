// Reads the provisions of an agreement's file: each type with the parameters that it may and must have.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class ProvisionReader(GroundReader grounds, IReadOnlySet<string> actIds)
{
    private static readonly string[] Types =
        ["withdrawal", "follow_up", "duration", "extension", "review", "prohibition", "ceiling", "quota", "advance_notice", "entry_into_force", "power", "default_rule"];

    /// <param name="closed">All who can be party, where nobody else can.</param>
    public IReadOnlyList<Provision> Read(DataNode node, IReadOnlyList<string> closed)
    {
        var all = new List<Provision>();
        var leavers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in node.Items())
        {
            if (!item["type"].Exists) item["type"].Missing(string.Join(", ", Types));
            Provision? provision = item["type"].OneOf(Types) switch
            {
                "withdrawal" => Withdrawal(item),
                "follow_up" => FollowUp(item),
                "duration" => Duration(item),
                "extension" => Extension(item),
                "review" => Review(item),
                "prohibition" => Prohibition(item),
                "ceiling" => Ceiling(item),
                "quota" => Quota(item),
                "advance_notice" => AdvanceNotice(item),
                "entry_into_force" => EntryIntoForce(item),
                "power" => Power(item),
                "default_rule" => DefaultRule(item),
                _ => null,
            };
            if (provision is not null) all.Add(provision);
            if (provision is not Withdrawal clause) continue;
            foreach (var party in clause.AppliesTo)
                if (closed.Count > 0 && !closed.Contains(party)) item["applies_to"].Fault($"'{party}', which is not in parties_closed", string.Join(", ", closed));
            foreach (var party in clause.AppliesTo.DefaultIfEmpty(""))
                if (!leavers.Add(party)) item.Fault(party == "" ? "a second withdrawal clause for all" : $"a second withdrawal clause for '{party}'", "one for each party, and one for all others");
        }
        return all;
    }

    private Withdrawal Withdrawal(DataNode item) => new WithdrawalReader(grounds).Read(item);

    private Ground Open(DataNode item, bool articleNeeded, params ReadOnlySpan<string> allowed)
    {
        item.Allow([.. allowed, "type", "article", "source", "verified", "note"]);
        return grounds.Of(item, articleNeeded);
    }

    private FollowUp FollowUp(DataNode item)
    {
        var ground = Open(item, true, "what", "after", "act", "least_days", "most_days", "by");
        var (least, most) = (item["least_days"].Whole(0, 10_000) ?? 0, item["most_days"].Whole(0, 10_000));
        if (most is null) item["most_days"].Missing("days");
        if (most < least) item["most_days"].Fault($"{most}, less than least_days {least}", $"at least {least}");
        return new() { Ground = ground, What = item["what"].Required("what must follow"), After = Act(item["after"]), Act = Act(item["act"]), LeastDays = least, MostDays = most ?? 0, By = item["by"].Texts() };
    }

    private DurationProvision Duration(DataNode item)
    {
        var ground = Open(item, true, "length", "renews");
        if (item["length"].Text() is null) item["length"].Missing("unlimited, or a length such as 10 years");
        return new() { Ground = ground, Length = item["length"].Text() == "unlimited" ? null : item["length"].TermPeriod(), Renews = item["renews"].Flag() };
    }

    private Extension Extension(DataNode item)
    {
        var ground = Open(item, true, "most", "times");
        return new() { Ground = ground, Most = item["most"].RequiredPeriod(), Times = item["times"].Whole(1, 100) };
    }

    private Review Review(DataNode item)
    {
        var ground = Open(item, true, "first", "every");
        return new() { Ground = ground, First = item["first"].RequiredPeriod(), Every = item["every"].TermPeriod() };
    }

    private Prohibition Prohibition(DataNode item)
    {
        var ground = Open(item, true, "of", "attribute", "unit", "at_least", "above", "at_most", "below", "acts");
        var (atLeast, above, atMost, below) = (item["at_least"].Number(), item["above"].Number(), item["at_most"].Number(), item["below"].Number());
        if (atLeast is not null && above is not null) item["above"].Fault("both at_least and above", "one lower bound");
        if (atMost is not null && below is not null) item["below"].Fault("both at_most and below", "one upper bound");
        var (least, most) = (atLeast ?? above, atMost ?? below);
        if (least > most) item.Fault($"bounds from {least} to {most}", "a lower bound that is not above the upper one");
        return new()
        {
            Ground = ground,
            Of = item["of"].Required("the class of thing that is banned"),
            Attribute = item["attribute"].Required("the attribute that the bounds are of"),
            Unit = item["unit"].Required("a unit"),
            Least = least,
            LeastIncluded = above is null,
            Most = most,
            MostIncluded = below is null,
            Acts = item["acts"].Texts(),
        };
    }

    private Ceiling Ceiling(DataNode item)
    {
        var ground = Open(item, false, "what", "unit", "on", "at", "set_by", "values", "outlives");
        return new()
        {
            Ground = ground,
            What = item["what"].Required("what is limited"),
            Unit = item["unit"].Required("a unit"),
            On = AgreementReader.Actors(item["on"]),
            At = item["at"].Text(),
            SetBy = item["set_by"].Text(),
            Values = Values(item["values"], timed: false),
            Outlives = item["outlives"].Flag(),
        };
    }

    private Quota Quota(DataNode item)
    {
        var ground = Open(item, true, "what", "per", "shares", "one_party", "at_first");
        var shares = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (party, share) in item["shares"].Entries())
            if (share.Whole(0, 100_000) is { } value) shares[party] = value;
        if (shares.Count == 0) item["shares"].Missing("a number for each party");
        return new() { Ground = ground, What = item["what"].Required("what is counted"), Per = item["per"].Unit(), Shares = shares, OneParty = item["one_party"].Whole(1, 100), AtFirst = AtFirst(item["at_first"]) };
    }

    private static FirstYears? AtFirst(DataNode node)
    {
        if (!node.Exists) return null;
        node.Allow("percent", "until");
        if (!node["percent"].Exists) node["percent"].Missing("a number of per cent");
        if (!node["until"].Exists) node["until"].Missing("the first day on which the whole holds");
        return node["percent"].Whole(1, 100) is { } percent && node["until"].Day() is { } until ? new(percent, until) : null;
    }

    private AdvanceNotice AdvanceNotice(DataNode item)
    {
        var ground = Open(item, false, "what", "on", "set_by", "beyond", "beyond_unit", "exempt", "values");
        if (item["beyond"].Exists && !item["beyond_unit"].Exists) item["beyond_unit"].Missing("km or mile");
        return new()
        {
            Ground = ground,
            What = item["what"].Required("what needs notice"),
            On = AgreementReader.Actors(item["on"]),
            SetBy = item["set_by"].Text(),
            Beyond = item["beyond"].Number(),
            BeyondUnit = item["beyond_unit"].OneOf("km", "mile"),
            Exempt = item["exempt"].Texts(),
            Values = Values(item["values"], timed: true),
        };
    }

    private IReadOnlyList<DatedValue> Values(DataNode node, bool timed)
    {
        var all = new List<DatedValue>();
        if (!node.Exists) node.Missing("at least one value with its day");
        foreach (var item in node.Items())
        {
            item.Allow("value", "from", "until", "known", "by", "loose", "conditional", "article", "source", "verified", "note");
            if (!item["from"].Exists) item["from"].Missing("the EDTF date from which it holds");
            if (!item["value"].Exists) item["value"].Missing(timed ? "a length such as 72 hours" : "a number, or none");
            var period = timed ? item["value"].TermPeriod() : null;
            var number = timed ? period?.Count : item["value"].Text() == "none" ? null : item["value"].Number();
            all.Add(new(number, item["from"].Edtf() ?? Edtf.OfYear(1), item["until"].Day(), item["known"].Day(), grounds.Of(item), item["by"].Text(), item["loose"].Flag(), item["conditional"].Flag(), period?.Unit));
        }
        return all;
    }

    private EntryIntoForce EntryIntoForce(DataNode item)
    {
        var ground = Open(item, true, "condition", "delay", "later_delay", "first_of_month");
        return new()
        {
            Ground = ground,
            Condition = item["condition"].Text(),
            Delay = item["delay"].TermPeriod(),
            LaterDelay = item["later_delay"].TermPeriod(),
            FirstOfMonth = item["first_of_month"].Flag(),
        };
    }

    private Power Power(DataNode item)
    {
        var ground = Open(item, true, "what", "acts", "limits");
        return new() { Ground = ground, What = item["what"].Required("what may be done"), Acts = [.. item["acts"].Items().Select(Act)], Limits = item["limits"].Text() };
    }

    private DefaultRule DefaultRule(DataNode item)
    {
        var ground = Open(item, true, "what", "period");
        return new() { Ground = ground, What = item["what"].Required("which rule"), Period = item["period"].TermPeriod() };
    }

    private string Act(DataNode node)
    {
        var act = node.Required("an act of data/acts.yaml");
        if (act != "" && !actIds.Contains(act)) node.Fault($"'{act}'", string.Join(", ", actIds.Order(StringComparer.Ordinal)));
        return act;
    }
}
