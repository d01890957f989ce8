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

    public static IEnumerable<string> Of(AnnotatedStory story) => story.Sentences.SelectMany(sentence => Of(story.Story.Text, sentence));

    private static IEnumerable<string> Of(string text, Sentence sentence)
    {
        if (!sentence.Words.Exists(IsBeforeVerb)) yield break;
        var actors = sentence.Names.Where(name => name.Entry is ActorEntry { Form: not ActorForm.Demonym } or PersonEntry).ToList();
        if (actors.Count == 0) yield break;
        var known = Known(sentence);
        foreach (var at in sentence.Words.Where(IsBeforeVerb).Select(cue => (cue.First, cue.Last)).GroupBy(cue => cue.Last).Select(same => same.First()).OrderBy(cue => cue.Last))
        {
            if (at.Last >= sentence.Tokens.Count || known[at.Last] || sentence.Tokens[at.Last] is not { Kind: TokenKind.Word, Upper: false }) continue;
            if (!actors.Any(actor => actor.Last <= at.First && at.First - actor.Last <= Reach && NoMark(sentence, actor.Last, at.First))) continue;
            var last = at.Last;
            while (last + 1 < sentence.Tokens.Count && last + 1 - at.Last < Syllables && !known[last + 1] && sentence.Tokens[last + 1] is { Kind: TokenKind.Word, Upper: false }) last++;
            yield return text[sentence.Tokens[at.Last].Start..sentence.Tokens[last].End].ToLower(CultureInfo.InvariantCulture);
        }
    }

    private static bool IsBeforeVerb(LexiconMatch word) =>
        word.Entry is CueEntry { Scope: "next-verb" } or FunctionEntry { Role: "passive" };

    private static bool NoMark(Sentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (sentence.Tokens[i].Kind == TokenKind.Mark) return false;
        return true;
    }

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
