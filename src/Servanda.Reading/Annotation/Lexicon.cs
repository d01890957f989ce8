// A trie over syllables that finds every name and word of a language in one pass.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>How the capitals of a form must be met: not at all, where the form has them, or to the letter (abbreviations).</summary>
public enum CaseRule : byte { Any, Capitals, Exact }

/// <summary>One form of an entry, as the trie stores it.</summary>
/// <param name="Blocks">The entries that this form blocks where it stands, for phrases in which their words mean something else; heads that go on differently share their first words.</param>
/// <param name="Offset">Where in a blocking form the blocked words begin.</param>
public sealed record Form(
    LexiconEntry Entry,
    bool IsName,
    CaseRule Case,
    uint Capitals,
    string Text,
    int[] NotBefore,
    int[] NotAfter,
    int[] OnlyAfter,
    bool OnlyPaired,
    int[][] Gaps,
    LexiconEntry[]? Blocks = null,
    int Offset = 0)
{
    public bool BeginsWithCapital { get; } = Case != CaseRule.Any && (Capitals & 1) != 0;

    /// <summary>Whether it holds wherever its words stand, whatever stands round them.</summary>
    public bool IsPlain { get; } = Case == CaseRule.Any && NotBefore.Length == 0 && NotAfter.Length == 0 && OnlyAfter.Length == 0;
}

/// <summary>The compiled lexicon of a language. Immutable once built; one scan finds all entries.</summary>
public sealed class Lexicon
{
    /// <summary>How many tokens a gap in a head may stand for.</summary>
    private const int LongestGap = 12;

    private readonly SyllableTrie trie;
    private readonly Ending?[] endings;

    /// <summary>What ends at each node, told without a look at the forms themselves: most nodes end none, and of many all begin with a capital.</summary>
    private readonly Ends[] ends;

    private enum Ends : byte { Nothing, Forms, Capitals }

    /// <summary>The forms that end at a node.</summary>
    /// <param name="Gaps">The word that opens the second part of each, 0 where it has none: hundreds of heads begin with "coi", and of most the second part is missing. Null where none has a gap.</param>
    private sealed record Ending(Form[] Forms, int[]? Gaps);

    /// <summary>Bits for the words of a sentence, by the lowest bits of their numbers.</summary>
    private const int PresentWords = 2048;

    /// <param name="forms">The forms that end at each node, by the numbers that the nodes had before the trie was made; null where none does.</param>
    internal Lexicon(Vocabulary vocabulary, SyllableTrie trie, IReadOnlyList<Form[]?> forms)
    {
        (Vocabulary, this.trie) = (vocabulary, trie);
        (endings, ends) = (new Ending?[forms.Count], new Ends[forms.Count]);
        for (var node = 0; node < forms.Count; node++)
        {
            if (forms[node] is not { } here) continue;
            var number = trie.Numbers[node];
            endings[number] = new(here, Array.Exists(here, form => form.Gaps.Length > 0) ? Array.ConvertAll(here, form => form.Gaps is [[var next, ..], ..] ? next : 0) : null);
            ends[number] = Array.TrueForAll(here, form => form.BeginsWithCapital) ? Ends.Capitals : Ends.Forms;
        }
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Whether the language names an owner before what he owns.</summary>
    public bool OwnersFirst { get; init; }

    private readonly record struct Found(LexiconMatch Match, Form Form);

    /// <summary>Names (not overlapping, the longest from the left) and words (all of them) among the tokens of one sentence.</summary>
    public (List<LexiconMatch> Names, List<LexiconMatch> Words) Scan(string text, ReadOnlySpan<Token> tokens)
    {
        var found = new List<Found>(tokens.Length);
        // Of most heads with gaps the second part is missing: the low bits of the sentence's words show that at one look.
        Span<ulong> present = stackalloc ulong[PresentWords / 64];
        present.Clear();
        foreach (var token in tokens) present[token.Word % PresentWords / 64] |= 1UL << token.Word;
        List<(LexiconEntry[] Entries, int At)>? blocked = null;
        for (var start = 0; start < tokens.Length; start++)
        {
            var (node, isQuoted) = (0, false);
            for (var at = start; at < tokens.Length; at++)
            {
                // "sẽ phải “trả giá đắt”": quotation marks part no words, but no name has them inside.
                if (at > start && tokens[at].Is('"'))
                {
                    isQuoted = true;
                    continue;
                }
                if (tokens[at].Word == 0 || (node = trie.Step(node, tokens[at].Word)) == 0) break;
                if (ends[node] == Ends.Nothing || ends[node] == Ends.Capitals && !tokens[start].Upper) continue;
                var (forms, gaps) = endings[node]!;
                for (var i = 0; i < forms.Length; i++)
                {
                    if (gaps is not null && gaps[i] is > 0 and var next && (present[next % PresentWords / 64] & 1UL << next) == 0) continue;
                    var form = forms[i];
                    if (isQuoted && form.IsName || !Fits(form, text, tokens, start, at + 1)) continue;
                    if (form.Blocks is { } entries) (blocked ??= []).Add((entries, start + form.Offset));
                    else if (Reach(form, tokens, at + 1) is > 0 and var reach) found.Add(new(new(start, at + 1, reach, form.Entry), form));
                }
            }
        }
        if (blocked is not null) Remove(blocked, found);
        var names = Names(found, tokens);
        return (names, Words(found, names));
    }

    private static void Remove(List<(LexiconEntry[] Entries, int At)> blocked, List<Found> found)
    {
        foreach (var (entries, start) in blocked)
            for (var i = found.Count - 1; i >= 0 && found[i].Match.First >= start; i--)
                if (found[i].Match.First == start && Array.IndexOf(entries, found[i].Form.Entry) >= 0) found.RemoveAt(i);
    }

    /// <summary>All words but those that are only part of a longer one, in order.</summary>
    private static List<LexiconMatch> Words(List<Found> found, List<LexiconMatch> names)
    {
        var words = new List<LexiconMatch>(found.Count);
        // Matches stand in the order of their first tokens, so that those which can hold a token are neighbours.
        var (from, name, longest) = (0, 0, 0);
        foreach (var one in found) longest = Math.Max(longest, one.Match.Length);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Form.IsName) continue;
            var match = found[i].Match;
            while (found[from].Match.First + longest <= match.First) from++;
            while (name < names.Count && names[name].Last <= match.First) name++;
            if (match.Length > 1 || !(name < names.Count && names[name].Length > 1 && names[name].First <= match.First ? match.Entry is not FunctionEntry : IsPartOfMore(match, found, from))) words.Add(match);
        }
        return words;
    }

    /// <summary>Whether a single syllable is part of a longer word: "định" in "quyết định", "chống" in "nhằm chống lại". In a longer name every word is but a function word: "đại sứ" in "đại sứ quán".</summary>
    private static bool IsPartOfMore(LexiconMatch match, List<Found> found, int from)
    {
        for (var i = from; i < found.Count && found[i].Match.First <= match.First; i++)
        {
            var (other, form) = found[i];
            if (!form.IsName && other.Length > 1 && match.Last <= other.Last && other.Entry is not FrameEntry { Frame.Form: "noun" }
                && !(other.Entry is FrameEntry && (match.Entry is CueEntry or FrameEntry || match.Entry is FunctionEntry && match.Last == other.Last))) return true;
        }
        return false;
    }

    private static List<LexiconMatch> Names(List<Found> found, ReadOnlySpan<Token> tokens)
    {
        var names = new List<Found>();
        foreach (var one in found)
        {
            if (!one.Form.IsName) continue;
            // Of those that begin at a token the longest comes first: they are few.
            var at = names.Count;
            while (at > 0 && IsBefore(one.Match, names[at - 1].Match)) at--;
            names.Insert(at, one);
        }
        var kept = new List<Found>(names.Count);
        var end = 0;
        foreach (var one in names)
        {
            if (one.Match.First < end) continue;
            kept.Add(one);
            end = one.Match.Last;
        }
        var paired = new List<LexiconMatch>(kept.Count);
        for (var i = 0; i < kept.Count; i++)
            if (!kept[i].Form.OnlyPaired || IsPaired(kept, i, tokens)) paired.Add(kept[i].Match);
        return paired;
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

    private static bool IsPaired(List<Found> kept, int i, ReadOnlySpan<Token> tokens)
    {
        var match = kept[i].Match;
        return i > 0 && kept[i - 1].Match is { Entry: ActorEntry } left && left.Last == match.First - 1 && tokens[left.Last].Is('-')
            || i + 1 < kept.Count && kept[i + 1].Match is { Entry: ActorEntry } right && right.First == match.Last + 1 && tokens[match.Last].Is('-');
    }

    private static bool Fits(Form form, string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (form.IsPlain) return true;
        if (form.Case == CaseRule.Exact && !text.AsSpan(tokens[first].Start, tokens[last - 1].End - tokens[first].Start).SequenceEqual(form.Text)) return false;
        if (form.Case == CaseRule.Capitals)
            for (var i = first; i < last && i - first < 32; i++)
                if ((form.Capitals >> (i - first) & 1) != 0 && !tokens[i].Upper) return false;
        if (form.NotBefore.Length > 0 && last < tokens.Length && form.NotBefore.Contains(tokens[last].Word) && tokens[last].Word != 0) return false;
        if (form.NotAfter.Length > 0 && first > 0 && tokens[first - 1] is { Word: not 0 } before && (form.NotAfter.Contains(before.Word) || before.Upper && form.NotAfter.Contains(~before.Word))) return false;
        if (form.OnlyAfter.Length == 0 || first > 0 && form.OnlyAfter.Contains(tokens[first - 1].Word)) return true;
        // Inside a sentence a capital is enough, unless the word is part of a longer name.
        var isInside = first > 0 && !tokens[first - 1].Is('"');
        var isPartOfName = first > 0 && tokens[first - 1].Upper && tokens[first - 1].Word == 0 || last < tokens.Length && tokens[last].Upper && tokens[last].Word == 0;
        // At its beginning the word must not be one of address ("Anh ấy", "Anh Tuấn"): a word that we know must follow.
        var isFollowed = last < tokens.Length && !tokens[last].Upper && tokens[last].Word != 0;
        return !isPartOfName && (isInside || isFollowed);
    }

    /// <summary>Where the last part of a head with gaps ends; its own end where it has none; 0 where a part is missing.</summary>
    private static int Reach(Form form, ReadOnlySpan<Token> tokens, int last)
    {
        foreach (var part in form.Gaps)
        {
            var found = 0;
            for (var at = last; at + part.Length <= tokens.Length && at - last <= LongestGap && found == 0; at++)
            {
                if (tokens[at].Mark is '.' or ';' or ':') break;
                found = End(tokens, at, part);
            }
            if (found == 0) return 0;
            last = found;
        }
        return last;
    }

    /// <summary>Where words end that stand from a token on, whatever quotation marks are between them; 0 where they do not.</summary>
    private static int End(ReadOnlySpan<Token> tokens, int at, int[] words)
    {
        for (var i = 0; i < words.Length; i++, at++)
        {
            if (i > 0 && at < tokens.Length && tokens[at].Is('"')) at++;
            if (at >= tokens.Length || tokens[at].Word != words[i]) return 0;
        }
        return at;
    }
}
