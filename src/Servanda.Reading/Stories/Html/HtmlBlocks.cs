// The paragraphs of a page: its visible text, one line to a block, and where each stands in the tree.
using Servanda.Reading.Text;

namespace Servanda.Reading.Stories.Html;

/// <summary>A block of text: the block-level element that holds it, and how much of it is link.</summary>
internal sealed record HtmlBlock(int Element, int Letters, int LinkLetters);

/// <summary>Writes the visible text of a tree, blocks parted by LF, white space collapsed, references resolved, with the way back to the bytes.</summary>
internal sealed class HtmlBlocks
{
    private readonly HtmlTree _tree;
    private readonly MappedTextBuilder _builder;
    private readonly List<HtmlBlock> _blocks = [];
    private int _element = -1;
    private int _letters;
    private int _linkLetters;
    private bool _space;
    private bool _break;
    private bool _edge;
    private char _last;

    private HtmlBlocks(HtmlTree tree, MappedText source)
    {
        _tree = tree;
        _builder = new MappedTextBuilder(source);
    }

    /// <param name="silent">Whether the text below a node is left out.</param>
    public static (MappedText Text, List<HtmlBlock> Blocks) Of(HtmlTree tree, MappedText source, Func<int, bool> silent)
    {
        var writer = new HtmlBlocks(tree, source);
        writer.Run(silent);
        return (writer._builder.Build(), writer._blocks);
    }

    private void Run(Func<int, bool> silent)
    {
        // The block-level elements that are open, innermost last.
        var open = new Stack<int>();
        for (var i = 0; i < _tree.Nodes.Count; i++)
        {
            while (open.Count > 0 && _tree.Nodes[open.Peek()].Last < i)
            {
                open.Pop();
                EndBlock();
            }
            var node = _tree.Nodes[i];
            if (node.IsText)
            {
                Write(node, open.Count > 0 ? open.Peek() : 0);
                continue;
            }
            if (Tags.IsSilent(node.Tag) || silent(i))
            {
                if (Tags.IsBlock(node.Tag)) EndBlock();
                i = node.Last;
                continue;
            }
            if (node.Tag == Tag.Br) _break = _letters > 0;
            if (!Tags.IsBlock(node.Tag)) continue;
            EndBlock();
            if (node.Last > i) open.Push(i);
        }
        EndBlock();
    }

    private void Write(HtmlNode node, int element)
    {
        var source = _tree.Source;
        _edge = true;
        for (var i = node.Start; i < node.End;)
        {
            var c = source[i];
            if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0')
            {
                _space = true;
                i++;
                continue;
            }
            if (c == '&' && HtmlEntities.At(source.AsSpan(0, node.End), i) is { Length: > 0 } entity)
            {
                if (entity.Text.AsSpan().Trim().IsEmpty) _space = true;
                else
                {
                    Begin(i, entity.Text[0], element);
                    _builder.Put(entity.Text, i, entity.Length);
                    Count(entity.Text.Length, node.InLink, entity.Text[^1]);
                }
                i += entity.Length;
                continue;
            }
            var end = source.AsSpan(i + 1, node.End - i - 1).IndexOfAny(" \n\t\r\f\u00A0&");
            end = end < 0 ? node.End : i + 1 + end;
            Begin(i, c, element);
            _builder.Copy(i, end - i);
            Count(end - i, node.InLink, source[end - 1]);
            i = end;
        }
    }

    // A line break inside a sentence is a space; after one, or before a new one, it parts paragraphs.
    private void Begin(int at, char first, int element)
    {
        if (_break && _letters > 0)
        {
            if (char.IsLower(first) && _last is not ('.' or '!' or '?' or ':')) _space = true;
            else EndBlock();
        }
        _break = false;
        if (_element < 0)
        {
            if (_builder.Length > 0) _builder.Put('\n', at, 0);
            _element = element;
        }
        else if (_space || _edge && IsSeam(first, at))
        {
            _builder.Put(' ', at, 0);
        }
        _space = _edge = false;
    }

    // "Reuters</span><span>28 January": styles part what the text does not. An index ("H<sub>2</sub>O") is in one word with what stands before it.
    private bool IsSeam(char first, int at) =>
        (char.IsLetter(_last) && char.IsAsciiDigit(first) || char.IsAsciiDigit(_last) && char.IsUpper(first)) && _tree.Source.AsSpan(0, at) is [.., '>'] before && !IsIndex(before);

    private static bool IsIndex(ReadOnlySpan<char> before)
    {
        var tag = before[(before.LastIndexOf('<') + 1)..].TrimStart('/');
        return tag.StartsWith("sub", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("sup", StringComparison.OrdinalIgnoreCase);
    }

    private void Count(int letters, bool inLink, char last)
    {
        _letters += letters;
        if (inLink) _linkLetters += letters;
        _last = last;
    }

    private void EndBlock()
    {
        if (_element >= 0) _blocks.Add(new HtmlBlock(_element, _letters, _linkLetters));
        _element = -1;
        _letters = _linkLetters = 0;
        _space = _break = false;
    }
}
