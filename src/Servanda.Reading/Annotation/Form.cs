// One form of an entry of the lexicon, and what must stand round it.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>How the capitals of a form must be met: not at all, where the form has them, or to the letter (abbreviations).</summary>
public enum CaseRule : byte { Any, Capitals, Exact }

/// <summary>One form of an entry, as the trie stores it.</summary>
/// <param name="Capitals">A bit for each of its first 32 words that has a capital, the lowest for the first.</param>
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
    /// <summary>How many tokens a gap in a head may stand for.</summary>
    private const int LongestGap = 12;

    /// <summary>Its place among all forms, in the order in which they are put into the lexicon; set there, once.</summary>
    internal int Number { get; set; }

    /// <summary>The capitals that a page must have where the form has them; none where they do not matter.</summary>
    internal uint NeededCapitals => Case == CaseRule.Capitals ? Capitals : 0;

    internal bool BeginsWithCapital => Case != CaseRule.Any && (Capitals & 1) != 0;

    /// <summary>Whether it holds wherever its words and capitals stand, whatever stands round them.</summary>
    internal bool IsPlain => Case != CaseRule.Exact && NotBefore.Length == 0 && NotAfter.Length == 0 && OnlyAfter.Length == 0;

    /// <summary>Whether what stands round the tokens [first, last) lets them be this form. Its words and capitals have been met.</summary>
    internal bool Fits(string text, ReadOnlySpan<Token> tokens, int first, int last)
    {
        if (Case == CaseRule.Exact && !text.AsSpan(tokens[first].Start, tokens[last - 1].End - tokens[first].Start).SequenceEqual(Text)) return false;
        if (NotBefore.Length > 0 && last < tokens.Length && NotBefore.Contains(tokens[last].Word) && tokens[last].Word != 0) return false;
        if (NotAfter.Length > 0 && first > 0 && tokens[first - 1] is { Word: not 0 } before && (NotAfter.Contains(before.Word) || before.Upper && NotAfter.Contains(~before.Word))) return false;
        if (OnlyAfter.Length == 0 || first > 0 && OnlyAfter.Contains(tokens[first - 1].Word)) return true;
        // Inside a sentence a capital is enough, unless the word is part of a longer name.
        var isInside = first > 0 && !tokens[first - 1].Is('"');
        var isPartOfName = first > 0 && tokens[first - 1].Upper && tokens[first - 1].Word == 0 || last < tokens.Length && tokens[last].Upper && tokens[last].Word == 0;
        // At its beginning the word must not be one of address ("Anh ấy", "Anh Tuấn"): a word that we know must follow.
        var isFollowed = last < tokens.Length && !tokens[last].Upper && tokens[last].Word != 0;
        return !isPartOfName && (isInside || isFollowed);
    }

    /// <summary>Where the last part of a head with gaps ends whose first part ends before a token; that token where it has none; 0 where a part is missing.</summary>
    internal int Reach(ReadOnlySpan<Token> tokens, int last)
    {
        foreach (var part in Gaps)
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
