// What a sentence tells without its being done: feared, let pass, within the power of a machine, an accident.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Deeds that lie away from anybody's doing.</summary>
internal sealed partial class Asides
{
    /// <summary>How far behind a word of fear the deed may stand that is feared, in tokens.</summary>
    private const int Feared = 12;

    /// <summary>How far behind a call for a meeting those may stand who are called together.</summary>
    private const int Called = 6;

    /// <summary>"lo ngại Triều Tiên sẽ phóng tên lửa": what is feared of another, and still to come, nobody does or plans.</summary>
    private bool IsFeared(Told told)
    {
        if (told.Reading is not { Status: ReportStatus.Intended or ReportStatus.Conditional, Polarity: Polarity.Affirmed } || !words.MayHave("fears")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "fears" } && word.Last <= told.Candidate.First && told.Candidate.First - word.Last <= Feared && sentence.Quotes[word.First] == sentence.Quotes[told.Candidate.First] && !sentence.IsParted(word.Last, told.Candidate.First)) return true;
        return false;
    }

    /// <summary>"không phản đối việc Mỹ viện trợ cho Pakistan": what one lets pass is not told as done.</summary>
    private bool IsLetPass(Candidate candidate, Clause clause)
    {
        if (!words.MayHave("unopposed")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "unopposed" } && word.First >= Clauses.RunStart(clauses, candidate.Clause) && word.Last <= candidate.First && word.First < clause.Last && !sentence.IsParted(word.Last, candidate.First)) return true;
        return false;
    }

    /// <summary>"tàu khu trục của Mỹ có thể bắn tên lửa": what a machine is able to do, nobody does or means to.</summary>
    private bool IsOfMachines(Told told) =>
        told.Reading is { Status: ReportStatus.Conditional, Polarity: Polarity.Affirmed } && words.MayHaveCue("possibility") && words.Begins("machine", told.Clause.First, Math.Min(told.Clause.First + 2, told.Candidate.First));

    /// <summary>"tàu ngầm mất tích khi đang diễn tập": an accident of a state's own, in a sentence that names nobody else, moves no forces.</summary>
    private bool IsAccident(IReadOnlyList<string> source) => words.MayHave("accident") && words.Begins("accident", 0, sentence.Tokens.Count) && !phrases.Actors.Any(one => one.Codes.Except(source).Any());

    /// <summary>"triệu tập cuộc họp khẩn với Hội đồng An ninh Quốc gia": one's own council is no conference.</summary>
    private bool IsOwnCouncil(Candidate candidate)
    {
        for (var at = candidate.First; at <= candidate.HeadEnd + Called; at++)
            if (words.At(at, "own-council") is { } council) return !phrases.Actors.Any(one => one.IsBody && one.First >= candidate.First && one.First < council.Last + 3);
        return false;
    }

    /// <summary>"sẽ đe dọa nguồn cung": what will be endangered by something is no threat of anybody.</summary>
    private bool IsToCome(Candidate candidate) =>
        candidate.Frame.Form == "verb" && words.EndingAt(candidate.First).Any(word => word.Entry is CueEntry { Cue: "future" }) && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.First >= clauses[candidate.Clause].First && candidate.First - one.Last is 0 or 1);

    /// <summary>"bất chấp vụ phóng thử tên lửa", "các vụ thử vũ khí": a test that is named, and nobody holds it, is not the subject's.</summary>
    private bool IsNamelessTest(Candidate candidate, Clause clause, IReadOnlyList<string> source)
    {
        if (candidate.Frame.Form == "noun" || words.Before(candidate.First, "bout") is not { } bout || IsOwned(candidate, source)) return false;
        // "tập trận phóng tên lửa": a drill, and no noun of a bout.
        if (words.EndingAt(candidate.First).Any(word => word.Entry is FrameEntry && word.First < bout.First && word.Last == bout.Last)) return false;
        for (var at = bout.First; at >= clause.First && bout.First - at <= Waged; at--)
            if (words.Before(at, "wages") is not null || words.Before(at, "receives") is not null) return false;
        return bout.First > clause.First;
    }

    /// <summary>"Nga nhấn mạnh rằng việc bắn hạ máy bay là …": who speaks of a deed, told as a noun without its doer, has not done it.</summary>
    private bool IsSpokenOf(Told told) =>
        words.Before(told.Candidate.First, "nominal") is { } noun && told.Source.Count > 0 && told.Speaker.Codes.SequenceEqual(told.Source) && !IsOwned(told.Candidate, told.Source)
        && (words.Before(noun.First, "that") is not null || words.At(noun.First, "that") is not null) && !phrases.Actors.Any(one => one.First >= noun.Last && one.Last <= told.Candidate.First);

    /// <summary>Whether a deed told as a noun is said to be theirs, or with their arms.</summary>
    private bool IsOwned(Candidate candidate, IReadOnlyList<string> source) =>
        phrases.Actors.Any(one => one.Governor is Governor.Owner or Governor.Agent or Governor.From or Governor.Between && one.First >= candidate.First && one.First - candidate.HeadEnd <= Owned && one.Codes.Any(source.Contains))
        || phrases.Things.Any(one => one.Last >= candidate.First && one.First <= candidate.HeadEnd + 1 && one.Owners.Any(source.Contains))
        || phrases.Actors.Any(one => one.First == candidate.HeadEnd && one.Codes.Any(source.Contains));
}
