// What the reports of one sentence make of each other: parts of one act, and the same told better.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Compares a draft with those that the same sentence gave before it.</summary>
internal sealed class Neighbours(Sentence sentence, int number, List<Draft> drafts)
{
    /// <summary>Whether what is told is part of an act that the same sentence tells.</summary>
    /// <param name="next">The trigger after it, if any.</param>
    public bool IsPart(Draft draft, Candidate candidate, List<Candidate> before, Candidate? next) => draft.Act switch
    {
        // "ra tuyên bố chung lên án …": what the statement says is what they did.
        "agree" when next is not null && IsStatement(candidate) && Modality.IsWord(next.Frame.Act) => true,
        // "chỉ trích và bày tỏ quan ngại việc Nga tăng quân": the second word says of whom both are.
        "criticize" or "accuse" when next is { Frame.Stance: false } && next.Frame.Act == draft.Act && next.First - candidate.HeadEnd == 1 && candidate.HeadEnd == candidate.Last => true,
        // "trục xuất 20 nhà ngoại giao, yêu cầu họ phải rời đi trong 24 giờ": the order is part of the deed that it orders.
        "demand" when drafts.Exists(other => other.Sentence == number && IsOrdered(other.Act) && IsAlike(other, draft)) => true,
        // "EU chỉ trích …, cho rằng điều này hoàn toàn vô căn cứ": blame goes on, and nothing is denied.
        "deny" when candidate.Frame.Form != "verb" && drafts.Exists(other => other.Sentence == number && other.Act == "criticize" && IsAlike(other, draft)) => true,
        // "cáo buộc Mỹ … cố tình …": the evaluation is part of the accusation already told.
        _ => candidate.Frame is { Stance: true, Act: not ("threaten" or "reject") } && before.Exists(other => other.Frame is { Act: "accuse" or "accuse-breach" or "criticize", Form: "verb", Stance: false }),
    };

    /// <summary>Takes back what a draft tells better.</summary>
    public void Replace(Draft draft)
    {
        // "Cuộc chiến nổ ra ngày 7/10/2023, khi Hamas tấn công Israel": who struck whom is the same fight told better.
        if (draft is { Act: "attack", Target.Count: > 0 }) drafts.RemoveAll(other => other.Sentence == number && other is { Act: "attack", Target.Count: 0, Source.Count: 2 } && other.Source.ToHashSet().SetEquals(draft.Source.Concat(draft.Target)));
        if (IsOrdered(draft.Act)) drafts.RemoveAll(other => other.Sentence == number && other.Act == "demand" && IsAlike(draft, other));
    }

    /// <summary>"dọa đóng cửa đại sứ quán": the deed that is threatened tells the threat.</summary>
    public void ReplaceThreat(Draft deed) => drafts.RemoveAll(other => other.Act == "threaten" && other.Sentence == number && other.Source.SequenceEqual(deed.Source));

    /// <summary>"yêu cầu … rút 55 nhà ngoại giao": what a deed is measured by measures the demand for it.</summary>
    public void Measure(Candidate demand, IReadOnlyList<Quantity> amounts)
    {
        var at = amounts.Count == 0 ? -1 : drafts.FindLastIndex(draft => draft.Sentence == number && draft.Trigger.Start == sentence.Tokens[demand.First].Start);
        if (at >= 0) drafts[at] = drafts[at] with { Quantities = [.. drafts[at].Quantities.Concat(amounts).DistinctBy(one => (one.Value, one.Unit))] };
    }

    /// <summary>Deeds that are done by ordering them.</summary>
    private static bool IsOrdered(string act) => act is "expel" or "limit-staff" or "close-mission";

    private static bool IsAlike(Draft deed, Draft order) => deed.Source.SequenceEqual(order.Source) && (order.Target.Count == 0 || deed.Target.SequenceEqual(order.Target));

    /// <summary>Whether the head names a statement ("ra tuyên bố chung").</summary>
    private bool IsStatement(Candidate candidate) => sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "words-of" } && word.First >= candidate.First && word.Last <= candidate.Last);
}
