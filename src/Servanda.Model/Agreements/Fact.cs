// Facts that are held against the limits of their day, and what the limits say of them.
using NodaTime;

namespace Servanda.Model;

/// <summary>A fact: a missile and its range, a head-count, a trip with its distance and notice, an observation flight.</summary>
/// <param name="What">What provisions limit it by: <c>staff</c>, <c>trip</c>, <c>observation-flight</c>, or the class of a thing (<c>ground-launched-missile</c>).</param>
/// <param name="Agreement">Null: every agreement that binds the party on the day.</param>
/// <param name="Party">Whose missile, staff, trip or flight it is.</param>
/// <param name="Over">The party over whose territory, or in whose country.</param>
/// <param name="At">The place that a limit may depend on: the airfield of an observation flight.</param>
/// <param name="Measures">By name (<c>range</c>, <c>count</c>, <c>distance</c>, <c>notice</c>, <c>duration</c>, <c>flown</c>, <c>own</c>, <c>plan</c>), each with its unit.</param>
/// <param name="Line">The 1-based line of its file.</param>
public sealed record Fact(string Id, string What, string? Agreement, string Party, string? Over, LocalDate On, string? Rank, string? At, IReadOnlyDictionary<string, Quantity> Measures, int Line = 0);

/// <summary>What a limit says of a fact, gravest last.</summary>
public enum Verdict
{
    /// <summary>No agreement that binds the party on the day limits it.</summary>
    NoLimit,

    /// <summary>Outside what is banned.</summary>
    Free,

    /// <summary>Exempt from the rule.</summary>
    Exempt,

    /// <summary>Within the limit.</summary>
    Within,

    /// <summary>A limit applies, and the fact does not say enough to hold it against it.</summary>
    Unknown,

    /// <summary>By one account within the limit, by another not: no breach.</summary>
    Contested,

    Breached,

    /// <summary>Banned altogether.</summary>
    Banned,
}

/// <summary>One provision held against a fact.</summary>
public sealed record CheckLine(string? Agreement, Verdict Verdict, Message Says, IReadOnlyList<Reason> Because);

/// <summary>A fact and what all provisions say of it; the verdict is the gravest.</summary>
public sealed record CheckAnswer(Fact Fact, IReadOnlyList<CheckLine> Lines)
{
    public Verdict Verdict => Lines.Count == 0 ? Verdict.NoLimit : Lines.Max(line => line.Verdict);
}
