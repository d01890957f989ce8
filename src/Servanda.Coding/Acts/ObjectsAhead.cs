// Objects that stand before their verb: in the relative clause that describes them, before a passive, or before the comma of an aside.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds what a verb is done to where it stands to the left: "lệnh cấm mà Trung Quốc đưa ra", "Thỏa thuận, cũng ký tại Minsk, …".</summary>
internal sealed class ObjectsAhead(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    /// <summary>How many words without a part of their own may stand between a thing and the relative that describes it: its number, its date.</summary>
    private const int Gap = 6;

    /// <summary>How many words may stand between the comma and the verb of an aside: "cũng được".</summary>
    private const int Adverbs = 3;

    /// <summary>Where the phrase may begin that a verb takes up from its left; null where nothing before it is its object.</summary>
    /// <param name="end">The token behind the head.</param>
    public (int From, int To)? Before(int clause, int first, int end, bool isPassive)
    {
        if (Relative(clause, first) is { } described) return described;
        if (Aside(clause, first, end, isPassive) is { } told) return told;
        return isPassive ? Interrupted(clause) : null;
    }

    /// <summary>"phương án ngừng bắn 60 ngày mà Ai Cập đưa ra": what the relative stands behind, where a subject of its own comes between.</summary>
    private (int, int)? Relative(int clause, int first)
    {
        var relative = clause;
        while (relative > 0 && clauses[relative] is { OpensByMark: false, Kind: ClauseKind.Also or ClauseKind.That }) relative--;
        var here = clauses[relative];
        if (here.Kind != ClauseKind.Relative || relative == 0 || words.At(here.First, "relative") is not { } opening || words.At(here.First, "part") is not null) return null;
        return IsSubjects(opening, first) ? (clauses[relative - 1].First, here.First) : null;
    }

    /// <summary>Whether the relative that a word opens has a subject of its own, and its verb at a token is its first.</summary>
    private bool IsSubjects(LexiconMatch opening, int first)
    {
        // The subject of the relative stands right behind it, and no other verb before this one.
        if (!phrases.Actors.Any(one => one.First >= opening.Last && one.Last <= first && one.First - opening.Last <= 2 && one.Governor is not (Governor.Owner or Governor.Place))) return false;
        return !sentence.Words.Any(word => word.Entry is FrameEntry { Frame.Form: "verb" or "light-verb" } && word.First >= opening.Last && word.Last <= first);
    }

    /// <summary>"Thỏa thuận trước, cũng ký tại Minsk vào ngày …": an aside without a subject, whose verb has no object behind it, describes what stands before its comma.</summary>
    private (int, int)? Aside(int clause, int first, int end, bool isPassive)
    {
        var here = clauses[clause];
        if (clause == 0 || !here.OpensByMark || here.Kind is not (ClauseKind.Main or ClauseKind.Relative) || first - here.First > Adverbs + 2 || !sentence.Tokens[here.First - 1].Is(',')) return null;
        return IsAside(here, first, end, isPassive) ? (clauses[clause - 1].First, here.First) : null;
    }

    /// <summary>"… ký hiệp định năm 2017, có hiệu lực từ …": what stands before the comma that a clause without a subject begins with.</summary>
    public (int From, int To)? BeforeComma(int clause, int first) =>
        clause > 0 && clauses[clause] is { OpensByMark: true, Kind: ClauseKind.Main } here && phrases.Agreements.TrueForAll(one => one.Id is null) && first - here.First <= 2 && !phrases.HasSubject(here.First, first)
            ? (clauses[clause - 1].First, clauses[clause - 1].Last)
            : null;

    /// <summary>Whether nobody stands before the verb of a clause, and nothing behind it that could be its object.</summary>
    private bool IsAside(Clause here, int first, int end, bool isPassive)
    {
        if (phrases.HasSubject(here.First, first)) return false;
        return isPassive || end >= here.Last || words.At(end, "place") is not null || words.At(end, "agent") is not null || words.At(end, "between") is not null || sentence.Dates.Any(date => date.First - end is 0 or 1);
    }

    /// <summary>"Phương án mà … đưa ra không được Israel chấp nhận": the passive goes on with what a relative or an aside has described.</summary>
    private (int, int)? Interrupted(int clause)
    {
        var start = clause;
        while (start > 0 && (clauses[start].Kind == ClauseKind.Relative && !clauses[start].OpensByMark || !clauses[start].OpensByMark && clauses[start].Kind is ClauseKind.That or ClauseKind.Also)) start--;
        return start < clause ? (clauses[start].First, clauses[start].Last) : null;
    }

    /// <summary>The thing that fits, within a stretch: the last one of its clause, near the end of the stretch.</summary>
    public ThingPhrase? Thing(IReadOnlyList<string> classes, (int From, int To) stretch, int first) =>
        phrases.Things.LastOrDefault(one => classes.Contains(one.Class) && one.First >= stretch.From && one.Last <= Math.Min(stretch.To, first) && IsNear(one.Last, Math.Min(stretch.To, first)));

    /// <summary>The agreement that fits, within a stretch.</summary>
    public AgreementPhrase? Agreement((int From, int To) stretch, int first) =>
        phrases.Agreements.LastOrDefault(one => one.First >= stretch.From && one.Last <= Math.Min(stretch.To, first) && IsNear(one.Last, Math.Min(stretch.To, first)));

    /// <summary>Whether only words without a part of their own stand between: no verb, no actor that could be meant instead.</summary>
    private bool IsNear(int last, int to) => to - last <= Gap || !sentence.Words.Any(word => word.Entry is FrameEntry { Frame.Form: "verb" or "light-verb" } && word.First >= last && word.Last <= to);
}
