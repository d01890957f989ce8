// The day on which a decision takes effect ("có hiệu lực"), told apart from the entry into force of an agreement: when an exit takes effect, one is out.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Tells the entry into force of agreements from the day on which a withdrawal, a suspension or another decision takes effect.</summary>
internal static class Effects
{
    /// <summary>Steps towards leaving: that they take effect means to be out.</summary>
    private static readonly HashSet<string> Leaving = new(StringComparer.Ordinal) { "announce-withdrawal", "notify-withdrawal", "domestic-step", "withdraw" };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal) { "suspend", "terminate", "revoke-notice", "sanction", "lift-sanction", "expel", "restrict-movement", "sever-relations" };

    public static bool IsLeaving(string act) => Leaving.Contains(act);

    /// <summary>The candidates with each effect given to its deed: it becomes the exit, or is dropped where the deed itself says all.</summary>
    public static List<Candidate> Settled(List<Candidate> candidates, WordIndex words, List<Clause> clauses, PhraseSet phrases, StoryMemory memory)
    {
        var settled = new List<Candidate>();
        for (var at = 0; at < candidates.Count; at++)
        {
            var one = candidates[at];
            var deed = at > 0 && (Leaving.Contains(candidates[at - 1].Frame.Act) || Others.Contains(candidates[at - 1].Frame.Act)) ? candidates[at - 1] : null;
            var isDecision = one.Frame.Act == "enter-into-force" && IsToldOfDecision(one, words, clauses, phrases);
            if (one.Frame.Act != "enter-into-force" || !isDecision && (deed is null || !Follows(one, clauses, phrases)))
            {
                settled.Add(one);
                continue;
            }
            if (deed is null ? memory.Leaver is null : !Leaving.Contains(deed.Frame.Act)) continue;
            settled.Add(one with { Frame = one.Frame with { Act = "withdraw", Source = Slot.Subject }, IsEffect = true, Leaver = deed is null ? memory.Leaver : null });
        }
        return settled;
    }

    /// <summary>"Quyết định sẽ có hiệu lực từ …": a decision opens the clause, and nothing that could enter into force stands in it.</summary>
    private static bool IsToldOfDecision(Candidate effect, WordIndex words, List<Clause> clauses, PhraseSet phrases) =>
        !NamesText(effect, clauses[effect.Clause], phrases) && words.At(clauses[effect.Clause].First, "nominal") is not null;

    /// <summary>"…, có hiệu lực từ ngày 11/1": it opens its clause, with no subject of its own.</summary>
    private static bool Follows(Candidate effect, List<Clause> clauses, PhraseSet phrases)
    {
        var clause = clauses[effect.Clause];
        return clause.OpensByMark && effect.First - clause.First <= 2 && !NamesText(effect, clause, phrases) && !phrases.Actors.Any(one => one.First >= clause.First && one.Last <= effect.First);
    }

    private static bool NamesText(Candidate effect, Clause clause, PhraseSet phrases) =>
        phrases.Agreements.Any(one => one.First >= clause.First && one.Last <= effect.First)
        || phrases.Things.Any(one => one.First >= clause.First && one.Last <= effect.First && one.Class is "treaty" or "ceasefire" or "law");
}
