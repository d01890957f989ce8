// What the server keeps: worked out once however many ask, never older than the ledger, and no page waits for another that takes long.
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Servanda.Doors;
using Servanda.Web;
using Xunit;

namespace Servanda.Tests;

public sealed partial class KeptAnswersTests : IDisposable
{
    private readonly Command.Folder folder = new();

    /// <summary>Whatever is kept of them: agreements on days and as known on days, pairs, events, stories, questions to the API.</summary>
    private static readonly string[] Asked =
    [
        "/", "/agreements", "/agreements/open-skies", "/agreements/open-skies?on=2020-11-11", "/agreements/open-skies?known-at=2020-11-22", "/agreements/open-skies?known-at=2021-12-20&on=2021-12-18",
        "/agreements/open-skies?known-at=2030-01-01&on=2031-01-01", "/agreements/inf?known-at=2019-02-03", "/findings", "/findings?agreement=open-skies", "/actors?a=RUS&b=USA", "/whatif?agreement=open-skies&party=CAN&act=notify-withdrawal&on=2026-11-22",
        "/whatif?agreement=open-skies&party=RUS&act=notify-withdrawal&on=2021-03-01", "/rulings", "/coverage", "/coverage?agreement=open-skies", "/search?q=bau+troi+mo", "/api/v1/status?agreement=open-skies&on=2021-12-18",
        "/api/v1/status?agreement=open-skies&on=2021-12-18&known-at=2020-12-01", "/api/v1/status?party=RUS", "/api/v1/timeline?agreement=open-skies", "/api/v1/findings", "/api/v1/coverage", "/api/v1/due?within=400d&on=2021-06-20",
    ];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_many_ask_for_at_once_is_worked_out_once()
    {
        var (kept, times, begin) = (new KeptAnswers<string>(100, text => text.Length), 0, new TaskCompletionSource());
        var all = Enumerable.Range(0, 50).Select(_ => kept.Of("page", "now", Make)).ToList();
        begin.SetResult();
        Assert.All(await Task.WhenAll(all), answer => Assert.Equal("answer", answer));
        Assert.Equal(1, times);

        async Task<string> Make()
        {
            times++;
            await begin.Task;
            return "answer";
        }
    }

    [Fact]
    public async Task What_failed_and_what_is_older_than_the_ledger_is_worked_out_again()
    {
        var kept = new KeptAnswers<string>(100, text => text.Length);
        await Assert.ThrowsAsync<WrongCall>(() => kept.Of("page", "before", () => Task.FromException<string>(new WrongCall("wrong.id", "x"))));
        // What failed goes after it has been told.
        while (await Answer("page", "before", "first") is { } answer && answer != "first") await Task.Yield();
        Assert.Equal("first", await Answer("page", "before", "second"));
        Assert.Equal("third", await Answer("page", "now", "third"));

        async Task<string> Answer(string key, string stamp, string text)
        {
            try
            {
                return await kept.Of(key, stamp, () => Task.FromResult(text));
            }
            catch (WrongCall)
            {
                return "failed";
            }
        }
    }

    [Fact]
    public async Task What_is_kept_weighs_no_more_than_it_may_and_what_is_asked_for_again_stays()
    {
        var (kept, made) = (new KeptAnswers<string>(20, text => text.Length), new List<string>());
        for (var i = 0; i < 200; i++)
        {
            await Ask("often");
            await Ask($"page {i}");
        }
        Assert.Equal(1, made.Count(name => name == "often"));
        await Ask("page 0");
        Assert.Equal(2, made.Count(name => name == "page 0"));

        async Task Ask(string name)
        {
            await kept.Of(name, "now", () =>
            {
                made.Add(name);
                return Task.FromResult("xxxx");
            });
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_page_that_costs_a_glance_does_not_wait_for_those_that_take_long()
    {
        var turns = new Turns(2, () => TimeSpan.Zero);
        using var end = new ManualResetEventSlim();
        var longOnes = Enumerable.Range(0, 5).Select(i => turns.Of("long", () => { end.Wait(); return i; }, usually: TimeSpan.FromSeconds(1))).ToList();
        var glances = Enumerable.Range(0, 20).Select(i => turns.Of("short", () => i)).ToList();
        Assert.Equal(Enumerable.Range(0, 20), await Task.WhenAll(glances).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(longOnes, one => one.IsCompleted);
        end.Set();
        Assert.Equal(Enumerable.Range(0, 5), await Task.WhenAll(longOnes).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<WrongCall>(() => turns.Of<int>("wrong", () => throw new WrongCall("wrong.id", "x")));
    }

    [Fact]
    public async Task A_ledger_that_has_changed_is_answered_from_as_by_a_server_that_has_just_come_up()
    {
        Read("01-my-roi-bau-troi-mo-2020.txt");
        await using var old = await Up(makesReady: true);
        var before = await Answers(old);
        Read("13-nga-roi-bau-troi-mo-sai-ngay.txt", "03-inf-dinh-chi-2019.txt");
        var story = await Told(old, before);
        using (var explained = System.Text.Json.JsonDocument.Parse(Command.Run("timeline", "inf", "--ledger", folder["own.db"], "--format", "json").Out))
            Assert.Equal(Exit.Done, Command.Run("rule", explained.RootElement[0].GetProperty("reports")[0].GetString()!, "--accept", "--by=An", "--because=đã đọc", "--ledger", folder["own.db"]).Exit);
        await Told(old, story);

        async Task<IReadOnlyList<string>> Told(WebApplication old, IReadOnlyList<string> last)
        {
            var now = await Answers(old);
            await using var fresh = await Up();
            var told = await Answers(fresh);
            foreach (var ((path, asked), answer) in Asked.Zip(now).Zip(told)) Assert.True(asked == answer, $"{path} is not what a new server says:\n{asked}\n---\n{answer}");
            Assert.NotEqual(last, now);
            return now;
        }
    }

    private void Read(params string[] samples) => Assert.Equal(Exit.Done, Command.Run(["read", .. samples.Select(name => Repository.PathOf("samples", name)), "--ledger", folder["own.db"]]).Exit);

    private async Task<WebApplication> Up(bool makesReady = false)
    {
        var site = new Site(Command.CallOf(["serve", "--ledger", folder["own.db"]])) { Patience = TimeSpan.FromMinutes(1) };
        var app = Server.Of(site, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        if (makesReady) await site.Begin();
        return app;
    }

    /// <summary>The answers, but for the field that shows a form to be this server's.</summary>
    private static async Task<IReadOnlyList<string>> Answers(WebApplication app)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi");
        var all = new List<string>();
        foreach (var path in Asked)
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
            all.Add(Form().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ""));
        }
        return all;
    }

    [GeneratedRegex("name=\"form\" value=\"[0-9a-f]{64}\"")]
    private static partial Regex Form();
}
