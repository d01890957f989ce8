// Which date of a sentence belongs to which act.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Attaches dates by clause: the verb's own clause first, then the date that opens the sentence, then the one that governs the paragraph.</summary>
public static class Dating
{
    public static DateMention? Of(Candidate candidate, Sentence sentence, IReadOnlyList<Clause> clauses, IReadOnlyList<Candidate> all, DateMention? governing, ReportStatus status)
    {
        if (sentence.Dates.Count == 0) return status is ReportStatus.Occurred ? governing : null;
        var clause = clauses[candidate.Clause];
        var next = all.Where(one => one.First > candidate.First).Select(one => one.First).DefaultIfEmpty(sentence.Tokens.Count).Min();
        var previous = all.Where(one => one.First < candidate.First).Select(one => one.Last).DefaultIfEmpty(0).Max();
        var right = sentence.Dates.FirstOrDefault(date => date.First >= candidate.Last && date.First < Math.Min(next, RunsTo(clauses, candidate.Clause)));
        if (right.Mention is not null) return right.Mention;
        var left = sentence.Dates.LastOrDefault(date => date.Last <= candidate.First && date.First >= Math.Max(clause.First, previous));
        if (left.Mention is not null && !IsSpeakers(left, candidate, sentence, status)) return left.Mention;
        if (status is ReportStatus.Intended or ReportStatus.Conditional) return null;
        // The date that opens the sentence holds for what follows, unless the clause is told as earlier or conditional.
        var opening = sentence.Dates.FirstOrDefault(date => date.First <= 3 || date.Last <= candidate.First && clauses[0].First <= date.First && date.Last <= clauses[0].Last);
        if (opening.Mention is not null && clause.Kind is not (ClauseKind.After or ClauseKind.If or ClauseKind.Because or ClauseKind.Response)) return opening.Mention;
        return clause.Kind is ClauseKind.After or ClauseKind.Because or ClauseKind.Response ? null : opening.Mention is null && sentence.Dates[0].First > candidate.Last ? governing : null;
    }

    /// <summary>Where the clause runs on without a mark.</summary>
    private static int RunsTo(IReadOnlyList<Clause> clauses, int clause)
    {
        var end = clauses[clause].Last;
        for (var next = clause + 1; next < clauses.Count && (!clauses[next].OpensByMark && clauses[next].Kind is ClauseKind.That or ClauseKind.Also); next++) end = clauses[next].Last;
        // "…, vào ngày 18/12": a clause that is nothing but a date belongs to the verb before it.
        if (clause + 1 < clauses.Count && clauses[clause + 1] is { Kind: ClauseKind.Main } after && after.Last - after.First <= 8) end = Math.Max(end, after.Last);
        return end;
    }

    /// <summary>Whether a date dates the saying and not what is said: "ngày 18/10 thông báo sẽ …".</summary>
    private static bool IsSpeakers(DatePlace date, Candidate candidate, Sentence sentence, ReportStatus status) =>
        status is ReportStatus.Intended or ReportStatus.Conditional
        && sentence.Words.Any(word => word.Entry is AttributionEntry { Kind: "verb" } or ChainEntry && word.First >= date.Last && word.Last <= candidate.First);
}
