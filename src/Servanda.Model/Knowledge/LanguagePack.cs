// What we know of one language: its words for actors, offices, things and acts, as read from the data files.
namespace Servanda.Model;

/// <summary>A form that is also something else: it does not count directly before or after these words, counts only after those, only joined to another
/// actor by a dash ("Mỹ - Trung"), or is a place and no actor at all.</summary>
public sealed record Ambiguity(
    string Form, IReadOnlyList<string> NotBefore, IReadOnlyList<string> NotAfter, IReadOnlyList<string> OnlyAfter, bool OnlyPaired, bool IsPlace)
{
    /// <summary>Another actor of the same name ("Hội đồng châu Âu" of two bodies); null for most forms.</summary>
    public Namesake? Namesake { get; init; }
}

/// <summary>The words for one actor (ISO 3166-1 alpha-3 or an organisation's short name).</summary>
/// <param name="Aliases">Common nouns that stand for it once it has been named ("liên minh quân sự này").</param>
/// <param name="Agreement">The agreement that membership in it is.</param>
public sealed record ActorWords(
    string Code,
    bool IsState,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Capitals,
    IReadOnlyList<string> Seats,
    IReadOnlyList<string> Demonyms,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Ambiguity> Ambiguous,
    IReadOnlyList<string> Not,
    string? Agreement)
{
    /// <summary>Towns and regions of a state that act for nobody: what happens there happens to it.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The organisation at whose home a group of states is: what that says to them it says at home. Null for all others.</summary>
    public string? HomeOf { get; init; }

    /// <summary>Whether an organisation has forces and weapons of its own.</summary>
    public bool IsArmed { get; init; }

    /// <summary>Family names by which its people are known where no state is named with them: those of the language's own country.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    /// <summary>Common nouns that stand for an organisation where it is the last one named that they can mean ("tòa", "khối").</summary>
    public IReadOnlyList<string> Nouns { get; init; } = [];
}

/// <summary>An office or body; whoever holds it acts for its state or organisation. <paramref name="Code"/> where the name alone settles whose it is.</summary>
/// <param name="IsOfBody">Whether organisations have it and states do not.</param>
public sealed record OfficeWords(string Class, IReadOnlyList<string> Forms, string? Code, IReadOnlyList<string> Not, bool IsOfBody)
{
    /// <summary>The states that have no such office: no president of a monarchy is left without his state.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>The only states that have it where none is named with it; empty where any may.</summary>
    public IReadOnlyList<string> OnlyIn { get; init; } = [];

    /// <summary>Whether a holder acts for a state only where it is named with him.</summary>
    public bool IsStated { get; init; }
}

/// <summary>An agency, paper or broadcaster that is cited or prints pages.</summary>
/// <param name="Marks">Abbreviations that name it at the head of a lead and in credits, and in running text may be anything.</param>
/// <param name="Hosts">Of its sites, without "www."; the first is the one it goes by.</param>
public sealed record OutletWords(string Id, IReadOnlyList<string> Names, string Kind, IReadOnlyList<string> Not, IReadOnlyList<string> Marks, IReadOnlyList<string> Hosts);

/// <summary>Nouns of one class: what an act is done to.</summary>
public sealed record NounWords(string Class, IReadOnlyList<string> Forms, IReadOnlyList<string> Not);

/// <summary>Where the source or target of a frame stands.</summary>
public enum Slot { None, Subject, Parties, Owner, Agent, Speaker, Object, OwnerOfObject, With, To, At, From, Towards }

/// <summary>Whether a frame needs to know the agreement it is about.</summary>
public enum AgreementNeed { None, Optional, Needed, Gives }

/// <summary>What becomes of a verb under another: it happened, is meant to happen, or is not said at all.</summary>
public enum Embedding { Unsaid, Factive, Intended, Dropped }

/// <summary>A rule that reads an act: the words that trigger it, what it is done to, and where its actors stand. A gap in a head is written "…".</summary>
/// <param name="Stance">Whether it is an evaluation ("là bước lùi") that needs a speaker.</param>
public sealed record Frame(
    string Id,
    string Act,
    string Form,
    bool Stance,
    IReadOnlyList<string> Heads,
    IReadOnlyList<string> Objects,
    Slot Source,
    Slot Target,
    AgreementNeed Agreement,
    ReportStatus Status,
    Embedding Embedded,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Not)
{
    /// <summary>A bit for each class of objects; several share one.</summary>
    private readonly ulong objectBits = Objects.Aggregate(0UL, (bits, kind) => bits | Bit(kind));

    /// <summary>Whether a class of things is among those that the act is done to. Hot: asked of every thing and word behind every head; most are answered by the bits.</summary>
    public bool Takes(string kind) => (objectBits & Bit(kind)) != 0 && Objects.Contains(kind);

    private static ulong Bit(string kind) => kind.Length == 0 ? 0 : 1UL << (kind[0] * 5 + kind[^1] * 3 + kind.Length * 7);
}

/// <summary>A word that changes how an act is meant: negation, future, condition, hearsay …; its scope is the next verb, the clause or the sentence.</summary>
public sealed record CueWords(string Id, string Cue, string Scope, IReadOnlyList<string> Heads, IReadOnlyList<string> Phrases, IReadOnlyList<string> Not);

/// <summary>Words that say whose word a sentence is.</summary>
public sealed record AttributionWords(string Id, string Kind, IReadOnlyList<string> Heads, IReadOnlyList<string> Phrases, IReadOnlyList<string> Not);

/// <summary>Function words by the role they play (owner: của, thuộc; place: tại, ở; passive: bị, được …).</summary>
public sealed record FunctionWords(string Role, IReadOnlyList<string> Forms);

/// <summary>A chain of verbs that makes one act: under a word of <paramref name="Under"/>, <paramref name="Act"/> becomes <paramref name="Becomes"/>.</summary>
public sealed record ChainRule(string Id, IReadOnlyList<string> Heads, IReadOnlyList<string> Acts, string Becomes, ReportStatus? Status, IReadOnlyList<string> Phrases);

/// <summary>Everything known of one language.</summary>
public sealed record LanguagePack
{
    public required string Language { get; init; }

    /// <summary>Words that stand for one another, by the name under which heads use them; written out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<ActorWords> Actors { get; init; } = [];

    public IReadOnlyList<OfficeWords> Offices { get; init; } = [];

    public IReadOnlyList<OutletWords> Outlets { get; init; } = [];

    public IReadOnlyList<NounWords> Nouns { get; init; } = [];

    public IReadOnlyList<Frame> Frames { get; init; } = [];

    public IReadOnlyList<CueWords> Cues { get; init; } = [];

    public IReadOnlyList<AttributionWords> Attributions { get; init; } = [];

    public IReadOnlyList<FunctionWords> Functions { get; init; } = [];

    /// <summary>Whether an owner is named before what he owns ("Russia's diplomats"): so it is where the language has a mark of possession.</summary>
    public bool OwnersFirst => Functions.Any(words => words.Role == "possessive");

    public IReadOnlyList<ChainRule> Chains { get; init; } = [];

    /// <summary>How dates are written; null where the language has no date files yet.</summary>
    public DateLexicon? Dates { get; init; }

    /// <summary>What numbers count; null where the language has no unit file yet.</summary>
    public UnitLexicon? Units { get; init; }

    /// <summary>This pack with another laid over it: what has an id is replaced by its like, words are added and come first, dates and units are replaced as a whole.</summary>
    public LanguagePack With(LanguagePack over) => this with
    {
        Sets = over.Sets.Count > 0 ? over.Sets : Sets,
        Actors = [.. over.Actors, .. Actors],
        Offices = [.. over.Offices, .. Offices],
        Outlets = Replaced(Outlets, over.Outlets, outlet => outlet.Id),
        Nouns = [.. over.Nouns, .. Nouns],
        Frames = Replaced(Frames, over.Frames, frame => frame.Id),
        Cues = Replaced(Cues, over.Cues, cue => cue.Id),
        Attributions = Replaced(Attributions, over.Attributions, words => words.Id),
        Functions = [.. over.Functions, .. Functions],
        Chains = Replaced(Chains, over.Chains, chain => chain.Id),
        Dates = over.Dates ?? Dates,
        Units = over.Units ?? Units,
    };

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> under, IReadOnlyList<T> over, Func<T, string> id)
    {
        var replaced = over.Select(id).ToHashSet(StringComparer.Ordinal);
        return [.. over, .. under.Where(one => !replaced.Contains(id(one)))];
    }
}
