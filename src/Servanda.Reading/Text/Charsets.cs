// Which charset a page's bytes are in, and its text.
using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Servanda.Model;

namespace Servanda.Reading.Text;

/// <summary>The charsets that a page can be in.</summary>
public enum Charset { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252, Windows1258, Tcvn3, Vni }

/// <summary>Recognises by content: byte order marks, well-formed UTF-8, zero bytes, and for old charsets how Vietnamese the words come out.</summary>
public static class Charsets
{
    private const int Sample = 1 << 16;

    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    public static string Name(Charset charset) => charset switch
    {
        Charset.Utf8 => "utf-8",
        Charset.Utf16LittleEndian => "utf-16le",
        Charset.Utf16BigEndian => "utf-16be",
        Charset.Windows1252 => "windows-1252",
        Charset.Windows1258 => "windows-1258",
        Charset.Tcvn3 => "tcvn3",
        Charset.Vni => "vni",
        _ => throw new ArgumentOutOfRangeException(nameof(charset), charset, "no such charset"),
    };

    /// <summary>The charset of <paramref name="bytes"/>, or null where they are no text that we know.</summary>
    public static Charset? Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Charset.Utf8;
        if (bytes is [0xFF, 0xFE, ..]) return Charset.Utf16LittleEndian;
        if (bytes is [0xFE, 0xFF, ..]) return Charset.Utf16BigEndian;
        if (IsBinaryFormat(bytes)) return null;
        var sample = bytes.Length > Sample ? bytes[..Sample] : bytes;
        if (sample.Contains((byte)0)) return Utf16WithoutMark(sample);
        if (Controls(sample) * 50 > sample.Length) return null;
        if (Utf8.IsValid(bytes) || MostlyUtf8(sample)) return Charset.Utf8;
        return Legacy(sample);
    }

    public static MappedText Decode(ReadOnlySpan<byte> bytes, Charset charset) => charset switch
    {
        Charset.Utf8 => DecodeUtf8(bytes),
        Charset.Utf16LittleEndian => DecodeUtf16(bytes, bytes is [0xFF, 0xFE, ..] ? 2 : 0, Encoding.Unicode),
        Charset.Utf16BigEndian => DecodeUtf16(bytes, bytes is [0xFE, 0xFF, ..] ? 2 : 0, Encoding.BigEndianUnicode),
        Charset.Windows1252 => DecodeTable(bytes, LegacyCharsets.Windows1252),
        Charset.Windows1258 => DecodeTable(bytes, LegacyCharsets.Windows1258),
        Charset.Tcvn3 => DecodeTable(bytes, LegacyCharsets.Tcvn3),
        Charset.Vni => LegacyFonts.Vni(DecodeTable(bytes, LegacyCharsets.Windows1252)),
        _ => throw new ArgumentOutOfRangeException(nameof(charset), charset, "no such charset"),
    };

    private static bool IsBinaryFormat(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("GIF8"u8)
        || bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0x1F, 0x8B, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..]
            or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    private static Charset? Utf16WithoutMark(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0)
                _ = (i & 1) == 0 ? even++ : odd++;
        var half = sample.Length / 2;
        if (odd * 10 > half * 4 && even * 50 <= half) return Charset.Utf16LittleEndian;
        return even * 10 > half * 4 && odd * 50 <= half ? Charset.Utf16BigEndian : null;
    }

    private static int Controls(ReadOnlySpan<byte> sample)
    {
        var count = 0;
        for (int at; (at = sample.IndexOfAny(ControlBytes)) >= 0; sample = sample[(at + 1)..]) count++;
        return count;
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> sample)
    {
        int good = 0, bad = 0;
        while (!sample.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(sample, out _, out var consumed) == OperationStatus.Done) good += consumed > 1 ? 1 : 0;
            else bad++;
            sample = sample[consumed..];
        }
        return good >= 4 * bad;
    }

    private static Charset? Legacy(ReadOnlySpan<byte> sample)
    {
        Charset? best = null;
        var most = 0.6;
        foreach (var charset in (ReadOnlySpan<Charset>)[Charset.Windows1258, Charset.Tcvn3, Charset.Vni])
        {
            var share = LegacyFonts.VietnameseShare(TextRepair.Compose(Decode(sample, charset)).Text);
            if (share <= most) continue;
            most = share;
            best = charset;
        }
        if (best is not null) return best;
        var high = 0;
        foreach (var b in sample)
            if (b >= 0x80)
                high++;
        return high * 3 < sample.Length ? Charset.Windows1252 : null;
    }

    private static MappedText DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        var skip = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        if (Utf8.IsValid(bytes)) return MappedText.OfUtf8(bytes, skip);
        var text = new StringBuilder(bytes.Length);
        var runs = new List<TextRun> { new(0, skip, TextRun.Utf8) };
        for (int at = skip, good = skip; ;)
        {
            var broken = at >= bytes.Length;
            var consumed = 0;
            if (!broken) broken = Rune.DecodeFromUtf8(bytes[at..], out _, out consumed) != OperationStatus.Done;
            if (!broken)
            {
                at += consumed;
                continue;
            }
            text.Append(Encoding.UTF8.GetString(bytes[good..at]));
            if (at >= bytes.Length) break;
            runs.Add(new TextRun(text.Length, at, (byte)consumed));
            text.Append('\uFFFD');
            at += consumed;
            good = at;
            runs.Add(new TextRun(text.Length, at, TextRun.Utf8));
        }
        var decoded = text.ToString();
        return new MappedText(decoded, new TextMap(runs, decoded));
    }

    private static MappedText DecodeUtf16(ReadOnlySpan<byte> bytes, int skip, Encoding encoding)
    {
        var text = encoding.GetString(bytes[skip..]);
        return new MappedText(text, new TextMap([new TextRun(0, skip, 2)], text));
    }

    private static MappedText DecodeTable(ReadOnlySpan<byte> bytes, string table)
    {
        var chars = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) chars[i] = table[bytes[i]];
        var text = new string(chars);
        return new MappedText(text, new TextMap([new TextRun(0, 0, 1)], text));
    }
}
