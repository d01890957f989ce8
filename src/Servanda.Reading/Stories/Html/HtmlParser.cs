// Markup into a tree, tolerant of everything that the web writes.
namespace Servanda.Reading.Stories.Html;

/// <summary>
/// One pass over the source, no look back. It follows the parts of the HTML standard that decide which text stands in which paragraph: void and raw elements, implied
/// end tags of p, li, dt, dd, tr, td, th and option, stray end tags. A parser that gives places in the source was needed, since every word of a story must lead back to the page's bytes.
/// </summary>
internal sealed class HtmlParser
{
    /// <summary>Elements nested deeper than this are kept as siblings at this depth.</summary>
    private const int DeepestKept = 300;

    private readonly string _source;
    private readonly List<HtmlNode> _nodes = [];
    private readonly List<int> _open = [];
    private bool _inLink;
    private int _depth;
    private int _deepest;

    // What was looked for once and does not come any more, so that broken pages are not searched to the end again and again.
    private bool _noCommentEnd;
    private bool _noCdataEnd;
    private readonly HashSet<Tag> _neverClosed = [];

    private HtmlParser(string source) => _source = source;

    /// <summary>The tree of <paramref name="source"/>; its depth is that of the source, whatever was kept.</summary>
    public static HtmlTree Parse(string source)
    {
        var parser = new HtmlParser(source);
        parser.Run();
        while (parser._open.Count > 0) parser.Pop();
        return new HtmlTree(source, parser._nodes, parser._deepest);
    }

    private void Run()
    {
        var at = 0;
        while (at < _source.Length)
        {
            var tag = _source.IndexOf('<', at);
            while (tag >= 0 && !BeginsTag(tag)) tag = _source.IndexOf('<', tag + 1);
            if (tag < 0) tag = _source.Length;
            AddText(at, tag);
            if (tag == _source.Length) break;
            at = _source[tag + 1] switch
            {
                '!' => AfterDeclaration(tag),
                '?' => After('>', tag),
                '/' => EndTag(tag),
                _ => StartTag(tag),
            };
        }
    }

    private bool BeginsTag(int at) => at + 1 < _source.Length && (char.IsAsciiLetter(_source[at + 1]) || _source[at + 1] is '!' or '?' || _source[at + 1] == '/' && at + 2 < _source.Length && char.IsAsciiLetter(_source[at + 2]));

    private int After(char mark, int from)
    {
        var end = _source.IndexOf(mark, from);
        return end < 0 ? _source.Length : end + 1;
    }

    private int AfterDeclaration(int tag)
    {
        if (string.CompareOrdinal(_source, tag, "<!--", 0, 4) == 0)
        {
            var end = _noCommentEnd ? -1 : _source.IndexOf("-->", tag + 4, StringComparison.Ordinal);
            _noCommentEnd = end < 0;
            // An unclosed comment would swallow the page: then only its opening is one.
            return end < 0 ? After('>', tag) : end + 3;
        }
        if (string.CompareOrdinal(_source, tag, "<![CDATA[", 0, 9) == 0)
        {
            var end = _noCdataEnd ? -1 : _source.IndexOf("]]>", tag, StringComparison.Ordinal);
            _noCdataEnd = end < 0;
            if (end >= 0)
            {
                AddText(tag + 9, end);
                return end + 3;
            }
        }
        return After('>', tag);
    }

    private int NameEnd(int from)
    {
        while (from < _source.Length && !char.IsWhiteSpace(_source[from]) && _source[from] is not ('>' or '/')) from++;
        return from;
    }

    // Where the tag closes: the first > outside quotes, where the quotes come in pairs before the next tag.
    private int TagEnd(int from)
    {
        for (var i = from; i < _source.Length; i++)
        {
            var c = _source[i];
            if (c == '>') return i;
            if (c is not ('"' or '\'') || i == from || _source[i - 1] != '=' && !char.IsWhiteSpace(_source[i - 1])) continue;
            var close = _source.IndexOf(c, i + 1);
            if (close < 0) return Math.Max(from, _source.IndexOf('>', i) is var end and >= 0 ? end : _source.Length);
            i = close;
        }
        return _source.Length;
    }

    private int StartTag(int at)
    {
        var nameEnd = NameEnd(at + 1);
        var end = TagEnd(nameEnd);
        var tag = Tags.Of(_source.AsSpan(at + 1, nameEnd - at - 1));
        Imply(tag);
        if (tag == Tag.A) _inLink = true;
        var index = Add(new HtmlNode(tag, false, Parent, nameEnd, end));
        var after = Math.Min(end + 1, _source.Length);
        if (Tags.IsVoid(tag)) return after;
        // "<div/>" is an open div in HTML; only foreign elements close themselves.
        if (_source[Math.Max(nameEnd, end - 1)..end] == "/" && tag is Tag.Svg or Tag.Math or Tag.Other && end > nameEnd && _source[end - 1] == '/') return after;
        if (Tags.IsRaw(tag)) return RawContent(index, after);
        _depth++;
        _deepest = Math.Max(_deepest, _depth);
        if (_open.Count < DeepestKept) _open.Add(index);
        return after;
    }

    private int RawContent(int index, int from)
    {
        if (_neverClosed.Contains(_nodes[index].Tag)) return from;
        var name = _source.AsSpan(_nodes[index].Start - NameLength(index), NameLength(index));
        var at = from;
        while (true)
        {
            at = _source.IndexOf("</", at, StringComparison.Ordinal);
            if (at < 0)
            {
                // Never closed: nothing of the rest is lost but the element itself.
                _neverClosed.Add(_nodes[index].Tag);
                return from;
            }
            if (_source.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) break;
            at += 2;
        }
        _open.Add(index);
        AddText(from, at);
        Pop();
        return After('>', at);
    }

    private int NameLength(int index)
    {
        var end = _nodes[index].Start;
        var start = end;
        while (start > 0 && _source[start - 1] != '<') start--;
        return end - start;
    }

    private int EndTag(int at)
    {
        var nameEnd = NameEnd(at + 2);
        var tag = Tags.Of(_source.AsSpan(at + 2, nameEnd - at - 2));
        if (_depth > 0) _depth--;
        if (tag == Tag.A)
        {
            _inLink = false;
            if (_open.Count > 0 && _nodes[_open[^1]].Tag == Tag.A) Pop();
        }
        else if (tag == Tag.Br)
        {
            Add(new HtmlNode(Tag.Br, false, Parent, nameEnd, nameEnd));
        }
        else
        {
            Close(tag, _source.AsSpan(at + 2, nameEnd - at - 2));
        }
        return After('>', nameEnd);
    }

    private void Close(Tag tag, ReadOnlySpan<char> name)
    {
        var block = Tags.IsBlock(tag);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == tag && (tag != Tag.Other || NameOf(_open[i]).Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                while (_open.Count > i) Pop();
                return;
            }
            // A misplaced end of an inline element does not end the paragraphs around it, nor that of a list the table's cell.
            if (!block && Tags.IsBlock(open) || open is Tag.Td or Tag.Th or Tag.Table && tag is not (Tag.Table or Tag.Tr or Tag.Td or Tag.Th or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Body or Tag.Html or Tag.Div or Tag.Section or Tag.Article)) return;
        }
    }

    private ReadOnlySpan<char> NameOf(int node) => _source.AsSpan(_nodes[node].Start - NameLength(node), NameLength(node));

    // End tags that may be left out, and the blocks that end a paragraph.
    private void Imply(Tag tag)
    {
        switch (tag)
        {
            case Tag.Li:
                CloseUpTo(Tag.Li, Tag.Ul, Tag.Ol);
                break;
            case Tag.Dt or Tag.Dd:
                CloseUpTo(Tag.Dt, Tag.Dl, Tag.Dl);
                CloseUpTo(Tag.Dd, Tag.Dl, Tag.Dl);
                break;
            case Tag.Option:
                CloseUpTo(Tag.Option, Tag.Select, Tag.Select);
                break;
            case Tag.Tr or Tag.Tbody or Tag.Thead or Tag.Tfoot:
                CloseUpTo(Tag.Tr, Tag.Table, Tag.Table);
                break;
            case Tag.Td or Tag.Th:
                CloseUpTo(Tag.Td, Tag.Tr, Tag.Table);
                CloseUpTo(Tag.Th, Tag.Tr, Tag.Table);
                break;
        }
        if (Tags.IsBlock(tag) && tag is not (Tag.Button or Tag.Option or Tag.Select or Tag.Video or Tag.Audio or Tag.Object)) CloseParagraph();
        if (Tags.IsHeading(tag) && _open.Count > 0 && Tags.IsHeading(_nodes[_open[^1]].Tag)) Pop();
    }

    private void CloseUpTo(Tag tag, Tag barrier, Tag otherBarrier)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == barrier || open == otherBarrier) return;
            if (open != tag) continue;
            while (_open.Count > i) Pop();
            return;
        }
    }

    private void CloseParagraph()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == Tag.P)
            {
                while (_open.Count > i) Pop();
                return;
            }
            if (Tags.IsBlock(open)) return;
        }
    }

    private int Parent => _open.Count > 0 ? _open[^1] : -1;

    private int Add(HtmlNode node)
    {
        node.Last = _nodes.Count;
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private void AddText(int start, int end)
    {
        if (start < end) Add(new HtmlNode(Tag.Other, true, Parent, start, end) { InLink = _inLink });
    }

    private void Pop()
    {
        var index = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        var node = _nodes[index];
        node.Last = _nodes.Count - 1;
        _nodes[index] = node;
        if (node.Tag == Tag.A || Tags.IsBlock(node.Tag) && node.Tag is not (Tag.Div or Tag.P)) _inLink &= node.Tag != Tag.A && InOpenLink();
    }

    private bool InOpenLink()
    {
        for (var i = _open.Count - 1; i >= 0 && i > _open.Count - 12; i--)
            if (_nodes[_open[i]].Tag == Tag.A)
                return true;
        return false;
    }
}
