// Under which other verb a verb stands, and what that makes of it.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the verb that governs another: "kêu gọi Mỹ dừng …", "cáo buộc Nga tấn công …"; and the chain of verbs that makes one act.</summary>
internal sealed class Governing(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    /// <summary>The verb that this one stands under ("ký nhân cuộc gặp thượng đỉnh" only says when): to its left, in the same clause or in the one that "việc", "rằng" or "để" continues.</summary>
    public Candidate? Of(Candidate candidate, List<Candidate> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var other = before[i];
            if (other.Frame.Form == "noun" || candidate.Frame.Form == "noun" && words.EndingAt(candidate.First).Any(word => word.Entry is FunctionEntry { Role: "occasion" })) continue;
            if (other.Clause == candidate.Clause && other.HeadEnd <= candidate.First && IsTopic(other, candidate)) continue;
            if (other.Clause == candidate.Clause && other.HeadEnd <= candidate.First) return other;
            if (other.Clause == candidate.Clause - 1 && clauses[candidate.Clause] is { Kind: ClauseKind.That, OpensByMark: false }) return other;
        }
        return null;
    }

    /// <summary>"Đề xuất ngừng bắn của Ukraine bị Nga gạt đi": what opens its clause without a subject, before a passive, is what the passive is told of, and governs nothing.</summary>
    private bool IsTopic(Candidate other, Candidate candidate) =>
        other.First - clauses[other.Clause].First <= 1 && !phrases.Actors.Any(one => one.First >= clauses[other.Clause].First && one.Last <= other.First)
        && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "passive" } && word.First >= other.HeadEnd && (word.Last <= candidate.First || word.First == candidate.First));

    /// <summary>
    /// The demand that a list of deeds goes on under: "hối thúc Mỹ tuân thủ …, dừng bán vũ khí …, chấm dứt …". Words, and deeds that have a subject or a tense of their own, are the speaker's.
    /// </summary>
    public Candidate? Listed(Candidate candidate, List<Candidate> above)
    {
        var clause = clauses[candidate.Clause];
        if (candidate.Clause == 0 || clause.Kind is not (ClauseKind.Main or ClauseKind.Also or ClauseKind.That)) return null;
        // "…, cũng như chấm dứt việc tăng cường lực lượng": what a verb of the list takes goes with it.
        if (clause.Kind == ClauseKind.That ? clause.OpensByMark || candidate.First - clause.First > 2 : clause.First != candidate.First && !IsConnective(clause.First, candidate.First)) return null;
        if (Modality.IsWord(candidate.Frame.Act) || candidate.Frame.Form == "noun") return null;
        if (sentence.Words.Any(word => word.First >= clause.First && word.First < candidate.First && word.Entry is FunctionEntry { Role: "also" } && word.Length > 1)) return null;
        return above.LastOrDefault(other => other.Clause < candidate.Clause && other.Frame is { Act: "appeal" or "demand", Form: not ("noun" or "predicate") }
            && Enumerable.Range(other.Clause + 1, candidate.Clause - other.Clause).All(between => clauses[between].Quote == clauses[other.Clause].Quote
                && !phrases.Actors.Any(actor => actor.First >= clauses[between].First && actor.First <= clauses[between].First + 1 && actor is { Governor: Governor.Bare, Codes.Count: > 0 })
                && clauses[between].Kind is ClauseKind.Main or ClauseKind.Also or ClauseKind.That));
    }

    /// <summary>Whether a state tells its own people to do it: "sắc lệnh yêu cầu Ngoại trưởng Mỹ dừng …" is that state's plan and no demand on another.</summary>
    public bool IsOrder(Candidate demand, IReadOnlyList<string> source) =>
        phrases.IsToOwnForces(demand, words) || phrases.Actors.FirstOrDefault(actor => actor.First >= demand.HeadEnd && actor.First - demand.HeadEnd <= 2) is { Codes.Count: > 0 } told && (told.Codes.All(source.Contains)
            || source.Count == 0 && !phrases.Actors.Any(actor => actor.Last <= demand.First && actor.First >= clauses[demand.Clause].First && actor.Governor == Governor.Bare));

    private bool IsConnective(int first, int last) => words.StartingAt(first).Any(word => word.Last == last && word.Entry is FunctionEntry { Role: "also" or "and" });

    /// <summary>The chain that a verb is the end of: its head stands before, in the clause or in the one that "việc" or "để" continues. The nearest counts.</summary>
    public ChainRule? Chain(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        var from = clause is { Kind: ClauseKind.That or ClauseKind.Purpose, OpensByMark: false } && candidate.Clause > 0 ? clauses[candidate.Clause - 1].First : clause.First;
        ChainRule? nearest = null;
        foreach (var word in sentence.Words)
            if (word.Entry is ChainEntry { Rule: var rule } && word.First >= from && word.Last <= candidate.First && candidate.First - word.Last <= 9 && rule.Acts.Contains(candidate.Frame.Act)) nearest = rule;
        return nearest;
    }

    /// <summary>The act that the verb makes with the chain it ends, how real, and the chain's rule.</summary>
    public (string Act, ReportStatus Status, string? Rule) Chained(Candidate candidate, ReportStatus status, Polarity polarity)
    {
        if (candidate.IsEffect) return (candidate.Frame.Act, status, null);
        // "không có ý định rút khỏi …": nothing is announced, a plan is denied.
        if (candidate.Frame.Act is "withdraw" or "announce-withdrawal" && status == ReportStatus.Intended && polarity == Polarity.Denied) return ("withdraw", status, null);
        // "không cân nhắc đóng cửa …": a denied plan is no threat.
        var isNoPlan = status == ReportStatus.Intended && polarity == Polarity.Denied;
        if (Chain(candidate) is { } rule && !(isNoPlan && rule.Status is not null))
            return (rule.Becomes == "same" ? candidate.Frame.Act : rule.Becomes, rule.Status ?? (rule.Becomes == "same" ? status : ReportStatus.Occurred), rule.Id);
        if (candidate.Frame.Act == "withdraw" && status == ReportStatus.Intended && clauses[candidate.Clause].Kind != ClauseKind.After) return ("announce-withdrawal", ReportStatus.Occurred, null);
        // "… tuyên bố sẽ rút nếu …" announces nothing yet.
        if (candidate.Frame.Act == "announce-withdrawal" && clauses.Any(one => one.Kind == ClauseKind.If)) return (candidate.Frame.Act, ReportStatus.Conditional, null);
        return (candidate.Frame.Act, status, null);
    }

}
