// Who does what another act of the sentence tells of with him: who punishes for it, with whom the speaker has it.
using Servanda.Model;

namespace Servanda.Coding;

internal sealed partial class Doers
{
    /// <summary>Acts that are done to somebody for what he did.</summary>
    private static readonly HashSet<string> Reproofs = new(StringComparer.Ordinal) { "sanction", "criticize", "expel", "summon", "suspend", "recall" };

    /// <summary>"EU trừng phạt Belarus vì đã vi phạm công ước": who punishes says so, and it is laid at the door of whom he punishes. Null where nobody does.</summary>
    public (IReadOnlyList<string> Source, IReadOnlyList<string> Target)? Punishing(Candidate candidate, List<Candidate> before)
    {
        if (before.LastOrDefault(one => Reproofs.Contains(one.Frame.Act)) is not { } reproof || reproof.HeadEnd > candidate.First) return null;
        var isReason = clauses[candidate.Clause] is { Kind: ClauseKind.Because, OpensByMark: false } && reproof.Clause == candidate.Clause - 1;
        if (!isReason || !speakers.TryGetValue(reproof.First, out var speaker) || speaker.Codes.Count == 0) return null;
        var punished = phrases.Actors.FirstOrDefault(one => one.First >= reproof.HeadEnd && one.Last <= candidate.First && one.Codes.Count > 0)?.Codes
            ?? phrases.Things.FirstOrDefault(one => one.First >= reproof.First && one.Last <= candidate.First && one.Owners.Count > 0)?.Owners;
        return punished is not null && !punished.Any(speaker.Codes.Contains) ? (speaker.Codes, punished) : null;
    }

    /// <summary>"Kenya hủy hợp đồng được ký với Trung Quốc": with whom a text was signed, and whose affair the sentence tells of. Null where it names no two.</summary>
    public IReadOnlyList<string>? Companions(Candidate candidate) =>
        phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.With, Codes.Count: > 0 } && one.Start == candidate.HeadEnd) is { } other
        && phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.Bare, Codes.Count: > 0 } && one.Last <= candidate.First && !one.Codes.Any(other.Codes.Contains)) is { } own
            ? [.. own.Codes, .. other.Codes]
            : null;

    /// <summary>"hợp tác quân sự với Gabon đã tạm ngưng": with whom that is which is told to have stopped; the speaker's own side. Null where it is with nobody.</summary>
    public ActorPhrase? Partner(Candidate candidate) =>
        phrases.Things.LastOrDefault(one => one.Last <= candidate.First && one.First >= clauses[candidate.Clause].First && one is { Class: "relations" or "talks" or "treaty" or "aid", Owners.Count: 0 }) is { } stopped
            ? phrases.Actors.FirstOrDefault(one => one is { Governor: Governor.With, Codes.Count: > 0 } && one.Start == stopped.Last && one.Last <= candidate.First)
            : null;
}
