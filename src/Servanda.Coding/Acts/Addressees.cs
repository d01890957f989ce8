// Whom an act is aimed at where its own words name nobody: what was told before says it.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Finds the addressee that a reader supplies: the accuser whom a denial answers, the doer of "quyết định này", the other party of an agreement between two.</summary>
internal sealed class Addressees(StoryMemory memory, Regimes regimes, PhraseSet phrases, WordIndex words, List<Clause> clauses)
{
    /// <summary>How far behind words the deed may be named that they are about, in tokens: "vụ", "việc" and a word of quality stand between.</summary>
    private const int Named = 3;

    /// <summary>Deeds on an agreement between two that each does to the other.</summary>
    private static readonly HashSet<string> OnTheOther = new(StringComparer.Ordinal)
    {
        "announce-withdrawal", "notify-withdrawal", "revoke-notice", "withdraw", "terminate", "suspend", "resume", "accuse-breach", "demand", "threaten",
    };

    /// <summary>Things that one asks another state for, besides those that two states have between them.</summary>
    private static readonly HashSet<string> Contested = new(StringComparer.Ordinal) { "troops", "missile", "weapon", "ship", "aircraft", "territory", "land", "hostage", "prisoner", "attack", "dialogue", "exercise", "membership", "tariff", "compensation" };

    /// <summary>Other deeds that states do to one another, so that the other whom the paragraph names is meant. Of arms and money given, and of force, that is less sure.</summary>
    private static readonly HashSet<string> OnAnother = new(StringComparer.Ordinal) { "sanction", "lift-sanction", "agree" };

    /// <summary>Whom words or a deed answer, taken from what the story has told.</summary>
    public IReadOnlyList<string> Answered(Candidate candidate, IReadOnlyList<string> source)
    {
        var act = candidate.Frame.Act;
        var answered = act switch
        {
            "criticize" or "support" or "reject" when candidate.IsDeed && DoerNamed(candidate, source) is { } doer => doer,
            "criticize" or "reject" when IsCoup(candidate) && Overthrown(candidate, source) is { } state => [state],
            "criticize" or "support" or "reject" or "accuse" when IsApposed(candidate) => memory.DoerUnderDiscussion(source),
            "criticize" or "support" or "reject" when Maker(candidate) is { } maker && !maker.Any(source.Contains) => maker,
            "criticize" or "accuse" when Blamed(candidate) is { } culprit && !culprit.Any(source.Contains) => culprit,
            "accuse" or "criticize" or "support" when candidate.IsPointed => memory.DoerUnderDiscussion(source),
            "deny" => memory.Accusers.Of(source),
            "criticize" or "reject" when candidate.Frame.Stance => memory.DoerUnderDiscussion(source),
            "support" when IsBare(candidate) && Clauses.RunsTo(clauses, candidate.Clause) == candidate.Clause && memory.DoerHere is { Count: > 0 } praised && !praised.Any(source.Contains) => praised,
            "reject" when candidate.IsDeed && IsSpokenOf(candidate) => memory.DoerUnderDiscussion(source),
            "reject" or "comply" => memory.Askers.Of(source),
            "criticize" when IsBare(candidate) && memory.LastBlamed.Count > 0 && !memory.LastBlamed.Any(source.Contains) => memory.LastBlamed,
            "criticize" when candidate.IsDeed && IsSpokenOf(candidate) || IsBare(candidate) => memory.DoerUnderDiscussion(source),
            // Who is praised for "quyết định này" has just been told: of others one is less sure.
            "support" when candidate.IsDeed && IsSpokenOf(candidate) => memory.DoerHere.Any(source.Contains) ? [] : memory.DoerHere,
            "lift-sanction" or "resume" when candidate.Undone is { } undone => memory.LastTargets.GetValueOrDefault(undone) ?? [],
            "agree" when candidate.Undone is not null => memory.Askers.Of(source),
            "threaten" => Conditioned(candidate, source),
            "mediate" => Sides(source),
            "appeal" or "demand" when IsToAll(candidate) && !words.IsToWorld(candidate) => Sides(source) is { Count: > 0 } sides ? sides : IsToBoth(candidate) ? memory.OtherSideOf(source) : [],
            _ => [],
        };
        if (answered.Count == 0 && candidate.Body is { } body && regimes.IsAboutMembership(act)) answered = body.Codes;
        return answered.Except(source).ToList();
    }

    /// <summary>How far behind a word of blame a crime may stand that is no state's.</summary>
    private const int Terror = 7;

    /// <summary>In a story of two sides what one says or does to missions without an addressee is aimed at the other: "Moscow bác bỏ", "Nga triệu Đại sứ Pivoňka". To leave an agreement is done to nobody, and what one gives without saying to whom is not given to the rival.</summary>
    public IReadOnlyList<string> OtherSide(Candidate candidate, string source) => Supposed(candidate, source) is { Count: > 0 } side && (regimes.IsOnMissions(candidate.Frame.Act) || !side.All(IsOnlyPlace)) && IsClear(candidate, side, source) ? side : [];

    /// <summary>
    /// Whether it is clear who is meant that the sentence does not name: the story is of two, the sentence names no third and the paragraph at most one. "Tuần trước, Mỹ đã nhất trí bán tên lửa cho Ba Lan"
    /// says nothing of the Lithuania that the story is about, and where many come and go the other side of the story is no better than any of them.
    /// </summary>
    private bool IsClear(Candidate candidate, IReadOnlyList<string> side, string source)
    {
        // "kiện vụ lúa mạch lên WTO": who is accused before a court is the other side, whoever else is named.
        if (candidate.Frame.Act is "accuse" or "accuse-breach") return true;
        var here = phrases.Actors.SelectMany(one => one.Codes).Concat(phrases.Things.SelectMany(one => one.Owners)).ToHashSet(StringComparer.Ordinal);
        return side.Count > 1 || side.All(here.Contains)
            || memory.IsOfTwo && here.All(code => code == source || side.Contains(code)) && memory.Named.Count(code => code != source && !side.Contains(code)) <= 1;
    }

    /// <summary>"không xem xét lại việc đặt căn cứ tại Qatar": whether the sentence names somebody only as the place of what it tells.</summary>
    private bool IsOnlyPlace(string code) =>
        phrases.Actors.Exists(one => one.Governor == Governor.Place && one.Codes.Contains(code)) && phrases.Actors.TrueForAll(one => one.Governor == Governor.Place || !one.Codes.Contains(code)) && !phrases.Things.Exists(one => one.Owners.Contains(code));

    private IReadOnlyList<string> Supposed(Candidate candidate, string source)
    {
        if (candidate.Frame.Target == Slot.None || candidate.Frame.Act == "announce-withdrawal" || IsToAll(candidate)) return [];
        // "lên án vụ khủng bố", "mô tả vụ việc là hành động khủng bố": terror is nobody's of the two.
        if (candidate.Frame.Act == "criticize" && words.Begins("terror", candidate.First, candidate.Last + Terror)) return [];
        // "thúc giục chính phủ …", "kêu gọi các lực lượng vũ trang …": somebody at home is spoken to.
        if (candidate.Frame.Act is "appeal" or "demand" && (words.IsToWorld(candidate) || IsToSomebody(candidate))) return [];
        // "yêu cầu đóng cửa các khu chợ": what is no matter between states is asked for at home.
        if (candidate.Frame.Act is "appeal" or "demand" && !IsBare(candidate) && memory.Named.All(code => code == source) && !IsAbroad(candidate, source)) return [];
        // "nghi ngờ một lỗi kỹ thuật": what is suspected is nobody's deed.
        if (candidate.Frame.Act == "accuse" && words.At(candidate.First, "suspects") is not null && IsToSomebody(candidate)) return [];
        // "Bất cứ ai đe dọa chúng tôi sẽ phải hối tiếc": whoever it may be, it is nobody in particular.
        if (candidate.Frame.Act == "threaten" && IsToAnybody(candidate)) return [];
        if (!(Modality.IsWord(candidate.Frame.Act) || regimes.IsOnMissions(candidate.Frame.Act) || OnAnother.Contains(candidate.Frame.Act) || candidate is { Frame.Act: "coerce", Thing.Class: "border" } or { Frame.Act: "pull-back", Thing.Class: "prisoner" or "hostage" or "citizen" or "journalist" or "spy" })) return [];
        // "Seoul … Bình Nhưỡng …. Mỹ lên án": in a paragraph about one other it is he, whoever the rival is elsewhere in the story.
        var others = memory.Named.Where(code => code != source).ToList();
        // "kiện vụ lúa mạch lên WTO": the court is not sued.
        if (candidate.Frame.Act is "accuse" or "accuse-breach" && candidate.Frame.Objects.Contains("court")) others.RemoveAll(memory.IsBody);
        // "Mỹ hoan nghênh mọi nỗ lực": an outsider to a story of two is glad of both.
        if (candidate.Frame.Act == "support" && memory.IsOfTwo && !memory.MainPair.Contains(source) && !memory.MainPair.Intersect(others).Any()) return memory.MainPair;
        // "giảm thuế đồ uống để hút du khách Trung Quốc": duties are a matter at home unless the story is of two sides.
        if (candidate is { Frame.Act: "lift-sanction" or "sanction", Thing.Class: "tariff" } && !others.Exists(code => memory.Mentions(code) > 1)) return [];
        // "Hà Lan, nước chủ nhà của ICC, lấy làm tiếc": blame falls on who struck, and not on whom he struck.
        if (candidate.Frame.Act == "criticize" && others is [var victim] && memory.IsVictim(victim) && memory.DoerUnderDiscussion([source]) is { Count: > 0 } culprit && !culprit.Contains(victim)) return culprit;
        // "Trung Quốc tỏ ý lo ngại. Pháp lấy làm tiếc.": who only judges is not whom the next one judges.
        if (candidate.Frame.Act is "criticize" or "reject" && others is [var beside] && memory.IsCommentator(beside) && memory.DoerUnderDiscussion([source]) is { Count: > 0 } judged && !judged.Contains(beside)) return judged;
        // "Liên minh châu Phi thúc giục các bên đối thoại. Liên minh châu Âu đe dọa ngừng hỗ trợ …": nor is he whom the next one strikes or threatens.
        if (others is [var bystander] && memory.IsCommentator(bystander) && (Modality.IsWord(candidate.Frame.Act) && candidate.Frame.Act != "support" || candidate.Frame.Act == "suspend")) return [];
        if (others.Count == 1) return others;
        var side = memory.OtherSideOf([source]);
        return others.Count == 0 || others.Intersect(side).Any() ? side : [];
    }

    /// <summary>Who was given arms or struck by duties last: "Mỹ góp 50 xe Bradley và Đức 40 xe Marder", "lệnh cấm được ban hành" say it no more. Only a thing that is given or imposed on others is told so.</summary>
    public IReadOnlyList<string> Same(Candidate candidate, IReadOnlyList<string> source)
    {
        var told = candidate switch
        {
            { Frame: { Act: "aid", Source: not Slot.Owner }, Thing.Class: "weapon" or "missile" or "aircraft" or "ship" or "aid" or "relief" } => "aid",
            { Frame.Act: "sanction" or "lift-sanction", Thing.Class: "sanction" or "ban" } => "sanction",
            _ => null,
        };
        return told is null || source.Count == 0 || !memory.LastTargets.TryGetValue(told, out var last) ? [] : last.Any(source.Contains) ? [] : last;
    }

    /// <summary>The body whose member one is no more, or again: that of the agreement; where no agreement is known the one named last.</summary>
    public IReadOnlyList<string> BodyLeft(Candidate candidate, IReadOnlyList<string> source, string? agreement)
    {
        if (!regimes.IsAboutMembership(candidate.Frame.Act) || candidate.Frame.Act is "suspend" or "terminate" or "ratify") return [];
        var body = candidate switch
        {
            // "Mỹ mới được bầu trở lại": to what, only the sentence itself can say.
            { Frame.Act: "resume" } when agreement is null && phrases.Actors.All(one => !one.IsBody) => null,
            _ when agreement is not null => candidate.Frame.Act == "notify-withdrawal" ? null : regimes.BodyOf(agreement),
            { Agreement: null, Thing: null or { Class: "body" or "membership" } } => memory.LastBody,
            { Thing: { Owners: [var owner] } } when regimes.IsBody(owner) => owner,
            _ => null,
        };
        return body is null || source.Contains(body) ? [] : [body];
    }

    /// <summary>The other party of an agreement between two.</summary>
    public IReadOnlyList<string> OtherParty(Candidate candidate, IReadOnlyList<string> source, string agreement) =>
        source.Count == 1 && OnTheOther.Contains(candidate.Frame.Act) && regimes.PartiesOf(agreement) is { Count: 2 } parties && parties.Contains(source[0]) ? [.. parties.Where(code => code != source[0])] : [];

    /// <summary>Who did the deed that words are about and name without its doer: "lên án vụ phóng", "phản đối việc trục xuất". Null where no deed of a known kind is named.</summary>
    private IReadOnlyList<string>? DoerNamed(Candidate candidate, IReadOnlyList<string> source)
    {
        for (var at = candidate.HeadEnd; at <= candidate.HeadEnd + Named; at++)
            foreach (var word in words.StartingAt(at))
                if (word.Entry is FrameEntry { Frame.Act: var deed } && !Modality.IsWord(deed) && memory.DoerOf(deed) is { Count: > 0 } doer && !doer.Any(source.Contains)) return doer;
        return null;
    }

    /// <summary>Whether the deed is only pointed at ("quyết định này", "động thái trên", "bước đi đó"), or named by its kind alone, so that the story says which. "Việc quân đội cướp chính quyền" says itself whose it is.</summary>
    private bool IsSpokenOf(Candidate candidate) =>
        (words.At(candidate.HeadEnd, "nominal") ?? words.At(candidate.HeadEnd + 1, "nominal")) is not { } deed || words.At(deed.First, "that") is null
        || words.StartingAt(deed.Last).Any(word => word.Entry is FrameEntry) || words.At(deed.Last, "this") is not null;

    /// <summary>Who made what is praised or blamed, where the words behind it say so: "hoan nghênh thỏa thuận mà Ethiopia và Somalia đạt được", "kế hoạch do Pháp soạn thảo". Null where none do.</summary>
    private IReadOnlyList<string>? Maker(Candidate candidate)
    {
        var next = candidate.Clause + 1;
        // "khước từ kế hoạch do Trung Quốc soạn thảo"
        if (phrases.Actors.FirstOrDefault(one => one.Governor == Governor.Agent && one.First >= candidate.HeadEnd && one.First < clauses[candidate.Clause].Last) is { Codes.Count: > 0 } agent && words.IsMaker(agent)) return agent.Codes;
        if (next >= clauses.Count || clauses[next] is not { OpensByMark: false, Kind: ClauseKind.Relative } relative || words.At(relative.First, "relative") is not { } mark) return null;
        return phrases.Actors.FirstOrDefault(one => one.First - mark.Last is 0 or 1 && one.Governor is Governor.Bare or Governor.Dependent && one.Codes.Count > 0)?.Codes;
    }

    /// <summary>"lên án cuộc đảo chính", "bác bỏ việc chiếm quyền": what is blamed was done in the state that the story is about.</summary>
    private string? Overthrown(Candidate candidate, IReadOnlyList<string> source) =>
        phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.Place, Codes.Count: 1 } && one.First >= candidate.HeadEnd)?.Codes[0] ?? memory.MostMentioned.FirstOrDefault(code => !memory.IsBody(code) && !source.Contains(code));

    private bool IsCoup(Candidate candidate) => words.Begins("coup", candidate.HeadEnd, candidate.HeadEnd + Named + 3);

    /// <summary>"Panama rút khỏi …, quyết định mà Bắc Kinh lập tức lên án": the deed just told, named again by its kind.</summary>
    private bool IsApposed(Candidate candidate)
    {
        var at = candidate.Clause;
        if (at == 0 || clauses[at] is not { Kind: ClauseKind.Relative, OpensByMark: false } || clauses[at - 1] is not { OpensByMark: true } named) return false;
        return words.At(named.First, "nominal") is { } kind && named.Last - kind.Last <= 1;
    }

    /// <summary>Who opens the clause that says why somebody is blamed: "bất bình vì Mỹ rút khỏi UNESCO", "lấy làm tiếc khi Nga …". Null where nobody does.</summary>
    private IReadOnlyList<string>? Blamed(Candidate candidate)
    {
        var next = candidate.Clause + 1;
        if (next >= clauses.Count || clauses[next] is not { OpensByMark: false, Kind: ClauseKind.Because or ClauseKind.That or ClauseKind.While } why || why.First - candidate.HeadEnd > Named) return null;
        return phrases.Actors.FirstOrDefault(one => one.First - why.First is >= 0 and <= Named && one.Governor == Governor.Bare && one.Codes.Count > 0)?.Codes;
    }

    /// <summary>Whose doing sets off what is threatened: "dọa sẽ tiếp tục tấn công nếu Israel vi phạm", "Sau khi Mỹ áp thuế, Canada dọa đáp trả".</summary>
    private IReadOnlyList<string> Conditioned(Candidate candidate, IReadOnlyList<string> source)
    {
        foreach (var clause in clauses)
            if ((clause.Kind == ClauseKind.If || clause is { Kind: ClauseKind.After, First: 0 }) && phrases.Actors.FirstOrDefault(one => one.First >= clause.First && one.First < clause.Last && one.Governor == Governor.Bare && one.Codes.Count > 0) is { } actor && !actor.Codes.Any(source.Contains))
                return actor.Codes;
        return [];
    }

    /// <summary>The sides that somebody goes between: those that the sentence names together, else the two that the story is about.</summary>
    private IReadOnlyList<string> Sides(IReadOnlyList<string> source)
    {
        if (memory.LastJoint.Count == 2 && !memory.LastJoint.Any(source.Contains)) return memory.LastJoint;
        return memory.MainPair.Any(source.Contains) ? [] : memory.MainPair;
    }

    /// <summary>Whether it is said to both sides, or to all: "kêu gọi các bên kiềm chế".</summary>
    private bool IsToAll(Candidate candidate) => words.Begins("all-parties", candidate.First, candidate.HeadEnd + 2) || IsToBoth(candidate);

    /// <summary>"Thủ tướng Nhật Bản đề nghị hai nước …": in a story of his own he is one of the two, and the other is asked.</summary>
    private bool IsToBoth(Candidate candidate) => words.Begins("both", candidate.First, candidate.HeadEnd + 2);

    /// <summary>Whether what is asked for is a matter between states: an agreement, a thing that two have between them, or somebody else is named with it.</summary>
    private bool IsAbroad(Candidate candidate, string source)
    {
        var end = Clauses.RunEnd(clauses, candidate.Clause);
        return phrases.Agreements.Any(one => one.First >= candidate.HeadEnd && one.First < end) || phrases.Things.Any(one => one.First >= candidate.First && one.First < end && (Silences.IsForeign(one.Class) || Contested.Contains(one.Class)))
            || phrases.Actors.Any(one => one.First >= candidate.HeadEnd && one.First < end && one.Codes.Any(code => code != source));
    }

    /// <summary>Whether a threat is meant for whoever it may be: "ai", "bất cứ nước nào", "các nước".</summary>
    private bool IsToAnybody(Candidate candidate)
    {
        var clause = clauses[candidate.Clause];
        for (var at = clause.First; at < clauses[^1].Last; at++)
            if (words.At(at, "anybody") is not null || words.At(at, "world") is not null && (at - candidate.HeadEnd is >= 0 and <= 2 || clauses[Triggers.ClauseAt(clauses, at) is >= 0 and var here ? here : candidate.Clause].Kind == ClauseKind.If)) return true;
        return false;
    }

    /// <summary>Whether words stand right behind a request that are no deed and no thing between states: those who are asked, whoever they are.</summary>
    private bool IsToSomebody(Candidate candidate)
    {
        var at = candidate.HeadEnd;
        return candidate.Last == candidate.HeadEnd && at < clauses[candidate.Clause].Last
            && words.StartingAt(at).All(word => word.Entry is not (FrameEntry or CueEntry or FunctionEntry { Role: "that" or "nominal" or "passive" or "also" or "and" or "all-parties" or "both" })) && !phrases.Things.Any(one => one.Start <= at && at < one.Last);
    }

    /// <summary>Whether nothing follows a word of blame that could be its object: "Trung Quốc tỏ ý lo ngại", "Pháp lấy làm tiếc".</summary>
    private bool IsBare(Candidate candidate)
    {
        var end = clauses[candidate.Clause].Last;
        return candidate.Thing is null && candidate.Agreement is null && end - candidate.Last <= 2;
    }
}
