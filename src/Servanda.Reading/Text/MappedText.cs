// A text under repair together with the way back to the page's bytes.
using System.Text;
using Servanda.Model;

namespace Servanda.Reading.Text;

/// <summary>A text and its map. Every step of repair takes one and gives another.</summary>
public sealed record MappedText(string Text, TextMap Map)
{
    /// <summary>The text of well-formed UTF-8 bytes, of which the first <paramref name="skip"/> are left out (a byte order mark).</summary>
    public static MappedText OfUtf8(ReadOnlySpan<byte> bytes, int skip = 0)
    {
        var text = Encoding.UTF8.GetString(bytes[skip..]);
        return new MappedText(text, new TextMap([new TextRun(0, skip, TextRun.Utf8)], text));
    }
}

/// <summary>Writes a new text from stretches of an older one, left to right, and carries the map along.</summary>
internal sealed class MappedTextBuilder
{
    // A run of UTF-8 is counted through from its start, so that long runs get a new start now and then.
    private const int LongestUtf8Run = 1 << 15;

    private readonly MappedText _source;
    private readonly IReadOnlyList<TextRun> _from;
    private readonly StringBuilder _text;
    private readonly List<TextRun> _runs = [];
    private int _run;
    private int _position;
    private long _byte;
    private long _expected = -1;

    public MappedTextBuilder(MappedText source)
    {
        _source = source;
        _from = source.Map.Runs;
        _text = new StringBuilder(source.Text.Length);
        if (_from.Count > 0) _byte = _from[0].Byte;
    }

    public int Length => _text.Length;

    /// <summary>Takes over the source's [start, start + length) as it is. Stretches must come in the order of the source.</summary>
    public void Copy(int start, int length)
    {
        if (length <= 0) return;
        _text.Append(_source.Text, start, length);
        var target = _text.Length - length;
        var end = start + length;
        MoveTo(start);
        while (_position < end)
        {
            var width = _from[_run].Width;
            var stop = Math.Min(end, _run + 1 < _from.Count ? _from[_run + 1].Text : int.MaxValue);
            if (width == TextRun.Utf8) stop = Math.Min(stop, _position + LongestUtf8Run);
            var last = _runs.Count > 0 ? _runs[^1] : default;
            var joins = _runs.Count > 0 && last.Width == width && _byte == _expected
                && (width != 0 || last.Byte == _byte) && (width != TextRun.Utf8 || target - last.Text < LongestUtf8Run);
            if (!joins) _runs.Add(new TextRun(target, _byte, width));
            target += stop - _position;
            MoveTo(stop);
            _expected = _byte;
        }
    }

    /// <summary>Writes <paramref name="text"/> for the source's [start, start + length); nothing for an empty text.</summary>
    public void Put(ReadOnlySpan<char> text, int start, int length)
    {
        MoveTo(start);
        var from = _byte;
        MoveTo(start + length);
        if (text.IsEmpty) return;
        var bytes = _byte - from;
        var width = text.Length == 1 && bytes < TextRun.Utf8 ? (byte)bytes : (byte)0;
        _runs.Add(new TextRun(_text.Length, from, width));
        _text.Append(text);
        _expected = -1;
    }

    public void Put(char text, int start, int length) => Put([text], start, length);

    public MappedText Build()
    {
        var text = _text.ToString();
        return new MappedText(text, new TextMap(_runs, text));
    }

    private void MoveTo(int position)
    {
        if (position < _position) throw new ArgumentOutOfRangeException(nameof(position), position, $"stretches must come in order; allowed: {_position} and after");
        while (_position < position)
        {
            var next = _run + 1 < _from.Count ? _from[_run + 1].Text : int.MaxValue;
            if (_position >= next)
            {
                _run++;
                _byte = _from[_run].Byte;
                continue;
            }
            var stop = Math.Min(position, next);
            var width = _from[_run].Width;
            _byte += width == TextRun.Utf8
                ? Encoding.UTF8.GetByteCount(_source.Text.AsSpan(_position, stop - _position))
                : (long)width * (stop - _position);
            _position = stop;
        }
        if (_run + 1 < _from.Count && _from[_run + 1].Text == _position)
        {
            _run++;
            _byte = _from[_run].Byte;
        }
    }
}
