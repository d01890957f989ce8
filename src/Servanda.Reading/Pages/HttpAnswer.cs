// An HTTP answer as archives keep it: status, type, and the body with its codings undone.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <param name="Status">200 where the answer has no status line.</param>
/// <param name="Type">Its Content-Type, or an empty text.</param>
internal readonly record struct HttpAnswer(int Status, string Type, ReadOnlyMemory<byte> Body)
{
    public static HttpAnswer Read(byte[] content, PageLimits limits)
    {
        if (!content.AsSpan().StartsWith("HTTP/"u8)) return new HttpAnswer(200, "", content);
        var bytes = new ByteReader(new MemoryStream(content));
        var line = Encoding.Latin1.GetString(bytes.ReadLine(limits.HeaderLine, out _) ?? []).Split(' ');
        var status = line.Length > 1 && int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var header = HeaderFields.Read(bytes, limits.HeaderLine);
        var body = new ReadOnlyMemory<byte>(content, (int)bytes.Position, content.Length - (int)bytes.Position);
        if (status != 200) return new HttpAnswer(status, "", body);
        if (header["transfer-encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Unchunked(body);
        return new HttpAnswer(status, header["content-type"] ?? "", Unpacked(body, header["content-encoding"] ?? "", limits));
    }

    // Archives often keep the header and the body already undone: what is not chunked stays as it is.
    private static ReadOnlyMemory<byte> Unchunked(ReadOnlyMemory<byte> body)
    {
        var whole = new MemoryStream();
        var rest = body;
        while (true)
        {
            var end = rest.Span.IndexOf("\r\n"u8);
            if (end is <= 0 or > 16) return whole.Length == 0 ? body : whole.ToArray();
            var size = Encoding.ASCII.GetString(rest.Span[..end]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0) return whole.Length == 0 ? body : whole.ToArray();
            rest = rest[(end + 2)..];
            if (length == 0) return whole.ToArray();
            whole.Write(rest.Span[..Math.Min(length, rest.Length)]);
            if (rest.Length < (long)length + 2) return whole.ToArray();
            rest = rest[(length + 2)..];
        }
    }

    private static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> body, string coding, PageLimits limits)
    {
        if (GzipMembers.Opens(body.Span)) return Drained(new GzipMembers(new ByteReader(new MemoryStream(body.ToArray())), limits.Ratio), limits);
        if (coding.Contains("br", StringComparison.OrdinalIgnoreCase) && !body.Span.StartsWith("<"u8))
        {
            using var brotli = new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            try
            {
                return Drained(brotli, limits);
            }
            catch (InvalidOperationException exception)
            {
                throw new RecordException(RejectCodes.Damaged, $"the body says that it is packed with brotli: {exception.Message}");
            }
        }
        return body;
    }

    private static ReadOnlyMemory<byte> Drained(Stream stream, PageLimits limits)
    {
        var whole = new MemoryStream();
        var buffer = new byte[1 << 15];
        try
        {
            while (stream.Read(buffer) is var read and > 0)
            {
                whole.Write(buffer, 0, read);
                if (whole.Length > limits.PageBytes) throw new RecordException(RejectCodes.Bomb, $"a packed body unpacks to more than {limits.PageBytes} bytes, which is the limit of a page");
            }
        }
        catch (PackedDamageException damage)
        {
            throw new RecordException(damage.Code, damage.Message);
        }
        return whole.ToArray();
    }
}
