// What the lines of a bare page say of each other.
using System.Collections.Frozen;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>Fills in what can be seen only beside the other lines: copies, echoes of the title, repeated marks, rhythm, shared words.</summary>
internal static class LineContext
{
    private const int FewestSlugWords = 4;
    private const int LongestTitle = 200;
    private const int FewestStamped = 4;

    /// <param name="isLive">The page says that it is told entry by entry; then a time above each is no sign of other stories.</param>
    public static void Look(string text, List<Line> lines, bool isLive = false)
    {
        Copies(text, lines);
        RunningHeads(text, lines);
        Slugs(text, lines);
        Suffixes(text, lines);
        Marks(text, lines);
        if (!isLive)
        {
            Rhythm(text, lines);
            Stamped(lines);
        }
        Overlaps(text, lines);
    }

    private static void Copies(string text, List<Line> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < lines.Count; i++)
        {
            var span = text.AsSpan(lines[i].Start, lines[i].Length);
            if (lookup.TryGetValue(span, out var first))
            {
                lines[i].CopyOf = first;
                lines[first].Echoes++;
            }
            else
            {
                lookup[span] = i;
            }
        }
    }

    // The head or foot of every page of a print: the same words with another number, and a wide gap.
    private static void RunningHeads(string text, List<Line> lines)
    {
        var seen = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Closed || line.Length > LongestTitle || !text.AsSpan(line.Start, line.Length).Contains("   ", StringComparison.Ordinal)) continue;
            var head = string.Concat(text.AsSpan(line.Start, line.Length).ToString().TakeWhile(c => !char.IsAsciiDigit(c)).Where(char.IsLetter));
            if (head.Length < 4 || seen.TryAdd(head, line)) continue;
            line.IsRunningHead = seen[head].IsRunningHead = true;
        }
    }

    // An address or an image text is the title in ASCII: a line of small bare syllables whose words open several lines, or repeat a line with accents.
    private static void Slugs(string text, List<Line> lines)
    {
        var folded = new FoldedLine();
        Dictionary<string, int>? titles = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var span = text.AsSpan(lines[i].Start, lines[i].Length);
            var head = BareHead(span);
            if (head == 0) continue;
            titles ??= Titles(text, lines, folded);
            var slug = span[..head].TrimEnd();
            // The slug may be longer than the title's own words ("… hinh anh 1") and shorter than the run of small letters.
            for (var end = slug.Length; end > 0; end = slug[..end].LastIndexOf(' '))
            {
                if (Words(slug[..end]) < FewestSlugWords) break;
                if (!titles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(slug[..end], out var title)) continue;
                lines[i].IsSlug = true;
                if (title != i) lines[title].Echoes++;
                break;
            }
            if (!lines[i].IsSlug && Words(slug) >= 2 * FewestSlugWords) lines[i].IsSlug = true;
        }
    }

    private static Dictionary<string, int> Titles(string text, List<Line> lines, FoldedLine folded)
    {
        var titles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var span = text.AsSpan(lines[i].Start, lines[i].Length);
            if (lines[i].Length > LongestTitle || BareHead(span) > 0 || !folded.Set(span, bare: true) || folded.Words < FewestSlugWords) continue;
            titles.TryAdd(folded.Phrase(0, folded.Words).ToString(), i);
        }
        return titles;
    }

    // The length of the run of small bare syllables and numbers that the line opens with; 0 where it is short, or the line is English prose.
    private static int BareHead(ReadOnlySpan<char> span)
    {
        if (!char.IsAsciiLetterLower(span[0]) && !char.IsAsciiDigit(span[0])) return 0;
        int i = 0, good = 0, words = 0, syllables = 0;
        while (i < span.Length)
        {
            var start = i;
            while (i < span.Length && (char.IsAsciiLetterLower(span[i]) || char.IsAsciiDigit(span[i]))) i++;
            if (i == start || i < span.Length && span[i] != ' ') break;
            words++;
            if (Syllables.IsBareSyllable(span[start..i]) || char.IsAsciiDigit(span[start])) syllables++;
            while (i < span.Length && span[i] == ' ') i++;
            good = i;
        }
        return words >= FewestSlugWords && syllables * 10 >= words * 6 ? good : 0;
    }

    private static int Words(ReadOnlySpan<char> span) => span.IsEmpty ? 0 : span.Count(' ') + 1;

    // " - Sputnik Việt Nam" at the end of several short lines is the site's name in the texts of its images.
    private static void Suffixes(string text, List<Line> lines)
    {
        var seen = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Length > LongestTitle || line.Closed) continue;
            var span = text.AsSpan(line.Start, line.Length);
            var dash = span.LastIndexOf(" - ");
            if (dash < 4 || span.Length - dash > 40 || !char.IsUpper(span[dash + 3])) continue;
            var suffix = span[(dash + 3)..];
            if (Words(suffix) > 5 || suffix.IndexOfAnyInRange('0', '9') >= 0) continue;
            if (seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(suffix, out var other))
            {
                line.HasSiteSuffix = true;
                other.HasSiteSuffix = true;
            }
            else
            {
                seen.Add(suffix.ToString(), line);
            }
        }
    }

    private static void Marks(string text, List<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!line.HasDateline) continue;
            var span = text.AsSpan(line.Start, line.Length);
            if (!seen.Add(span[..Datelines.LengthAt(span)].ToString())) line.RepeatsDateline = true;
        }
    }

    // Lists of other stories have a rhythm that prose has not: title and sentence, title twice and sentence, stamp and sentence, over and over.
    private static void Rhythm(string text, List<Line> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var beats = 0;
            var k = i;
            while (k < lines.Count && Beat(text, lines, k) is var length and > 0)
            {
                beats++;
                // A title that is there twice is a beat that cannot be mistaken, but for one at the head of the page.
                if (k > 4 && k + 1 < lines.Count && lines[k + 1].CopyOf == k) beats++;
                k += length;
            }
            if (beats >= 2)
                for (var n = i; n < k; n++)
                    lines[n].InRhythm = true;
            i = Math.Max(i + 1, k);
        }
    }

    // Comments and lists of other stories bear a stamp each; a story bears one, above it or below its title.
    private static void Stamped(List<Line> lines)
    {
        List<int> after = [], before = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsStamp || lines[i].Words < 3) continue;
            if (i > 0 && lines[i - 1].IsStamp) after.Add(i);
            if (i + 1 < lines.Count && lines[i + 1].IsStamp) before.Add(i);
        }
        foreach (var stamped in (List<int>[])[after, before])
            if (stamped.Count >= FewestStamped)
                foreach (var i in stamped.Skip(1))
                    lines[i].InRhythm = true;
    }

    private static int Beat(string text, List<Line> lines, int at)
    {
        var line = lines[at];
        var next = at + 1;
        var twice = next < lines.Count && lines[next].CopyOf == at;
        if (!line.IsStamp && (line.Length is < 16 or > 170 || line.Words < 4 || line.Closed && !twice && text[line.End - 1] is not ('?' or '!'))) return 0;
        if (twice) next++;
        if (next == lines.Count) return twice ? 2 : 0;
        if (IsTeaser(lines[next]) && lines[next].CopyOf < 0) return next + 1 - at;
        return twice ? 2 : 0;
    }

    private static bool IsTeaser(Line line) => !line.IsStamp && line.Length <= 260 && line.Words >= 8 && (line.Truncated || line.Sentences <= 1 && (line.Closed || line.Length > 100));

    private static void Overlaps(string text, List<Line> lines)
    {
        var words = new WordNumbers();
        var folded = new FoldedLine();
        // From the first long lines: the story's own words. Lists below the story would only add noise.
        var taken = 0;
        foreach (var line in lines)
        {
            if (line.Length < 110 || !line.Closed || line.InRhythm || taken > 12) continue;
            taken++;
            var span = text.AsSpan(line.Start, Math.Min(line.Length, 500));
            folded.Set(span, bare: true);
            for (var i = 0; i < folded.Words; i++) words.Add(folded.Word(i));
        }
        foreach (var line in lines)
        {
            if (line.Length > LongestTitle || line.Words < 3 || !folded.Set(text.AsSpan(line.Start, line.Length), bare: true)) continue;
            int shared = 0, all = 0;
            for (var i = 0; i < folded.Words; i++)
            {
                if (folded.Word(i).Length < 2) continue;
                all++;
                if (words.Find(folded.Word(i)) != WordNumbers.Unknown) shared++;
            }
            line.Overlap = all == 0 ? 0 : (double)shared / all;
        }
    }
}
