// Whether a page is bare text or HTML, by its content.
using System.Buffers;
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <summary>Looks at the first bytes of a page; its name decides only where they do not.</summary>
public static class PageFormats
{
    private const int Looked = 4096;

    private static readonly SearchValues<string> Openings = SearchValues.Create(["<!doctype html", "<html", "<head", "<body", "<article", "<meta ", "<?xml"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Tags = SearchValues.Create(["<p>", "<p ", "<div", "<br", "<a ", "<span", "<script", "<table", "<ul", "<h1", "<h2", "<img"], StringComparison.OrdinalIgnoreCase);

    public static PageFormat Of(ReadOnlySpan<byte> bytes, string name)
    {
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        if (!head.Contains((byte)'<')) return PageFormat.PlainText;
        Span<char> text = stackalloc char[Looked];
        var length = 0;
        // Tags are ASCII in every charset; UTF-16 has a zero beside each letter.
        foreach (var b in head)
            if (b != 0)
                text[length++] = (char)b;
        var seen = text[..length];
        if (seen.TrimStart().StartsWith("<") && seen.ContainsAny(Openings)) return PageFormat.Html;
        var tags = Count(seen);
        if (tags >= 3) return PageFormat.Html;
        var byName = name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase);
        return byName && (tags > 0 || seen.Contains('<')) || seen.ContainsAny(Openings) && tags > 0 ? PageFormat.Html : PageFormat.PlainText;
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (int at; count < 3 && (at = text.IndexOfAny(Tags)) >= 0; text = text[(at + 1)..]) count++;
        return count;
    }
}
