// What a visitor wants to keep an eye on: ids of agreements and codes of actors, kept in the visitor's own cookie and nowhere else.
using Microsoft.AspNetCore.Http;
using Servanda.Doors;

namespace Servanda.Web;

internal static class Watchlist
{
    private const string Cookie = "watch";

    /// <summary>Entries that one list holds; more are not taken.</summary>
    private const int Most = 50;

    /// <summary>The entries that still mean something, in their order.</summary>
    public static IReadOnlyList<string> Of(Visit visit) => [.. (visit.Cookie(Cookie) ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Where(what => Means(visit, what)).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>Puts what the form names on the list or takes it off, and goes back to where the visitor was.</summary>
    public static Task Change(HttpContext http, Visit visit)
    {
        var what = visit.Text("what") is { } named && Means(visit, named) ? named : throw new WrongCall("wrong.watch", visit.Text("what") ?? "");
        var list = Of(visit).Where(one => one != what).Concat(visit.Text("on") == "1" ? [what] : []).Take(Most);
        http.Response.Cookies.Append(Cookie, string.Join('.', list), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/", MaxAge = TimeSpan.FromDays(3650) });
        return Server.GoTo(http, visit.Text("back"));
    }

    /// <summary>Whether an entry is an agreement.</summary>
    public static bool IsAgreement(Visit visit, string what) => visit.Knowledge.Agreements.Any(agreement => agreement.Id == what);

    private static bool Means(Visit visit, string what) => IsAgreement(visit, what) || visit.Site.Actors.Find(what) == what;
}
