// Folds what a page repeats into one report each.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Merges drafts of one page that state the same act: same act or a finer one, same source, nothing that contradicts.</summary>
public static class Merging
{
    /// <summary>Acts that a headline's coarse word stands for until the body decides: the first is the coarse one.</summary>
    private static readonly Dictionary<string, string[]> Coarse = new(StringComparer.Ordinal)
    {
        ["withdraw"] = ["announce-withdrawal", "domestic-step", "notify-withdrawal"],
        ["announce-withdrawal"] = ["domestic-step", "notify-withdrawal"],
        ["meet"] = ["negotiate", "convene"],
        ["criticize"] = ["accuse"],
        ["accuse"] = ["accuse-breach"],
    };

    public static List<Draft> Of(IReadOnlyList<Draft> drafts, Edtf? told)
    {
        var merged = new List<Draft>();
        foreach (var draft in drafts)
        {
            var at = merged.FindIndex(other => IsSame(other, draft, told));
            if (at < 0) merged.Add(draft);
            else merged[at] = Join(merged[at], draft);
        }
        return merged;
    }

    private static bool IsSame(Draft a, Draft b, Edtf? told)
    {
        if (!SameAct(a, b) || a.Polarity != b.Polarity) return false;
        // Never to have done a thing and not to mean to do it are two things.
        if (a.Polarity == Polarity.Denied && a.Status != b.Status) return false;
        if (a.Source.Count > 0 && b.Source.Count > 0 && !(a.Source.All(b.Source.Contains) && b.Source.All(a.Source.Contains))) return false;
        if (a.Source.Count == 0 != (b.Source.Count == 0) && a.Act is not ("sign" or "enter-into-force" or "terminate" or "extend")) return false;
        if (a.Target.Count > 0 && b.Target.Count > 0 && !a.Target.Intersect(b.Target).Any()) return false;
        if (a.Agreement is not null && b.Agreement is not null && a.Agreement != b.Agreement) return false;
        if (a.Object is not null && b.Object is not null && a.Object != b.Object && a.Act is "close-mission" or "deploy" or "suspend" && (a.Agreement is null || b.Agreement is null)) return false;
        if (a.Date is not null && b.Date is not null) return a.Date.Meet(b.Date) is not null;
        if (a.Date is null && b.Date is null) return true;
        // An undated mention is a current event, never an old one.
        var dated = (a.Date ?? b.Date)!;
        return told is null || dated.Latest is not { } last || told.Earliest is not { } first || last > first.PlusDays(-75);
    }

    private static bool SameAct(Draft a, Draft b)
    {
        if (a.Act == b.Act) return true;
        var (heading, body) = a.Block is BlockKind.Title or BlockKind.Lead or BlockKind.Heading ? (a, b) : (b, a);
        return heading.Block is BlockKind.Title or BlockKind.Lead or BlockKind.Heading && heading.Date is null && Coarse.TryGetValue(heading.Act, out var finer) && finer.Contains(body.Act);
    }

    private static Draft Join(Draft a, Draft b)
    {
        var keep = Coarse.TryGetValue(a.Act, out var finer) && finer.Contains(b.Act) ? b : a;
        var dated = keep.Date is not null ? keep : a.Date is not null ? a : b.Date is not null ? b : keep;
        if (a.Date is not null && b.Date is not null && (b.Date.Days ?? int.MaxValue) < (a.Date.Days ?? int.MaxValue)) dated = b;
        return keep with
        {
            Rules = a.Rules.Concat(b.Rules).Distinct().ToList(),
            Source = a.Source.Count > 0 ? a.Source : b.Source,
            Target = a.Target.Count >= b.Target.Count ? a.Target : b.Target,
            Agreement = a.AgreementIsNamed ? a.Agreement : b.Agreement ?? a.Agreement,
            AgreementIsNamed = a.AgreementIsNamed || b.AgreementIsNamed,
            When = dated.When,
            Date = dated.Date,
            Fallback = a.Fallback ?? b.Fallback,
            Status = keep.Block is BlockKind.Title && a.Status != b.Status ? (keep == a ? b : a).Status : dated.Status,
            Quantities = a.Quantities.Concat(b.Quantities).DistinctBy(one => (one.Value, one.Unit)).ToList(),
            Speaker = a.Speaker ?? b.Speaker,
            Via = a.Via.Concat(b.Via).Distinct().ToList(),
            Person = a.Person ?? b.Person,
            Evidence = a.Evidence.Concat(b.Evidence).Distinct().Order().ToList(),
            Lines = a.Lines.Concat(b.Lines).Distinct().Order().ToList(),
            Answers = a.Answers ?? b.Answers,
        };
    }
}
