// Who does an act: by subject, agent, owner or maker.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the doer of a verb or noun in its sentence. It remembers which actors were objects of verbs read before.</summary>
internal sealed partial class Doers(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    /// <summary>How many tokens the agent of a passive may take, with its office and short name.</summary>
    private const int LongestAgent = 14;

    private readonly HashSet<ActorPhrase> objects = new(ReferenceEqualityComparer.Instance);

    /// <summary>Who did what was told so far, by the token of the verb.</summary>
    private readonly Dictionary<int, ActorPhrase> speakers = [];

    /// <summary>Who does it, told actively.</summary>
    public ActorPhrase? Active(Candidate candidate, List<Candidate> before, bool isSymmetric)
    {
        var doer = Told(candidate, before, isSymmetric);
        if (doer is not null) speakers[candidate.First] = doer;
        return doer;
    }

    private ActorPhrase? Told(Candidate candidate, List<Candidate> before, bool isSymmetric)
    {
        var clause = clauses[candidate.Clause];
        var frame = candidate.Frame;
        // "tầm bắn của tên lửa Triều Tiên phóng hôm nay": whose missile it is that was fired.
        if (frame.Act == "test-weapon" && phrases.Things.FirstOrDefault(one => one.Last == candidate.First && one.Owners.Count > 0 && one.Class is "missile" or "weapon") is { } fired) return fired.Whose(Governor.Owner);
        // "kết quả thử tên lửa của Triều Tiên": whose missile it is that a test is told of as a noun.
        if (frame is { Act: "test-weapon", Form: "verb" } && Tested(candidate) is { } tested) return tested;
        return frame.Source switch
        {
            Slot.Owner when frame is { Form: "light-verb", Target: Slot.Object } or { Act: "aid" } => OwnerOf(candidate),
            // "nhận được sự ủng hộ từ …": who receives gives nothing.
            Slot.Owner => Possessor(candidate) ?? OwnerOf(candidate) ?? (candidate.Frame.Form == "predicate" ? null : Subject(candidate)),
            // A noun tells of an act only with whose it is: "cuộc gặp giữa A và B", "lời đe dọa của A".
            _ when frame.Form == "noun" && !HasEventVerb(candidate) => isSymmetric ? Between(clause) ?? Beside(candidate) ?? Owners(candidate) ?? Several(candidate) ?? Visitor(candidate) : OwnerOf(candidate) ?? Between(clause),
            Slot.Agent => Agent(candidate, clause),
            _ when Issuer(candidate) is { } issuer => issuer,
            _ when IsNominal(candidate) && OwnerOf(candidate) is { } owner => owner,
            _ when Author(candidate, clause) is { } author => author,
            _ when Imposer(candidate) is { } imposer => imposer,
            _ when isSymmetric && Beside(candidate) is { } pair => pair,
            _ => Begun(candidate) ?? Deciding(candidate, clause) ?? Decider(candidate) ?? Maker(candidate, clause) ?? GoingOn(candidate, clause, before) ?? Subject(candidate, Accused(candidate, before)),
        };
    }

    /// <summary>Who does it, told in the passive, and what or whom it is done to.</summary>
    /// <param name="mark">The token after "bị" or "được".</param>
    public (ActorPhrase? Doer, IReadOnlyList<string> Target) Passive(Candidate candidate, int mark)
    {
        var clause = clauses[candidate.Clause];
        var doer = phrases.Actors.LastOrDefault(one => one.First >= mark && one.Last <= candidate.First && one.Last - mark <= LongestAgent)
            ?? phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= candidate.Last && one.First < clause.Last);
        var patient = Aside(clause, mark) ?? Subjects.Of(clauses, candidate.Clause, mark, phrases, sentence, objects) ?? Ahead(candidate.Clause, mark);
        // "Sudan bị treo tư cách thành viên Liên minh châu Phi": a body does it to its members.
        if (doer is null && candidate is { Frame.Act: "suspend" or "resume", Thing: { Class: "membership" or "body", Owners.Count: 1 } seat } && seat.First >= candidate.First) doer = seat.Whose(Governor.Agent);
        if (doer is null && candidate.Frame.Act is "suspend" or "resume" && phrases.Actors.FirstOrDefault(one => one.IsBody && one.First >= candidate.HeadEnd && one.First < clause.Last && one.Governor is Governor.Bare or Governor.Dependent or Governor.Owner or Governor.Place) is { } club && patient is { IsBody: false }) doer = club;
        // "Hai nhà ngoại giao Pháp bị trục xuất khỏi Mali": out of whose land they must go.
        if (doer is null && candidate.Frame.Act == "expel") doer = phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.From, Codes.Count: 1, IsBody: false } && one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 3);
        if (doer is null && candidate.Frame.Act == "summon") doer = Ministry(candidate);
        var thing = phrases.Things.LastOrDefault(one => one.Last <= mark && one.First >= clause.First && candidate.Frame.Objects.Contains(one.Class));
        // "vấp phải chỉ trích gay gắt từ Bắc Kinh": what one receives comes from somebody.
        if (doer is null && words.Before(mark, "receives") is not null) doer = phrases.Actors.FirstOrDefault(one => one.Governor is Governor.From or Governor.Owner or Governor.Agent && one.First >= candidate.Last && one.First < clause.Last);
        // "Đại sứ Nga tại Anh bị triệu tập": by the host; "… bị triệu hồi": by its own state.
        if (doer is null && thing is not null && (candidate.Frame.Act == "recall" ? thing.Owners : thing.Hosts) is { Count: > 0 } host) doer = new(thing.First, thing.Last, host, Governor.Agent, null, false, false);
        // "Hai công dân Mỹ bị … bắt giữ": people of whatever kind.
        if (patient is null && thing is not { Owners.Count: > 0 }) thing = phrases.Things.LastOrDefault(one => one.Last <= mark && one.First >= clause.First && one.Owners.Count > 0) ?? thing;
        return (doer, thing is { Owners.Count: > 0 } ? thing.Owners : patient is not null && patient != doer ? patient.Codes : []);
    }

    /// <summary>"… quan hệ với Qatar, bị họ cắt đứt từ năm 2017": an aside in the passive is told of whoever stands before its comma.</summary>
    private ActorPhrase? Aside(Clause clause, int mark) =>
        clause is { OpensByMark: true, First: > 1 } && mark - clause.First <= 2 && sentence.Tokens[clause.First - 1].Is(',') ? phrases.Actors.FirstOrDefault(one => one.Last == clause.First - 1 && one.Codes.Count == 1 && one.Governor is Governor.With or Governor.To or Governor.Owner or Governor.Against) : null;

    /// <summary>The ministry that an envoy is called to, "bị triệu lên Bộ Ngoại giao Israel"; never one of his own state.</summary>
    private ActorPhrase? Ministry(Candidate candidate) =>
        phrases.Actors.FirstOrDefault(one => one is { IsOffice: true, Codes.Count: > 0 } && one.First - candidate.Last is 0 or 1 && !one.Codes.Intersect(candidate.Thing?.Owners ?? []).Any());

    /// <summary>Whom a passive is told of that opens the sentence: "Bị Kiev quy tội …, Tehran …".</summary>
    private ActorPhrase? Ahead(int clause, int mark) =>
        clause == 0 && mark - clauses[0].First <= 3 && clauses.Count > 1 ? phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Bare && one.First >= clauses[1].First && one.First - clauses[1].First <= 2) : null;

    /// <summary>"Bắc Kinh tố New Delhi vi phạm … và yêu cầu rút quân": who said the one thing says the next, and not he of whom it was said.</summary>
    private ActorPhrase? GoingOn(Candidate candidate, Clause clause, List<Candidate> before)
    {
        // "Thụy Điển cáo buộc Iran … và trục xuất một nhà ngoại giao nước này": nor does he of whom it was said strike his own envoys.
        if (clause.Kind != ClauseKind.Also || !Modality.IsWord(candidate.Frame.Act) && candidate.Frame.Act is not ("summon" or "expel" or "recall" or "close-mission" or "sever-relations" or "limit-staff" or "sanction") || candidate.Frame.Form == "noun") return null;
        if (phrases.HasSubject(clause.First, candidate.First)) return null;
        var word = before.FindLast(one => one.Clause < candidate.Clause && one.Frame.Form != "noun" && Modality.IsWord(one.Frame.Act) && clauses[one.Clause].Quote == clause.Quote);
        return word is not null && speakers.TryGetValue(word.First, out var speaker) ? speaker : null;
    }

    private ActorPhrase? Subject(Candidate candidate, ActorPhrase? accused = null)
    {
        var subject = Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects, accused);
        // "Mỹ lên án việc Nga đình chỉ New START và kêu gọi Moscow …": nobody calls on himself; the sentence's own subject does.
        if (subject is not null && Modality.IsWord(candidate.Frame.Act) && Addressed(candidate) is { } addressed && addressed.Codes.Any(subject.Codes.Contains)
            && phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Bare && one.Codes.Count > 0) is { } first && !first.Codes.Any(addressed.Codes.Contains)) return first;
        return subject;
    }

    /// <summary>Whoever stands right behind a word that is said to somebody.</summary>
    public ActorPhrase? Addressed(Candidate candidate) => phrases.Actors.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 1);

    /// <summary>Whom the clause before makes act: "cáo buộc Nga … khi chế tạo tên lửa", "kêu gọi Mỹ … để …".</summary>
    private ActorPhrase? Accused(Candidate candidate, List<Candidate> before) =>
        before.Count > 0 && before[^1] is { Frame.Act: "sanction" or "expel" or "coerce" or "summon" or "suspend" } punishing && punishing.Clause == candidate.Clause - 1 && clauses[candidate.Clause] is { Kind: ClauseKind.Because, OpensByMark: false }
            // "trừng phạt một công ty Trung Quốc vì bán vũ khí …": why one is punished one did oneself.
            ? phrases.Actors.FirstOrDefault(one => one.First >= punishing.HeadEnd && one.First < clauses[candidate.Clause].First && one.Codes.Count > 0)
                ?? phrases.Things.FirstOrDefault(one => one.First >= punishing.First && one.First < clauses[candidate.Clause].First && one.Owners.Count > 0)?.Whose(Governor.Dependent)
        : before.Count > 0 && before[^1] is { Frame.Act: "accuse" or "accuse-breach" or "demand" or "appeal" or "threaten" or "criticize" } last
        && last.Clause == candidate.Clause - 1 && !clauses[candidate.Clause].OpensByMark
            && phrases.Actors.FirstOrDefault(one => one.First >= last.HeadEnd && one.First - last.HeadEnd <= 2) is { } accused
            // "lên án chính quyền Minsk và đóng cửa sứ quán": whom the blame ends with does nothing more.
            && !(clauses[candidate.Clause].Kind == ClauseKind.Also && accused.Last >= clauses[last.Clause].Last && last.Frame.Act is not ("demand" or "appeal"))
            ? accused
            : null;

    /// <summary>The token after "bị" or "được" where the verb is passive; null where it is not.</summary>
    public int? PassiveMark(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        int? mark = null;
        if (!words.MayHave("passive") && !words.MayHave("receives")) return mark;
        foreach (var word in sentence.Words)
        {
            if (word.First < clause.First || word.Last > candidate.First || candidate.First - word.Last > LongestAgent || word.Entry is not FunctionEntry { Role: "passive" or "receives" } passive) continue;
            // "mong được gia nhập NATO": what one may join stands behind the verb, and nobody makes one join it.
            if (candidate.Frame.Act == "accede" && word.Last == candidate.First && (candidate.Body ?? candidate.Actor) is { } club && club.First == candidate.HeadEnd && !words.EndingAt(word.First).Any(cue => cue.Entry is CueEntry { Cue: "negation" })) continue;
            // Between the mark and the verb only an agent may stand.
            var others = candidate.First - word.Last;
            foreach (var agent in phrases.Actors)
                if (agent.First >= word.Last && agent.Last <= candidate.First) others -= agent.Last - agent.First;
            if (others <= (passive.Role == "receives" ? 4 : 2)) mark = word.Last;
        }
        return mark;
    }

    /// <summary>Who does what is told in the passive by the head itself: inside its gap ("bị … phản đối"), after "bởi", or where the thing stands ("đại sứ Nga tại Anh bị triệu tập").</summary>
    private ActorPhrase? Agent(Candidate candidate, Clause clause)
    {
        if (phrases.Actors.FirstOrDefault(one => one.First > candidate.First && one.Last < candidate.Last) is { } inside) return inside;
        if (phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= clause.First && one.First < clause.Last) is { } agent) return agent;
        // "Đại sứ Nga bị triệu đến Bộ Ngoại giao Séc", "Sau khi đại sứ Séc bị triệu đến Bộ Ngoại giao, Nga …": it summons whose ministry it is, or who acts next; never the envoy's own state.
        if (candidate.Frame.Act == "summon")
        {
            if (Ministry(candidate) is { } ministry) return ministry;
            if (clause.Kind == ClauseKind.After && phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Bare && one.First >= clause.Last) is { } next && !next.Codes.Intersect(candidate.Thing?.Owners ?? []).Any()) return next;
        }
        if (phrases.Things.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First && one.Hosts.Count > 0) is { } thing) return new(thing.First, thing.Last, thing.Hosts, Governor.Agent, null, false, false);
        // "Đại sứ Mexico phải rời Ecuador", "nhà ngoại giao Nga nay phải báo trước, Bộ Ngoại giao Séc thông báo": the only other one in the sentence.
        if (phrases.Things.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First && one.Owners.Count > 0 && candidate.Frame.Objects.Contains(one.Class)) is not { } whose) return null;
        var others = phrases.Actors.Where(one => one.Codes.Count > 0 && !one.Codes.Intersect(whose.Owners).Any() && one.Governor is not Governor.According).ToList();
        return others.Count > 0 && others.TrueForAll(one => one.Codes.SequenceEqual(others[0].Codes)) ? others[0] : null;
    }

    /// <summary>Whether whom a word or deed is aimed at stands right behind it, by name or as the owner of what does.</summary>
    public bool IsAimedAt(Candidate candidate, string code) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 3) is { } actor ? actor.Codes.Contains(code)
        : phrases.Things.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 3)?.Owners.Contains(code) == true;

    /// <summary>Who does what a head says that begins with the doer itself: "tàu sân bay … cập cảng", "đội cứu hộ … lên đường".</summary>
    private ActorPhrase? Begun(Candidate candidate) =>
        candidate.Last == candidate.HeadEnd ? null
        // "tên lửa này … rơi xuống biển": whose it is nobody says.
        : words.At(candidate.HeadEnd, "this") is not null && phrases.Things.Any(one => one.First == candidate.First && one.Owners.Count == 0) ? new ActorPhrase(candidate.First, candidate.HeadEnd, [], Governor.Bare, null, false, false)
        : phrases.Actors.FirstOrDefault(one => one.First == candidate.First && one.Governor == Governor.Bare && one.Codes.Count > 0)
            ?? (phrases.Things.FirstOrDefault(one => one.First == candidate.First && one.Owners.Count > 0) is { } own ? own.Whose(Governor.Bare) : null)
            // "Tiêm kích F-16 của không quân Thái Lan ném bom": behind the name that a weapon bears.
            ?? (phrases.Things.Any(one => one.First == candidate.First && one.Class is "aircraft" or "missile" or "ship" or "weapon" or "troops") ? phrases.Actors.LastOrDefault(one => one.First >= candidate.HeadEnd && one.Last < candidate.Last && one.Governor is Governor.Owner or Governor.Bare && one.Codes.Count > 0) : null);

    /// <summary>Who receives what is another's: "Argentina nhận khoản vay của IMF", "Kiev hứng đòn tập kích của Nga".</summary>
    public IReadOnlyList<string> Receiver(Candidate candidate, ActorPhrase? giver) =>
        candidate.Frame is { Source: Slot.Owner, Form: "light-verb", Target: Slot.Object } && giver is { Governor: Governor.Owner or Governor.From or Governor.Agent } ? Subject(candidate)?.Codes ?? [] : [];

    /// <summary>What stands right after a verb is its object and no subject of what follows, unless the verb makes it act (accuse, demand).</summary>
    public void MarkObject(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        if (candidate.Frame.Embedded is Embedding.Intended or Embedding.Dropped) return;
        if (candidate.Frame.Act is "accuse" or "accuse-breach" or "demand" or "appeal" or "threaten") return;
        foreach (var actor in phrases.Actors)
            if (actor.First >= candidate.HeadEnd && actor.First - candidate.HeadEnd <= 2 && actor.First < clause.Last && !IsDoerAhead(candidate, actor)
                // "đưa quân vào Syria khiến Pháp ngừng bán …": who is made to act is another than whom the deed was done to.
                && !(words.Before(actor.First, "before-subject") is not null && phrases.Actors.Any(other => other.First >= candidate.HeadEnd && other.Last <= actor.First))) objects.Add(actor);
    }

    /// <summary>Whether the actor behind a word does what follows it: "phản đối Trung Quốc tập trận", "quan ngại về việc Nga rút lại …".</summary>
    private bool IsDoerAhead(Candidate candidate, ActorPhrase actor) =>
        words.Before(actor.First, "about-deed") is not null || words.Before(actor.First, "nominal") is not null
        || Modality.IsWord(candidate.Frame.Act) && (words.StartingAt(actor.Last).Any(word => word.Entry is FrameEntry) || words.StartingAt(actor.Last).Any(word => word.Entry is CueEntry && words.StartingAt(word.Last).Any(next => next.Entry is FrameEntry)));
}
