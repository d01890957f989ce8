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
        "attack" when words.Begins("mock", 0, sentence.Tokens.Count) => "drill",
        "attack" when words.Begins("figure", candidate.First, candidate.HeadEnd) => "figure",
        "attack" when IsShare(candidate) => "share",
        "attack" when (words.At(candidate.Last, "sea") ?? words.At(candidate.Last + 1, "sea")) is not null => "sea",
        "attack" or "deploy" or "coerce" or "test-weapon" or "pull-back" when IsOfFighters(candidate, source) => "fighters",
        "deploy" or "coerce" when IsCivil(candidate) => "civil",
        "aid" when IsStationed(candidate) => "place",
        _ => null,
    };

    /// <summary>How far before a verb those may stand who do it, with words of time and mood between.</summary>
    private const int Beside = 4;

    /// <summary>"chiếm 35% tổng vốn": a part of the whole is taken from nobody.</summary>
    private bool IsShare(Candidate candidate) => sentence.Numbers.Any(number => number.Unit == "percent" && number.First - candidate.HeadEnd is >= 0 and <= 1 && candidate.Thing is not { Class: "land" or "territory" });

    /// <summary>"IS tấn công Iran": what an armed group that is no actor does, nobody named before it has done.</summary>
    private bool IsOfFighters(Candidate candidate, IReadOnlyList<string> source)
    {
        if (!words.MayHave("militants") && !words.MayHave("fighters")) return false;
        var clause = clauses[candidate.Clause];
        foreach (var word in sentence.Words)
        {
            if (word.Entry is not FunctionEntry { Role: "militants" or "fighters" }) continue;
            if (word.First < clause.First || word.Last > candidate.First || candidate.First - word.Last > Beside) continue;
            if (words.EndingAt(word.First).Any(one => one.Entry is FrameEntry or FunctionEntry { Role: "owner" or "against" or "with" or "place" })) continue;
            if (!phrases.Actors.Any(one => one.Last > word.First && one.First < candidate.HeadEnd && one.Codes.Any(source.Contains)) && !words.Begins("passive", word.Last, candidate.First)) return true;
        }
        return false;
    }

    /// <summary>"chuyên cơ bay qua không phận": craft that carry passengers.</summary>
    private bool IsCivil(Candidate candidate) => words.MayHave("civil") && words.Begins("civil", clauses[candidate.Clause].First, candidate.HeadEnd);

    /// <summary>"máy bay trang bị tên lửa bay ở Syria": arms that are somewhere are given to nobody there.</summary>
    private bool IsStationed(Candidate candidate)
    {
        if (candidate.Thing is not { Class: "weapon" or "missile" or "aircraft" or "ship" } thing || thing.First < candidate.HeadEnd) return false;
        var behind = phrases.Actors.Where(one => one.First >= candidate.HeadEnd && one.First < clauses[candidate.Clause].Last && one.Codes.Count > 0).ToList();
        return behind.Count > 0 && behind.TrueForAll(one => one.Governor is Governor.Place or Governor.From);
    }

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
