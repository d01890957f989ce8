// Stands before every page: the headers that every answer carries, who is let in to what, and what goes wrong turned into a page or a problem.
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Servanda.Doors;
using Servanda.Store;
using Servanda.Words;

namespace Servanda.Web;

internal sealed class Guard(Site site)
{
    /// <summary>Nothing but our own files is loaded or run, nothing is framed, forms go only here.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What changes the ledger, and who may.</summary>
    private static readonly IReadOnlyDictionary<string, Role> Changing = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["/stories"] = Role.Rule,
        ["/rulings"] = Role.Rule,
        ["/forget"] = Role.Administer,
        [$"{Api.Root}/stories"] = Role.Rule,
        [$"{Api.Root}/rulings"] = Role.Rule,
        [$"{Api.Root}/forget"] = Role.Administer,
    };

    public async Task Let(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": a form of ours would come without its origin then, and be taken for one from elsewhere.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = site.Access.AsksForTokens ? "private, no-cache" : "no-cache";
        headers.Vary = "Accept-Language, Cookie, Authorization";
        try
        {
            if (await Refused(http)) return;
            if (http.Request.Query["lang"].ToString() is { Length: > 0 } language && Door.Languages.Contains(language))
                http.Response.Cookies.Append("lang", language, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
            await next(http);
        }
        catch (WrongCall wrong)
        {
            await Failed(http, wrong.Says.Key is "wrong.id" or "wrong.agreement" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, words => words.Say(wrong.Says));
        }
        catch (BadHttpRequestException bad)
        {
            await Failed(http, bad.StatusCode, words => words.Say("web.bad-request", Visit.Whole(MostOf(http))));
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            await Failed(http, StatusCodes.Status400BadRequest, words => words.Say("web.bad-request", Visit.Whole(MostOf(http))));
        }
        catch (LedgerException)
        {
            await Failed(http, StatusCodes.Status503ServiceUnavailable, words => words.Say("web.no-answer"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (OperationCanceledException) when (!http.Response.HasStarted)
        {
            await Failed(http, StatusCodes.Status408RequestTimeout, words => words.Say("web.too-slow", Visit.Whole((long)Server.Longest.TotalSeconds)));
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // What went wrong is told to who runs the server, never to who visits it.
            site.Surroundings.Error.WriteLine($"servanda: {http.Request.Path.Value}: {fault.GetType().Name}: {fault.Message}".ReplaceLineEndings(" "));
            await Failed(http, StatusCodes.Status500InternalServerError, words => words.Say("web.no-answer"));
        }
    }

    public Task Failed(HttpContext http, int status, Func<Wording, string> says)
    {
        var visit = new Visit(http, site);
        if (http.Request.Path.StartsWithSegments("/api") && http.Request.Path.Value != "/api") return Api.Problem(http, status, says(visit.Words));
        http.Response.StatusCode = status;
        return Server.Show(http, visit, new(visit.Words.Say("web.failed"), Markup.Of($"<p>{says(visit.Words)}</p>"), status));
    }

    /// <summary>Turns away who may not come in, and what was not meant for us. True: the answer is given.</summary>
    private async Task<bool> Refused(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.Value ?? "/";
        var sends = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        // Without tokens this machine alone is answered: a page elsewhere whose name leads to this machine is not, nor one that sends its visitors' forms here.
        if (!site.Access.AsksForTokens && !Server.IsLoopbackHost(request.Host.Host) || sends && !IsFromHere(request))
        {
            await Failed(http, StatusCodes.Status403Forbidden, words => words.Say("web.elsewhere"));
            return true;
        }
        var visitor = site.Access.VisitorOf(request);
        if (visitor is null && !Server.IsOpen(path))
        {
            if (path.StartsWith("/api/", StringComparison.Ordinal) || sends)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Failed(http, StatusCodes.Status401Unauthorized, words => words.Say("web.token-needed"));
            }
            else await Server.GoTo(http, $"/enter?back={Uri.EscapeDataString(path + request.QueryString.Value)}");
            return true;
        }
        http.Items[nameof(Visitor)] = visitor;
        if (!sends) return false;
        if (Changing.TryGetValue(path, out var role) && visitor?.Role < role)
        {
            var needed = role.ToString().ToLowerInvariant();
            await Failed(http, StatusCodes.Status403Forbidden, words => words.Say(site.Access.AsksForTokens ? "web.role-needed" : "web.tokens-needed", needed));
            return true;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostOf(http);
        if (!request.HasFormContentType || path.StartsWith("/api/", StringComparison.Ordinal)) return false;
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        slow.CancelAfter(Server.Longest);
        await request.ReadFormAsync(slow.Token);
        if (site.Access.IsOurs(request)) return false;
        await Failed(http, StatusCodes.Status403Forbidden, words => words.Say("web.old-form"));
        return true;
    }

    private static int MostOf(HttpContext http) => http.Request.Path.Value is "/stories" or $"{Api.Root}/stories" ? Server.MostPage : Server.MostBody;

    private static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}");
}
