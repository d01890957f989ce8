// Verbs that need no typed object: who does it stands right before them, and another actor behind.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// Words that say one act only ("trục xuất", "bắt giữ", "khước từ") are believed without a noun of a known class where their roles are filled: a subject right before and another actor, or what is
/// another's, behind; in the passive the agent right before.
/// </summary>
internal static class PlainVerbs
{
    /// <summary>Acts for which that pays. Verbs of giving, taxing, passing laws and moving are too many other things.</summary>
    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal) { "expel", "reject", "propose", "coerce", "attack", "recall", "summon", "suspend", "pull-back", "resume", "lift-sanction" };

    /// <summary>How far behind a verb of force the actor may stand whom it strikes, in tokens.</summary>
    private const int Near = 3;

    public static bool IsPlain(Frame frame, LexiconMatch match, Clause clause, int end, bool passive, Sentence sentence, WordIndex words, PhraseSet phrases)
    {
        if (frame is not { Form: "verb" or "light-verb", Source: Slot.Subject } || !Acts.Contains(frame.Act) || match.Reach != match.Last || match.Length < 2 && frame.Act != "expel" || words.At(match.First, "nominal") is not null) return false;
        return HasRoles(frame, match, clause, end, passive, sentence, words, phrases);
    }

    /// <summary>Whether who does it, and to whom, stands where such a verb has them.</summary>
    private static bool HasRoles(Frame frame, LexiconMatch match, Clause clause, int end, bool passive, Sentence sentence, WordIndex words, PhraseSet phrases)
    {
        foreach (var other in sentence.Words)
            if (other.First <= match.First && match.Last <= other.Last && other.Entry is FrameEntry { Frame: var rival } && rival.Act != frame.Act) return false;
        // "trục xuất một công dân Ukraine", "bắt giữ trùm ma túy Mexico": who is only somebody's citizen, or a criminal, is no envoy and no prize.
        if (!passive && phrases.Things.Any(one => one.Class is "citizen" or "crime" && one.First >= match.Last && one.First - match.Last <= 2)) return false;
        if (passive) return phrases.Actors.Any(one => one.Last <= match.First && match.First - one.Last <= 2 && one.Codes.Count > 0);
        var at = match.First;
        while (at > clause.First && Before(sentence, words, at) is var before && before < at) at = before;
        if (phrases.Actors.FirstOrDefault(one => one.Last == at && one.Governor == Governor.Bare && one.Codes.Count > 0) is not { } subject) return false;
        if (frame.Act is "coerce" or "attack") end = Math.Min(end, match.Last + Near);
        return phrases.Actors.Any(one => one.First >= match.Last && one.First < end && one.Governor != Governor.According && one.Codes.Any(code => !subject.Codes.Contains(code)))
            || phrases.Things.Any(one => one.First >= match.Last && one.First < end && one.Owners.Any(code => !subject.Codes.Contains(code)));
    }

    /// <summary>Where a word begins that ends at a token and may stand between a subject and its verb: a cue, an adverb of time, a date, a verb of saying. The token itself where none does.</summary>
    private static int Before(Sentence sentence, WordIndex words, int at)
    {
        var first = at;
        foreach (var word in words.EndingAt(at))
            if (word.Entry is CueEntry or FunctionEntry { Role: "present" or "repeated" or "earlier" or "only" } or AttributionEntry { Kind: "verb" } && word.First < first) first = word.First;
        foreach (var date in sentence.Dates)
            if (date.Last == at && date.First < first) first = date.First;
        return first;
    }
}
