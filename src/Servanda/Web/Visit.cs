// One visit to a page: what was asked, in which language, of which ledger.
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>What a page may know. Every reader of a value throws <see cref="WrongCall"/> for one that is not allowed, as the command does.</summary>
internal sealed class Visit(HttpContext http, Site site)
{
    private OpenLedgers.Lent? lent;
    private bool asked;

    public Site Site => site;

    public Knowledge Knowledge => site.Knowledge;

    public string Language { get; } = LanguageOf(http.Request);

    public Wording Words => site.WordsIn(Language);

    /// <summary>Null where nothing has been read yet: then the agreements' files alone answer.</summary>
    public LedgerStore? Ledger
    {
        get
        {
            if (!asked) (lent, asked) = (site.Ledgers.Lend(), true);
            return lent?.Ledger;
        }
    }

    public LocalDate Today => site.Today();

    /// <summary>Who visits; nobody is let in to a page without this.</summary>
    public Visitor Visitor { get; } = http.Items[nameof(Visitor)] as Visitor ?? new(Role.Read, null);

    /// <summary>Whose name stands under what the visitor rules; null where no tokens are asked for.</summary>
    public string? Name => Visitor.Name;

    public bool May(Role role) => Visitor.Role >= role;

    /// <summary>The hidden field that shows a form to be ours.</summary>
    public Markup FormToken => Blanks.OfForm;

    /// <summary>The same as it stands for this visitor.</summary>
    public Markup FormField => Access.Hidden(site.Access.FormTokenOf(http));

    /// <summary>This page with all that was asked of it, to come back to; the first page after a form was sent.</summary>
    public string Here => HttpMethods.IsGet(http.Request.Method) ? With("lang", null) : "/";

    /// <summary>All that a page depends on but the ledger; null where it is not to be kept.</summary>
    public string? Key => !HttpMethods.IsGet(http.Request.Method) || Path == "/enter" ? null
        : $"{Language} {Today} {Visitor.Role} {Name} {Path}{http.Request.QueryString.Value}{(Path == "/" ? $" {string.Join('.', Watchlist.Of(this))}" : null)}";

    /// <summary>What pages that take about as long are called alike: the route, which agreement, and what else is asked.</summary>
    public string Kind => $"{(http.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText} {(Path.StartsWith("/agreements/", StringComparison.Ordinal) ? Path : Text("agreement"))} {string.Join(' ', http.Request.Query.Keys)}";

    /// <summary>Gives the ledger back, so that others can ask it; asked for again it is lent again.</summary>
    public void GiveBack()
    {
        lent?.Dispose();
        (lent, asked) = (null, false);
    }

    public string? Cookie(string name) => http.Request.Cookies[name];

    /// <summary>The text of a file that was sent with a form; null where none was.</summary>
    public IFormFile? File(string name) => http.Request.HasFormContentType ? http.Request.Form.Files.GetFile(name) is { Length: > 0 } file ? file : null : null;

    public string Path => http.Request.Path.Value ?? "/";

    public string? Text(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : http.Request.HasFormContentType && http.Request.Form[name].ToString() is { Length: > 0 } field ? field : null;

    public LocalDate? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        var read = LocalDatePattern.Iso.Parse(text);
        return read.Success ? read.Value : throw new WrongCall("wrong.day", name, text);
    }

    public Agreement Agreement(string id) => Knowledge.Agreements.Find(id) ?? throw new WrongCall("wrong.agreement", id, string.Join(", ", Nearest.To(id, Knowledge.Agreements.Select(one => one.Id))));

    public string? Actor(string name)
    {
        if (Text(name) is not { } text) return null;
        var codes = site.Actors;
        return codes.Find(text) ?? throw new WrongCall("wrong.actor", name, text, string.Join(", ", codes.NearestTo(text, Words)));
    }

    public string? OneOf(string name, IReadOnlyList<string> allowed) => Text(name) is not { } given ? null : allowed.Contains(given) ? given : throw new WrongCall("wrong.choice", name, given, string.Join(", ", allowed));

    /// <summary>This page with one thing asked otherwise; a value of null takes it away.</summary>
    public string With(string name, string? value)
    {
        var query = http.Request.Query.Where(one => one.Key != name && one.Key != "lang").Select(one => (one.Key, Value: one.Value.ToString())).Concat(value is null ? [] : [(name, value)]);
        var text = string.Join('&', query.Select(one => $"{Uri.EscapeDataString(one.Item1)}={Uri.EscapeDataString(one.Item2)}"));
        return text == "" ? Path : $"{Path}?{text}";
    }

    /// <summary>By <c>?lang=</c>, else what was chosen before, else the browser's wish, else Vietnamese.</summary>
    private static string LanguageOf(HttpRequest request)
    {
        foreach (var wish in (string?[])[request.Query["lang"], request.Cookies["lang"]])
            if (wish is not null && Door.Languages.Contains(wish)) return wish;
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Door.Languages.FirstOrDefault(language => wish.Value.Value?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true))
            .FirstOrDefault(language => language is not null) ?? "vi";
    }

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
