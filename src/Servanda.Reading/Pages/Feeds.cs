// The stories of an RSS or Atom file, one to an entry.
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Servanda.Model;
using Servanda.Reading.Stories.Html;

namespace Servanda.Reading.Pages;

/// <summary>Every entry with a text of its own becomes a small HTML page: its title as heading, its content or summary below. No entity from outside the file is resolved.</summary>
internal static class Feeds
{
    private const long LongestFeed = 64 << 20;
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    public static bool Opens(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, 2048)];
        if (!bytes.Contains((byte)'<')) return false;
        var head = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        if (!head.TrimStart().TrimStart('ï', '»', '¿').StartsWith('<')) return false;
        return head.Contains("<rss", StringComparison.Ordinal) || head.Contains("<feed", StringComparison.Ordinal) && head.Contains("Atom", StringComparison.Ordinal) || head.Contains("<rdf:RDF", StringComparison.Ordinal);
    }

    /// <param name="done">The number of the last entry that is known already; a feed is read from its beginning all the same. 0: none is.</param>
    public static IEnumerable<PageOrReject> Read(RecordStream source, Sighting file, PageLimits limits, int done)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LongestFeed, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var xml = XmlReader.Create(source.Bytes, settings);
        for (var number = 1; ; number++)
        {
            var sighting = file with { Name = string.Create(CultureInfo.InvariantCulture, $"{file.Name}-{number}"), Offset = number };
            PageOrReject? page;
            var ends = false;
            try
            {
                page = Next(xml, sighting, limits);
                ends = page is null;
            }
            catch (XmlException exception)
            {
                page = new Reject(sighting, RejectCodes.Damaged, $"the feed is not well-formed XML: {exception.Message}");
                ends = true;
            }
            catch (PackedDamageException damage)
            {
                page = new Reject(sighting, damage.Code, damage.Message);
                ends = true;
            }
            if (page is { } found && number > done) yield return found with { Mark = found.Page is null ? null : new(RecordKind.Feed, source.IsPacked, 0, 0, number) };
            if (ends) yield break;
        }
    }

    private static PageOrReject? Next(XmlReader xml, Sighting sighting, PageLimits limits)
    {
        while (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("item" or "entry"))
            if (!xml.Read())
                return null;
        string? title = null, text = null, link = null, day = null;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return new Reject(sighting, RejectCodes.NoText, "an entry without content");
        }
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }
            var name = xml.LocalName;
            var href = xml.GetAttribute("href");
            var whole = name == "encoded" && xml.NamespaceURI == Content || name == "content";
            var value = Text(xml, limits.PageBytes);
            switch (name)
            {
                case "title":
                    title ??= value;
                    break;
                case "link":
                    link ??= href ?? value;
                    break;
                case "pubDate" or "published" or "date" or "updated":
                    day ??= value;
                    break;
                case "description" or "summary" or "encoded" or "content":
                    if (whole || text is null) text = value;
                    break;
            }
        }
        xml.Read();
        if (string.IsNullOrWhiteSpace(text)) return new Reject(sighting, RejectCodes.NoText, "an entry without a text");
        var bytes = Encoding.UTF8.GetBytes($"<title>{WebUtility.HtmlEncode(title?.Trim())}</title>\n<h1>{WebUtility.HtmlEncode(title?.Trim())}</h1>\n<div><p>{text.Trim()}</p></div>\n");
        if (bytes.Length > limits.PageBytes) return new Reject(sighting, RejectCodes.TooLarge, $"an entry of {bytes.Length} bytes; allowed: {limits.PageBytes}");
        return Page.Of(bytes, PageFormat.Html, sighting with { Address = link?.Trim(), Published = MetadataDates.Day(day) });
    }

    // The text of an element with everything below it, passed over without recursion.
    private static string Text(XmlReader xml, int longest)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
            while (xml.Read() && xml.Depth > depth)
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Length <= longest)
                    text.Append(xml.Value);
        xml.Read();
        return text.ToString();
    }
}
