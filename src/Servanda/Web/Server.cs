// The web server: its routes and its limits.
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Servanda.Web.Pages;

namespace Servanda.Web;

internal static class Server
{
    /// <summary>Bytes of a draft, or of anything else that is sent here; of a page for the ledger so many.</summary>
    public const int MostBody = 1 << 20, MostPage = 8 << 20;

    /// <summary>How long a visitor may take to send what they send.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private const int MostConnections = 400;

    private static readonly IReadOnlyList<(string Path, Func<Visit, PageBody> Page)> Pages =
    [
        ("/", HomePage.Of), ("/agreements", AgreementsPage.Of), ("/findings", FindingsPage.Of), ("/search", SearchPage.Of), ("/whatif", WhatIfPage.Of), ("/review", ReviewPage.Of), ("/actors", ActorsPage.Of),
        ("/coverage", CoveragePage.Of), ("/rulings", RulingsPage.Of), ("/enter", EnterPage.Of), ("/stories", AddPage.Of), ("/api", ApiPage.Of),
    ];

    private static readonly IReadOnlyList<(string Path, Func<Visit, string, PageBody> Page)> PagesOfOne = [("/agreements", AgreementPage.Of), ("/events", EventPage.Of), ("/stories", StoryPage.Of)];

    /// <summary>Files that are part of the program: what they are sent as, by path.</summary>
    private static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/style.css"] = "text/css; charset=utf-8",
        ["/pages.js"] = "text/javascript; charset=utf-8",
        ["/icon.svg"] = "image/svg+xml",
    };

    /// <summary>What anybody may see who reaches the server: what the door looks like.</summary>
    public static bool IsOpen(string path) => path == "/enter" || Files.ContainsKey(path);

    /// <param name="urls">Addresses to listen at, with semicolons between them; port 0 takes a free one.</param>
    public static WebApplication Of(Site site, string urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostBody;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            options.Limits.MaxConcurrentConnections = MostConnections;
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(site.Dispose);
        var guard = new Guard(site);
        app.Use((http, next) => guard.Let(http, next));
        app.UseRouting();
        foreach (var (path, type) in Files) app.MapGet(path, http => Send(http, StatusCodes.Status200OK, type, FileOf(path[1..])));
        foreach (var (path, page) in Pages) app.MapGet(path, http => Show(http, site, page));
        foreach (var (path, page) in PagesOfOne) app.MapGet($"{path}/{{id}}", http => Show(http, site, visit => page(visit, (string)http.Request.RouteValues["id"]!)));
        app.MapPost("/review", http => Show(http, site, ReviewPage.Of));
        app.MapPost("/watch", http => Watchlist.Change(http, new(http, site)));
        app.MapPost("/enter", http => EnterPage.Enter(http, new(http, site)));
        app.MapPost("/leave", http => EnterPage.Leave(http));
        app.MapPost("/stories", http => AddPage.Add(http, site));
        app.MapPost("/rulings", http => Changing.Rule(http, site));
        app.MapPost("/forget", http => Changing.Forget(http, site));
        Api.Map(app, site);
        app.MapFallback(http => guard.Failed(http, StatusCodes.Status404NotFound, words => words.Say("web.no-page")));
        return app;
    }

    /// <summary>Whether only programs on this machine can reach the addresses.</summary>
    public static bool IsLoopback(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } all
        && all.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == "http" && IsLoopbackHost(uri.Host));

    public static bool IsLoopbackHost(string host) => host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    public static Task Send(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>On to another page of ours, after something was changed; what is no path of ours leads to the first page.</summary>
    public static Task GoTo(HttpContext http, string? back)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = back is ['/'] or ['/', not ('/' or '\\'), ..] && back.All(c => c is > ' ' and < '\x7f') ? back : "/";
        return Task.CompletedTask;
    }

    public static async Task Show(HttpContext http, Site site, Func<Visit, PageBody> page)
    {
        var visit = new Visit(http, site);
        await (await site.Page(visit, page)).Send(http, visit);
    }

    public static Task Show(HttpContext http, Visit visit, PageBody page) => MadePage.Of(page, visit).Send(http, visit);

    /// <summary>Gives an answer its mark, and where the visitor has the same one already says that instead of sending it again.</summary>
    /// <param name="hash">Of the whole answer.</param>
    public static bool IsThere(HttpContext http, ReadOnlySpan<byte> hash)
    {
        var mark = $"\"{Convert.ToHexStringLower(hash[..16])}\"";
        http.Response.Headers.ETag = mark;
        if (!http.Request.Headers.IfNoneMatch.ToString().Contains(mark, StringComparison.Ordinal)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static string FileOf(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
