// The pages in a stream, one by one.
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <summary>
/// Reads whatever a stream turns out to hold, by its content: a page of text or HTML, a WARC or WET archive, JSON lines, an RSS or Atom feed, and any of these packed
/// with gzip. No more than one page is held in memory. What cannot be read is a reject and the rest is read; nothing throws but a fault of the stream itself.
/// </summary>
public static class PageRecords
{
    private const int Looked = 8192;

    /// <param name="sighting">Where the stream comes from; its name and path are those of the file, from which records take theirs.</param>
    /// <param name="last">The last record that is known already: what comes behind it is read. The stream can seek then.</param>
    public static IEnumerable<PageOrReject> Read(Stream stream, Sighting sighting, PageLimits? limits = null, RecordMark? last = null)
    {
        limits ??= PageLimits.Default;
        return last is null ? FromBeginning(stream, sighting, limits) : Behind(last, stream, sighting, limits);
    }

    private static IEnumerable<PageOrReject> Behind(RecordMark last, Stream stream, Sighting sighting, PageLimits limits)
    {
        stream.Seek(last.Start, SeekOrigin.Begin);
        var source = Opened(new ByteReader(stream, last.Start), last.IsPacked, sighting, limits);
        source.Bytes.Skip(last.Within);
        foreach (var found in Records(last.Kind, source, sighting, limits, last.Number)) yield return found;
    }

    private static RecordStream Opened(ByteReader bytes, bool isPacked, Sighting sighting, PageLimits limits)
    {
        var members = isPacked ? new GzipMembers(bytes, limits.Ratio) : null;
        return new(members is null ? bytes : new ByteReader(members), members, sighting);
    }

    private static IEnumerable<PageOrReject> Records(RecordKind kind, RecordStream source, Sighting sighting, PageLimits limits, int done) => kind switch
    {
        RecordKind.Warc => WarcRecords.Read(source, limits, done),
        RecordKind.JsonLines => JsonLines.Read(source, limits, done),
        RecordKind.Feed => Feeds.Read(source, sighting, limits, done),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of record"),
    };

    private static IEnumerable<PageOrReject> FromBeginning(Stream stream, Sighting sighting, PageLimits limits)
    {
        var bytes = new ByteReader(stream);
        var source = Opened(bytes, GzipMembers.Opens(bytes.Peek(4)), sighting, limits);
        RecordKind? kind = null;
        PageOrReject? first = null;
        // An archive can be broken from its first member on, and look like something else by it.
        while ((Look(source, sighting, ref kind) ?? (kind is null ? Single(source.Bytes, sighting, limits, out first) : null)) is { } damage)
        {
            yield return damage;
            source.Resume();
            if (source.AtEnd) yield break;
        }
        if (first is { } page) yield return page;
        if (kind is not { } many) yield break;
        foreach (var found in Records(many, source, sighting, limits, done: 0)) yield return found;
    }

    private static Reject? Look(RecordStream source, Sighting sighting, ref RecordKind? kind)
    {
        try
        {
            var head = source.Bytes.Peek(Looked);
            if (WarcRecords.Opens(head)) kind = RecordKind.Warc;
            else if (Feeds.Opens(head)) kind = RecordKind.Feed;
            else if (JsonLines.Opens(head, sighting.Path)) kind = RecordKind.JsonLines;
            return null;
        }
        catch (PackedDamageException damage)
        {
            return new Reject(sighting, damage.Code, damage.Message);
        }
    }

    // Damage to the packing is given back, for there may be a whole member behind it; everything else is the one record of the file.
    private static Reject? Single(ByteReader stream, Sighting sighting, PageLimits limits, out PageOrReject? record)
    {
        record = null;
        var bytes = new MemoryStream();
        try
        {
            while (stream.ReadAhead() is { IsEmpty: false } read)
            {
                bytes.Write(read);
                if (bytes.Length <= limits.PageBytes) continue;
                record = new Reject(sighting, RejectCodes.TooLarge, $"more than {limits.PageBytes} bytes in one page, which is the limit");
                return null;
            }
        }
        catch (PackedDamageException damage)
        {
            return new Reject(sighting, damage.Code, damage.Message);
        }
        var page = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        record = page.IsEmpty ? new Reject(sighting, RejectCodes.Empty, "the file is empty") : Page.Of(page, PageFormats.Of(page.Span, sighting.Path), sighting);
        return null;
    }
}
