// Where a visitor shows a token, on a server that asks for one.
using Microsoft.AspNetCore.Http;

namespace Servanda.Web.Pages;

internal static class EnterPage
{
    public static PageBody Of(Visit visit) => Form(visit, null);

    public static Task Enter(HttpContext http, Visit visit)
    {
        var token = visit.Text("token") ?? "";
        if (!visit.Site.Access.AsksForTokens || visit.Site.Access.VisitorOf(token) is null) return Server.Show(http, visit, Form(visit, visit.Words.Say("web.token-wrong")) with { Status = StatusCodes.Status403Forbidden });
        Access.Keep(http, token);
        return Server.GoTo(http, visit.Text("back"));
    }

    public static Task Leave(HttpContext http)
    {
        Access.Keep(http, null);
        return Server.GoTo(http, "/enter");
    }

    private static PageBody Form(Visit visit, string? wrong) => new(visit.Words.Say("web.enter"), Markup.Of($"""
        {(wrong is null ? default : Markup.Of($"<p role=\"alert\"><strong>{wrong}</strong></p>"))}
        <p>{visit.Words.Say("web.enter-what")}</p>
        <form action="/enter" method="post">{visit.FormToken}<input type="hidden" name="back" value="{visit.Text("back")}">
        <label>{visit.Words.Say("web.token")} <input type="password" name="token" required autocomplete="current-password" size="40"></label> <button>{visit.Words.Say("web.enter")}</button></form>
        """));
}
