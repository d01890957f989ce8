// People sent out and posts taken away that do not add up.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Terms;

internal static class StaffArithmetic
{
    public static IEnumerable<Finding> Of(PageCase page)
    {
        foreach (var limit in page.Affirmed("limit-staff"))
        {
            if (Number(limit, "from") is not { } from || (Number(limit, "to") ?? Number(limit, "ceiling")) is not { } to || from <= to || limit.Source.Count == 0) continue;
            var told = page.Affirmed("expel").Where(report => report.Status == limit.Status && SameSides(report, limit) && OneStep(report, limit)).ToList();
            var counts = told.Select(report => (Report: report, Count: Number(report, null))).Where(pair => pair.Count is not null).ToList();
            // Several different numbers are several expulsions; which belongs to the cut is not said.
            if (counts.Count == 0 || counts.Select(pair => pair.Count).Distinct().Count() > 1) continue;
            var (left, gap) = (counts[0].Count!.Value, from - to);
            // Posts that were refused or vacant make up the rest: a story that speaks of them may be complete.
            if (left == gap || left < gap && page.SaysAnywhere("vacant")) continue;
            var agreement = page.Book.RecordOf(limit.Agreement)?.Agreement;
            var because = new List<Reason> { Found.Reported(limit), Found.Reported(counts[0].Report), new(new("reason.subtract", Text(from), Text(to), Text(gap), Text(left))) };
            Message? repair = null;
            if (agreement is not null && Vacant(agreement, limit, left, gap) is { } act)
            {
                because.Add(Found.Established(agreement, act));
                repair = new("repair.vacant-posts", Text(gap - left));
            }
            yield return Found.Of(left < gap ? FindingKind.Incomplete : FindingKind.Inconsistent, limit.Agreement, "quantity",
                new(left < gap ? "finding.posts-missing" : "finding.too-many-leave", Text(left), Text(from), Text(to), Text(Math.Abs(gap - left))), repair, [limit, .. counts.Select(pair => pair.Report)], because);
        }
    }

    /// <summary>The act on record that explains the difference: so many posts refused or vacant beside so many people.</summary>
    private static RegisterAct? Vacant(Agreement agreement, Report limit, decimal left, decimal gap) => agreement.Register.FirstOrDefault(act =>
        act.Act == "expel" && act.Parties.Any(limit.Source.Contains) && act.Quantities.Any(quantity => quantity.Unit == "person" && quantity.Value == left)
        && act.Quantities.Any(quantity => quantity.Unit == "position" && quantity.Value == gap - left));

    private static bool SameSides(Report a, Report b) => a.Source.SequenceEqual(b.Source) && a.Target.Count > 0 && a.Target.SequenceEqual(b.Target);

    /// <summary>Whether the page tells both as one step: under one agreement or in one sentence, and not on different days; or on the same day.</summary>
    private static bool OneStep(Report a, Report b)
    {
        if (a.Agreement is not null && b.Agreement is not null && a.Agreement != b.Agreement || a.Date is not null && b.Date is not null && a.Date.Meet(b.Date) is null) return false;
        return a.Agreement is not null && a.Agreement == b.Agreement || a.Date is { IsDay: true } && a.Date.Same(b.Date ?? Edtf.OfYear(1)) == Truth.Yes || a.Evidence.Any(span => b.Evidence.Any(span.Overlaps));
    }

    private static decimal? Number(Report report, string? role)
    {
        var values = report.Quantities.Where(quantity => quantity.Unit is "person" or "position" && quantity.Role == role).Select(quantity => quantity.Value).Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
