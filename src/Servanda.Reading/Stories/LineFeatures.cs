// Looks at the lines of a bare page, one by one.
using System.Buffers;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>Cuts a text into lines and fills in what each shows by itself. <see cref="LineContext"/> adds what its neighbours say.</summary>
internal static class LineFeatures
{
    /// <summary>Longer lines are prose by their length alone; only shorter ones are looked up in the word lists.</summary>
    private const int LongestLookedUp = 220;

    private const int MostCounted = 400;

    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”’'»)]}|*•★■");
    private static readonly SearchValues<char> Bars = SearchValues.Create("|›»>•·/\\→—");

    /// <param name="wrapping">Where lines run on into the next; those are one line here.</param>
    public static List<Line> Of(string text, ChromeWords words, Wrapping? wrapping = null)
    {
        var lines = new List<Line>();
        var folded = new FoldedLine();
        var blank = true;
        for (int start = 0, number = 1; start <= text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var first = number;
            for (var head = start; wrapping is not null && end < text.Length && wrapping.RunsOn(text, head, end); number++)
            {
                head = end + 1;
                end = text.IndexOf('\n', head);
                if (end < 0) end = text.Length;
            }
            var line = Trimmed(text, first, start, end);
            if (line is not null)
            {
                line.BlankBefore = blank;
                Look(text, line, words, folded);
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                lines[^1].BlankAfter = true;
            }
            blank = line is null;
            start = end + 1;
        }
        if (lines.Count > 0) lines[^1].BlankAfter = true;
        return lines;
    }

    private static Line? Trimmed(string text, int number, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start == end ? null : new Line { Number = number, Start = start, End = end };
    }

    /// <summary>Fills in what the line shows by itself. Also used for the blocks of an HTML page.</summary>
    public static void Look(string text, Line line, ChromeWords words, FoldedLine folded)
    {
        var span = text.AsSpan(line.Start, line.Length);
        CountWords(span, line);
        Endings(span, line);
        line.OpensLower = char.IsLower(span[0]);
        line.HasDateline = Datelines.LengthAt(span) > 0;
        if (span.Length > LongestLookedUp)
        {
            line.IsPhoto = PhotoCredits.IsLongCaption(span);
            line.IsContact = span.Length < 600 && span.Contains('©');
            return;
        }
        line.Separators = Separators(span);
        line.IsContact = Contacts.In(span);
        if (!folded.Set(span)) return;
        Classes(span, line, words, folded);
    }

    // Beyond its first few hundred characters a line has long shown what it is.
    private static void CountWords(ReadOnlySpan<char> span, Line line)
    {
        var counted = span[..Math.Min(span.Length, MostCounted)];
        var inWord = false;
        for (var i = 0; i < counted.Length; i++)
        {
            var c = counted[i];
            var letter = IsLetterOrDigit(c);
            if (letter)
            {
                // Japanese and Chinese write without spaces: a sign is a word.
                if (inWord && c is < '\u3040' or > '\u9FFF') continue;
                line.Words++;
                if (c < 0x80 ? c <= 'Z' : char.IsUpper(c)) line.Capitalised++;
                inWord = true;
                continue;
            }
            inWord &= c is '\'' or '’';
            if (c is '.' or '!' or '?' && i > 1 && counted[i - 1] is not '.' && (i + 1 == span.Length || EndsHere(span[(i + 1)..]))) line.Sentences++;
        }
    }

    // The letters of Vietnamese without the dear way over the Unicode tables.
    private static bool IsLetterOrDigit(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : c is >= '\u00C0' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF' ? c is not ('×' or '÷') : char.IsLetterOrDigit(c);

    private static bool EndsHere(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && Closers.Contains(rest[i])) i++;
        if (i == rest.Length) return true;
        if (rest[i] is not (' ' or '\n')) return false;
        while (i < rest.Length && rest[i] == ' ') i++;
        return i == rest.Length || char.IsUpper(rest[i]) || rest[i] is '"' or '“' or '‘' or '\'' or '-' or '–';
    }

    private static void Endings(ReadOnlySpan<char> span, Line line)
    {
        var end = span.Length;
        while (end > 0 && (Closers.Contains(span[end - 1]) || char.IsWhiteSpace(span[end - 1]) || char.IsSurrogate(span[end - 1]))) end--;
        if (end == 0) return;
        var last = span[end - 1];
        line.Truncated = last == '…' || end >= 2 && last == '.' && span[end - 2] == '.';
        line.Stopped = !line.Truncated && last is '.' or '。' or '/';
        // A text that ends in a quotation that ends in a full stop ends too: "…", ông nói.
        line.Closed = !line.Truncated && (last is '.' or '!' or '?' or '。' or ':' && line.Words > 8 || last == '/' && end >= 2 && span[end - 2] == '.');
    }

    private static int Separators(ReadOnlySpan<char> span)
    {
        var count = 0;
        for (var i = 1; i < span.Length; i++)
        {
            if (span[i] == ' ' && span[i - 1] == ' ' && (i + 1 == span.Length || span[i + 1] != ' ')) count++;
            else if (Bars.Contains(span[i]) && span[i - 1] == ' ' && i + 1 < span.Length && span[i + 1] == ' ') count++;
            else if (span[i] == '#' && span[i - 1] == ' ') count++;
        }
        return span[0] == '#' ? count + 2 : count;
    }

    private static void Classes(ReadOnlySpan<char> span, Line line, ChromeWords words, FoldedLine folded)
    {
        int furniture = 0, stamp = 0, credit = 0, small = 0, strong = 0;
        var first = WordClass.None;
        for (var i = 0; i < folded.Words;)
        {
            var (classes, length) = words.LongestAt(folded, i);
            if (i == 0) first = classes;
            var number = classes == WordClass.None && char.IsAsciiDigit(folded.Word(i)[0]);
            if ((classes & WordClass.Imprint) != 0) line.IsContact = true;
            if ((classes & (WordClass.Ui | WordClass.List | WordClass.Imprint)) != 0)
            {
                furniture += length;
                strong += length > 1 ? length : 0;
            }
            else if ((classes & WordClass.Section) != 0)
            {
                furniture += length;
            }
            if (number || (classes & WordClass.Stamp) != 0) stamp += length;
            if ((classes & WordClass.Credit) != 0) credit += length;
            else if (char.IsLower(span[folded.Source(i)])) small += length;
            i += length;
        }
        if (folded.Words == 0)
        {
            line.Furniture = 1;
            return;
        }
        line.Furniture = Math.Min(1, (furniture + 0.25 * strong + 0.5 * Digits(folded)) / folded.Words);
        var date = Stamps.Look(span);
        line.HasStamp = date;
        line.IsStamp = date && stamp * 10 >= folded.Words * 7;
        line.IsListHeading = (first & WordClass.List) != 0 && furniture == folded.Words;
        line.IsPrompt = LinkPrompts.Opens(span) || (first & WordClass.Prompt) != 0 && AfterFirst(span, folded, words) == ':';
        line.IsPhoto = PhotoCredits.IsCaption(span, folded, words);
        Names(span, line, folded, first, credit, small);
    }

    private static void Names(ReadOnlySpan<char> span, Line line, FoldedLine folded, WordClass first, int credit, int small)
    {
        if (line.Furniture >= 0.6 || span.Length > 140) return;
        var bracketed = span[0] == '(' && span[^1] == ')';
        var body = folded.Words - credit;
        if (line.Words <= 7 && small == 0 && !line.HasStamp && body > 0 && !line.Closed && line.Separators == 0 && Digits(folded) == 0) line.IsName = true;
        if (line.IsPhoto && (first & WordClass.Credit) == 0) return;
        var marked = credit > 0 && ((first & WordClass.Credit) != 0 || bracketed || span.Contains('(') || span.Contains('/') || span.Contains(';') || folded.Words <= 5);
        if (!marked && !(line.IsName && (span.Contains('/') || span.Contains('(')))) return;
        line.IsCredit = small * 4 <= body && Digits(folded) * 3 <= folded.Words && (!line.Closed || folded.Words <= 12);
    }

    private static int Digits(FoldedLine folded)
    {
        var count = 0;
        for (var i = 0; i < folded.Words; i++)
            if (char.IsAsciiDigit(folded.Word(i)[0]))
                count++;
        return count;
    }

    private static char AfterFirst(ReadOnlySpan<char> span, FoldedLine folded, ChromeWords words)
    {
        var (_, length) = words.LongestAt(folded, 0);
        var i = folded.Source(length - 1);
        while (i < span.Length && char.IsLetterOrDigit(span[i])) i++;
        while (i < span.Length && span[i] == ' ') i++;
        return i < span.Length ? span[i] : '\0';
    }
}
