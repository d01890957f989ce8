// Who is meant by "nước này", "khối này", "ông", "họ", "hai nước", "ba nước".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What a pronoun stands for, and where it ends.</summary>
internal readonly record struct Meant(int Last, IReadOnlyList<string> Codes, bool IsBody = false, bool IsBoth = false);

/// <summary>Resolves the pronouns of a sentence by what it has named so far and what the story remembers.</summary>
/// <param name="actors">The actors of the sentence read so far; it grows while the sentence is read.</param>
internal sealed class Pronouns(Sentence sentence, WordIndex words, StoryMemory memory, List<ActorPhrase> actors)
{
    /// <summary>How many words may say which kind of state it is that is pointed at.</summary>
    private const int Kinds = 6;

    /// <summary>How far behind the state whose agency it is "nước này" may stand, with the agency's short name and the verb of saying between.</summary>
    private const int Agency = 6;

    private static readonly (string Role, int Count)[] Several = [("three", 3), ("four", 4), ("five", 5), ("six", 6)];

    private static readonly ulong Groups = WordIndex.Bits([.. Several.Select(one => one.Role)]);

    public Meant? At(int at)
    {
        if (Described(at) is { } kind) return new(kind, State(at));
        // "Nga khẳng định hoạt động dồn quân của nước này …": one's own.
        if (words.At(at, "this-state") is { } state) return new(state.Last, words.Before(at, "owner") is not null && IsOwn(at) is { } own ? own : State(at));
        if (Body(at) is { } club) return club;
        if (words.At(at, "this-body") is { } body && LastBody is { } organisation) return new(body.Last, [organisation], IsBody: true);
        if (words.At(at, "this-agency") is { } agency) return new(agency.Last, actors.LastOrDefault(one => one is { IsBody: true, Codes.Count: 1 })?.Codes ?? (memory.LastSubject is { IsOffice: false, IsBody: false } && memory.LastBody is { } last ? [last] : memory.LastSubject?.Codes ?? (memory.LastBody is { } named ? [named] : [])));
        if (words.At(at, "this-office") is { } office) return new(office.Last, memory.LastSubject?.Codes ?? (memory.LastBody is { } spoken ? [spoken] : []));
        if (words.At(at, "nobody") is { } nobody) return new(nobody.Last, []);
        if (words.At(at, "both") is { } both) return new(both.Last, Both(both, at), IsBoth: true);
        // "Mỗi bên đều đổ lỗi cho bên kia": both, where no verb before makes it an object.
        if (words.At(at, "each-side") is { } each && IsSubject(each)) return new(each.Last, Both(each, at), IsBoth: true);
        foreach (var (role, count) in words.MayBegin(at, Groups) ? Several : [])
            if (words.At(at, role) is { } group && memory.GroupOf(count) is { } members) return new(group.Last, members);
        if (words.At(at, "other-state") is { } other && Other(other) is { } neighbour) return new(other.Last, neighbour);
        if (words.At(at, "we") is { } we && sentence.Quotes[at] > 0) return new(we.Last, memory.LastSpeaker);
        // "Algeria đáp lại rằng họ lấy làm tiếc": who speaks of himself.
        if (words.At(at, "they") is { } themselves && IsSaid(at) && actors.LastOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: > 0 }) is { } saying) return new(themselves.Last, saying.Codes);
        // "Nhật Bản ký với Úc hồi 2022; sang năm sau, họ ký với Philippines": a state goes on as "họ".
        if (words.At(at, "they") is { } same && at > 0 && sentence.Tokens[at - 1].Kind == TokenKind.Mark && !actors.Exists(one => one is { Governor: Governor.Bare, Codes.Count: > 1 })
            && actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: 1, IsOffice: false }) is { } going) return new(same.Last, going.Codes);
        // "… khôi phục quan hệ với Qatar, bị họ cắt đứt từ năm 2017"
        if (words.At(at, "they") is { } agents && words.Before(at, "passive") is not null && FirstNamed() is { Count: > 0 } those) return new(agents.Last, those);
        if (words.At(at, "they") is { } they && IsSubject(they)) return new(they.Last, actors.LastOrDefault(one => one.Governor == Governor.Bare && one.Codes.Count > 1)?.Codes ?? (memory.LastGroup.Count > 1 ? memory.LastGroup : memory.LastSubject?.Codes ?? []));
        return words.At(at, "he") is null ? null : He(at);
    }

    /// <summary>Who "ông", "bà" is.</summary>
    private Meant? He(int at)
    {
        // "Tổng thống Mỹ …, song bị ông khước từ": who does it is not whom it is done to.
        if (words.At(at, "he") is { } agent && words.Before(at, "passive") is not null && actors.LastOrDefault(one => one.Governor == Governor.Bare) is { Codes.Count: > 0 } patient
            && agent.Last < sentence.Tokens.Count && !sentence.Tokens[agent.Last].Upper)
            return new(agent.Last, actors.LastOrDefault(one => one.Person is not null && !one.Codes.Any(patient.Codes.Contains))?.Codes ?? (memory.LastSubject is { } told && !told.Codes.Any(patient.Codes.Contains) ? told.Codes : []));
        if (words.At(at, "he") is { } he && he.Last < sentence.Tokens.Count && !sentence.Tokens[he.Last].Upper)
            return new(he.Last, actors.LastOrDefault(one => one.IsOffice && one.Governor == Governor.Bare)?.Codes
                // "Trong bài viết của Đại sứ Trung Quốc, ông mời Canberra …"
                ?? actors.LastOrDefault(one => one is { IsOffice: true, IsPronoun: false, Governor: Governor.Owner, Codes.Count: > 0 })?.Codes
                ?? (memory.LastSubject is { IsOffice: true } subject ? subject.Codes : memory.LastSpeaker));
        return null;
    }

    /// <summary>Where "quốc đảo Nam Thái Bình Dương này" ends: a state that is pointed at by its kind, with words between that say which; null elsewhere.</summary>
    private int? Described(int at)
    {
        if (words.At(at, "state-noun") is not { } noun) return null;
        for (var end = noun.Last; end <= noun.Last + Kinds && end < sentence.Tokens.Count; end++)
        {
            if (end > noun.Last && words.At(end, "this") is { Length: 1 } pointing) return pointing.Last;
            if (sentence.Tokens[end].Kind != TokenKind.Word || words.StartingAt(end).Any(word => word.Entry is FrameEntry or CueEntry or AttributionEntry) || sentence.Names.Any(name => name.First == end && name.Entry is ActorEntry { IsState: true })) return null;
        }
        return null;
    }

    /// <summary>The organisation that the sentence has named last, else the story.</summary>
    public string? LastBody => actors.LastOrDefault(one => one is { IsBody: true, Codes.Count: 1 })?.Codes[0] ?? memory.LastBody;

    /// <summary>"tòa", "khối này", "tổ chức gồm 47 thành viên": the organisation named last that the noun can mean. A noun that something else makes into another is none ("tổ chức khủng bố", "một tổ chức").</summary>
    public Meant? Body(int at)
    {
        if (!words.HasBodyNouns) return null;
        LexiconMatch? longest = null;
        foreach (var word in words.StartingAt(at))
            if (word.Entry is BodyNounEntry && (longest is null || word.Length > longest.Value.Length)) longest = word;
        return longest is { Entry: BodyNounEntry entry } noun ? Body(noun, entry) : null;
    }

    private Meant? Body(LexiconMatch noun, BodyNounEntry entry)
    {
        if (!sentence.Names.All(name => name.First != noun.First || name.Last <= noun.Last)) return null;
        var named = actors.LastOrDefault(one => one.Codes.Count == 1 && entry.Codes.Contains(one.Codes[0]))?.Codes[0] ?? memory.BodyOf(entry.Codes);
        if (named is null) return null;
        if (words.At(noun.Last, "this") is { } pointing) return new(pointing.Last, [named], IsBody: true);
        return IsAlone(noun) ? new(noun.Last, [named], IsBody: true) : null;
    }

    /// <summary>Whether a noun stands for itself: nothing describes it, no number or article counts it, and where the word is a verb as well a preposition stands before.</summary>
    private bool IsAlone(LexiconMatch noun)
    {
        var (tokens, next) = (sentence.Tokens, noun.Last);
        if (noun.First > 0 && (tokens[noun.First - 1].Kind == TokenKind.Number || words.Before(noun.First, "several") is not null)) return false;
        var isOpen = next >= tokens.Count || tokens[next].Kind == TokenKind.Mark && !tokens[next].Is('-') && !tokens[next].Is('"') || Joining.IsVerbAhead(words, next)
            || words.StartingAt(next).Any(word => word.Entry is FunctionEntry { Role: "passive" or "part" or "contrast" or "also" or "and" or "while" or "to" or "with" or "about" or "purpose" or "because" or "after" or "before" or "that" });
        if (!isOpen) return false;
        var isVerb = words.StartingAt(noun.First).Any(word => word.Length >= noun.Length && word.Entry is FrameEntry or FunctionEntry { Role: "takes-place" });
        return !isVerb || words.EndingAt(noun.First).Any(word => word.Entry is FunctionEntry { Role: "owner" or "from" or "with" or "to" or "against" });
    }

    /// <summary>Who "nước láng giềng", "phía bên kia" is: of those that the paragraph named, the last one that is not the subject; else the other side of the story. Null where a name follows, which says it.</summary>
    private IReadOnlyList<string>? Other(LexiconMatch word)
    {
        if (sentence.Names.Any(name => name.First == word.Last && name.Entry is ActorEntry) || words.At(word.Last, "such-as") is not null) return null;
        // "Mỗi bên … bên kia": each means the other, and nobody else.
        if (Subject is { Count: > 2 } several && memory.Named.Reverse().Concat(memory.MostMentioned).FirstOrDefault(code => !several.Contains(code) && !memory.IsBody(code)) is { } apart) return [apart];
        if (Subject is not [var doer]) return [];
        return OtherThan(doer) is { } code ? [code] : [];
    }

    /// <summary>Whether what stands at a token is the beginning of what somebody says.</summary>
    private bool IsSaid(int at) => words.EndingAt(at).Any(word => word.Entry is AttributionEntry { Kind: "verb" } or FunctionEntry { Role: "that" });

    /// <summary>The state meant: after a verb of saying ("Tổng thống Pháp cho biết nước này …") the speaker's, else the one that the story spoke of last.</summary>
    private IReadOnlyList<string> State(int at)
    {
        var speaker = IsSaid(at) ? actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: 1, IsBody: false }) : null;
        if (speaker is not null) return speaker.Codes;
        // "Hãng thông tấn Trung ương Triều Tiên (KCNA) cho hay nước này …": whose agency says it.
        if (IsSaid(at) && actors.LastOrDefault() is { Codes.Count: 1, IsBody: false, Governor: Governor.Dependent } agency && at - agency.Last <= Agency) return agency.Codes;
        // "Về phía Nga, nước này …": whom the sentence opens with.
        if (at > 0 && sentence.Tokens[at - 1].Is(',') && actors is [{ Codes.Count: 1, IsBody: false } front] && front.Last == at - 1 && front.Start <= 1) return front.Codes;
        // "Trong công hàm gửi Ankara, Baghdad yêu cầu nước này rút quân": whom one speaks to is another.
        if (words.EndingAt(at).Any(word => word.Entry is FrameEntry { Frame.Act: "demand" or "appeal" or "accuse" or "criticize" or "accuse-breach" }) && actors.LastOrDefault(one => one.Governor == Governor.Bare) is { Codes.Count: > 0 } asking
            && actors.LastOrDefault(one => one is { Codes.Count: 1, IsBody: false } && !one.Codes.Any(asking.Codes.Contains)) is { } asked) return asked.Codes;
        // "Chile đàm phán với Bolivia; với Argentina, nước này đã ký …": behind a comma the sentence's own subject goes on.
        if (at > 0 && sentence.Tokens[at - 1].Is(',') && actors.Count > 0 && actors[^1] is { Governor: Governor.With or Governor.Against } partner && partner.Last == at - 1
            && actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: 1, IsBody: false }) is { } topic && !partner.Codes.Contains(topic.Codes[0])) return topic.Codes;
        // "kêu gọi Sudan kiềm chế, sau khi nước này đóng cửa biên giới": behind "after" and "because" it is whom the deed before was aimed at.
        if (words.EndingAt(at).Any(word => word.Entry is FunctionEntry { Role: "after" or "because" or "while" }) && actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: > 0 }) is { } acting
            && actors.LastOrDefault(one => one is { Codes.Count: 1, IsBody: false, Governor: not Governor.Place } && one.First > acting.First && !acting.Codes.Contains(one.Codes[0])) is { } met) return met.Codes;
        // "Sau khi đến Hà Nội, Thủ tướng Hà Lan … cấp 20 triệu euro cho nước chủ nhà": where one is, or whom one met, and never oneself.
        if (words.At(at, "host-state") is not null && Subject is { Count: > 0 } guest && actors.Select(one => one.Codes).Concat(memory.Named.Reverse().Select(code => new[] { code })).FirstOrDefault(codes => codes.Count == 1 && !guest.Contains(codes[0]) && !memory.IsBody(codes[0])) is { } host) return host;
        if ((memory.LastState ?? actors.LastOrDefault(one => one is { Codes.Count: 1, IsBody: false })?.Codes[0]) is not { } last) return [];
        // "Mali cáo buộc Benin …. Nước này bác bỏ": who refuses or denies is whom another has just accused or asked, and not he who did.
        if (at == 0 && memory.Accusers.Of([last]).Count + memory.Askers.Of([last]).Count == 0 && OtherThan(last) is { } answering && (memory.Accusers.Of([answering]).Contains(last) || memory.Askers.Of([answering]).Contains(last)) && IsRefusalAhead(at)) return [answering];
        // "… Canada …. Nước này ngừng cấp thị thực cho công dân Canada": whoever is named further on is another.
        if (IsNamedAhead(at, last) && OtherThan(last) is { } doing) return [doing];
        // "… Myanmar được trả tự do, Nhật Bản sẽ nối lại viện trợ cho nước này": of two whom the sentence names, the one that does nothing here.
        if ((IsDoneToAnother(at) || words.Before(at, "owner") is not null) && actors.LastOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: > 0 }) is { } nearest && (nearest.Codes.Contains(last) || !actors.Exists(one => one.Codes.Contains(last)))
            && actors.LastOrDefault(one => one is { Codes.Count: 1, IsBody: false, Governor: not Governor.Place } && !nearest.Codes.Contains(one.Codes[0])) is { } told) return told.Codes;
        // "Mỹ … Nga …. Mỹ trừng phạt nước này": what one does to others is not done to oneself.
        return Subject is { Count: 1 } doer && doer[0] == last && IsDoneToAnother(at) && OtherThan(last) is { } another ? [another] : [last];
    }

    /// <summary>How far behind its subject a verb may stand, with cues and adverbs between, in tokens.</summary>
    private const int Adverbs = 4;

    /// <summary>Whether the first verb behind a pronoun refuses or denies.</summary>
    private bool IsRefusalAhead(int at)
    {
        for (var next = at + 1; next <= at + Kinds + Adverbs; next++)
            foreach (var word in words.StartingAt(next))
                if (word.Entry is FrameEntry { Frame: { Form: not "noun" } frame }) return frame.Act is "deny" or "reject";
        return false;
    }

    /// <summary>Who the sentence is told of, with those whom "và" and commas join to him.</summary>
    private List<string> FirstNamed()
    {
        var first = actors.FindIndex(one => one is { Governor: Governor.Bare, Codes.Count: > 0 });
        if (first < 0) return [];
        var last = first;
        while (last + 1 < actors.Count && actors[last + 1].Governor is Governor.Bare or Governor.With && (sentence.Tokens[actors[last].Last].Is(',') && actors[last + 1].First == actors[last].Last + 1 || words.At(actors[last].Last, "and") is { } and && and.Last == actors[last + 1].First)) last++;
        return [.. actors.Skip(first).Take(last - first + 1).SelectMany(one => one.Codes).Distinct()];
    }

    /// <summary>Whose an office is that "nước này" or "khối này" follows: as for the state itself where the office stands. Null where no such word follows.</summary>
    /// <param name="owner">Where the pronoun begins.</param>
    /// <param name="office">Where the office begins.</param>
    public Meant? Held(int owner, int office)
    {
        // "Thủ tướng Bỉ kêu gọi quốc hội nước này": the only state that the sentence has named.
        if ((Described(owner) ?? words.At(owner, "this-state")?.Last) is { } last) return new(last, actors.SelectMany(one => one.Codes).Distinct().ToList() is [var only] && !memory.IsBody(only) ? [only] : State(office));
        return words.At(owner, "this-body") is { } body ? new(body.Last, LastBody is { } club ? [club] : []) : null;
    }

    /// <summary>Whether a state is named in the same clause behind a token.</summary>
    private bool IsNamedAhead(int at, string code)
    {
        foreach (var name in sentence.Names)
            if (name.First > at && name.Entry is ActorEntry { IsState: true, Form: not ActorForm.Alias } actor && actor.Code == code)
                return Enumerable.Range(at, name.First - at).All(token => sentence.Tokens[token].Kind != TokenKind.Mark);
        return false;
    }

    /// <summary>Whose a thing is that is "của nước này": the state meant, as for the state itself; null where none was named.</summary>
    public string? Owner(int at) => (IsOwn(at) ?? State(at)) is [var code] ? code : null;

    /// <summary>"Nga khẳng định hoạt động dồn quân của nước này …": what one speaks of without doing anything to others is one's own.</summary>
    private IReadOnlyList<string>? IsOwn(int at)
    {
        if (actors.Count == 0 || actors[^1] is not { Governor: Governor.Bare, Codes.Count: 1, IsBody: false } speaker) return null;
        var isSaid = false;
        for (var next = speaker.Last; next < at; next++)
        {
            if (sentence.Tokens[next].Mark is ',' or ';' or '"') return null;
            foreach (var word in words.StartingAt(next))
            {
                isSaid |= word.Entry is AttributionEntry { Kind: "verb" };
                if (word.Entry is FrameEntry head && OnOthers.Contains(head.Frame.Act)) return null;
            }
        }
        return isSaid ? speaker.Codes : null;
    }

    /// <summary>Deeds that one does to others: whoever "nước này" is there, it is not who does them.</summary>
    private static readonly HashSet<string> OnOthers = new(StringComparer.Ordinal)
    {
        "accuse", "accuse-breach", "aid", "appeal", "attack", "coerce", "criticize", "demand", "expel", "lift-sanction", "limit-staff", "object", "propose", "reject", "restrict-movement", "sanction",
        "seize-property", "sever-relations", "summon", "support", "threaten", "offer-talks", "restore-relations", "terminate", "inspect",
    };

    /// <summary>Whether a word for such a deed stands before in the clause, or a preposition that leads to another: "với nước này", "cho nước này".</summary>
    private bool IsDoneToAnother(int at)
    {
        if (words.EndingAt(at).Any(word => word.Entry is FunctionEntry { Role: "with" or "against" or "to" })) return true;
        for (var end = at; end > 0 && sentence.Tokens[end - 1].Kind != TokenKind.Mark; end--)
            foreach (var word in words.EndingAt(end))
                if (word.Entry is FrameEntry head) return OnOthers.Contains(head.Frame.Act);
        return false;
    }

    /// <summary>Who does what the sentence tells, so far as it has been read.</summary>
    private IReadOnlyList<string>? Subject => actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: > 0 })?.Codes ?? memory.LastSubject?.Codes;

    /// <summary>Of those that the sentence and the paragraph named, the last one that is another; else the other side of the story.</summary>
    private string? OtherThan(string code) =>
        actors.Where(one => one is { IsBody: false, Governor: not Governor.Place }).SelectMany(one => one.Codes).Reverse().Concat(memory.Named.Reverse()).Concat(memory.MainPair.Contains(code) ? memory.MainPair : []).Where(one => one != code).OrderBy(one => memory.IsBody(one) && !memory.MainPair.Contains(one)).FirstOrDefault();

    /// <summary>
    /// Who the two are. As an object ("kêu gọi hai nước …") they are none of those who speak to them. Else those that the sentence has named so far; for people those that the paragraph
    /// named last; else the main pair of the story.
    /// </summary>
    /// <param name="first">Where the phrase begins that they belong to: "lãnh đạo hai nước".</param>
    public IReadOnlyList<string> Both(LexiconMatch both, int first)
    {
        var here = actors.Where(one => !one.IsBody || one.Governor is Governor.Bare or Governor.With or Governor.Between || one.Codes.All(memory.IsSide)).SelectMany(one => one.Codes).Distinct().ToList();
        // "Thủ tướng Nhật Bản đề nghị hai nước …": in a story of his own he is one of them. Of people he is none.
        var isOne = here.Count == 1 && memory.MainPair.Contains(here[0]) && words.At(both.First, "both-people") is null;
        if (here.Count > 0 && IsObject(first))
            return new[] { memory.LastJoint, memory.GroupOf(2) ?? [], memory.MainPair, isOne ? [] : memory.MostMentioned.Except(here).Take(2).ToList() }
                .FirstOrDefault(pair => pair.Count == 2 && !pair.Any(here.Contains) && pair.All(memory.IsSide)) ?? (isOne ? memory.MainPair : []);
        // "Bên lề hội nghị ở Lyon (Pháp), Peru và Chile … giữa hai nước", "Seoul hoãn kiện Nhật Bản lên WTO trong lúc hai nước …": where it is, and a court, are none of them.
        if (here.Count > 2 && (OnlyTwo(here, one => one.Codes.All(memory.IsSide)) ?? OnlyTwo(here, one => one.Governor != Governor.Place && !(one.First > 0 && sentence.Tokens[one.First - 1].Is('(')))) is { } taking) return taking;
        if (here.Count == 2) return here;
        // "… gặp người đồng cấp Australia và Indonesia. Trong cuộc gặp Bộ trưởng Úc, hai bên …": who met him that is named now.
        if (here.Count == 1 && memory.LastMet.Contains(here[0]) && !memory.LastJoint.Contains(here[0]) && memory.LastMet.FirstOrDefault(code => code != here[0]) is { } host) return [here[0], host];
        // "Trong cuộc gặp Thủ tướng Bỉ, hai bên …": whom one met is one of them, and the other is whom the story is about.
        if (here.Count == 1 && !memory.LastJoint.Contains(here[0]) && IsMet(actors.Last(one => one.Codes.Contains(here[0]))) && memory.MainPair.Where(memory.LastMet.Contains).Concat(memory.LastMet).Concat(memory.MainPair).FirstOrDefault(code => code != here[0]) is { } guest) return [here[0], guest];
        // "Nga và Hàn Quốc điện đàm về Triều Tiên. Hai nhà lãnh đạo …": those who met, and not the one they spoke of.
        if (here.Count == 0 && words.At(both.First, "both-people") is not null && memory.LastMet.Count == 2 && memory.LastJoint.Count == 2 && memory.LastJoint.Intersect(memory.LastMet).Count() == 1) return memory.LastMet;
        if (memory.LastJoint.Count == 2) return memory.LastJoint;
        if (memory.IsPairFresh && words.At(both.First, "both-people") is not null) return memory.LastPair;
        // "Việt Nam luôn ở bên Cuba. Hai nước thiết lập quan hệ …": the only two of the paragraph.
        if (here.Count == 0 && memory.Named.Count == 2) return [.. memory.Named];
        // "dưới sự chủ trì của Brazil, hai ngoại trưởng …": who has them as guests is none of them.
        if (here.Count == 1 && actors.TrueForAll(one => one.Governor is not Governor.Bare || one.Codes.Count == 0) && actors.Exists(one => one.Governor is Governor.Owner or Governor.Agent && one.Codes.Contains(here[0]))
            && (memory.GroupOf(2) ?? memory.MostMentioned.Except(here).Take(2).ToList()) is { Count: 2 } guests && !guests.Contains(here[0])) return guests;
        // "bà von der Leyen thông báo hai bên …": who speaks is one of the two, and the other is whom the paragraph or the story names beside.
        if (here.Count == 1 && !memory.MainPair.Contains(here[0]) && (memory.Named.LastOrDefault(code => code != here[0]) ?? memory.MainPair.FirstOrDefault()) is { } beside) return [here[0], beside];
        return memory.MainPair.Count == 2 ? memory.MainPair : memory.LastPair;
    }

    /// <summary>Those of some actors that are left where only some phrases count; null where they are not two.</summary>
    private List<string>? OnlyTwo(List<string> here, Func<ActorPhrase, bool> counts) =>
        actors.Where(counts).SelectMany(one => one.Codes).Where(here.Contains).Distinct().ToList() is { Count: 2 } two ? two : null;

    /// <summary>Whether a word for a meeting stands before somebody: "trong cuộc gặp Thủ tướng Bỉ", "tại buổi tiếp với …".</summary>
    private bool IsMet(ActorPhrase other) => sentence.Words.Any(word => word.Entry is FrameEntry { Frame: { Act: "meet", Form: "noun" } } && word.Last <= other.First && other.First - word.Last <= 2);

    /// <summary>Whether a verb stands before, or what leads to somebody else: "gọi điện cho lãnh đạo hai nước".</summary>
    private bool IsObject(int first) => words.EndingAt(first).Any(word => word.Entry is FunctionEntry { Role: "to" } || word.Entry is FrameEntry { Frame.Act: var act } && act is not ("propose" or "agree" or "offer-talks") && (Modality.IsWord(act) || !IsSaid(first))) && actors.Exists(one => one is { Governor: Governor.Bare, Codes.Count: > 0 });

    /// <summary>Whether "họ" stands where a subject stands: at the beginning, or after a mark or a connective.</summary>
    private bool IsSubject(LexiconMatch they) =>
        they.First == 0 || sentence.Tokens[they.First - 1].Kind == TokenKind.Mark || words.EndingAt(they.First).Any(word => word.Entry is FunctionEntry { Role: "that" or "also" or "and" or "contrast" or "because" } or AttributionEntry { Kind: "verb" });
}
