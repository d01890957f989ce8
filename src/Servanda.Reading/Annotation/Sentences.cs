// Cuts a block of a story into sentences.
using Servanda.Model;

namespace Servanda.Reading.Annotation;

/// <summary>The sentences of a stretch of text: they end at . ! ? … before a capital, a digit or a quote, but not after an initial or an abbreviation.</summary>
public static class Sentences
{
    private const string Marks = ".!?…";

    public static IEnumerable<Span> Of(string text, Span within)
    {
        var start = Skip(text, within.Start, within.End);
        var at = start;
        while (text.AsSpan(at, within.End - at).IndexOfAny(Marks) is var mark and >= 0)
        {
            at += mark;
            if (Ends(text, at, start, within.End) is > 0 and var next)
            {
                yield return Trim(text, start, next);
                start = at = Skip(text, next, within.End);
            }
            else
            {
                at++;
            }
        }
        if (start < within.End && Trim(text, start, within.End) is { Length: > 0 } last) yield return last;
    }

    /// <summary>Where the sentence ends whose mark stands at <paramref name="at"/>; 0 where the mark ends none.</summary>
    private static int Ends(string text, int at, int start, int end)
    {
        var next = at + 1;
        while (next < end && text[next] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or ']' or '»') next++;
        if (next >= end) return end;
        if (!char.IsWhiteSpace(text[next]) && text[at] == '.' && next == at + 1 && IsGlued(text, at, start, end)) return next;
        if (!char.IsWhiteSpace(text[next]))
            return text[at] != '.' && next > at + 1 && text[next - 1] is '"' or '”' && char.IsUpper(text[next]) ? next : 0;
        var follows = Skip(text, next, end);
        if (follows >= end) return end;
        if (!char.IsUpper(text[follows]) && !char.IsDigit(text[follows]) && text[follows] is not ('"' or '“' or '‘' or '\'' or '-' or '–' or '(' or '«' or '[')) return 0;
        return text[at] == '.' && next == at + 1 && IsAbbreviated(text.AsSpan(start, at - start)) ? 0 : next;
    }

    /// <summary>Whether two sentences stand without a space between them ("… nóng trở lại.Ukraine cáo buộc …"): a plain word before the point, a capitalised one after it.</summary>
    private static bool IsGlued(string text, int at, int start, int end)
    {
        if (at + 2 >= end || !char.IsUpper(text[at + 1]) || !char.IsLower(text[at + 2])) return false;
        var before = text.AsSpan(start, at - start);
        var word = before[(before.LastIndexOfAny(' ', '.', '/') + 1)..];
        if (word.Length < 2) return false;
        foreach (var letter in word)
            if (!char.IsLower(letter)) return false;
        return true;
    }

    /// <summary>Whether the text ends in an initial ("J") or an abbreviation that takes a point ("TP", "St").</summary>
    private static bool IsAbbreviated(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '.', '(') + 1)..];
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        return word is "TP" or "Tp" or "St" or "Mr" or "Mrs" or "Ms" or "Dr" or "TS" or "ThS" or "PGS" or "GS" or "Jr" or "Sr" or "No" or "Gen" or "Sen";
    }

    private static int Skip(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static Span Trim(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}
