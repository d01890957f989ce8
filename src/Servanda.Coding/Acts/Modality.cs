// How real an act is made: negated, future, conditional, hearsay.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>How real a trigger is made, and the cue that decided.</summary>
/// <param name="IsUnfulfilled">Whether it was meant and did not come about ("lẽ ra"): its day passes and it stays a plan.</param>
public readonly record struct Reality(ReportStatus Status, Polarity Polarity, Tense Tense, string? Cue, bool IsUnfulfilled = false);

/// <summary>Status and polarity of a trigger by the cues in its clause and by the clause's kind.</summary>
public static class Modality
{
    /// <summary>How far before a verb a cue may stand whose scope is the next verb, in tokens.</summary>
    private const int NextVerb = 6;

    private const int NextNegated = 4;

    /// <summary>Deeds that a decision does not do yet: to decide to expel is to expel, to decide to close an embassy is not to have closed it.</summary>
    private static readonly HashSet<string> Deferred = new(StringComparer.Ordinal)
    {
        "close-mission", "deploy", "pull-back", "aid", "limit-staff", "seize-property", "restore-relations", "meet", "convene", "test-weapon", "attack",
    };

    /// <summary>Deeds that one side lays at another's door: by its word alone they are alleged.</summary>
    private static readonly HashSet<string> Hostile = new(StringComparer.Ordinal) { "attack", "coerce", "deploy" };

    /// <summary>Deeds that last: others are done in a moment, and "đang" of them means their beginning.</summary>
    private static readonly HashSet<string> Lasting = new(StringComparer.Ordinal)
    {
        "meet", "negotiate", "convene", "mediate", "deploy", "attack", "test-weapon", "aid", "inspect", "coerce", "pull-back", "comply", "restrict-movement",
    };

    /// <summary>Deeds that one side decides by agreeing on them: "EU nhất trí trừng phạt Nga".</summary>
    private static readonly HashSet<string> Decisive = new(StringComparer.Ordinal) { "suspend", "sanction", "expel", "terminate", "lift-sanction" };

    /// <summary>Words that can be announced: "sẽ gửi công hàm phản đối", "sẽ kiện". Threats, offers and announcements speak of the future themselves.</summary>
    private static readonly HashSet<string> Announced = new(StringComparer.Ordinal) { "accuse", "accuse-breach", "criticize", "deny", "reject", "appeal", "demand", "propose" };

    /// <summary>What an agreement obliges to: not to have done it is a reproach.</summary>
    private static readonly HashSet<string> Duties = new(StringComparer.Ordinal) { "comply", "pull-back" };

    /// <summary>Whether a deed is told only as somebody's word against another: a hostile act of his, or a duty that he has not done.</summary>
    public static bool IsAlleged(string act, Polarity polarity, IReadOnlyList<string> source, IReadOnlyList<string> speaker) =>
        speaker.Count > 0 && source.Count > 0 && !speaker.Intersect(source).Any() && (polarity == Polarity.Affirmed ? Hostile : Duties).Contains(act);

    /// <summary>Whether a decision leaves the deed itself still to do.</summary>
    private static bool IsDeferred(Candidate candidate) =>
        Deferred.Contains(candidate.Frame.Act) || candidate.Frame.Act == "suspend" && candidate.Thing is { Class: "mission" or "embassy" or "consulate" };

    /// <summary>Whether one side alone does the deed by agreeing on it.</summary>
    public static bool IsDecisive(string act) => Decisive.Contains(act);

    /// <summary>Whether an act is a word: what is said has been said, whatever it says of the future.</summary>
    public static bool IsWord(string act) => act is
        "accuse" or "accuse-breach" or "criticize" or "deny" or "reject" or "threaten" or "appeal" or "demand" or "support" or "offer-talks" or "propose" or "announce-withdrawal";

    /// <summary>The cues of a sentence in the order in which they are weighed: what lies ahead on a condition after all others.</summary>
    public static List<LexiconMatch> CuesOf(Sentence sentence)
    {
        var cues = new List<LexiconMatch>();
        var ahead = 0;
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not CueEntry { Cue: var cue }) continue;
            var isAhead = cue is "condition-ahead" or "until-ahead";
            var (place, least) = isAhead ? (cues.Count, cues.Count - ahead) : (cues.Count - ahead, 0);
            while (place > least && cues[place - 1].First > word.First) place--;
            cues.Insert(place, word);
            if (isAhead) ahead++;
        }
        return cues;
    }

    /// <param name="cues">Those of the sentence, as <see cref="CuesOf"/> has them.</param>
    public static Reality Of(
        Candidate candidate, Sentence sentence, List<LexiconMatch> cues, List<Clause> clauses, PhraseSet phrases, List<Candidate> all)
    {
        var isWord = IsWord(candidate.Frame.Act);
        var clause = clauses[candidate.Clause];
        var status = isWord ? ReportStatus.Occurred : candidate.Frame.Status;
        var polarity = Polarity.Affirmed;
        var tense = Tense.Unknown;
        string? fired = null;
        var (goesOn, isUnfulfilled, isGuessed) = (false, false, false);
        foreach (var match in cues)
        {
            var cue = (CueEntry)match.Entry;
            var inClause = match.First >= clause.First && match.First < clause.Last || IsCarriedOver(match, cue, candidate, sentence, clauses);
            var inHead = match.First >= candidate.First && match.First < candidate.HeadEnd;
            if (inHead && cue.Cue != "in-progress" && !IsPledge(match, cue.Cue, candidate) && (cue.Cue != "future" || candidate.Frame.Act.StartsWith("announce", StringComparison.Ordinal) || IsPromise(candidate))) continue;
            // "vẫn chưa chấp nhận" before the head "chưa chấp nhận": the head's own negation, said with one more word.
            // "hai tổng thống nhất trí": words in the name of an actor are no cue.
            if (IsInName(match, phrases)) continue;
            // "với cáo buộc tội ác chiến tranh": the accusation itself is made.
            if (cue.Cue == "hearsay" && candidate.Frame.Act is "accuse" or "accuse-breach" && inClause && candidate.First - match.Last is >= -3 and <= 3) continue;
            // "cáo buộc này vô căn cứ": what is said of an allegation is said.
            if (cue is { Cue: "hearsay", Scope: "next-verb" } && (candidate.Frame.Stance || candidate.Frame.Act == "deny")) continue;
            if (cue.Cue == "negation" && match.First < candidate.First && match.Last > candidate.First && match.Last < candidate.HeadEnd) continue;
            if (!inHead && IsInOther(match, candidate, all)) continue;
            // "không có kế hoạch rút khỏi": a cue that runs into the head stands before it.
            var distance = inHead ? 0 : match.First < candidate.First ? Math.Max(0, candidate.First - match.Last) : candidate.First - match.Last;
            // What will be an outrage, and "sẽ không chấp nhận", is said now.
            var isAnnounced = cue.Cue == "future" && Announced.Contains(candidate.Frame.Act) && inClause && distance is 0 or 1 && match.First < candidate.HeadEnd && !candidate.Frame.Stance && !(candidate.Frame.Act == "reject" && OpensWithNegation(candidate, cues));
            // "không cân nhắc": the longer words are what is meant.
            if (cue.Cue != "no-intention" && IsInNoIntention(match, cues)) continue;
            if (isWord && !isAnnounced && cue.Cue is not ("negation" or "no-intention" or "hearsay")) continue;
            var reaches = cue.Scope switch
            {
                "next-verb" => inClause && distance >= 0 && distance <= (cue.Cue is "negation" or "no-intention" ? NextNegated : NextVerb),
                "clause" => inClause,
                _ => true,
            };
            if (!reaches) continue;
            switch (cue.Cue)
            {
                case "negation":
                    polarity = Polarity.Denied;
                    break;
                case "no-intention":
                    (status, polarity, tense) = (ReportStatus.Intended, Polarity.Denied, Tense.Future);
                    break;
                case "future" or "intended" or "decided" or "agreed":
                    if (cue.Cue == "decided" && !IsDeferred(candidate)) continue;
                    if (cue.Cue == "agreed" && Decisive.Contains(candidate.Frame.Act) && !IsDeferred(candidate) && !AreSeveral(sentence, clause, candidate, phrases)) continue;
                    // A plan told by unnamed sources is a plan.
                    if (status is ReportStatus.Occurred or ReportStatus.Ongoing or ReportStatus.Alleged) status = ReportStatus.Intended;
                    tense = Tense.Future;
                    break;
                // "có thể đã tìm cách ám sát": a guess about what has been.
                case "possibility" when IsFollowedByPast(match, cues):
                    isGuessed = true;
                    if (status == ReportStatus.Occurred) status = ReportStatus.Alleged;
                    break;
                case "conditional" or "possibility" or "hypothetical":
                    status = ReportStatus.Conditional;
                    tense = Tense.Future;
                    break;
                case "in-progress":
                    if (status != ReportStatus.Occurred || candidate.Frame.Form == "noun" || !Lasting.Contains(candidate.Frame.Act)) continue;
                    status = ReportStatus.Ongoing;
                    break;
                case "unfulfilled":
                    (status, tense, isUnfulfilled) = (ReportStatus.Intended, Tense.Unknown, true);
                    break;
                case "condition-ahead":
                    if (status != ReportStatus.Intended) continue;
                    status = ReportStatus.Conditional;
                    break;
                case "until-ahead":
                    if (status != ReportStatus.Occurred || match.First < candidate.HeadEnd || !goesOn) continue;
                    status = ReportStatus.Intended;
                    break;
                case "ongoing":
                    goesOn |= inClause && distance >= 0;
                    continue;
                case "hearsay":
                    if (status == ReportStatus.Occurred) status = ReportStatus.Alleged;
                    break;
                case "dropped-plan":
                    // "Việc trao trả … bị hoãn lại": what is put off is what the sentence began with.
                    if (match.First >= candidate.HeadEnd && !IsNamed(candidate, sentence, clauses)) continue;
                    polarity = Polarity.Denied;
                    if (status == ReportStatus.Occurred && cue.Scope != "next-verb") (status, tense) = (ReportStatus.Intended, Tense.Future);
                    break;
                case "past" or "completed":
                    if (cue.Scope == "next-verb" && status == ReportStatus.Intended) continue;
                    tense = Tense.Past;
                    break;
                default:
                    continue;
            }
            fired = cue.Id;
        }
        // "ngừng giải ngân 700 triệu USD viện trợ", "thôi trục xuất các đại sứ": what is stopped is not done.
        if (Stopped(candidate, sentence, clause) && candidate.Frame.Act is "aid" or "expel" or "attack" or "deploy" or "ratify") (polarity, status) = (Polarity.Denied, candidate.Frame.Act == "expel" ? ReportStatus.Intended : status);
        if (!isWord && clause.Kind == ClauseKind.If) status = ReportStatus.Conditional;
        if (isGuessed && status == ReportStatus.Intended) status = ReportStatus.Alleged;
        // "Liệu Nicaragua sẽ quay lại?": a plan that is asked about is none.
        if (!isWord && status == ReportStatus.Intended && polarity == Polarity.Affirmed && sentence.Tokens[^1].Is('?')) status = ReportStatus.Conditional;
        return new(status, polarity, tense, fired, isUnfulfilled);
    }

    /// <summary>Whether a cue of the clause before reaches this one: 'cam kết sẽ "duy trì …"' into the words that are quoted, "cáo buộc về việc Nga …" into the deed that is alleged.</summary>
    private static bool IsCarriedOver(LexiconMatch match, CueEntry cue, Candidate candidate, Sentence sentence, List<Clause> clauses)
    {
        if (candidate.Clause == 0 || match.First < clauses[candidate.Clause - 1].First || match.First >= clauses[candidate.Clause].First) return false;
        var clause = clauses[candidate.Clause];
        return cue.Cue switch
        {
            "future" or "intended" => clause.OpensByMark && candidate.First == clause.First && match.Last == clause.First - 1 && sentence.Tokens[clause.First - 1].Is('"'),
            "hearsay" => cue.Scope == "next-verb" && clause is { Kind: ClauseKind.That, OpensByMark: false } && match.Last >= clause.First,
            _ => false,
        };
    }

    private static bool OpensWithNegation(Candidate candidate, List<LexiconMatch> cues)
    {
        foreach (var match in cues)
            if (match.First == candidate.First && match.Entry is CueEntry { Cue: "negation" }) return true;
        return false;
    }

    /// <summary>Whether a word of the past stands right behind a cue: "có thể đã", "nhiều khả năng đã".</summary>
    private static bool IsFollowedByPast(LexiconMatch cue, List<LexiconMatch> cues)
    {
        foreach (var other in cues)
            if (other.First == cue.Last && other.Entry is CueEntry { Cue: "past" }) return true;
        return false;
    }

    private static bool IsInName(LexiconMatch cue, PhraseSet phrases)
    {
        foreach (var actor in phrases.Actors)
            if (actor.First < cue.First && cue.First < actor.Last) return true;
        return false;
    }

    private static bool IsInOther(LexiconMatch cue, Candidate candidate, List<Candidate> all)
    {
        foreach (var other in all)
            if (other.First <= cue.First && cue.Last <= other.HeadEnd && other != candidate && !IsPromise(other)) return true;
        return false;
    }

    private static bool IsInNoIntention(LexiconMatch cue, List<LexiconMatch> cues)
    {
        foreach (var other in cues)
            if (other.First <= cue.First && cue.Last <= other.Last && other.Entry is CueEntry { Cue: "no-intention" }) return true;
        return false;
    }

    /// <summary>"hứa sẽ …", "cam kết không …": what is promised lies ahead, the promise has been made.</summary>
    private static bool IsPromise(Candidate candidate) => candidate.Frame is { Act: "agree", Source: Slot.Subject, Target: Slot.None };

    /// <summary>"hứa gửi tên lửa", "cam kết 14 xe tăng": the head opens with the promise of a deed that is not done by promising it.</summary>
    private static bool IsPledge(LexiconMatch match, string cue, Candidate candidate) => cue is "intended" or "agreed" && match.First == candidate.First && IsDeferred(candidate);

    /// <summary>Whether a word of stopping stands right before a deed, or before the amount that it is measured by.</summary>
    public static bool Stopped(Candidate candidate, Sentence sentence, Clause clause)
    {
        foreach (var word in sentence.Words)
            if (word.First >= clause.First && word.Last <= candidate.First && candidate.First - word.Last <= 6 && word.Entry is CueEntry { Cue: "stopped" }
                && (candidate.First - word.Last <= 2 || HasAmount(sentence, word.Last, candidate.First))) return true;
        return false;
    }

    private static bool HasAmount(Sentence sentence, int first, int last)
    {
        foreach (var number in sentence.Numbers)
            if (first <= number.First && number.First - first <= 2 && number.Last <= last && last - number.Last <= 1) return true;
        return false;
    }

    /// <summary>Whether a deed is named and not told: "việc trao trả …" opens the sentence.</summary>
    private static bool IsNamed(Candidate candidate, Sentence sentence, List<Clause> clauses) =>
        clauses[candidate.Clause].IsDeed && candidate.Clause <= 1 || sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" } && word.First <= 1 && word.First <= candidate.First && Clauses.RunsTo(clauses, 0) >= candidate.Clause);

    /// <summary>Whether several agree, so that what they agree on is still to do: "hai bên nhất trí …", "Nga và Mỹ nhất trí …".</summary>
    private static bool AreSeveral(Sentence sentence, Clause clause, Candidate candidate, PhraseSet phrases) =>
        phrases.Actors.Any(one => one.First >= clause.First && one.Last <= candidate.First && one.Governor == Governor.Bare && (one.IsBoth || one.Codes.Count > 1))
        || sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "all-parties" or "both" } && word.First >= clause.First && word.Last <= candidate.First);
}
