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
    public static IEnumerable<PageOrReject> Read(Stream stream, Sighting sighting, PageLimits? limits = null)
    {
        limits ??= PageLimits.Default;
        var bytes = new ByteReader(stream);
        GzipMembers? members = null;
        if (GzipMembers.Opens(bytes.Peek(4)))
        {
            members = new GzipMembers(bytes, limits.Ratio);
            bytes = new ByteReader(members);
        }
        var source = new RecordStream(bytes, members, sighting);
        var kind = Kind.Page;
        PageOrReject? first = null;
        // An archive can be broken from its first member on, and look like something else by it.
        while ((Look(source, sighting, ref kind) ?? (kind == Kind.Page ? Single(source.Bytes, sighting, limits, out first) : null)) is { } damage)
        {
            yield return damage;
            source.Resume();
            if (source.AtEnd) yield break;
        }
        var pages = kind switch
        {
            Kind.Warc => WarcRecords.Read(source, limits),
            Kind.JsonLines => JsonLines.Read(source, limits),
            Kind.Feed => Feeds.Read(source, sighting, limits),
            Kind.Page => first is { } page ? [page] : [],
            _ => throw new InvalidOperationException($"no such kind: {kind}"),
        };
        foreach (var found in pages) yield return found;
    }

    private enum Kind { Page, Warc, JsonLines, Feed }

    private static Reject? Look(RecordStream source, Sighting sighting, ref Kind kind)
    {
        try
        {
            var head = source.Bytes.Peek(Looked);
            if (WarcRecords.Opens(head)) kind = Kind.Warc;
            else if (Feeds.Opens(head)) kind = Kind.Feed;
            else if (JsonLines.Opens(head, sighting.Path)) kind = Kind.JsonLines;
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
        var buffer = new byte[1 << 16];
        try
        {
            while (stream.Read(buffer) is var read and > 0)
            {
                bytes.Write(buffer, 0, read);
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
