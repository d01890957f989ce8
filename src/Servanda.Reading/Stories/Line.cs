// One line of a bare page, and what can be seen of it.
namespace Servanda.Reading.Stories;

/// <summary>What a line looks like by itself and beside the others. Filled in by <see cref="LineFeatures"/>, weighed by <see cref="LineModel"/>.</summary>
internal sealed class Line
{
    /// <summary>1-based, lines split at LF only.</summary>
    public required int Number { get; init; }

    /// <summary>The line without the white space around it: [Start, End) in the page's text.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    public int Length => End - Start;

    public int Words { get; set; }

    /// <summary>Words that begin with a capital or are all digits.</summary>
    public int Capitalised { get; set; }

    /// <summary>Ends as a sentence does.</summary>
    public bool Closed { get; set; }

    /// <summary>Ends in a full stop, as sentences do and titles do not.</summary>
    public bool Stopped { get; set; }

    /// <summary>Ends in an ellipsis: cut off, as teasers are.</summary>
    public bool Truncated { get; set; }

    /// <summary>Begins with a small letter.</summary>
    public bool OpensLower { get; set; }

    public int Sentences { get; set; }

    /// <summary>Bars, arrows and wide gaps that part the items of a menu.</summary>
    public int Separators { get; set; }

    /// <summary>The share of its words that are furniture, 0 to 1.</summary>
    public double Furniture { get; set; }

    public bool IsStamp { get; set; }

    /// <summary>A date or time stands in it, whatever else does.</summary>
    public bool HasStamp { get; set; }

    public bool IsListHeading { get; set; }

    public bool IsPrompt { get; set; }

    public bool IsPhoto { get; set; }

    public bool IsCredit { get; set; }

    /// <summary>Nothing but a name or two.</summary>
    public bool IsName { get; set; }

    public bool IsContact { get; set; }

    /// <summary>Begins with, or is, the title without its accents, as addresses and image texts have it.</summary>
    public bool IsSlug { get; set; }

    /// <summary>The same words stand on an earlier line (its index) or -1.</summary>
    public int CopyOf { get; set; } = -1;

    /// <summary>A later line is this one again, or begins with it or with its unaccented form.</summary>
    public int Echoes { get; set; }

    /// <summary>Ends in " - Somebody", where another line ends so too: the text of an image.</summary>
    public bool HasSiteSuffix { get; set; }

    /// <summary>Opens with the newsroom's mark: "(Dân trí) -", "TTO -", "PARIS, Nov 22 (Reuters) -".</summary>
    public bool HasDateline { get; set; }

    /// <summary>Opens with a dateline that an earlier line has opened with.</summary>
    public bool RepeatsDateline { get; set; }

    /// <summary>Stands at the head or foot of several pages of a print.</summary>
    public bool IsRunningHead { get; set; }

    public bool BlankBefore { get; set; }

    public bool BlankAfter { get; set; }

    /// <summary>The share of its longer words that the page's long lines after it use too: a title's share is high.</summary>
    public double Overlap { get; set; }

    /// <summary>What the markup around it says, where there is any.</summary>
    public Leaning Leaning { get; set; }

    /// <summary>Part of a list of other stories by its rhythm: title and sentence, stamp and sentence, title twice and sentence.</summary>
    public bool InRhythm { get; set; }
}

/// <summary>How much the markup around a line adds to its looking like each part of a page; nothing on a bare page.</summary>
internal readonly record struct Leaning(double Prose, double Furniture, double Title, double Heading);
