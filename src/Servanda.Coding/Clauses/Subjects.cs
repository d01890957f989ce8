// Who does it: the subject of a verb, in its own clause or in the one it shares.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds subjects by position: the nearest bare actor to the left that is not another verb's object.</summary>
public static class Subjects
{
    /// <summary>The subject of the words at <paramref name="token"/>; null where the clause and those it hangs on name none.</summary>
    /// <param name="objects">Actors that stand as objects of verbs before.</param>
    /// <param name="accused">Whom the verb before makes act; it is the subject where the clause has none of its own.</param>
    public static ActorPhrase? Of(List<Clause> clauses, int clause, int token, PhraseSet phrases, Sentence sentence, IReadOnlySet<ActorPhrase> objects, ActorPhrase? accused = null)
    {
        var own = phrases.Actors.LastOrDefault(one => one.Last <= token && one.First >= clauses[clause].First && one.Governor == Governor.Bare && !objects.Contains(one));
        // "cảm ơn Iraq và Oman đã đứng ra tổ chức …": the object of an unknown verb does what follows it at once.
        if (own is not null && phrases.Actors.LastOrDefault(one => one.IsAfterUnknown && one.First > own.Last && one.Last <= token && token - one.Last <= 3) is { } pivot) return pivot;
        return own ?? accused ?? Apposed(clauses, clause) ?? Inherited(clauses, clause, phrases, sentence);
    }

    /// <summary>Whom the aside speaks of that the clause belongs to: "…, nước đã ký CTBT nhưng chưa phê chuẩn".</summary>
    private static ActorPhrase? Apposed(List<Clause> clauses, int clause)
    {
        while (clause > 0 && !clauses[clause].OpensByMark && !clauses[clause].IsDeed) clause--;
        return clauses[clause].Apposed;
    }

    /// <summary>The subject of the clause that this one continues.</summary>
    public static ActorPhrase? Inherited(List<Clause> clauses, int clause, PhraseSet phrases, Sentence sentence)
    {
        var here = clauses[clause];
        var fronted = here.Kind is ClauseKind.After or ClauseKind.Before or ClauseKind.While or ClauseKind.If or ClauseKind.Because or ClauseKind.Purpose or ClauseKind.Response or ClauseKind.Contrast;
        if (fronted && clause == 0)
        {
            // "Sau khi rút khỏi INF, Mỹ …": the subject comes with the main clause.
            for (var next = clause + 1; next < clauses.Count; next++)
                if (Leading(clauses[next], phrases) is { } ahead) return ahead;
        }
        // "Gặp nhau tại Doha hôm 15/2, đại diện hai nước ký …": whoever opens a sentence with a verb is named behind it.
        if (clause == 0 && here is { Kind: ClauseKind.Main, IsDeed: false } && clauses.Count > 1 && clauses[1] is { OpensByMark: true, Kind: ClauseKind.Main } after && after.Quote == here.Quote && sentence.Tokens[here.Last].Is(',')
            && sentence.Words.Any(word => word.Entry is FrameEntry && word.First - here.First is 0 or 1) && Leading(after, phrases) is { Codes.Count: > 0 } whoever && whoever.Start - after.First <= 1) return whoever;
        // "Với việc trục xuất hai nhà ngoại giao, Úc …": a deed told as a noun before the main clause is done by the main clause's subject.
        if (clause <= 1 && here is { IsDeed: true, Kind: ClauseKind.That } && here.First <= 1)
        {
            for (var next = clause + 1; next < clauses.Count; next++)
                if (clauses[next] is { OpensByMark: true, Quote: 0 } main && Leading(main, phrases) is { } doer) return doer.First - main.First <= 1 ? doer : null;
        }
        if (Interrupted(clauses, clause, phrases, sentence) is { } topic) return topic;
        for (var before = clause - 1; before >= 0; before--)
        {
            var other = clauses[before];
            if (other.Quote != here.Quote && here.Quote > 0) break;
            // "Trung Quốc bất bình khi Triều Tiên thử tên lửa, đồng thời cáo buộc Mỹ …": behind a mark it is the sentence's own subject that goes on.
            var isAside = other.Kind is ClauseKind.After or ClauseKind.Before or ClauseKind.If or ClauseKind.While || other is { Kind: ClauseKind.Because, First: 0 } && here.OpensByMark;
            if (isAside && before + 1 <= clause && (here.Kind is not ClauseKind.Also || here.OpensByMark && other.Kind == ClauseKind.While && before > 0)) continue;
            if (other.IsDeed && (here.Kind is not ClauseKind.Also || here.OpensByMark)) continue;
            if (Leading(other, phrases) is { } subject && (before == 0 || !IsObject(other, subject, sentence))) return subject;
        }
        return null;
    }

    /// <summary>The subject that an aside has cut off from its verb: "Mỹ, nước nhiều tháng qua …, hoan nghênh …". It is all that its clause holds.</summary>
    private static ActorPhrase? Interrupted(List<Clause> clauses, int clause, PhraseSet phrases, Sentence sentence)
    {
        if (!clauses[clause].OpensByMark || clauses[clause].Kind != ClauseKind.Main) return null;
        for (var before = clause - 2; before >= 0 && clauses[before].Quote == clauses[clause].Quote; before--)
        {
            // "Argentina của ông Milei, người chẳng ưa gì …, yêu cầu …": whose he is goes with him.
            if (Leading(clauses[before], phrases) is not { Codes.Count: > 0 } subject || subject.Last != clauses[before].Last && !phrases.Actors.Any(one => one.Start == subject.Last && one.Last == clauses[before].Last && one.Governor == Governor.Owner)) continue;
            if (clauses[before].Kind == ClauseKind.Main && subject.Start - clauses[before].First <= 1) return subject;
            // "sau khi Thủ tướng Israel, người bị tòa này truy nã, tới Budapest"
            // "sau khi Trung Quốc, vốn phản đối …, đòi bà rời đi"
            if (clauses[before + 1] is { Kind: ClauseKind.Relative } && sentence.Tokens[clauses[before].Last].Is(',') && Enumerable.Range(before + 2, clause - before - 2).All(between => !clauses[between].OpensByMark)) return subject;
            if (before == clause - 2 && clauses[clause - 1].Apposed == subject && sentence.Words.All(word => word.Entry is not FrameEntry || word.First < clauses[before].First || word.Last > subject.Start)) return subject;
        }
        return null;
    }

    /// <summary>Whether a verb stands before the actor in its clause: an aside ("…, đang thăm Bắc Kinh, …") has no subject to share.</summary>
    private static bool IsObject(Clause clause, ActorPhrase actor, Sentence sentence) =>
        sentence.Words.Any(word => word.Entry is FrameEntry && word.First >= clause.First && word.Last <= actor.First)
        || actor.Start > clause.First && IsPlain(sentence, clause.First);

    /// <summary>Whether a token is a word that no list knows: at the head of a clause it is its verb.</summary>
    public static bool IsPlain(Sentence sentence, int token) =>
        sentence.Tokens[token] is { Kind: TokenKind.Word, Upper: false }
        && !sentence.Words.Any(word => word.First <= token && token < word.Last)
        && !sentence.Names.Any(name => name.First <= token && token < name.Last)
        && !sentence.Dates.Any(date => date.First <= token && token < date.Last);

    /// <summary>The first bare actor of a clause.</summary>
    private static ActorPhrase? Leading(Clause clause, PhraseSet phrases) =>
        phrases.Actors.FirstOrDefault(one => one.First >= clause.First && one.Last <= clause.Last && one.Governor == Governor.Bare);
}
