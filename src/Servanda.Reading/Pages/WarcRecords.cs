// The pages of a WARC or WET archive (ISO 28500), record by record.
using System.Globalization;
using System.Text;
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <summary>
/// Gives a page for every record of type response, resource or conversion whose content is HTML or text. Records of other types, answers other than 200 and pictures,
/// styles and scripts are no pages and are passed over. A record that contradicts itself is a reject, and reading goes on with the next.
/// </summary>
internal static class WarcRecords
{
    private static ReadOnlySpan<byte> Magic => "WARC/1."u8;

    public static bool Opens(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <param name="done">The number of the last record that is known already; the source stands before it. 0: none is.</param>
    public static IEnumerable<PageOrReject> Read(RecordStream source, PageLimits limits, int done)
    {
        for (var number = Math.Max(1, done); ; number++)
        {
            var outcome = Next(source, limits, number);
            if (outcome is { } page && number > done) yield return page;
            if (source.AtEnd) yield break;
        }
    }

    private static PageOrReject? Next(RecordStream source, PageLimits limits, int number)
    {
        var sighting = source.Sighting(number);
        try
        {
            if (source.Damage is { } known) throw known;
            return Record(source, limits, number);
        }
        catch (PackedDamageException damage)
        {
            source.Damage = null;
            source.Resume();
            return new Reject(sighting, damage.Code, damage.Message);
        }
        catch (RecordException fault)
        {
            SkipToNext(source);
            return new Reject(sighting, fault.Code, fault.Message);
        }
    }

    private static void SkipToNext(RecordStream source)
    {
        try
        {
            source.Bytes.SkipTo(Magic);
        }
        catch (PackedDamageException)
        {
            // The damage belongs to the record that is a reject already.
            source.Resume();
        }
    }

    private static PageOrReject? Record(RecordStream source, PageLimits limits, int number)
    {
        var bytes = source.Bytes;
        while (bytes.Peek(1) is [(byte)'\r' or (byte)'\n']) bytes.Skip(1);
        if (bytes.Peek(1).IsEmpty)
        {
            source.AtEnd = true;
            return null;
        }
        var sighting = source.Sighting(number);
        var mark = source.Mark(RecordKind.Warc, number);
        if (!Opens(bytes.Peek(Magic.Length))) throw new RecordException(RejectCodes.Damaged, "a record does not begin with WARC/1.x: the length before it lied, or the archive is cut");
        bytes.ReadLine(limits.HeaderLine, out _);
        var header = HeaderFields.Read(bytes, limits.HeaderLine);
        if (!long.TryParse(header["content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new RecordException(RejectCodes.Damaged, $"a record states the length '{header["content-length"]}'; allowed: a number");
        sighting = sighting with { Address = header["warc-target-uri"]?.Trim('<', '>'), Captured = Captured(header["warc-date"]) };
        if (header["warc-type"] is not ("response" or "resource" or "conversion"))
        {
            Pass(bytes, length);
            return null;
        }
        if (length > limits.PageBytes)
        {
            Pass(bytes, length);
            return new Reject(sighting, RejectCodes.TooLarge, $"a record of {length} bytes; allowed: {limits.PageBytes}");
        }
        var content = Content(bytes, (int)length);
        var ahead = bytes.Peek(1);
        if (content.Length < length || !ahead.IsEmpty && ahead is not [(byte)'\r' or (byte)'\n'])
        {
            // A length too large has swallowed the records behind it: they are given back.
            var swallowed = content.AsSpan().IndexOf("\r\nWARC/1."u8);
            if (swallowed >= 0) bytes.GiveBack(content.AsSpan(swallowed));
            throw new RecordException(RejectCodes.Damaged, content.Length < length ? $"a record states {length} bytes and has {content.Length}" : $"a record states {length} bytes, and another follows in them or it goes on behind them");
        }
        ReadOn(source, sighting);
        if (PageOf(content, header, sighting, limits) is not { } page) return null;
        return page with { Mark = page.Page is null ? null : mark };
    }

    // Only when its member has been read to the end is it known that the record is whole. Damage to the next member is the next record's.
    private static void ReadOn(RecordStream source, Sighting sighting)
    {
        try
        {
            while (source.Bytes.Peek(1) is [(byte)'\r' or (byte)'\n']) source.Bytes.Skip(1);
        }
        catch (PackedDamageException damage) when (damage.MemberStart != sighting.Offset)
        {
            source.Damage = damage;
        }
    }

    // Grows with what is there, not with what was promised.
    private static byte[] Content(ByteReader bytes, int length)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (content.Length < length && bytes.Read(buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - content.Length))) is var read and > 0) content.Write(buffer, 0, read);
        return content.ToArray();
    }

    // A length that would swallow the next record is a lie.
    private static void Pass(ByteReader bytes, long length)
    {
        var start = bytes.Position;
        if (bytes.SkipTo(Magic, length) || bytes.Position - start < length) throw new RecordException(RejectCodes.Damaged, $"a record states {length} bytes and has {bytes.Position - start}");
    }

    private static PageOrReject? PageOf(byte[] content, HeaderFields header, Sighting sighting, PageLimits limits)
    {
        var type = header["content-type"] ?? "";
        ReadOnlyMemory<byte> body = content;
        if (type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) || header["warc-type"] == "response")
        {
            var answer = HttpAnswer.Read(content, limits);
            if (answer.Status != 200) return null;
            type = answer.Type;
            body = answer.Body;
        }
        if (type.Length > 0 && !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)) return null;
        if (body.IsEmpty) return new Reject(sighting, RejectCodes.Empty, "the record has no content");
        return Page.Of(body, PageFormats.Of(body.Span, type.Contains("html", StringComparison.OrdinalIgnoreCase) ? ".html" : ".txt"), sighting);
    }

    // "2021-06-18T07:05:00Z": the day is enough.
    private static Edtf? Captured(string? date) => date is { Length: >= 10 } && Edtf.TryParse(date[..10], out var day) ? day : null;
}

/// <summary>A record that cannot be believed; reading goes on with the next.</summary>
internal sealed class RecordException(string code, string reason) : Exception(reason)
{
    public string Code { get; } = code;
}

/// <summary>The unpacked bytes of an archive, with the place of every record in the file as it lies on disk.</summary>
internal sealed class RecordStream(ByteReader bytes, GzipMembers? members, Sighting file)
{
    public ByteReader Bytes { get; private set; } = bytes;

    public bool IsPacked => members is not null;

    public bool AtEnd { get; set; }

    /// <summary>Damage that was met while the record before it was read.</summary>
    public PackedDamageException? Damage { get; set; }

    /// <summary>The sighting of a record: the file's name with the record's number, and where it begins (for a packed file, where its member does).</summary>
    public Sighting Sighting(int number) => file with { Name = string.Create(CultureInfo.InvariantCulture, $"{file.Name}-{number}"), Offset = members?.PlaceOf(Bytes.Position).Start ?? Bytes.Position };

    /// <summary>The place of the record that is read next. Something of it must have been looked at, so that its member is open.</summary>
    public RecordMark Mark(RecordKind kind, int number)
    {
        var (start, within) = members?.PlaceOf(Bytes.Position) ?? (Bytes.Position, 0);
        return new(kind, members is not null, start, within, number);
    }

    /// <summary>Goes on behind damage, with the next member.</summary>
    public void Resume()
    {
        if (members is null || !members.Resume()) AtEnd = true;
        else Bytes = new ByteReader(members);
    }
}

/// <summary>"Name: value" lines up to an empty one; names in lower case, the first of equal names counts.</summary>
internal sealed class HeaderFields
{
    private const int MostFields = 400;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public string? this[string name] => _fields.GetValueOrDefault(name);

    public static HeaderFields Read(ByteReader bytes, int longest)
    {
        var header = new HeaderFields();
        for (var count = 0; bytes.ReadLine(longest, out var length) is { Length: > 0 } line; count++)
        {
            if (length > longest) throw new RecordException(RejectCodes.Damaged, $"a header line of {length} bytes; allowed: {longest}");
            if (count == MostFields) throw new RecordException(RejectCodes.Damaged, $"more than {MostFields} header lines");
            var colon = line.AsSpan().IndexOf((byte)':');
            if (colon <= 0) continue;
            var name = Encoding.Latin1.GetString(line.AsSpan(0, colon)).Trim().ToLowerInvariant();
            header._fields.TryAdd(name, Encoding.UTF8.GetString(line.AsSpan(colon + 1)).Trim());
        }
        return header;
    }
}
