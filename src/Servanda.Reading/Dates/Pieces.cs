// A text cut into the words, numbers and signs that date and number rules are written in.
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Dates;

/// <summary>A word, a run of digits or a sign; neighbouring words that no rule uses are one piece.</summary>
/// <param name="Word">Its number in the vocabulary; <see cref="Pieces.Break"/> for the end of a line.</param>
/// <param name="Number">The value of a run of digits, -1 for anything else; runs over nine digits are <see cref="int.MaxValue"/>.</param>
/// <param name="Digits">How many digits a run has.</param>
/// <param name="Space">Whether white space stands before it.</param>
/// <param name="Capital">Whether it opens with a capital letter.</param>
/// <param name="Sign">The sign itself, where it is one.</param>
internal readonly record struct Piece(int Start, int End, int Word, int Number, byte Digits, bool Space, bool Capital, char Sign = (char)0);

internal static class Pieces
{
    public const int Break = -1;

    /// <summary>Most words are in no rule, so that a piece is longer than a word.</summary>
    private const int LettersOfPiece = 8;

    /// <summary>The pieces of a stretch of a text.</summary>
    public static List<Piece> Of(string text, Span within, Vocabulary vocabulary)
    {
        var pieces = new List<Piece>(within.Length / LettersOfPiece + 8);
        Of(text, within, vocabulary, pieces);
        return pieces;
    }

    /// <summary>Fills <paramref name="into"/> with the pieces of a stretch of a text.</summary>
    public static void Of(string text, Span within, Vocabulary vocabulary, List<Piece> into)
    {
        into.Clear();
        var at = Math.Max(0, within.Start);
        var end = Math.Min(text.Length, within.End);
        var space = true;
        while (at < end)
        {
            var c = text[at];
            if (c == '\n')
            {
                into.Add(new(at, at + 1, Break, -1, 0, space, false));
                at++;
                space = true;
                continue;
            }
            if (c == ' ' || char.IsWhiteSpace(c))
            {
                at++;
                space = true;
                continue;
            }
            var start = at;
            if (char.IsAsciiDigit(c))
            {
                var value = 0L;
                while (at < end && char.IsAsciiDigit(text[at]))
                {
                    if (value <= int.MaxValue) value = value * 10 + (text[at] - '0');
                    at++;
                }
                var digits = at - start;
                into.Add(new(start, at, vocabulary.Find(text.AsSpan(start, digits)), digits > 9 ? int.MaxValue : (int)value, (byte)Math.Min(digits, 255), space, false));
            }
            else if (LetterTables.IsLetter(c))
            {
                while (at < end && LetterTables.IsLetter(text[at])) at++;
                var word = vocabulary.Find(text.AsSpan(start, at - start));
                if (word == Vocabulary.Unknown && into.Count > 0 && into[^1] is { Word: Vocabulary.Unknown, Number: < 0 } before && LetterTables.IsLetter(text[before.End - 1]))
                    into[^1] = before with { End = at };
                else
                    into.Add(new(start, at, word, -1, 0, space, char.IsUpper(c)));
            }
            else
            {
                at++;
                into.Add(new(start, at, vocabulary.Find(text.AsSpan(start, 1)), -1, 0, space, false, c));
            }
            space = false;
        }
    }
}
