// Deeds of others that only a number tells: "Pháp trục xuất 35 nhà ngoại giao Nga, Đức 40, Ý 30".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds those who did the same as the subject before them, where nothing but their name and how many is said.</summary>
internal static class ByNumber
{
    /// <summary>How many words may stand behind the number: its unit.</summary>
    private const int Unit = 2;

    /// <summary>The others and their numbers, in order; none where the next clause says more or less than that.</summary>
    public static IEnumerable<(ActorPhrase Doer, decimal Value)> After(int clause, Sentence sentence, IReadOnlyList<Clause> clauses, PhraseSet phrases)
    {
        for (var next = clause + 1; next < clauses.Count && clauses[next] is { Kind: ClauseKind.Main or ClauseKind.Also } here && here.Quote == clauses[clause].Quote; next++)
        {
            if (phrases.Actors.FirstOrDefault(one => one.First - here.First is 0 or 1 && one is { Governor: Governor.Bare, IsPronoun: false, Codes.Count: > 0 }) is not { } doer) yield break;
            if (sentence.Numbers.FirstOrDefault(number => number.First - doer.Last is 0 or 1) is not { Last: > 0 } count || count.Value <= 0 || here.Last - count.Last is < 0 or > Unit) yield break;
            if (sentence.Words.Any(word => word.Entry is FrameEntry && word.First >= here.First && word.First < here.Last)) yield break;
            yield return (doer, count.Value);
        }
    }
}
