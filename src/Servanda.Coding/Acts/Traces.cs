// What a sentence leaves in the story's memory for those after it.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Writes what was told and who was named into the memory of the story.</summary>
internal static class Traces
{
    /// <summary>What later words can answer: an accusation, a request, a deed.</summary>
    public static void Keep(Draft draft, StoryMemory memory)
    {
        memory.Told.Add(draft.Act);
        // What a complaint is about is no matter that later words answer.
        memory.Matter(draft.Source, draft.Frame.Objects.Contains("court") ? null : draft.Agreement);
        if (draft is { Act: "meet" or "negotiate" or "agree" or "sign", Source.Count: >= 2, Polarity: Polarity.Affirmed }) memory.LastMet = draft.Source;
        if (draft.Act is "accuse" or "accuse-breach" or "criticize") memory.Accusers.Add(draft.Source, draft.Target);
        else if (draft.Act is "demand" or "appeal" or "propose") memory.Askers.Add(draft.Source, draft.Target);
        else if (!Modality.IsWord(draft.Act) || draft.Act == "announce-withdrawal") memory.Did(draft.Act, draft.Source);
        if (Effects.IsLeaving(draft.Act) && draft.Source.Count > 0 && draft.Polarity == Polarity.Affirmed) memory.Leaver = new(draft.Source, draft.Agreement);
        if (draft.Act is "criticize" or "support" or "appeal") memory.Judged(draft.Source);
        memory.Blame(draft.Act, draft.Source, draft.Target);
        // "ra lệnh bắt … với cáo buộc …": who is punished is accused.
        if (draft.Act is "coerce" or "sanction" or "expel" or "summon") memory.Accusers.Add(draft.Source, draft.Target);
    }

    /// <summary>Who was named, alone and in one breath, who spoke, and of which agreement.</summary>
    /// <param name="outside">Whether a token stands outside quotations.</param>
    /// <param name="fronted">Whether an actor is named on the way to the sentence's own clause.</param>
    /// <param name="doer">The state that did what the sentence told last: "nước này" after it.</param>
    public static void Leave(PhraseSet phrases, Func<int, bool> outside, Func<ActorPhrase, bool> fronted, string? doer, Attribution attribution, Regimes regimes, StoryMemory memory)
    {
        ActorPhrase? subject = null;
        var named = new List<string>();
        foreach (var actor in phrases.Actors)
        {
            if (actor.Governor == Governor.Bare && outside(actor.First) && (subject is null || fronted(subject) && actor.Codes.Count > 0 && !fronted(actor))) subject = actor;
            foreach (var code in actor.Codes)
            {
                if (regimes.IsBody(code)) memory.NameBody(code);
                if (!named.Contains(code)) named.Add(code);
            }
        }
        LastState(phrases, subject, doer, regimes, memory);
        Together(phrases, subject, named, memory);
        if (named.Count >= 2) (memory.LastPair, memory.IsPairFresh) = (named.Take(2).ToList(), true);
        else if (memory.LastPair.Count < 2) memory.LastPair = memory.MostMentioned.Take(2).ToList();
        if (attribution.From.LastOrDefault().Speaker is { Codes.Count: > 0 } said) memory.LastSpeaker = said.Codes;
        if (phrases.Agreements.LastOrDefault(one => one.Id is not null) is { } agreement) memory.LastAgreement = agreement.Id;
    }

    private static void LastState(PhraseSet phrases, ActorPhrase? subject, string? doer, Regimes regimes, StoryMemory memory)
    {
        bool IsState(ActorPhrase one) => one.Codes.Count == 1 && !regimes.IsBody(one.Codes[0]);
        if (subject is { Codes.Count: > 0 })
        {
            memory.LastSubject = subject;
            if (IsState(subject)) memory.LastState = subject.Codes[0];
        }
        else if (phrases.Actors.LastOrDefault(IsState) is { } last)
        {
            memory.LastState = last.Codes[0];
        }
        memory.LastState = doer ?? memory.LastState;
    }

    private static void Together(PhraseSet phrases, ActorPhrase? subject, List<string> named, StoryMemory memory)
    {
        // "hiệp định giữa Việt Nam và EAEU": whom an agreement or a trade lies between are no two of the story's, where a body is one that the story is not about.
        if (phrases.Actors.LastOrDefault(one => one is { Codes.Count: 2, IsPronoun: false } && (one.Governor == Governor.Bare || one.Governor == Governor.Between && one.Codes.All(memory.IsSide))) is { } joint) memory.LastJoint = joint.Codes;
        else if (phrases.Actors.LastOrDefault(one => one is { IsBoth: true, Codes.Count: 2 }) is { } meant) memory.LastJoint = meant.Codes;
        // "Mỹ cáo buộc Bắc Hàn chuyển cho Nga …. Hai nước này phủ nhận": the two that somebody speaks of.
        else if (subject is { Codes.Count: 1 } && named.Except(subject.Codes).ToList() is { Count: 2 } others && others.All(memory.IsSide)) memory.LastJoint = others;
        foreach (var group in phrases.Actors.Where(one => one is { Codes.Count: > 1, IsPronoun: false, Governor: not Governor.Owner })) memory.Group(group.Codes);
    }
}
