// A provision in one sentence.
using System.Globalization;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output;

internal static class ProvisionWords
{
    /// <summary>The word for it in data files and JSON.</summary>
    public static string TypeOf(Provision provision) => provision switch
    {
        Withdrawal => "withdrawal",
        FollowUp => "follow_up",
        DurationProvision => "duration",
        Extension => "extension",
        Review => "review",
        Prohibition => "prohibition",
        Ceiling => "ceiling",
        Quota => "quota",
        AdvanceNotice => "advance_notice",
        EntryIntoForce => "entry_into_force",
        Power => "power",
        DefaultRule => "default_rule",
        _ => throw new ArgumentOutOfRangeException(nameof(provision), provision, "no such provision"),
    };

    public static string Of(Provision provision, Wording words) => provision switch
    {
        Withdrawal { Period: { } period } clause => words.Say($"provision.withdrawal.{Json.Word(clause.Rule)}", Length(period, words)) + To(clause, words),
        Withdrawal clause => words.Say($"provision.withdrawal.{Json.Word(clause.Rule)}", "") + To(clause, words),
        FollowUp follow => words.Say("provision.follow-up", words.SayOr($"clock.what.{follow.What}", follow.What), follow.After, Whole(follow.LeastDays), Whole(follow.MostDays)),
        DurationProvision { Length: { } length } => words.Say("provision.duration", Length(length, words)),
        DurationProvision => words.Say("provision.unlimited"),
        Extension extension => words.Say("provision.extension", Length(extension.Most, words)),
        Review { Every: { } every } review => words.Say("provision.review", Length(review.First, words), Length(every, words)),
        Review review => words.Say("provision.review-once", Length(review.First, words)),
        Prohibition ban => words.Say("provision.prohibition", words.SayOr($"thing.{ban.Of}", ban.Of), words.SayOr($"attribute.{ban.Attribute}", ban.Attribute), Bounds(ban, words)),
        Ceiling ceiling => words.Say("provision.ceiling", What(ceiling.What, words) + (ceiling.At is { } place ? $" ({place})" : ""), string.Join("; ", ceiling.Values.Select(value => Value(value, words.SayOr($"unit.{ceiling.Unit}", ceiling.Unit), words)))) + On(ceiling.On, words),
        Quota quota => words.Say("provision.quota", What(quota.What, words), words.Say($"term.{Json.Word(quota.Per)}"), string.Join(", ", quota.Shares.OrderByDescending(share => share.Value).ThenBy(share => share.Key, StringComparer.Ordinal).Select(share => $"{share.Key} {share.Value}"))),
        AdvanceNotice notice => words.Say("provision.advance-notice", words.SayOr($"limit.what.{notice.What}-notice", What(notice.What, words)), string.Join("; ", notice.Values.Select(value => Value(value, words.Say($"term.{Json.Word(value.Time ?? TermUnit.Day)}"), words)))) + On(notice.On, words),
        EntryIntoForce { Delay: { } delay } entry => words.Say("provision.entry-after", Length(delay, words), entry.Condition ?? ""),
        EntryIntoForce entry => words.Say("provision.entry", entry.Condition ?? ""),
        Power power => words.Say("provision.power", power.What, string.Join(", ", power.Acts.Select(words.Act))),
        DefaultRule rule => words.Say("provision.default-rule", rule.What),
        _ => throw new ArgumentOutOfRangeException(nameof(provision), provision, "no such provision"),
    };

    public static string Length(TermPeriod period, Wording words) => words.Say("term-length", Whole(period.Count), Json.Word(period.Unit));

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string What(string what, Wording words) => words.SayOr($"limit.what.{what}", what);

    private static string To(Withdrawal clause, Wording words) =>
        (clause.Addressees.Count == 0 ? "" : words.Say("provision.to", string.Join(", ", clause.Addressees.Select(one => words.SayOr($"addressee.{one}", words.Actor(one)))))) + On(clause.AppliesTo, words);

    private static string On(IReadOnlyList<string> parties, Wording words) => parties.Count == 0 ? "" : words.Say("provision.on", string.Join(',', parties));

    private static string Value(DatedValue value, string unit, Wording words) => words.Say(
        value.Conditional ? "provision.value-conditional" : value.By is null ? "provision.value" : "provision.value-by",
        value.Value is { } number ? words.Number(number) : words.Say("limit.none"), unit, value.From.Text, value.By ?? "");

    private static string Bounds(Prohibition ban, Wording words)
    {
        var unit = words.SayOr($"unit.{ban.Unit}", ban.Unit);
        var least = ban.Least is { } from ? $"{(ban.LeastIncluded ? "≥" : ">")} {words.Number(from)}" : null;
        var most = ban.Most is { } to ? $"{(ban.MostIncluded ? "≤" : "<")} {words.Number(to)}" : null;
        return $"{string.Join(", ", new[] { least, most }.OfType<string>())} {unit}";
    }
}
