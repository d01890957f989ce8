// Facts held against the limits of their day.
using System.Globalization;
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

public static class Checks
{
    private const decimal KilometresInAMile = 1.609344m;

    /// <summary>Ends the name of what is announced by its plan: the measure <c>plan</c> says how long before the flight it was handed over.</summary>
    private const string Plan = "-plan";

    /// <summary>Stands for the distance that a trip may go without notice.</summary>
    private const string Radius = "radius";

    /// <summary>The facts of one file, in its order. A flight that does not say how many were flown before it is counted against those of the file: same year, same quota, an earlier day.</summary>
    public static IReadOnlyList<CheckAnswer> Of(IReadOnlyList<Fact> facts, IReadOnlyList<Agreement> agreements, Func<string, IReadOnlyList<Event>> eventsOf) =>
        [.. facts.Select(fact => Of(Flights.Counted(fact, facts, agreements), agreements, eventsOf))];

    /// <summary>One line for each provision that speaks of the fact; where none does, one line that says so.</summary>
    public static CheckAnswer Of(Fact fact, IEnumerable<Agreement> agreements, IReadOnlyList<Event> events) => Of(fact, agreements, _ => events);

    private static CheckAnswer Of(Fact fact, IEnumerable<Agreement> agreements, Func<string, IReadOnlyList<Event>> eventsOf)
    {
        var lines = new List<CheckLine>();
        var speaking = false;
        var limited = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var agreement in agreements.Where(agreement => fact.Agreement is null || agreement.Id == fact.Agreement))
        {
            limited.UnionWith(agreement.Provisions.Select(Limited).OfType<string>());
            var provisions = agreement.Provisions.Where(provision => Speaks(provision, fact)).ToList();
            if (provisions.Count == 0) continue;
            speaking = true;
            // A flight wants two bound parties: whose it is and over whose territory it goes.
            if (new[] { fact.Party, fact.Over }.OfType<string>().Select(party => Statuses.Of(agreement, eventsOf(agreement.Id), new(fact.On), party).First()).FirstOrDefault(status => status.InForce != true) is { } status)
            {
                if (status.Status != PartyStatus.Unknown) lines.Add(new(agreement.Id, Verdict.NoLimit, new("check.not-bound", status.Party, agreement.Id, Edtf.Iso(fact.On), status.Status.Word()), status.Because));
                continue;
            }
            var held = provisions.SelectMany(provision => Lines(agreement, provision, fact)).ToList();
            // What is suspended need not be performed; where the suspension is disputed, so is that.
            var own = Statuses.Of(agreement, eventsOf(agreement.Id), new(fact.On), fact.Party).First();
            if (own.Status == PartyStatus.Suspended) held = [.. held.Select(line => !own.Contested ? line with { Verdict = Verdict.NoLimit } : line.Verdict is Verdict.Breached or Verdict.Banned ? line with { Verdict = Verdict.Contested } : line), new(agreement.Id, own.Contested ? Verdict.Within : Verdict.NoLimit, new(own.Contested ? "check.suspension-contested" : "check.suspended", fact.Party, agreement.Id, Edtf.Iso(fact.On)), own.Because)];
            lines.AddRange(held);
            if (ElsewhereOnly(agreement, fact) is { } line) lines.Add(line);
        }
        if (lines.Count == 0 || lines.All(line => line.Verdict == Verdict.NoLimit) && !speaking)
            lines.Add(new(fact.Agreement, speaking ? Verdict.NoLimit : Verdict.Free, new("check.nobody-limits", fact.What, Edtf.Iso(fact.On), string.Join(", ", limited)), []));
        return new(fact, lines);
    }

    /// <summary>What a provision limits, as a fact names it; null where it limits nothing that facts tell of.</summary>
    private static string? Limited(Provision provision) => provision switch
    {
        Prohibition ban => ban.Of,
        Ceiling { At: null } ceiling => ceiling.What.EndsWith("-duration", StringComparison.Ordinal) || ceiling.What.StartsWith("travel-", StringComparison.Ordinal) ? null : ceiling.What,
        Quota quota => quota.What,
        AdvanceNotice notice => notice.What.EndsWith(Plan, StringComparison.Ordinal) ? null : notice.What,
        _ => null,
    };

    /// <summary>Limits on a measure of the fact are on record for other places alone: said, for else it would look as if it had been held against one.</summary>
    private static CheckLine? ElsewhereOnly(Agreement agreement, Fact fact)
    {
        var placed = agreement.Of<Ceiling>().Where(ceiling => ceiling.At is not null && Binds(ceiling.On, fact.Party) && MeasureOf(ceiling, fact) is { } measure && fact.Measures.ContainsKey(measure)).ToList();
        if (placed.Count == 0 || placed.Any(ceiling => IsAt(ceiling, fact))) return null;
        Reason[] rules = [Rule(agreement, placed[0].Values.Count > 0 ? placed[0].Values[0].Ground with { Article = placed[0].Ground.Article } : placed[0].Ground, new("reason.at-places", placed[0].What))];
        return fact.At is { } at ? new(agreement.Id, Verdict.Unknown, new("check.place-unknown", at, string.Join(", ", placed.Select(ceiling => ceiling.At).Order(StringComparer.Ordinal))), rules)
            : new(agreement.Id, Verdict.Unknown, new("check.place-missing"), rules);
    }

    private static bool Speaks(Provision provision, Fact fact) => provision switch
    {
        Prohibition ban => ban.Of == fact.What,
        Ceiling ceiling => Binds(ceiling.On, fact.Party) && MeasureOf(ceiling, fact) is not null && (ceiling.At is null || IsAt(ceiling, fact)),
        AdvanceNotice notice => Binds(notice.On, fact.Party) && (notice.What == fact.What || notice.What == fact.What + Plan && fact.Measures.ContainsKey("plan")),
        Quota quota => quota.What == fact.What || fact.What == "observation-flight" && fact.Over is not null,
        _ => false,
    };

    private static IEnumerable<CheckLine> Lines(Agreement agreement, Provision provision, Fact fact) => provision switch
    {
        Prohibition ban => [Ban(agreement, ban, fact)],
        Ceiling ceiling => Under(agreement, ceiling, fact),
        AdvanceNotice notice => [Noticed(agreement, notice, fact)],
        Quota quota when quota.What == fact.What => Counted(agreement, quota, fact),
        Quota quota => Flights.Under(agreement, quota, fact),
        _ => [],
    };

    private static CheckLine Ban(Agreement agreement, Prohibition ban, Fact fact)
    {
        var rule = Rule(agreement, ban.Ground, new("reason.banned-range", ban.Of, Bound(ban.Least, ban.LeastIncluded, lower: true), Bound(ban.Most, ban.MostIncluded, lower: false), ban.Unit));
        if (Measure(fact, ban.Attribute, ban.Unit) is not { } value) return new(agreement.Id, Verdict.Unknown, new("check.measure-missing", ban.Attribute), [rule]);
        var inside = (ban.Least is not { } least || (ban.LeastIncluded ? value >= least : value > least)) && (ban.Most is not { } most || (ban.MostIncluded ? value <= most : value < most));
        return new(agreement.Id, inside ? Verdict.Banned : Verdict.Free, new(inside ? "check.banned" : "check.outside-ban", fact.What, Text(value), ban.Unit), [rule]);
    }

    private static IEnumerable<CheckLine> Under(Agreement agreement, Ceiling ceiling, Fact fact)
    {
        var measure = MeasureOf(ceiling, fact)!;
        foreach (var value in Limits.Holding(ceiling.Values, new(fact.On)))
        {
            if (value.Value is not { } most) continue;
            var rule = Rule(agreement, value.Ground with { Article = value.Ground.Article ?? ceiling.Ground.Article }, new("reason.at-most", ceiling.What, Text(most), ceiling.Unit, value.From.Text));
            if (value.Conditional) yield return new(agreement.Id, Verdict.NoLimit, new("check.only-threatened", Text(most), ceiling.Unit), [rule]);
            else if (measure == Radius) continue; // beyond it notice is due, which the rule on notice says
            else if (Limits.Holding(ceiling.Values, new(fact.On)).Count(other => !other.Conditional) > 1 && Contested(agreement, ceiling, fact) is { } contested)
            {
                yield return contested;
                yield break;
            }
            else if (Measure(fact, measure, ceiling.Unit) is not { } counted) yield return new(agreement.Id, Verdict.Unknown, new("check.measure-missing", measure), [rule]);
            else yield return new(agreement.Id, counted <= most ? Verdict.Within : Verdict.Breached, new(counted <= most ? "check.within" : "check.over", Text(counted), Text(most), ceiling.Unit), [rule]);
        }
        if (measure != Radius && Limits.Holding(ceiling.Values, new(fact.On)).Count == 0) yield return new(agreement.Id, Verdict.NoLimit, new("check.no-limit-yet", ceiling.What, Edtf.Iso(fact.On)), []);
    }

    /// <summary>So many of a thing in a year, by the party whose share it is.</summary>
    private static IEnumerable<CheckLine> Counted(Agreement agreement, Quota quota, Fact fact)
    {
        if (!quota.Shares.TryGetValue(fact.Party, out var share)) yield break;
        var rule = Rule(agreement, quota.Ground, new("reason.at-most-a-year", quota.What, fact.Party, Text(share)));
        if (!fact.Measures.TryGetValue("count", out var count)) yield return new(agreement.Id, Verdict.Unknown, new("check.measure-missing", "count"), [rule]);
        else yield return new(agreement.Id, count.Value <= share ? Verdict.Within : Verdict.Breached, new(count.Value <= share ? "check.within" : "check.over", Text(count.Value), Text(share), ""), [rule]);
    }

    /// <summary>Within the limit by one account, over it by another; null where all accounts say the same.</summary>
    private static CheckLine? Contested(Agreement agreement, Ceiling ceiling, Fact fact)
    {
        var accounts = Limits.Holding(ceiling.Values, new(fact.On)).Where(value => !value.Conditional).ToList();
        if (Measure(fact, MeasureOf(ceiling, fact)!, ceiling.Unit) is not { } counted || accounts.Select(value => counted <= value.Value).Distinct().Count() < 2) return null;
        return new(agreement.Id, Verdict.Contested, new("check.limit-contested", Text(counted), ceiling.Unit),
            [.. accounts.Select(value => Rule(agreement, value.Ground with { Article = value.Ground.Article ?? ceiling.Ground.Article }, (value.By ?? ceiling.SetBy) is { } account ? new("reason.account", account, Text(value.Value ?? 0), ceiling.Unit) : new("reason.text-says", Text(value.Value ?? 0), ceiling.Unit)))]);
    }

    private static CheckLine Noticed(Agreement agreement, AdvanceNotice notice, Fact fact)
    {
        if (fact.Rank is { } rank && notice.Exempt.Contains(rank)) return new(agreement.Id, Verdict.Exempt, new("check.exempt", rank), [Rule(agreement, notice.Ground, new("reason.exempt-ranks", string.Join(", ", notice.Exempt)))]);
        var values = Limits.Holding(notice.Values, new(fact.On)).Where(value => !value.Conditional).ToList();
        var rules = values.Select(value => Rule(agreement, value.Ground with { Article = value.Ground.Article ?? notice.Ground.Article }, (value.By ?? notice.SetBy) is { } account ? new("reason.account", account, Text(value.Value ?? 0), Unit(value)) : new("reason.at-least-notice", Text(value.Value ?? 0), Unit(value)))).ToList();
        if (notice.Beyond is { } beyond)
        {
            if (Measure(fact, "distance", notice.BeyondUnit!) is not { } distance) return new(agreement.Id, Verdict.Unknown, new("check.measure-missing", "distance"), rules);
            if (distance <= beyond) return new(agreement.Id, Verdict.Within, new("check.near-enough", Text(distance), Text(beyond), notice.BeyondUnit!), rules);
        }
        if (values.Count == 0) return new(agreement.Id, Verdict.NoLimit, new("check.no-limit-yet", $"{notice.What}-notice", Edtf.Iso(fact.On)), []);
        var measure = notice.What == fact.What ? "notice" : "plan";
        if (!fact.Measures.TryGetValue(measure, out var given)) return new(agreement.Id, Verdict.Unknown, new("check.measure-missing", measure), rules);
        var (enough, tooLittle) = (values.Where(value => Hours(value) <= Hours(given)).ToList(), values.Where(value => Hours(value) > Hours(given)).ToList());
        return tooLittle.Count == 0 ? new(agreement.Id, Verdict.Within, new("check.notice-enough", Text(given.Value), given.Unit), rules)
            : enough.Count == 0 ? new(agreement.Id, Verdict.Breached, new("check.notice-short", Text(given.Value), given.Unit), rules)
            : new(agreement.Id, Verdict.Contested, new("check.notice-contested", Text(given.Value), given.Unit), rules);
    }

    /// <summary>The measure of a fact that a ceiling limits; null where it limits none of them.</summary>
    private static string? MeasureOf(Ceiling ceiling, Fact fact) =>
        ceiling.What == fact.What ? "count"
        : ceiling.What == $"{fact.What}-duration" ? "duration"
        : ceiling.What == $"{fact.What}-distance" ? "distance"
        : fact.What == "trip" && ceiling.What == "travel-radius-without-notice" ? Radius : null;

    private static bool IsAt(Ceiling ceiling, Fact fact) => fact.At is not null && string.Equals(ceiling.At, fact.At, StringComparison.OrdinalIgnoreCase);

    internal static bool Binds(IReadOnlyList<string> on, string party) => on.Count == 0 || on.Contains(party);

    internal static Reason Rule(Agreement agreement, Ground ground, Message says) => new(says, ground.Article, Because.Address(agreement, ground), Verified: ground.Verified);

    /// <summary>A measure in the unit of the rule; null where the fact lacks it or has it in a unit that is none of length or time.</summary>
    internal static decimal? Measure(Fact fact, string name, string unit)
    {
        if (!fact.Measures.TryGetValue(name, out var measure)) return null;
        return (measure.Unit, unit) switch
        {
            var (from, to) when from == to || from.Length == 0 => measure.Value,
            ("mile", "km") => measure.Value * KilometresInAMile,
            ("km", "mile") => measure.Value / KilometresInAMile,
            ("day", "hour") => measure.Value * 24,
            ("hour", "day") => measure.Value / 24,
            _ => null,
        };
    }

    private static decimal Hours(DatedValue value) => (value.Value ?? 0) * (value.Time == TermUnit.Hour ? 1 : 24);

    private static decimal Hours(Quantity quantity) => quantity.Value * (quantity.Unit == "hour" ? 1 : 24);

    private static string Unit(DatedValue value) => (value.Time ?? TermUnit.Day).ToString().ToLowerInvariant();

    private static string Bound(decimal? bound, bool included, bool lower) => bound is not { } value ? "…" : $"{(lower ? included ? "≥" : ">" : included ? "≤" : "<")} {Text(value)}";

    internal static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
