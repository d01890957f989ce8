// Tells the story from the chrome on a bare page: the likeliest course through the states of a page, line by line.
namespace Servanda.Reading.Stories;

/// <summary>What part of a page a line is.</summary>
internal enum Part { Top, Title, Meta, Before, Body, Heading, Inner, Credit, Tail }

/// <summary>
/// A page runs from its top over title and stamp to the body, with headings and insertions between, to the credit line and the tail. Every line fits every part
/// more or less, by its features, and every step from part to part costs something; the course with the best sum (Viterbi) decides. The weights were set by hand
/// from how news pages are made, and are in units where 1 is a clear sign.
/// </summary>
internal static class LineModel
{
    private const double Never = -1e6;
    private const int Parts = 9;

    // [from, to]. What comes before the body never comes again: lists of other stories below it look like pages of their own.
    private static readonly double[,] Steps = new double[Parts, Parts]
    {
        // Top   Title  Meta   Before Body   Head   Inner  Credit Tail
        { 0.0,   0.0,  -0.2,  -1.0,  -1.5,  Never, Never, Never, Never }, // Top
        { Never, -1.0,  0.0,  -0.2,   0.0,  -1.0,  Never, Never, Never }, // Title
        { -1.5, -0.2,  -0.1,  -0.2,   0.0,  -1.5,  Never, Never, Never }, // Meta
        { Never, Never, -0.5, -0.2,  -0.3,  -0.8,  Never, Never, Never }, // Before
        { Never, Never, Never, Never, 0.0,  -0.5,  -1.0,   0.0,  -1.2 }, // Body
        { Never, Never, Never, Never, 0.0,  -1.5,  -1.0,  Never, Never }, // Heading
        { Never, Never, Never, Never, -0.3, -0.8,  -0.2,  -0.4,  -0.6 }, // Inner
        { Never, Never, Never, Never, -4.0, -5.0,  -2.5,  -0.3,   0.0 }, // Credit
        { Never, Never, Never, Never, Never, Never, Never, Never, 0.0 }, // Tail
    };

    public static Part[] Best(List<Line> lines)
    {
        var count = lines.Count;
        var best = new double[count, Parts];
        var from = new Part[count, Parts];
        for (var i = 0; i < count; i++)
        {
            for (var to = 0; to < Parts; to++)
            {
                var fit = Fit(lines[i], (Part)to);
                if (i == 0)
                {
                    best[i, to] = fit + Opening((Part)to);
                    continue;
                }
                var most = double.NegativeInfinity;
                for (var was = 0; was < Parts; was++)
                {
                    var sum = best[i - 1, was] + Steps[was, to];
                    if (sum <= most) continue;
                    most = sum;
                    from[i, to] = (Part)was;
                }
                best[i, to] = most + fit;
            }
        }
        return Course(best, from, count);
    }

    private static Part[] Course(double[,] best, Part[,] from, int count)
    {
        var course = new Part[count];
        if (count == 0) return course;
        var last = Part.Top;
        for (var part = 0; part < Parts; part++)
            if (best[count - 1, part] + Ending((Part)part) > best[count - 1, (int)last] + Ending(last))
                last = (Part)part;
        for (var i = count - 1; i >= 0; i--)
        {
            course[i] = last;
            last = from[i, (int)last];
        }
        return course;
    }

    private static double Opening(Part part) => part switch
    {
        Part.Top or Part.Title => 0,
        Part.Meta => -0.3,
        Part.Body => -1,
        Part.Before => -2,
        _ => Never,
    };

    private static double Ending(Part part) => part switch
    {
        Part.Top => -1,
        Part.Heading or Part.Title or Part.Meta or Part.Before => -2,
        Part.Inner => -0.8,
        _ => 0,
    };

    private static double Fit(Line line, Part part) => part switch
    {
        Part.Top => Furniture(line) - 0.6 * Math.Max(-1, Prose(line)),
        Part.Title => Title(line),
        Part.Meta => Meta(line),
        Part.Body => Prose(line),
        Part.Heading => Heading(line),
        Part.Before => Furniture(line) + (line.IsPhoto ? 1.5 : 0) - 0.6 * Math.Max(-1, Prose(line)),
        Part.Inner => Insertion(line),
        Part.Credit => Credit(line),
        Part.Tail => Furniture(line) - 0.6 * Math.Max(-1, Prose(line, inTail: true)),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no such part"),
    };

    /// <summary>How much a line looks like a paragraph of a story.</summary>
    public static double Prose(Line line, bool inTail = false)
    {
        double sum;
        if (line.Closed && line.Words >= 5) sum = 0.8 + Math.Min(3, line.Length / 90.0) + (line.Sentences > 1 ? 0.8 : 0);
        else if (line.Truncated) sum = line.Length > 300 ? 0.5 : -2.5;
        else if (line.Length >= 150) sum = 0.8 + (line.Sentences > 1 ? 1.2 : 0);
        else if (line.Length >= 90 && line.Words >= 14) sum = -0.8;
        else sum = -2;
        if (line.OpensLower) sum -= 1;
        if (line.IsPhoto) sum -= line.Length > 220 ? 2.5 : 4;
        if (line.IsStamp) sum -= 4;
        if (line.IsPrompt) sum -= 4;
        if (line.IsSlug) sum -= 5;
        if (line.IsContact) sum -= line.Length > 220 ? 1.5 : 3;
        if (line.InRhythm) sum -= 3;
        if (line.RepeatsDateline) sum -= 4.5;
        else if (line.HasDateline && !inTail) sum += 2;
        if (line.HasSiteSuffix) sum -= 3;
        sum -= 4 * Math.Max(0, line.Furniture - 0.3);
        if (line.Furniture >= 1) sum -= 2;
        sum -= Math.Min(3, 0.8 * Math.Max(0, line.Separators - 1));
        return Math.Max(-4, sum) + line.Leaning.Prose;
    }

    /// <summary>How much a line looks like anything on a page that is not its story.</summary>
    public static double Furniture(Line line)
    {
        var sum = line.Leaning.Furniture;
        sum += 2.5 * Math.Max(0, line.Furniture - 0.25);
        sum += Math.Min(2, 0.7 * line.Separators);
        if (line.IsContact) sum += 2;
        if (line.IsRunningHead) sum += 3;
        if (line.IsListHeading) sum += 1;
        if (line.IsPrompt) sum += 2;
        if (line.IsStamp) sum += 0.8;
        if (line.IsSlug) sum += 3;
        if (line.IsPhoto) sum += 1.5;
        if (line.InRhythm) sum += 1.5;
        if (line.Truncated) sum += 1;
        if (line.RepeatsDateline) sum += 1.5;
        if (line.CopyOf >= 0 && !line.Closed) sum += 1;
        if (line.HasSiteSuffix) sum += 2;
        if (!line.Closed && line.Length < 90) sum += 0.3;
        return sum;
    }

    private static double Insertion(Line line) => Furniture(line) + (line.IsPhoto ? 1.5 : 0) - 0.7 * Math.Max(-0.5, Prose(line));

    /// <summary>How much a line looks like the title.</summary>
    public static double Title(Line line)
    {
        if (line.IsStamp || line.IsPhoto || line.IsSlug || line.IsContact || line.IsRunningHead || line.HasSiteSuffix || line.Words < 3 || line.Length is < 12 or > 220 || line.Furniture >= 0.6) return -8;
        var sum = 0.6 + 2.2 * line.Overlap + line.Leaning.Title;
        if (line.Stopped) sum -= line.Length > 40 ? 3 : 1.5;
        else if (line.Closed && line.Length > 80) sum -= 0.5;
        if (line.Truncated || line.OpensLower) sum -= 1.5;
        if (line.IsPrompt) sum -= 3;
        if (line.HasDateline) sum -= 2;
        if (line.IsCredit) sum -= 2.5;
        if (line.Length is >= 28 and <= 140) sum += 0.5;
        sum += Math.Min(2, 1.2 * line.Echoes);
        sum -= Math.Min(2, 0.7 * line.Separators) + 2 * Math.Max(0, line.Furniture - 0.2);
        return sum;
    }

    private static double Meta(Line line)
    {
        if (line.IsStamp) return line.Separators > 1 ? 1 : 2.2;
        if (line.HasStamp && line.Length < 70 && line.Furniture < 0.5 && !line.Closed) return 0.9;
        if (line.IsCredit) return 0.9;
        if (line.IsName && line.Words is >= 2 and <= 6) return 0.5;
        return -6;
    }

    private static double Heading(Line line)
    {
        if (line.Length > 130 || line.Closed && line.Words > 12 || line.Truncated || line.IsStamp || line.IsPhoto || line.IsSlug || line.IsPrompt || line.IsContact || line.IsListHeading
            || line.HasSiteSuffix || line.IsRunningHead || line.CopyOf >= 0 || line.OpensLower || line.Furniture >= 0.7) return -6;
        var sum = 0.3 + 0.8 * (line.Overlap - 0.3) + line.Leaning.Heading;
        if (line.BlankBefore && !line.BlankAfter) sum += 0.8;
        if (!line.BlankBefore && line.BlankAfter) sum -= 1.5;
        if (line.Length > 60) sum -= 0.4;
        if (line.InRhythm) sum -= 2;
        return sum - 2 * line.Furniture - 0.7 * line.Separators;
    }

    private static double Credit(Line line)
    {
        if (line.IsStamp || line.IsContact || line.IsPrompt || line.IsSlug || line.IsListHeading || line.Furniture >= 0.7) return -6;
        if (line.IsCredit) return 3;
        return line.IsName && line.Words <= 5 ? 1.2 : -5;
    }
}
