// Stories that hold the words, with or without Vietnamese accents.
namespace Servanda.Web.Pages;

internal static class SearchPage
{
    private const int Most = 50;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        var question = visit.Text("q") ?? "";
        var hits = question == "" || visit.Ledger is not { } ledger ? [] : ledger.Search(question, Most);
        var agreements = question == "" ? [] : visit.Knowledge.Agreements.Where(agreement => agreement.Names.Values.SelectMany(names => names).Append(agreement.Id).Any(name => Folded(name).Contains(Folded(question), StringComparison.Ordinal))).ToList();
        return new(words.Say("web.search"), Markup.Of($"""
            <form action="/search">{Parts.Field("q", words.Say("web.search-words"), question, "search")}<button>{words.Say("web.search")}</button></form>
            {(agreements.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.agreements")}</h2><ul>{agreements.Select(agreement => Markup.Of($"<li>{Parts.Agreement(agreement.Id, words)}</li>"))}</ul>"))}
            <h2>{words.Say("column.stories")}</h2>
            {(hits.Count == 0 ? Markup.Of($"<p>{words.Say("web.nothing-found")}</p>") : Markup.Of($"<ul>{hits.Select(hit => Markup.Of($"<li>{Parts.Story(hit.Page.Id, hit.Page.Title ?? hit.Page.Names[0])} <span class=\"soft\">{hit.Page.Outlet} {(hit.Page.Told is { } told ? words.Date(told) : null)}</span><br>{hit.Excerpt}</li>\n"))}</ul>"))}
            """));
    }

    private static string Folded(string text) => string.Join(' ', Store.SearchWords.Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
