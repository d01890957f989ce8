// What names an act and tells of none: it is kept from happening, asked about, done as a rule, or says only when something else was.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Deeds that a sentence mentions without telling that anybody does them. Words of blame, praise and demand are said, whatever stands around them.</summary>
internal sealed class Mentions(Sentence sentence, WordIndex words, PhraseSet phrases)
{
    /// <summary>How far behind a word of preventing the deed may stand that is prevented, in tokens.</summary>
    private const int Reach = 12;

    /// <summary>How far before a deed the day may stand that is remembered.</summary>
    private const int Remembered = 9;

    /// <summary>What is done again and again without being news: the rest of deeds would not be told so.</summary>
    private static readonly HashSet<string> Regular = new(StringComparer.Ordinal) { "extend", "negotiate", "meet", "convene", "inspect" };

    /// <summary>Why a deed is only mentioned; null where it is told.</summary>
    public string? Of(Candidate candidate, Clause clause)
    {
        if (candidate.Frame.Act is "support" or "criticize" or "propose" && IsAsked(candidate)) return "asked";
        if (candidate.Frame.Act is "attack" or "test-weapon" or "deploy" && words.Before(candidate.First, "capability") is not null) return "mention";
        if (Modality.IsWord(candidate.Frame.Act) && IsPreventedOf(candidate)) return "prevented";
        if (Modality.IsWord(candidate.Frame.Act)) return IsByLaw(candidate, clause) ? "law" : IsForecast(candidate, clause) ? "forecast" : null;
        if (IsPrevented(candidate)) return "prevented";
        if (IsAsked(candidate)) return "asked";
        if (Regular.Contains(candidate.Frame.Act) && Has("habitual", clause.First, clause.Last) && !IsDated(clause)) return "habitual";
        if (IsCommemorated(candidate)) return "mention";
        if (candidate.Frame.Act == "deploy" && (words.Before(candidate.First, "regular") is not null || Has("search", clause.First, clause.Last))) return "habitual";
        if (candidate.Frame.Act is "sign" or "ratify" or "accede" && IsTime(candidate, clause)) return "mention";
        return candidate.Frame.Act == "deploy" && IsTakenAway(candidate) ? "away" : null;
    }

    /// <summary>"Luật này yêu cầu Bộ Ngoại giao xem xét …": what a law asks for, nobody asks of another.</summary>
    private bool IsByLaw(Candidate candidate, Clause clause) =>
        // "…, các văn bản yêu cầu Armenia rút quân": what the papers ask for that were just named.
        candidate.Frame.Act is "demand" or "appeal" && clause.OpensByMark && clause.First > 0 && words.Before(candidate.First, "document") is { } paper && words.Before(paper.First, "several") is { } several && several.First == clause.First
        || candidate.Frame.Act is "demand" or "appeal" && phrases.Things.Any(one => one.Class == "law" && one.Last <= candidate.First && candidate.First - one.Last <= 3 && !phrases.Actors.Any(actor => actor.First >= one.Last && actor.Last <= candidate.First));

    /// <summary>'"Trung Quốc sẽ đáp trả", chuyên gia … nhận định': what somebody without an office foresees, the state has not said.</summary>
    private bool IsForecast(Candidate candidate, Clause clause) =>
        clause.Quote > 0 && words.MayHave("nobody") && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "nobody" } && sentence.Quotes[word.First] == 0)
        && phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Codes.Count > 0 && one.First >= clause.First && one.Last <= candidate.First);

    /// <summary>"không cho đại sứ Iran quay lại", "ngăn Hội nghị thông qua văn bản": what somebody keeps another from is not done.</summary>
    private bool IsPrevented(Candidate candidate)
    {
        if (!words.MayHave("prevents")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "prevents" } && word.Last <= candidate.First && candidate.First - word.Last <= Reach && !sentence.IsParted(word.Last, candidate.First)) return true;
        return false;
    }

    /// <summary>"Nga ngăn Liên Hợp Quốc lên án Triều Tiên": whoever is kept from saying it stands between, and nobody has said it.</summary>
    private bool IsPreventedOf(Candidate candidate)
    {
        if (!words.MayHave("prevents")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "prevents" } && word.Last <= candidate.First && phrases.Actors.Any(one => one.Codes.Count > 0 && one.Start - word.Last is 0 or 1 && candidate.First - one.Last is >= 0 and <= 2)) return true;
        return false;
    }

    /// <summary>"việc có bán tên lửa cho Đài Loan hay không": a question that the sentence leaves open.</summary>
    private bool IsAsked(Candidate candidate)
    {
        if (!words.MayHave("whether")) return false;
        foreach (var word in sentence.Words)
            if (word.Entry is FunctionEntry { Role: "whether" } && word.First >= candidate.HeadEnd && !sentence.IsParted(candidate.HeadEnd, word.First)) return true;
        return false;
    }

    /// <summary>"kỷ niệm 20 năm ngày ký hiệp định": what is remembered was done long ago.</summary>
    private bool IsCommemorated(Candidate candidate) =>
        words.MayHave("commemorates") && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "commemorates" } && word.Last <= candidate.First && candidate.First - word.Last <= Reach && !sentence.IsParted(word.Last, candidate.First)
            // "kỷ niệm 20 năm ngày Hong Kong được trao trả": behind the day that is remembered stands who did it then.
            && (words.Begins("anniversary", Math.Max(word.Last, candidate.First - Remembered), candidate.First) || !phrases.HasSubject(word.Last, candidate.First)));

    /// <summary>"vốn đạt được khi ký kết hiệp ước": without anybody who does it, and a day, it says only when something else was.</summary>
    private bool IsTime(Candidate candidate, Clause clause) =>
        clause.Kind == ClauseKind.While && words.At(clause.First, "while") is { } when && candidate.First == when.Last && !IsDated(clause) && !phrases.Actors.Any(one => one.First >= clause.First && one.Last <= candidate.First);

    /// <summary>"đưa khỏi bờ nam hơn 150 xe tăng": what is taken away is not brought.</summary>
    private bool IsTakenAway(Candidate candidate) =>
        words.MayHave("out-of") && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "out-of" } && word.First >= candidate.HeadEnd && (word.First - candidate.HeadEnd <= 1 || candidate.Thing is { } thing && word.First - thing.Last is 0 or 1));

    private bool IsDated(Clause clause) => sentence.Dates.Any(date => !date.Mention.IsDuration && date.First >= clause.First && date.First < clause.Last);

    private bool Has(string role, int first, int last) => words.MayHave(role) && sentence.Words.Any(word => word.Entry is FunctionEntry function && function.Role == role && word.First >= first && word.Last <= last);
}
