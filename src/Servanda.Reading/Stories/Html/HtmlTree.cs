// A page's markup as a flat tree whose every node knows its place in the source.
namespace Servanda.Reading.Stories.Html;

/// <summary>
/// An element or a stretch of text, in document order. The nodes below an element are those after it up to <see cref="Last"/>; that makes a subtree a range of the
/// array and every walk a loop, so that no depth of nesting can exhaust the stack.
/// </summary>
/// <param name="Tag">For text, <see cref="Html.Tag.Other"/> with <see cref="IsText"/>.</param>
/// <param name="Start">Text: where it begins in the source. Element: where its attributes begin.</param>
/// <param name="End">Text: where it ends. Element: where its attributes end.</param>
internal record struct HtmlNode(Tag Tag, bool IsText, int Parent, int Start, int End)
{
    /// <summary>The index of the last node inside, or of the node itself.</summary>
    public int Last { get; set; }

    /// <summary>Text inside a link.</summary>
    public bool InLink { get; set; }
}

/// <summary>The nodes of a page and the text they point into.</summary>
internal sealed record HtmlTree(string Source, IReadOnlyList<HtmlNode> Nodes, int Depth)
{
    public ReadOnlySpan<char> TextOf(int node) => Source.AsSpan(Nodes[node].Start, Nodes[node].End - Nodes[node].Start);

    /// <summary>An attribute's value as it stands in the source, entities and all; empty where the element has none. <paramref name="name"/> is in lower case.</summary>
    public ReadOnlySpan<char> Attribute(int node, ReadOnlySpan<char> name)
    {
        var rest = Source.AsSpan(Nodes[node].Start, Nodes[node].End - Nodes[node].Start);
        while (NextAttribute(ref rest, out var found, out var value))
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return [];
    }

    /// <summary>Whether the element bears the attribute at all.</summary>
    public bool Has(int node, ReadOnlySpan<char> name)
    {
        var rest = Source.AsSpan(Nodes[node].Start, Nodes[node].End - Nodes[node].Start);
        while (NextAttribute(ref rest, out var found, out _))
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Takes the next attribute off the front of a tag's inside.</summary>
    public static bool NextAttribute(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = default;
        value = default;
        var i = 0;
        while (i < rest.Length && (char.IsWhiteSpace(rest[i]) || rest[i] == '/')) i++;
        if (i == rest.Length) return false;
        var start = i++;
        while (i < rest.Length && !char.IsWhiteSpace(rest[i]) && rest[i] is not ('=' or '/')) i++;
        name = rest[start..i];
        var after = i;
        while (after < rest.Length && char.IsWhiteSpace(rest[after])) after++;
        if (after == rest.Length || rest[after] != '=')
        {
            rest = rest[i..];
            return true;
        }
        i = after + 1;
        while (i < rest.Length && char.IsWhiteSpace(rest[i])) i++;
        if (i < rest.Length && rest[i] is '"' or '\'')
        {
            var quote = rest[i++];
            var end = rest[i..].IndexOf(quote);
            end = end < 0 ? rest.Length : i + end;
            value = rest[i..end];
            rest = rest[Math.Min(end + 1, rest.Length)..];
            return true;
        }
        start = i;
        while (i < rest.Length && !char.IsWhiteSpace(rest[i])) i++;
        value = rest[start..i];
        rest = rest[i..];
        return true;
    }
}
