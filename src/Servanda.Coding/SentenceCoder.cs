// Codes one sentence: phrases, clauses, triggers, roles, status, date.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>The steps of one sentence, in order. The memory carries what later sentences need.</summary>
internal sealed class SentenceCoder
{
    /// <summary>How far into a sentence words of time lead the whole of it, in tokens.</summary>
    private const int Opening = 8;

    /// <summary>How far behind a word of refusing the deed may begin that is refused: "phản đối kế hoạch bán …".</summary>
    private const int Refused = 3;

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
        Traces.Leave(phrases, token => sentence.Quotes[token] == 0, IsFronted, doer, attribution, regimes, memory);
    }

    /// <summary>Whether an actor is only named in what stands before the sentence's own clause: "Trước khi rời Minsk, Tổng thống Ukraine …".</summary>
    private bool IsFronted(ActorPhrase actor) =>
        Cut is [{ Kind: ClauseKind.After or ClauseKind.Before or ClauseKind.While or ClauseKind.If or ClauseKind.Because or ClauseKind.Purpose or ClauseKind.Response } first, ..] && actor.Last <= first.Last;

    private void Acts(List<Draft> drafts, List<DroppedTrigger> dropped, StoryClock clock)
    {
        clock.Enter(Opens("earlier"), Opens("present"));
        if (!words.HasFrames && sentence.Dates.Count == 0 && !sentence.Words.Exists(Likewise.IsWord)) return;
        var clauses = Cut;
        var candidates = Effects.Settled(Triggers.Of(sentence, words, clauses, phrases, memory.Told, dropped), words, clauses, phrases, memory);
        var readings = Conditions.Of(sentence, words, clauses, phrases, candidates);
        var dating = new Dating(sentence, clauses, candidates, readings, phrases, clock);
        var passed = candidates.Count > 0 ? Tell(clauses, candidates, readings, dating, drafts, dropped, clock) : null;
        if (new Likewise(sentence, number, words, clauses, phrases, acts, dating).After(drafts) is { } again)
        {
            drafts.Add(again);
            Keep(again);
        }
        clock.Name(dating.End.InForce, phrases.Actors);
        clock.Name(dating.End.Reached, phrases.Actors);
        clock.Advance(dating.End.InForce, dating.End.Reached);
        if (dating.End.Reached is null && passed is not null) clock.Reach(passed);
    }

    /// <summary>Makes drafts of the candidates that tell of an act, and gives the day of the news if one of them came to it by that alone.</summary>
    private DatedBy? Tell(List<Clause> clauses, List<Candidate> candidates, List<Reality> readings, Dating dating, List<Draft> drafts, List<DroppedTrigger> dropped, StoryClock clock)
    {
        var governing = new Governing(sentence, words, clauses, phrases);
        var silences = new Silences(sentence, words, clauses, phrases, memory, regimes);
        var asides = new Asides(sentence, words, clauses, phrases);
        var forces = new Forces(sentence, words, clauses, phrases);
        var roles = new Roles(sentence, words, clauses, phrases, memory, regimes, acts);
        var telling = new Telling(sentence, clauses, phrases, memory, governing, dating, story.Told.When);
        var neighbours = new Neighbours(sentence, number, drafts);
        var several = new Several(sentence, clauses, phrases, acts, dating);
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
            // A verb that is not coded itself, since nobody of ours is its source, still governs what stands under it.
            var under = governing.Of(candidate, above) ?? governing.Listed(candidate, above);
            if (under is { Frame.Act: "demand" or "appeal" } && !Modality.IsWord(candidate.Frame.Act) && !governing.IsOrder(under, sources[under]))
            {
                Drop(dropped, candidate, "embedded");
                neighbours.Measure(under, Amounts.Of(candidate, under.Frame.Act, sentence, clauses, phrases, candidates));
                continue;
            }
            if (under is not { Frame.Embedded: Embedding.Dropped }) above.Add(candidate);
            if ((silences.Of(candidate, clause, under, before, governing.Chain(candidate) is not null) ?? asides.Of(candidate, clause, role.Source ?? [], speaker, readings[at]) ?? forces.Of(candidate, role.Source ?? []) ?? silences.OfJudged(candidate, role.Target)) is { } why)
            {
                Drop(dropped, candidate, why);
                continue;
            }
            if (under is { Frame.Act: "criticize" or "support" or "accuse" or "reject" } && (under.Frame.Act != "reject" || words.At(under.HeadEnd, "nominal") is not null && candidate.First - under.HeadEnd <= Refused) && candidate.Frame.Source != Slot.Speaker && telling.IsOthers(candidate, under) && sources[under].Count > 0 && sources[candidate].SequenceEqual(sources[under]))
            {
                Drop(dropped, candidate, "doer");
                continue;
            }
            var meaning = telling.Of(candidate, readings[at], role, speaker, under);
            var draft = new Draft
            {
                Act = meaning.Act,
                Frame = candidate.Frame,
                Rules = meaning.Rules,
                Source = role.Source ?? [],
                Target = role.Target,
                Agreement = role.Agreement,
                AgreementIsNamed = role.AgreementIsNamed,
                Object = telling.Object(candidate, meaning.Act),
                When = meaning.Day?.Mention,
                Date = meaning.Day?.Date,
                Fallback = dating.Fallback(candidate, meaning.Status, readings[at].Tense == Tense.Past, role),
                Status = meaning.Status,
                Polarity = meaning.Polarity,
                Quantities = Amounts.Of(candidate, meaning.Act, sentence, clauses, phrases, candidates),
                Speaker = speaker.Codes.Count > 0 ? speaker.Codes[0] : null,
                Word = speaker.Word,
                Via = speaker.Via,
                Person = role.Person,
                Evidence = [sentence.Span],
                Lines = [sentence.Block.Line],
                Block = sentence.Block.Kind,
                Sentence = number,
                Trigger = new(sentence.Tokens[candidate.First].Start, sentence.Tokens[candidate.HeadEnd - 1].End),
                Answers = telling.Answered(candidate, candidates),
            };
            if (draft.Status == ReportStatus.Conditional && under is { Frame.Act: "threaten" }) neighbours.ReplaceThreat(draft);
            draft = Blamed(draft, clause, speaker);
            if ((silences.Of(draft) ?? (neighbours.IsPart(draft, candidate, before, at + 1 < candidates.Count ? candidates[at + 1] : null) ? "part of" : null)) is { } silence)
            {
                Drop(dropped, candidate, silence);
                continue;
            }
            neighbours.Replace(draft);
            if (draft is { Date: null, Status: ReportStatus.Occurred } && dating.Passed is { Date: not null } day) passed = day;
            if (meaning is { Day: { Date: not null } own, Status: ReportStatus.Occurred }) clock.Keep(draft.Source, draft.Person, Modality.IsWord(draft.Act), own);
            Keep(draft);
            drafts.AddRange(several.Of(draft, candidate));
            before.Add(candidate);
        }
        return passed;
    }

    /// <summary>"Praha khẳng định tình báo Nga nhúng tay vào vụ nổ": meddling with nobody in particular, on another's word, is laid at a door.</summary>
    private static Draft Blamed(Draft draft, Clause clause, Speaker speaker) =>
        draft is { Act: "coerce", Target.Count: 0, Source.Count: > 0 } && clause.Kind is ClauseKind.Main or ClauseKind.That && speaker.Codes.Count > 0 && !speaker.Codes.Any(draft.Source.Contains)
            ? draft with { Act = "accuse", Source = speaker.Codes, Target = draft.Source, Status = ReportStatus.Occurred, Person = speaker.Person }
            : draft;

    private void Keep(Draft draft)
    {
        Traces.Keep(draft, memory);
        if (draft.Source.Count == 1 && !regimes.IsBody(draft.Source[0])) doer = draft.Source[0];
    }

    /// <summary>The days that the opening of a story gives, for the day of its news.</summary>
    private void Learn(StoryClock clock)
    {
        if (clock.News is not null || sentence.Dates.Count == 0 || Opens("earlier")) return;
        var places = DatePlaces.Of(sentence, Cut);
        clock.Learn(sentence.Dates
            .Where(date => sentence.Quotes[date.First] == 0 && date.Mention is { IsDuration: false, IsRange: false } && date.Mention.Form.Start?.Offset is not { Base: DateBase.Anchor }
                && places.IsMain(date) && !places.IsDeadline(date) && places.Thing(date) is null && places.Carrier(date) is null)
            .Select(date => new DatedBy(date.Mention, DateExpressions.Resolve(date.Mention.Form, new(story.Told.When)).Date)));
    }

    /// <summary>Whether a word of a role stands near the beginning of the sentence, outside quotations.</summary>
    private bool Opens(string role)
    {
        if (!words.MayHave(role)) return false;
        foreach (var word in sentence.Words)
            if (word.First <= Opening && word.Entry is FunctionEntry function && function.Role == role && sentence.Quotes[word.First] == 0) return true;
        return false;
    }

    private void Drop(List<DroppedTrigger> dropped, Candidate candidate, string why) =>
        dropped.Add(new(candidate.Frame.Id, new(sentence.Tokens[candidate.First].Start, sentence.Tokens[candidate.HeadEnd - 1].End), why));
}
