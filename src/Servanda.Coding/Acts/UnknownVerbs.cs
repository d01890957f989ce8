// Words that stand where a verb stands after an actor and that no entry of the lexicon knows: what the frames lack, without any gold.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// A cue that governs the next verb ("đã", "sẽ", "không", "vừa") or a passive ("bị", "được") shows where a verb begins; the actor who does it stands shortly before, with no mark
/// between. Verbs without a cue are not looked for, since most of what follows a name is none.
/// </summary>
internal static class UnknownVerbs
{
    /// <summary>How far before the cue the actor may end, in tokens.</summary>
    private const int Reach = 6;

    /// <summary>Most verbs are written in two syllables.</summary>
    private const int Syllables = 2;

    public static List<string> Of(AnnotatedStory story)
    {
        var unknown = new List<string>();
        foreach (var sentence in story.Sentences) Add(unknown, story.Story.Text, sentence);
        return unknown;
    }

    private static void Add(List<string> unknown, string text, Sentence sentence)
    {
        var cues = Cues(sentence);
        if (cues.Count == 0) return;
        var known = Known(sentence);
        foreach (var cue in cues)
        {
            if (!IsUnknown(cue.Last) || !HasActor(sentence, cue.First)) continue;
            var last = cue.Last;
            while (last + 1 - cue.Last < Syllables && IsUnknown(last + 1)) last++;
            unknown.Add(text[sentence.Tokens[cue.Last].Start..sentence.Tokens[last].End].ToLower(CultureInfo.InvariantCulture));
        }

        bool IsUnknown(int token) => token < known.Length && !known[token] && sentence.Tokens[token] is { Kind: TokenKind.Word, Upper: false };
    }

    /// <summary>The words that stand before verbs, by where they end; of those that end together the first.</summary>
    private static List<LexiconMatch> Cues(Sentence sentence)
    {
        var cues = new List<LexiconMatch>();
        foreach (var word in sentence.Words)
        {
            if (!IsBeforeVerb(word)) continue;
            var place = cues.Count;
            while (place > 0 && cues[place - 1].Last > word.Last) place--;
            if (place == 0 || cues[place - 1].Last != word.Last) cues.Insert(place, word);
        }
        return cues;
    }

    private static bool HasActor(Sentence sentence, int cue)
    {
        foreach (var name in sentence.Names)
            if (name.Last <= cue && cue - name.Last <= Reach && name.Entry is ActorEntry { Form: not ActorForm.Demonym } or PersonEntry && !sentence.HasMark(name.Last, cue)) return true;
        return false;
    }

    private static bool IsBeforeVerb(LexiconMatch word) =>
        word.Entry is CueEntry { Scope: "next-verb" } or FunctionEntry { Role: "passive" };

    /// <summary>Tokens at which the lexicon, a date or a number has something.</summary>
    private static bool[] Known(Sentence sentence)
    {
        var known = new bool[sentence.Tokens.Count];
        foreach (var word in sentence.Words) Mark(word.First, Math.Max(word.Last, word.Reach));
        foreach (var name in sentence.Names) Mark(name.First, Math.Max(name.Last, name.Reach));
        foreach (var date in sentence.Dates) Mark(date.First, date.Last);
        foreach (var number in sentence.Numbers) Mark(number.First, number.Last);
        return known;

        void Mark(int first, int end)
        {
            for (var i = first; i < Math.Min(end, known.Length); i++) known[i] = true;
        }
    }
}
