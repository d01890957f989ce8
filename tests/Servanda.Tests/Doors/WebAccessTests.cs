// Who may do what on the web pages and the HTTP API: tokens and roles, forms that are ours, limits.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Servanda.Doors;
using Servanda.Store;
using Servanda.Web;
using Xunit;

namespace Servanda.Tests;

/// <summary>A server that asks for tokens, over a ledger of its own.</summary>
public sealed class GuardedSite : IAsyncLifetime
{
    public const string Reader = "reader-token", Ruler = "ruler-token", Administrator = "administrator-token";

    private readonly Command.Folder folder = new();
    private WebApplication? app;

    public Uri Address => new(app!.Urls.First());

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(Exit.Done, Command.Run("read", Repository.PathOf("samples", "01-my-roi-bau-troi-mo-2020.txt"), "--ledger", folder["own.db"]).Exit);
        IReadOnlyList<TokenEntry> tokens = [new("read", "An", TokenFile.HashOf(Reader)), new("rule", "Lan", TokenFile.HashOf(Ruler)), new("administer", "Bình", TokenFile.HashOf(Administrator))];
        app = Server.Of(new(Command.CallOf(["serve", "--ledger", folder["own.db"]])) { Access = new(tokens), Patience = TimeSpan.FromMinutes(1), Reviewer = "Tòa soạn" }, "http://127.0.0.1:0");
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        folder.Dispose();
    }
}

public sealed partial class WebAccessTests(SampleLedger ledger, RunningSite site, GuardedSite app) : IClassFixture<GuardedSite>, IDisposable
{
    private const string Reader = GuardedSite.Reader, Ruler = GuardedSite.Ruler, Administrator = GuardedSite.Administrator;

    private readonly Command.Folder folder = new();

    private string Draft { get; } = File.ReadAllText(Repository.PathOf("samples", "13-nga-roi-bau-troi-mo-sai-ngay.txt"));

    public void Dispose() => folder.Dispose();

    private static HttpClient With(GuardedSite app, string? token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [Fact]
    public async Task Nothing_is_shown_without_a_token_where_tokens_are_asked_for()
    {
        foreach (var token in (string?[])[null, "wrong", ""])
        {
            using var client = With(app, token);
            using var page = await client.GetAsync("/agreements/open-skies", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
            Assert.Equal("/enter?back=%2Fagreements%2Fopen-skies", page.Headers.Location?.ToString());
            using var api = await client.GetAsync("/api/v1/status", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
            Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/style.css", TestContext.Current.CancellationToken)).StatusCode);
        }
        using var reader = With(app, Reader);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/agreements/open-skies", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_browser_enters_with_a_token_comes_back_to_where_it_was_and_leaves()
    {
        using var browser = RunningSite.Browser(app.Address);
        var door = await browser.GetStringAsync("/findings?kind=impossible", TestContext.Current.CancellationToken);
        Assert.Contains("name=\"token\"", door, StringComparison.Ordinal);
        var form = Field("form").Match(door).Groups[1].Value;
        using var wrong = await browser.PostAsync("/enter", new FormUrlEncodedContent([new("form", form), new("token", "nonsense")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        using var entered = await browser.PostAsync("/enter", new FormUrlEncodedContent([new("form", form), new("token", Ruler), new("back", "/findings?kind=impossible")]), TestContext.Current.CancellationToken);
        Assert.Equal("/findings?kind=impossible", entered.RequestMessage?.RequestUri?.PathAndQuery);
        Assert.Contains("Lan", await entered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var left = await browser.PostAsync("/leave", new FormUrlEncodedContent([new("form", form)]), TestContext.Current.CancellationToken);
        Assert.Contains("name=\"token\"", await browser.GetStringAsync("/findings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test")]
    [InlineData("https://evil.test/")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    public async Task After_entering_nobody_is_sent_elsewhere(string back)
    {
        using var browser = RunningSite.Browser(app.Address);
        var form = Field("form").Match(await browser.GetStringAsync("/enter", TestContext.Current.CancellationToken)).Groups[1].Value;
        using var entered = await browser.PostAsync("/enter", new FormUrlEncodedContent([new("form", form), new("token", Reader), new("back", back)]), TestContext.Current.CancellationToken);
        Assert.Equal("/", entered.RequestMessage?.RequestUri?.PathAndQuery);
    }

    [Theory]
    [InlineData("/api/v1/stories", Reader, HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/rulings", Reader, HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/forget", Ruler, HttpStatusCode.Forbidden)]
    [InlineData("/api/v1/stories", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/review", Reader, HttpStatusCode.OK)]
    public async Task A_role_allows_what_it_says_and_no_more(string path, string token, HttpStatusCode status)
    {
        using var client = With(app, token);
        using var answer = await client.PostAsync(path, new StringContent(Draft), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Without_tokens_this_machine_may_read_and_not_write()
    {
        using var client = await site.Client(ledger);
        foreach (var path in (string[])["/api/v1/stories", "/api/v1/rulings", "/api/v1/forget"])
        {
            using var answer = await client.PostAsync(path, new StringContent(Draft), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("--tokens", JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_is_read_in_ruled_on_under_the_name_of_the_token_and_taken_out()
    {
        using var client = With(app, Administrator);
        using var read = await client.PostAsync("/api/v1/stories?outlet=BVB", new StringContent(Draft), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, read.StatusCode);
        using var again = await client.PostAsync("/api/v1/stories?outlet=BVB", new StringContent(Draft), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        // The finding that the page gives is there at once.
        var finding = JsonDocument.Parse(await client.GetStringAsync("/api/v1/findings?kind=impossible", TestContext.Current.CancellationToken)).RootElement.EnumerateArray().Single();
        Assert.Contains("18/12/2021", await client.GetStringAsync("/findings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var report = finding.GetProperty("reports").EnumerateArray().First().GetString()!;
        using var ruled = await client.PostAsync("/api/v1/rulings", Json($$"""{"reports":["{{report}}"],"kind":"correct","corrections":{"date":"2021-12-18"},"because":"Điều XV(2)"}"""), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, ruled.StatusCode);
        var ruling = JsonDocument.Parse(await ruled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("ruling");
        Assert.Equal("Bình", ruling.GetProperty("by").GetString());
        Assert.Contains("Điều XV(2)", await client.GetStringAsync("/rulings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/stories/{await Forgotten(client)}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain("18/12/2021", await client.GetStringAsync("/findings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_read_pages_in_and_rule()
    {
        using var browser = RunningSite.Browser(app.Address);
        var form = Field("form").Match(await browser.GetStringAsync("/enter", TestContext.Current.CancellationToken)).Groups[1].Value;
        await browser.PostAsync("/enter", new FormUrlEncodedContent([new("form", form), new("token", Ruler)]), TestContext.Current.CancellationToken);
        using var file = new MultipartFormDataContent { { new StringContent(form), "form" }, { new StringContent("BVB"), "outlet" }, { new ByteArrayContent(File.ReadAllBytes(Repository.PathOf("samples", "03-inf-dinh-chi-2019.txt"))), "page", "trang.txt" } };
        using var story = await browser.PostAsync("/stories", file, TestContext.Current.CancellationToken);
        var page = await story.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("/stories/", story.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        var way = EventLink().Match(page).Groups[1].Value;
        var told = await browser.GetStringAsync(way, TestContext.Current.CancellationToken);
        var report = Option().Match(told).Groups[1].Value;
        using var ruled = await browser.PostAsync("/rulings", new FormUrlEncodedContent([new("form", form), new("report", report), new("kind", "accept"), new("because", "đã đọc"), new("back", way)]), TestContext.Current.CancellationToken);
        Assert.Contains("“đã đọc”", await ruled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_form_that_is_not_ours_is_refused(string form)
    {
        using var browser = await site.Visitor(ledger);
        await RunningSite.FormOf(browser);
        using var answer = await browser.PostAsync("/review", new FormUrlEncodedContent([new("text", Draft), new("form", form)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_is_let_say_where_a_form_comes_from()
    {
        using var client = await site.Client(ledger);
        using var answer = await client.GetAsync("/review", TestContext.Current.CancellationToken);
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        using var opaque = new HttpRequestMessage(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent([new("text", "x")]) };
        opaque.Headers.TryAddWithoutValidation("Origin", "null");
        using var refused = await client.SendAsync(opaque, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_watched_stands_on_the_first_page_until_it_is_taken_off()
    {
        using var browser = await site.Visitor(ledger);
        var form = await RunningSite.FormOf(browser);
        foreach (var what in (string[])["open-skies", "RUS"])
        {
            using var put = await browser.PostAsync("/watch", new FormUrlEncodedContent([new("form", form), new("what", what), new("on", "1"), new("back", "/")]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        }
        var home = await browser.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(2, Regex.Count(home[home.IndexOf("class=\"watched\"", StringComparison.Ordinal)..], "name=\"what\""));
        await browser.PostAsync("/watch", new FormUrlEncodedContent([new("form", form), new("what", "open-skies"), new("on", "0"), new("back", "/")]), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("value=\"open-skies\"", await browser.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var wrong = await browser.PostAsync("/watch", new FormUrlEncodedContent([new("form", form), new("what", "<script>"), new("on", "1")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Reviews_that_are_given_out_name_who_answers_for_them()
    {
        using var client = With(app, Administrator);
        await client.PostAsync("/api/v1/stories", new StringContent(Draft), TestContext.Current.CancellationToken);
        Assert.Contains("Tòa soạn", await client.GetStringAsync("/api/v1/export?format=jsonld", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Forgotten(client);
    }

    /// <summary>Takes the draft out of the ledger again; gives its page's id.</summary>
    private async Task<string> Forgotten(HttpClient client)
    {
        var page = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Draft)));
        using var forgotten = await client.PostAsync("/api/v1/forget", Json($$"""{"page":"{{page}}"}"""), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, forgotten.StatusCode);
        return page;
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"reports":["--ledger=x.db"],"kind":"accept","because":"x"}""")]
    [InlineData("""{"reports":["ffff"],"kind":"accept","because":"x"}""")]
    public async Task A_wrong_ruling_is_a_problem(string body)
    {
        using var client = With(app, Ruler);
        using var answer = await client.PostAsync("/api/v1/rulings", Json(body), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{answer.StatusCode}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void A_token_is_shown_once_and_its_file_keeps_only_the_hash()
    {
        var made = Command.Run("token", "Lan Anh", "--role", "rule", "--tokens", folder["tokens"]);
        Assert.Equal(Exit.Done, made.Exit);
        var token = made.Out.Trim();
        Assert.Equal(48, token.Length);
        Assert.DoesNotContain(token, File.ReadAllText(folder["tokens"]), StringComparison.Ordinal);
        var (tokens, faults) = TokenFile.Read(folder["tokens"]);
        Assert.Empty(faults);
        Assert.Equal(("rule", "Lan Anh"), (tokens.Single().Role, tokens.Single().Name));
        Assert.Equal(Role.Rule, new Access(tokens).VisitorOf(token)?.Role);
        Assert.Null(new Access(tokens).VisitorOf(token + "0"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["tokens"]));
    }

    [Fact]
    public void A_file_of_tokens_with_faults_lists_them_all_and_none_counts()
    {
        File.WriteAllText(folder["tokens"], $"# people\nrule {TokenFile.HashOf("x")} Lan\nking {TokenFile.HashOf("y")} An\nread short Bình\n");
        var (_, faults) = TokenFile.Read(folder["tokens"]);
        Assert.Equal([3, 4], faults.Select(fault => fault.Line));
        Assert.Equal(Exit.Wrong, Command.Run("serve", "--tokens", folder["tokens"]).Exit);
        File.WriteAllText(folder["tokens"], "# nobody\n");
        var answer = Command.Run("serve", "--urls", "http://0.0.0.0:1", "--tokens", folder["tokens"]);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Contains("servanda token", answer.Error, StringComparison.Ordinal);
    }

    private static Regex Field(string name) => new($"name=\"{name}\" value=\"([^\"]*)\"", RegexOptions.CultureInvariant);

    [GeneratedRegex("href=\"(/events/[0-9a-f]+)\"")]
    private static partial Regex EventLink();

    [GeneratedRegex("<select name=\"report\"><option value=\"([0-9a-f]+)\"")]
    private static partial Regex Option();
}
