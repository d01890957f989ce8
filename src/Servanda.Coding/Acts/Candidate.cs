// A frame that fired in a sentence, with the evidence for and against it.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>A trigger: the frame, the tokens of its head, and what its object turned out to be.</summary>
public sealed record Candidate
{
    public required Frame Frame { get; init; }

    /// <summary>The head's tokens; where it has a gap, up to its last part.</summary>
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>The end of the head's first part.</summary>
    public required int HeadEnd { get; init; }

    /// <summary>The clause that the head begins in.</summary>
    public required int Clause { get; init; }

    public ThingPhrase? Thing { get; init; }

    public AgreementPhrase? Agreement { get; init; }

    /// <summary>An actor that stands where the object should: a body that is left or joined, a state that is accused.</summary>
    public ActorPhrase? Actor { get; init; }

    /// <summary>The body that is left or joined: right behind the head, or behind the last part of one with a gap ("đưa Argentina ra khỏi WHO").</summary>
    public ActorPhrase? Body { get; init; }

    /// <summary>Whether a deed told as a noun follows: "việc …", "quyết định này".</summary>
    public bool IsDeed { get; init; }

    /// <summary>Whether its object is only pointed at ("chính sách ấy", "kế hoạch này"): the story says whose it is.</summary>
    public bool IsPointed { get; init; }

    /// <summary>The act told before that its object points back to ("lệnh này"); null where it names its object itself.</summary>
    public string? Undone { get; init; }

    /// <summary>Whether it says that a decision to leave takes effect: to be out, and no announcement.</summary>
    public bool IsEffect { get; init; }

    /// <summary>Who leaves, where only an earlier sentence says it: "Quyết định sẽ có hiệu lực từ …".</summary>
    public Leaver? Leaver { get; init; }

    public double Score { get; init; }

    public int Tokens => HeadEnd - First;
}
