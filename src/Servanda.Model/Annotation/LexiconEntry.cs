// What a form in the lexicon stands for.
namespace Servanda.Model;

public abstract record LexiconEntry;

public enum ActorForm { Name, Capital, Seat, Demonym, Alias }

public sealed record ActorEntry(string Code, bool IsState, ActorForm Form, string? Agreement) : LexiconEntry
{
    /// <summary>Another actor that bears the same name; null where the name is its own.</summary>
    public Namesake? Namesake { get; init; }
}

/// <summary>An actor that a name means instead, and the words that speak for it and for the first.</summary>
public sealed record Namesake(string Code, IReadOnlyList<string> For, IReadOnlyList<string> Against);

/// <param name="Thing">The class of nouns that the same word also is: an ambassador speaks for a state and can be expelled.</param>
public sealed record OfficeEntry(string Class, string? Code, string? Thing) : LexiconEntry
{
    /// <summary>Whether organisations have it and states do not ("Tổng thư ký").</summary>
    public bool IsOfBody { get; init; }

    /// <summary>The states that have no such office.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>The only states that have it where none is named with it; empty where any may.</summary>
    public IReadOnlyList<string> OnlyIn { get; init; } = [];

    /// <summary>Whether a holder acts for a state only where it is named with him: a member of parliament is not the state that was spoken of last.</summary>
    public bool IsStated { get; init; }

    /// <summary>Whether a state may have the office.</summary>
    public bool MayBeOf(string code) => !NotIn.Contains(code) && (OnlyIn.Count == 0 || OnlyIn.Contains(code));
}

/// <summary>A family name by which people of a state are known where no state is named with them.</summary>
public sealed record FamilyEntry(string Code) : LexiconEntry;

/// <summary>A common noun that stands for an organisation once it has been named ("tòa", "khối"), and for which.</summary>
public sealed record BodyNounEntry(IReadOnlyList<string> Codes) : LexiconEntry;

/// <summary>Somebody who held an office.</summary>
/// <param name="Code">Whom the name stands for where no office says more.</param>
public sealed record PersonEntry(string Code) : LexiconEntry
{
    /// <summary>Of one who acted for several: the words of an office, in small letters, and whom it was held for ("thủ tướng": POL, "chủ tịch": EU). Null of one who acted for one.</summary>
    public IReadOnlyDictionary<string, string>? ByOffice { get; init; }
}

/// <summary>The name of an agreement. <paramref name="Also"/>: other agreements that go by the same name.</summary>
/// <param name="Parties">Both sides, where the agreement is a mission of one at the other; else empty.</param>
public sealed record AgreementEntry(string Id, IReadOnlyList<string> Also, IReadOnlyList<string> Parties) : LexiconEntry
{
    /// <summary>What the name can mean, where its context must settle that; empty where it means <see cref="Id"/> wherever it stands.</summary>
    public IReadOnlyList<AgreementReading> Readings { get; init; } = [];

    /// <summary>What it is where nothing speaks for any of them: a treaty, or nothing (null).</summary>
    public LexiconEntry? Otherwise { get; init; }
}

/// <summary>An agreement that a name can mean, and the words of which one must stand in the story; no words: none need to.</summary>
public sealed record AgreementReading(AgreementEntry Entry, IReadOnlyList<string> Context);

public sealed record OutletEntry(string Id, string Kind) : LexiconEntry;

public sealed record NounEntry(string Class) : LexiconEntry
{
    /// <summary>The state whose land a place is ("Gaza"): whom what happens there hits; null for other nouns.</summary>
    public string? Land { get; init; }
}

public sealed record FrameEntry(Frame Frame, int Head) : LexiconEntry;

public sealed record CueEntry(string Id, string Cue, string Scope) : LexiconEntry;

public sealed record AttributionEntry(string Id, string Kind) : LexiconEntry;

public sealed record FunctionEntry(string Role) : LexiconEntry;

public sealed record ChainEntry(ChainRule Rule) : LexiconEntry;

/// <summary>An entry found in a sentence: tokens [First, Last). Where a head has a gap, <paramref name="Last"/> ends its first part and <paramref name="Reach"/> its last.</summary>
public readonly record struct LexiconMatch(int First, int Last, int Reach, LexiconEntry Entry)
{
    public int Length => Last - First;
}
