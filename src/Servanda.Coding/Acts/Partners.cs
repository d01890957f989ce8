// With whom else the same was done, each time on its own: "điện đàm với Tổng thống Pháp và với Thủ tướng Đức".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the further partners of what two do together, each named behind a preposition of his own.</summary>
internal static class Partners
{
    /// <summary>The partners after the first one, in order: no other verb stands between.</summary>
    public static IEnumerable<ActorPhrase> Further(Candidate candidate, IReadOnlyList<string> source, Sentence sentence, IReadOnlyList<Clause> clauses, PhraseSet phrases)
    {
        var first = phrases.Actors.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.Governor == Governor.With && one.Codes.Any(source.Contains));
        if (first is null || first.First >= clauses[candidate.Clause].Last) yield break;
        foreach (var other in phrases.Actors.Where(one => one.First >= first.Last && one is { Governor: Governor.With, Codes.Count: > 0 }))
        {
            if (sentence.Words.Any(word => word.Entry is FrameEntry { Frame.Form: not "noun" } && word.First >= first.Last && word.First < other.First) || other.Codes.Any(source.Contains)) yield break;
            yield return other;
        }
    }
}
