// What a sentence speaks of without telling that anybody of ours did it: what may come, what nobody in particular did, whose a group is.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Deeds and words in the background of a story: warnings of what others may do, assaults without an assailant, armed groups called by their backers, rulings at home, what experts foresee.</summary>
internal sealed partial class Asides(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    /// <summary>How far behind an assault its owner may be named, in tokens.</summary>
    private const int Owned = 14;

    /// <summary>How far before an assault the verb of waging it may stand.</summary>
    private const int Waged = 4;

    /// <summary>What a court of a state does to its own state's affairs, unless another state stands in the sentence.</summary>
    private static readonly HashSet<string> Ruled = new(StringComparer.Ordinal) { "reject", "agree", "support", "criticize", "propose", "suspend", "resume", "terminate", "extend", "deny", "demand", "appeal", "lift-sanction" };

    /// <summary>What is done to another, never to oneself.</summary>
    private static readonly HashSet<string> OnOthers = new(StringComparer.Ordinal) { "sever-relations", "sanction", "attack", "aid", "recall", "summon" };

    /// <summary>What one who has no office says of a state is his opinion of it, where it is how the state stands to others.</summary>
    private static readonly HashSet<string> Opinions = new(StringComparer.Ordinal) { "threaten", "reject", "offer-talks", "demand", "appeal", "support", "criticize", "accuse", "agree", "propose" };

    /// <summary>A trigger in its place: what asides are asked about.</summary>
    private readonly record struct Told(Candidate Candidate, Clause Clause, IReadOnlyList<string> Source, Speaker Speaker, Reality Reading)
    {
        public string Act => Candidate.Frame.Act;
    }

    /// <summary>One way of not telling a deed.</summary>
    /// <param name="Of">The acts that it is about.</param>
    private sealed record Aside(string Why, Func<string, bool> Of, Func<Asides, Told, bool> Holds);

    /// <summary>All of them, in the order in which they are asked; the first that holds says why.</summary>
    private static readonly Aside[] All =
    [
        new("denied", Any("criticize", "accuse", "threaten", "appeal", "demand"), (_, told) => told.Reading.Polarity == Polarity.Denied),
        new("stopped", Any("threaten", "coerce"), (here, told) => here.IsToStop(told.Candidate, told.Clause)),
        new("warning", Any("threaten"), (here, told) => here.IsToCome(told.Candidate)),
        new("warning", Any("threaten"), (here, told) => here.IsWarning(told.Candidate)),
        new("noun", Any("accuse", "accuse-breach", "demand", "criticize", "threaten", "appeal"), (here, told) => here.IsNoun(told.Candidate)),
        new("mention", Any("meet", "negotiate"), (here, told) => here.IsTalkOfTalks(told.Candidate, told.Clause, told.Source)),
        new("home", Any("accuse", "accuse-breach", "criticize", "reject", "support", "threaten", "appeal", "demand", "propose"), (here, told) => here.IsPrivate(told.Candidate, told.Source)),
        new("mention", Any("attack"), (here, told) => here.IsBoast(told.Candidate, told.Reading)),
        new("mention", Any("negotiate"), (here, told) => here.IsBehind("topic", told.Candidate)),
        new("mention", Any("accuse"), (here, told) => here.IsSuspicion(told.Candidate)),
        new("nameless", Any("attack"), (here, told) => here.IsNameless(told.Candidate, told.Source)),
        new("reproach", Any("support"), (here, told) => here.IsReproach(told.Candidate)),
        new("home", Any("demand", "appeal", "propose"), (here, told) => here.IsToFolk(told.Candidate)),
        new("topic", Any("demand"), (here, told) => here.IsDemandSpokenOf(told.Candidate, told.Clause)),
        new("nameless", Any("test-weapon"), (here, told) => here.IsNamelessTest(told.Candidate, told.Clause, told.Source)),
        new("nameless", Any("deploy", "attack", "test-weapon", "sanction", "lift-sanction", "aid", "pull-back", "coerce"), (here, told) => here.IsSpokenOf(told)),
        new("backer", Any("support"), (here, told) => here.IsBacker(told.Candidate) || here.IsOfGroups(told.Candidate)),
        new("view", Any("agree"), (here, told) => here.IsView(told.Candidate)),
        new("wish", Any("demand"), (here, told) => here.IsOwnWish(told.Candidate)),
        new("mention", Any("criticize"), (here, told) => here.IsHowThingsAre(told.Candidate)),
        new("mention", Any("test-weapon"), (here, told) => here.IsBehind("launcher", told.Candidate)),
        new("embedded", IsDeed, (here, told) => here.IsAskedInQuotes(told.Candidate) || here.IsAsked(told.Candidate)),
        new("duty", IsDeed, (here, told) => here.IsDuty(told)),
        new("mention", act => IsDeed(act) && !Silences.IsOnAgreement(act), (here, told) => here.IsBroached(told.Candidate, told.Clause)),
        new("possible", Modality.IsWord, (here, told) => here.IsPossible(told.Candidate)),
        new("self", OnOthers.Contains, (here, told) => here.IsOnSelf(told.Candidate, told.Source)),
        new("feared", IsDeed, (here, told) => here.IsFeared(told)),
        new("embedded", IsDeed, (here, told) => here.IsLetPass(told.Candidate, told.Clause)),
        new("capability", Any("attack", "test-weapon", "deploy"), (here, told) => here.IsOfMachines(told)),
        new("accident", Any("deploy"), (here, told) => here.IsAccident(told.Source)),
        new("home", Any("convene"), (here, told) => here.IsOwnCouncil(told.Candidate)),
        new("search", Any("deploy"), (here, told) => here.IsSearch(told.Candidate)),
        new("purpose", IsDeed, (here, told) => here.IsMeantToo(told.Candidate, told.Clause)),
        new("court", Ruled.Contains, (here, told) => here.IsRuling(told.Candidate, told.Source)),
        new("forecast", _ => true, (here, told) => here.IsOpinion(told)),
    ];

    private static Func<string, bool> Any(params string[] acts) => acts.Contains;

    private static bool IsDeed(string act) => !Modality.IsWord(act);

    /// <summary>Whether a word says when a deed is done, and so tells it as somebody's: "đã", "xong", "sẽ".</summary>
    private static bool IsTense(LexiconMatch word) => word.Entry is CueEntry { Cue: "past" or "completed" or "future" };

    /// <summary>Why what a candidate tells is only the background; null where it is told.</summary>
    public string? Of(Candidate candidate, Clause clause, IReadOnlyList<string> source, Speaker speaker, Reality reading)
    {
        var told = new Told(candidate, clause, source, speaker, reading);
        foreach (var aside in All)
            if (aside.Of(told.Act) && aside.Holds(this, told)) return aside.Why;
        return null;
    }

    /// <summary>Whether a word of a role stands right before a deed, so that it is named only: "lập trường đàm phán", "bệ phóng tên lửa".</summary>
    private bool IsBehind(string role, Candidate candidate) => words.Before(candidate.First, role) is not null;

    /// <summary>"hãy thôi đe dọa họ": what is to stop.</summary>
    private bool IsToStop(Candidate candidate, Clause clause) => words.Before(candidate.First, "hortative") is not null || Modality.Stopped(candidate, sentence, clause);

    /// <summary>"những cuộc điện đàm nói trên": talks in general, with nobody beside them.</summary>
    private bool IsTalkOfTalks(Candidate candidate, Clause clause, IReadOnlyList<string> source) =>
        candidate.Frame.Form == "noun" && words.Before(candidate.First, "several") is not null && !phrases.Actors.Any(one => one.First >= clause.First && one.Last <= clause.Last && one.Codes.Any(source.Contains));

    /// <summary>"có thể phá hủy bất cứ mục tiêu nào": what one boasts of is not done.</summary>
    private bool IsBoast(Candidate candidate, Reality reading) =>
        reading is { Status: ReportStatus.Conditional, Tense: Tense.Future } && words.MayHaveCue("possibility") && words.Begins("whichever", candidate.HeadEnd, candidate.HeadEnd + 3);

    /// <summary>"nghi ngờ rằng sai sót …": what is suspected is nobody's deed.</summary>
    private bool IsSuspicion(Candidate candidate) => words.At(candidate.First, "suspects") is not null && !phrases.Actors.Any(one => one.First - candidate.HeadEnd is >= 0 and <= 2);

    /// <summary>"vì Doha ủng hộ khủng bố", "Qatar ủng hộ tổ chức Anh em Hồi giáo": groups that are no actors of ours.</summary>
    private bool IsOfGroups(Candidate candidate) =>
        (words.At(candidate.HeadEnd, "groups") ?? words.At(candidate.HeadEnd + 1, "groups")) is { } group && !phrases.Actors.Any(one => one.Codes.Count > 0 && one.First >= candidate.HeadEnd && one.First - group.Last <= 1);

    /// <summary>"mô tả tình trạng nghiêm trọng tại các bệnh viện": how things are is nobody's fault.</summary>
    private bool IsHowThingsAre(Candidate candidate) => candidate.Last > candidate.HeadEnd && words.At(candidate.HeadEnd, "risk") is not null;

    /// <summary>"điều tàu chiến tới tìm kiếm …": forces sent to look for somebody.</summary>
    private bool IsSearch(Candidate candidate) =>
        clauses.Count > candidate.Clause + 1 && clauses[candidate.Clause + 1] is { Kind: ClauseKind.Purpose, OpensByMark: false } aim && words.Begins("search", aim.First, aim.Last);

    /// <summary>"cảnh báo Nga vẫn tập trung quân", "cảnh báo về nguy cơ …": who warns of what another does, or of what may come, threatens nobody. A threat names what follows from it, or what is not to be done.</summary>
    private bool IsWarning(Candidate candidate)
    {
        if (candidate.Last != candidate.HeadEnd || words.Before(candidate.HeadEnd, "warns") is null) return false;
        if (IsThreatFrom(candidate.HeadEnd)) return false;
        if (candidate.HeadEnd >= sentence.Tokens.Count || sentence.Tokens[candidate.HeadEnd].Kind == TokenKind.Mark) return !IsThreatFrom(0) && sentence.Quotes.All(quote => quote == 0);
        if (phrases.Actors.FirstOrDefault(one => one.First - candidate.HeadEnd is 0 or 1) is not { } warned) return true;
        if (words.At(warned.Last, "about") is { } about) return words.At(about.Last, "mention") is not null || words.At(about.Last, "risk") is not null;
        return words.At(warned.Last, "that") is not null || words.At(warned.Last, "still") is not null
            || words.StartingAt(warned.Last).Any(word => word.Entry is CueEntry { Cue: not ("negation" or "no-intention") } or FrameEntry { Frame.Form: not "noun" } or AttributionEntry);
    }

    /// <summary>Whether a consequence, or what is not to be done, is named from a token on.</summary>
    private bool IsThreatFrom(int token) => words.Begins("consequence", token, sentence.Tokens.Count) || words.Begins("hortative", token, sentence.Tokens.Count);

    /// <summary>"một cuộc tấn công nhằm vào nước này có thể xảy ra": an assault that is named, and nobody wages it, is not the speaker's.</summary>
    private bool IsNameless(Candidate candidate, IReadOnlyList<string> source)
    {
        if (candidate.Frame.Form == "noun" || words.Before(candidate.First, "bout") is not { } bout) return false;
        if (phrases.Actors.Any(one => one.Governor is Governor.Owner or Governor.Agent or Governor.From or Governor.Between && one.First >= candidate.First && one.First - candidate.HeadEnd <= Owned && one.Codes.Any(source.Contains))) return false;
        for (var at = bout.First; at >= 0 && bout.First - at <= Waged; at--)
            if (words.Before(at, "wages") is not null || words.Before(at, "receives") is not null || words.Before(at, "agent") is not null) return false;
        return true;
    }

    /// <summary>"lực lượng SDF được Mỹ hậu thuẫn", "phe nổi dậy do Mỹ ủng hộ": whose backing a group has says which group it is.</summary>
    private bool IsBacker(Candidate candidate)
    {
        if (words.Before(candidate.Last, "backs") is null || candidate.Thing is { Class: "proposal" or "treaty" or "resolution" or "talks" or "ceasefire" } thing && thing.First < candidate.Last) return false;
        foreach (var backer in phrases.Actors)
            if (backer.Last <= candidate.Last - 1 && candidate.Last - backer.Last <= 3 && (backer.Governor == Governor.Agent || words.Before(backer.First, "passive") is not null)
                && !phrases.Things.Any(one => one.Last <= backer.First && one.First >= clauses[candidate.Clause].First && one.Class is "proposal" or "treaty" or "resolution" or "talks" or "ceasefire" or "action")) return true;
        return false;
    }

    /// <summary>"chấp nhận các báo cáo", "đồng ý với đánh giá của …": who shares a view has come to terms with nobody.</summary>
    private bool IsView(Candidate candidate) => words.Begins("view", candidate.HeadEnd, candidate.HeadEnd + 3);

    /// <summary>"Pence muốn gỡ bỏ trừng phạt": what one wants to do oneself is asked of nobody.</summary>
    private bool IsOwnWish(Candidate candidate) =>
        words.At(candidate.First, "wants") is { } wish && !phrases.Actors.Any(one => one.First >= wish.Last && one.First - wish.Last <= 2) && !phrases.Things.Any(one => one.First >= wish.Last && one.First - wish.Last <= 1 && one.Owners.Count > 0)
        && words.StartingAt(wish.Last).Any(word => word.Entry is FrameEntry or CueEntry);

    /// <summary>"cáo buộc con gái nhà sáng lập Huawei lừa đảo", "ông Obama lên án ông Trump": who is blamed or praised is somebody without an office, or of the speaker's own state.</summary>
    private bool IsPrivate(Candidate candidate, IReadOnlyList<string> source)
    {
        if (candidate.Frame is not { Form: "verb" or "light-verb", Target: Slot.Object or Slot.OwnerOfObject } || candidate.Frame.Act is "threaten" or "appeal" && source.Count > 1 || candidate.Last != candidate.HeadEnd || candidate.HeadEnd >= clauses[candidate.Clause].Last) return false;
        var at = candidate.HeadEnd;
        var whom = phrases.Actors.FirstOrDefault(one => one.First >= at && one.First - at <= 1);
        if (whom is not null) return whom is { IsOffice: true, IsPronoun: false } && (whom.Codes.Count == 0 ? whom.Person is not null : whom.Codes.All(source.Contains) && candidate.Frame.Act is not ("reject" or "support") && !candidate.IsDeed) && !phrases.Things.Any(one => one.First >= at && one.First <= whom.Last && one.Owners.Any(code => !source.Contains(code)));
        if (phrases.Things.Any(one => one.First - at is >= 0 and <= 2 && one.Owners.Count + one.Hosts.Count > 0)) return false;
        if (candidate.Frame.Act is not ("accuse" or "accuse-breach" or "threaten" or "criticize" or "demand")) return false;
        return (words.At(at, "private") ?? words.At(at + 1, "private") ?? words.At(at + 2, "private")) is { } people ? !phrases.Actors.Any(one => one.Start - people.Last is 0 or 1 && one.Governor is Governor.Bare or Governor.Owner or Governor.Dependent or Governor.From)
            : candidate.Frame.Act != "demand" && sentence.Tokens[at] is { Kind: TokenKind.Word, Upper: true } && candidate.Agreement is null && !sentence.Names.Any(name => name.First <= at && at < name.Last) && !phrases.Agreements.Any(one => one.First <= at && at < one.Last);
    }

    /// <summary>"theo cáo buộc của …", "không nhận bất kỳ yêu cầu nào": a word told as a noun, without whose it is.</summary>
    private bool IsNoun(Candidate candidate) =>
        candidate.Frame.Form == "verb" && candidate.Last == candidate.HeadEnd && candidate.Tokens <= 3
        && words.EndingAt(candidate.First).Any(word => word.Entry is AttributionEntry { Kind: "theo" } or FunctionEntry { Role: "whichever" })
        && !phrases.Actors.Any(one => one.Last == candidate.First || one.Governor is Governor.Owner or Governor.From && one.First >= candidate.HeadEnd && one.Start - candidate.HeadEnd <= 2 && one.Codes.Count > 0);

    /// <summary>"những yêu cầu từ các nước đã cắt quan hệ với Qatar" told of Qatar: to whom a deed is done has not done it.</summary>
    private bool IsOnSelf(Candidate candidate, IReadOnlyList<string> source)
    {
        if (source is not [var doer] || !OnOthers.Contains(candidate.Frame.Act) || candidate.Frame.Form is not ("verb" or "light-verb")) return false;
        var end = Math.Min(Math.Max(candidate.HeadEnd, candidate.Thing?.Last ?? 0) + 1, clauses[candidate.Clause].Last);
        return phrases.Actors.Any(one => one is { IsPronoun: false, IsOffice: false, Codes: [var done] } && done == doer && one.First >= candidate.HeadEnd && one.First <= end && one.Governor is Governor.Bare or Governor.With or Governor.Against or Governor.Dependent)
            && !phrases.Actors.Any(one => one.Governor == Governor.Bare && one.Codes.Contains(doer) && one.Last <= candidate.First && candidate.First - one.Last <= 3);
    }

    /// <summary>"thông tin có thể đổ trách nhiệm lên bà Hillary": words that may be said have not been.</summary>
    private bool IsPossible(Candidate candidate) =>
        words.MayHaveCue("possibility") && words.EndingAt(candidate.First).Any(word => word.Entry is CueEntry { Cue: "possibility", Scope: "next-verb" } && word.First >= clauses[candidate.Clause].First);

    /// <summary>"để nâng cấp bốn căn cứ và mở rộng tập trận", "với mục đích kiềm chế …, giải giáp …": an aim goes on behind "và" and commas where nobody new acts.</summary>
    private bool IsMeantToo(Candidate candidate, Clause clause)
    {
        if (candidate.Frame.Act is "sign" || candidate.Clause < 2 || clause.Kind is not (ClauseKind.Also or ClauseKind.Main) || clauses[candidate.Clause - 1] is not { Kind: ClauseKind.Purpose } aim || aim.Quote != clause.Quote) return false;
        if (clause.Kind == ClauseKind.Main ? candidate.First != clause.First || !sentence.Tokens[clause.First - 1].Is(',') : clause.OpensByMark || words.At(clause.First, "also") is not { Length: 1 } and || candidate.First - and.Last > 4 || phrases.Actors.Any(one => one.First >= clause.First && one.Last <= candidate.First)) return false;
        return !sentence.Words.Any(word => IsTense(word) && word.First >= clause.First && word.Last <= candidate.First);
    }

    /// <summary>"sẽ đề cập tới việc trừng phạt Iran", "việc ký hiệp ước là điều không dễ": a deed without its doer that is spoken of, or of which something is said, is not told.</summary>
    private bool IsBroached(Candidate candidate, Clause clause)
    {
        if (words.Before(candidate.First, "nominal") is not { } noun) return words.Before(candidate.First, "broach") is not null;
        if (words.Before(noun.First, "broach") is not null) return true;
        if (!clause.IsDeed || noun.First != clause.First || candidate.Clause == 0 && noun.First > 0 || sentence.Dates.Any(date => !date.Mention.IsDuration && date.First >= candidate.First && date.First < clause.Last)) return false;
        for (var at = candidate.HeadEnd; at < Math.Min(sentence.Tokens.Count, clause.Last + 2); at++)
            if (words.At(at, "copula") is not null) return !phrases.Actors.Any(one => one.Governor == Governor.Owner && one.First >= candidate.HeadEnd && one.First < at);
        return false;
    }

    /// <summary>"kêu gọi trừng phạt Bình Nhưỡng", "kêu gọi Nga …, cũng như chấm dứt việc tăng quân": what is asked for right before, or is to stop among what is asked for.</summary>
    private bool IsAsked(Candidate candidate)
    {
        if (!words.MayHave("asks")) return false;
        if (words.Before(candidate.First, "asks") is not null) return true;
        var until = words.Before(candidate.First, "nominal")?.First ?? candidate.First;
        return words.EndingAt(until).Concat(words.EndingAt(candidate.First)).Any(word => word.Entry is CueEntry { Cue: "stopped" })
            && sentence.Words.Any(word => word.Entry is FunctionEntry { Role: "asks" } && word.Last < until && sentence.Quotes[word.First] == sentence.Quotes[candidate.First]
                && !phrases.Actors.Any(one => one is { Governor: Governor.Bare, Codes.Count: > 0 } && one.First > word.Last + 2 && one.Last <= until));
    }

    /// <summary>'kêu gọi "tất cả các nước, gồm Trung Quốc, áp đặt trừng phạt"': what is asked for in quotation marks.</summary>
    private bool IsAskedInQuotes(Candidate candidate)
    {
        if (sentence.Quotes[candidate.First] is not (> 0 and var quote) || Array.IndexOf(sentence.Quotes, quote) is not (> 1 and var first)) return false;
        return words.EndingAt(first - 1).Concat(words.EndingAt(first)).Any(word => word.Entry is FrameEntry { Frame: { Act: "appeal" or "demand", Form: not "noun" } } && sentence.Quotes[word.First] != quote);
    }

    /// <summary>"Tòa án Mỹ bác yêu cầu của chính quyền Trump": courts of a state rule on its own affairs.</summary>
    private bool IsRuling(Candidate candidate, IReadOnlyList<string> source)
    {
        if (!Ruled.Contains(candidate.Frame.Act) || !words.MayHave("court") || source.Count == 0) return false;
        if (phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Bare && one.Last <= candidate.First && one.First >= clauses[Math.Max(0, candidate.Clause - 1)].First && one.Codes.SequenceEqual(source)) is not { } court) return false;
        return words.Begins("court", court.First - 2, court.Last) && !phrases.Actors.Any(one => one.Codes.Except(source).Any());
    }

    /// <summary>"Nga sẽ không nhượng bộ, một nhà phân tích nhận định": how a state stands, and what it will do, on the word of somebody without an office.</summary>
    private bool IsOpinion(Told told)
    {
        var (candidate, reading) = (told.Candidate, told.Reading);
        // What has its day is told of the past, whoever explains it.
        if (!told.Speaker.IsNobody || sentence.Dates.Any(date => !date.Mention.IsDuration && date.First >= told.Clause.First && date.First < told.Clause.Last)) return false;
        return Opinions.Contains(candidate.Frame.Act) ? reading.Tense == Tense.Future || words.EndingAt(candidate.First).Any(word => word.Entry is CueEntry { Cue: "future" }) || candidate.Frame.Form is "idiom" or "predicate" || candidate.Frame.Stance : !Modality.IsWord(candidate.Frame.Act) && reading.Status is ReportStatus.Conditional or ReportStatus.Intended;
    }
}
