// Which agreement an act is about.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// The agreement that the act's own words name; else the regime between its actors or the membership of its body; else, for acts of an agreement's life, the one that the story is about,
/// and for words, the one that what they answer was about. A deed of another kind, and an agreement that has no file, are about none of ours: a docket holds what belongs to it.
/// </summary>
internal sealed class AgreementsMeant(PhraseSet phrases, StoryMemory memory, Regimes regimes)
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
        if (candidate.Agreement is { IsAnother: true }) return (null, false);
        if (candidate.Agreement is { } one && (memory.LastAgreement ?? memory.Subject) is { } last && (one.First < candidate.First ? last : Unless(last, act, source)) is { } spoken) return (spoken, true);
        var between = source.Concat(target).Concat(candidate.Thing?.Hosts ?? []).ToList();
        if (regimes.For(act, candidate.Thing?.Class, between, candidate.Thing?.Owners ?? []) is { } regime) return (regime, true);
        if ((candidate.Body ?? candidate.Actor) is { Codes.Count: 1, Governor: not Governor.To } body && (candidate.Body is not null || body.First - candidate.HeadEnd <= 1) && regimes.MembershipOf(body.Codes[0]) is { } membership
            && regimes.IsAboutMembership(act)) return (membership, true);
        if (candidate.Thing is { Class: "body" } && regimes.IsAboutMembership(act) && BodyNear(candidate) is { } left) return (left, true);
        // Missions have regimes of their own: a treaty that the story is about says nothing of them.
        if (regimes.IsOnMissions(act) && act is not ("suspend" or "resume") && memory.Subject is { } subject && !regimes.IsRegimeOfMissions(subject)) return (null, false);
        // "Ông cho rằng tổ chức này đã xử lý kém": what is aimed at the body that the story is of joining or leaving is about that.
        if (memory.Subject is { } own && regimes.BodyOf(own) is { } joined && target.Contains(joined)) return (own, false);
        if (Modality.IsWord(act) && !OfItsLife.Contains(act)) return (Near(candidate) ?? Answered(act, source, target), false);
        if (!Silences.IsOnAgreement(act) && !OfItsLife.Contains(act) && !regimes.IsOnMissions(act)) return (null, false);
        return (Near(candidate) ?? (candidate.Thing is null && act is not "agree" ? memory.Subject : Unless(memory.Subject, act, source)), false);
    }

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
