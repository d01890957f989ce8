// A text cut into the words, numbers and signs that date and number rules are written in.
using System.Buffers;
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

/// <summary>The pieces of a stretch of a text, in their order. Hot: every stretch is cut several times over, so that they stand in an array that is lent; whoever asked for them gives it back.</summary>
internal sealed class Pieces : IDisposable
{
    public const int Break = -1;

    /// <summary>Most words are in no rule, so that a piece is longer than a word.</summary>
    private const int LettersOfPiece = 8;

    private Piece[] all;

    private Pieces(int expected) => all = ArrayPool<Piece>.Shared.Rent(expected);

    public int Count { get; private set; }

    public ref readonly Piece this[int number] => ref all.AsSpan(0, Count)[number];

    /// <summary>The pieces of a stretch of a text.</summary>
    public static Pieces Of(string text, Span within, Vocabulary vocabulary)
    {
        var pieces = new Pieces(Math.Max(0, within.Length) / LettersOfPiece + 8);
        pieces.Cut(text, Math.Max(0, within.Start), Math.Min(text.Length, within.End), vocabulary);
        return pieces;
    }

    public void Dispose()
    {
        ArrayPool<Piece>.Shared.Return(all);
        (all, Count) = ([], 0);
    }

    private void Cut(string text, int at, int end, Vocabulary vocabulary)
    {
        var space = true;
        while (at < end)
        {
            var c = text[at];
            if (c == '\n')
            {
                Add(new(at, at + 1, Break, -1, 0, space, false));
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
                Add(new(start, at, vocabulary.Find(text.AsSpan(start, digits)), digits > 9 ? int.MaxValue : (int)value, (byte)Math.Min(digits, 255), space, false));
            }
            else if (LetterTables.IsLetter(c))
            {
                at = LetterTables.EndOfWord(text.AsSpan(0, end), at + 1);
                var word = vocabulary.Find(text.AsSpan(start, at - start));
                if (word == Vocabulary.Unknown && Count > 0 && all[Count - 1] is { Word: Vocabulary.Unknown, Number: < 0 } before && LetterTables.IsLetter(text[before.End - 1]))
                    all[Count - 1] = before with { End = at };
                else
                    Add(new(start, at, word, -1, 0, space, char.IsUpper(c)));
            }
            else
            {
                at++;
                Add(new(start, at, vocabulary.Find(text.AsSpan(start, 1)), -1, 0, space, false, c));
            }
            space = false;
        }
    }

    private void Add(Piece piece)
    {
        if (Count == all.Length)
        {
            var larger = ArrayPool<Piece>.Shared.Rent(2 * Count);
            all.AsSpan().CopyTo(larger);
            ArrayPool<Piece>.Shared.Return(all);
            all = larger;
        }
        all[Count++] = piece;
    }
}
