// An act that is told by pointing at another: "Anh cũng có động thái tương tự", "Campuchia đáp lại y như vậy".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the act that somebody repeats, or returns to him who did it.</summary>
internal sealed class Likewise(Sentence sentence, int number, WordIndex words, List<Clause> clauses, PhraseSet phrases, IReadOnlyDictionary<string, ActDefinition> acts, Dating dating)
{
    /// <summary>How many sentences back a deed was told that "nối gót" or "đáp lại y như vậy" repeats.</summary>
    private const int Answerable = 3;

    /// <summary>How many words may stand between a cue of what is to come and the word that points.</summary>
    private const int Near = 3;

    public static bool IsWord(LexiconMatch word) => word.Entry is FunctionEntry { Role: "likewise" or "in-kind" };

    /// <summary>The act told so; null where the sentence points at none.</summary>
    public Draft? After(List<Draft> drafts)
    {
        if (drafts.Count == 0 || sentence.Words.FirstOrDefault(IsWord) is not { Entry: not null } word) return null;
        var clause = Triggers.ClauseAt(clauses, word.First);
        // "làm theo lệnh Moscow": what is followed is said, and it is no deed of another's.
        if (word.Last < sentence.Tokens.Count && Subjects.IsPlain(sentence, word.Last) || words.At(word.Last, "nominal") is not null) return null;
        if (clause < 0 || clauses[clause].Kind == ClauseKind.If || IsAsked(clauses[clause], word)) return null;
        if (Subjects.Of(clauses, clause, word.First, phrases, sentence, new HashSet<ActorPhrase>()) is not { Codes.Count: > 0 } subject) return null;
        var isInKind = word.Entry is FunctionEntry { Role: "in-kind" };
        if (Model(drafts, subject, isInKind, !isInKind && words.At(word.First, "so-too") is not null) is not { } model || model.Source.ToHashSet().SetEquals(subject.Codes)) return null;
        // "UAE lập quan hệ với Israel, rồi Bahrain cũng vậy": with the same partner.
        var isMutual = acts.TryGetValue(model.Act, out var known) && known.Symmetric && model.Source.Count == 2 && !model.Source.Any(subject.Codes.Contains);
        var when = dating.At(word.First);
        return model with
        {
            Source = isMutual ? [.. subject.Codes, model.Source[1]] : subject.Codes,
            Target = isInKind || model.Target.Intersect(subject.Codes).Any() ? model.Source : model.Target,
            Person = subject.Person,
            Quantities = Amounts.After(word.Last, model.Act, sentence),
            Evidence = [sentence.Span],
            Lines = [sentence.Block.Line],
            Block = sentence.Block.Kind,
            Sentence = number,
            When = when?.Mention ?? model.When,
            Date = when is null ? model.Date : when.Date,
            Status = IsPlanned(word) ? ReportStatus.Intended : model.Status,
            Rules = ["vi.likewise"],
            Trigger = new(sentence.Tokens[word.First].Start, sentence.Tokens[word.Last - 1].End),
            Answers = null,
        };
    }

    /// <summary>The act that is pointed at: the last deed, else the last words of another.</summary>
    /// <param name="isAnything">Whether the word names no step ("cũng vậy"), so that words told last can be meant as well.</param>
    private Draft? Model(List<Draft> drafts, ActorPhrase subject, bool isInKind, bool isAnything)
    {
        // "Campuchia đáp lại y như vậy": what was done to it, it does to him who did it.
        var suffered = isInKind ? drafts.FindLast(one => IsNear(one) && one.Target.Intersect(subject.Codes).Any() && !one.Source.Intersect(subject.Codes).Any()) : null;
        var step = drafts.FindLast(one => !Modality.IsWord(one.Act) && IsNear(one));
        // "Nicaragua cắt quan hệ …. Brazil lên án vụ việc. Peru cũng vậy.": it joins the last who spoke.
        if (isAnything && step is not null && drafts[^1].Sentence > step.Sentence && number - drafts[^1].Sentence == 1 && !drafts[^1].Source.SequenceEqual(subject.Codes)) step = null;
        if (isInKind && suffered is null && step is null) return null;
        var last = suffered
            ?? (step is null ? drafts.FindLast(one => !one.Source.SequenceEqual(subject.Codes)) ?? drafts[^1] : drafts.First(one => one.Sentence == step.Sentence && !Modality.IsWord(one.Act) && one.Source.SequenceEqual(step.Source)));
        // "Ai Cập lên án Israel tấn công Rafah, Jordan cũng vậy": it joins those who speak of the deed, and not him who did it.
        return drafts.Find(one => one.Sentence == last.Sentence && one.Trigger.Start < last.Trigger.Start && Modality.IsWord(one.Act) && one.Target.SequenceEqual(last.Source)) ?? last;
    }

    private bool IsNear(Draft draft) => number - draft.Sentence <= Answerable;

    /// <summary>"đề nghị phía Mỹ làm tương tự": what one is asked to do is not done.</summary>
    private bool IsAsked(Clause clause, LexiconMatch word) =>
        sentence.Words.Any(other => other.Entry is FrameEntry { Frame: { Act: "demand" or "appeal" or "propose", Form: not "noun" } } && other.First >= clause.First && other.Last <= word.First);

    /// <summary>"Lithuania sẽ có bước đi tương tự": another's deed was done, this one is still to come.</summary>
    private bool IsPlanned(LexiconMatch word) => sentence.Words.Any(cue => cue.Entry is CueEntry { Cue: "future" or "intended" } && cue.Last <= word.First && word.First - cue.Last <= Near);
}
