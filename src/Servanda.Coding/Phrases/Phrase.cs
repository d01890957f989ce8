// The phrases of a sentence that can take part in an act: actors, things, agreements.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>What stands before a phrase and decides its part in the clause. Bare phrases can be subjects.</summary>
public enum Governor { Bare, Owner, Place, With, To, From, Against, Agent, Between, About, According, Dependent }

/// <summary>One actor or several joined by "và": tokens [First, Last) of the sentence.</summary>
/// <param name="Codes">Their codes; empty for somebody who is no actor of the list ("giới quan sát"), who can be a subject all the same.</param>
/// <param name="IsPronoun">Whether it stands for somebody named before ("nước này", "ông").</param>
public sealed record ActorPhrase(int First, int Last, IReadOnlyList<string> Codes, Governor Governor, string? Person, bool IsPronoun, bool IsOffice)
{
    /// <summary>The first token of the words that govern it, its own first where it is bare.</summary>
    public int Start { get; init; } = First;

    /// <summary>Whether it says "hai bên", "hai nước".</summary>
    public bool IsBoth { get; init; }

    /// <summary>Whether whose office it is was not said, and is supplied from what the story speaks of.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>Whether it is named by its capital.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Whether the word before it is in no list: a verb perhaps, whose object it is.</summary>
    public bool IsAfterUnknown { get; init; }

    /// <summary>Whether it names an organisation, that can be joined and left.</summary>
    public bool IsBody { get; init; }
}

/// <summary>A thing that acts are done to: its class, whose it is and where.</summary>
public sealed record ThingPhrase(int First, int Last, string Class, IReadOnlyList<string> Owners, IReadOnlyList<string> Hosts, decimal? Number)
{
    /// <summary>The first token including its number.</summary>
    public int Start { get; init; } = First;

    /// <summary>The state whose land a place is; null for all that is no place.</summary>
    public string? Land { get; init; }

    /// <summary>Those whose it is, as an actor who stands in its place.</summary>
    public ActorPhrase Whose(Governor governor) => new(First, Last, Owners, governor, null, false, false);
}

/// <summary>An agreement named, or spoken of ("văn kiện này").</summary>
/// <param name="Id">Null where it is only spoken of and the story must say which.</param>
public sealed record AgreementPhrase(int First, int Last, string? Id)
{
    /// <summary>Whether it is told as another than the one that the story has spoken of: "một hiệp định", "Hiệp ước Biển Timor", "17 văn kiện".</summary>
    public bool IsAnother { get; init; }
}

/// <summary>An agency or paper that is cited.</summary>
public sealed record OutletPhrase(int First, int Last, string Id);

/// <summary>The phrases of one sentence, each list in order.</summary>
public sealed record PhraseSet(
    List<ActorPhrase> Actors, List<ThingPhrase> Things, List<AgreementPhrase> Agreements, List<OutletPhrase> Outlets)
{
    /// <summary>Whether an actor stands by himself between two tokens, as who does something does.</summary>
    public bool HasSubject(int first, int last)
    {
        foreach (var one in Actors)
            if (one.Governor == Governor.Bare && one.First >= first && one.Last <= last) return true;
        return false;
    }

    /// <summary>Whether a word of command is said to forces or staff of whom nobody says whose they are: the commander's own.</summary>
    internal bool IsToOwnForces(Candidate command, WordIndex words) =>
        words.Before(command.HeadEnd, "commands") is not null
        && Things.Any(one => one is { Class: "troops" or "staff" or "official" or "ship" or "aircraft", Owners.Count: 0, Hosts.Count: 0 } && one.First == command.HeadEnd);
}
