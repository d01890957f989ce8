// Codes one sentence: phrases, clauses, triggers, roles, status, date.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>The steps of one sentence, in order. The memory carries what later sentences need.</summary>
internal sealed class SentenceCoder
{
    /// <summary>How far into a sentence words of time lead the whole of it, in tokens.</summary>
    private const int Opening = 8;

    /// <summary>How many sentences back a deed was told that "nối gót" or "đáp lại y như vậy" repeats.</summary>
    private const int Answerable = 3;

    private readonly AnnotatedStory story;
    private readonly int number;
    private readonly Sentence sentence;
    private readonly StoryMemory memory;
    private readonly Regimes regimes;
    private readonly IReadOnlyDictionary<string, ActDefinition> acts;
    private readonly Dictionary<int, Speaker> quotations;
    private readonly WordIndex words;
    private readonly PhraseSet phrases;
    private readonly Attribution attribution;
    private List<Clause>? cut;

    /// <summary>The state that did what the sentence told last: "nước này" after it.</summary>
    private string? doer;

    public SentenceCoder(AnnotatedStory story, int number, WordIndex words, StoryMemory memory, Regimes regimes, IReadOnlyDictionary<string, ActDefinition> acts, Dictionary<int, Speaker> quotations)
    {
        (this.story, this.number, this.words, this.memory, this.regimes, this.acts, this.quotations) = (story, number, words, memory, regimes, acts, quotations);
        sentence = story.Sentences[number];
        var quote = Array.Find(sentence.Quotes, one => one > 0);
        if (quote > 0 && quotations.TryGetValue(quote, out var speaker)) memory.LastSpeaker = speaker.Codes;
        phrases = PhraseReader.Read(story, sentence, words, memory);
        memory.Name(phrases);
        attribution = words.HasAttributions || words.HasFrames && sentence.Tokens.Any(token => token.Is(':')) ? Attribution.Of(sentence, words, phrases, Cut, memory) : Attribution.None;
    }

    /// <summary>The clauses, cut when they are first asked for: a sentence without verbs of saying, heads of frames and dates needs none.</summary>
    private List<Clause> Cut => cut ??= Clauses.Of(sentence, words, phrases);

    /// <param name="drafts">Null in the first pass, which only learns names and who speaks which quotation.</param>
    public void Run(List<Draft>? drafts, List<DroppedTrigger> dropped, StoryClock clock)
    {
        foreach (var (quotation, speaker) in attribution.Quotations) quotations.TryAdd(quotation, speaker);
        if (drafts is not null) Acts(drafts, dropped, clock);
        else Learn(clock);
        Remember();
    }

    private void Acts(List<Draft> drafts, List<DroppedTrigger> dropped, StoryClock clock)
    {
        clock.Enter(Opens("earlier"), Opens("present"));
        if (!words.HasFrames && sentence.Dates.Count == 0 && !sentence.Words.Exists(IsLikewise)) return;
        var clauses = Cut;
        var candidates = Effects.Settled(Triggers.Of(sentence, words, clauses, phrases, memory.Told, dropped), words, clauses, phrases, memory);
        var readings = Conditions.Of(sentence, words, clauses, phrases, candidates);
        var dating = new Dating(sentence, clauses, candidates, readings, phrases, clock);
        var governing = new Governing(sentence, words, clauses, phrases);
        var silences = new Silences(sentence, words, clauses, phrases, memory);
        var roles = new Roles(sentence, words, clauses, phrases, memory, regimes, acts);
        var before = new List<Candidate>();
        var above = new List<Candidate>();
        DatedBy? passed = null;
        var sources = new Dictionary<Candidate, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < candidates.Count; at++)
        {
            var candidate = candidates[at];
            var clause = clauses[candidate.Clause];
            var speaker = attribution.At(candidate.First, clause.Quote, quotations);
            var role = roles.Of(candidate, before, speaker);
            sources[candidate] = role.Source ?? [];
            var (status, polarity, tense, cue, isUnfulfilled) = readings[at];
            // A verb that is not coded itself, since nobody of ours is its source, still governs what stands under it.
            var under = governing.Of(candidate, above) ?? governing.Listed(candidate, above);
            var isDemanded = under is { Frame.Act: "demand" or "appeal" } && !Modality.IsWord(candidate.Frame.Act) && !governing.IsOrder(under, sources[under]);
            if (!isDemanded && under is not { Frame.Embedded: Embedding.Dropped }) above.Add(candidate);
            if ((isDemanded ? "embedded" : silences.Of(candidate, clause, under, before, governing.Chain(candidate) is not null)) is { } why)
            {
                Drop(dropped, candidate, why);
                if (isDemanded) Demanded(drafts, under!, Amounts.Of(candidate, under!.Frame.Act, sentence, clauses, phrases, candidates));
                continue;
            }
            if (under is { Frame.Act: "criticize" or "support" or "accuse" } && IsOthers(candidate, under) && sources[under].Count > 0 && sources[candidate].SequenceEqual(sources[under]))
            {
                Drop(dropped, candidate, "doer");
                continue;
            }
            if (under is not null)
            {
                var isDecided = under.Frame.Act == "agree" && Modality.IsDecisive(candidate.Frame.Act) && role.Source is { Count: 1 };
                if (!isDecided && (under.Frame.Embedded == Embedding.Intended || under.Frame.Act == "demand") && status == ReportStatus.Occurred && !Modality.IsWord(candidate.Frame.Act)) status = ReportStatus.Intended;
                if (under.Frame.Act is "accuse" or "accuse-breach") status = ReportStatus.Alleged;
                if (under.Frame.Act is "threaten" && !Modality.IsWord(candidate.Frame.Act)) status = ReportStatus.Conditional;
            }
            if (status is ReportStatus.Occurred or ReportStatus.Ongoing && Modality.IsAlleged(candidate.Frame.Act, polarity, role.Source ?? [], speaker.Codes)) status = ReportStatus.Alleged;
            var (act, changed, chain) = governing.Chained(candidate, status, polarity);
            // What was not accused cannot be denied: "NATO bác bỏ" of an offer refuses it.
            if (act == "deny" && candidate.Thing is null && MayReject(candidate) && memory.Accusers.Of(role.Source ?? []).Count == 0 && !sentence.Words.Any(word => word.Entry is FrameEntry { Frame.Act: "accuse" or "accuse-breach" } && word.Last <= candidate.First)) act = "reject";
            status = changed;
            // "chưa chấp nhận", "không được Israel chấp nhận": what one does not accept one refuses.
            if (act == "agree" && polarity == Polarity.Denied && status == ReportStatus.Occurred && candidate.Frame.Source == Slot.Subject && candidate.Thing is not null && role.Source is { Count: 1 }) (act, polarity) = ("reject", Polarity.Affirmed);
            var dated = dating.Of(candidate, status, tense == Tense.Past, polarity == Polarity.Denied);
            var (when, date) = (dated?.Mention, dated?.Date);
            // "… sẽ chính thức rút khỏi INF đúng thời hạn 2/2": with a day of its own that is still to come it is the exit that is told, and not the telling.
            if (act == "announce-withdrawal" && when is not null && dating.IsOwn(candidate) && date is { Earliest: { } exit } && story.Told.When?.Latest is { } now && exit > now)
                (act, status) = ("withdraw", status == ReportStatus.Conditional ? status : ReportStatus.Intended);
            if (status == ReportStatus.Occurred && date is { Earliest: { } first } && story.Told.When?.Latest is { } told && first > told)
            {
                // "… nhất trí ngừng bắn từ ngày 20/6": what was said or agreed has been; its day is that of what it is about.
                if (act == "agree" || Modality.IsWord(act)) (when, date) = (null, null);
                else status = ReportStatus.Intended;
            }
            if (status == ReportStatus.Intended && !isUnfulfilled && dating.IsOwn(candidate) && date is { Latest: { } last } && story.Told.When?.Earliest is { } since && last < since) status = ReportStatus.Occurred;
            var draft = new Draft
            {
                Act = act,
                Frame = candidate.Frame,
                Rules = new[] { candidate.Frame.Id, cue, chain }.OfType<string>().ToList(),
                Source = role.Source ?? [],
                Target = role.Target,
                Agreement = role.Agreement,
                AgreementIsNamed = role.AgreementIsNamed,
                Object = candidate.Thing?.Class ?? (candidate.Agreement is not null ? "treaty" : candidate.Body is not null ? "membership"
                    : act == "attack" && phrases.Things.Any(thing => thing.Class is "place" or "territory" && thing.First >= candidate.HeadEnd && thing.First - candidate.HeadEnd <= 2) ? "territory" : null),
                When = when,
                Date = date,
                Fallback = dating.Fallback(candidate, status, tense == Tense.Past, role.Person),
                Status = status,
                Polarity = polarity,
                Quantities = Amounts.Of(candidate, act, sentence, clauses, phrases, candidates),
                Speaker = speaker.Codes.Count > 0 ? speaker.Codes[0] : null,
                Word = speaker.Word,
                Via = speaker.Via,
                Person = role.Person,
                Evidence = [sentence.Span],
                Lines = [sentence.Block.Line],
                Block = sentence.Block.Kind,
                Sentence = number,
                Trigger = new(sentence.Tokens[candidate.First].Start, sentence.Tokens[candidate.HeadEnd - 1].End),
                Answers = Answered(candidate, candidates),
            };
            if (status == ReportStatus.Conditional && under is { Frame.Act: "threaten" }) drafts.RemoveAll(other => other.Act == "threaten" && other.Sentence == number && other.Source.SequenceEqual(draft.Source));
            // "Praha khẳng định tình báo Nga nhúng tay vào vụ nổ": meddling with nobody in particular, on another's word, is laid at a door.
            if (draft is { Act: "coerce", Target.Count: 0, Source.Count: > 0 } && clause.Kind is (ClauseKind.Main or ClauseKind.That) && speaker.Codes.Count > 0 && !speaker.Codes.Any(draft.Source.Contains))
                draft = draft with { Act = "accuse", Source = speaker.Codes, Target = draft.Source, Status = ReportStatus.Occurred, Person = speaker.Person };
            if (silences.Of(draft) is { } silence)
            {
                Drop(dropped, candidate, silence);
                continue;
            }
            if (IsPartOf(draft, candidate, before, at + 1 < candidates.Count ? candidates[at + 1] : null, drafts))
            {
                Drop(dropped, candidate, "part of");
                continue;
            }
            // "Cuộc chiến nổ ra ngày 7/10/2023, khi Hamas tấn công Israel": who struck whom is the same fight told better.
            if (draft is { Act: "attack", Target.Count: > 0 }) drafts.RemoveAll(other => other.Sentence == number && other is { Act: "attack", Target.Count: 0, Source.Count: 2 } && other.Source.ToHashSet().SetEquals(draft.Source.Concat(draft.Target)));
            if (IsOrdered(draft.Act)) drafts.RemoveAll(other => other.Sentence == number && other.Act == "demand" && IsAlike(draft, other));
            if (draft is { Date: null, Fallback: { Rule: "time.running", Date: not null } day } && status == ReportStatus.Occurred) passed = day;
            if (dated is { Date: not null } && status == ReportStatus.Occurred) clock.Keep(draft.Source, draft.Person, Modality.IsWord(act), dated);
            Keep(draft);
            if (draft.Source.Count == 1 && !regimes.IsBody(draft.Source[0])) doer = draft.Source[0];
            if (Amounts.Shares(candidate, draft.Quantities, sentence, phrases) is { Count: > 1 } shares) drafts.AddRange(shares.Select(share => draft with { Target = share.To.Codes, Quantities = share.Amounts }));
            else drafts.AddRange(IsEach(candidate, clause) && draft.Source.Count > 1 && !(acts.TryGetValue(act, out var known) && known.Symmetric)
                ? draft.Source.Select(code => draft with { Source = [code] })
                : [draft]);
            if (draft is { Quantities: [var amount], Source.Count: 1 })
                drafts.AddRange(ByNumber.After(candidate.Clause, sentence, clauses, phrases).Select(other => draft with
                {
                    Source = other.Doer.Codes,
                    Target = [.. draft.Target.Except(other.Doer.Codes)],
                    Person = other.Doer.Person,
                    Quantities = [amount with { Value = other.Value }],
                    Trigger = new(sentence.Tokens[other.Doer.First].Start, sentence.Tokens[other.Doer.Last - 1].End),
                    Answers = null,
                }));
            if (draft.Source.Count == 2 && acts.TryGetValue(act, out var mutual) && mutual.Symmetric)
                drafts.AddRange(Partners.Further(candidate, draft.Source, sentence, clauses, phrases).Select(partner => draft with
                {
                    Source = [draft.Source[0], .. partner.Codes],
                    Trigger = new(sentence.Tokens[partner.First].Start, sentence.Tokens[partner.Last - 1].End),
                    Answers = null,
                }));
            before.Add(candidate);
            foreach (var also in dating.Further(candidate)) drafts.Add(draft with { When = also.Mention, Date = also.Date, Quantities = Amounts.Apiece(draft.Quantities, sentence) });
        }
        Likewise(drafts, dating);
        clock.Advance(dating.End.InForce, dating.End.Reached);
        if (dating.End.Reached is null && passed is not null) clock.Reach(passed);
    }

    /// <summary>"lên án việc tháo camera": a deed that is judged, without its doer, is not the judge's own.</summary>
    private bool IsOthers(Candidate deed, Candidate under) =>
        !Modality.IsWord(deed.Frame.Act) && !phrases.Actors.Any(one => one.First >= under.HeadEnd && one.Last <= deed.First)
        && (deed.First == under.HeadEnd && deed.Clause == under.Clause && under.Frame.Act != "accuse" || sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nominal" or "that" } && word.First >= under.First && word.Last <= deed.First));

    /// <summary>Whether what is told is part of an act that the same sentence tells.</summary>
    private bool IsPartOf(Draft draft, Candidate candidate, List<Candidate> before, Candidate? next, List<Draft> drafts) => draft.Act switch
    {
        // "ra tuyên bố chung lên án …": what the statement says is what they did.
        "agree" when next is not null && IsStatement(candidate) && Modality.IsWord(next.Frame.Act) => true,
        // "trục xuất 20 nhà ngoại giao, yêu cầu họ phải rời đi trong 24 giờ": the order is part of the deed that it orders.
        "demand" when drafts.Exists(other => other.Sentence == number && IsOrdered(other.Act) && IsAlike(other, draft)) => true,
        // "EU chỉ trích …, cho rằng điều này hoàn toàn vô căn cứ": blame goes on, and nothing is denied.
        "deny" when candidate.Frame.Form != "verb" && drafts.Exists(other => other.Sentence == number && other.Act == "criticize" && IsAlike(other, draft)) => true,
        // "cáo buộc Mỹ … cố tình …": the evaluation is part of the accusation already told.
        _ => candidate.Frame is { Stance: true, Act: not ("threaten" or "reject") } && before.Exists(other => other.Frame is { Act: "accuse" or "accuse-breach" or "criticize", Form: "verb", Stance: false }),
    };

    /// <summary>Deeds that are done by ordering them.</summary>
    private static bool IsOrdered(string act) => act is "expel" or "limit-staff" or "close-mission";

    private static bool IsAlike(Draft deed, Draft order) => deed.Source.SequenceEqual(order.Source) && (order.Target.Count == 0 || deed.Target.SequenceEqual(order.Target));

    /// <summary>Whether the head names a statement ("ra tuyên bố chung").</summary>
    private bool IsStatement(Candidate candidate) => sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "words-of" } && word.First >= candidate.First && word.Last <= candidate.Last);

    /// <summary>What later words can answer: an accusation, a request, a deed.</summary>
    private void Keep(Draft draft)
    {
        memory.Told.Add(draft.Act);
        memory.Matter(draft.Source, draft.Agreement);
        if (draft.Act is "accuse" or "accuse-breach" or "criticize") memory.Accusers.Add(draft.Source, draft.Target);
        else if (draft.Act is "demand" or "appeal" or "propose") memory.Askers.Add(draft.Source, draft.Target);
        else if (!Modality.IsWord(draft.Act) || draft.Act == "announce-withdrawal") memory.Did(draft.Act, draft.Source);
        if (Effects.IsLeaving(draft.Act) && draft.Source.Count > 0 && draft.Polarity == Polarity.Affirmed) memory.Leaver = new(draft.Source, draft.Agreement);
        if (draft.Act is "criticize" or "support" or "appeal") memory.Judged(draft.Source);
        memory.Blame(draft.Act, draft.Source, draft.Target);
        // "ra lệnh bắt … với cáo buộc …": who is punished is accused.
        if (draft.Act is "coerce" or "sanction" or "expel" or "summon") memory.Accusers.Add(draft.Source, draft.Target);
    }

    /// <summary>The days that the opening of a story gives, for the day of its news.</summary>
    private void Learn(StoryClock clock)
    {
        if (sentence.Dates.Count == 0 || Opens("earlier")) return;
        var places = DatePlaces.Of(sentence, Cut);
        clock.Learn(sentence.Dates
            .Where(date => sentence.Quotes[date.First] == 0 && date.Mention is { IsDuration: false, IsRange: false } && date.Mention.Form.Start?.Offset is not { Base: DateBase.Anchor }
                && places.IsMain(date) && !places.IsDeadline(date) && places.Thing(date) is null && places.Carrier(date) is null)
            .Select(date => new DatedBy(date.Mention, DateExpressions.Resolve(date.Mention.Form, new(story.Told.When)).Date)));
    }

    /// <summary>Whether a word of a role stands near the beginning of the sentence, outside quotations.</summary>
    private bool Opens(string role)
    {
        foreach (var word in sentence.Words)
            if (word.First <= Opening && word.Entry is FunctionEntry function && function.Role == role && sentence.Quotes[word.First] == 0) return true;
        return false;
    }

    private static bool IsLikewise(LexiconMatch word) => word.Entry is FunctionEntry { Role: "likewise" or "in-kind" };

    /// <summary>"yêu cầu … rút 55 nhà ngoại giao": what a deed is measured by measures the demand for it.</summary>
    private void Demanded(List<Draft> drafts, Candidate demand, IReadOnlyList<Quantity> amounts)
    {
        var at = amounts.Count == 0 ? -1 : drafts.FindLastIndex(draft => draft.Sentence == number && draft.Trigger.Start == sentence.Tokens[demand.First].Start);
        if (at >= 0) drafts[at] = drafts[at] with { Quantities = [.. drafts[at].Quantities.Concat(amounts).DistinctBy(one => (one.Value, one.Unit))] };
    }

    /// <summary>Whether the same words can refuse an offer as well ("bác bỏ").</summary>
    private bool MayReject(Candidate candidate) =>
        sentence.Words.Any(word => word.First == candidate.First && word.Last == candidate.HeadEnd && word.Entry is FrameEntry { Frame.Act: "reject" });

    /// <summary>"… mỗi nước trục xuất …": one act each.</summary>
    private bool IsEach(Candidate candidate, Clause clause) =>
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "each" } && word.First >= clause.First && word.Last <= candidate.First);

    /// <summary>"Anh cũng có động thái tương tự": the last act, by another.</summary>
    private void Likewise(List<Draft> drafts, Dating dating)
    {
        if (sentence.Words.FirstOrDefault(IsLikewise) is not { Entry: not null } word || drafts.Count == 0) return;
        var clause = Triggers.ClauseAt(Cut, word.First);
        if (clause < 0 || Cut[clause].Kind == ClauseKind.If || Subjects.Of(Cut, clause, word.First, phrases, sentence, new HashSet<ActorPhrase>()) is not { Codes.Count: > 0 } subject) return;
        // "đề nghị phía Mỹ làm tương tự": what one is asked to do is not done.
        if (sentence.Words.Any(other => other.Entry is FrameEntry { Frame: { Act: "demand" or "appeal" or "propose", Form: not "noun" } } && other.First >= Cut[clause].First && other.Last <= word.First)) return;
        // "Campuchia đáp lại y như vậy": what was done to it, it does to him who did it.
        var isInKind = word.Entry is FunctionEntry { Role: "in-kind" };
        var suffered = isInKind ? drafts.FindLast(one => number - one.Sentence <= Answerable && one.Target.Intersect(subject.Codes).Any() && !one.Source.Intersect(subject.Codes).Any()) : null;
        var step = drafts.LastOrDefault(one => !Modality.IsWord(one.Act) && number - one.Sentence <= Answerable);
        if (isInKind && suffered is null && step is null) return;
        var last = suffered ?? (step is null ? drafts.FindLast(one => !one.Source.SequenceEqual(subject.Codes)) ?? drafts[^1] : drafts.First(one => one.Sentence == step.Sentence && !Modality.IsWord(one.Act) && one.Source.SequenceEqual(step.Source)));
        // "Ai Cập lên án Israel tấn công Rafah, Jordan cũng vậy": it joins those who speak of the deed, and not him who did it.
        last = drafts.Find(one => one.Sentence == last.Sentence && one.Trigger.Start < last.Trigger.Start && Modality.IsWord(one.Act) && one.Target.SequenceEqual(last.Source)) ?? last;
        if (last.Source.ToHashSet().SetEquals(subject.Codes)) return;
        var target = isInKind || last.Target.Intersect(subject.Codes).Any() ? last.Source : last.Target;
        // "UAE lập quan hệ với Israel, rồi Bahrain cũng vậy": with the same partner.
        var isMutual = acts.TryGetValue(last.Act, out var known) && known.Symmetric && last.Source.Count == 2 && !last.Source.Any(subject.Codes.Contains);
        var when = dating.At(word.First);
        var again = last with
        {
            Source = isMutual ? [.. subject.Codes, last.Source[1]] : subject.Codes,
            Target = target,
            Person = subject.Person,
            Quantities = Amounts.After(word.Last, last.Act, sentence),
            Evidence = [sentence.Span],
            Lines = [sentence.Block.Line],
            Block = sentence.Block.Kind,
            Sentence = number,
            When = when?.Mention ?? last.When,
            Date = when is null ? last.Date : when.Date,
            Status = Planned(word) ? ReportStatus.Intended : last.Status,
            Rules = ["vi.likewise"],
            Trigger = new(sentence.Tokens[word.First].Start, sentence.Tokens[word.Last - 1].End),
            Answers = null,
        };
        drafts.Add(again);
        Keep(again);
        if (again.Source.Count == 1 && !regimes.IsBody(again.Source[0])) doer = again.Source[0];
    }

    /// <summary>"Lithuania sẽ có bước đi tương tự": another's deed was done, this one is still to come.</summary>
    private bool Planned(LexiconMatch word) => sentence.Words.Any(cue => cue.Entry is CueEntry { Cue: "future" or "intended" } && cue.Last <= word.First && word.First - cue.Last <= 3);

    private void Drop(List<DroppedTrigger> dropped, Candidate candidate, string why) =>
        dropped.Add(new(candidate.Frame.Id, new(sentence.Tokens[candidate.First].Start, sentence.Tokens[candidate.HeadEnd - 1].End), why));

    /// <summary>The act in the clause of answer that hangs on this one.</summary>
    private Span? Answered(Candidate candidate, List<Candidate> all)
    {
        foreach (var other in all)
            if (other != candidate && Cut[other.Clause].Kind == ClauseKind.Response)
                return new(sentence.Tokens[other.First].Start, sentence.Tokens[other.HeadEnd - 1].End);
        return null;
    }

    private void Remember()
    {
        ActorPhrase? subject = null;
        var named = new List<string>();
        foreach (var actor in phrases.Actors)
        {
            if (actor.Governor == Governor.Bare && subject is null && sentence.Quotes[actor.First] == 0) subject = actor;
            foreach (var code in actor.Codes)
            {
                if (regimes.IsBody(code)) memory.NameBody(code);
                if (!named.Contains(code)) named.Add(code);
            }
        }
        if (subject is { Codes.Count: > 0 })
        {
            memory.LastSubject = subject;
            if (subject.Codes.Count == 1 && !regimes.IsBody(subject.Codes[0])) memory.LastState = subject.Codes[0];
        }
        else if (phrases.Actors.LastOrDefault(one => one.Codes.Count == 1 && !regimes.IsBody(one.Codes[0])) is { } last)
        {
            memory.LastState = last.Codes[0];
        }
        if (phrases.Actors.LastOrDefault(one => one is { Codes.Count: 2, IsPronoun: false, Governor: Governor.Bare or Governor.Between }) is { } joint) memory.LastJoint = joint.Codes;
        else if (phrases.Actors.LastOrDefault(one => one is { IsBoth: true, Codes.Count: 2 }) is { } meant) memory.LastJoint = meant.Codes;
        // "Mỹ cáo buộc Bắc Hàn chuyển cho Nga …. Hai nước này phủ nhận": the two that somebody speaks of.
        else if (subject is { Codes.Count: 1 } && named.Except(subject.Codes).ToList() is { Count: 2 } others) memory.LastJoint = others;
        foreach (var group in phrases.Actors.Where(one => one is { Codes.Count: > 1, IsPronoun: false, Governor: not Governor.Owner })) memory.Group(group.Codes);
        memory.LastState = doer ?? memory.LastState;
        if (named.Count >= 2) (memory.LastPair, memory.IsPairFresh) = (named.Take(2).ToList(), true);
        else if (memory.LastPair.Count < 2) memory.LastPair = memory.MostMentioned.Take(2).ToList();
        if (attribution.From.LastOrDefault().Speaker is { Codes.Count: > 0 } said) memory.LastSpeaker = said.Codes;
        if (phrases.Agreements.LastOrDefault(one => one.Id is not null) is { } agreement) memory.LastAgreement = agreement.Id;
    }
}
