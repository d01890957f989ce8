// The web server: routes, the headers that every answer carries, and what goes wrong turned into a page or a problem.
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Servanda.Doors;
using Servanda.Store;
using Servanda.Web.Pages;

namespace Servanda.Web;

internal static class Server
{
    /// <summary>Bytes of a draft, or of anything else that is sent here.</summary>
    private const int MostBody = 1 << 20;

    /// <summary>Nothing but our own style sheet is loaded, nothing runs, nothing is framed, forms go only here.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly IReadOnlyList<(string Path, Func<Visit, PageBody> Page)> Pages =
    [
        ("/", HomePage.Of), ("/agreements", AgreementsPage.Of), ("/findings", FindingsPage.Of), ("/search", SearchPage.Of), ("/whatif", WhatIfPage.Of), ("/review", ReviewPage.Of), ("/actors", ActorsPage.Of),
        ("/coverage", CoveragePage.Of),
    ];

    private static readonly IReadOnlyList<(string Path, Func<Visit, string, PageBody> Page)> PagesOfOne = [("/agreements", AgreementPage.Of), ("/events", EventPage.Of), ("/stories", StoryPage.Of)];

    /// <param name="urls">Addresses to listen at, with semicolons between them; port 0 takes a free one.</param>
    public static WebApplication Of(Site site, string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBody;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use((http, next) => Guarded(http, site, next));
        app.UseRouting();
        app.MapGet("/style.css", http => Send(http, 200, "text/css; charset=utf-8", Style()));
        foreach (var (path, page) in Pages) app.MapGet(path, http => Show(http, site, page));
        foreach (var (path, page) in PagesOfOne) app.MapGet($"{path}/{{id}}", http => Show(http, site, visit => page(visit, (string)http.Request.RouteValues["id"]!)));
        app.MapPost("/review", async http =>
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            await Show(http, site, ReviewPage.Of);
        });
        Api.Map(app, site);
        app.MapFallback(http => Failed(http, site, StatusCodes.Status404NotFound, words => words.Say("web.no-page")));
        return app;
    }

    /// <summary>Whether only programs on this machine can reach the addresses.</summary>
    public static bool IsLoopback(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } all
        && all.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == "http" && IsLoopbackHost(uri.Host));

    public static Task Send(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static async Task Guarded(HttpContext http, Site site, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language, Cookie";
        try
        {
            // A page elsewhere whose name leads to this machine is not to be answered, nor one that sends its visitors' forms here.
            if (!IsLoopbackHost(http.Request.Host.Host) || HttpMethods.IsPost(http.Request.Method) && !IsFromHere(http.Request))
            {
                await Failed(http, site, StatusCodes.Status403Forbidden, words => words.Say("web.elsewhere"));
                return;
            }
            if (http.Request.Query["lang"].ToString() is { Length: > 0 } language && Door.Languages.Contains(language))
                http.Response.Cookies.Append("lang", language, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
            await next(http);
        }
        catch (WrongCall wrong)
        {
            await Failed(http, site, wrong.Says.Key is "wrong.id" or "wrong.agreement" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, words => words.Say(wrong.Says));
        }
        catch (BadHttpRequestException bad)
        {
            await Failed(http, site, bad.StatusCode, words => words.Say("web.bad-request", Visit.Whole(MostBody)));
        }
        catch (LedgerException)
        {
            await Failed(http, site, StatusCodes.Status503ServiceUnavailable, words => words.Say("web.no-answer"));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // What went wrong is told to who runs the server, never to who visits it.
            site.Surroundings.Error.WriteLine($"servanda: {http.Request.Path.Value}: {fault.GetType().Name}: {fault.Message}".ReplaceLineEndings(" "));
            await Failed(http, site, StatusCodes.Status500InternalServerError, words => words.Say("web.no-answer"));
        }
    }

    private static Task Failed(HttpContext http, Site site, int status, Func<Words.Wording, string> says)
    {
        var visit = new Visit(http, site);
        if (http.Request.Path.StartsWithSegments("/api")) return Api.Problem(http, status, says(visit.Words));
        http.Response.StatusCode = status;
        return Show(http, visit, new(visit.Words.Say("web.failed"), Markup.Of($"<p>{says(visit.Words)}</p>"), status));
    }

    private static Task Show(HttpContext http, Site site, Func<Visit, PageBody> page)
    {
        var visit = new Visit(http, site);
        return Show(http, visit, page(visit));
    }

    private static Task Show(HttpContext http, Visit visit, PageBody page)
    {
        http.Response.Headers.ContentLanguage = visit.Language;
        return Send(http, page.Status, "text/html; charset=utf-8", Frame.Of(page, visit).ToString());
    }

    private static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}");

    private static bool IsLoopbackHost(string host) => host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static string Style()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("style.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
