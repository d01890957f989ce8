// Text maps as bytes: a run takes two to four bytes instead of thirty.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Each run as its distance in the text from the run before, its width, and how far its first byte lies from where the run before would have put it,
/// as variable-length integers (seven bits a byte, the lowest first; signed ones zigzag).
/// </summary>
internal static class TextMaps
{
    public static byte[] Written(TextMap map)
    {
        using var bytes = new MemoryStream(map.Runs.Count * 3);
        var before = new TextRun(0, 0, 0);
        foreach (var run in map.Runs)
        {
            var expected = before.Byte + (long)(run.Text - before.Text) * before.Width;
            Add(bytes, (ulong)(run.Text - before.Text));
            Add(bytes, run.Width);
            Add(bytes, Zigzag(run.Byte - expected));
            before = run;
        }
        return bytes.ToArray();
    }

    public static TextMap Read(ReadOnlySpan<byte> bytes)
    {
        var runs = new List<TextRun>();
        var before = new TextRun(0, 0, 0);
        while (bytes.Length > 0)
        {
            var text = before.Text + (int)Next(ref bytes);
            var width = (byte)Next(ref bytes);
            var shift = Next(ref bytes);
            before = new(text, before.Byte + (long)(text - before.Text) * before.Width + ((long)(shift >> 1) ^ -(long)(shift & 1)), width);
            runs.Add(before);
        }
        return new(runs);
    }

    private static ulong Zigzag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static void Add(MemoryStream bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.WriteByte((byte)(value | 0x80));
        bytes.WriteByte((byte)value);
    }

    private static ulong Next(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (bytes.Length == 0 || shift > 63) throw new LedgerException(LedgerFault.Damaged, "The map of a story in the ledger is cut short.") { Says = new("ledger.row", "map") };
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
