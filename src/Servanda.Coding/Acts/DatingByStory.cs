// The day of an act without words for its own, from what the story told before.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>A day goes on to those who were told with it, not to whoever is told of behind them: what others did or said, they may have on another day.</summary>
public sealed partial class Dating
{
    /// <summary>How far into a sentence words may stand that tell of the same occasion, in tokens.</summary>
    private const int OccasionReach = 3;

    /// <summary>The day of the news in which the sentence tells of an act without words for its day, whether or not the act has it: the telling is back there.</summary>
    public DatedBy? Passed { get; private set; }

    /// <summary>The date of an act that no words near it date, by where the story stands: the day of the saying, or the day that its news is told in.</summary>
    /// <param name="isPast">Whether the clause says that it was before ("đã", "từng").</param>
    /// <param name="role">Who acts: what else a person says is said on the day of what he said before.</param>
    public DatedBy? Fallback(Candidate candidate, ReportStatus status, bool isPast, RoleSet role)
    {
        if (isDisplaced) return null;
        var isWord = Modality.IsWord(candidate.Frame.Act);
        var clause = clauses[candidate.Clause];
        var isOpening = sentence.Block.Kind is BlockKind.Title or BlockKind.Lead or BlockKind.Heading;
        if (status is not (ReportStatus.Occurred or ReportStatus.Ongoing) || candidate.Frame.Form == "noun" && !isWord) return null;
        if (clause.Kind is not (ClauseKind.Main or ClauseKind.Also or ClauseKind.That or ClauseKind.Contrast or ClauseKind.While) && !(isOpening && clause.Kind == ClauseKind.Response)) return null;
        if (sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "earlier" or "repeated" } && word.First >= clause.First && word.First < candidate.First)) return null;
        // "Liên Hợp Quốc hôm qua cho biết Mỹ đã gửi thông báo": the day of the saying is the best there is, unless another sentence knows better.
        if (governing.LastOrDefault(one => one.From <= candidate.First) is { Date.Mention: not null } opening) return resolved[opening.Date];
        // "Iran đã gọi đại sứ về nước, truyền thông nhà nước đưa tin hôm thứ Bảy": what is told and then by whom and when.
        if (said.Count > 0 && (isWord || said[0].First > candidate.HeadEnd && clause.Quote == 0)) return resolved[said[0]];
        if (!isOpening && !isWord && (isPast || clause.Quote > 0)) return null;
        if (said.Count > 0) return null;
        if (isWord && role.Person is { } person && clock.OfPerson(person) is { } spoke) return spoke;
        if (isOpening) return clock.News is { } news && !isWord ? news with { Rule = "time.opening" } : null;
        Passed = clock.Running;
        return Passed is { } day && Holds(day, candidate, role) ? day with { Rule = "time.running" } : null;
    }

    /// <summary>Whether a day that the story told before is that of an act told now: of who acted or spoke with it, of the same occasion, or of who goes on speaking in the news.</summary>
    private bool Holds(DatedBy day, Candidate candidate, RoleSet role)
    {
        // "Từ tháng 10/2008, …": since when something lasts is not when what follows was.
        if (day.Mention.Bound == DateBound.From || day.Date is null) return false;
        // "Thông cáo chung được công bố ngày 21-2 cho biết …": the sentence names the day itself.
        if (sentence.Dates.Any(date => resolved.TryGetValue(date, out var here) && here.Date == day.Date)) return true;
        var doers = role.Source ?? [];
        var isWord = Modality.IsWord(candidate.Frame.Act);
        if (clock.IsBehind && (clock.Acted(day, doers) || !isWord && clock.Named(day, doers) || IsAtOnce(candidate))) return true;
        if (!clock.IsOfNews(day)) return false;
        if (IsOccasion() || isWord && clock.Acted(day, doers)) return true;
        return isWord && role.Person is { } person && clock.NamedInNews(person) || MeantAgain(doers) is { } again && (isWord || again.IsBoth && clock.Named(day, doers));
    }

    /// <summary>"Chad lập tức ngừng cấp thị thực", "vài giờ sau khi …": an answer on the spot.</summary>
    private bool IsAtOnce(Candidate candidate) =>
        sentence.Dates.Any(date => date.First <= OccasionReach && date.Mention is { IsDuration: true, Form.Unit: DateUnit.Hour or DateUnit.Minute }) ||
        sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "at-once" } && word.First >= clauses[candidate.Clause].First && word.First <= candidate.HeadEnd);

    /// <summary>"Tại cuộc gặp, …", "Trong tuyên bố, …", "Lần này, …": the sentence stays where the story is.</summary>
    private bool IsOccasion() => sentence.Words.Any(word => word.First <= OccasionReach && word.Entry is FunctionEntry { Role: "same-occasion" or "present" });

    /// <summary>Who acts, spoken of as somebody named before ("ông", "theo bà", "nước này") or as the two who meet ("hai bên"); null where not so.</summary>
    private ActorPhrase? MeantAgain(IReadOnlyList<string> doers) =>
        phrases.Actors.FirstOrDefault(one => (one.IsPronoun || one.IsBoth) && one.Codes.Any(doers.Contains));
}
