// Text that was broken into lines of one width, as printers, mail and PDF files leave it.
namespace Servanda.Reading.Stories;

/// <summary>
/// Tells where a line runs on into the next. A text is wrapped where no line is longer than a page is wide, many are nearly so, and most breaks stand where the next word would not have fitted.
/// </summary>
internal sealed class Wrapping
{
    private const int Narrowest = 40, Widest = 120, FewestLines = 6;

    private readonly int width;

    private Wrapping(int width) => this.width = width;

    /// <summary>Null where the text is not wrapped.</summary>
    public static Wrapping? Of(string text)
    {
        var widths = new List<int>();
        foreach (var stretch in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(stretch);
            if (line.Length > 4 * Widest) return null;
            if (IsProse(line)) widths.Add(line.TrimEnd().Length);
        }
        if (widths.Count < FewestLines) return null;
        var width = widths.Max();
        if (width is < Narrowest or > Widest || widths.Count(length => length * 4 >= width * 3) * 2 < widths.Count) return null;
        var wrapping = new Wrapping(width);
        int forced = 0, free = 0;
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0 && end + 1 < text.Length; end = text.IndexOf('\n', end + 1))
        {
            var start = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
            if (start > end || !IsProse(text.AsSpan(start, end - start)) || text[end + 1] == '\n') continue;
            if (wrapping.RunsOn(text, start, end)) forced++;
            else free++;
        }
        return forced >= FewestLines / 2 && forced >= free ? wrapping : null;
    }

    /// <summary>Whether the line [start, end) was broken only because the next word did not fit.</summary>
    public bool RunsOn(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start).TrimEnd();
        if (end + 1 >= text.Length || !IsProse(line)) return false;
        var rest = text.AsSpan(end + 1);
        var next = rest[..(rest.IndexOf('\n') is var stop and >= 0 ? stop : rest.Length)];
        if (!IsProse(next) || char.IsWhiteSpace(next[0])) return false;
        var word = next.IndexOf(' ') is var space and > 0 ? space : next.Length;
        return line.Length + 1 + word > width;
    }

    // Running heads, tables and menus have wide gaps in them.
    private static bool IsProse(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed.Length > 0 && trimmed.IndexOf("   ") < 0 && trimmed.IndexOf("___") < 0 && line.IndexOf('\f') < 0;
    }
}
