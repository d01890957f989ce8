// Who does it: the subject of a verb, in its own clause or in the one it shares.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds subjects by position: the nearest bare actor to the left that is not another verb's object.</summary>
public static class Subjects
{
    /// <summary>The subject of the words at <paramref name="token"/>; null where the clause and those it hangs on name none.</summary>
    /// <param name="objects">Actors that stand as objects of verbs before.</param>
    /// <param name="accused">Whom the verb before makes act; it is the subject where the clause has none of its own.</param>
    public static ActorPhrase? Of(IReadOnlyList<Clause> clauses, int clause, int token, PhraseSet phrases, Sentence sentence, IReadOnlySet<ActorPhrase> objects, ActorPhrase? accused = null)
    {
        var own = phrases.Actors.LastOrDefault(one => one.Last <= token && one.First >= clauses[clause].First && one.Governor == Governor.Bare && !objects.Contains(one));
        return own ?? accused ?? Inherited(clauses, clause, phrases, sentence);
    }

    /// <summary>The subject of the clause that this one continues.</summary>
    public static ActorPhrase? Inherited(IReadOnlyList<Clause> clauses, int clause, PhraseSet phrases, Sentence sentence)
    {
        var here = clauses[clause];
        var fronted = here.Kind is ClauseKind.After or ClauseKind.Before or ClauseKind.While or ClauseKind.If or ClauseKind.Because or ClauseKind.Purpose or ClauseKind.Response or ClauseKind.Contrast;
        if (fronted && clause == 0)
        {
            // "Sau khi rút khỏi INF, Mỹ …": the subject comes with the main clause.
            for (var next = clause + 1; next < clauses.Count; next++)
                if (Leading(clauses[next], phrases) is { } ahead) return ahead;
        }
        for (var before = clause - 1; before >= 0; before--)
        {
            var other = clauses[before];
            if (other.Quote != here.Quote && here.Quote > 0) break;
            if (other.Kind is ClauseKind.After or ClauseKind.Before or ClauseKind.If or ClauseKind.While && before + 1 <= clause && here.Kind is not ClauseKind.Also) continue;
            if (Leading(other, phrases) is { } subject && (before == 0 || !IsObject(other, subject, sentence))) return subject;
        }
        return null;
    }

    /// <summary>Whether a verb stands before the actor in its clause: an aside ("…, đang thăm Bắc Kinh, …") has no subject to share.</summary>
    private static bool IsObject(Clause clause, ActorPhrase actor, Sentence sentence) =>
        sentence.Words.Any(word => word.Entry is FrameEntry && word.First >= clause.First && word.Last <= actor.First);

    /// <summary>The first bare actor of a clause.</summary>
    private static ActorPhrase? Leading(Clause clause, PhraseSet phrases) =>
        phrases.Actors.FirstOrDefault(one => one.First >= clause.First && one.Last <= clause.Last && one.Governor == Governor.Bare);
}
