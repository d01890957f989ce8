// What act a trigger tells, how real it is, and when: read from its own words, the verb above it and its day.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>A trigger as the sentence means it.</summary>
internal sealed record Meaning(string Act, ReportStatus Status, Polarity Polarity, DatedBy? Day, IReadOnlyList<string> Rules);

/// <summary>Reads each trigger of a sentence in its place. The verb above says whether it happened, the chain it ends which act it is, its day whether it is past.</summary>
internal sealed class Telling(Sentence sentence, IReadOnlyList<Clause> clauses, PhraseSet phrases, StoryMemory memory, Governing governing, Dating dating, Edtf? toldDay)
{
    /// <param name="under">The verb that the trigger stands under, if any.</param>
    public Meaning Of(Candidate candidate, Reality reality, RoleSet role, Speaker speaker, Candidate? under)
    {
        var source = role.Source ?? [];
        var status = Under(candidate, under, reality.Status, source);
        if (status is ReportStatus.Occurred or ReportStatus.Ongoing && (Modality.IsAlleged(candidate.Frame.Act, reality.Polarity, source, speaker.Codes) || IsRumour(candidate, speaker))) status = ReportStatus.Alleged;
        var (chained, changed, chain) = governing.Chained(candidate, status, reality.Polarity);
        var (act, polarity) = Refused(candidate, IsOffer(candidate, chained, source) ? "reject" : chained, changed, reality.Polarity, source);
        var day = dating.Of(candidate, changed, reality.Tense == Tense.Past, polarity == Polarity.Denied, role);
        var (last, when, made) = ByDay(candidate, act, changed, reality.IsUnfulfilled, day);
        return new(last, made, polarity, when, new[] { candidate.Frame.Id, reality.Cue, chain }.OfType<string>().ToList());
    }

    /// <summary>How real the verb above leaves it: what is wished for is still to come, what is laid at a door alleged, what is threatened conditional. What two decide together they do.</summary>
    private static ReportStatus Under(Candidate candidate, Candidate? under, ReportStatus status, IReadOnlyList<string> source)
    {
        if (under is null) return status;
        if (under.Frame.Act is "accuse" or "accuse-breach") return ReportStatus.Alleged;
        if (Modality.IsWord(candidate.Frame.Act)) return status;
        if (under.Frame.Act == "threaten") return ReportStatus.Conditional;
        var isDecided = under.Frame.Act == "agree" && Modality.IsDecisive(candidate.Frame.Act) && source.Count == 1;
        var isWished = under.Frame.Embedded == Embedding.Intended || under.Frame.Act == "demand";
        return isWished && !isDecided && status == ReportStatus.Occurred ? ReportStatus.Intended : status;
    }

    /// <summary>"một quan chức giấu tên tiết lộ Israel đã không kích Syria": a deed on the word of nobody that is named.</summary>
    private static bool IsRumour(Candidate candidate, Speaker speaker) => speaker.Word == WordOf.Anonymous && !Modality.IsWord(candidate.Frame.Act);

    /// <summary>What was not accused cannot be denied: "NATO bác bỏ" of an offer refuses it.</summary>
    private bool IsOffer(Candidate candidate, string act, IReadOnlyList<string> source) =>
        act == "deny" && candidate.Thing is null && MayReject(candidate) && memory.Accusers.Of(source).Count == 0
        && !sentence.Words.Any(word => word.Entry is FrameEntry { Frame.Act: "accuse" or "accuse-breach" } && word.Last <= candidate.First);

    /// <summary>Whether the same words can refuse an offer as well ("bác bỏ").</summary>
    private bool MayReject(Candidate candidate) =>
        sentence.Words.Any(word => word.First == candidate.First && word.Last == candidate.HeadEnd && word.Entry is FrameEntry { Frame.Act: "reject" });

    /// <summary>"chưa chấp nhận", "không được Israel chấp nhận": what one does not accept one refuses.</summary>
    private static (string Act, Polarity Polarity) Refused(Candidate candidate, string act, ReportStatus status, Polarity polarity, IReadOnlyList<string> source) =>
        act == "agree" && polarity == Polarity.Denied && status == ReportStatus.Occurred && candidate.Frame.Source == Slot.Subject && candidate.Thing is not null && source.Count == 1
            ? ("reject", Polarity.Affirmed)
            : (act, polarity);

    /// <summary>What its day makes of it: what lies behind the day of the page has not happened yet, and a plan whose day is over has.</summary>
    private (string Act, DatedBy? Day, ReportStatus Status) ByDay(Candidate candidate, string act, ReportStatus status, bool isUnfulfilled, DatedBy? day)
    {
        // "… sẽ chính thức rút khỏi INF đúng thời hạn 2/2": with a day of its own that is still to come it is the exit that is told, and not the telling.
        if (act == "announce-withdrawal" && dating.IsOwn(candidate) && IsToCome(day)) (act, status) = ("withdraw", status == ReportStatus.Conditional ? status : ReportStatus.Intended);
        if (status == ReportStatus.Occurred && IsToCome(day))
        {
            // "… nhất trí ngừng bắn từ ngày 20/6": what was said or agreed has been; its day is that of what it is about.
            if (act == "agree" || Modality.IsWord(act)) day = null;
            else status = ReportStatus.Intended;
        }
        if (status == ReportStatus.Intended && !isUnfulfilled && dating.IsOwn(candidate) && IsOver(day)) status = ReportStatus.Occurred;
        return (act, day, status);
    }

    private bool IsToCome(DatedBy? day) => day?.Date is { Earliest: { } first } && toldDay?.Latest is { } told && first > told;

    private bool IsOver(DatedBy? day) => day?.Date is { Latest: { } last } && toldDay?.Earliest is { } since && last < since;

    /// <summary>Whether what a judging verb is about is another's deed: "lên án việc tháo camera" is not the judge's own, where it names no doer.</summary>
    public bool IsOthers(Candidate deed, Candidate under) =>
        !Modality.IsWord(deed.Frame.Act) && !phrases.Actors.Any(one => one.First >= under.HeadEnd && one.Last <= deed.First)
        && (deed.First == under.HeadEnd && deed.Clause == under.Clause && under.Frame.Act != "accuse" || sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" or "that" } && word.First >= under.First && word.Last <= deed.First));

    /// <summary>What kind of thing the act is done to: its object's class, a treaty, a membership, or the land that is attacked.</summary>
    public string? Object(Candidate candidate, string act)
    {
        if (candidate.Thing is { } thing) return thing.Class;
        if (candidate.Agreement is not null) return "treaty";
        if (candidate.Body is not null) return "membership";
        return act == "attack" && phrases.Things.Any(one => one.Class is "place" or "territory" && one.First - candidate.HeadEnd is >= 0 and <= 2) ? "territory" : null;
    }

    /// <summary>The act in the clause of answer that hangs on this one.</summary>
    public Span? Answered(Candidate candidate, List<Candidate> all)
    {
        foreach (var other in all)
            if (other != candidate && clauses[other.Clause].Kind == ClauseKind.Response)
                return new(sentence.Tokens[other.First].Start, sentence.Tokens[other.HeadEnd - 1].End);
        return null;
    }
}
