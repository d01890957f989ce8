// Marks by which a line gives itself away: dates, picture credits, links to other stories, addresses, newsroom marks.
using System.Buffers;

namespace Servanda.Reading.Stories;

/// <summary>Whether a date or a time of day stands in a line.</summary>
internal static class Stamps
{
    /// <summary>True for "22/02/2023", "07:13", "5-2-2021", "November 22, 2020", "ngày 11 tháng 10", "16 Tháng Sáu".</summary>
    public static bool Look(ReadOnlySpan<char> span)
    {
        for (var i = 1; i < span.Length; i++)
        {
            if (!char.IsAsciiDigit(span[i - 1])) continue;
            if (span[i] is '/' or ':' or '-' or '.' && i + 1 < span.Length && char.IsAsciiDigit(span[i + 1])) return true;
            if (span[i] is 'h' && i + 1 < span.Length && char.IsAsciiDigit(span[i + 1])) return true;
        }
        return YearIn(span) || span.Contains("tháng", StringComparison.OrdinalIgnoreCase) || span.Contains("AM", StringComparison.Ordinal) || span.Contains("PM", StringComparison.Ordinal);
    }

    private static bool YearIn(ReadOnlySpan<char> span)
    {
        for (var i = 0; i + 4 <= span.Length; i++)
        {
            if (!span[i..].StartsWith("19") && !span[i..].StartsWith("20")) continue;
            if (char.IsAsciiDigit(span[i + 2]) && char.IsAsciiDigit(span[i + 3]) && (i == 0 || !char.IsAsciiDigit(span[i - 1])) && (i + 4 == span.Length || !char.IsAsciiDigit(span[i + 4]))) return true;
        }
        return false;
    }
}

/// <summary>Whether a line is the caption of a picture: it names who made it, in the place where such names stand.</summary>
internal static class PhotoCredits
{
    private const int LongestMaker = 60;

    public static bool IsCaption(ReadOnlySpan<char> span, FoldedLine folded, ChromeWords words)
    {
        if (span[0] == '©' && span.Contains('/')) return true;
        for (var i = 0; i < folded.Words;)
        {
            var (classes, length) = words.LongestAt(folded, i);
            if ((classes & WordClass.Photo) != 0 && Names(span, folded, i, length)) return true;
            i += length;
        }
        return EndsInImageNumber(span) || EndsInAgency(span);
    }

    /// <summary>For lines too long to be looked up: only what stands at their end counts.</summary>
    public static bool IsLongCaption(ReadOnlySpan<char> span)
    {
        var tail = span[^Math.Min(span.Length, LongestMaker)..];
        foreach (var mark in (ReadOnlySpan<string>)["(Ảnh:", "(Nguồn:", " Ảnh: ", "(Ảnh ", "Photograph:", " Photo: ", "(Photo", "/Getty Images", "via REUTERS", "/Handout"])
            if (tail.Contains(mark, StringComparison.Ordinal))
                return true;
        return span.StartsWith("FILE PHOTO", StringComparison.OrdinalIgnoreCase);
    }

    // "Ảnh: AFP" at the end, "(Nguồn: Reuters)", "FILE PHOTO: …", "Ảnh minh họa", "Photo by …".
    private static bool Names(ReadOnlySpan<char> span, FoldedLine folded, int at, int length)
    {
        var start = folded.Source(at);
        var last = folded.Source(at + length - 1);
        while (last < span.Length && char.IsLetterOrDigit(span[last])) last++;
        // "Ảnh 1: …"
        var rest = (at == 0 ? span[last..].TrimStart().TrimStart("0123456789") : span[last..]).TrimStart();
        if (!rest.IsEmpty && rest[0] == ':')
        {
            if (at == 0) return rest.Length > 1 && char.IsUpper(span[0]);
            return rest.Length <= LongestMaker && (start == 0 || span[start - 1] is ' ' or '(' or '[' or '/' or '-');
        }
        var bracketed = start > 0 && span[start - 1] is '(' or '[';
        if (bracketed && rest.Length <= LongestMaker && !rest.IsEmpty && rest[^1] is ')' or ']' or '.') return true;
        // "minh họa", "Getty Images": no colon needed where nothing follows.
        return at > 0 && length > 1 && rest.TrimEnd(".)").IsEmpty;
    }

    // "… - Ảnh 1.", "… hinh anh 1", "… - 1": the text that editors' programs give an image.
    private static bool EndsInImageNumber(ReadOnlySpan<char> span)
    {
        var end = span.TrimEnd(". ").Length;
        var digits = end;
        while (digits > 0 && char.IsAsciiDigit(span[digits - 1])) digits--;
        if (digits == end || end - digits > 2) return false;
        var head = span[..digits].TrimEnd();
        return head.EndsWith(" -") || head.EndsWith("Ảnh", StringComparison.OrdinalIgnoreCase) || head.EndsWith("hinh anh", StringComparison.Ordinal) || head.EndsWith("hình ảnh", StringComparison.OrdinalIgnoreCase);
    }

    // "…/REUTERS", "…/AFP", "via REUTERS", "/Getty Images": a slash and capitals at the end, after a text.
    private static bool EndsInAgency(ReadOnlySpan<char> span)
    {
        var slash = span.LastIndexOf('/');
        if (slash < 40 || span.Length - slash > 24 || span.Length - slash < 3) return false;
        var maker = span[(slash + 1)..].TrimEnd(").");
        return !maker.IsEmpty && char.IsUpper(maker[0]) && !char.IsAsciiDigit(span[slash - 1]) && !span[..slash].Contains(';');
    }
}

/// <summary>Whether a line opens as links to other stories do.</summary>
internal static class LinkPrompts
{
    private static readonly SearchValues<char> Arrows = SearchValues.Create(">»›►▶→⇒☞✅●");

    public static bool Opens(ReadOnlySpan<char> span) =>
        Arrows.Contains(span[0]) || span.StartsWith("--") && !span.StartsWith("--\"") || span[0] == '[' && span[^1] == ']' && span.Length > 12;
}

/// <summary>Whether a line has an address or a rights sign in it.</summary>
internal static class Contacts
{
    private const int LongestAddress = 60;

    public static bool In(ReadOnlySpan<char> span) => span.IndexOfAny('©', '@') >= 0 || span.Length <= LongestAddress && (span.Contains("://", StringComparison.Ordinal) || span.Contains("www.", StringComparison.Ordinal));
}

/// <summary>The newsroom's mark at the head of a lead.</summary>
internal static class Datelines
{
    private const int Longest = 60;

    /// <summary>The length of the mark with its dash: "(Dân trí) - ", "TTO - ", "VOV.VN - ", "WASHINGTON, Nov 22 (Reuters) - "; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> span)
    {
        var head = span[..Math.Min(span.Length, Longest)];
        var dash = head.IndexOfAny('-', '–', '—');
        while (dash > 0 && (head[dash - 1] != ' ' || dash + 1 < head.Length && head[dash + 1] != ' '))
        {
            var next = head[(dash + 1)..].IndexOfAny('-', '–', '—');
            if (next < 0) return 0;
            dash += next + 1;
        }
        if (dash < 3 || span.Length < dash + 30) return 0;
        var mark = head[..(dash - 1)].TrimEnd();
        if (mark.IsEmpty) return 0;
        if (mark[^1] == ')') return mark.Contains('(') && (mark[0] == '(' || char.IsUpper(mark[0])) ? dash + 1 : 0;
        foreach (var c in mark)
            if (char.IsLower(c) || char.IsAsciiDigit(c) || c == ' ' && mark.Length > 24)
                return 0;
        return mark.Length >= 2 && char.IsUpper(mark[0]) ? dash + 1 : 0;
    }
}
