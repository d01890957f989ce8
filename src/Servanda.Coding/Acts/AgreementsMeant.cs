// Which agreement an act is about.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// The agreement that the act's own words name; else the regime between its actors or the membership of its body; else, for acts of an agreement's life, the one that the story is about,
/// and for words, the one that what they answer was about. A deed of another kind, and an agreement that has no file, are about none of ours: a docket holds what belongs to it.
/// </summary>
internal sealed class AgreementsMeant(PhraseSet phrases, WordIndex words, StoryMemory memory, Regimes regimes)
{
    /// <summary>Acts of an agreement's own life, which need no name for it where the story has one.</summary>
    private static readonly HashSet<string> OfItsLife = new(StringComparer.Ordinal) { "suspend", "resume", "extend", "sign", "agree", "negotiate", "pull-back", "convene", "propose" };

    /// <summary>Words that judge a deed, which may be told of further back than the last: "lấy làm tiếc về quyết định của Nga".</summary>
    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal) { "criticize", "support", "appeal", "reject" };

    /// <summary>Acts that two do with each other on a text of their own.</summary>
    private static readonly HashSet<string> Bilateral = new(StringComparer.Ordinal) { "sign", "agree", "terminate", "extend" };

    /// <returns>The agreement, null where it is none of ours, and whether the act's own words say it.</returns>
    public (string? Id, bool Named) Of(Candidate candidate, IReadOnlyList<string> source, IReadOnlyList<string> target)
    {
        var act = candidate.Frame.Act;
        if (candidate.Agreement is { Id: { } id } named && !(candidate.Body is { } closer && closer.First < named.First && regimes.IsAboutMembership(act))) return (id, true);
        if (Admitted(candidate) is { } entered) return (entered, true);
        if (candidate.Agreement is { IsAnother: true }) return (null, false);
        if (candidate.Agreement is { } one && (memory.LastAgreement ?? memory.Subject) is { } last && (one.First < candidate.First ? last : Unless(last, act, source)) is { } spoken) return (spoken, true);
        var between = source.Concat(target).Concat(candidate.Thing?.Hosts ?? []).ToList();
        if (regimes.For(act, candidate.Thing?.Class, between, candidate.Thing?.Owners ?? []) is { } regime) return (regime, true);
        if ((candidate.Body ?? candidate.Actor) is { Codes.Count: 1, Governor: not Governor.To } body && (candidate.Body is not null || body.First - candidate.HeadEnd <= 1) && regimes.MembershipOf(body.Codes[0]) is { } membership
            && regimes.IsAboutMembership(act)) return (membership, true);
        // "đảo ngược quyết định rút khỏi WHO", "nộp đơn gia nhập NATO": of which body that is which is taken back or handed in.
        if ((regimes.IsAboutMembership(act) || act == "propose") && phrases.Things.FirstOrDefault(one => one.First >= candidate.First && one.First - candidate.HeadEnd <= 1 && one.Last >= candidate.HeadEnd) is { Class: "notice" or "ratification", Owners: [var host] } && regimes.MembershipOf(host) is { } kept) return (kept, true);
        if (candidate.Thing is { Class: "body" } && regimes.IsAboutMembership(act) && BodyNear(candidate) is { } left) return (left, true);
        if (Sued(candidate, target) is { } rules) return (rules, true);
        // Missions have regimes of their own: a treaty that the story is about says nothing of them.
        if (regimes.IsOnMissions(act) && act is not ("suspend" or "resume") && memory.Subject is { } subject && !regimes.IsRegimeOfMissions(subject)) return (null, false);
        // "Ông cho rằng tổ chức này đã xử lý kém": what is aimed at the body that the story is of joining or leaving is about that.
        if (memory.Subject is { } own && regimes.BodyOf(own) is { } joined && target.Contains(joined)) return (own, false);
        if (Modality.IsWord(act) && !OfItsLife.Contains(act)) return (Near(candidate) ?? Answered(act, source, target), false);
        if (!Silences.IsOnAgreement(act) && !OfItsLife.Contains(act) && !regimes.IsOnMissions(act)) return (null, false);
        return (Near(candidate) ?? (candidate.Thing is null && act is not "agree" ? memory.Subject : Unless(memory.Subject, act, source)), false);
    }

    /// <summary>Steps on a text that lets somebody into a body, and what is said for or against it.</summary>
    private static readonly HashSet<string> OnAdmission = new(StringComparer.Ordinal) { "ratify", "domestic-step", "sign", "agree", "support", "reject", "object", "suspend", "extend" };

    /// <summary>How far behind a step the admission may be told that it is about, and behind that its body, in tokens.</summary>
    private const int Admission = 6;

    /// <summary>The membership that a step towards taking somebody in is about: "phê chuẩn nghị định thư kết nạp Thụy Điển vào NATO", "ủng hộ Ukraine gia nhập EU". Null where nobody is taken into a body of which one is a member.</summary>
    private string? Admitted(Candidate candidate)
    {
        if (!OnAdmission.Contains(candidate.Frame.Act)) return null;
        for (var at = candidate.HeadEnd; at <= candidate.HeadEnd + Admission; at++)
            foreach (var word in words.StartingAt(at))
                if (word.Entry is FrameEntry { Frame: { Act: "accede", Form: not "noun" } } && phrases.Actors.FirstOrDefault(one => one is { IsBody: true, Codes.Count: 1 } && one.First - word.Last is >= 0 and <= Admission) is { } body) return regimes.MembershipOf(body.Codes[0]);
        // "phê chuẩn nghị định thư kết nạp Thụy Điển vào NATO": the head holds the admission, and behind stand who and into what.
        return candidate.Frame.Act is "ratify" or "domestic-step" && phrases.Actors.FirstOrDefault(one => one is { IsBody: true, Codes.Count: 1, Governor: Governor.Against or Governor.To } && one.First - candidate.HeadEnd is > 0 and <= Admission) is { } club
            && phrases.Actors.Any(one => one is { IsBody: false, Codes.Count: > 0 } && one.First >= candidate.HeadEnd && one.Last <= club.Start) ? regimes.MembershipOf(club.Codes[0]) : null;
    }

    /// <summary>The membership of the body that a complaint is lodged with: "kiện vụ lúa mạch lên WTO": it is about the rules of that body. Null for courts of which nobody is a member.</summary>
    private string? Sued(Candidate candidate, IReadOnlyList<string> target) =>
        candidate.Frame.Act is "accuse" or "accuse-breach" && candidate.Frame.Objects.Contains("court")
        && phrases.Actors.FirstOrDefault(one => one is { IsBody: true, Codes.Count: 1 } && !target.Contains(one.Codes[0]) && one.First >= candidate.First && one.First - candidate.HeadEnd <= Admission + 2) is { } court ? regimes.MembershipOf(court.Codes[0]) : null;

    /// <summary>The agreement named elsewhere in the sentence, where it is the story's own or the act wants one.</summary>
    private string? Near(Candidate candidate)
    {
        var near = phrases.Agreements.LastOrDefault(one => one.Last <= candidate.First && one.Id is not null) ?? phrases.Agreements.FirstOrDefault(one => one.Id is not null);
        return near is not null && (near.Id == memory.Subject || memory.Subject is null || candidate.Frame.Agreement != AgreementNeed.None) ? near.Id : null;
    }

    /// <summary>The agreement that is spoken of, unless two do among themselves what only the parties of their own agreement do: what two sign with each other is no agreement of many.</summary>
    private string? Unless(string? spoken, string act, IReadOnlyList<string> source) => spoken is not null && Bilateral.Contains(act) && source.Count == 2 && regimes.IsOfOthers(spoken, source) ? null : spoken;

    /// <summary>What words answer: the last that one of those at whom they aim did or said; where they aim at nobody, the last that another did or said; in a story that has told nothing yet, its own agreement.</summary>
    private string? Answered(string act, IReadOnlyList<string> source, IReadOnlyList<string> target) => memory.Told.Count > 0 ? memory.MatterOf(source, target, Judging.Contains(act)) : memory.Subject;

    /// <summary>The membership that "rút khỏi tổ chức gồm 47 thành viên" means: of the body named last.</summary>
    private string? BodyNear(Candidate candidate)
    {
        var named = phrases.Actors.LastOrDefault(one => one.IsBody && one.Last <= candidate.First)?.Codes.FirstOrDefault() ?? memory.LastBody;
        return named is null ? null : regimes.MembershipOf(named);
    }
}
