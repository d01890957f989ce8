// Whether two reports can tell of one event.
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>
/// The relation that merging rests on. It is symmetric and looks at two reports only. What one page leaves unsaid does not contradict another; what both say must agree, except
/// numbers, which tellers get wrong. Dates that exclude each other are two events, whoever is wrong about them: comparing them is a finding, not a merge.
/// </summary>
public sealed class Matching(ActTable acts)
{
    /// <summary>Dates up to this many days wide are precise enough that two different numbers are a dispute and not two events.</summary>
    private const int Precise = 10;

    private const int Month = 31;

    /// <summary>Numbers that differ by this part or less are one number, rounded by one of the tellers.</summary>
    private const decimal Rounding = 0.05m;

    public bool MayBeOne(Report a, Report b) =>
        AreOfOneKind(a, b) && Anchor.Of(a) is { } anchorA && Anchor.Of(b) is { } anchorB && MayBeOne(a, anchorA, b, anchorB);

    /// <summary>What of a report excludes others, whatever else they say: see <see cref="AreOfOneKind"/> and <see cref="PartsAgree"/>.</summary>
    public MatchKey KeyOf(Report report) =>
        new(ToldAlike.Key(report), FamilyOf(report), report.Agreement, !acts.IsSymmetric(report.Act) && report.Target.Count == 1 ? report.Target[0] : null);

    /// <summary>The acts that may be names of one, and whether the act is affirmed or denied: reports of different ones are never of one event.</summary>
    internal string FamilyOf(Report report) => $"{(report.Polarity == Polarity.Denied ? '-' : '+')}{acts.Family(report.Act)}";

    internal bool MayBeOne(Report a, Anchor anchorA, Report b, Anchor anchorB) =>
        CanCoexist(a, anchorA, b, anchorB) && SpeaksForOne(a, anchorA, b, anchorB);

    /// <summary>Of two that can coexist: whether they match.</summary>
    internal bool SpeaksForOne(Report a, Anchor anchorA, Report b, Anchor anchorB) => SourcesAgree(a, b) && IsEnough(a, anchorA, b, anchorB);

    /// <summary>Whether nothing that both say excludes that they tell of the same; sources apart, which a group of reports may tell in parts.</summary>
    internal bool CanCoexist(Report a, Anchor anchorA, Report b, Anchor anchorB)
    {
        if (!anchorA.Meets(anchorB) || !AreOfOneKind(a, b) || !StatusesAgree(a, b)) return false;
        // What needs no look at the table of acts comes first: in a large block this is asked a million times.
        if (!PartsAgree(a.Target, b.Target) && !acts.IsSymmetric(a.Act)) return false;
        if (ObjectsDiffer(a, b)) return false;
        if (a.Person is not null && b.Person is not null && acts.IsSpeech(a.Act) && PersonsDiffer(a.Person, b.Person)) return false;
        if (Math.Max(anchorA.Days, anchorB.Days) > Precise && QuantitiesDiffer(a, b)) return false;
        return !Same(a.Page, b.Page) || IsRepetition(a, b);
    }

    /// <summary>The quick part of it: polarity, act and agreement.</summary>
    private bool AreOfOneKind(Report a, Report b) =>
        a.Polarity == b.Polarity && (Same(a.Act, b.Act) || acts.MayBeOneAct(a.Act, b.Act)) && (a.Agreement is null || b.Agreement is null || Same(a.Agreement, b.Agreement));

    /// <summary>Whether the actors who act are the same, or those of one are among those of the other; silence only beside the same agreement.</summary>
    internal bool SourcesAgree(Report a, Report b) => SourcesAgree(a, Actors(a), b, Actors(b));

    internal bool SourcesAgree(Report a, IReadOnlyList<string> actorsA, Report b, IReadOnlyList<string> actorsB)
    {
        if (actorsA.Count == 0 || actorsB.Count == 0) return a.Agreement is not null && Same(a.Agreement, b.Agreement);
        if (SameActors(actorsA, actorsB)) return true;
        // One state of several: only where something else ties the two together.
        return (IsWithin(actorsA, actorsB) || IsWithin(actorsB, actorsA)) && (a.Agreement is not null && Same(a.Agreement, b.Agreement) || SameActors(a.Target, b.Target) && (a.Target.Count > 0 || acts.IsSymmetric(a.Act)));
    }

    /// <summary>Those who act; of a symmetric act all who take part.</summary>
    internal IReadOnlyList<string> Actors(Report report)
    {
        if (report.Target.Count == 0 || !acts.IsSymmetric(report.Act)) return report.Source;
        if (report is not { Source: [var one], Target: [var other] }) return [.. report.Source.Union(report.Target, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return string.CompareOrdinal(one, other) switch { 0 => report.Source, < 0 => [one, other], _ => [other, one] };
    }

    internal static bool SharesQuantity(Report a, Report b) =>
        a.Quantities.Count > 0 && b.Quantities.Count > 0 && a.Quantities.Any(x => b.Quantities.Any(y => x.Value == y.Value && Same(x.Unit, y.Unit) && x.Value != 0));

    internal static bool SharesPerson(string? a, string? b) => a is not null && b is not null && !PersonsDiffer(a, b);

    internal static bool SameActors(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
        {
            if (!Same(a[i], b[i])) return false;
        }
        return true;
    }

    internal static bool IsWithin(IReadOnlyList<string> part, IReadOnlyList<string> whole)
    {
        for (var i = 0; i < part.Count; i++)
        {
            if (!Holds(whole, part[i])) return false;
        }
        return true;
    }

    /// <summary>Whether any actor is in both.</summary>
    internal static bool Share(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (Holds(b, a[i])) return true;
        }
        return false;
    }

    private static bool Holds(IReadOnlyList<string> actors, string actor)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (Same(actors[i], actor)) return true;
        }
        return false;
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private static bool PartsAgree(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count == 0 || b.Count == 0 || IsWithin(a, b) || IsWithin(b, a);

    /// <summary>Beside nothing that excludes it, something must speak for it: the same agreement, the same target, the same number.</summary>
    private bool IsEnough(Report a, Anchor anchorA, Report b, Anchor anchorB)
    {
        if (!ActsAgree(a, b)) return false;
        var widest = Math.Max(anchorA.Days, anchorB.Days);
        var sameAgreement = a.Agreement is not null && Same(a.Agreement, b.Agreement);
        var sameTarget = a.Target.Count > 0 && SameActors(a.Target, b.Target) || acts.IsSymmetric(a.Act) && Actors(a).Count > 1 && SameActors(Actors(a), Actors(b));
        var sameNumber = SharesQuantity(a, b);
        if (widest > Place.Narrow)
        {
            return sameNumber && (sameTarget || sameAgreement) || IsDayOfYear(a, b) && (sameNumber || sameTarget || sameAgreement) || !acts.IsRepeated(a.Act) && (sameAgreement || sameTarget && anchorA.Dated && anchorB.Dated)
                || sameTarget && IsLookedBackOn(a) && IsLookedBackOn(b) && a.Date!.Text == b.Date!.Text;
        }
        if (sameAgreement || sameTarget || sameNumber) return true;
        if (a.Target.Count > 0 && b.Target.Count > 0 && widest <= Month && anchorA.Dated && anchorB.Dated) return true;
        return a.Target.Count == 0 && b.Target.Count == 0 && a.Agreement is null && b.Agreement is null && anchorA.Dated && anchorB.Dated && Same(a.Act, b.Act);
    }

    /// <summary>Different names of one act count only where both tellers speak of one agreement and date the act, and a finer form only on one and the same day.</summary>
    private static bool ActsAgree(Report a, Report b)
    {
        if (Same(a.Act, b.Act)) return true;
        if (a.Agreement is null || !Same(a.Agreement, b.Agreement) || a.Date is null || b.Date is null) return false;
        return (a.Act, b.Act) is ("suspend", "close-mission") or ("close-mission", "suspend") || a.Date.IsDay && a.Date.Same(b.Date) == Truth.Yes;
    }

    private static bool StatusesAgree(Report a, Report b)
    {
        if (a.Status == b.Status) return true;
        if (a.Status == ReportStatus.Conditional || b.Status == ReportStatus.Conditional) return false;
        var planned = a.Status == ReportStatus.Intended ? a : b.Status == ReportStatus.Intended ? b : null;
        if (planned is null) return true;
        var other = ReferenceEquals(planned, a) ? b : a;
        // A plan and its execution: the plan has no day of its own, or the same; an allegation is no execution.
        return other.Status is ReportStatus.Occurred or ReportStatus.Ongoing && other.Date is not null;
    }

    private static bool ObjectsDiffer(Report a, Report b) =>
        a.Object is not null && b.Object is not null && !Same(a.Object, b.Object) && a.Act is ("close-mission" or "seize-property" or "test-weapon" or "deploy");

    /// <summary>Whether both count the same things and no two of their numbers are about equal.</summary>
    private static bool QuantitiesDiffer(Report a, Report b)
    {
        var count = false;
        for (var i = 0; i < a.Quantities.Count; i++)
        {
            for (var j = 0; j < b.Quantities.Count; j++)
            {
                var (x, y) = (a.Quantities[i], b.Quantities[j]);
                if (!Same(x.Unit, y.Unit) || !Same(x.Role, y.Role)) continue;
                if (Math.Abs(x.Value - y.Value) <= Rounding * Math.Max(Math.Abs(x.Value), Math.Abs(y.Value))) return false;
                count = true;
            }
        }
        return count;
    }

    /// <summary>
    /// Whether one gives the day and the other, which does not say of which year, the same day and month ("ngày 27/3"): what else they share then tells which year it was.
    /// </summary>
    private static bool IsDayOfYear(Report a, Report b) => a.Date?.IsDay == true && IsThatDay(a.Date, b) || b.Date?.IsDay == true && IsThatDay(b.Date, a);

    private static bool IsThatDay(Edtf day, Report other) => DayOfYear(other) is { } told && day.Earliest is { } known && known.Month == told.Month && known.Day == told.Day;

    /// <summary>The day and month of a report whose words say no more than these of when it was.</summary>
    internal static (int Month, int Day)? DayOfYear(Report report) =>
        report is { When: { } words, Date.IsDay: false } && DateForm.TryParse(words.Form, out var form) && form is { IsRange: false, Start: { Year: null, Decade: null, Century: null, Offset: null, Month: { } month, Day: { } day } }
            ? (month, day) : null;

    /// <summary>An act of an earlier year, told by the year alone: what everybody knows it by.</summary>
    internal static bool IsLookedBackOn(Report report) => report.Date?.Latest is { } last && report.Told?.Earliest is { } told && last < told;

    /// <summary>Two names that share no word; "Lavrov" and "Sergei Lavrov" share one.</summary>
    private static bool PersonsDiffer(string? a, string? b)
    {
        if (a is null || b is null) return false;
        var words = b.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !a.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>On one page each act is told as an act of its own; only what differs in nothing at all is said twice.</summary>
    private static bool IsRepetition(Report a, Report b) => Same(ToldAlike.Key(a), ToldAlike.Key(b));
}
