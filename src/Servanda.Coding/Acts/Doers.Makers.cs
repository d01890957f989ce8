// Whose a paper, a decision or a deed told as a noun is: "quyết định của Mỹ rút khỏi …", "giới hạn nhân sự do Nga áp".
using Servanda.Model;

namespace Servanda.Coding;

internal sealed partial class Doers
{
    /// <summary>How far behind the verb its owner may stand where a decision is told with all that it decides.</summary>
    private const int Deed = 14;

    /// <summary>How many words of time and mood may stand between a subject and its verb.</summary>
    private const int Adverbs = 3;

    /// <summary>"Văn bản bày tỏ quan ngại, kêu gọi Iran …": a resolution without an owner speaks for the body that the story spoke of last.</summary>
    public bool IsDocument(Candidate candidate)
    {
        if (!Modality.IsWord(candidate.Frame.Act) || candidate.Frame.Form == "noun") return false;
        var start = candidate.Clause;
        while (start > 0 && clauses[start] is { Kind: ClauseKind.Main or ClauseKind.Also, Quote: 0 } here && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.First >= here.First && one.First < here.Last && one.Last <= candidate.First)) start--;
        return words.At(clauses[start].First, "document") is { } paper && words.At(paper.Last, "owner") is null
            && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Codes.Count > 0 && one.First >= clauses[start].First && one.Last <= candidate.First);
    }

    /// <summary>"Quyết định trục xuất hai nhà ngoại giao Nga được Na Uy đưa ra": whose decision opens the sentence, its end says.</summary>
    private ActorPhrase? Issuer(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        if (candidate.First - clause.First > 3 || words.At(clause.First, "nominal") is null || phrases.Actors.Any(one => one.First >= clause.First && one.Last <= candidate.First)) return null;
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not FunctionEntry { Role: "passive" or "agent" } || word.First < candidate.HeadEnd) continue;
            var issuer = phrases.Actors.FirstOrDefault(one => one.Codes.Count > 0 && (one.First - word.Last is 0 or 1 || one.First == word.First));
            if (issuer is not null && (words.At(issuer.Last, "issues") ?? words.At(issuer.Last + 1, "issues")) is not null) return issuer;
        }
        return null;
    }

    /// <summary>Whose decision it is: "quyết định của Mỹ rút khỏi …", "thư của Mỹ về việc rút khỏi WHO".</summary>
    private ActorPhrase? Decider(Candidate candidate)
    {
        for (var end = candidate.First; end >= candidate.First - 1; end--)
            foreach (var about in words.EndingAt(end))
                if (about.Entry is FunctionEntry { Role: "about-deed" } && Holder(about.First) is { } holder) return holder;
        return words.Before(candidate.First, "purpose") is { } aim && Decision(aim.First) is { } planner ? planner : Decision(candidate.First);
    }

    /// <summary>Who stands as owner before a token: of a paper, a plan, a decision.</summary>
    private ActorPhrase? Holder(int at) =>
        phrases.Actors.FirstOrDefault(one => one.Last == at && one.Governor == Governor.Owner)
        ?? (phrases.Things.FirstOrDefault(one => one.Last == at && one.Owners.Count > 0) is { } paper ? paper.Whose(Governor.Owner) : null);

    /// <summary>The owner before a token whose decision or plan it is, so that the verb after it is his: "quyết định (ngày 21/4) của Australia hủy bỏ …".</summary>
    private ActorPhrase? Decision(int at) =>
        phrases.Actors.FirstOrDefault(one => one.Last == at && one.Governor == Governor.Owner) is { } owner
        && (IsMade(owner.Start) || sentence.Dates.Any(date => date.Last == owner.Start && IsMade(date.First))) ? owner : null;

    /// <summary>Whether a decision, or a paper that speaks for whose it is, ends at a token: "các nghị quyết (năm 1993) của Hội đồng Bảo an yêu cầu …".</summary>
    private bool IsMade(int at) => (words.Before(at, "nominal") ?? words.Before(at, "document") ?? words.Before(at, "paper") ?? words.Before(at, "words-of")) is not null;

    /// <summary>"Tuyên bố do Nga và Mỹ ký", "vòng đàm phán do Oman tổ chức": who made it stands between "do" and the verb.</summary>
    private ActorPhrase? Maker(Candidate candidate, Clause clause) =>
        phrases.Actors.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First) is { Governor: Governor.Agent } maker && candidate.First - maker.Last <= 4
            // "lực lượng do Mỹ ủng hộ đã tiến vào …": who backs them is not who does it.
            ? words.At(maker.Last, "backs") is null ? maker : maker with { Codes = [] } : null;

    /// <summary>"giới hạn nhân sự do Nga áp": who made it stands behind, with a verb of making; null where nobody does.</summary>
    private ActorPhrase? Imposer(Candidate candidate) =>
        !Modality.IsWord(candidate.Frame.Act) && !phrases.HasSubject(clauses[candidate.Clause].First, candidate.First)
        && phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= candidate.HeadEnd && one.Start - (candidate.Thing is { } thing && thing.First >= candidate.First ? Math.Max(thing.Last, candidate.HeadEnd) : candidate.HeadEnd) is >= 0 and <= 2) is { Codes.Count: > 0 } agent
        && words.IsMaker(agent) ? agent : null;

    /// <summary>"Thông báo mới của Mỹ cũng yêu cầu …": a paper or a decision that opens its clause does what its owner does. Null where somebody stands between.</summary>
    private ActorPhrase? Author(Candidate candidate, Clause clause)
    {
        // "Thông cáo của Bắc Kinh không nhắc tới cam kết này, chỉ kêu gọi Washington …": it goes on as long as nobody else is named.
        for (var at = candidate.Clause; at > 0 && Modality.IsWord(candidate.Frame.Act) && clause is { Kind: ClauseKind.Main or ClauseKind.Also, Quote: 0 } && !phrases.HasSubject(clause.First, candidate.First); at--) clause = clauses[at - 1];
        var first = words.At(clause.First, "several")?.Last ?? clause.First;
        if ((words.At(first, "words-of") ?? words.At(first, "document") ?? words.At(first, "paper")) is not { } paper || paper.Last > candidate.First) return null;
        if (phrases.HasSubject(clause.First, candidate.First)) return null;
        return phrases.Actors.FirstOrDefault(one => one.First >= paper.Last && one.Last <= candidate.First && one.Codes.Count > 0) is { Governor: Governor.Owner } owner && owner.Start - paper.Last <= 2 ? owner
            : phrases.Things.FirstOrDefault(one => one.First == first && one.Last <= candidate.First && one.Owners.Count > 0) is { } own ? own.Whose(Governor.Owner) : null;
    }

    /// <summary>Whether the verb is told as a noun ("lời kêu gọi của …", "việc rút lui của …").</summary>
    private bool IsNominal(Candidate candidate) =>
        // "Kremlin tuyên bố không đồng tình …": behind its subject "tuyên bố" is a verb.
        words.Before(candidate.First, "nominal") is { } noun && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Codes.Count > 0 && one.Last == noun.First)
        && phrases.Actors.Any(one => (one.Governor == Governor.Owner || one.Governor == Governor.From && Modality.IsWord(candidate.Frame.Act)) && one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 6
            // "sự răn đe trước chính sách thù địch của Mỹ": whose that is towards which it is.
            && !(words.At(candidate.HeadEnd, "against") is { } towards && !phrases.Actors.Any(other => other.First >= towards.Last && other.Last <= one.Start)))
        // "cân nhắc đề nghị từ Ukraine": a word of saying whose author stands right behind is what he said.
        // "tên lửa vừa phóng của Triều Tiên": a verb takes no owner, so what it tells of is his behind whom "của" stands.
        || candidate.Frame is { Form: "verb", Act: not "accuse" } && candidate.Last == candidate.HeadEnd && candidate.HeadEnd - candidate.First <= 2 && !phrases.Things.Any(one => one.First >= candidate.First && one.First < candidate.HeadEnd) && phrases.Actors.Any(one => one.Governor == Governor.Owner && one.Start == candidate.HeadEnd)
        || Modality.IsWord(candidate.Frame.Act) && candidate.Frame is { Form: "verb", Act: not "announce-withdrawal" } && !phrases.Actors.Any(one => one.Last == candidate.First) && !words.EndingAt(candidate.First).Any(word => word.Entry is CueEntry { Cue: "past" or "completed" or "future" or "negation" }) && phrases.Actors.Any(one => one.Governor == Governor.From && one.Start == candidate.HeadEnd);

    /// <summary>Whose a decision is that is told with what it decides: "Quyết định áp đặt lệnh cấm nhập khẩu đối với Belarus của Úc".</summary>
    private ActorPhrase? Deciding(Candidate candidate, Clause clause) =>
        words.Before(candidate.First, "nominal") is { } noun && words.At(noun.First, "that") is null && !phrases.HasSubject(clause.First, noun.First)
            ? phrases.Actors.LastOrDefault(one => one.Governor == Governor.Owner && one.First >= candidate.HeadEnd && one.Last <= clause.Last && one.First - candidate.HeadEnd <= Deed && (candidate.Thing is not { } thing || one.First >= thing.Last))
            : null;

    /// <summary>Whose the missile is that goes with the verb, where nobody stands before the verb itself.</summary>
    private ActorPhrase? Tested(Candidate candidate) =>
        phrases.Things.FirstOrDefault(one => one.First >= candidate.First && one.First <= candidate.HeadEnd && one.Last >= candidate.HeadEnd && one.Owners.Count > 0) is { } shot
        && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Last <= candidate.First && candidate.First - one.Last <= Adverbs) ? shot.Whose(Governor.Owner) : null;

    /// <summary>Whose a deed told as a noun is.</summary>
    private ActorPhrase? OwnerOf(Candidate candidate) =>
        (candidate.Last > candidate.HeadEnd ? phrases.Actors.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.Last < candidate.Last && (one.Governor is Governor.Owner or Governor.Agent or Governor.From || words.Before(one.First, "relative") is not null)) : null)
        // "cuộc tập kích của Nga vào …": the owner went with the noun that the head holds.
        ?? (phrases.Things.FirstOrDefault(one => one.First >= candidate.First && one.First < candidate.HeadEnd && one.Last > candidate.HeadEnd && one.Owners.Count > 0) is { } own ? own.Whose(Governor.Owner) : null)
        // "hứng chịu 405 UAV và 28 tên lửa của Nga", "máy bay chở thuốc men của Ankara hạ cánh": whose the thing is that comes.
        ?? (candidate.Frame is { Source: Slot.Owner, Form: not "noun" } && phrases.Things.FirstOrDefault(one => candidate.Frame.Objects.Contains(one.Class) && one.Owners.Count > 0 && one.First > candidate.First && one.First - candidate.Last <= 8) is { } sent ? sent.Whose(Governor.Owner) : null)
        ?? phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First - candidate.Last <= 6 && one.Governor is Governor.Owner or Governor.Agent or Governor.From)
        ?? phrases.Actors.FirstOrDefault(one => one.First == candidate.Last);

    /// <summary>Whose the thing is that a predicate speaks of: "Hợp tác quân sự của Pháp với Mali đã tạm ngưng", "Sứ quán Vatican tại Nicaragua đóng cửa".</summary>
    private ActorPhrase? Possessor(Candidate candidate) =>
        candidate is { Frame.Form: "predicate", Thing: { Owners.Count: > 0 } thing } && thing.Last <= candidate.First ? thing.Whose(Governor.Owner) : null;
}
