// Who joined an agreement when, and the acts about it that are established, each with its source.
using NodaTime;

namespace Servanda.Model;

/// <summary>A party's way into an agreement. Dates are as narrow as the sources are; null: it did not happen, or not by this way.</summary>
/// <param name="Succeeds">The state whose place it took (<c>SUN</c>); <paramref name="Bound"/> is then the day of succession.</param>
public sealed record PartyEntry(string Party, Edtf? Signed, Edtf? Ratified, Edtf? Provisional, Edtf? Bound, string? Succeeds, Ground Ground);

/// <summary>An established act. Acts are those of the closed list (<c>data/acts.yaml</c>).</summary>
public sealed record RegisterAct
{
    /// <summary>Stable within the agreement: its own <c>id</c>, or act, parties and date.</summary>
    public required string Id { get; init; }

    public required string Act { get; init; }

    /// <summary>Who did it; empty: all parties, or the agreement itself (it was signed, it ended).</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>On whom, where it holds only towards some (a bilateral suspension within a treaty of many) or is done to somebody.</summary>
    public IReadOnlyList<string> Towards { get; init; } = [];

    public required Edtf Date { get; init; }

    /// <summary>The day from which it could be known, where that is not the act's own day: a ceiling announced in July for September.</summary>
    public LocalDate? Known { get; init; }

    /// <summary>The day that a notice names as the end, or to which an extension runs (first day no longer bound).</summary>
    public LocalDate? Until { get; init; }

    /// <summary>When each addressee received a notice, where that is known apart; the clock runs from the last of them.</summary>
    public IReadOnlyDictionary<string, LocalDate> Received { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>The act of the same register that this one answers: the notice it revokes, the suspension it objects to.</summary>
    public string? To { get; init; }

    /// <summary>Who says that the act is valid, or that it happened, where that is disputed.</summary>
    public IReadOnlyList<string> HeldBy { get; init; } = [];

    /// <summary>Who says that it is not.</summary>
    public IReadOnlyList<string> DeniedBy { get; init; } = [];

    /// <summary>The measure that it is part of: acts of several agreements done as one carry the same word.</summary>
    public string? Measure { get; init; }

    /// <summary>Numbers that define it: people expelled, posts abolished.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public required Ground Ground { get; init; }
}

/// <summary>A state of the world that clauses speak of (<c>armed-conflict</c>), for a party, from a day until the first day on which it no longer holds (null: it goes on).</summary>
public sealed record Condition(string What, string Party, LocalDate From, LocalDate? Until, Ground Ground);
