// The smallest unit that words are matched by: a syllable, a number or a mark.
namespace Servanda.Model;

public enum TokenKind : byte { Word, Number, Mark }

/// <summary>A token of a sentence, [Start, End) in the story's text.</summary>
/// <param name="Word">The number of its folded form in the lexicon's vocabulary, 0 where no entry uses it.</param>
/// <param name="Upper">Whether it begins with a capital letter.</param>
/// <param name="Mark">The mark itself where it is one (dashes and quotes in one form each), else NUL.</param>
public readonly record struct Token(int Start, int End, int Word, TokenKind Kind, bool Upper, char Mark)
{
    public bool Is(char mark) => Mark == mark;
}
