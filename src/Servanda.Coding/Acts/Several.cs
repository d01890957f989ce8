// Where one telling is of several acts: each of the doers, each with its number, each partner, each day.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Makes of one draft the reports that its sentence tells with it.</summary>
internal sealed class Several(Sentence sentence, List<Clause> clauses, PhraseSet phrases, IReadOnlyDictionary<string, ActDefinition> acts, Dating dating)
{
    /// <summary>The drafts that a draft stands for, itself or its shares first.</summary>
    public IEnumerable<Draft> Of(Draft draft, Candidate candidate)
    {
        var isMutual = acts.TryGetValue(draft.Act, out var known) && known.Symmetric;
        if (Amounts.Shares(candidate, draft.Quantities, sentence, phrases) is { Count: > 1 } shares)
            foreach (var (to, amounts) in shares) yield return draft with { Target = to.Codes, Quantities = amounts };
        else if (draft.Source.Count > 1 && !isMutual && IsEach(candidate))
            foreach (var code in draft.Source) yield return draft with { Source = [code] };
        else yield return draft;
        foreach (var other in ByOthers(draft, candidate)) yield return other;
        if (isMutual && draft.Source.Count == 2)
            foreach (var partner in Partners.Further(candidate, draft.Source, sentence, clauses, phrases)) yield return At(partner, draft with { Source = [draft.Source[0], .. partner.Codes] });
        foreach (var day in dating.Further(candidate)) yield return draft with { When = day.Mention, Date = day.Date, Quantities = Amounts.Apiece(draft.Quantities, sentence) };
    }

    /// <summary>"Pháp trục xuất 35 nhà ngoại giao Nga, Đức 40, Ý 30".</summary>
    private IEnumerable<Draft> ByOthers(Draft draft, Candidate candidate)
    {
        if (draft is not { Quantities: [var amount], Source.Count: 1 }) return [];
        return ByNumber.After(candidate.Clause, sentence, clauses, phrases).Select(other => At(other.Doer, draft with
        {
            Source = other.Doer.Codes,
            Target = [.. draft.Target.Except(other.Doer.Codes)],
            Person = other.Doer.Person,
            Quantities = [amount with { Value = other.Value }],
        }));
    }

    /// <summary>A draft that stands where an actor is named, and answers nothing.</summary>
    private Draft At(ActorPhrase actor, Draft draft) => draft with { Trigger = new(sentence.Tokens[actor.First].Start, sentence.Tokens[actor.Last - 1].End), Answers = null };

    /// <summary>"… mỗi nước trục xuất …": one act each.</summary>
    private bool IsEach(Candidate candidate) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "each" } && word.First >= clauses[candidate.Clause].First && word.Last <= candidate.First);
}
