// Compiles a language pack and the names of agreements into a lexicon.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>Builds a <see cref="Lexicon"/>. Where two entries share a form, both are stored and the scan decides.</summary>
public sealed class LexiconBuilder
{
    private const string Gap = "…";
    private readonly Vocabulary vocabulary = new();
    private readonly FormTrieDraft names = new(), words = new();

    /// <summary>The tokens of the words at hand: a hundred thousand heads are cut one after the other.</summary>
    private readonly List<Token> tokens = [];
    private readonly List<Span> parts = [];
    private readonly HashSet<string> organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <param name="offices">Who held which office: their names stand for those that they acted for.</param>
    public static Lexicon Build(LanguagePack pack, IEnumerable<Agreement> agreements, HeldOffices? offices)
    {
        var builder = new LexiconBuilder();
        builder.AddActors(pack);
        builder.AddAgreements(agreements, pack);
        foreach (var noun in pack.Actors.SelectMany(actor => actor.Nouns.Select(noun => (noun, actor.Code))).GroupBy(one => one.noun, one => one.Code, StringComparer.Ordinal))
            builder.AddForm(new BodyNounEntry([.. noun.Distinct()]), noun.Key, isName: false, CaseRule.Any);
        foreach (var actor in pack.Actors) builder.AddAll(new FamilyEntry(actor.Code), actor.Families, [], isName: false, CaseRule.Capitals);
        var things = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var noun in pack.Nouns)
            foreach (var form in noun.Forms) things.TryAdd(form, noun.Class);
        foreach (var office in pack.Offices)
            foreach (var form in office.Forms) builder.AddAll(new OfficeEntry(office.Class, office.Code ?? builder.OwnerIn(form), things.GetValueOrDefault(form)) { IsOfBody = office.IsOfBody, NotIn = office.NotIn, OnlyIn = office.OnlyIn, IsStated = office.IsStated }, [form], office.Not, isName: true, CaseRule.Any);
        builder.AddPersons(offices, pack.Language);
        foreach (var outlet in pack.Outlets) builder.AddAll(new OutletEntry(outlet.Id, outlet.Kind), outlet.Names, outlet.Not, isName: true, CaseRule.Capitals);
        foreach (var noun in pack.Nouns) builder.AddAll(new NounEntry(noun.Class), noun.Forms, noun.Not, isName: true, CaseRule.Any);
        foreach (var frame in pack.Frames)
        {
            var entries = new List<(LexiconEntry Entry, int[] Words)>(frame.Heads.Count);
            for (var head = 0; head < frame.Heads.Count; head++)
            {
                var entry = new FrameEntry(frame, head);
                entries.Add((entry, builder.AddForm(entry, frame.Heads[head], isName: false, CaseRule.Any)));
            }
            builder.Block(entries, frame.Not, isName: false);
        }
        foreach (var cue in pack.Cues) builder.AddAll(new CueEntry(cue.Id, cue.Cue, cue.Scope), cue.Heads, cue.Not, isName: false, CaseRule.Any);
        foreach (var words in pack.Attributions) builder.AddAll(new AttributionEntry(words.Id, words.Kind), words.Heads, words.Not, isName: false, CaseRule.Any);
        foreach (var words in pack.Functions) builder.AddAll(new FunctionEntry(words.Role), words.Forms, [], isName: false, CaseRule.Any);
        foreach (var chain in pack.Chains) builder.AddAll(new ChainEntry(chain), chain.Heads, [], isName: false, CaseRule.Any);
        return new(builder.vocabulary, builder.names.Done(), builder.words.Done()) { OwnersFirst = pack.OwnersFirst, People = new(pack.Sets) };
    }

    private void AddActors(LanguagePack pack)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in pack.Actors)
        {
            void Add(IReadOnlyList<string> names, ActorForm kind)
            {
                foreach (var name in names)
                {
                    // A capital that two states claim over time is today's state's.
                    if (kind is ActorForm.Capital or ActorForm.Seat && !taken.Add(name)) continue;
                    if (!actor.IsState) organisations.Add(WordsOf(name));
                    var ambiguity = actor.Ambiguous.FirstOrDefault(one => one.Form == name);
                    // "thanh sát viên IAEA": an alias that holds the name itself is plain anywhere.
                    var form = kind == ActorForm.Alias && actor.Names.Any(own => $" {name} ".Contains($" {own} ", StringComparison.Ordinal)) ? ActorForm.Name : kind;
                    var isRegion = actor.Code.StartsWith("x-", StringComparison.Ordinal);
                    LexiconEntry entry = isRegion || ambiguity is { IsPlace: true }
                        ? new NounEntry("place") { Land = isRegion || kind != ActorForm.Name ? null : actor.Code }
                        : new ActorEntry(actor.Code, actor.IsState, form, actor.Agreement) { Namesake = ambiguity?.Namesake };
                    var words = AddForm(entry, name, isName: true, CaseRule.Capitals, ambiguity);
                    if (entry is ActorEntry && kind is ActorForm.Name or ActorForm.Seat) owners.TryAdd(name, actor.Code);
                    Block([(entry, words)], actor.Not, isName: true);
                }
            }
            Add(actor.Names, ActorForm.Name);
            Add(actor.Capitals, ActorForm.Capital);
            Add(actor.Seats, ActorForm.Seat);
            Add(actor.Demonyms, ActorForm.Demonym);
            Add(actor.Aliases, ActorForm.Alias);
            foreach (var place in actor.Places) AddForm(new NounEntry("place") { Land = actor.Code }, place, isName: true, CaseRule.Capitals);
        }
    }

    /// <summary>Who went by one name for several actors is told apart by the office that stands with it; without one the first that the terms name is meant.</summary>
    private void AddPersons(HeldOffices? offices, string language)
    {
        if (offices is null) return;
        var words = offices.Words.Where(one => one.Language == language).SelectMany(one => one.Offices).ToLookup(office => office.Value, office => office.Words, StringComparer.Ordinal);
        foreach (var terms in offices.Terms.SelectMany(term => term.Names, (term, name) => (term, name)).GroupBy(one => one.name, one => one.term, StringComparer.Ordinal))
        {
            var actor = terms.First().Actor;
            var byOffice = terms.All(term => term.Actor == actor) ? null : new Dictionary<string, string>(StringComparer.Ordinal);
            if (byOffice is not null)
                foreach (var term in terms)
                    foreach (var word in words[term.Office].SelectMany(one => one)) byOffice.TryAdd(word, term.Actor);
            AddForm(new PersonEntry(actor) { ByOffice = byOffice }, terms.Key, isName: true, CaseRule.Capitals);
        }
    }

    private void AddAgreements(IEnumerable<Agreement> agreements, LanguagePack pack)
    {
        var language = pack.Language;
        // A name that begins with the word for its kind ("hiệp ước …") is plain in any case of letters.
        var kinds = pack.Nouns.Where(noun => noun.Class == "treaty").SelectMany(noun => noun.Forms).Select(form => form.Split(' ')[0].ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var places = pack.Actors.Where(actor => actor.IsState).SelectMany(actor => actor.Capitals.Take(2).Concat(actor.Names.Take(2))).ToHashSet(StringComparer.Ordinal);
        var byId = agreements.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var named = agreements
            .SelectMany(one => one.Names.TryGetValue(language, out var names) ? names.Select(name => (Name: name, one.Id)) : [])
            .Concat(agreements.SelectMany(one => one.Names.TryGetValue("en", out var names) ? names.Where(IsAbbreviation).Select(name => (Name: name, one.Id)) : []))
            .Distinct()
            .GroupBy(one => one.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in named)
        {
            if (organisations.Contains(WordsOf(group.Key))) continue;
            var ids = group.Select(one => one.Id).Order(StringComparer.Ordinal).ToList();
            var first = group.Key.Split(' ')[0];
            var rule = IsAbbreviation(group.Key) ? CaseRule.Exact : char.IsLower(first[0]) || kinds.Contains(first.ToLowerInvariant()) ? CaseRule.Any : CaseRule.Capitals;
            var readings = ids.Select(id => new AgreementReading(Entry(byId[id], []), byId[id].Context.GetValueOrDefault(group.Key) ?? [])).ToList();
            var isOpen = readings.Count > 1 || readings[0].Context.Count > 0;
            var entry = Entry(byId[ids[0]], ids.Skip(1).ToList()) with { Readings = isOpen ? readings : [], Otherwise = kinds.Contains(first.ToLowerInvariant()) ? new NounEntry("treaty") : null };
            var words = AddForm(entry, group.Key, isName: true, rule);
            // "hiệp ước Moscow-Bình Nhưỡng" is between the two, and not the one that was signed at Moscow.
            if (kinds.Contains(first.ToLowerInvariant()) && places.Contains(group.Key[first.Length..].Trim()))
                Block([(entry, words)], [.. places.Select(place => $"{group.Key} - {place}")], isName: true);
        }
    }

    private static AgreementEntry Entry(Agreement agreement, IReadOnlyList<string> also) =>
        new(agreement.Id, also, agreement is { Kind: AgreementKind.Mission } mission ? mission.PartiesClosed : []);

    /// <summary>The actor that the form of an office ends in ("Tổng Thư ký Liên hợp quốc").</summary>
    private string? OwnerIn(string form)
    {
        for (var space = form.IndexOf(' '); space >= 0; space = form.IndexOf(' ', space + 1))
            if (owners.TryGetValue(form[(space + 1)..], out var code)) return code;
        return null;
    }

    /// <summary>A name whatever its capitals and the place of its tones ("Toà án", "Tòa án").</summary>
    private string WordsOf(string name) => string.Join(' ', Words(name).Words);

    private static bool IsAbbreviation(string name) => !name.Contains(' ') && name.Count(char.IsUpper) >= 2;

    private void AddAll(LexiconEntry entry, IReadOnlyList<string> names, IReadOnlyList<string> not, bool isName, CaseRule rule)
    {
        var heads = new List<(LexiconEntry Entry, int[] Words)>(names.Count);
        foreach (var name in names) heads.Add((entry, AddForm(entry, name, isName, rule)));
        Block(heads, not, isName);
    }

    /// <summary>Stores a form and gives its words, up to the first gap.</summary>
    private int[] AddForm(LexiconEntry entry, string text, bool isName, CaseRule rule, Ambiguity? ambiguity = null)
    {
        var parts = PartsOf(text);
        if (parts.Count == 0) return [];
        var (words, capitals) = Words(text, parts[0]);
        if (words.Length == 0) return [];
        if (isName && IsAbbreviation(text)) rule = CaseRule.Exact;
        var gaps = parts.Count == 1 ? [] : new int[parts.Count - 1][];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = Words(text, parts[i + 1]).Words;
        DraftOf(isName).Add(words, new(entry, isName, rule, capitals, rule == CaseRule.Exact ? parts[0].In(text).Trim() : "", Ids(ambiguity?.NotBefore), CasedIds(ambiguity?.NotAfter), Ids(ambiguity?.OnlyAfter),
            ambiguity?.OnlyPaired ?? false, gaps));
        return text.AsSpan().TrimStart().StartsWith(Gap) ? [] : words;
    }

    /// <summary>Where the parts of a form stand between its gaps; the same list each time.</summary>
    private List<Span> PartsOf(string text)
    {
        parts.Clear();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(Gap, start, StringComparison.Ordinal) is var gap and >= 0 ? gap : text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) parts.Add(new(start, end));
            start = end + Gap.Length;
        }
        return parts;
    }

    private FormTrieDraft DraftOf(bool isName) => isName ? names : words;

    /// <summary>Stores phrases in which the heads that they hold do not mean their entries; a phrase that holds none blocks nothing.</summary>
    /// <param name="isName">Whether the heads are names: what blocks them is met where they are.</param>
    private void Block(IReadOnlyList<(LexiconEntry Entry, int[] Words)> heads, IReadOnlyList<string> phrases, bool isName)
    {
        if (phrases.Count == 0) return;
        var alike = new HeadsAlike(heads);
        var met = new HashSet<int>();
        foreach (var phrase in phrases)
        {
            var (words, _) = Words(phrase);
            met.Clear();
            for (var first = 0; first < words.Length; first++)
            {
                var sum = 0L;
                for (var last = first; last < words.Length && last - first + 1 < words.Length; last++)
                {
                    sum = HeadsAlike.Sum(sum, words[last]);
                    if (alike.Find(words.AsSpan(first, last - first + 1), sum) is > 0 and var group && met.Add(group))
                        DraftOf(isName).Add(words, new(alike.Entries(group)[0], false, CaseRule.Any, 0, phrase, [], [], [], false, [], alike.Entries(group), first));
                }
            }
        }
    }

    private int[] Ids(IReadOnlyList<string>? words) => words is null ? [] : words.Select(word => Words(word).Words).Where(ids => ids.Length > 0).Select(ids => ids[0]).ToArray();

    /// <summary>The ids of words before which an entry means something else; of those written with a capital ("Tố" of "Tố Nga") the complement, which holds only where the page writes it so too.</summary>
    private int[] CasedIds(IReadOnlyList<string>? words) => words is null ? [] : [.. words.SelectMany(word => Ids([word]).Select(id => char.IsUpper(word[0]) ? ~id : id))];

    private (int[] Words, uint Capitals) Words(string text) => Words(text, new(0, text.Length));

    private (int[] Words, uint Capitals) Words(string text, Span within)
    {
        tokens.Clear();
        Tokens.Read(text, within, vocabulary, tokens);
        var words = new int[tokens.Count];
        uint capitals = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = tokens[i].Word != 0 ? tokens[i].Word : tokens[i].Kind == TokenKind.Mark ? vocabulary.Add([tokens[i].Mark]) : vocabulary.Add(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start));
            if (tokens[i].Upper && i < 32) capitals |= 1u << i;
        }
        return (words, capitals);
    }
}
