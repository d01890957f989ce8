// The sections of a story that tells several: a round-up of the day, of which each heading or change of topic opens another.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Numbers the sentences of a story by its sections. A story of one matter is one section, whatever headings it has.</summary>
public static class Sections
{
    /// <summary>So many of the actors that a section names most are its own.</summary>
    private const int Own = 3;

    /// <summary>Those that a story of one matter is about: each of its sections has one of them among its own.</summary>
    private const int Sides = 2;

    /// <summary>So many sections that name both make them the two sides of one story.</summary>
    private const int Together = 3;

    /// <summary>So many sections about others make a round-up.</summary>
    private const int Strangers = 2;

    /// <summary>The number of the section for each sentence.</summary>
    public static int[] Of(AnnotatedStory story)
    {
        var sections = new int[story.Sentences.Count];
        var counts = new List<Dictionary<string, int>> { new(StringComparer.Ordinal) };
        for (var at = 0; at < sections.Length;)
        {
            var block = story.Sentences[at].Block;
            var end = at;
            while (end < sections.Length && story.Sentences[end].Block == block) end++;
            var named = Count(story.Sentences.Skip(at).Take(end - at));
            if (block.Kind == BlockKind.Heading || named.Count >= Sides && counts[^1].Count > 0 && !named.Keys.Any(counts[^1].ContainsKey)) counts.Add(new(StringComparer.Ordinal));
            foreach (var (code, times) in named) counts[^1][code] = counts[^1].GetValueOrDefault(code) + times;
            Array.Fill(sections, counts.Count - 1, at, end - at);
            at = end;
        }
        return IsRoundUp(counts) ? sections : new int[sections.Length];
    }

    private static bool IsRoundUp(List<Dictionary<string, int>> sections)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, times) in sections.SelectMany(section => section)) all[code] = all.GetValueOrDefault(code) + times;
        var sides = Most(all, Sides);
        // Those who come up together again and again are one story's, whoever else speaks of them in between.
        if (sections.Count(section => sides.TrueForAll(section.ContainsKey)) >= Together) return false;
        return sections.Skip(1).Count(section => section.Count >= Sides && !Most(section, Own).Intersect(sides).Any()) >= Strangers;
    }

    private static Dictionary<string, int> Count(IEnumerable<Sentence> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in sentences.SelectMany(sentence => sentence.Names))
            if (name.Entry is ActorEntry { Form: not (ActorForm.Demonym or ActorForm.Alias) } actor) counts[actor.Code] = counts.GetValueOrDefault(actor.Code) + 1;
        return counts;
    }

    private static List<string> Most(Dictionary<string, int> counts, int many) =>
        [.. counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Take(many).Select(one => one.Key)];
}
