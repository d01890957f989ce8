// A stretch of a text: from Start (included) to End (not included), in UTF-16 units of the repaired text.
namespace Servanda.Model;

/// <summary>A half-open stretch [Start, End) of a repaired text, counted in UTF-16 units from 0.</summary>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    public int Length => End - Start;

    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>Whether <paramref name="other"/> lies inside this span; a span contains itself.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one unit; spans that only touch do not overlap.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    public string In(string text) => text.Substring(Start, Length);

    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public override string ToString() => $"[{Start},{End})";
}
