// Which of the forms found in a sentence are kept, where they overlap.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>Names do not overlap, words may. Its lists are used again for each sentence; see <see cref="LexiconScan"/>.</summary>
internal sealed class FoundChoice
{
    private readonly List<Found> names = [], kept = [];
    private readonly List<LexiconMatch> words = [];

    /// <summary>The names that do not overlap, the longest from the left.</summary>
    public List<LexiconMatch> Names(List<Found> found, ReadOnlySpan<Token> tokens)
    {
        names.Clear();
        kept.Clear();
        foreach (var one in found)
        {
            // Of those that begin at a token the longest comes first: they are few.
            var at = names.Count;
            while (at > 0 && IsBefore(one.Match, names[at - 1].Match)) at--;
            names.Insert(at, one);
        }
        var end = 0;
        foreach (var one in names)
        {
            if (one.Match.First < end) continue;
            kept.Add(one);
            end = one.Match.Last;
        }
        var paired = new List<LexiconMatch>(kept.Count);
        for (var i = 0; i < kept.Count; i++)
            if (!kept[i].Form.OnlyPaired || IsPaired(i, tokens)) paired.Add(kept[i].Match);
        return paired;
    }

    /// <summary>Leaves out words that begin inside a name and run out of it: "không cho" in "tên lửa phòng không cho Armenia" denies nothing. Heads of frames may ("lễ ký hiệp định").</summary>
    public static void RemoveAcross(List<LexiconMatch> names, List<Found> found)
    {
        var (name, left) = (0, 0);
        for (var i = 0; i < found.Count; i++)
        {
            var match = found[i].Match;
            while (name < names.Count && names[name].Last <= match.First) name++;
            var isAcross = name < names.Count && names[name].First < match.First && names[name].Last < match.Last && match.Entry is not FrameEntry;
            if (!isAcross) found[left++] = found[i];
        }
        found.RemoveRange(left, found.Count - left);
    }

    /// <summary>All words but those that are only part of a longer one, in order.</summary>
    public List<LexiconMatch> Words(List<Found> found, List<LexiconMatch> among)
    {
        words.Clear();
        // Matches stand in the order of their first tokens, so that those which can hold a token are neighbours.
        var (from, name, longest) = (0, 0, 0);
        foreach (var one in found) longest = Math.Max(longest, one.Match.Length);
        for (var i = 0; i < found.Count; i++)
        {
            var match = found[i].Match;
            while (found[from].Match.First + longest <= match.First) from++;
            while (name < among.Count && among[name].Last <= match.First) name++;
            // "Các tiểu vương quốc Arab thống nhất": what a state is called is no act.
            if (match.Entry is FrameEntry && name < among.Count && among[name] is { Entry: ActorEntry { Form: ActorForm.Name } } actor && actor.First <= match.First && match.Last <= actor.Last && actor.Length > match.Length) continue;
            if (match.Length > 1 || !(name < among.Count && among[name].Length > 1 && among[name].First <= match.First ? match.Entry is not FunctionEntry : IsPartOfMore(match, found, from))) words.Add(match);
        }
        return [.. words];
    }

    /// <summary>Whether a single syllable is part of a longer word: "định" in "quyết định", "chống" in "nhằm chống lại". In a longer name every word is but a function word: "đại sứ" in "đại sứ quán".</summary>
    private static bool IsPartOfMore(LexiconMatch match, List<Found> found, int from)
    {
        for (var i = from; i < found.Count && found[i].Match.First <= match.First; i++)
        {
            var other = found[i].Match;
            if (match.Last <= other.Last && other.Length > 1 && other.Entry is not FrameEntry { Frame.Form: "noun" }
                && !(other.Entry is FrameEntry && (match.Entry is CueEntry or FrameEntry || match.Entry is FunctionEntry && match.Last == other.Last))) return true;
        }
        return false;
    }

    private static bool IsBefore(LexiconMatch one, LexiconMatch other) =>
        one.First != other.First ? one.First < other.First : one.Last != other.Last ? one.Last > other.Last : Rank(one.Entry) < Rank(other.Entry);

    /// <summary>Of two names for the same words, which to take.</summary>
    private static int Rank(LexiconEntry entry) => entry switch
    {
        AgreementEntry => 0,
        ActorEntry { Form: not ActorForm.Alias } => 1,
        OfficeEntry { Code: not null } => 2,
        OfficeEntry => 3,
        PersonEntry => 4,
        OutletEntry => 5,
        ActorEntry => 6,
        _ => 7,
    };

    /// <summary>Whether a dash joins a name to that of another actor.</summary>
    private bool IsPaired(int i, ReadOnlySpan<Token> tokens)
    {
        var match = kept[i].Match;
        return i > 0 && kept[i - 1].Match is { Entry: ActorEntry } left && left.Last == match.First - 1 && tokens[left.Last].Is('-')
            || i + 1 < kept.Count && kept[i + 1].Match is { Entry: ActorEntry } right && right.First == match.Last + 1 && tokens[match.Last].Is('-');
    }
}
