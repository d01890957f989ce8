// What a sentence says is to be done, which nobody has done by its being said.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Duties that are laid upon somebody: "Nga phải rút quân, dừng tập trận và ký …", "cần thiết phải nối lại …".</summary>
internal sealed partial class Asides
{
    /// <summary>How far behind a word of duty the deeds of a list may go on, in tokens.</summary>
    private const int Duties = 40;

    /// <summary>How far behind a word of saying the duty may stand, in tokens: between them is only who has it.</summary>
    private const int Laid = 5;

    /// <summary>Whether a deed is only what somebody says is to be done, or what stands among the conditions of an offer.</summary>
    private bool IsDuty(Told told)
    {
        var (candidate, clause) = (told.Candidate, told.Clause);
        if (!words.MayHave("duty")) return false;
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not FunctionEntry { Role: "duty" } || word.Last > candidate.First || candidate.First - word.Last > Duties || sentence.Quotes[word.First] != clause.Quote || IsForced(word)) continue;
            var isLaid = word.Length > 1 || IsOthersWord(word, told) || clause.Quote > 0 || Triggers.ClauseAt(clauses, word.First) is >= 0 and var own && clauses[own].Kind == ClauseKind.That
                || phrases.Things.Any(one => one.Class is "demand" or "terms" or "proposal" or "obligation" && one.Last <= word.First);
            if (isLaid && (candidate.First - word.Last <= 1 || GoesOn(word, candidate, clause))) return true;
        }
        return false;
    }

    /// <summary>"Ông nói Nga phải rút quân", "Nga phải rút quân, Ngoại trưởng Đức nói": whoever lays the duty upon another.</summary>
    private bool IsOthersWord(LexiconMatch duty, Told told) =>
        told.Speaker.Codes.Count > 0 && !told.Speaker.Codes.Any(told.Source.Contains)
        || sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } && word.Last <= duty.First && duty.First - word.Last <= Laid);

    /// <summary>"buộc phải rút", "đã phải đưa quân", "phải hứng chịu": what one had to do or to bear is so.</summary>
    private bool IsForced(LexiconMatch duty) =>
        words.Before(duty.First, "forced") is not null || words.At(duty.Last - 1, "forced") is not null || words.EndingAt(duty.First).Any(IsTense);

    /// <summary>Whether a deed stands in a list that opens with a duty: nobody else acts in between, and no word tells it as done.</summary>
    private bool GoesOn(LexiconMatch duty, Candidate candidate, Clause clause) =>
        clause.Kind is ClauseKind.Also or ClauseKind.Main or ClauseKind.That && candidate.First - clause.First <= 2
        && !phrases.HasSubject(clause.First, candidate.First)
        && !sentence.Words.Any(word => word.First >= duty.Last && word.Last <= candidate.First && (word.Entry is AttributionEntry || IsTense(word)));
}
