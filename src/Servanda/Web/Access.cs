// Who a visitor is and what they may do: by the token they bring, or as anybody of this machine where no tokens are asked for.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Servanda.Store;

namespace Servanda.Web;

/// <summary>What a visitor may do; each may do what those before it may. Ruling includes reading pages into the ledger, administering the taking of pages out of it.</summary>
internal enum Role { Read, Rule, Administer }

/// <param name="Name">Whose token it is: who answers for a ruling. Null where no tokens are asked for.</param>
internal sealed record Visitor(Role Role, string? Name);

/// <summary>
/// The tokens of a server. Without any, whoever reaches it (this machine alone) may read and nothing else. A token comes as <c>Authorization: Bearer</c> or, from a browser, in a cookie that other sites'
/// pages cannot send.
/// </summary>
internal sealed class Access(IReadOnlyList<TokenEntry> tokens)
{
    private const string TokenCookie = "token", FormCookie = "visit", FormField = "form";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public bool AsksForTokens => tokens.Count > 0;

    /// <summary>Null: nobody who may see anything.</summary>
    public Visitor? VisitorOf(HttpRequest request)
    {
        if (!AsksForTokens) return new(Role.Read, null);
        const string Bearer = "Bearer ";
        var brought = request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : request.Cookies[TokenCookie];
        return brought is null ? null : VisitorOf(brought);
    }

    public Visitor? VisitorOf(string token)
    {
        var hash = Encoding.ASCII.GetBytes(TokenFile.HashOf(token));
        Visitor? found = null;
        // All are looked at, so that the time it takes tells nothing.
        foreach (var entry in tokens)
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(entry.Hash))) found = new(Enum.Parse<Role>(entry.Role, ignoreCase: true), entry.Name);
        return found;
    }

    /// <summary>Keeps the token in the visitor's browser, or with null forgets it there.</summary>
    public static void Keep(HttpContext http, string? token)
    {
        if (token is null) http.Response.Cookies.Delete(TokenCookie);
        else http.Response.Cookies.Append(TokenCookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, Path = "/" });
    }

    /// <summary>What a form of ours holds and no other site can know: made from a random cookie of the visitor and a key of this run of the server.</summary>
    public string FormTokenOf(HttpContext http)
    {
        if (http.Request.Cookies[FormCookie] is { Length: 32 } known) return Sealed(known);
        if (http.Items[FormCookie] is string made) return Sealed(made);
        made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Items[FormCookie] = made;
        http.Response.Cookies.Append(FormCookie, made, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
        return Sealed(made);
    }

    /// <summary>Whether a form was ours. What brings its token in a header is no form of a browser.</summary>
    public bool IsOurs(HttpRequest request) => request.Headers.Authorization.Count > 0
        || request.Cookies[FormCookie] is { Length: 32 } known && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sealed(known)), Encoding.UTF8.GetBytes(request.Form[FormField].ToString()));

    public static Markup Hidden(string sealedToken) => Markup.Of($"<input type=\"hidden\" name=\"{FormField}\" value=\"{sealedToken}\">");

    private string Sealed(string visit) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(visit)));
}
