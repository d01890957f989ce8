// Where one party stands, as the fold over acts leaves it: each part is the deed that brought it about.
using System.Collections.Immutable;
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

/// <summary>A notice and the end that its clause gives.</summary>
internal sealed record RunningNotice(Deed Deed, EndDate End, LocalDate From);

internal sealed record PartyState
{
    public static PartyState Blank { get; } = new();

    public Deed? Signed { get; init; }

    public Deed? Ratified { get; init; }

    public Deed? Deratified { get; init; }

    public Deed? Provisional { get; init; }

    public Deed? Bound { get; init; }

    public LocalDate? BoundSince { get; init; }

    /// <summary>Being bound follows only from an act that presupposes it.</summary>
    public bool Presupposed { get; init; }

    public Deed? Announced { get; init; }

    public RunningNotice? Notice { get; init; }

    public ImmutableArray<Deed> Suspensions { get; init; } = [];

    public Deed? Out { get; init; }

    public Deed? Ended { get; init; }

    /// <summary>The notice that led out, for the reasons of a withdrawal.</summary>
    public RunningNotice? OutAfter { get; init; }

    public bool IsBlank => Signed is null && Ratified is null && Deratified is null && Provisional is null && Bound is null && Out is null && Ended is null;

    /// <summary>Whether it is suspended towards all, or towards <paramref name="towards"/> where that is given.</summary>
    public bool SuspendedTowards(string? towards) => Suspensions.Any(deed => deed.Towards.Count == 0 || towards is not null && deed.Towards.Contains(towards));

    public PartyStatus Status(string? towards = null) => this switch
    {
        { Ended: not null } => PartyStatus.Ended,
        { Out: not null } => PartyStatus.Withdrawn,
        { Bound: not null } => SuspendedTowards(towards) ? PartyStatus.Suspended : Notice is not null ? PartyStatus.NoticeRunning : PartyStatus.InForce,
        { Provisional: not null } => PartyStatus.Provisional,
        { Deratified: not null } => PartyStatus.NoLongerRatified,
        { Ratified: not null } => PartyStatus.Ratified,
        { Signed: not null } => PartyStatus.Signatory,
        _ => PartyStatus.Unknown,
    };
}
