// What was fetched, untouched, and where it was seen.
using System.Security.Cryptography;

namespace Servanda.Model;

/// <summary>The format a page's bytes turned out to be in.</summary>
public enum PageFormat { PlainText, Html }

/// <summary>Where and how a page was seen. None of it is part of the page: the same bytes seen twice are one page with two sightings.</summary>
/// <param name="Name">The name that the page goes by in output: a file's name without its extension, or the record's place in its archive.</param>
/// <param name="Path">The file or archive, as the user named it.</param>
/// <param name="Offset">The byte offset of the record in an archive, null for a file that is the page.</param>
/// <param name="Captured">The day a crawler fetched it, where the archive says so: a latest possible told day, never the told day.</param>
public sealed record Sighting(string Name, string Path, long? Offset = null, string? Address = null, Edtf? Captured = null, Edtf? Published = null, string? Outlet = null);

/// <summary>A page: its bytes, its identity (SHA-256 of the bytes, lower-case hex) and this sighting of it.</summary>
public sealed record Page(string Id, ReadOnlyMemory<byte> Bytes, PageFormat Format, Sighting Sighting)
{
    public static Page Of(ReadOnlyMemory<byte> bytes, PageFormat format, Sighting sighting) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), bytes, format, sighting);
}

/// <summary>A page that could not be read: which, why (a stable code) and what was found.</summary>
public sealed record Reject(Sighting Sighting, string Code, string Reason);
