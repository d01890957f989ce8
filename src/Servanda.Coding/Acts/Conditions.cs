// Which acts of a sentence hang on a condition that it states.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// A condition that opens a sentence holds for all that is still to come in it; one that follows a verb holds for that verb. "Chỉ … khi …" and what takes
/// effect or is taken up again "khi …" state a condition as well.
/// </summary>
internal static class Conditions
{
    /// <summary>Deeds that "khi" makes wait for something: "sẽ dỡ bỏ trừng phạt khi Nga rút quân". Of others it only tells the time.</summary>
    private static readonly HashSet<string> Awaited = new(StringComparer.Ordinal) { "enter-into-force", "resume", "lift-sanction", "comply", "restore-relations", "ratify" };

    /// <summary>How real each candidate is, conditions included, in the order of the candidates.</summary>
    public static List<Reality> Of(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases, List<Candidate> candidates)
    {
        if (candidates.Count == 0) return [];
        var cues = Modality.CuesOf(sentence);
        var readings = candidates.ConvertAll(one => Modality.Of(one, sentence, cues, clauses, phrases, candidates));
        for (var i = 1; i < candidates.Count; i++)
            if (IsJoined(candidates[i - 1], candidates[i], clauses, phrases) && readings[i].Cue is null && readings[i - 1] is { Cue: not null } before) readings[i] = Shared(readings[i], before);
        for (var i = 0; i < candidates.Count; i++)
            if (IsAhead(i, clauses, phrases, sentence, candidates, readings)) readings[i] = readings[i] with { Status = ReportStatus.Intended, Tense = Tense.Future };
        for (var at = 0; at < clauses.Count; at++)
        {
            if (clauses[at].Kind == ClauseKind.If)
            {
                foreach (var i in Hanging(at, clauses, candidates))
                    if (!Modality.IsWord(candidates[i].Frame.Act) && (readings[i].Status == ReportStatus.Intended || IsOnly(words, candidates[i]))) readings[i] = Conditional(readings[i]);
            }
            else if (clauses[at].Kind is ClauseKind.While or ClauseKind.After && at > 0 && !sentence.Dates.Any(date => date.First >= clauses[at].First && date.First < clauses[at].Last))
            {
                When(at, words, clauses, candidates, readings);
            }
        }
        return readings;
    }

    private static void When(int at, WordIndex words, List<Clause> clauses, List<Candidate> candidates, List<Reality> readings)
    {
        foreach (var i in Hanging(at, clauses, candidates))
        {
            var candidate = candidates[i];
            if (candidate.Clause > at) continue;
            var isAwaited = readings[i].Status == ReportStatus.Intended && (clauses[at].Kind == ClauseKind.While ? Awaited.Contains(candidate.Frame.Act) : candidate.Frame.Act == "enter-into-force");
            if (!IsOnly(words, candidate) && !isAwaited) continue;
            readings[i] = Conditional(readings[i]);
            for (var under = i + 1; under < candidates.Count; under++)
                if (candidates[under].Clause >= at && readings[under] is { Status: ReportStatus.Occurred, Tense: not Tense.Past }) readings[under] = Conditional(readings[under]);
        }
    }

    /// <summary>
    /// Deeds without a subject of their own that lie ahead with the one that they follow: "sẽ đàm phán với EU sau khi rời khối", "sẽ gặp …, mở đầu vòng đàm phán".
    /// </summary>
    private static bool IsAhead(int i, List<Clause> clauses, PhraseSet phrases, Sentence sentence, List<Candidate> candidates, List<Reality> readings)
    {
        var (candidate, reading) = (candidates[i], readings[i]);
        if (i == 0 || candidate.Clause == 0 || candidate.Frame.Act == "ratify" || reading is not { Status: ReportStatus.Occurred, Tense: not Tense.Past, Cue: null } || Modality.IsWord(candidate.Frame.Act)) return false;
        var clause = clauses[candidate.Clause];
        if (clause.Kind is not (ClauseKind.After or ClauseKind.Main) || clause.Kind == ClauseKind.Main && !(clause.OpensByMark && candidate.First - clause.First <= 2 && sentence.Tokens[clause.First - 1].Is(','))) return false;
        if (phrases.HasSubject(clause.First, candidate.First) || sentence.Dates.Any(date => !date.Mention.IsDuration && date.First >= clause.First && date.First < clause.Last)) return false;
        var before = candidates.FindLastIndex(i - 1, one => one.Clause == candidate.Clause - 1);
        return before >= 0 && clauses[candidate.Clause - 1] is { Kind: ClauseKind.Main or ClauseKind.Also } main && main.Quote == clause.Quote
            && readings[before] is { Status: ReportStatus.Intended, Polarity: Polarity.Affirmed, Tense: Tense.Future } && !Modality.IsWord(candidates[before].Frame.Act);
    }

    /// <summary>"chưa có kế hoạch trừng phạt hay trục xuất …": two deeds joined without a subject or a word of time between are meant alike.</summary>
    private static bool IsJoined(Candidate first, Candidate second, List<Clause> clauses, PhraseSet phrases) =>
        second.Clause == first.Clause + 1 && clauses[second.Clause] is { Kind: ClauseKind.Also, OpensByMark: false } clause && second.First - clause.First <= 2
        && !Modality.IsWord(first.Frame.Act) && !Modality.IsWord(second.Frame.Act) && first.Frame.Form != "noun" && second.Frame.Form != "noun"
        && !phrases.HasSubject(clause.First, second.First);

    private static Reality Shared(Reality reading, Reality before) => reading with { Status = before.Status, Polarity = before.Polarity, Tense = before.Tense, IsUnfulfilled = before.IsUnfulfilled };

    private static bool IsOnly(WordIndex words, Candidate candidate) => words.Before(candidate.First, "only") is not null;

    /// <summary>The candidates that a clause of condition governs: all after it where it opens the sentence, else those of the nearest clause before it that has any.</summary>
    private static IEnumerable<int> Hanging(int condition, List<Clause> clauses, List<Candidate> candidates)
    {
        var nearest = candidates.Where(one => one.Clause < condition && clauses[one.Clause].Kind != ClauseKind.If).Select(one => one.Clause).DefaultIfEmpty(-1).Max();
        for (var i = 0; i < candidates.Count; i++)
            if (nearest < 0 ? candidates[i].Clause > condition : candidates[i].Clause == nearest) yield return i;
    }

    private static Reality Conditional(Reality reading) => reading with { Status = ReportStatus.Conditional, Tense = Tense.Future };
}
