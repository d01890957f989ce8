// What a sentence tells of words that nobody says in it: laid at another's door, spoken of as a thing, told of a group.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Words that are away from any speaker.</summary>
internal sealed partial class Asides
{
    /// <summary>How far behind a word of blame the deed may stand that somebody is blamed for, in tokens: his name stands between.</summary>
    private const int Blamed = 9;

    /// <summary>"cắt quan hệ với lý do Doha ủng hộ khủng bố và Iran": whose favour is the reproach of others has not been told of him.</summary>
    private bool IsReproach(Candidate candidate)
    {
        if (!words.MayHave("reproach")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "reproach" } && word.Last <= candidate.First && candidate.First - word.Last <= Blamed && sentence.Quotes[word.First] == sentence.Quotes[candidate.First] && !sentence.IsParted(word.Last, candidate.First)) return true;
        return false;
    }

    /// <summary>"cho rằng yêu cầu đóng cửa kênh truyền hình là sai": a demand that something is said of is somebody's before, and not the speaker's.</summary>
    private bool IsDemandSpokenOf(Candidate candidate, Clause clause)
    {
        if (candidate.Frame.Form is not ("verb" or "idiom") || !IsOpening(candidate, clause)) return false;
        var end = candidate.Clause + 1 < clauses.Count && clauses[candidate.Clause + 1] is { Kind: ClauseKind.That, OpensByMark: false } next ? next.Last : clause.Last;
        for (var at = candidate.First + 1; at < end && sentence.Tokens[at].Mark is not (',' or ';' or ':' or '.'); at++)
            if (words.At(at, "copula") is not null || words.StartingAt(at).Any(word => word.Entry is FrameEntry { Frame: { Form: "predicate", Stance: true } })) return true;
        return false;
    }

    /// <summary>Whether a verb has nobody before it whom it could be told of: it opens its clause or quotation, or stands behind a word of saying.</summary>
    private bool IsOpening(Candidate candidate, Clause clause) =>
        candidate.First == clause.First || sentence.Tokens[candidate.First - 1].Kind != TokenKind.Word
        || words.EndingAt(candidate.First).Any(word => word.Entry is AttributionEntry { Kind: "verb" } or FunctionEntry { Role: "that" }) && !words.EndingAt(candidate.First).Any(word => word.Entry is ChainEntry or FrameEntry);

    /// <summary>"kêu gọi người dân bình tĩnh", "yêu cầu các nhà điều tra xin lỗi": those who are asked are one's own people, unless it is said whose else they are.</summary>
    private bool IsToFolk(Candidate candidate)
    {
        if (!words.MayHave("folk") || candidate.Frame.Form == "noun") return false;
        return (words.At(candidate.HeadEnd, "folk") ?? words.At(candidate.HeadEnd + 1, "folk")) is { } folk
            && !phrases.Actors.Any(one => one.Codes.Count > 0 && (one.First <= folk.First && one.Last >= folk.Last || one.First >= folk.First && one.First - folk.Last is 0 or 1))
            && !phrases.Things.Any(one => one.Owners.Count > 0 && one.First <= folk.First && one.Last >= folk.Last);
    }
}
