// A form by which who may rule reads a page into the ledger.
using System.Text;
using Microsoft.AspNetCore.Http;
using Servanda.Doors;
using Servanda.Model;

namespace Servanda.Web.Pages;

internal static class AddPage
{
    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        if (!visit.May(Role.Rule)) return new(words.Say("web.add"), Markup.Of($"<p>{words.Say(visit.Site.Access.AsksForTokens ? "web.role-needed" : "web.tokens-needed", "rule")}</p>"));
        return new(words.Say("web.add"), Markup.Of($"""
            <p>{words.Say("web.add-what")}</p>
            <form action="/stories" method="post" enctype="multipart/form-data">{visit.FormToken}
            <p><label>{words.Say("web.add-file")} <input type="file" name="page" accept=".txt,.html,.htm,text/plain,text/html"></label></p>
            <p><label for="text">{words.Say("web.add-text")}</label></p><textarea id="text" name="text"></textarea>
            <p>{Parts.Field("outlet", words.Say("column.outlet"), null)}{Parts.Field("published", words.Say("web.published"), null, "date")}<button>{words.Say("web.add-do")}</button></p></form>
            """));
    }

    /// <summary>Goes to the story that was read.</summary>
    public static async Task Add(HttpContext http, Site site)
    {
        var visit = new Visit(http, site);
        using var body = new MemoryStream();
        if (visit.File("page") is { } file) await file.CopyToAsync(body, http.RequestAborted);
        else body.Write(Encoding.UTF8.GetBytes((visit.Text("text") ?? throw new WrongCall("wrong.missing", "page")).ReplaceLineEndings("\n")));
        var id = Page.Of(body.ToArray(), PageFormat.PlainText, new("", "")).Id;
        body.Position = 0;
        var options = new List<string> { "read", "-", "--format=json" };
        foreach (var name in (string[])["outlet", "published"])
            if (visit.Text(name) is { } value) options.Add($"--{name}={value}");
        await Api.OneOfFew(http, site, () =>
        {
            var (exit, _, wrong) = Api.Ask(http, site, options, body);
            return exit == Exit.Done ? Server.GoTo(http, $"/stories/{id}") : Server.Show(http, visit, new(visit.Words.Say("web.failed"), Markup.Of($"<p>{wrong}</p>"), StatusCodes.Status422UnprocessableEntity));
        });
    }
}
