// What stands round a head that can prove that its act is meant: things, agreements, actors, before it and behind.
using Servanda.Model;

namespace Servanda.Coding;

/// <remarks>Hot: asked of every head of a frame, and most heads are not meant. Hence loops, and no closures that are made before the first question.</remarks>
public static partial class Triggers
{
    private static ThingPhrase? ThingBehind(Frame frame, LexiconMatch match, int end, PhraseSet phrases)
    {
        foreach (var one in phrases.Things)
            if (one.First >= match.First && one.First < end && !(one.First == match.First && one.Last <= match.Last) && frame.Takes(one.Class)) return one;
        return null;
    }

    private static AgreementPhrase? AgreementBehind(LexiconMatch match, int end, PhraseSet phrases)
    {
        foreach (var one in phrases.Agreements)
            if (one.Last > match.First && one.First < end && one.First >= match.First) return one;
        return null;
    }

    private static ActorPhrase? ActorBehind(LexiconMatch match, int end, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one.First >= match.Last && one.First < end) return one;
        return null;
    }

    /// <summary>The last thing that fits before a head and not before a token.</summary>
    private static ThingPhrase? ThingAhead(Frame frame, LexiconMatch match, int start, PhraseSet phrases)
    {
        for (var at = phrases.Things.Count - 1; at >= 0; at--)
            if (phrases.Things[at] is var one && one.Last <= match.First && one.First >= start && frame.Takes(one.Class)) return one;
        return null;
    }

    private static AgreementPhrase? AgreementAhead(LexiconMatch match, int start, PhraseSet phrases)
    {
        for (var at = phrases.Agreements.Count - 1; at >= 0; at--)
            if (phrases.Agreements[at] is var one && one.Last <= match.First && one.Last > start) return one;
        return null;
    }

    /// <summary>The first agreement that begins between two tokens, both included.</summary>
    private static AgreementPhrase? AgreementFrom(int first, int last, PhraseSet phrases)
    {
        foreach (var one in phrases.Agreements)
            if (one.First >= first && one.First <= last) return one;
        return null;
    }

    /// <summary>A place that belongs to somebody, right behind a head: "phong tỏa Dải Gaza".</summary>
    private static bool HasLandBehind(LexiconMatch match, PhraseSet phrases)
    {
        foreach (var one in phrases.Things)
            if (one.Land is not null && one.First - match.Last is >= 0 and <= 2) return true;
        return false;
    }

    /// <summary>The organisation that stands where the last part of a head with a gap ends.</summary>
    private static ActorPhrase? BodyAtEnd(LexiconMatch match, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one is { IsBody: true, Codes.Count: 1 } && (one.First - match.Reach is 0 or 1 || one.Last == match.Reach) && one.Governor is not Governor.To) return one;
        return null;
    }

    /// <summary>Whether the sentence has told of a frame's act before.</summary>
    private static bool IsToldBefore(Frame frame, LexiconMatch match, Sentence sentence)
    {
        foreach (var word in sentence.Words)
            if (word.Last <= match.First && word.Entry is FrameEntry other && other.Frame.Act == frame.Act) return true;
        return false;
    }

    private static bool HasDateAt(Sentence sentence, int token)
    {
        foreach (var date in sentence.Dates)
            if (date.First == token) return true;
        return false;
    }

    /// <summary>Whether somebody who is named himself stands shortly before a head, in its clause.</summary>
    private static bool HasSpeakerBefore(LexiconMatch match, Clause clause, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one is { Governor: Governor.Bare, Codes.Count: > 0, IsOffice: false } && one.First >= clause.First && one.Last <= match.First && match.First - one.Last <= 3) return true;
        return false;
    }

    /// <summary>Whether anybody stands before a head in its clause who is governed by nothing.</summary>
    private static bool HasPatientBefore(LexiconMatch match, Clause clause, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one.Last <= match.First && one.First >= clause.First && one.Governor == Governor.Bare) return true;
        return false;
    }

    private static bool HasOfficeBehind(LexiconMatch match, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one is { IsOffice: true, Codes.Count: > 0 } && one.First - match.Last is 0 or 1) return true;
        return false;
    }

    /// <summary>Whether a negation stands right before a head.</summary>
    private static bool IsNegated(LexiconMatch match, WordIndex words)
    {
        foreach (var word in words.EndingAt(match.First))
            if (word.Entry is CueEntry { Cue: "negation" }) return true;
        return false;
    }

    /// <summary>Whether two sides of what only sides do stand in the clause: "giữa A và B" for a noun, two subjects for a verb.</summary>
    private static bool AreParties(Frame frame, LexiconMatch match, Clause clause, int end, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one.First >= clause.First && one.First < end
                && (one.Governor == Governor.Between || one.Governor == Governor.Bare && one.Codes.Count >= 2 && one.Last <= match.First && frame.Form == "verb")) return true;
        return false;
    }

    /// <summary>How well an actor stands where the frame wants its target: right after the head, or as owner, companion or place further on.</summary>
    private static double Aimed(Frame frame, LexiconMatch match, int end, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
        {
            if (one.First < match.Last || one.First >= end) continue;
            var proof = frame.Target switch
            {
                Slot.Object when match.Reach == match.Last => one.First - match.Last <= 1 || one.Governor == Governor.Place && one.First - match.Last == 2 && frame.Act == "attack" ? 5 : 0,
                // "bác kháng cáo của Mỹ": whatever it is, another's is refused or denied.
                Slot.OwnerOfObject when frame.Act is "reject" or "deny" && match.Reach == match.Last => one.Governor == Governor.Owner && one.First - match.Last <= OwnerReach ? 3 : 0,
                // "chốt với Mỹ": far behind a verb it is something else that is done with somebody ("đạt được sự cân bằng với NATO").
                Slot.With => one.Governor is Governor.With && frame.Act != "deploy" && (frame.Act != "agree" || one.First - match.Reach <= WithReach) ? 3 : 0,
                Slot.Towards => one.Governor is Governor.Against ? 3 : 0,
                Slot.To => one.Governor is Governor.To ? 2 : 0,
                _ => 0,
            };
            if (proof > 0) return proof;
        }
        return 0;
    }

    /// <summary>The words that make a verb behind them passive.</summary>
    private static List<LexiconMatch> Passives(Sentence sentence, WordIndex words) =>
        words.MayHave("passive") || words.MayHave("receives") ? sentence.Words.FindAll(word => word.Entry is FunctionEntry { Role: "passive" or "receives" }) : [];

    /// <summary>Whether "bị" or "được" stands before the head, with at most an agent between.</summary>
    private static bool IsPassive(List<LexiconMatch> passives, int first, PhraseSet phrases)
    {
        foreach (var word in passives)
            if (word.Last <= first && (first - word.Last <= 8 || HasAgent(phrases, word.Last, first))) return true;
        return false;
    }

    /// <summary>Whether an actor fills what stands between the mark of a passive and the head.</summary>
    private static bool HasAgent(PhraseSet phrases, int mark, int first)
    {
        foreach (var one in phrases.Actors)
            if (one.First - mark is 0 or 1 && first - one.Last is >= 0 and <= 2) return true;
        return false;
    }

    /// <summary>Whether a token stands inside a phrase that names a person.</summary>
    private static bool IsInPerson(int token, PhraseSet phrases)
    {
        foreach (var one in phrases.Actors)
            if (one.Person is not null && one.First < token && token < one.Last) return true;
        return false;
    }
}
