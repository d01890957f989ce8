// Whose a meeting, a talk or a fight is: "thượng đỉnh Mỹ - Nga", "trong cuộc điện đàm với Tổng thống Mỹ".
using Servanda.Model;

namespace Servanda.Coding;

internal sealed partial class Doers
{
    /// <summary>How far behind a meeting the one may be named with whom it was, its date between.</summary>
    private const int Companion = 8;

    public ActorPhrase? Between(Clause clause) => phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Between && one.First >= clause.First && one.First < clause.Last);

    /// <summary>Whether a verb says that what the noun names took place.</summary>
    public bool HasEventVerb(Candidate candidate) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "takes-place" } && (word.Last <= candidate.First && candidate.First - word.Last <= 2 || word.First >= candidate.HeadEnd && word.First - candidate.HeadEnd <= 8));

    /// <summary>Two sides named right after the noun: "thượng đỉnh Mỹ - Nga".</summary>
    public ActorPhrase? Beside(Candidate candidate) => candidate.Frame.Form == "noun" || candidate.First == clauses[candidate.Clause].First ? phrases.Actors.FirstOrDefault(one => one.First == candidate.HeadEnd && one.Codes.Count == 2) : null;

    /// <summary>Whose two the thing is that a noun or predicate speaks of: "Thỏa thuận thương mại Anh - Ấn Độ bắt đầu …", "Cuộc gặp thượng đỉnh Mỹ - Nga diễn ra …".</summary>
    public ActorPhrase? Sides(Candidate candidate, bool isPassive)
    {
        if (!isPassive && candidate.Frame.Form is not ("noun" or "predicate")) return null;
        var thing = candidate.Thing is { Owners.Count: 2 } own && own.First <= candidate.First ? own : phrases.Things.FirstOrDefault(one => one.First == candidate.First && one.Owners.Count == 2);
        return thing is null ? null : thing.Whose(Governor.Between);
    }

    /// <summary>Whose a meeting is; "do Trung Quốc chủ trì" names a host and no side.</summary>
    private ActorPhrase? Owners(Candidate candidate) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First - candidate.Last <= 6 && one.Governor is Governor.Owner && one.Codes.Count >= 2);

    /// <summary>Several sides that are the subject of what the meeting is told with: "A và B nhất trí …, sau các cuộc đàm phán".</summary>
    private ActorPhrase? Several(Candidate candidate) =>
        Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects) is { Codes.Count: >= 2 } sides ? sides : null;

    /// <summary>Who met another that a phrase of time or place names: "Trong cuộc điện đàm với Tổng thống Mỹ, Chủ tịch … khẳng định", "… Sung Kim, sau cuộc hội đàm với người đồng cấp Hàn Quốc, cho biết".</summary>
    private ActorPhrase? Visitor(Candidate candidate)
    {
        // "Trong cuộc gặp tại Nhà Trắng, Thủ tướng Đức đã hứa với Tổng thống Mỹ …": the two of what was said there.
        if (candidate.Frame.Act == "meet" && !phrases.Actors.Any(one => one.First < clauses[candidate.Clause].Last && one.Governor != Governor.Place) && candidate.Clause + 1 < clauses.Count && clauses[candidate.Clause + 1] is { OpensByMark: true, Kind: ClauseKind.Main } told
            && phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.Bare, IsOffice: true, Codes.Count: 1 } && one.First - told.First is 0 or 1) is { } saying
            && phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.With, IsOffice: true, Codes.Count: 1 } && one.First >= saying.Last && one.First < told.Last && !one.Codes.SequenceEqual(saying.Codes)) is { } hearing)
            return saying with { Codes = [.. saying.Codes, .. hearing.Codes] };
        if (phrases.Actors.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= Companion && one.First < clauses[candidate.Clause].Last && (one.Governor == Governor.With || one.IsOffice && one.First == candidate.HeadEnd) && one.Codes.Count > 0) is not { } other) return null;
        var subject = Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects);
        if (subject is null && candidate.Clause == 0 && clauses.Count > 1)
            subject = phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Bare && one.First >= clauses[0].Last && clauses.Exists(next => next.OpensByMark && one.First - next.First is 0 or 1));
        return subject is { Codes.Count: > 0 } && !subject.Codes.Any(other.Codes.Contains) ? subject : null;
    }
}
