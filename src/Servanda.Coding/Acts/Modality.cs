// How real an act is made: negated, future, conditional, hearsay.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>How real a trigger is made, and the cue that decided.</summary>
public readonly record struct Reality(ReportStatus Status, Polarity Polarity, Tense Tense, string? Cue);

/// <summary>Status and polarity of a trigger by the cues in its clause and by the clause's kind.</summary>
public static class Modality
{
    /// <summary>How far before a verb a cue may stand whose scope is the next verb, in tokens.</summary>
    private const int NextVerb = 6;

    private const int NextNegated = 4;

    /// <summary>What is said has been said, whatever it says of the future.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "accuse", "accuse-breach", "criticize", "deny", "reject", "threaten", "appeal", "demand", "support", "offer-talks", "propose", "announce-withdrawal",
    };

    public static bool IsWord(string act) => Words.Contains(act);

    public static Reality Of(
        Candidate candidate, Sentence sentence, IReadOnlyList<Clause> clauses, IReadOnlyList<Candidate> all)
    {
        var isWord = Words.Contains(candidate.Frame.Act);
        var clause = clauses[candidate.Clause];
        var status = isWord ? ReportStatus.Occurred : candidate.Frame.Status;
        var polarity = Polarity.Affirmed;
        var tense = Tense.Unknown;
        string? fired = null;
        foreach (var match in sentence.Words.OrderBy(one => one.First))
        {
            if (match.Entry is not CueEntry cue) continue;
            var inClause = match.First >= clause.First && match.First < clause.Last;
            var inHead = match.First >= candidate.First && match.First < candidate.HeadEnd;
            if (inHead && (cue.Cue != "future" || candidate.Frame.Act.StartsWith("announce", StringComparison.Ordinal))) continue;
            if (!inHead && all.Any(other => other != candidate && other.First <= match.First && match.Last <= other.HeadEnd)) continue;
            if (isWord && cue.Cue is not ("negation" or "hearsay")) continue;
            var distance = inHead ? 0 : candidate.First - match.Last;
            var reaches = cue.Scope switch
            {
                "next-verb" => inClause && distance >= 0 && distance <= (cue.Cue == "negation" ? NextNegated : NextVerb),
                "clause" => inClause,
                _ => true,
            };
            if (!reaches) continue;
            switch (cue.Cue)
            {
                case "negation":
                    polarity = Polarity.Denied;
                    break;
                case "future" or "intended":
                    if (status == ReportStatus.Occurred) status = ReportStatus.Intended;
                    tense = Tense.Future;
                    break;
                case "conditional" or "possibility" or "hypothetical":
                    status = ReportStatus.Conditional;
                    tense = Tense.Future;
                    break;
                case "hearsay":
                    if (status == ReportStatus.Occurred) status = ReportStatus.Alleged;
                    break;
                case "dropped-plan":
                    polarity = Polarity.Denied;
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
        if (isWord) return new(status, polarity, tense, fired);
        if (clause.Kind == ClauseKind.If) status = ReportStatus.Conditional;
        else if (status == ReportStatus.Intended && clauses.Any(one => one.Kind == ClauseKind.If)) status = ReportStatus.Conditional;
        return new(status, polarity, tense, fired);
    }
}
