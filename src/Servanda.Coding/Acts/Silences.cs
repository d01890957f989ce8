// Why a trigger becomes no report: it tells of no deed, or of one too vague to keep.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Silence with its reason, which the coverage counts.</summary>
internal sealed class Silences(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases, StoryMemory memory, Regimes regimes)
{
    /// <summary>Acts that can be told without saying who did them: the life of the agreement itself.</summary>
    private static readonly HashSet<string> Sourceless = new(StringComparer.Ordinal) { "sign", "enter-into-force", "terminate", "extend", "agree", "amend", "convene" };

    /// <summary>Acts that are one thing with the agreement: without one they are not coded.</summary>
    private static readonly HashSet<string> OnAgreements = new(StringComparer.Ordinal)
    {
        "withdraw", "announce-withdrawal", "notify-withdrawal", "revoke-notice", "revoke-ratification", "ratify", "accede", "enter-into-force", "reserve", "domestic-step", "terminate", "comply", "inspect", "amend",
    };

    private readonly Mentions mentions = new(sentence, words, phrases);

    /// <summary>How many words may stand between a treaty and the verb that says what it provides: "Hiệp định này cũng không".</summary>
    private const int Adverbs = 3;

    /// <summary>How far behind terms the list of them may begin: what they are to settle may stand between.</summary>
    private const int Terms = 8;

    /// <summary>Why a trigger is not an act at all: it is meant as a purpose, or stands under a verb that says nothing of whether it happened.</summary>
    public string? Of(Candidate candidate, Clause clause, Candidate? under, List<Candidate> before, bool isChained)
    {
        // "bác bỏ cáo buộc của Nga": the accusation is what is denied, and no act of its own here.
        if (before.Exists(other => other.Thing is { } thing && thing.First <= candidate.First && candidate.First < thing.Last && other.First != candidate.First)) return "object of";
        if (clause.Kind == ClauseKind.Purpose && !isChained && !IsPassiveOfTopic(candidate, clause)) return "purpose";
        if (clause.Kind == ClauseKind.Before) return "before";
        // What stands under "nếu" is a condition, and nothing that anybody did or will do.
        if (clause.Kind == ClauseKind.If) return "condition";
        if (under is { Frame.Embedded: Embedding.Dropped }) return "embedded";
        if (mentions.Of(candidate, clause) is { } mention) return mention;
        if (IsTerm(candidate)) return "term";
        if (IsOrderAtHome(candidate)) return "home";
        if (IsTopic(candidate)) return "topic";
        if (!Modality.IsWord(candidate.Frame.Act) && IsListed(candidate)) return "embedded";
        // "ngừng thử hạt nhân, phóng tên lửa và làm giàu uranium": what is stopped is not done, and the list goes on.
        if (candidate.Frame.Act == "test-weapon" && IsStopped(candidate, clause)) return "stopped";
        if (!Modality.IsWord(candidate.Frame.Act) && IsWishedOfAnother(candidate, clause)) return "embedded";
        // "các nước hãy tỏ tình đoàn kết bằng cách đuổi …": what others are told to do is nobody's deed.
        if (!Modality.IsWord(candidate.Frame.Act) && words.MayHave("hortative") && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "hortative" } && word.First >= clause.First && word.Last <= candidate.First)) return "embedded";
        // "lý do khiến Mỹ rút khỏi …", "nguy cơ Nga tấn công": a word about an act, that tells of none.
        if (words.MayHave("mention") && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "mention" } && word.First >= clause.First && word.Last <= candidate.First && candidate.First - word.Last <= 3)) return "mention";
        return null;
    }

    /// <summary>
    /// "ngăn chặn các nội dung kích động", "nguồn thu từ tống tiền": a word that judges is aimed at somebody where he is named beside it, or where what the story has told is pointed at or called so ("coi đây là …").
    /// </summary>
    public string? OfJudged(Candidate candidate, IReadOnlyList<string> target)
    {
        if (candidate.Frame is not { Form: "predicate", Source: Slot.Speaker, Act: not "accuse-breach" } || target.Count == 0) return null;
        if (phrases.Actors.Any(one => one.Codes.Any(target.Contains)) || phrases.Things.Any(one => one.Owners.Any(target.Contains) || one.Hosts.Any(target.Contains))) return null;
        if (phrases.Things.Any(one => one.Last <= candidate.First && one.First >= clauses[candidate.Clause].First && Judged.Contains(one.Class))) return null;
        return words.Begins("pointer", 0, candidate.First) || words.Begins("this", 0, candidate.First) || words.Begins("this-body", 0, candidate.First) || words.Begins("calls", 0, candidate.First) ? null : "target";
    }

    /// <summary>What one speaks of as another's where the story has just told it: "các chế tài là bất công".</summary>
    private static readonly HashSet<string> Judged = new(StringComparer.Ordinal) { "sanction", "resolution", "treaty", "proposal", "tariff", "accusation", "demand", "terms", "ban", "exercise", "talks", "notice", "vote", "ceasefire" };

    /// <summary>"… viết rằng trừng phạt ICC là đe dọa tính độc lập của tòa": a deed that somebody says something of is told of nobody.</summary>
    private bool IsTopic(Candidate candidate)
    {
        var next = candidate.Clause + 1;
        return candidate.Frame.Form is "verb" or "light-verb" && next < clauses.Count && clauses[next] is { Kind: ClauseKind.That, OpensByMark: false } && words.At(clauses[next].First, "is") is not null
            && words.EndingAt(candidate.First).Any(word => word.Entry is AttributionEntry { Kind: "verb" } or FunctionEntry { Role: "that" }) && !words.EndingAt(candidate.First).Any(word => word.Entry is ChainEntry or FrameEntry);
    }

    /// <summary>"ra lệnh cho binh sĩ rút về", "yêu cầu các bộ, ngành …": those who are told are one's own people, whose they are nobody says.</summary>
    private bool IsOrderAtHome(Candidate candidate) =>
        candidate.Frame.Act is "demand" or "appeal" && phrases.IsToOwnForces(candidate, words);

    /// <summary>"đưa ra 13 điều kiện, trong đó có việc hạ cấp quan hệ với Iran", "danh sách yêu cầu gồm Qatar cắt đứt …": what a list of terms holds is asked for, and not done.</summary>
    private bool IsListed(Candidate candidate)
    {
        if (!words.MayHave("part")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "part" } && word.Last <= candidate.First && IsListed(candidate, word)) return true;
        return false;
    }

    /// <param name="part">The word that opens the list.</param>
    private bool IsListed(Candidate candidate, LexiconMatch part) =>
        sentence.Quotes[part.First] == sentence.Quotes[candidate.First]
        && phrases.Things.Any(one => one.Class is "terms" or "demand" or "obligation" or "duty" && one.Last <= part.First && part.First - one.Last <= Terms) && !Between(part.Last, candidate.First).Any(one => one.First > part.Last);

    private bool IsStopped(Candidate candidate, Clause clause)
    {
        if (Modality.Stopped(candidate, sentence, clause)) return true;
        var at = candidate.Clause;
        while (at > 0 && clauses[at].Kind is ClauseKind.Main or ClauseKind.Also && !phrases.Actors.Any(one => one.First >= clauses[at].First && one.First <= clauses[at].First + 2 && one.Governor == Governor.Bare))
        {
            at--;
            if (sentence.Words.Any(word => word.Entry is CueEntry { Cue: "stopped" } && word.First >= clauses[at].First && word.Last < clauses[at].Last && clauses[at].Last - word.Last <= 6)) return candidate.First - clause.First <= 1;
        }
        return false;
    }

    /// <summary>"Ukraine muốn Mỹ đưa tên lửa tới": what one wants another to do, the other neither does nor plans.</summary>
    private bool IsWishedOfAnother(Candidate candidate, Clause clause)
    {
        if (!words.MayHaveCue("intended")) return false;
        foreach (var doer in phrases.Actors)
        {
            if (doer.First < clause.First || doer.Last > candidate.First || doer.Codes.Count == 0) continue;
            foreach (var word in sentence.Words)
                if (doer.Start - word.Last is >= 0 and <= 3 && word.Entry is CueEntry { Cue: "intended", Scope: "next-verb" } && words.At(doer.First, "this-state") is null && HasOther(doer, clause.First, word.First)) return true;
        }
        return false;
    }

    /// <summary>Whether somebody else stands as a subject in a stretch of tokens.</summary>
    private bool HasOther(ActorPhrase than, int first, int last)
    {
        foreach (var one in phrases.Actors)
            if (one.Governor == Governor.Bare && one.Last <= last && one.First >= first && one.Codes.Count > 0 && !one.Codes.Any(than.Codes.Contains)) return true;
        return false;
    }

    /// <summary>"Kế hoạch của Israel nhằm sáp nhập Bờ Tây bị Jordan lên án": the passive after the aim belongs to what the sentence began with.</summary>
    private bool IsPassiveOfTopic(Candidate candidate, Clause clause)
    {
        foreach (var word in sentence.Words)
            if (word.First > clause.First + 2 && word.Last <= candidate.First && candidate.First - word.Last <= 4 && word.Entry is FunctionEntry { Role: "passive" }
                && !IsOnAgreement(clause.First, word.First)) return true;
        return false;
    }

    /// <summary>Whether an agreement stands right before a token of a clause.</summary>
    private bool IsOnAgreement(int first, int token)
    {
        foreach (var one in phrases.Agreements)
            if (one.First >= first && one.Last <= token && token - one.Last <= 1) return true;
        return false;
    }

    /// <summary>"Văn kiện quy định …", "Điều 4 cho phép …": what an agreement provides is its terms and nobody's act, unless it sets a day for it.</summary>
    private bool IsTerm(Candidate candidate)
    {
        if (!words.MayHave("provides")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "provides" } && word.First <= candidate.First && sentence.Quotes[word.First] == sentence.Quotes[candidate.First] && IsTermBehind(word, candidate)) return true;
        return false;
    }

    private bool IsTermBehind(LexiconMatch word, Candidate candidate)
    {
        var clause = Triggers.ClauseAt(clauses, word.First);
        if (clause < 0 || Between(clauses[clause].First, word.First).Any()) return false;
        var isText = phrases.Agreements.Any(one => one.First >= clauses[clause].First && one.Last <= word.First && word.First - one.Last <= Adverbs)
            || phrases.Things.Any(one => one.Class == "treaty" && one.First >= clauses[clause].First && one.Last <= word.First && word.First - one.Last <= Adverbs)
            || Enumerable.Range(clauses[clause].First, word.First - clauses[clause].First).Any(at => words.At(at, "article") is { } article && article.Last < word.First && sentence.Tokens[article.Last].Kind == TokenKind.Number);
        return isText && !sentence.Dates.Any(date => !date.Mention.IsDuration && date.First >= candidate.First && Triggers.ClauseAt(clauses, date.First) == candidate.Clause);
    }

    private IEnumerable<ActorPhrase> Between(int first, int last) => phrases.Actors.Where(one => one.First >= first && one.Last <= last && one.Governor == Governor.Bare);

    /// <summary>Whether a draft says enough to be a report.</summary>
    public string? Of(Draft draft)
    {
        if (draft.Act == "state") return "state";
        // "178 nước đã phê chuẩn": who they are is not said, how many is.
        var isCounted = draft.Act is "ratify" or "accede" && draft.Quantities.Any(one => one.Unit == "country");
        if (isCounted && draft.Status == ReportStatus.Conditional) return "condition";
        if (draft.Source.Count == 0 && !Sourceless.Contains(draft.Act) && !isCounted) return "source";
        if (OnAgreements.Contains(draft.Act) && draft.Agreement is null && draft.Object is null && !(draft.Act is "inspect" or "comply" && (draft.Target.Count > 0 || draft.Frame is { Agreement: not AgreementNeed.Needed, Objects.Count: 0 })) && !IsAdmission(draft)) return "agreement";
        if (draft.Act is "sign" or "terminate" or "extend" or "agree" or "convene" && draft.Source.Count == 0 && draft.Agreement is null) return "agreement";
        if (draft is { Act: "domestic-step", Object: "law", Agreement: null }) return "agreement";
        // "Thỏa thuận cho phép hai bên …": what a text allows nobody has granted.
        if (draft is { Act: "agree", Source.Count: 0, Frame.Source: Slot.Subject }) return "source";
        // "lái xe vi phạm": what is broken is no word given.
        if (draft is { Act: "accuse-breach", Agreement: null, Object: null, Frame.Objects.Count: > 0 }) return "agreement";
        // One alone wrangles with nobody, and what is resumed or suspended as an agreement is nothing without one.
        if (draft is { Act: "accuse", Frame.Source: Slot.Parties, Source.Count: < 2, Target.Count: 0, Agreement: null }) return "partner";
        if (draft is { Act: "resume" or "suspend", Agreement: null, Object: null, Source.Count: 1, Frame: { Agreement: AgreementNeed.Needed, Form: "verb" } }) return "agreement";
        // One alone meets nobody and talks with nobody of ours; an arrival is a meeting only where it is said whose guest one is.
        if (draft.Source.Count < 2 && (draft.Act == "meet" || draft is { Act: "negotiate", Agreement: null })) return "partner";
        // "Quốc hội Nga họp tại …": a state's own sitting.
        if (draft is { Act: "convene", Source: [var sitting], Frame: { Form: "verb", Source: Slot.Subject, Objects.Count: 0 }, Agreement: null } && !regimes.IsBody(sitting)) return "partner";
        // Two who fight each other, an assault on a place that is nobody's, and a border that is closed, need no target.
        if (draft is { Act: "attack", Source.Count: >= 2, Frame.Source: Slot.Parties } or { Act: "attack", Object: "territory" or "land" } or { Act: "coerce", Object: "border" }) return null;
        if (draft.Act is "attack" or "coerce" or "sanction" or "summon" or "aid" && draft.Target.Count == 0) return "target";
        // "tháo gỡ rào cản thương mại": what hampers nobody in particular is no sanction.
        if (draft is { Act: "lift-sanction", Target.Count: 0, Agreement: null } && words.Begins("barrier", 0, sentence.Tokens.Count)) return "target";
        // A demand or a verdict that is nobody's is accepted from nobody, and a programme that is stopped for nobody is a state's own.
        if (draft is { Act: "agree", Object: "demand" or "terms" or "resolution" or "observers", Source.Count: 1, Target.Count: 0, Agreement: null } or { Act: "suspend", Object: "program" or "court", Target.Count: 0, Agreement: null }) return "target";
        // "các cơ quan chính phủ sẽ giảm nhân viên": whose staff it is that is cut abroad, a sentence says.
        if (draft is { Act: "limit-staff", Target.Count: 0, Agreement: null } && !phrases.Actors.Any(actor => actor.Codes.Except(draft.Source).Any())) return "target";
        // "tổ hợp có thể phóng hàng chục mục tiêu giả": what a weapon can do, nobody does.
        if (draft is { Act: "test-weapon", Source: [var tester] } && regimes.IsUnarmed(tester)) return "source";
        if (draft is { Act: "test-weapon", Status: ReportStatus.Conditional } && !phrases.Actors.Any(actor => actor.Codes.Intersect(draft.Source).Any())) return "source";
        // Duties and bans that are lifted for nobody in particular are a state's affair at home.
        if (draft is { Act: "lift-sanction", Object: "tariff" or "trade" or "goods" or "ban", Target.Count: 0 }) return "target";
        // "EU ủng hộ công nghiệp quốc phòng châu Âu": the union's own.
        if (draft is { Act: "support" or "demand" or "appeal", Source: [var union], Target: [var group] } && regimes.IsHome(group, union)) return "home";
        // "yêu cầu đóng cửa công viên": what is asked of nobody abroad, on no matter between states, is asked for at home.
        if (draft is { Act: "demand", Source: [var alone], Target.Count: 0, AgreementIsNamed: false } && !memory.IsBody(alone)
            && phrases.Things.All(thing => !Foreign.Contains(thing.Class) && thing.Class is not ("proposal" or "resolution")) && !sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "all-parties" or "both" })) return "home";
        return OneSided(draft);
    }

    /// <summary>"SCO kết nạp Belarus": a body that takes somebody in has its membership for agreement, whether or not that has a file.</summary>
    private bool IsAdmission(Draft draft) => draft is { Act: "accede", Target.Count: > 0, Source: [var body] } && memory.IsBody(body);

    /// <summary>Whether a thing is one that two states have between them.</summary>
    public static bool IsForeign(string kind) => Foreign.Contains(kind);

    /// <summary>Things that two states have between them: a word about them is no word at home.</summary>
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal)
    {
        "diplomat", "staff", "attache", "ambassador", "embassy", "consulate", "mission", "accreditation", "treaty", "sanction", "talks", "ceasefire", "base", "inspection", "border",
    };

    /// <summary>Words and deeds whose addressee a sentence names: where it names nobody else, the one whom the story speaks of is no better than a guess. Blame, praise and denials answer those named before, and what is pointed at ("chính sách ấy") the story has told.</summary>
    private static readonly HashSet<string> Addressed = new(StringComparer.Ordinal) { "accuse", "demand", "propose", "accede" };

    /// <summary>Words that are aimed at nobody, on no agreement, in a sentence that names nobody else, are a state's words at home.</summary>
    private string? OneSided(Draft draft) =>
        (IsAimed(draft) && !(draft.Act == "criticize" && IsOutsider(draft.Source)) && draft.Target.Count == 0 && draft.Agreement is null || Addressed.Contains(draft.Act) && !draft.AgreementIsNamed && !draft.Source.Any(memory.IsBody) && !PointsBack())
        && draft.Source.Count == 1
        && !phrases.Actors.Any(actor => actor.Codes.Except(draft.Source).Any())
        && phrases.Things.All(thing => !Foreign.Contains(thing.Class) && thing.Owners.All(draft.Source.Contains) && thing.Hosts.All(draft.Source.Contains))
        && !sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "all-parties" or "both" })
            ? "one-sided"
            : null;

    /// <summary>"chính sách ấy", "tổ chức này": what the story has told.</summary>
    private bool PointsBack() => words.Begins("this", 0, sentence.Tokens.Count) || words.Begins("this-body", 0, sentence.Tokens.Count) || words.Begins("this-agreement", 0, sentence.Tokens.Count);

    /// <summary>Whether words mean somebody: blame, wishes and favour do; a refusal or denial does where it judges what is another's, or where nothing of our matters stands beside it ("bác tin sắp từ chức").</summary>
    private bool IsAimed(Draft draft) => draft.Act switch
    {
        "criticize" or "appeal" or "demand" or "support" or "propose" or "accuse" or "accuse-breach" => true,
        // "Nhiều nghị sĩ Anh phản đối kế hoạch tăng thuế": some of a state's people against others of them.
        "reject" => draft.Frame.Stance || words.At(0, "several") is not null,
        "deny" => draft.Frame.Stance || phrases.Things.Count == 0,
        _ => false,
    };

    /// <summary>Whether the story is of others: an outsider's blame is about them ("Washington tỏ ra quan ngại sâu sắc").</summary>
    private bool IsOutsider(IReadOnlyList<string> source) => memory.MainPair.Count == 2 && !memory.MainPair.Any(source.Contains);

    public static bool IsOnAgreement(string act) => OnAgreements.Contains(act);
}
