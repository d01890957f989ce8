// The frame of every page: head, navigation, switch of language, foot.
using Servanda.Doors;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>A page: its title and what stands between navigation and foot.</summary>
internal sealed record PageBody(string Title, Markup Body, int Status = 200);

internal static class Frame
{
    private static readonly (string Path, string Word)[] Ways =
        [("/agreements", "web.agreements"), ("/findings", "web.findings"), ("/actors", "web.actors"), ("/whatif", "web.whatif"), ("/review", "web.review"), ("/rulings", "web.rulings"), ("/coverage", "web.coverage")];

    public static Markup Of(PageBody page, Visit visit)
    {
        var words = visit.Words;
        return Markup.Of($"""
            <!doctype html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} · Servanda</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/style.css">
            <script type="module" src="/pages.js"></script>
            </head>
            <body>
            <a class="skip" href="#main">{words.Say("web.skip")}</a>
            <header>
            <nav aria-label="{words.Say("web.navigation")}"><a class="name" href="/">Servanda</a>{Ways.Select(way => Way(way.Path, words.Say(way.Word), visit))}</nav>
            <form class="find" action="/search" role="search"><input type="search" name="q" aria-label="{words.Say("web.search")}" placeholder="{words.Say("web.search")}" value="{(visit.Path == "/search" ? visit.Text("q") : null)}"><button>{words.Say("web.search")}</button></form>
            <p class="tongues">{Door.Languages.Select(language => Tongue(language, visit))}</p>
            </header>
            <main id="main" data-filter="{words.Say("web.filter")}" data-slide="{words.Say("web.slider")}">
            <h1>{page.Title}</h1>
            {(visit.Site.LeftToJudge is > 0 and var left ? Markup.Of($"<p class=\"note\" role=\"status\">{words.Say("web.judging", Visit.Whole(left))}</p>") : default)}
            {page.Body}
            </main>
            <footer><p>{words.Say("web.foot", Program.Version, visit.Knowledge.Version[..12])} · <a href="/api">API</a>{(visit.May(Role.Rule) ? Markup.Of($" · <a href=\"/stories\">{words.Say("web.add")}</a>") : default)}</p>{(visit.Name is { } name ? Markup.Of($"<form action=\"/leave\" method=\"post\">{visit.FormToken}{words.Say("web.entered-as", name)} <button>{words.Say("web.leave")}</button></form>") : default)}</footer>
            </body>
            </html>

            """);
    }

    private static Markup Way(string path, string word, Visit visit) => visit.Path == path || visit.Path.StartsWith($"{path}/", StringComparison.Ordinal)
        ? Markup.Of($"<a href=\"{path}\" aria-current=\"page\">{word}</a>")
        : Markup.Of($"<a href=\"{path}\">{word}</a>");

    private static Markup Tongue(string language, Visit visit)
    {
        var name = language == "vi" ? "Tiếng Việt" : "English";
        var here = visit.With("lang", language);
        return language == visit.Language ? Markup.Of($"<span lang=\"{language}\" aria-current=\"true\">{name}</span> ") : Markup.Of($"<a lang=\"{language}\" hreflang=\"{language}\" href=\"{here}\">{name}</a> ");
    }
}
