// Everything that one version of the coder took from one page; immutable and addressed by what went into it.
namespace Servanda.Model;

/// <summary>A reading: page × hints × coder version. Only the newest reading of a page is live.</summary>
public sealed record PageReading
{
    /// <summary>Hash of page, hints and <see cref="CoderVersion"/>.</summary>
    public required string Id { get; init; }

    public required string CoderVersion { get; init; }

    public required Sighting Sighting { get; init; }

    public required Story Story { get; init; }

    public required Told Told { get; init; }

    public required IReadOnlyList<Report> Reports { get; init; }

    /// <summary>What was seen and not coded, for <c>coverage</c>.</summary>
    public CoverageCounts Coverage { get; init; } = new(0, 0, []);
}

/// <summary>What the coder saw and left: mentions of actors in coded sentences, triggers that fired, and the reasons for which triggers were dropped.</summary>
public sealed record CoverageCounts(int ActorMentions, int Triggers, IReadOnlyList<DroppedTrigger> Dropped)
{
    /// <summary>Words that stand where a verb stands after an actor and that no frame knows: in lower case, one entry for each place.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>A trigger that fired and was not coded.</summary>
public sealed record DroppedTrigger(string Rule, Span Where, string Reason);
