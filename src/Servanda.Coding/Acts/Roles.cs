// Who does an act, to whom, and about which agreement.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What the roles of a candidate came out as. A null source: nobody could be named, and the act must not be guessed onto anyone.</summary>
public sealed record RoleSet(IReadOnlyList<string>? Source, IReadOnlyList<string> Target, string? Person, string? Agreement, bool AgreementIsNamed);

/// <summary>Resolves roles by the slots of the frame.</summary>
public sealed class Roles(Sentence sentence, IReadOnlyList<Clause> clauses, PhraseSet phrases, StoryMemory memory, Regimes regimes, IReadOnlyDictionary<string, ActDefinition> acts)
{
    private readonly HashSet<ActorPhrase> objects = [];
    private readonly Addressees addressees = new(memory, regimes, phrases, clauses);

    /// <param name="before">The candidates to the left, whose objects are no subjects.</param>
    public RoleSet Of(Candidate candidate, IReadOnlyList<Candidate> before, Speaker speaker)
    {
        var frame = candidate.Frame;
        var clause = clauses[candidate.Clause];
        var passive = Passive(candidate, clause);
        var symmetric = acts.TryGetValue(frame.Act, out var act) && act.Symmetric;
        ActorPhrase? subject;
        IReadOnlyList<string> target = [];
        if (passive is { } mark)
        {
            subject = phrases.Actors.LastOrDefault(one => one.First >= mark && one.Last <= candidate.First && one.Last - mark <= 8)
                ?? phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= candidate.Last && one.First < clause.Last);
            var patient = Subjects.Of(clauses, candidate.Clause, mark, phrases, sentence, objects);
            var thing = phrases.Things.LastOrDefault(one => one.Last <= mark && one.First >= clause.First && frame.Objects.Contains(one.Class));
            target = thing is { Owners.Count: > 0 } ? thing.Owners : patient is not null && patient != subject ? patient.Codes : [];
            // "Đại sứ Nga tại Anh bị triệu tập": by the host; "… bị triệu hồi": by its own state.
            if (subject is null && thing is not null && (frame.Act == "recall" ? thing.Owners : thing.Hosts) is { Count: > 0 } doer) subject = new(thing.First, thing.Last, doer, Governor.Agent, null, false, false);
        }
        else
        {
            subject = frame.Source switch
            {
                Slot.Owner => OwnerOf(candidate, clause) ?? Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects),
                // A noun tells of an act only with whose it is: "cuộc gặp giữa A và B", "lời đe dọa của A".
                _ when frame.Form == "noun" && !HasEventVerb(candidate) => symmetric ? Between(clause) ?? Owner(candidate) ?? Several(candidate) : OwnerOf(candidate, clause) ?? Between(clause),
                Slot.Agent => Agent(candidate, clause),
                _ when IsNominal(candidate) && OwnerOf(candidate, clause) is { } owner => owner,
                _ => Whose(candidate) ?? Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects, Accused(candidate, before)),
            };
        }
        // "Hiệp ước giới hạn mỗi nước ở mức …": what an agreement itself does is its terms, and nobody's act.
        if (passive is null && frame.Source != Slot.Parties && clause.Quote == 0 && IsAgreement(candidate, clause, subject)) return new(null, [], null, null, false);
        var source = subject?.Codes;
        var person = subject?.Person;
        if (frame.Source == Slot.Speaker || frame.Stance)
        {
            // An evaluation is somebody's, or nobody's: the subject of "… là phi pháp" is not who says so. A head with a gap holds the verb of saying itself.
            if (speaker.Codes.Count > 0) (source, person) = (speaker.Codes, speaker.Person);
            else if (frame.Stance || candidate.Last == candidate.HeadEnd) return new([], [], null, null, false);
        }
        else if (source is null && clause.Quote > 0 && speaker.Codes.Count > 0 && passive is null && IsOwnWord(candidate))
        {
            source = speaker.Codes;
        }
        source ??= passive is null && subject is null && !HasSubject(candidate, clause) && speaker.Codes.Count == 0 && frame.Source != Slot.Parties && frame.Form != "noun" ? memory.LastSubject?.Codes : null;
        if (target.Count == 0) target = Target(candidate, clause, subject);
        if (frame.Source == Slot.Parties || symmetric)
        {
            var between = Between(clause);
            if (between is not null) source = between.Codes;
            if (symmetric && source is { Count: > 0 }) source = source.Concat(source.Count == 1 && target.Count > 0 ? target : With(candidate, clause)?.Codes ?? []).Distinct().ToList();
            if (symmetric) target = [];
        }
        if (source is { Count: > 0 }) target = target.Except(source).ToList();
        if (target.Count == 0) target = addressees.Answered(candidate, source ?? []);
        if (target.Count == 0 && frame.Act is "attack" or "aid") target = Inhabitants(candidate, source ?? []);
        if (target.Count > 0) memory.LastTargets[frame.Act] = target;
        else if (regimes.IsOnMissions(frame.Act) && candidate.Thing is null or { Owners.Count: 0 } && memory.LastTargets.TryGetValue(frame.Act, out var last)) target = last.Except(source ?? []).ToList();
        if (target.Count == 0 && source is { Count: 1 }) target = addressees.OtherSide(candidate, source[0]);
        MarkObject(candidate, clause);
        var (agreement, named) = AgreementOf(candidate, source ?? [], target);
        if (target.Count == 0 && agreement is not null && source is not null) target = addressees.OtherParty(candidate, source, agreement);
        // "Hai bên bắt đầu tham vấn về COC": the two sides of an agreement between two.
        if (subject is { IsBoth: true } && agreement is not null && named && regimes.PartiesOf(agreement) is { Count: 2 } sides) source = sides;
        // A bilateral agreement that "was signed" was signed by its parties.
        if (agreement is not null && frame.Act is "sign" or "enter-into-force" or "extend" && regimes.PartiesOf(agreement) is { Count: 2 } parties
            && (source is not { Count: > 0 } || frame.Act == "sign" && source.Count == 2 && !source.All(parties.Contains))) source = parties;
        return new(source, target, person, agreement, named);
    }

    /// <summary>Whom force and relief reach that are told with a place: "không kích Gaza", "viện trợ cho người dân Gaza".</summary>
    private IReadOnlyList<string> Inhabitants(Candidate candidate, IReadOnlyList<string> source) =>
        phrases.Things.FirstOrDefault(one => one.Land is not null && one.First >= candidate.HeadEnd && one.First < RunsTo(candidate.Clause)) is { Land: { } land } && !source.Contains(land) ? [land] : [];

    /// <summary>Whom the clause before makes act: "cáo buộc Nga … khi chế tạo tên lửa", "kêu gọi Mỹ … để …".</summary>
    private ActorPhrase? Accused(Candidate candidate, IReadOnlyList<Candidate> before) =>
        before.Count > 0 && before[^1] is { Frame.Act: "accuse" or "accuse-breach" or "demand" or "appeal" or "threaten" or "criticize" } last
        && last.Clause == candidate.Clause - 1 && !clauses[candidate.Clause].OpensByMark
            ? phrases.Actors.FirstOrDefault(one => one.First >= last.HeadEnd && one.First - last.HeadEnd <= 2)
            : null;

    /// <summary>Whether the subject of the clause is an agreement, or the clause says what one provides ("Theo INF, …").</summary>
    private bool IsAgreement(Candidate candidate, Clause clause, ActorPhrase? subject)
    {
        var first = phrases.Agreements.FirstOrDefault(one => one.Last <= candidate.First && one.First >= clause.First);
        if (first is not null && first.First - clause.First <= 1 && !phrases.Actors.Any(one => one.First >= first.Last && one.Last <= candidate.First)
            && !phrases.Actors.Any(one => one.First >= clause.First && one.Last <= first.First)) return true;
        return phrases.Agreements.Any(one => one.First <= 3 && sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "theo" } && word.Last == one.First));
    }

    /// <summary>The token after "bị" or "được" where the verb is passive; null where it is not.</summary>
    private int? Passive(Candidate candidate, Clause clause)
    {
        int? mark = null;
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not FunctionEntry { Role: "passive" } || word.First < clause.First || word.Last > candidate.First || candidate.First - word.Last > 7) continue;
            // Between the mark and the verb only an agent may stand.
            var between = phrases.Actors.Where(one => one.First >= word.Last && one.Last <= candidate.First).ToList();
            var words = candidate.First - word.Last - between.Sum(one => one.Last - one.First);
            if (words <= 2) mark = word.Last;
        }
        return mark;
    }

    /// <summary>Who does what is told in the passive by the head itself: inside its gap ("bị … phản đối"), after "bởi", or where the thing stands ("đại sứ Nga tại Anh bị triệu tập").</summary>
    private ActorPhrase? Agent(Candidate candidate, Clause clause)
    {
        if (phrases.Actors.FirstOrDefault(one => one.First > candidate.First && one.Last < candidate.Last) is { } inside) return inside;
        if (phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= clause.First && one.First < clause.Last) is { } agent) return agent;
        return phrases.Things.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First && one.Hosts.Count > 0) is { } thing
            ? new(thing.First, thing.Last, thing.Hosts, Governor.Agent, null, false, false)
            : null;
    }

    /// <summary>Whether the verb is told as a noun ("lời kêu gọi của …", "việc rút lui của …").</summary>
    private bool IsNominal(Candidate candidate) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" } && word.Last == candidate.First)
        && phrases.Actors.Any(one => one.Governor == Governor.Owner && one.First >= candidate.HeadEnd && one.First - candidate.HeadEnd <= 6);

    private ActorPhrase? Between(Clause clause) => phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Between && one.First >= clause.First && one.First < clause.Last);

    /// <summary>Whether a verb says that what the noun names took place.</summary>
    private bool HasEventVerb(Candidate candidate) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "takes-place" } && (word.Last <= candidate.First && candidate.First - word.Last <= 2 || word.First >= candidate.HeadEnd && word.First - candidate.HeadEnd <= 8));

    /// <summary>Whose deed a paper is about: "thư của Mỹ về việc rút khỏi WHO".</summary>
    private ActorPhrase? Whose(Candidate candidate) =>
        sentence.Words.Where(word => word.Entry is FunctionEntry { Role: "about" } && word.Length >= 2 && candidate.First - word.Last is >= 0 and <= 1)
            .Select(about => phrases.Actors.FirstOrDefault(one => one.Last == about.First && one.Governor == Governor.Owner)
                ?? (phrases.Things.FirstOrDefault(one => one.Last == about.First && one.Owners.Count > 0) is { } paper ? new(paper.First, paper.Last, paper.Owners, Governor.Owner, null, false, false) : null))
            .FirstOrDefault(one => one is not null);

    /// <summary>Whose a meeting is; "do Trung Quốc chủ trì" names a host and no side.</summary>
    private ActorPhrase? Owner(Candidate candidate) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First - candidate.Last <= 6 && one.Governor is Governor.Owner && one.Codes.Count >= 2);

    /// <summary>Several sides that are the subject of what the meeting is told with: "A và B nhất trí …, sau các cuộc đàm phán".</summary>
    private ActorPhrase? Several(Candidate candidate) =>
        Subjects.Of(clauses, candidate.Clause, candidate.First, phrases, sentence, objects) is { Codes.Count: >= 2 } sides ? sides : null;

    private ActorPhrase? OwnerOf(Candidate candidate, Clause clause) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First - candidate.Last <= 6 && one.Governor is Governor.Owner or Governor.Agent or Governor.From)
        ?? phrases.Actors.FirstOrDefault(one => one.First == candidate.Last);

    private ActorPhrase? With(Candidate candidate, Clause clause) =>
        phrases.Actors.FirstOrDefault(one => one.First >= candidate.Last && one.First < RunsTo(candidate.Clause) && one.Governor is Governor.With or Governor.Against && IsWith(one));

    private bool IsWith(ActorPhrase actor) => actor.Governor == Governor.With || sentence.Words.Any(word => word.Last == actor.First && word.Entry is FunctionEntry { Role: "with" });

    private IReadOnlyList<string> Target(Candidate candidate, Clause clause, ActorPhrase? subject)
    {
        var end = RunsTo(candidate.Clause);
        var right = phrases.Actors.Where(one => one.First >= candidate.HeadEnd && one.First < end && one != subject).ToList();
        switch (candidate.Frame.Target)
        {
            case Slot.Object:
                var direct = right.FirstOrDefault(one => one.First - candidate.HeadEnd <= 3 && one.Governor is Governor.Bare or Governor.Dependent or Governor.Against or Governor.To or Governor.With or Governor.From);
                if (direct is not null) return direct.Codes;
                if (candidate.Thing is { Owners.Count: > 0 } its) return its.Owners;
                // "lên án vụ tấn công của Nga vào Kiev": whose deed it is comes before whom it hit.
                if (phrases.Things.FirstOrDefault(one => one.First >= candidate.HeadEnd && one.First < end && one.Owners.Count > 0) is { } deed) return deed.Owners;
                return (right.FirstOrDefault(one => one.Governor is Governor.Owner) ?? right.FirstOrDefault(one => one.Governor is Governor.Against or Governor.From or Governor.With or Governor.To))?.Codes ?? [];
            case Slot.OwnerOfObject:
                // One's own mission is closed to its host.
                if (candidate.Thing is { Hosts.Count: > 0 } there && (there.Owners.Count == 0 || subject is not null && there.Owners.SequenceEqual(subject.Codes))) return there.Hosts;
                if (candidate.Thing is { Owners.Count: > 0 } thing) return thing.Owners;
                if (candidate.Frame.Form == "predicate" && LeftOf(candidate, clause) is { } owned) return owned;
                var owner = right.FirstOrDefault(one => one.Governor is Governor.Owner or Governor.With or Governor.Against or Governor.From)
                    ?? right.FirstOrDefault(one => one.First - candidate.HeadEnd <= 4 && one.Governor is Governor.Bare or Governor.Dependent)
                    ?? right.FirstOrDefault(one => one.Governor is Governor.To);
                return owner?.Codes ?? phrases.Things.FirstOrDefault(one => one.First >= candidate.First && one.First < end && one.Owners.Count > 0)?.Owners ?? [];
            case Slot.None:
                return [];
            default:
                // "tặng Philippines năm radar": who is given stands right after the verb, before what is given.
                if (candidate.Frame.Target is Slot.To or Slot.At && candidate.Thing is { } gift
                    && right.FirstOrDefault(one => one.First == candidate.HeadEnd && one.Governor == Governor.Bare && one.Last <= gift.First) is { } given) return given.Codes;
                var governed = right.FirstOrDefault(one => Accepts(candidate.Frame.Target, one.Governor));
                return governed?.Codes ?? (candidate.Frame.Target == Slot.At ? candidate.Thing?.Hosts : null) ?? [];
        }
    }

    /// <summary>Whose the thing is that a predicate speaks of: "hành động của Nga là phi pháp".</summary>
    private IReadOnlyList<string>? LeftOf(Candidate candidate, Clause clause) =>
        phrases.Actors.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First && one.Governor == Governor.Owner)?.Codes
        ?? phrases.Actors.LastOrDefault(one => one.Last <= candidate.First && one.First >= clause.First && one.Governor is Governor.Bare)?.Codes;

    private static bool Accepts(Slot slot, Governor governor) => slot switch
    {
        Slot.With => governor is Governor.With or Governor.Against,
        Slot.To => governor is Governor.To or Governor.With,
        Slot.At or Slot.From => governor is Governor.Place or Governor.To or Governor.From,
        Slot.Towards => governor is Governor.Against or Governor.With or Governor.To,
        _ => false,
    };

    private int RunsTo(int clause)
    {
        var end = clauses[clause].Last;
        for (var next = clause + 1; next < clauses.Count && !clauses[next].OpensByMark && clauses[next].Kind is ClauseKind.That or ClauseKind.Also; next++) end = clauses[next].Last;
        return end;
    }

    /// <summary>What stands right after a verb is its object and no subject of what follows, unless the verb makes it act (accuse, demand).</summary>
    private void MarkObject(Candidate candidate, Clause clause)
    {
        if (candidate.Frame.Embedded is Embedding.Intended or Embedding.Dropped) return;
        if (candidate.Frame.Act is "accuse" or "accuse-breach" or "demand" or "appeal" or "threaten") return;
        foreach (var actor in phrases.Actors)
            if (actor.First >= candidate.HeadEnd && actor.First - candidate.HeadEnd <= 2 && actor.First < clause.Last && !IsToldAsNoun(candidate.HeadEnd, actor.First)) objects.Add(actor);
    }

    /// <summary>"quan ngại về việc Nga …": what follows "việc" is the subject of a deed, and no object.</summary>
    private bool IsToldAsNoun(int first, int last) => sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" } && word.First >= first && word.Last <= last);

    private bool HasSubject(Candidate candidate, Clause clause) => phrases.Actors.Any(one => one.First < candidate.First && one.Governor == Governor.Bare);

    /// <summary>Whether a quoted act without subject is the speaker's own ("sẽ đình chỉ …").</summary>
    private bool IsOwnWord(Candidate candidate) => !phrases.Actors.Any(one => one.Last <= candidate.First && one.Governor == Governor.Bare && sentence.Quotes[one.First] > 0);

    private (string? Id, bool Named) AgreementOf(Candidate candidate, IReadOnlyList<string> source, IReadOnlyList<string> target)
    {
        if (candidate.Agreement?.Id is { } id && !(candidate.Actor is { IsBody: true } closer && closer.First - candidate.HeadEnd <= 1 && closer.First < candidate.Agreement.First && regimes.IsAboutMembership(candidate.Frame.Act))) return (id, true);
        if (candidate.Agreement is not null && (memory.LastAgreement ?? memory.Subject) is { } last) return (last, true);
        var between = source.Concat(target).Concat(candidate.Thing?.Hosts ?? []).ToList();
        if (regimes.For(candidate.Frame.Act, candidate.Thing?.Class, between, candidate.Thing?.Owners ?? []) is { } regime) return (regime, true);
        if (candidate.Actor is { Codes.Count: 1, Governor: not Governor.To } body && body.First - candidate.HeadEnd <= 1 && regimes.MembershipOf(body.Codes[0]) is { } membership
            && regimes.IsAboutMembership(candidate.Frame.Act)) return (membership, true);
        var near = phrases.Agreements.LastOrDefault(one => one.Last <= candidate.First && one.Id is not null) ?? phrases.Agreements.FirstOrDefault(one => one.Id is not null);
        if (candidate.Thing is { Class: "body" } && regimes.IsAboutMembership(candidate.Frame.Act) && BodyNear(candidate) is { } left) return (left, true);
        if (near is not null && (near.Id == memory.Subject || memory.Subject is null || candidate.Frame.Agreement != AgreementNeed.None)) return (near.Id, false);
        // Missions have regimes of their own: a treaty that the story is about says nothing of them.
        if (regimes.IsOnMissions(candidate.Frame.Act) && candidate.Frame.Act is not ("suspend" or "resume") && memory.Subject is { } subject && !regimes.IsRegimeOfMissions(subject)) return (null, false);
        return (memory.Subject, false);
    }

    /// <summary>The membership that "rút khỏi tổ chức gồm 47 thành viên" means: of the body named last.</summary>
    private string? BodyNear(Candidate candidate)
    {
        var named = phrases.Actors.LastOrDefault(one => one.IsBody && one.Last <= candidate.First)?.Codes.FirstOrDefault() ?? memory.LastBody;
        return named is null ? null : regimes.MembershipOf(named);
    }
}
