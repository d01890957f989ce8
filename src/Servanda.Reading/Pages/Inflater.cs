// DEFLATE (RFC 1951), unpacked a piece at a time, ending exactly where the packed data ends.
namespace Servanda.Reading.Pages;

/// <summary>
/// The platform's own unpacker reads ahead past the end of a member and does not say how far, so that archives of many members cannot be read one by one,
/// nor taken up again behind a damaged one. This one takes no byte too many. Damage is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class Inflater(ByteReader input)
{
    private const int Window = 1 << 15;
    private const int LongestCode = 15;

    private static readonly ushort[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly byte[] LengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly ushort[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly byte[] DistanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
    private static readonly byte[] CodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    // A ring of what was unpacked last, larger than the window by what one step can write.
    private readonly byte[] _ring = new byte[2 * Window];
    private readonly Codes _literals = new();
    private readonly Codes _distances = new();
    private int _write;
    private int _read;
    private ulong _bits;
    private int _count;
    private State _state = State.Header;
    private int _stored;
    private bool _last;
    private long _total;

    private enum State { Header, Stored, Packed, Done }

    /// <summary>Fills <paramref name="target"/> as far as there is data; 0 at the end.</summary>
    public int Read(Span<byte> target)
    {
        var given = 0;
        while (given < target.Length)
        {
            if (_read == _write)
            {
                if (_state == State.Done) break;
                // The counters run on; the ring needs only their low bits.
                if (_write >= 1 << 30) _read = _write &= _ring.Length - 1;
                Step();
                continue;
            }
            var from = _read & (_ring.Length - 1);
            var count = Math.Min(Math.Min(_write - _read, target.Length - given), _ring.Length - from);
            _ring.AsSpan(from, count).CopyTo(target[given..]);
            _read += count;
            given += count;
        }
        return given;
    }

    // Unpacks up to a window, less what one match can add.
    private void Step()
    {
        switch (_state)
        {
            case State.Header:
                Header();
                break;
            case State.Stored:
                var count = Math.Min(_stored, Window);
                for (var i = 0; i < count; i++) Put((byte)Bits(8));
                _stored -= count;
                if (_stored == 0) EndBlock();
                break;
            case State.Packed:
                Packed();
                break;
        }
    }

    private void Header()
    {
        _last = Bits(1) == 1;
        switch (Bits(2))
        {
            case 0:
                Bits(_count & 7);
                _stored = Bits(16);
                if ((Bits(16) ^ 0xFFFF) != _stored) throw new InvalidDataException("a stored block's length and its complement differ");
                _state = State.Stored;
                if (_stored == 0) EndBlock();
                break;
            case 1:
                FixedCodes();
                _state = State.Packed;
                break;
            case 2:
                DynamicCodes();
                _state = State.Packed;
                break;
            default:
                throw new InvalidDataException("a block of no known kind");
        }
    }

    private void EndBlock()
    {
        _state = _last ? State.Done : State.Header;
        if (_last) _count = 0;
    }

    private void Packed()
    {
        var limit = _read + Window - 258;
        while (_write < limit)
        {
            var symbol = Symbol(_literals);
            if (symbol < 256)
            {
                Put((byte)symbol);
                continue;
            }
            if (symbol == 256)
            {
                EndBlock();
                return;
            }
            symbol -= 257;
            if (symbol >= LengthBase.Length) throw new InvalidDataException("a length of no known code");
            var length = LengthBase[symbol] + Bits(LengthExtra[symbol]);
            var code = Symbol(_distances);
            if (code >= DistanceBase.Length) throw new InvalidDataException("a distance of no known code");
            var distance = DistanceBase[code] + Bits(DistanceExtra[code]);
            if (distance > _total) throw new InvalidDataException("a distance that leads back before the beginning");
            for (var i = 0; i < length; i++) Put(_ring[(_write - distance) & (_ring.Length - 1)]);
        }
    }

    private void Put(byte value)
    {
        _ring[_write++ & (_ring.Length - 1)] = value;
        _total++;
    }

    private int Bits(int count)
    {
        while (_count < count)
        {
            var next = input.ReadByte();
            if (next < 0) throw new InvalidDataException("the packed data ends too early");
            _bits |= (ulong)next << _count;
            _count += 8;
        }
        var value = (int)(_bits & ((1UL << count) - 1));
        _bits >>= count;
        _count -= count;
        return value;
    }

    // Bytes are taken one by one as bits are needed, so that none is taken beyond the end.
    private int Symbol(Codes codes)
    {
        while (true)
        {
            var entry = codes.Table[(int)_bits & (Codes.Size - 1)];
            var need = entry >> 12;
            if (need != 0 && need <= _count)
            {
                _bits >>= need;
                _count -= need;
                return entry & 0xFFF;
            }
            if (need == 0 && _count >= Codes.Bits) return LongSymbol(codes);
            var next = input.ReadByte();
            if (next < 0) throw new InvalidDataException("the packed data ends too early");
            _bits |= (ulong)next << _count;
            _count += 8;
        }
    }

    // Codes longer than the table are rare: bit by bit, as RFC 1951 describes them.
    private int LongSymbol(Codes codes)
    {
        int code = 0, first = 0, index = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            code |= Bits(1);
            var count = codes.Counts[length];
            if (code - count < first) return codes.Symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        throw new InvalidDataException("a code that stands for nothing");
    }

    private void FixedCodes()
    {
        Span<byte> lengths = stackalloc byte[288];
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..].Fill(8);
        _literals.Build(lengths);
        Span<byte> distances = stackalloc byte[30];
        distances.Fill(5);
        _distances.Build(distances);
    }

    private void DynamicCodes()
    {
        int literals = Bits(5) + 257, distances = Bits(5) + 1, codes = Bits(4) + 4;
        if (literals > 286 || distances > 30) throw new InvalidDataException("more codes than there are symbols");
        Span<byte> lengths = stackalloc byte[320];
        lengths.Clear();
        for (var i = 0; i < codes; i++) lengths[CodeOrder[i]] = (byte)Bits(3);
        var order = new Codes();
        order.Build(lengths[..19]);
        lengths.Clear();
        for (var i = 0; i < literals + distances;)
        {
            var symbol = Symbol(order);
            if (symbol < 16)
            {
                lengths[i++] = (byte)symbol;
                continue;
            }
            if (symbol == 16 && i == 0) throw new InvalidDataException("a repeated length with none before it");
            var value = symbol == 16 ? lengths[i - 1] : (byte)0;
            var times = symbol switch { 16 => 3 + Bits(2), 17 => 3 + Bits(3), _ => 11 + Bits(7) };
            if (i + times > literals + distances) throw new InvalidDataException("more lengths than codes");
            lengths.Slice(i, times).Fill(value);
            i += times;
        }
        if (lengths[256] == 0) throw new InvalidDataException("a block without an end");
        _literals.Build(lengths[..literals]);
        _distances.Build(lengths.Slice(literals, distances));
    }

    /// <summary>Canonical Huffman codes: a table for the short ones (length in the high bits, symbol in the low), counts and symbols for the long ones.</summary>
    private sealed class Codes
    {
        public const int Bits = 10;
        public const int Size = 1 << Bits;

        public ushort[] Table { get; } = new ushort[Size];

        public int[] Counts { get; } = new int[LongestCode + 1];

        public ushort[] Symbols { get; } = new ushort[288];

        public void Build(ReadOnlySpan<byte> lengths)
        {
            Array.Clear(Table);
            Array.Clear(Counts);
            foreach (var length in lengths) Counts[length]++;
            Counts[0] = 0;
            Span<int> offsets = stackalloc int[LongestCode + 2];
            Span<int> codes = stackalloc int[LongestCode + 2];
            var left = 1;
            for (var length = 1; length <= LongestCode; length++)
            {
                left = (left << 1) - Counts[length];
                if (left < 0) throw new InvalidDataException("more codes than their lengths allow");
                offsets[length + 1] = offsets[length] + Counts[length];
                codes[length + 1] = (codes[length] + Counts[length]) << 1;
            }
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                int length = lengths[symbol];
                if (length == 0) continue;
                Symbols[offsets[length]++] = (ushort)symbol;
                var code = codes[length]++;
                if (length > Bits) continue;
                for (var slot = Reversed(code, length); slot < Size; slot += 1 << length) Table[slot] = (ushort)(length << 12 | symbol);
            }
        }

        private static int Reversed(int code, int length)
        {
            var reversed = 0;
            for (var i = 0; i < length; i++) reversed |= (code >> i & 1) << (length - 1 - i);
            return reversed;
        }
    }
}
