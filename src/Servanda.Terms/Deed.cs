// An act as the engine applies it: from the register, from an event, or from the terms themselves.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>Where a deed comes from. Register acts decide; events add to them; computed ones follow from clauses.</summary>
internal enum Origin { Register, Event, Computed }

/// <summary>An act with the days between which it was done. A null <paramref name="First"/>: at any time up to <paramref name="Last"/>.</summary>
internal sealed record Deed(string Id, string Act, IReadOnlyList<string> Parties, LocalDate? First, LocalDate Last, Origin Origin, Ground Ground)
{
    public IReadOnlyList<string> Towards { get; init; } = [];

    public LocalDate? Until { get; init; }

    /// <summary>The day from which a notice counts; the deed's own day where that is not known apart.</summary>
    public LocalDate? ReceivedBy { get; init; }

    public IReadOnlyList<string> DeniedBy { get; init; } = [];

    public IReadOnlyList<string> HeldBy { get; init; } = [];

    public string? To { get; init; }

    /// <summary>By how much an extension extends, where it names no day.</summary>
    public TermPeriod? Longer { get; init; }

    public LocalDate? Known { get; init; }

    /// <summary>The reports or events that tell of it.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>The official document that an event rests on; null where pages alone tell of it.</summary>
    public OfficialRecord? Record { get; init; }

    /// <summary>Whose word it is, where it comes from an event: speakers, else the origins that print it.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The arithmetic behind a computed deed.</summary>
    public IReadOnlyList<Reason> Steps { get; init; } = [];

    public LocalDate On(bool late) => late ? Last : First ?? Deeds.LongAgo;

    /// <summary>Among acts of one day, the order in which they take effect: joining before leaving.</summary>
    public int Rank => Act switch
    {
        "sign" => 0,
        "ratify" or "accede" => 1,
        Deeds.ApplyProvisionally => 2,
        "enter-into-force" or "restore-relations" => 3,
        Deeds.Succeed => 4,
        "extend" => 5,
        "resume" => 6,
        "revoke-notice" => 7,
        "suspend" => 8,
        "announce-withdrawal" => 9,
        "notify-withdrawal" => 10,
        "revoke-ratification" => 11,
        "withdraw" => 12,
        "terminate" or "close-mission" => 13,
        _ => 14,
    };
}
