// A gzip file (RFC 1952) as one stream, read member by member.
using System.Buffers.Binary;

namespace Servanda.Reading.Pages;

/// <summary>What went wrong in a packed stream: the code and reason of the reject. Reading can go on behind it with <see cref="GzipMembers.Resume"/>.</summary>
internal sealed class PackedDamageException(string code, string reason, long memberStart) : IOException(reason)
{
    /// <summary>Where in the packed file the broken member begins.</summary>
    public long MemberStart { get; } = memberStart;

    public string Code { get; } = code;
}

/// <summary>The unpacked bytes of all members, one after the other.</summary>
/// <param name="ratio">How many times larger than its packed form a member may become, once it is over a megabyte.</param>
internal sealed class GzipMembers(ByteReader packed, int ratio) : Stream
{
    private const int RatioFrom = 1 << 20;

    private static readonly uint[] Crc = CrcTable();

    private Inflater? _inflater;
    private uint _crc;
    private long _unpacked;

    // Readers look ahead: where in the packed file each member begins that they are not yet done with, and where its first byte stands in the unpacked stream.
    private readonly Queue<(long Unpacked, long Packed)> _starts = new();
    private long _memberStart;
    private long _before;

    /// <summary>
    /// Where in the packed file the member begins that holds an unpacked position, and how many unpacked bytes of it come before. Positions must not go back to an earlier member.
    /// </summary>
    public (long Start, long Within) PlaceOf(long position)
    {
        while (_starts.Count > 1 && _starts.ElementAt(1).Unpacked <= position) _starts.Dequeue();
        return _starts.Count > 0 ? (_starts.Peek().Packed, position - _starts.Peek().Unpacked) : (_memberStart, 0);
    }

    public override int Read(Span<byte> target)
    {
        if (target.IsEmpty) return 0;
        while (true)
        {
            if (_inflater is null && !Open()) return 0;
            int read;
            try
            {
                read = _inflater!.Read(target);
                if (read == 0) EndMember();
            }
            catch (InvalidDataException exception)
            {
                throw Damage(Model.RejectCodes.Damaged, exception.Message);
            }
            if (read == 0) continue;
            Count(target[..read]);
            return read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Goes on to the next member after damage, and counts unpacked positions from 0 again; false where there is none.</summary>
    public bool Resume()
    {
        _inflater = null;
        _starts.Clear();
        _before = _unpacked = 0;
        // A broken member does not show its end: its reading may have run on into the next.
        packed.GoBackTo(_memberStart + 1);
        return packed.SkipTo([0x1F, 0x8B, 8]);
    }

    /// <summary>Whether the bytes open a gzip member.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    private PackedDamageException Damage(string code, string reason)
    {
        _inflater = null;
        return new PackedDamageException(code, $"the packed record at byte {_memberStart}: {reason}", _memberStart);
    }

    private bool Open()
    {
        // Archives are padded with zeros at times.
        while (packed.Peek(1) is [0]) packed.Skip(1);
        _memberStart = packed.Position;
        var head = packed.Peek(10);
        if (head.IsEmpty) return false;
        if (head.Length < 10 || !Opens(head))
        {
            // One byte on, so that what looks like a member and is none is not found again.
            packed.Skip(1);
            throw Damage(Model.RejectCodes.Damaged, "what follows is no gzip member");
        }
        var flags = head[3];
        packed.Skip(10);
        if ((flags & 4) != 0)
        {
            int low = packed.ReadByte(), high = packed.ReadByte();
            if (high >= 0) packed.Skip(low | high << 8);
        }
        if ((flags & 8) != 0) SkipText();
        if ((flags & 16) != 0) SkipText();
        if ((flags & 2) != 0) packed.Skip(2);
        _inflater = new Inflater(packed);
        _before += _unpacked;
        _starts.Enqueue((_before, _memberStart));
        _crc = 0xFFFFFFFF;
        _unpacked = 0;
        return true;
    }

    private void SkipText()
    {
        while (packed.ReadByte() > 0) { }
    }

    private void EndMember()
    {
        _inflater = null;
        Span<byte> trailer = stackalloc byte[8];
        if (packed.ReadAtLeast(trailer, 8, throwOnEndOfStream: false) < 8) throw Damage(Model.RejectCodes.Damaged, "it ends before its checksum");
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != ~_crc) throw Damage(Model.RejectCodes.Damaged, "its checksum is wrong");
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != (uint)_unpacked) throw Damage(Model.RejectCodes.Damaged, "its length is not the one it states");
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _unpacked += bytes.Length;
        var crc = _crc;
        foreach (var b in bytes) crc = Crc[(byte)(crc ^ b)] ^ crc >> 8;
        _crc = crc;
        var taken = packed.Position - _memberStart;
        if (_unpacked > RatioFrom && _unpacked > taken * ratio)
            throw Damage(Model.RejectCodes.Bomb, $"{taken} bytes unpack to more than {_unpacked}; allowed: {ratio} times as many");
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
            table[n] = c;
        }
        return table;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
