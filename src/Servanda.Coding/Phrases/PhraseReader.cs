// Puts the names of a sentence together into phrases: office + owner + name, number + thing + owner + place, actors joined by "và".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Reads the phrases of one sentence, in one pass from left to right.</summary>
public sealed partial class PhraseReader
{
    private static readonly HashSet<string> Forces = new(StringComparer.Ordinal) { "troops", "ship", "aircraft", "spy", "official", "missile", "diplomat", "ambassador", "member" };

    /// <summary>Things that bear names or numbers of their own: "tiêm kích F-16", "tàu khu trục USS Higgins", "tỉnh Kursk".</summary>
    private static readonly HashSet<string> Christened = new(StringComparer.Ordinal) { "ship", "aircraft", "missile", "weapon", "base", "site", "locality", "land", "territory", "nuclear-site" };

    /// <summary>Those who are sent to a state or body.</summary>
    private static readonly HashSet<string> Accredited = new(StringComparer.Ordinal) { "ambassador", "mission", "embassy", "diplomat", "attache", "official" };

    /// <summary>The longest name of a person, in syllables and dashes.</summary>
    private const int LongestName = 14;

    /// <summary>How many words of quality may stand between a thing and "của".</summary>
    private const int Qualities = 5;

    private readonly string text;
    private readonly bool ownersFirst;
    private readonly Sentence sentence;
    private readonly List<Token> tokens;
    private readonly WordIndex words;
    private readonly StoryMemory memory;
    private readonly NameIndex names;
    private readonly List<ActorPhrase> actors = [];
    private readonly List<ThingPhrase> things = [];
    private readonly List<AgreementPhrase> agreements = [];
    private readonly List<OutletPhrase> outlets = [];
    private readonly Pronouns pronouns;

    private PhraseReader(AnnotatedStory story, Sentence sentence, WordIndex words, StoryMemory memory)
    {
        (text, ownersFirst, this.sentence, this.words, this.memory) = (story.Story.Text, story.OwnersFirst, sentence, words, memory);
        tokens = sentence.Tokens;
        names = new(sentence, words);
        pronouns = new(sentence, words, memory, actors);
    }

    public static PhraseSet Read(AnnotatedStory story, Sentence sentence, WordIndex words, StoryMemory memory)
    {
        var reader = new PhraseReader(story, sentence, words, memory);
        for (var at = 0; at < reader.tokens.Count;) at = reader.MayBegin(at) ? reader.Next(at) : at + 1;
        for (var i = 0; i < reader.actors.Count; i++)
        {
            var named = reader.WithShortName(reader.actors[i]);
            if (named.Last > reader.actors[i].Last && named is { Codes: [var code] }) memory.Bind(reader.Text(named.Last - 2, named.Last - 1), code);
            if (named.Last > reader.actors[i].Last && i + 1 < reader.actors.Count && reader.actors[i + 1].First < named.Last) reader.actors.RemoveAt(i + 1);
            reader.actors[i] = named;
        }
        return new(Joining.Of(reader.actors, sentence, words), reader.things, reader.agreements, reader.outlets);
    }

    /// <summary>Whether a phrase can begin at a token: with a name, a word that we know, or a capital. Most tokens begin none.</summary>
    private bool MayBegin(int at) => tokens[at].Upper || names.ContainsKey(at) || words.StartingAt(at).Length > 0;

    private int Next(int at)
    {
        if (names.TryGetValue(at, out var name))
        {
            // "khối này", "cơ quan này" stand for somebody, the bare noun does not.
            if (name.Entry is NounEntry && Demonstrative(at, name.Last) is { } end) return end;
            if (name.Entry is NounEntry && pronouns.Body(at) is { } body) return Standing(at, body.Last, body.Codes, isBody: true);
            // "Một tổ chức khủng bố …": somebody else, who is no actor of ours.
            if (name.Entry is NounEntry { Class: "body" } && words.Before(at, "several") is { } article && (article.First == 0 || tokens[article.First - 1].Kind == TokenKind.Mark)) return Standing(at, name.Last, []);
            if (name.Entry is NounEntry { Class: "talks" or "member" } && Assembled(at, name.Last) is { } assembled) return assembled;
            // "nhà lãnh đạo đối lập": what stands behind an office makes it nobody's.
            if (name.Entry is OfficeEntry or NounEntry { Class: "official" or "prisoner" } && words.At(at, "nobody") is { } nobody && (nobody.Last > name.Last || name.Entry is NounEntry && nobody.Last == name.Last && IsPrivate("citizen", at, nobody.Last))) return Standing(at, nobody.Last, []);
            return name.Entry switch
            {
                ActorEntry { Form: ActorForm.Demonym } demonym => Thing(at, name.Last, "citizen", [demonym.Code]),
                ActorEntry { Form: ActorForm.Alias } alias => Alias(at, name.Last, alias),
                ActorEntry actor => Actor(at, name.Last, actor),
                OfficeEntry office => Office(at, name.Last, office),
                PersonEntry person => Person(at, name.Last, person),
                AgreementEntry agreement => Agreement(at, name.Last, agreement),
                OutletEntry outlet => Outlet(at, name.Last, outlet),
                NounEntry { Land: { } land } => Place(at, name.Last, land),
                NounEntry noun => Thing(at, name.Last, noun.Class, []),
                _ => name.Last,
            };
        }
        return (words.At(at, "all-parties") is { } all ? Assembled(at, all.Last) : null) ?? Pronoun(at) ?? Named(at) ?? at + 1;
    }

    private int Actor(int first, int last, ActorEntry actor)
    {
        memory.Mention(actor.Code);
        var end = Name(last, out var person) is var named && person is not null && IsBound(person, actor.Code) ? named : last;
        // "Russia's neighbours": what is his is not he.
        var governor = Governed(first, actor.Form is ActorForm.Capital, out var start);
        if (governor == Governor.Bare && words.At(end, "possessive") is not null) governor = Governor.Owner;
        // "liên quân do Mỹ dẫn đầu": who leads them does what they do.
        if (governor == Governor.Agent && words.At(end, "led") is { } led && Joining.IsVerbAhead(words, led.Last))
        {
            Add(new(start, led.Last, [actor.Code], Governor.Bare, null, false, false));
            return led.Last;
        }
        // "So với vụ Niger, …": whose affair it is, where no verb follows.
        if (governor == Governor.Bare && words.Before(first, "nominal") is { } affair && words.At(affair.First, "that") is null && end < tokens.Count && tokens[end].Kind == TokenKind.Mark) governor = Governor.Dependent;
        // "Anh là nước phương Tây đầu tiên …": what kind of state it is, and no other.
        if (governor == Governor.Bare && words.Before(first, "state-noun") is not null && words.At(end, "ordinal") is not null) return end;
        // "ở Krasnodar, Nga": the state says whose the place is.
        if (governor == Governor.Bare && actor.IsState && LandOf(first, end) is { } place)
        {
            Add(new(place, end, [actor.Code], Governor.Place, null, false, false) { Start = place - 1 });
            return end;
        }
        Add(new(first, end, [actor.Code], governor, end == last ? null : person, false, end != last) { Start = start, IsBody = !actor.IsState, IsCapital = actor.Form is ActorForm.Capital });
        // "Liên minh châu Âu (EU), Canada và Anh": the short name in brackets is the same actor, and its brackets end no list.
        if (end + 2 < tokens.Count && tokens[end].Is('(') && names.TryGetValue(end + 1, out var again) && again.Entry is ActorEntry same && same.Code == actor.Code && again.Last < tokens.Count && tokens[again.Last].Is(')'))
        {
            actors[^1] = actors[^1] with { Last = again.Last + 1 };
            return again.Last + 1;
        }
        return end;
    }

    /// <summary>Where the name of a place begins that a state's name explains after a comma ("ở Krasnodar, Nga"), if the state's name ends there; null elsewhere.</summary>
    private int? LandOf(int first, int end)
    {
        if (first < 3 || !tokens[first - 1].Is(',') || end < tokens.Count && tokens[end].Kind != TokenKind.Mark) return null;
        var at = first - 1;
        while (at > 0 && tokens[at - 1] is { Kind: TokenKind.Word, Upper: true } && !names.ContainsKey(at - 1)) at--;
        return at < first - 1 && (words.Before(at, "place") ?? words.Before(at, "city") ?? words.Before(at, "to")) is not null ? at : null;
    }

    /// <summary>"Hội nghị cấp cao ASEAN", "phiên họp khẩn của Hội đồng Bảo an", "các nước thành viên NATO": what an organisation's meeting or its members do, it does. Null for a meeting of others.</summary>
    private int? Assembled(int first, int last)
    {
        var at = last;
        // "hội nghị bất thường lần thứ ba của …"
        while (at - last < Qualities && at < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Upper: false } && !names.ContainsKey(at) && words.At(at, "owner") is null) at++;
        at = at < tokens.Count && words.At(at, "owner") is { } of ? of.Last : last;
        if (!names.TryGetValue(at, out var name) || (name.Entry switch { ActorEntry { IsState: false, Form: ActorForm.Name } actor => actor.Code, OfficeEntry { IsOfBody: true } organ => organ.Code, _ => null }) is not { } code) return null;
        memory.Mention(code);
        AddThing(first, name.Last, "talks", [code], []);
        return Standing(first, name.Last, [code], isBody: true);
    }

    /// <summary>The phrase with the short name that brackets give it: "Cơ quan An ninh Liên bang Nga (FSB)".</summary>
    private ActorPhrase WithShortName(ActorPhrase phrase) =>
        phrase.Codes.Count > 0 && phrase.Last + 2 < tokens.Count && tokens[phrase.Last].Is('(') && tokens[phrase.Last + 1].Upper && (!names.TryGetValue(phrase.Last + 1, out var inner) || inner.Entry is OfficeEntry { Code: { } code } && phrase.Codes.Contains(code)) && tokens[phrase.Last + 2].Is(')')
        && text.AsSpan(tokens[phrase.Last + 1].Start, tokens[phrase.Last + 1].End - tokens[phrase.Last + 1].Start).IndexOfAnyInRange('a', 'z') < 0
            ? phrase with { Last = phrase.Last + 3 }
            : phrase;

    private bool IsBound(string person, string code) => memory.CodeOf(person.Split(' ')[^1]) == code;

    private int Alias(int first, int last, ActorEntry alias)
    {
        // "Brussels tố Anh …": a proper name that does something needs nobody named before.
        if (memory.Mentions(alias.Code) == 0 && !(tokens[first].Upper && Joining.IsVerbAhead(words, last) && Governed(first, false, out _) == Governor.Bare)) return Pronoun(first) ?? last;
        Add(new(first, last, [alias.Code], Governed(first, false, out var start), null, true, false) { Start = start, IsBody = !alias.IsState });
        return last;
    }

    private int Person(int first, int last, PersonEntry known)
    {
        var person = Text(first, last);
        // "Thủ tướng Tusk … Ông Tusk": whom he was said to act for, of those that he acted for.
        var code = known.ByOffice is { } offices && memory.CodeOf(person[(person.LastIndexOf(' ') + 1)..]) is { } told && offices.Values.Contains(told) ? told : known.Code;
        memory.Mention(code);
        foreach (var part in person.Split(' ')) memory.Bind(part, code);
        // "với ông Putin", "gặp Chủ tịch Tập Cận Bình": the title belongs to the name.
        if (words.Before(first, "title") is { } title) first = title.First;
        // A title that no list knows ("Chủ tịch Tập Cận Bình") owns nobody whose name is known.
        var governor = Governed(words.Before(first, "he")?.First ?? first, false, out var start);
        Add(new(first, last, [code], governor == Governor.Dependent && words.Before(first, "dependent") is null ? Governor.Bare : governor, person, false, true) { Start = start });
        return last;
    }

    /// <summary>Capitalised words that no entry knows: a person's name. At most five.</summary>
    private int Name(int at, out string? name)
    {
        var end = at;
        while (end < tokens.Count && end - at < 5 && tokens[end].Upper && tokens[end].Kind == TokenKind.Word && (!names.TryGetValue(end, out var inside) || end > at && inside is { Entry: PersonEntry, Length: 1 })) end++;
        if (end < tokens.Count && end > at && tokens[end].Is('.') && tokens[end - 1].End - tokens[end - 1].Start <= 2 && IsInitial(at, end))
        {
            // "A. Xa-đát": whose name is known needs no story to say whose he is.
            if (names.TryGetValue(end + 1, out var holder) && holder.Entry is PersonEntry known)
            {
                name = Text(end + 1, holder.Last);
                foreach (var part in name.Split(' ')) memory.Bind(part, known.Code);
                return holder.Last;
            }
            return Name(end + 1, out name) is var rest && name is not null ? rest : end;
        }
        if (end < tokens.Count && end > at && tokens[end].Is('-') && end + 1 < tokens.Count && tokens[end].End == tokens[end + 1].Start)
        {
            end += 2;
            // "Xê-au-xe-xcu", "Ra-un Ca-xtơ-rô": syllables joined by dashes, a capital at the head of each part.
            while (end < tokens.Count && end - at < LongestName && (tokens[end].Upper && !names.ContainsKey(end) || IsSyllable(end))) end += tokens[end].Is('-') ? 2 : 1;
        }
        name = end > at ? Text(at, end) : null;
        return end;
    }

    /// <summary>Whether the tokens are one initial: a capital and nothing before it.</summary>
    private static bool IsInitial(int first, int dot) => dot - first == 1;

    /// <summary>Whether a dash without spaces joins a syllable to the one before.</summary>
    private bool IsSyllable(int at) => tokens[at].Is('-') && at + 1 < tokens.Count && tokens[at].Start == tokens[at - 1].End && tokens[at].End == tokens[at + 1].Start;

    /// <summary>A person whose name the story has given before ("ông Lavrov", "Ryabkov").</summary>
    private int? Named(int at)
    {
        var first = words.At(at, "he") is { } title ? title.Last : at;
        if (first >= tokens.Count || !tokens[first].Upper || names.ContainsKey(first)) return null;
        var end = Name(first, out var name);
        if (name is null) return null;
        var parts = name.Split(' ');
        var code = memory.CodeOf(parts[^1]) ?? memory.CodeOf(parts[0]);
        if (code is null && first == at && !IsStranger(at, end)) return null;
        Add(new(at, end, code is null ? [] : [code], Governed(at, false, out var start), name, false, true) { Start = start });
        return end;
    }

    /// <summary>The actor right before a noun that is its own, where the language has owners first: "Russian diplomats", "Moscow's two remaining envoys".</summary>
    /// <param name="most">How many words of quality may stand between.</param>
    private ActorPhrase? OwnerBefore(int noun, int most)
    {
        if (!ownersFirst || actors.Count == 0 || actors[^1] is not { Codes.Count: 1, IsOffice: false } actor) return null;
        var from = words.At(actor.Last, "possessive")?.Last ?? actor.Last;
        return noun >= from && noun - from <= most && !HasWord(from, noun) ? actor : null;
    }

    private int? Demonstrative(int at, int last)
    {
        foreach (var match in words.StartingAt(at))
            if (match.Last > last && match.Entry is FunctionEntry { Role: "this-state" or "this-body" or "this-office" or "this-agency" }) return Pronoun(at);
        return null;
    }

    private int? Pronoun(int at)
    {
        if (words.StartingAt(at).Length == 0) return null;
        // "hai nước Nga và Mỹ" names them.
        if (words.StartingAt(at).FirstOrDefault(IsNumbered) is { Length: > 0 } group && NamedAfter(group) is { } named) return named;
        // "xin các phe ở Sudan hạ vũ khí": those who are asked do it, and not he who asks.
        if (at > 0 && words.At(at, "all-parties") is { } all && tokens[at - 1].Kind == TokenKind.Word && words.EndingAt(at).All(word => word.Entry is not FunctionEntry)) return Standing(at, all.Last, []);
        // "trong khi những nước áp đặt trừng phạt …": whoever they are, they do it.
        if (words.At(at, "world") is { } world && Joining.IsVerbAhead(words, world.Last) && OpensClause(at)) return Standing(at, world.Last, []);
        return pronouns.At(at) is { } meant ? Standing(at, meant.Last, meant.Codes, meant.IsBody, meant.IsBoth) : null;
    }

    /// <summary>Where the names begin that say who "hai nước" are ("hai nước Nga và Mỹ"); the name may hold the noun ("nước Nga"). Null where none follows.</summary>
    private int? NamedAfter(LexiconMatch both)
    {
        for (var at = both.Last; at >= both.Last - 1; at--)
            if (names.TryGetValue(at, out var name) && name.Last > both.Last && name.Entry is ActorEntry { Form: not ActorForm.Demonym }) return at;
        return null;
    }

    /// <summary>"hai nước" before a token, whether it ends there or holds the noun that the token's name has too.</summary>
    private LexiconMatch? NumberedBefore(int token)
    {
        foreach (var word in words.StartingAt(token - 1))
            if (IsNumbered(word)) return word;
        foreach (var word in words.EndingAt(token))
            if (IsNumbered(word)) return word;
        return null;
    }

    /// <summary>"hai nước", "ba nước", "bốn nước"</summary>
    private static bool IsNumbered(LexiconMatch word) => word.Entry is FunctionEntry { Role: "both" or "three" or "four" or "five" or "six" };

    private int Standing(int first, int last, IReadOnlyList<string> codes, bool isBody = false, bool isBoth = false)
    {
        Add(new(first, last, codes, Governed(first, false, out var start), null, true, false) { Start = start, IsBody = isBody, IsBoth = isBoth });
        return last;
    }

    private int Agreement(int first, int last, AgreementEntry agreement)
    {
        agreements.Add(new(first, last, agreement.Id));
        // A mission that has a file is a thing as well: it can be closed.
        if (agreement.Parties.Count > 0) AddThing(first, last, "mission", agreement.Parties, []);
        return last;
    }

    private int Outlet(int first, int last, OutletEntry outlet)
    {
        outlets.Add(new(first, last, outlet.Id));
        return last;
    }

    private int Place(int first, int last, string land)
    {
        things.Add(new(first, last, "place", [], [], null) { Land = land });
        return last;
    }

    /// <summary>"8 nhân viên thuộc cơ quan đại diện của Nga", "Đại sứ quán Mỹ ở Nga".</summary>
    private int Thing(int first, int last, string kind, IReadOnlyList<string> owners)
    {
        if (words.At(first, "this-agreement") is { } spoken && kind is "treaty")
        {
            last = Math.Max(last, spoken.Last);
            agreements.Add(new(first, last, null) { IsAnother = IsAnother(first, last) });
        }
        var at = Designation(kind, last);
        IReadOnlyList<string> hosts = [];
        if (owners.Count == 0 && OwnerBefore(first, 3) is { } before) owners = before.Codes;
        // A word or two of quality may stand between a thing and its owner: "nhà ngoại giao cấp cao Nga".
        var of = words.At(at, "owner");
        // "tàu hải cảnh lớn nhất của Trung Quốc"
        for (var skip = 1; of is null && skip <= Qualities && owners.Count == 0 && at + skip < tokens.Count && IsQuality(at + skip - 1); skip++) of = words.At(at + skip, "owner");
        var owner = of?.Last ?? at;
        // Where the noun is a verb as well ("kêu gọi", "trừng phạt"), only "của" makes what follows its owner.
        var isVerb = of is null && words.StartingAt(first).Any(word => word.Last == last && word.Entry is FrameEntry { Frame.Form: "verb" });
        // "Tiêm kích F-16 của không quân Thái Lan"
        if (owners.Count == 0 && of is not null && Forces.Contains(kind) && names.TryGetValue(owner, out var arm) && arm.Entry is OfficeEntry { Class: "military" } or NounEntry { Class: "troops" }) owner = Arm(arm.Last);
        for (var skip = 0; skip <= 2 && owners.Count == 0 && !isVerb; skip++)
        {
            if (names.TryGetValue(owner + skip, out var named) && named.Entry is ActorEntry { Form: not ActorForm.Demonym } actor && !(skip > 0 && HasWord(owner, owner + skip)))
            {
                memory.Mention(actor.Code);
                owners = [actor.Code];
                at = named.Last;
                // "nhà ngoại giao Nga và Belarus"; "thỏa thuận Anh - Ấn Độ bắt đầu …": a dash joins no clauses.
                if (words.At(at, "and") is { } and && names.TryGetValue(and.Last, out var second) && second.Entry is ActorEntry { Form: not ActorForm.Demonym } other && (tokens[at].Is('-') || !Joining.IsVerbAhead(words, second.Last)))
                {
                    owners = [actor.Code, other.Code];
                    at = second.Last;
                }
            }
            else if (skip == 0 && (words.At(owner, "this-state") ?? words.At(owner, "this-body")) is { } pronoun)
            {
                if ((words.At(owner, "this-state") is not null ? pronouns.Owner(owner) : memory.LastBody) is { } code) owners = [code];
                at = pronoun.Last;
                break;
            }
            else if (skip == 0 && words.At(owner, "both") is { } two && Forces.Contains(kind) && pronouns.Both(two, owner) is { Count: 2 } sides)
            {
                owners = sides;
                at = two.Last;
                break;
            }
            else if (skip == 0 && words.At(owner, "we") is { } we && sentence.Quotes[owner] > 0)
            {
                owners = memory.LastSpeaker;
                at = we.Last;
                break;
            }
        }
        hosts = Host(at, kind, out at);
        if (Forces.Contains(kind) && owners.Count > 0)
        {
            // What a state's soldiers, ships and envoys do, the state does.
            var governor = Governed(first, false, out var start);
            // "Một số tàu chiến của Nhật Bản đã …": a count that opens the clause hides no verb.
            if (governor == Governor.Dependent && kind is "troops" or "ship" or "aircraft" && words.Before(first, "several") is { } count && (count.First == 0 || HasMark(count.First - 1, count.First))) governor = Governor.Bare;
            Add(new(first, Math.Max(at, last), owners, governor, null, false, false) { Start = start });
        }
        else if (IsPrivate(kind, first, Math.Max(at, last)))
        {
            Add(new(first, Math.Max(at, last), [], Governor.Bare, null, false, false));
        }
        AddThing(first, Math.Max(at, last), kind, owners, hosts);
        return Math.Max(at, last);
    }

    /// <summary>Whether a noun for agreements brings in one of its own: it is counted or one of several, another or new, or bears a name that no file has.</summary>
    private bool IsAnother(int first, int last) =>
        words.EndingAt(first).Any(word => word.Entry is FunctionEntry { Role: "several" }) || sentence.Numbers.Exists(number => number.Last == first)
        || words.At(last, "another") is not null
        || last < tokens.Count && tokens[last] is { Upper: true, Kind: TokenKind.Word } && !tokens[last - 1].Upper && !names.ContainsKey(last);

    /// <summary>Where the state's name begins behind the name of an arm: "lực lượng Phòng vệ Biển Nhật Bản"; the token itself where none follows at once.</summary>
    private int Arm(int at)
    {
        for (var next = at; next < tokens.Count && next - at <= 3 && tokens[next].Kind == TokenKind.Word; next++)
            if (names.TryGetValue(next, out var named)) return named.Entry is ActorEntry { Form: not ActorForm.Demonym } ? next : at;
        return at;
    }

    /// <summary>Past the name or number that a thing bears, where its owner follows: "F-16 của Thái Lan", "USS Higgins của Mỹ", "MiG-31 Nga". Elsewhere the name is no concern of ours.</summary>
    private int Designation(string kind, int last)
    {
        if (!Christened.Contains(kind)) return last;
        var at = last;
        var isKnown = true;
        while (at < tokens.Count && at - last < 6 && Designates(at) is > 0 and var end)
        {
            isKnown = names.ContainsKey(at) || tokens[at].Kind == TokenKind.Number;
            at = end;
        }
        var owner = words.At(at, "owner")?.Last ?? at;
        return at > last && (owner > at || isKnown) && names.TryGetValue(owner, out var named) && named.Entry is ActorEntry { Form: not ActorForm.Demonym } or OfficeEntry { Class: "military" } ? at : last;
    }

    /// <summary>The token after a part of a name: a capital, a number, a joining dash, or a type that is a noun of its own; 0 for any other word.</summary>
    private int Designates(int at) =>
        names.TryGetValue(at, out var name) ? name.Entry is NounEntry { Class: var kind } && (Christened.Contains(kind) || kind == "place") && tokens[at].Upper ? name.Last : 0
        : tokens[at].Upper || tokens[at].Kind == TokenKind.Number || char.IsAsciiDigit(text[tokens[at].Start]) || tokens[at].Is('-') && at + 1 < tokens.Count && tokens[at].End == tokens[at + 1].Start || text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "de" or "al" ? at + 1 : 0;

    /// <summary>The actor at whose place a thing stands: "tại Nga", "ở Washington".</summary>
    private IReadOnlyList<string> Host(int at, string kind, out int end)
    {
        end = at;
        if ((words.At(at, "place") ?? (Accredited.Contains(kind) ? words.At(at, "accredited") : null)) is not { } place || !names.TryGetValue(place.Last, out var where) || (where.Entry switch { ActorEntry { Form: not ActorForm.Demonym } actor => actor.Code, NounEntry { Land: { } land } => land, _ => null }) is not { } host) return [];
        if (where.Entry is ActorEntry) memory.Mention(host);
        end = where.Last;
        // "đại sứ tại Anh, Pháp và Đức": a list ends with "và".
        var hosts = new List<string> { host };
        for (var next = where.Last; next + 1 < tokens.Count;)
        {
            var last = words.At(next, "and");
            var member = last?.Last ?? (tokens[next].Is(',') ? next + 1 : -1);
            if (member < 0 || !names.TryGetValue(member, out var other) || other.Entry is not ActorEntry { IsState: true, Form: not ActorForm.Demonym } also) break;
            hosts.Add(also.Code);
            next = other.Last;
            if (last is null) continue;
            if (hosts.Count == 2 && Joining.IsVerbAhead(words, next)) break;
            end = next;
            return hosts;
        }
        return [host];
    }

    private void AddThing(int first, int last, string kind, IReadOnlyList<string> owners, IReadOnlyList<string> hosts)
    {
        var number = sentence.Numbers.FirstOrDefault(one => one.Last <= first && first - one.Last <= 1 && !HasMark(one.Last, first) || one.First < first && first < one.Last);
        things.Add(new(first, last, kind, owners, hosts, number.Last > 0 ? number.Value : null) { Start = number.Last > 0 ? Math.Min(first, number.First) : first });
    }

    private bool HasMark(int first, int last)
    {
        for (var at = first; at < last; at++)
            if (tokens[at].Kind == TokenKind.Mark) return true;
        return false;
    }

    /// <summary>Whether a verb, a mark or a function word stands among the tokens: then what follows is no owner of what went before.</summary>
    private bool HasWord(int first, int last)
    {
        for (var at = first; at < last; at++)
            if (tokens[at].Kind != TokenKind.Word || tokens[at].Upper || names.ContainsKey(at) || words.StartingAt(at).Length > 0) return true;
        return false;
    }

    /// <summary>Whether a token is a plain word that can say what a thing is like: "lớn nhất", "tối tân".</summary>
    private bool IsQuality(int at) =>
        tokens[at] is { Kind: TokenKind.Word, Upper: false } && !names.ContainsKey(at) && words.StartingAt(at).All(word => word.Entry is FunctionEntry { Role: "before-subject" });

    private void Add(ActorPhrase phrase) =>
        actors.Add(phrase.Governor == Governor.Dependent && phrase.Start == phrase.First && !IsKnown(phrase.First) && words.Before(phrase.First, "dependent") is null ? phrase with { IsAfterUnknown = true } : phrase);

    /// <summary>What stands directly before a phrase, and where those words begin.</summary>
    private Governor Governed(int first, bool isCapital, out int start)
    {
        start = first;
        if (first == 0) return Governor.Bare;
        // "giữa hai nước Thái Lan và Campuchia": what governs "hai nước" governs the names.
        if (NumberedBefore(first) is { } both)
            return Governed(sentence.Names.FirstOrDefault(name => name.Last == both.First && name.Entry is OfficeEntry) is { Length: > 0 } office ? office.First : both.First, false, out start);
        if (tokens[first - 1].Is('(')) return Governor.Dependent;
        if (isCapital && words.Before(first, "city") is not null) return Governor.Place;
        foreach (var match in words.EndingAt(first).LongestFirst())
        {
            if (match.Entry is AttributionEntry { Kind: "theo" })
            {
                start = match.First;
                return Governor.According;
            }
            if (match.Entry is not FunctionEntry function) continue;
            var governor = function.Role switch
            {
                "owner" => Governor.Owner,
                "place" => Governor.Place,
                "with" => Governor.With,
                "to" => Governor.To,
                "from" => Governor.From,
                "against" => Governor.Against,
                "agent" => Governor.Agent,
                "between" => Governor.Between,
                "about" => Governor.About,
                "about-deed" => Governor.Bare,
                "dependent" => Governor.Dependent,
                _ => Governor.Bare,
            };
            if (governor == Governor.Bare && function.Role is not ("and" or "this-agreement" or "accredited" or "several" or "world")) return Governor.Bare;
            if (governor == Governor.Bare) continue;
            start = match.First;
            return governor;
        }
        // "một số nghị sĩ Mỹ …": what stands before the number decides.
        if (words.Before(first, "several") is { } count) return Governed(count.First, false, out start);
        return ownersFirst || IsKnown(first) ? Governor.Bare : Governor.Dependent;
    }

    /// <summary>Whether the token before belongs to something that a subject can follow: a mark, a verb, a cue, a date, a number, a connective.</summary>
    private bool IsKnown(int first)
    {
        if (tokens[first - 1].Kind != TokenKind.Word) return true;
        if (words.EndingAt(first).Any(match => match.Entry is not FunctionEntry { Role: "dependent" or "several" or "world" })) return true;
        return sentence.Dates.Any(date => date.Last == first);
    }

    private string Text(int first, int last) => text[tokens[first].Start..tokens[last - 1].End];
}
