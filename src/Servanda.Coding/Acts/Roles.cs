// Who does an act, to whom, and about which agreement.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What the roles of a candidate came out as. A null source: nobody could be named, and the act must not be guessed onto anyone.</summary>
public sealed record RoleSet(IReadOnlyList<string>? Source, IReadOnlyList<string> Target, string? Person, string? Agreement, bool AgreementIsNamed);

/// <summary>Resolves roles by the slots of the frame.</summary>
public sealed class Roles(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases, StoryMemory memory, Regimes regimes, IReadOnlyDictionary<string, ActDefinition> acts)
{
    /// <summary>The two who met in the sentence so far; nobody where none did.</summary>
    private IReadOnlyList<string> meeting = [];

    private readonly Doers doers = new(sentence, words, clauses, phrases);
    private readonly Targets targets = new(words, clauses, phrases);
    private readonly Addressees addressees = new(memory, regimes, phrases, words, clauses);
    private readonly AgreementsMeant meant = new(phrases, words, memory, regimes);

    /// <param name="before">The candidates to the left, whose objects are no subjects.</param>
    public RoleSet Of(Candidate candidate, List<Candidate> before, Speaker speaker)
    {
        var frame = candidate.Frame;
        var clause = clauses[candidate.Clause];
        // Who accepts what another offers, or promises it to him, does it alone; so does who recognises another.
        var symmetric = acts.TryGetValue(frame.Act, out var act) && act.Symmetric && !(frame.Act == "agree" && frame.Source == Slot.Subject) && !(frame is { Act: "restore-relations", Source: Slot.Subject, Target: Slot.Object });
        var passive = doers.PassiveMark(candidate);
        var (subject, target) = passive is { } mark ? doers.Passive(candidate, mark) : (doers.Active(candidate, before, symmetric), []);
        // "Hiệp ước giới hạn mỗi nước ở mức …": what an agreement itself does is its terms, and nobody's act.
        if (passive is null && frame.Source is not (Slot.Parties or Slot.Agent) && clause.Quote == 0 && IsAgreement(candidate, clause)) return new(null, [], null, null, false);
        var source = candidate.Leaver?.Source ?? subject?.Codes;
        var person = subject?.Person;
        // "việc tăng cường lực lượng quân sự của Nga": whose forces they are that are moved, moves them.
        if (passive is null && (frame.Act == "deploy" || frame.Act == "pull-back" && !frame.Objects.Contains("prisoner")) && Forces(candidate) is { Owners: var holders } && !holders.Any((source ?? []).Contains)) (source, person) = (holders, null);
        if (frame.Source == Slot.Speaker || frame.Stance)
        {
            // An evaluation is somebody's, or nobody's: the subject of "… là phi pháp" is not who says so. A head with a gap holds the verb of saying itself.
            if (speaker.Codes.Count > 0) (source, person) = (speaker.Codes, speaker.Person);
            else if (frame.Act == "accuse-breach" && doers.Punishing(candidate, before) is { } reproach) (source, target) = reproach;
            else if (frame.Stance || candidate.Last == candidate.HeadEnd) return new([], [], null, null, false);
        }
        // "Ông ấy kiên quyết phủ nhận", Tổng thống nói: of whom one speaks so is another.
        else if (passive is null && frame.Act == "deny" && clause.Quote > 0 && subject is { IsPronoun: true } && words.At(subject.First, "another-person") is not null && speaker.Codes.Count > 0 && subject.Codes.SequenceEqual(speaker.Codes))
        {
            (source, person) = (memory.OtherSideOf(speaker.Codes), null);
        }
        // "… nói với Đại sứ Nga rằng …, và yêu cầu Nga …": who said the one says the other.
        else if (passive is null && Modality.IsWord(frame.Act) && clause is { OpensByMark: true, Kind: ClauseKind.Also, Quote: 0 } && speaker.Codes.Count > 0 && frame.Source == Slot.Subject
            && !phrases.HasSubject(clause.First, candidate.First))
        {
            (source, person) = (speaker.Codes, speaker.Person);
        }
        else if (source is null && clause.Quote > 0 && speaker.Codes.Count > 0 && passive is null && IsOwnWord(candidate))
        {
            source = speaker.Codes;
        }
        if (passive is null && subject is null && clause.Quote == 0 && memory.MostMentioned.FirstOrDefault(memory.IsBody) is { } body && doers.IsDocument(candidate)) source = [body];
        source ??= passive is null && subject is null && !HasSubject(candidate, clause) && speaker.Codes.Count == 0 && frame.Source is not (Slot.Parties or Slot.Owner) && frame.Form != "noun" && Opens(candidate) ? memory.LastSubject?.Codes : null;
        // "kêu gọi quốc hội nước này …", "hy vọng chúng tôi …": what one asks of one's own is a matter at home.
        if (passive is null && frame is { Act: "appeal" or "demand", Source: Slot.Subject } && source is { Count: 1 } && doers.Addressed(candidate) is { Codes: [var own] } && own == source[0] && !regimes.IsBody(own)) return new([], [], null, null, false);
        if (target.Count == 0) target = doers.Receiver(candidate, subject);
        if (target.Count == 0 && passive is null && doers.Addressed(candidate) is null) target = targets.Called(candidate, source ?? []);
        if (target.Count == 0) target = targets.Of(candidate, subject);
        if (target.Count == 0) target = targets.Ahead(candidate, source ?? []);
        if (target.Count == 0 && passive is null) target = targets.Fronted(candidate)?.Codes ?? [];
        if (target.Count == 0 && passive is null) target = targets.Spoken(candidate, source ?? []);
        if (frame.Source == Slot.Parties || symmetric)
        {
            // "EU và Anh thống nhất để biên giới giữa hai vùng …": two who do it themselves are named, whatever else lies between two.
            var between = (subject is { Governor: Governor.Bare, Codes.Count: >= 2 } && subject.Last <= candidate.First && frame.Form != "noun" ? null : doers.Between(clause)) ?? doers.Beside(candidate) ?? doers.Sides(candidate, passive is not null);
            if (between is not null) source = between.Codes;
            // "Hiệp định thương mại Ấn Độ - UAE có hiệu lực": whose agreement it is, its name says.
            else if (frame.Source == Slot.Parties && source is not { Count: > 0 } && phrases.Actors.FirstOrDefault(one => one.Codes.Count == 2 && one.First >= clause.First && one.Last <= candidate.First) is { } two) source = two.Codes;
            if (symmetric && source is { Count: > 0 }) source = source.Concat(source.Count == 1 && target.Count > 0 ? target : (targets.With(candidate) ?? targets.Host(candidate))?.Codes ?? []).Distinct().ToList();
            if (source is not { Count: > 0 } && passive is not null && frame.Act == "sign" && doers.Companions(candidate) is { } signed) source = signed;
            // "hai bên đã điều chỉnh thỏa thuận hàng hải Iraq - Kuwait": whose it is, its name says.
            if (source is not { Count: > 0 } && candidate.Thing is { Class: "treaty", Owners.Count: 2 } text) source = text.Owners;
            if (source is not { Count: > 0 } && IsOfBoth(candidate, clause)) source = memory.BothSides();
            if (symmetric) target = [];
        }
        // "Quyền Ngoại trưởng Hamacek thông báo trục xuất 18 nhân viên sứ quán Nga": an office without its state is not that of those who are expelled.
        if (frame.Act is "expel" or "summon" && passive is null && subject is { IsOffice: true } && candidate.Thing is { Owners.Count: 1 } staff && source is { Count: 1 } && source[0] == staff.Owners[0] && memory.MainPair.Contains(source[0]))
            source = memory.MainPair.Where(code => code != staff.Owners[0]).ToList();
        // "Nga và Ukraine đổ lỗi cho nhau. Ngoại trưởng Kuleba cáo buộc lính Nga …": whose minister it is was not said, and nobody accuses his own.
        else if (passive is null && frame.Act is "accuse" or "accuse-breach" or "criticize" or "demand" or "appeal" or "threaten" or "suspend" && subject is { IsGuessed: true } && source is [var guessed] && doers.IsAimedAt(candidate, guessed) && memory.MainPair.Contains(guessed))
        {
            (source, target) = (memory.MainPair.Where(code => code != guessed).ToList(), [guessed]);
        }
        // "Đàm phán giữa Ấn Độ và Canada được khởi động lại": who have the talks take them up again.
        if (source is not { Count: > 0 } && frame.Act is "suspend" or "resume" && candidate.Thing is { Class: "talks" } && doers.Between(clause) is { Codes.Count: >= 2 } having) (source, target) = (having.Codes, []);
        // "… cho biết hợp tác quân sự với Gabon đã tạm ngưng": what stops is the speaker's own.
        if (source is not { Count: > 0 } && frame.Act == "suspend" && speaker.Codes.Count == 1 && doers.Partner(candidate) is { } partner && !partner.Codes.Contains(speaker.Codes[0])) (source, target) = (speaker.Codes, partner.Codes);
        if (source is { Count: > 0 }) target = target.Except(source).ToList();
        // "Động thái của Nga vấp phải sự phản đối từ Nhật Bản": who meets with blame is blamed.
        if (target.Count == 0 && source is { Count: > 0 } && (frame.Source is Slot.Owner or Slot.Agent || passive is not null) && frame.Act is "criticize" or "reject" or "support") target = targets.Receiving(candidate, source);
        // "Mỹ: Nga vi phạm INF", "Nga phải rút quân, ông nói": of whom somebody else says it.
        if (target.Count == 0 && passive is null && frame.Source == Slot.Speaker && subject is { Codes.Count: > 0 } && source is { Count: > 0 }) target = subject.Codes.Except(source).ToList();
        if (target.Count == 0) target = addressees.Answered(candidate, source ?? []);
        if (target.Count == 0 && frame.Act is "attack" or "aid" or "coerce" or "inspect") target = targets.Inhabitants(candidate, source ?? []);
        // "quân đội Ukraine nói Nga đã phóng 55 tên lửa": who tells of it is whom it hit.
        if (target.Count == 0 && frame.Act == "attack" && subject?.Governor == Governor.Bare && speaker.Codes is [var hit] && memory.MainPair.Contains(hit) && source is { Count: > 0 } && !source.Contains(hit) && source.All(memory.MainPair.Contains)) target = [hit];
        if (target.Count == 0 && passive is { } at && frame.Act is "sanction" or "lift-sanction") target = targets.Patients(candidate, at, source ?? []);
        if (frame.Act == "meet" && source is { Count: 2 }) meeting = source;
        // "gặp Tổng thống Sri Lanka và cam kết viện trợ": whom one meets one speaks to.
        else if (target.Count == 0 && source is { Count: 1 } && meeting.Contains(source[0]) && (frame.Act is "aid" or "agree" or "propose" or "appeal" or "demand")) target = [.. meeting.Where(code => code != source[0])];
        if (target.Count > 0) memory.LastTargets[frame.Act] = target;
        else if (regimes.IsOnMissions(frame.Act) && frame.Act is not ("suspend" or "resume") && candidate.Thing is null or { Owners.Count: 0 } && memory.LastTargets.TryGetValue(frame.Act, out var last) && IsStillMeant(last, source ?? []))
            // "Moscow đuổi lại hai người": what was done to one is done to him who did it.
            target = last.Except(source ?? []).ToList() is { Count: > 0 } same ? same : memory.DoerOf(frame.Act).Except(source ?? []).ToList();
        if (target.Count == 0 && source is { Count: 1 }) target = addressees.OtherSide(candidate, source[0]);
        if (target.Count == 0) target = addressees.Same(candidate, source ?? []);
        // "Bolivia cắt quan hệ với Israel; Colombia và Chile triệu hồi đại sứ": who follows strikes the same.
        if (target.Count == 0 && frame.Act is "recall" or "sever-relations" or "summon" or "expel" && candidate.Thing is null or { Owners.Count: 0, Hosts.Count: 0 } && (candidate.Thing is not { } envoy || words.At(envoy.Last, "owner") is null) && source is { Count: > 0 }) target = memory.StruckHere(source);
        // "vi phạm nghị quyết của Hội đồng Bảo an": whose text is broken breaks none.
        if (frame.Act == "accuse-breach" && target is [var issuer] && regimes.IsBody(issuer) && phrases.Things.Any(one => one.Class is "resolution" or "treaty" or "obligation" && one.Owners.Contains(issuer)) && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Codes.Contains(issuer))) target = [];
        if (target.Count > 0) target = [.. target.Except(targets.Bearers(candidate))];
        doers.MarkObject(candidate);
        var (agreement, named) = candidate.Leaver?.Agreement is { } left ? (left, false) : meant.Of(candidate, source ?? [], target);
        if (target.Count == 0 && agreement is not null && source is not null) target = addressees.OtherParty(candidate, source, agreement);
        if (target.Count == 0 && source is { Count: > 0 }) target = addressees.BodyLeft(candidate, source, agreement);
        // "Hai bên bắt đầu tham vấn về COC": the two sides of an agreement between two.
        if (subject is { IsBoth: true } && agreement is not null && candidate.Agreement?.Id == agreement && regimes.PartiesOf(agreement) is { Count: 2 } sides) source = sides;
        // A bilateral agreement that "was signed" was signed by its parties.
        if (agreement is not null && (frame.Act is "sign" or "enter-into-force" or "extend" || frame.Act == "terminate" && frame.Source == Slot.Parties) && regimes.PartiesOf(agreement) is { Count: 2 } parties
            && (source is not { Count: > 0 } || frame.Act == "sign" && source.Count == 2 && !source.All(parties.Contains))) source = parties;
        return new(source, target, person, agreement, named);
    }

    /// <summary>The forces that are moved where it is said whose they are: the object, or what the head itself runs into.</summary>
    private ThingPhrase? Forces(Candidate candidate) =>
        new[] { candidate.Thing, phrases.Things.FirstOrDefault(one => one.First > candidate.First && one.First < candidate.HeadEnd && one.Last >= candidate.HeadEnd) }.FirstOrDefault(one => one is { Class: "troops" or "ship" or "aircraft" or "missile", Owners.Count: > 0 });

    /// <summary>Whether the subject of the clause is an agreement, or the clause says what one provides ("Theo INF, …").</summary>
    private bool IsAgreement(Candidate candidate, Clause clause)
    {
        var first = phrases.Agreements.FirstOrDefault(one => one.Last <= candidate.First && one.First >= clause.First);
        if (first is not null && first.First - clause.First <= 1 && !phrases.Actors.Any(one => one.First >= first.Last && one.Last <= candidate.First)
            && !phrases.Actors.Any(one => one.First >= clause.First && one.Last <= first.First)) return true;
        return phrases.Agreements.Any(one => one.First <= 3 && words.EndingAt(one.First).Any(word => word.Entry is AttributionEntry { Kind: "theo" }));
    }

    /// <summary>Whether who was meant before still is: the paragraph is not about one other. Who acts in the same sentence is none.</summary>
    private bool IsStillMeant(IReadOnlyList<string> last, IReadOnlyList<string> source) =>
        memory.Named.Except(source).Except(phrases.Actors.Where(one => one.Governor == Governor.Bare).SelectMany(one => one.Codes)).ToList() is not { Count: 1 } others || last.Contains(others[0]);

    /// <summary>Whether it is told of what two have between them without saying who they are, so that the paragraph says it or the story: "Giao tranh nổ ra tại nhiều điểm", "văn kiện ký ngày 14/6/2000".</summary>
    private bool IsOfBoth(Candidate candidate, Clause clause) => candidate.Frame.Act switch
    {
        "attack" => memory.IsOfTwo && !sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "between" }) && memory.BothSides().All(memory.MainPair.Contains),
        "restore-relations" => memory.IsOfTwo,
        // "các bên đạt được thỏa thuận": the two of a story of two.
        "agree" => memory.IsOfTwo && Enumerable.Range(clause.First, candidate.First - clause.First).Any(at => words.At(at, "all-parties") is { } all && candidate.First - all.Last is >= 0 and <= 2) && memory.BothSides().All(memory.MainPair.Contains),
        "pull-back" => candidate.Frame.Form is "noun" or "predicate" or "idiom" && candidate.Thing is null or { Class: "ceasefire" } && (memory.LastJoint.Count == 2 || memory.IsOfTwo) && !sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "between" }),
        "negotiate" or "meet" => candidate.Frame is { Source: Slot.Parties, Form: "noun" or "predicate" } && IsThatOne(candidate, clause) && !phrases.Actors.Any(one => one.Governor == Governor.With && one.First >= candidate.HeadEnd && one.First < clause.Last),
        "sign" => phrases.Agreements.Any(one => one.First >= clause.First && one.Last <= candidate.First) || phrases.Things.Any(one => one.Class == "treaty" && one.First >= clause.First && one.Last <= candidate.First),
        _ => false,
    };

    /// <summary>Whether a meeting or talks are told as one that the story knows: numbered, dated, pointed at, or by a verb that says that it took place.</summary>
    private bool IsThatOne(Candidate candidate, Clause clause) =>
        candidate.Frame.Form == "predicate" || words.At(candidate.HeadEnd, "ordinal") is not null || words.At(candidate.HeadEnd, "this") is not null || words.At(candidate.HeadEnd, "present") is not null
        || sentence.Dates.Any(date => date.First >= candidate.HeadEnd && date.First < clause.Last && !date.Mention.IsDuration) || doers.HasEventVerb(candidate);

    /// <summary>Whether a sentence without a subject begins with what is done, so that it goes on about who was spoken of: "Cũng trong ngày, ra lệnh đóng cửa sứ quán". Any noun or name before is a subject of its own, whoever it is.</summary>
    private bool Opens(Candidate candidate)
    {
        for (var at = 0; at < candidate.First; at++)
        {
            if (words.At(at, "he") is not null || sentence.Tokens[at].Kind == TokenKind.Mark || sentence.Dates.Any(date => date.First <= at && at < date.Last)) continue;
            if (sentence.Tokens[at].Upper && at > 0 || Subjects.IsPlain(sentence, at) || phrases.Things.Any(one => one.First <= at && at < one.Last)) return false;
            foreach (var word in words.StartingAt(at))
                if (word.Entry is FunctionEntry { Role: "several" or "fellows" or "explained" or "crowd" or "nobody" or "private" or "groups" or "fighters" or "all-parties" or "world" or "court" }) return false;
        }
        return true;
    }

    private bool HasSubject(Candidate candidate, Clause clause) => phrases.Actors.Any(one => one.First < candidate.First && one.Governor == Governor.Bare);

    /// <summary>Whether a quoted act without subject is the speaker's own ("sẽ đình chỉ …").</summary>
    private bool IsOwnWord(Candidate candidate) => !phrases.Actors.Any(one => one.Last <= candidate.First && one.Governor == Governor.Bare && sentence.Quotes[one.First] > 0);
}
