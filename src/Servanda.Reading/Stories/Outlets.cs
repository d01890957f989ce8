// Who printed a page, as far as the page itself says.
using System.Buffers;
using Servanda.Model;

namespace Servanda.Reading.Stories;

/// <summary>The outlet from the page's address, from a host name that stands on it ("Theo dõi Baoquocte.vn trên"), or from the newsroom's mark in the lead.</summary>
internal static class Outlets
{
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    private static readonly string[] Suffixes = [".vn", ".com", ".org", ".net", ".info", ".co.uk", ".gov", ".eu", ".ru", ".fr", ".de"];

    // Hosts of others that stand on everybody's pages.
    private static readonly string[] Shared = ["facebook.com", "google.com", "twitter.com", "youtube.com", "tiktok.com", "zalo.me", "instagram.com", "x.com", "t.me"];

    public static string? Of(string? address, string text, IReadOnlyList<Block> blocks, string? language) =>
        HostOf(address) ?? HostOnPage(text, blocks) ?? Newsroom(text, blocks, language);

    /// <summary>The host of an address in lower case, without "www."; null where it has none.</summary>
    public static string? HostOf(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    // Only beside the story: a host that the story names is not the one that printed it.
    private static string? HostOnPage(string text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.IsCoded) continue;
            var span = block.Span.Of(text);
            for (int at = 0, dot; (dot = span[at..].IndexOf('.')) >= 0; at += dot + 1)
            {
                if (HostAround(span, at + dot) is { } host) return host;
            }
        }
        return null;
    }

    private static string? HostAround(ReadOnlySpan<char> span, int dot)
    {
        int start = dot, end = dot + 1;
        while (start > 0 && HostCharacters.Contains(span[start - 1])) start--;
        while (end < span.Length && HostCharacters.Contains(span[end])) end++;
        if (end - start < 5 || start > 0 && span[start - 1] == '@') return null;
        var host = span[start..end].Trim("-.").ToString().ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        return Suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.Ordinal) && host.Length > suffix.Length + 1) && !Shared.Any(shared => host.EndsWith(shared, StringComparison.Ordinal)) ? host : null;
    }

    // "(Dân trí) - …", "TTO - …", "MATXCƠVA (Sputnik) - …".
    private static string? Newsroom(string text, IReadOnlyList<Block> blocks, string? language)
    {
        foreach (var block in blocks)
        {
            if (!block.IsCoded) continue;
            var span = block.Span.Of(text);
            var length = Datelines.LengthAt(span);
            if (length == 0) continue;
            var mark = span[..length].TrimEnd(" -–—");
            var open = mark.LastIndexOf('(');
            // English datelines open with the place: "MANILA — …".
            if (open < 0 && language != "vi") return null;
            return (open >= 0 ? mark[(open + 1)..].Trim(") ") : mark).ToString();
        }
        return null;
    }
}
