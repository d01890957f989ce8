// Chooses, among all frames that fire in a sentence, those that are meant.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// Weighs each frame by the length of its head and by the object it finds, and keeps the best of those that overlap.
/// A frame whose objects are typed and that finds none of them is kept only where its head is specific enough to need none.
/// </summary>
public static partial class Triggers
{
    /// <summary>How far to the right of a head its object may stand, in tokens.</summary>
    private const int Reach = 14;

    /// <summary>How far the object of a head of one syllable may stand: such a word is many other words.</summary>
    private const int ShortReach = 7;

    /// <summary>How many words the name of a thing may take that is pointed at.</summary>
    private const int Pointing = 4;

    /// <summary>How far behind a refusal the owner of what is refused may stand.</summary>
    private const int OwnerReach = 5;

    /// <summary>How far behind a head its companion alone proves it.</summary>
    private const int WithReach = 3;

    /// <summary>How far after a fronted participle the agreement may stand that it belongs to.</summary>
    private const int FrontedReach = 16;

    /// <summary>Object classes that every clause has: they are no evidence.</summary>
    private static bool IsOpen(string kind) => kind is "action" or "statement" or "actor" or "demand" or "role" or "duty" or "dispute";

    /// <summary>Acts of speech: whom or what they aim at is said in too many ways to be listed.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "appeal", "demand", "support", "criticize", "accuse", "threaten" };

    /// <summary>Acts that say how one stands to something: anything can be praised or blamed.</summary>
    private static readonly HashSet<string> Stances = new(StringComparer.Ordinal) { "support", "criticize", "accuse" };

    /// <summary>Objects that "3 người" or "ai" can stand for, once the act has been told of them.</summary>
    private static bool IsPeople(string kind) => kind is "diplomat" or "staff" or "attache" or "spy";

    /// <param name="told">Acts that the story has told of before: what they were done to may be left out now.</param>
    public static List<Candidate> Of(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases, IReadOnlyCollection<string> told, List<DroppedTrigger> dropped)
    {
        var all = new List<Candidate>();
        var passives = Passives(sentence, words);
        var ahead = new ObjectsAhead(sentence, words, clauses, phrases);
        var isCased = IsCased(sentence);
        foreach (var match in sentence.Words)
        {
            if (match.Entry is not FrameEntry { Frame: var frame }) continue;
            var clause = ClauseAt(clauses, match.First);
            if (clause < 0 || IsSyllable(match, sentence, phrases) || isCased && IsName(match, sentence)) continue;
            if (Weigh(frame, match, clause, sentence, words, passives, ahead, clauses, phrases, told) is { } candidate) Add(all, candidate);
            else dropped.Add(new(frame.Id, new(sentence.Tokens[match.First].Start, sentence.Tokens[match.Last - 1].End), "object"));
        }
        if (all.Count == 0) return all;
        var kept = new List<Candidate>();
        foreach (var candidate in all)
            if (!IsTaken(candidate, kept)) kept.Add(candidate);
        kept.RemoveAll(one => IsAnnouncement(one, kept, sentence));
        kept.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        foreach (var effect in kept.Where(one => one.Frame.Act == "enter-into-force").ToList())
        {
            var deed = kept.FindLastIndex(one => IsEffectOf(effect, one, sentence, clauses));
            if (deed < 0) continue;
            kept[deed] = kept[deed] with { Last = effect.Last };
            kept.Remove(effect);
        }
        return kept;
    }

    /// <summary>Whether the words of a candidate are those of a better one.</summary>
    private static bool IsTaken(Candidate candidate, List<Candidate> kept)
    {
        foreach (var other in kept)
            if (other.First < candidate.HeadEnd && candidate.First < other.HeadEnd || IsSameWords(other, candidate)) return true;
        return false;
    }

    /// <summary>Puts a candidate in its place: the best proved first, then from left to right.</summary>
    private static void Add(List<Candidate> all, Candidate candidate)
    {
        var place = all.Count;
        while (place > 0 && IsBefore(candidate, all[place - 1])) place--;
        all.Insert(place, candidate);
    }

    private static bool IsBefore(Candidate one, Candidate other) =>
        one.Score != other.Score ? one.Score > other.Score
        : one.First != other.First ? one.First < other.First
        : string.CompareOrdinal(one.Frame.Id, other.Frame.Id) < 0;

    /// <summary>"I. A-li-ép": a syllable of somebody's name, joined by a dash, is no word.</summary>
    private static bool IsSyllable(LexiconMatch match, Sentence sentence, PhraseSet phrases) =>
        match.First > 0 && sentence.Tokens[match.First - 1].Is('-') && sentence.Tokens[match.First - 1].End == sentence.Tokens[match.First].Start
        && IsInPerson(match.First, phrases);

    /// <summary>"tấm gương của Bác", "Ảnh: Thống Nhất": capitals inside a sentence make a name, and no verb.</summary>
    private static bool IsName(LexiconMatch match, Sentence sentence)
    {
        for (var at = match.First; at < match.Last; at++)
            if (!sentence.Tokens[at].Upper) return false;
        return match.Last - match.First > 1 || match.First > 0 && sentence.Tokens[match.First - 1].Kind == TokenKind.Word;
    }

    /// <summary>Whether most words of a sentence are written small, so that capitals say something.</summary>
    private static bool IsCased(Sentence sentence)
    {
        var small = 0;
        foreach (var token in sentence.Tokens) small += token.Kind != TokenKind.Word ? 0 : token.Upper ? -1 : 1;
        return small > 0;
    }

    /// <summary>"thông báo (sẽ) viện trợ …": where the thing announced is a verb of the same act, that verb tells it.</summary>
    private static bool IsAnnouncement(Candidate one, List<Candidate> kept, Sentence sentence) =>
        one.Thing is { } thing && kept.Exists(other => other != one && other.First == thing.First && other.Frame.Act == one.Frame.Act && other.Frame.Form == "verb")
        && sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } && word.First == one.First || word.Entry is CueEntry { Cue: "future" or "intended" } && word.First >= one.First && word.Last <= thing.First);

    /// <summary>"Việc Nga rút khỏi CFE chính thức có hiệu lực ngày 7/11": the deed takes effect on that day, and not the agreement.</summary>
    private static bool IsEffectOf(Candidate effect, Candidate deed, Sentence sentence, List<Clause> clauses) =>
        deed.Frame.Act is "withdraw" or "terminate" or "suspend" or "announce-withdrawal" or "notify-withdrawal" or "revoke-notice" && deed.Clause == effect.Clause && deed.HeadEnd <= effect.First
        && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" } && word.First >= clauses[deed.Clause].First && word.Last <= deed.First);

    /// <summary>A head with a gap also covers the words of its last part.</summary>
    private static bool IsSameWords(Candidate one, Candidate other) => one.Last > one.HeadEnd && other.First < one.Last && other.Last >= one.Last && other.First > one.HeadEnd;

    public static int ClauseAt(List<Clause> clauses, int token)
    {
        for (var i = 0; i < clauses.Count; i++)
            if (clauses[i].First <= token && token < clauses[i].Last) return i;
        return -1;
    }

    /// <summary>A frame with its proof and its weight; null where it is not meant, as are most.</summary>
    private static Candidate? Weigh(Frame frame, LexiconMatch match, int clause, Sentence sentence, WordIndex words, List<LexiconMatch> passives, ObjectsAhead ahead, List<Clause> clauses, PhraseSet phrases, IReadOnlyCollection<string> told)
    {
        // A noun in the head itself may be the object ("đóng cửa đại sứ quán"); otherwise it stands to the right, in the clause or where the clause runs on.
        // The last part of a head may stand in a later clause, and its object there.
        var lastPart = match.Reach > match.Last ? Math.Max(clause, ClauseAt(clauses, match.Reach - 1)) : clause;
        var end = Math.Min(Math.Max(Clauses.RunEnd(clauses, clause, throughRelatives: true), Clauses.RunEnd(clauses, lastPart)), match.Reach + Reach);
        // A noun that is the head itself ("đề xuất", "thanh sát") proves nothing.
        var thing = ThingBehind(frame, match, end, phrases);
        // "ra điều kiện … phải dỡ bỏ lệnh trừng phạt": what another verb stands nearer to is that verb's object.
        if (thing is not null && match.Length == 1 && thing.First - match.Last > 2 && (thing.Start - match.Reach > ShortReach || IsTakenBefore(sentence, match, thing))) thing = null;
        var agreement = AgreementBehind(match, end, phrases);
        var actor = ActorBehind(match, end, phrases);
        var passive = IsPassive(passives, match.First, phrases);
        // "việc …", "quyết định …": a deed told as a noun.
        var isDeed = (words.At(match.Last, "nominal") ?? words.At(match.Last + 1, "nominal")) is not null;
        if (frame.Form is "noun" or "predicate" || passive || frame.Source is Slot.Parties or Slot.Owner)
        {
            var start = Clauses.RunStart(clauses, clause);
            thing ??= ThingAhead(frame, match, start, phrases);
            agreement ??= AgreementAhead(match, start, phrases);
        }
        if (thing is null && agreement is null && frame is { Form: "verb" or "light-verb", Objects.Count: > 0 } && match.Reach == match.Last && ahead.Before(clause, match.First, match.Last, passive) is { } stretch)
        {
            thing = ahead.Thing(frame.Objects, stretch, match.First);
            agreement = ahead.Agreement(stretch, match.First);
        }
        // "ký hiệp định năm 2017, có hiệu lực từ …", "phê chuẩn công ước, kèm một bảo lưu": what the words before the comma were about.
        if (thing is null && agreement is null && frame.Act is "enter-into-force" or "reserve" && ahead.BeforeComma(clause, match.First) is { } text)
            (thing, agreement) = (ahead.Thing(["treaty"], text, match.First), ahead.Agreement(text, match.First));
        // "Được ký năm 2010, New START …": the agreement comes with the main clause.
        if (agreement is null && thing is null && clause == 0 && match.First <= 2 && clauses.Count > 1)
            agreement = AgreementFrom(clauses[0].Last, match.Last + FrontedReach, phrases);
        // "thông qua dự luật ngày 19/5", "ký luật này": the law is the one that the story is about, where nothing says another.
        if (thing is { Class: "law" } law && agreement is null && frame.Act == "domestic-step" && law.First >= match.Last && !IsBare(sentence, words, law.Last, clauses[clause].Last) && words.At(law.Last, "this") is null) thing = null;
        var isTyped = !frame.Objects.All(IsOpen);
        var wantsAgreement = frame.Takes("treaty") || frame.Agreement == AgreementNeed.Needed;
        var wantsBody = frame.Takes("body") || frame.Takes("membership");
        double evidence = 0;
        if (thing is not null && thing.Class != "place") evidence = 6;
        if (agreement is not null && wantsAgreement) evidence = 7;
        // "phong tỏa Dải Gaza": a place that belongs to somebody, right behind a verb of force.
        if (evidence == 0 && frame.Act is "attack" or "coerce" && frame.Takes("territory") && HasLandBehind(match, phrases)) evidence = 4;
        var body = wantsBody && actor is { IsBody: true, Codes.Count: 1 } && actor.First - match.Last <= 1 && actor.Governor is not Governor.To ? actor : null;
        if (wantsBody && body is null && match.Reach > match.Last) body = BodyAtEnd(match, phrases);
        if (evidence == 0 && body is not null) evidence = 4;
        if (!isTyped) evidence = Math.Max(evidence, frame.Takes("actor") && actor is not null ? 4 : 2);
        if (evidence == 0 && frame.Agreement != AgreementNeed.Needed) evidence = Aimed(frame, match, end, phrases);
        if (evidence == 0 && frame.Target is Slot.Object or Slot.OwnerOfObject && frame.Objects.Any(IsOpen) && isDeed) evidence = 4;
        // "tố cáo chính sách ấy": what the story has told of is blamed, praised or refused.
        var isPointed = frame.Act is "accuse" or "criticize" or "support" or "reject" or "deny" && frame.Form is "verb" or "light-verb" && match.Reach == match.Last && IsPointing(sentence, words, phrases, match.Last);
        if (evidence == 0 && isPointed) evidence = 3;
        if (evidence == 0 && frame.Act is "appeal" or "demand" && words.At(match.Last, "all-parties") is not null) evidence = 3;
        if (evidence == 0 && frame.Objects.Any(IsPeople) && (told.Contains(frame.Act) || IsToldBefore(frame, match, sentence)) && IsSomebody(sentence, words, match.Last)) evidence = 4;
        if (evidence == 0 && Words.Contains(frame.Act) && !frame.Takes("addressee") && actor is not null) evidence = 2;
        // "Hạ viện Anh bác ba lần", "hai bên ký ở Brussels", "Oa-sinh-tơn khước từ ngay": what is told of is signed or refused.
        if (evidence == 0 && (frame.Act is "deny" or "reject" || frame is { Act: "sign", Form: "verb" or "light-verb" } && (told.Any(IsTextual) || match.Length == 3 && IsTextBefore(match, sentence))) && match.Length <= (frame.Act == "sign" ? 3 : 2) && IsLeftOut(sentence, words, match.Last, clauses[clause].Last) && HasSubjectBefore(sentence, words, match.First, clauses[clause], phrases)) evidence = 3;
        if (evidence == 0 && (frame.Agreement == AgreementNeed.Needed || frame.Act is "deny" or "reject" || frame.Act is "sign" or "ratify" && wantsAgreement && HasDateAt(sentence, match.Last)) && IsBare(sentence, words, match.Last, clauses[clause].Last)) evidence = 3;
        // "ca ngợi đây là …": what the story has just told is meant.
        if (evidence == 0 && frame is { Act: "support", Form: "verb" or "light-verb" } or { Act: "support" or "criticize" or "accuse", Form: "idiom" } && words.At(match.Last, "pointer") is not null) evidence = 3;
        // "Iran và EU cũng bày tỏ ủng hộ.": what is praised or blamed is what the story tells.
        if (evidence == 0 && frame.Act is "support" or "criticize" && match.Length >= 2 && (match.Last >= sentence.Tokens.Count || sentence.Tokens[match.Last].Mark is '.' or ',' or ';')
            && HasSpeakerBefore(match, clauses[clause], phrases)) evidence = 3;
        if (evidence == 0 && frame.Source == Slot.Parties && AreParties(frame, match, clauses[clause], end, phrases)) evidence = 4;
        if (evidence == 0 && frame.Embedded == Embedding.Intended && frame.Form == "verb" && (words.StartingAt(match.Last).Any(word => word.Entry is FrameEntry) || words.StartingAt(match.Last + 1).Any(word => word.Entry is FrameEntry))) evidence = 4;
        // "dỡ bỏ lệnh này", "Campuchia chấp thuận ngay": what the story has told is what is undone or accepted.
        var undone = evidence == 0 ? Antecedents.Pointed(frame, match, words, told) : null;
        if (undone is not null) evidence = 4;
        else if (evidence == 0 && frame is { Act: "agree", Source: Slot.Subject, Target: not Slot.None } && match.Length >= 2 && IsBare(sentence, words, words.At(match.Last, "manner")?.Last ?? match.Last, clauses[clause].Last) && (undone = Antecedents.Told(frame, told) ?? Antecedents.ToldHere(frame, match, sentence)) is not null) evidence = 3;
        // "Quyết định có hiệu lực từ …": whose decision it is, the story knows.
        if (evidence == 0 && frame.Act == "enter-into-force" && words.At(clauses[clause].First, "nominal") is not null) evidence = 4;
        // "Kiev bị Nga tấn công": the patient is the proof.
        if (evidence == 0 && passive && frame.Target == Slot.Object && HasPatientBefore(match, clauses[clause], phrases)) evidence = 4;
        // "hứa sẽ bồi thường cho Azerbaijan": a promise to nobody else is a state's affair at home.
        if (frame.Takes("other")) evidence = IsOtherBehind(match, clauses[clause], end, phrases) ? 4 : -1;
        // "làm việc với Tổng thống …", "gọi điện cho Thủ tướng …": with somebody in office it is a meeting, with a state it may be trade.
        if (frame.Takes("officeholder")) evidence = HasOfficeBehind(match, phrases) ? 4 : -1;
        if (match.Reach > match.Last && (words.MayHaveCue("negation") && IsNegatedInside(sentence, match, frame) || IsBroken(match, clause, words, clauses, phrases))) evidence = -1;
        // "lên tiếng ủng hộ «quyền tự quyết …»", "tố cáo chính sách ấy", "chấp thuận tạm ngừng …": where somebody stands before it, a verb that says a stance is proof enough, whatever it is about.
        if (evidence == 0 && (Stances.Contains(frame.Act) || frame is { Act: "agree", Target: Slot.OwnerOfObject }) && frame.Form is "verb" or "light-verb" && match.Length >= 2 && !passive && HasSubjectBefore(sentence, words, match.First, clauses[clause], phrases)) evidence = 1;
        // "không phải là bước lùi": what is not so is no evaluation.
        if (frame.Stance && IsNegated(match, words)) evidence = -1;
        var length = match.Length;
        var specific = frame.Form switch
        {
            "verb" => !isTyped,
            "light-verb" => !isTyped || length >= 3,
            "idiom" => length >= 2,
            _ => false,
        };
        if (evidence == 0 && !specific && PlainVerbs.IsPlain(frame, match, clauses[clause], end, passive, sentence, words, phrases)) (evidence, specific) = (1, true);
        var score = evidence < 0 || evidence == 0 && !specific ? 0 : 10 * length + evidence * 2 + (match.Reach > match.Last ? 8 : 0);
        if (frame.Agreement == AgreementNeed.Needed && evidence == 0) score = specific && length >= 3 ? score - 8 : 0;
        if (score <= 0) return null;
        return new()
        {
            Frame = frame,
            First = match.First,
            Last = match.Reach,
            HeadEnd = match.Last,
            Clause = clause,
            Thing = thing,
            Agreement = agreement,
            Actor = actor,
            Body = body ?? (actor is { IsBody: true } && actor.First - match.Last <= 1 ? actor : null),
            IsDeed = isDeed,
            IsPointed = isPointed,
            Undone = undone,
            Score = score,
        };
    }

    /// <summary>Whether a verb of more than one syllable that wants things of this class stands between a short head and the thing.</summary>
    private static bool IsTakenBefore(Sentence sentence, LexiconMatch match, ThingPhrase thing) =>
        sentence.Words.Any(word => word.Entry is FrameEntry { Frame: { Form: "verb" or "light-verb" } other } && word.Length > 1 && word.First >= match.Reach && word.Last <= thing.First && other.Takes(thing.Class));

    /// <summary>Whether the gap of a head runs into a clause with a subject of its own: "bị triệu tập, còn Úc gọi … về nước".</summary>
    private static bool IsBroken(LexiconMatch match, int clause, WordIndex words, IReadOnlyList<Clause> clauses, PhraseSet phrases)
    {
        for (var next = clause + 1; next < clauses.Count && clauses[next].First < match.Reach; next++)
            if (clauses[next] is { OpensByMark: true, Quote: 0 } other && phrases.Actors.Any(one => one is { Governor: Governor.Bare, Codes.Count: > 0 } && one.First - other.First is >= 0 and <= 2 && one.Last < match.Reach && Joining.IsVerbAhead(words, one.Last))) return true;
        return false;
    }

    /// <summary>Whether somebody stands behind a head, or owns what stands there, who is not named before it in the clause.</summary>
    private static bool IsOtherBehind(LexiconMatch match, Clause clause, int end, PhraseSet phrases)
    {
        var before = phrases.Actors.Where(one => one.First >= clause.First && one.Last <= match.First).SelectMany(one => one.Codes).ToList();
        return phrases.Actors.Any(one => one.First >= match.First + 1 && one.First < end && one.Codes.Count > 0 && !one.Codes.Any(before.Contains))
            || phrases.Things.Any(one => one.First >= match.Last && one.First < end && one.Owners.Count > 0 && !one.Owners.Any(before.Contains));
    }

    /// <summary>Whether a negation stands in the gap of a head, right before its last part: "khẳng định … không vi phạm".</summary>
    private static bool IsNegatedInside(Sentence sentence, LexiconMatch match, Frame frame)
    {
        var head = frame.Heads[((FrameEntry)match.Entry).Head];
        var part = match.Reach - head[(head.LastIndexOf('…') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return sentence.Words.Any(word => word.Entry is CueEntry { Cue: "negation" } && word.First >= match.Last && word.Last <= part && part - word.Last <= 2);
    }

    /// <summary>Whether the words from a token on name something that was told before: "chính sách ấy", "kế hoạch hòa bình nói trên".</summary>
    private static bool IsPointing(Sentence sentence, WordIndex words, PhraseSet phrases, int at)
    {
        for (var end = at + 1; end <= at + Pointing && end < sentence.Tokens.Count; end++)
        {
            if (sentence.Tokens[end - 1] is not { Kind: TokenKind.Word, Upper: false } || phrases.Actors.Any(one => one.First < end && end <= one.Last)) return false;
            if (words.At(end, "this") is not null) return true;
        }
        return false;
    }

    /// <summary>Whether nothing follows a head that could be its object: then it is the agreement under discussion.</summary>
    private static bool IsBare(Sentence sentence, WordIndex words, int at, int end) =>
        at >= end || sentence.Tokens[at].Kind == TokenKind.Mark || HasDateAt(sentence, at) || words.StartingAt(at).Any(word => word.Entry is CueEntry or FunctionEntry { Role: "that" or "also" or "and" });

    /// <summary>Acts that leave a text behind which can be signed: without words for it, it is that text which is signed.</summary>
    private static bool IsTextual(string act) => act is "agree" or "negotiate" or "sign" or "propose";

    private static bool IsTextBefore(LexiconMatch match, Sentence sentence) => sentence.Words.Exists(word => word.Last <= match.First && word.Entry is FrameEntry other && IsTextual(other.Frame.Act));

    /// <summary>Whether what follows a head says only where, when, how or how often: "ở Brussels", "ba lần", "thẳng thừng".</summary>
    private static bool IsLeftOut(Sentence sentence, WordIndex words, int at, int end)
    {
        if (words.At(at, "manner") is { } manner) at = manner.Last;
        return at >= end || sentence.Tokens[at].Mark is '.' or ',' or ';' || words.At(at, "place") is not null || words.At(at, "times") is not null || sentence.Dates.Any(date => date.First == at && !date.Mention.IsDuration);
    }

    /// <summary>Whether somebody stands right before a verb, with nothing but words of time and mood between.</summary>
    private static bool HasSubjectBefore(Sentence sentence, WordIndex words, int first, Clause clause, PhraseSet phrases) =>
        phrases.Actors.Any(one => one is { Governor: Governor.Bare, Codes.Count: > 0 } && one.First >= clause.First && one.Last <= first && first - one.Last <= 3
            && Enumerable.Range(one.Last, first - one.Last).All(at => words.StartingAt(at).Concat(words.EndingAt(at + 1)).Any(word => word.Entry is CueEntry { Cue: "past" or "completed" or "negation" } or FunctionEntry { Role: "present" or "repeated" or "earlier" or "only" or "manner" }) || sentence.Dates.Any(date => date.First <= at && at < date.Last)));

    /// <summary>"3 người", "ai": somebody, counted or not.</summary>
    private static bool IsSomebody(Sentence sentence, WordIndex words, int at) =>
        sentence.Numbers.Any(number => number.Unit == "person" && number.First - at is 0 or 1) || words.At(at, "anybody") is not null;
}
