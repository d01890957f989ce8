// Cuts a stretch of text into syllables, numbers and marks.
using Servanda.Model;
using Servanda.Reading.Text;

namespace Servanda.Reading.Annotation;

/// <summary>
/// The tokens of a text. Dashes and quotes are marks of their own; "5.500", "1,5" and "9M729" are one token each.
/// The hyphen that older papers write between the syllables of a word ("cấm-vận", "Xê-un") is no token, so that the word reads as it is written today.
/// </summary>
public static class Tokens
{
    public static void Read(string text, Span within, Vocabulary vocabulary, List<Token> into)
    {
        var at = within.Start;
        while (at < within.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c == '\u200B')
            {
                at++;
                continue;
            }
            var end = at + 1;
            if (c == '-' && IsInsideWord(text, at, within))
            {
                at++;
                continue;
            }
            if (char.IsLetterOrDigit(c))
            {
                end = EndOfWord(text, end, within.End);
                var kind = IsNumber(text.AsSpan(at, end - at)) ? TokenKind.Number : TokenKind.Word;
                into.Add(new(at, end, vocabulary.Find(text.AsSpan(at, end - at)), kind, char.IsUpper(c), '\0'));
            }
            else
            {
                if (char.IsHighSurrogate(c) && end < within.End) end++;
                var mark = One(c);
                into.Add(new(at, end, vocabulary.Find(new ReadOnlySpan<char>(in mark)), TokenKind.Mark, false, mark));
            }
            at = end;
        }
    }

    /// <summary>Whether a hyphen joins two syllables of one word: letters on both sides, the second small ("Nga-Ukraine" are two).</summary>
    private static bool IsInsideWord(string text, int at, Span within) =>
        at > within.Start && at + 1 < within.End && char.IsLetter(text[at - 1]) && char.IsLower(text[at + 1]);

    /// <summary>Dashes and quotes in one form each.</summary>
    private static char One(char c) => c switch
    {
        '–' or '—' or '‑' or '−' => '-',
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' => '\'',
        '…' => '.',
        _ => c,
    };

    /// <summary>Where a word or number ends that goes on at a place.</summary>
    private static int EndOfWord(string text, int at, int end)
    {
        while (true)
        {
            at = LetterTables.EndOfWord(text.AsSpan(0, end), at);
            if (at >= end || !Continues(text, at, end)) return at;
            at++;
        }
    }

    private static bool Continues(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark) return true;
        return c is '.' or ',' && at + 1 < end && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',')) return false;
        return true;
    }
}
