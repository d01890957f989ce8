// What the lines of a bare page say of each other.
using System.Collections.Frozen;
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories;

/// <summary>Fills in what can be seen only beside the other lines: copies, echoes of the title, repeated marks, rhythm, shared words.</summary>
internal static class LineContext
{
    private const int FewestSlugWords = 4;
    private const int LongestTitle = 200;

    public static void Look(string text, List<Line> lines)
    {
        Copies(text, lines);
        Slugs(text, lines);
        Suffixes(text, lines);
        Marks(text, lines);
        Rhythm(lines);
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
            if (lines[i].Length > LongestTitle || BareHead(span) > 0 || !folded.Set(span) || folded.Words < FewestSlugWords) continue;
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

    // Lists of other stories have a rhythm of short and single-sentence lines that prose has not.
    private static void Rhythm(List<Line> lines)
    {
        for (var i = 0; i + 3 < lines.Count; )
        {
            var beats = 0;
            var k = i;
            while (k + 1 < lines.Count && IsBeat(lines[k]) && IsTeaser(lines[k + 1]))
            {
                beats++;
                k += 2;
                // Title, title again, sentence.
                while (k < lines.Count && lines[k].CopyOf >= 0 && k > 0 && lines[k].CopyOf == k - 1) k++;
            }
            if (beats >= 2)
                for (var n = i; n < k; n++)
                    lines[n].InRhythm = true;
            i = Math.Max(i + 1, k);
        }
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].CopyOf == i - 1 && !lines[i].Closed)
                lines[i].InRhythm = lines[i - 1].InRhythm = i + 1 < lines.Count && (lines[i + 1].Closed || lines[i + 1].Truncated) && lines[i + 1].Length < 260 && i > 4 || lines[i].InRhythm;
    }

    private static bool IsBeat(Line line) => line.IsStamp || !line.Closed && !line.Truncated && line.Length is >= 20 and <= 170 && line.Words >= 4;

    private static bool IsTeaser(Line line) => line.Length <= 240 && (line.Truncated || line.Sentences <= 1 && line.Words >= 8 || line.CopyOf >= 0);

    private static void Overlaps(string text, List<Line> lines)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var folded = new FoldedLine();
        // From the first long lines: the story's own words. Lists below the story would only add noise.
        var taken = 0;
        foreach (var line in lines)
        {
            if (line.Length < 110 || !line.Closed || line.InRhythm || taken > 12) continue;
            taken++;
            var span = text.AsSpan(line.Start, Math.Min(line.Length, 500));
            folded.Set(span);
            for (var i = 0; i < folded.Words; i++) lookup.Add(folded.Word(i));
        }
        foreach (var line in lines)
        {
            if (line.Length > LongestTitle || line.Words < 3 || !folded.Set(text.AsSpan(line.Start, line.Length))) continue;
            int shared = 0, all = 0;
            for (var i = 0; i < folded.Words; i++)
            {
                if (folded.Word(i).Length < 2) continue;
                all++;
                if (lookup.Contains(folded.Word(i))) shared++;
            }
            line.Overlap = all == 0 ? 0 : (double)shared / all;
        }
    }
}
