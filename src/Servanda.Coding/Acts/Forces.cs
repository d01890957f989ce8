// What is told of soldiers, ships and arms that is no move of forces and no assault on a state: mishaps, upkeep, strength, strikes on armed groups.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Silence about forces, with its reason.</summary>
internal sealed class Forces(Sentence sentence, WordIndex words, List<Clause> clauses, PhraseSet phrases)
{
    /// <summary>How far behind a verb of moving it may stand what the forces are moved for.</summary>
    private const int Aim = 14;

    /// <summary>How far behind a verb of force its victim may be named.</summary>
    private const int Victim = 6;

    public string? Of(Candidate candidate, IReadOnlyList<string> source) => candidate.Frame.Act switch
    {
        "deploy" when IsDrill(candidate) && words.Begins("mishap", 0, sentence.Tokens.Count) => "mishap",
        "deploy" when words.Begins("upkeep", candidate.HeadEnd, Math.Min(candidate.HeadEnd + Aim, clauses[candidate.Clause].Last)) => "upkeep",
        "deploy" when candidate.Thing is { } thing && words.Begins("strength", candidate.HeadEnd, Math.Max(thing.First, candidate.HeadEnd + 1)) => "strength",
        "deploy" when IsWhere(candidate, source) => "doer",
        "attack" when IsOnGroup(candidate) => "group",
        _ => null,
    };

    private static bool IsDrill(Candidate candidate) => candidate.Thing is { Class: "exercise" } || candidate.Frame.Target == Slot.With;

    /// <summary>"150 lính đã được triển khai tới Lithuania", "đã đến Qatar": where forces go, they are no forces of its own.</summary>
    private bool IsWhere(Candidate candidate, IReadOnlyList<string> source)
    {
        if (source is not [var doer] || candidate.Frame.Source == Slot.Parties) return false;
        var isThere = false;
        foreach (var one in phrases.Actors)
        {
            if (!one.Codes.Contains(doer)) continue;
            if (one.First - candidate.Last is < 0 or > 1 || one.Governor is Governor.Owner or Governor.Agent) return false;
            isThere = true;
        }
        return isThere && !phrases.Things.Any(one => one.Owners.Contains(doer));
    }

    /// <summary>"không kích các vị trí của IS tại Syria": an armed group that is no actor is struck, and not the state where it is.</summary>
    private bool IsOnGroup(Candidate candidate)
    {
        if (candidate.Last != candidate.HeadEnd || !words.MayHave("militants") && !words.MayHave("fighters")) return false;
        var end = Math.Min(candidate.HeadEnd + Victim, clauses[candidate.Clause].Last);
        for (var at = candidate.HeadEnd; at < end; at++)
        {
            if (words.At(at, "militants") is not null || words.At(at, "fighters") is not null) return true;
            if (phrases.Actors.Any(one => one.First == at && one.Codes.Count > 0)) return false;
        }
        return false;
    }
}
