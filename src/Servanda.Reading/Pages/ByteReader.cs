// A stream that can be looked ahead into, and that knows where it is.
namespace Servanda.Reading.Pages;

/// <summary>Reads a stream through one buffer. What was looked at with <see cref="Peek"/> is still to be read.</summary>
/// <param name="start">The position that the stream's next byte has.</param>
internal sealed class ByteReader(Stream stream, long start = 0) : Stream
{
    private const int Kept = 1 << 14;

    /// <summary>Most files are one short page: the buffer begins small and grows to its full size before anything is let go.</summary>
    private const int Small = 1 << 13, Full = 1 << 16;

    private byte[] _buffer = new byte[Small];
    private int _start;
    private int _end;
    private long _consumed = start;
    private ReadOnlyMemory<byte> _returned;
    private PackedDamageException? _damage;

    /// <summary>The position of the next byte to be taken.</summary>
    public override long Position { get => _consumed; set => throw new NotSupportedException(); }

    /// <summary>Up to <paramref name="count"/> bytes ahead, fewer only at the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && Fill()) { }
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    public override int ReadByte()
    {
        if (_start == _end && !Fill()) return -1;
        _consumed++;
        return _buffer[_start++];
    }

    public override int Read(Span<byte> target)
    {
        if (target.IsEmpty || _start == _end && !Fill()) return 0;
        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        Take(count);
        return count;
    }

    /// <summary>All that is at hand, which is read by that; empty only at the end. It stands until the next look at the stream.</summary>
    public ReadOnlySpan<byte> ReadAhead()
    {
        if (_start == _end && !Fill()) return [];
        var ahead = _buffer.AsSpan(_start, _end - _start);
        Take(ahead.Length);
        return ahead;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>
    /// The next line without its LF or CR LF, cut at <paramref name="longest"/> bytes, the rest passed over; null at the end. <paramref name="length"/> is the line's true length.
    /// </summary>
    public byte[]? ReadLine(int longest, out long length)
    {
        length = 0;
        if (_start == _end && !Fill()) return null;
        using var line = new MemoryStream();
        do
        {
            var ahead = _buffer.AsSpan(_start, _end - _start);
            var feed = ahead.IndexOf((byte)'\n');
            var part = feed < 0 ? ahead : ahead[..feed];
            if (line.Length < longest) line.Write(part[..(int)Math.Min(part.Length, longest - line.Length)]);
            length += part.Length;
            Take(feed < 0 ? part.Length : feed + 1);
            if (feed >= 0) break;
        }
        while (Fill());
        var bytes = line.ToArray();
        return length == bytes.Length && bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
    }

    /// <summary>Gives back what was read last, to be read again.</summary>
    public void GiveBack(ReadOnlySpan<byte> bytes)
    {
        var returned = new byte[bytes.Length + _end - _start + _returned.Length];
        bytes.CopyTo(returned);
        _buffer.AsSpan(_start, _end - _start).CopyTo(returned.AsSpan(bytes.Length));
        _returned.Span.CopyTo(returned.AsSpan(bytes.Length + _end - _start));
        _returned = returned;
        _start = _end = 0;
        _consumed -= bytes.Length;
    }

    /// <summary>Goes back to <paramref name="position"/>, but over no more bytes than are always kept: how far must not depend on how the buffer happened to be filled.</summary>
    public void GoBackTo(long position)
    {
        var back = (int)Math.Clamp(_consumed - position, 0, Math.Min(_start, Kept));
        _start -= back;
        _consumed -= back;
    }

    /// <summary>Passes over bytes; the number that there were.</summary>
    public long Skip(long count)
    {
        long skipped = 0;
        while (skipped < count && (_start < _end || Fill()))
        {
            var step = (int)Math.Min(count - skipped, _end - _start);
            Take(step);
            skipped += step;
        }
        return skipped;
    }

    /// <summary>
    /// Goes on to the next place where <paramref name="mark"/> begins and leaves it to be read, but over no more than <paramref name="most"/> bytes; false where it was not met.
    /// </summary>
    public bool SkipTo(ReadOnlySpan<byte> mark, long most = long.MaxValue)
    {
        while (true)
        {
            var ahead = _buffer.AsSpan(_start, _end - _start);
            var at = ahead.IndexOf(mark);
            var step = at >= 0 ? at : Math.Max(0, ahead.Length - mark.Length + 1);
            if (step >= most)
            {
                Take((int)most);
                return false;
            }
            Take(step);
            most -= step;
            if (at >= 0) return true;
            if (Fill()) continue;
            Take((int)Math.Min(most, _end - _start));
            return false;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Take(int count)
    {
        _start += count;
        _consumed += count;
    }

    // Damage further on is told only when what came before it has been read.
    private bool Fill()
    {
        if (_damage is not null) return _start == _end ? throw _damage : false;
        try
        {
            return FillOrThrow();
        }
        catch (PackedDamageException damage) when (_start < _end)
        {
            _damage = damage;
            return false;
        }
    }

    private bool FillOrThrow()
    {
        if (_end == _buffer.Length && _end < Full)
        {
            Array.Resize(ref _buffer, 2 * _end);
        }
        else if (_end == Full)
        {
            // A little of what was read stays, to go back to.
            var keep = Math.Min(_start, Kept);
            if (_start == keep) return false;
            _buffer.AsSpan(_start - keep, _end - _start + keep).CopyTo(_buffer);
            _end -= _start - keep;
            _start = keep;
        }
        int read;
        if (_returned.IsEmpty)
        {
            read = stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        else
        {
            read = Math.Min(_returned.Length, _buffer.Length - _end);
            _returned.Span[..read].CopyTo(_buffer.AsSpan(_end));
            _returned = _returned[read..];
        }
        _end += read;
        return read > 0;
    }
}
