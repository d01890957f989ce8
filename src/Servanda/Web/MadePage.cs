// A page as it is sent: bytes, and between them the places that differ from visitor to visitor.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Servanda.Web;

/// <param name="Pieces">One more than there are blanks in <paramref name="Open"/>.</param>
/// <param name="Mark">By what the page is known again, its blanks apart.</param>
internal sealed record MadePage(int Status, string Language, IReadOnlyList<byte[]> Pieces, IReadOnlyList<string> Open, byte[] Mark)
{
    public long Length => Pieces.Sum(piece => (long)piece.Length);

    public static MadePage Of(PageBody page, Visit visit)
    {
        // A blank stands between two edges: every other part is one.
        var parts = Frame.Of(page, visit).ToString().Split(Blanks.Edge);
        var pieces = parts.Where((_, i) => i % 2 == 0).Select(Encoding.UTF8.GetBytes).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces) hash.AppendData(piece);
        return new(page.Status, visit.Language, pieces, [.. parts.Where((_, i) => i % 2 == 1)], hash.GetHashAndReset());
    }

    /// <summary>Sends the page to a visitor, or where the visitor has the same one already says that instead.</summary>
    public async Task Send(HttpContext http, Visit visit)
    {
        var filled = Open.Select(blank => Encoding.UTF8.GetBytes(Blanks.Filled(blank, visit))).ToList();
        http.Response.Headers.ContentLanguage = Language;
        if (Status == StatusCodes.Status200OK && HttpMethods.IsGet(http.Request.Method) && Server.IsThere(http, MarkOf(filled))) return;
        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = Length + filled.Sum(part => (long)part.Length);
        for (var i = 0; i < Pieces.Count; i++)
        {
            await http.Response.Body.WriteAsync(Pieces[i], http.RequestAborted);
            if (i < filled.Count) await http.Response.Body.WriteAsync(filled[i], http.RequestAborted);
        }
    }

    private byte[] MarkOf(List<byte[]> filled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Mark);
        foreach (var part in filled)
        {
            hash.AppendData(part);
            hash.AppendData([0]);
        }
        return hash.GetHashAndReset();
    }
}
