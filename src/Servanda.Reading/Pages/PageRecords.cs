// The pages in a stream, one by one.
using Servanda.Model;

namespace Servanda.Reading.Pages;

/// <summary>
/// Reads whatever a stream turns out to hold and gives its pages in order. No more than one page is held in memory. What cannot be read is a reject; nothing throws
/// but a fault of the stream itself.
/// </summary>
public static class PageRecords
{
    /// <param name="sighting">Where the stream comes from; its name and path are those of a file that is one page.</param>
    public static IEnumerable<PageOrReject> Read(Stream stream, Sighting sighting, PageLimits? limits = null)
    {
        limits ??= PageLimits.Default;
        yield return Single(stream, sighting, limits);
    }

    private static PageOrReject Single(Stream stream, Sighting sighting, PageLimits limits)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limits.PageBytes) return new Reject(sighting, RejectCodes.TooLarge, $"more than {limits.PageBytes} bytes in one page, which is the limit");
        }
        if (bytes.Length == 0) return new Reject(sighting, RejectCodes.Empty, "the file is empty");
        var page = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return Page.Of(page, PageFormats.Of(page.Span, sighting.Path), sighting);
    }
}
