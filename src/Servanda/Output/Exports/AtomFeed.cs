// Findings and events as an Atom feed (RFC 4287), newest told first.
using System.Globalization;
using System.Xml;
using NodaTime;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Output.Exports;

/// <summary>An entry of the feed. <paramref name="Updated"/> is the day on which a page had told of it.</summary>
internal sealed record FeedEntry(string Id, LocalDate Updated, string Title, string Content, string Category, string? Address);

internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Entries in a feed; older ones are in the other exports.</summary>
    public const int Most = 200;

    public static void Write(TextWriter writer, string title, IEnumerable<FeedEntry> entries, Wording words, Provenance provenance)
    {
        var shown = entries.OrderByDescending(entry => entry.Updated).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(Most).ToList();
        using var xml = XmlWriter.Create(writer, new() { Indent = true, IndentChars = "  ", NewLineChars = "\n", CheckCharacters = false, OmitXmlDeclaration = true });
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, words.Language);
        Element(xml, "id", $"urn:servanda:ledger:{provenance.Ledger}");
        Element(xml, "title", title);
        Element(xml, "subtitle", words.Say("export.from", provenance.Ledger, provenance.Data));
        Element(xml, "updated", Moment(shown.Count > 0 ? shown[0].Updated : new(1970, 1, 1)));
        Element(xml, "generator", $"servanda {Program.Version}");
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", "Servanda");
        xml.WriteEndElement();
        foreach (var entry in shown)
        {
            xml.WriteStartElement("entry", Namespace);
            Element(xml, "id", $"urn:servanda:{entry.Category}:{entry.Id}");
            Element(xml, "title", entry.Title);
            Element(xml, "updated", Moment(entry.Updated));
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", entry.Category);
            xml.WriteEndElement();
            if (entry.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                xml.WriteStartElement("link", Namespace);
                xml.WriteAttributeString("rel", "related");
                xml.WriteAttributeString("href", uri.AbsoluteUri);
                xml.WriteEndElement();
            }
            xml.WriteStartElement("content", Namespace);
            xml.WriteAttributeString("type", "text");
            xml.WriteString(Clean(entry.Content));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Flush();
        writer.Write('\n');
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    /// <summary>Without what XML 1.0 cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is 0x9 or 0xA or >= 0x20 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000).Select(rune => rune.ToString()));

    private static string Moment(LocalDate day) => day.ToString("uuuu-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
