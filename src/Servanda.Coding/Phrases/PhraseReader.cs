// Puts the names of a sentence together into phrases: office + owner + name, number + thing + owner + place, actors joined by "và".
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Reads the phrases of one sentence, in one pass from left to right.</summary>
public sealed partial class PhraseReader
{
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
        names = words.Names;
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
        if (Crowd(at) is { } crowd) return crowd;
        if (names.TryGetValue(at, out var name))
        {
            if (name.Entry is OfficeEntry or NounEntry && words.At(at, "fighters") is { } named && named.Last > name.Last && Fighters(at) is { } fighters) return fighters;
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
        // "Hội nghị Hội đồng Liên đoàn Ả Rập"
        if (names.TryGetValue(at, out var inner) && inner.Entry is NounEntry { Class: "body" or "talks" } or OfficeEntry { Code: null, Class: "body" } && names.TryGetValue(inner.Last, out var club) && club.Entry is ActorEntry { IsState: false }) at = inner.Last;
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
        if (words.MayBegin(at, Numbered) && words.StartingAt(at).FirstOrDefault(IsNumbered) is { Length: > 0 } group && NamedAfter(group) is { } named) return named;
        // "xin các phe ở Sudan hạ vũ khí": those who are asked do it, and not he who asks.
        if (at > 0 && words.At(at, "all-parties") is { } all && tokens[at - 1].Kind == TokenKind.Word && words.EndingAt(at).All(word => word.Entry is not FunctionEntry)) return Standing(at, all.Last, []);
        // "trong khi những nước áp đặt trừng phạt …": whoever they are, they do it.
        if (words.At(at, "world") is { } world && Joining.IsVerbAhead(words, world.Last) && OpensClause(at)) return Standing(at, world.Last, []);
        if (Fighters(at) is { } fighters) return fighters;
        if (words.At(at, "nobody") is { } nobody && Countryman(nobody.Last) is > 0 and var whose) return Standing(at, whose, []);
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
        if (words.MayBegin(token - 1, Numbered))
            foreach (var word in words.StartingAt(token - 1))
                if (IsNumbered(word)) return word;
        if (words.MayEnd(token, Numbered))
            foreach (var word in words.EndingAt(token))
                if (IsNumbered(word)) return word;
        return null;
    }

    /// <summary>"hai nước", "ba nước", "bốn nước"</summary>
    private static readonly ulong Numbered = WordIndex.Bits("both", "three", "four", "five", "six");

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

    private void Add(ActorPhrase phrase) =>
        actors.Add(phrase.Governor == Governor.Dependent && phrase.Start == phrase.First && !IsKnown(phrase.First) && words.Before(phrase.First, "dependent") is null ? phrase with { IsAfterUnknown = true } : phrase);

    /// <summary>Nouns of the background of deeds: whose they are may stand behind them, and no subject.</summary>
    private static readonly HashSet<string> Background = new(StringComparer.Ordinal) { "launcher", "view", "court", "risk", "private", "groups", "topic", "bout", "whichever", "consequence", "fighters" };

    /// <summary>What stands directly before a phrase, and where those words begin.</summary>
    private Governor Governed(int first, bool isCapital, out int start)
    {
        start = first;
        if (first == 0) return Governor.Bare;
        // "giữa hai nước Thái Lan và Campuchia": what governs "hai nước" governs the names.
        if (NumberedBefore(first) is { } both)
            return Governed(OfficeBefore(both.First)?.First ?? both.First, false, out start);
        if (tokens[first - 1].Is('(')) return Governor.Dependent;
        if (isCapital && words.Before(first, "city") is not null) return Governor.Place;
        foreach (var match in words.EndingAt(first).LongestFirst())
        {
            if (match.Entry is AttributionEntry { Kind: "theo" })
            {
                start = match.First;
                return Governor.According;
            }
            if (match.Entry is not FunctionEntry function || Background.Contains(function.Role)) continue;
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
                "dependent" or "nobody" or "crowd" => Governor.Dependent,
                _ => Governor.Bare,
            };
            if (governor == Governor.Bare && function.Role is not ("and" or "this-agreement" or "accredited" or "several" or "world")) return Governor.Bare;
            if (governor == Governor.Bare) continue;
            start = match.First;
            return governor;
        }
        // "một số nghị sĩ Mỹ …": what stands before the number decides.
        if (words.Before(first, "several") is { } count) return Governed(count.First, false, out start);
        // "một quan chức cấp cao Iran": so where the number is part of words for a source, not in "hai người".
        if (sentence.Numbers.Exists(number => number.First == first - 1) && words.StartingAt(first - 1).Any(word => word.Entry is AttributionEntry && word.Last > first + 1)) return Governed(first - 1, false, out start);
        return ownersFirst || IsKnown(first) ? Governor.Bare : Governor.Dependent;
    }

    /// <summary>The office that ends before a token: "lãnh đạo hai nước".</summary>
    private LexiconMatch? OfficeBefore(int token)
    {
        foreach (var name in sentence.Names)
            if (name.Last == token && name.Entry is OfficeEntry) return name;
        return null;
    }

    /// <summary>Whether the token before belongs to something that a subject can follow: a mark, a verb, a cue, a date, a number, a connective.</summary>
    private bool IsKnown(int first)
    {
        if (tokens[first - 1].Kind != TokenKind.Word) return true;
        if (words.EndingAt(first).Any(match => match.Entry is not FunctionEntry function || !(function.Role is "dependent" or "several" or "world" || Background.Contains(function.Role)))) return true;
        foreach (var date in sentence.Dates)
            if (date.Last == first) return true;
        return false;
    }

    private string Text(int first, int last) => text[tokens[first].Start..tokens[last - 1].End];
}
