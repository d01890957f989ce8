// Settles which agreement or body a name means that several go by, or that means other things too.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>
/// What speaks for an agreement is a word of its context: in the same sentence more than elsewhere in the story, and most of all another name that is its alone. Of several agreements the one that
/// more speaks for is meant; a name that nothing speaks for means none of them, and no guess is made.
/// </summary>
internal static class NamesInContext
{
    private const int InSentence = 3, InStory = 1, NamedAlone = 4;

    public static IReadOnlyList<Sentence> Settle(Story story, IReadOnlyList<Sentence> sentences)
    {
        if (!sentences.Any(sentence => sentence.Names.Any(name => IsOpen(name.Entry)))) return sentences;
        var told = string.Join('\n', sentences.Select(sentence => sentence.Span.In(story.Text)));
        var alone = sentences.SelectMany(sentence => sentence.Names).Select(name => name.Entry).OfType<AgreementEntry>().Where(entry => !IsOpen(entry)).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. sentences.Select(sentence => sentence.Names.Any(name => IsOpen(name.Entry)) ? sentence with { Names = [.. Settled(sentence)] } : sentence)];

        IEnumerable<LexiconMatch> Settled(Sentence sentence)
        {
            var near = sentence.Span.In(story.Text);
            foreach (var name in sentence.Names)
                if (!IsOpen(name.Entry)) yield return name;
                else if ((name.Entry is ActorEntry { Namesake: { } other } actor ? Borne(actor, other, near) : Meant((AgreementEntry)name.Entry, near)) is { } meant) yield return name with { Entry = meant };
        }

        LexiconEntry? Meant(AgreementEntry open, string near)
        {
            var ranked = open.Readings.Select(reading => (reading.Entry, Score: ScoreOf(reading, near))).OrderByDescending(one => one.Score).ToList();
            return ranked[0].Score > 0 && (ranked.Count == 1 || ranked[1].Score < ranked[0].Score) ? ranked[0].Entry : open.Otherwise;
        }

        ActorEntry Borne(ActorEntry actor, Namesake other, string near) =>
            Sum(other.For, near) > Sum(other.Against, near) ? actor with { Code = other.Code, Agreement = null, Namesake = null } : actor with { Namesake = null };

        int Sum(IReadOnlyList<string> words, string near) => words.Sum(word => Holds(near, word) ? InSentence : Holds(told, word) ? InStory : 0);

        int ScoreOf(AgreementReading reading, string near) =>
            (alone.Contains(reading.Entry.Id) ? NamedAlone : 0) + (reading.Context.Count == 0 ? 1 : Sum(reading.Context, near));
    }

    private static bool IsOpen(LexiconEntry entry) => entry is AgreementEntry { Readings.Count: > 0 } or ActorEntry { Namesake: not null };

    /// <summary>Whether a text has the word, whole; in any case of letters unless the word is all capitals.</summary>
    private static bool Holds(string text, string word)
    {
        var comparison = word.Any(char.IsLower) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var at = text.IndexOf(word, comparison); at >= 0; at = text.IndexOf(word, at + 1, comparison))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]))) return true;
        return false;
    }
}
