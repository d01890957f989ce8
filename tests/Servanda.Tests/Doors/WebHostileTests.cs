// Texts that look like SQL, through everything that the web pages and the HTTP API take: answered or refused, and the ledger is what it was.
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Servanda.Doors;
using Servanda.Store;
using Servanda.Web;
using Xunit;

namespace Servanda.Tests;

/// <summary>Run by tests/postgres.sh against PostgreSQL too.</summary>
public sealed class WebHostileTests : IAsyncLifetime
{
    private const string Token = "administrator-token";

    /// <summary>Pages with all that they read of a question.</summary>
    private static readonly string[] Pages =
    [
        "/agreements?name=", "/agreements?party=", "/agreements?kind=", "/agreements/open-skies?on=", "/agreements/open-skies?party=", "/agreements/open-skies?known-at=", "/agreements/open-skies?span=", "/findings?agreement=", "/findings?kind=",
        "/search?q=", "/whatif?agreement=", "/whatif?agreement=open-skies&party=", "/whatif?agreement=open-skies&party=USA&act=", "/whatif?on=", "/actors?a=", "/actors?a=RUS&b=", "/coverage?agreement=", "/rulings?orphaned=",
        "/agreements/", "/events/", "/stories/",
    ];

    private readonly TempLedger temp = new();
    private WebApplication? app;
    private HttpClient? client;

    public static TheoryData<string> Hostile => ["'; drop table event; --", "a%' or '1'='1' union select content from report; delete from page; -- $1 @id :x \\'"];

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(Exit.Done, Command.Run("read", Repository.PathOf("samples", "01-my-roi-bau-troi-mo-2020.txt"), "--ledger", temp.Location).Exit);
        app = Server.Of(new(Command.CallOf(["serve", "--ledger", temp.Location])) { Access = new([new TokenEntry("administer", "Bình", TokenFile.HashOf(Token))]), Patience = TimeSpan.FromMinutes(1) }, "http://127.0.0.1:0");
        await app.StartAsync();
        client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null) await app.DisposeAsync();
        temp.Dispose();
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task What_looks_like_SQL_is_answered_or_refused_and_changes_nothing(string text)
    {
        var before = LedgerCopies.Export(temp.Location);
        var sent = Uri.EscapeDataString(text);
        foreach (var page in Pages) await Get(page + sent);
        foreach (var verb in Api.Asked.Select(name => Verbs.Find(name)!))
        {
            foreach (var (name, _, _) in Api.Parameters(verb)) await Get($"{Api.Root}/{verb.Name}?{name}={sent}");
            // A name that it has no parameter of.
            await Get($"{Api.Root}/{verb.Name}?{sent}={sent}");
        }
        foreach (var kind in (string[])["accept", "correct", "split", text]) await Post("rulings", Json(new { reports = new[] { text }, kind, because = text, against = new[] { text }, corrections = new Dictionary<string, string> { [text] = text } }));
        await Post("forget", Json(new { page = text }));
        Assert.Equal(before, LedgerCopies.Export(temp.Location));
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", temp.Location).Exit);
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_page_and_a_ruling_that_hold_it_are_kept_word_for_word(string text)
    {
        await Post($"stories?outlet={Uri.EscapeDataString(text)}", new StringContent($"{text}\n\n{File.ReadAllText(Repository.PathOf("samples", "13-nga-roi-bau-troi-mo-sai-ngay.txt"))}", Encoding.UTF8, "text/plain"), 201);
        using (var told = JsonDocument.Parse(Command.Run("timeline", "--ledger", temp.Location, "--format", "json").Out))
            await Post("rulings", Json(new { reports = new[] { told.RootElement[0].GetProperty("id").GetString() }, kind = "accept", because = text }), 201);
        Assert.Equal(text, LedgerCopies.Json(temp.Location, "rule")[0].GetProperty("because").GetString());
        Assert.Contains(text, LedgerCopies.Json(temp.Location, "coverage").GetProperty("outlets").EnumerateArray().Select(outlet => outlet.GetProperty("outlet").GetString()));
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", temp.Location).Exit);
    }

    private static StringContent Json<T>(T content) => new(JsonSerializer.Serialize(content), Encoding.UTF8, "application/json");

    /// <summary>An answer or a refusal, never a failure of the server.</summary>
    private async Task Get(string path)
    {
        using var answer = await client!.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
    }

    private async Task Post(string path, HttpContent content, int? status = null)
    {
        using var answer = await client!.PostAsync($"{Api.Root}/{path}", content, TestContext.Current.CancellationToken);
        Assert.True(status is { } wanted ? (int)answer.StatusCode == wanted : (int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }
}
