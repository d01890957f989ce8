// The web pages and the HTTP API: every page answers in both languages, hostile text stays text, and nothing but this machine is answered.
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Web;
using Xunit;

[assembly: AssemblyFixture(typeof(Servanda.Tests.RunningSite))]

namespace Servanda.Tests;

/// <summary>A server over the sample ledger, started when the first test asks for it.</summary>
public sealed partial class RunningSite : IAsyncDisposable
{
    private WebApplication? app;
    private readonly SemaphoreSlim one = new(1);

    public async Task<HttpClient> Client(SampleLedger ledger, string language = "vi")
    {
        await one.WaitAsync();
        try
        {
            if (app is null)
            {
                app = Server.Of(new(Command.CallOf(["serve", "--ledger", ledger.Path])) { Patience = TimeSpan.FromMinutes(1) }, "http://127.0.0.1:0");
                await app.StartAsync();
            }
        }
        finally
        {
            one.Release();
        }
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>A browser: it keeps its cookies, and follows where it is sent.</summary>
    public async Task<HttpClient> Visitor(SampleLedger ledger)
    {
        using var plain = await Client(ledger);
        return Browser(plain.BaseAddress!);
    }

    public static HttpClient Browser(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi");
        return client;
    }

    /// <summary>What the forms of this visitor's pages hold.</summary>
    public static async Task<string> FormOf(HttpClient client) => Field().Match(await client.GetStringAsync("/review", TestContext.Current.CancellationToken)).Groups[1].Value;

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Field();

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}

public partial class WebTests(SampleLedger ledger, RunningSite site)
{
    private async Task<string> Get(string path, HttpStatusCode status = HttpStatusCode.OK, string language = "vi")
    {
        using var client = await site.Client(ledger, language);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}\n{text}");
        return text;
    }

    public static TheoryData<string, string, string> Pages => new()
    {
        { "/", "Thời hạn đang chạy", "Clocks running" },
        { "/agreements", "Hiệp ước Bầu trời Mở", "Treaty on Open Skies" },
        { "/agreements/open-skies?on=2020-11-11", "đã thông báo rút, còn hiệu lực", "notice given, still in force" },
        { "/agreements/cfe", "tạm đình chỉ", "suspended" },
        { "/findings", "sớm nhất là 18/12/2021", "18 December 2021 is the earliest" },
        { "/findings?kind=impossible&agreement=open-skies", "XV(2)", "XV(2)" },
        { "/search?q=bau+troi+mo", "Nga rời Hiệp ước Bầu trời Mở", "Nga rời Hiệp ước Bầu trời Mở" },
        { "/actors?a=RUS&b=USA", "Cường độ theo thời gian", "Intensity over time" },
        { "/whatif?agreement=open-skies&party=Canada&act=notify-withdrawal&on=2026-11-22", "22/5/2027", "22 May 2027" },
        { "/review", "Dán một bài báo", "Paste a news story" },
        { "/rulings", "Không có quyết định nào", "There are no rulings" },
        { "/agreements?kind=treaty&name=bau+troi", "1 trong", "1 of" },
        { "/agreements/open-skies?on=2020-11-11&party=USA&span=4&known-at=2020-12-01", "theo những gì biết đến 1/12/2020", "as known on 1 December 2020" },
        { "/agreements/new-start?on=2023-08-01", "Tranh chấp", "Disputes" },
        { "/actors", "Ví dụ", "For example" },
        { "/whatif", "Ví dụ", "For example" },
        { "/stories", "servanda token", "servanda token" },
        { "/enter", "Mã truy cập", "Token" },
        { "/api", "Mọi câu hỏi", "Every question" },
        { "/coverage", "Đã đọc 14 bài", "14 stories read" },
        { "/stories/13-nga-roi-bau-troi-mo-sai-ngay", "<mark>", "<mark>" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_answers_in_both_languages(string path, string vi, string en)
    {
        foreach (var (language, said) in ((string, string)[])[("vi", vi), ("en", en)])
        {
            var page = await Get(path, language: language);
            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Single(Heading().Matches(page));
            Assert.DoesNotContain("<script", WithoutOurScript(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"\son\w+=|\sstyle=|javascript:", page);
            Balanced(page);
        }
    }

    [Fact]
    public async Task Every_link_on_the_way_leads_somewhere()
    {
        var seen = new HashSet<string> { "/" };
        var way = new Queue<string>(seen);
        while (way.TryDequeue(out var path) && seen.Count < 60)
            foreach (Match link in Link().Matches(await Get(path)))
                if (WebUtility.HtmlDecode(link.Groups[1].Value) is var next && next.StartsWith('/') && !next.StartsWith("/api", StringComparison.Ordinal) && seen.Add(next.Split('#')[0])) way.Enqueue(next.Split('#')[0]);
        Assert.True(seen.Count >= 60);
    }

    [Fact]
    public async Task A_finding_is_two_steps_from_the_first_page_and_shows_its_article_and_its_sentence()
    {
        var home = await Get("/");
        var findings = await Get("/findings");
        Assert.Contains("/findings#f-", home, StringComparison.Ordinal);
        var finding = findings[findings.IndexOf("18/11/2021", StringComparison.Ordinal)..];
        Assert.Contains("Điều XV(2)", finding, StringComparison.Ordinal);
        var story = await Get(WebUtility.HtmlDecode(StoryLink().Match(finding).Groups[1].Value));
        Assert.Contains("18-11-2021", story, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agreements/no-such", HttpStatusCode.NotFound)]
    [InlineData("/events/ffff", HttpStatusCode.NotFound)]
    [InlineData("/stories/..%2F..%2Fetc%2Fpasswd", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/agreements/open-skies?on=2020-11-31", HttpStatusCode.BadRequest)]
    [InlineData("/findings?kind=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/actors?a=Atlantis&b=USA", HttpStatusCode.BadRequest)]
    public async Task A_wrong_question_is_told_so_without_paths_or_traces(string path, HttpStatusCode status)
    {
        var page = await Get(path, status);
        Assert.DoesNotContain(ledger.Path, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bat Servanda\.|\.cs:line|Exception", page);
    }

    public static TheoryData<string> Hostile => ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' or 1=1 --", "</title><svg onload=alert(1)>", "{{7*7}}${x}", "javascript:alert(1)", "\u0001form\u0001", "\u0001watch\u0002RUS\u0002<b>\u0001"];

    [Theory, MemberData(nameof(Hostile))]
    public async Task What_a_visitor_sends_comes_back_as_text(string text)
    {
        var page = await Get($"/search?q={Uri.EscapeDataString(text)}");
        Assert.DoesNotContain("<script", WithoutOurScript(page), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg onload", page, StringComparison.OrdinalIgnoreCase);
        // Nobody fills in what the pages leave open for each visitor.
        Assert.DoesNotContain("name=\"form\"", page, StringComparison.Ordinal);
        Balanced(page);
        await Get($"/agreements/{Uri.EscapeDataString(text)}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_hostile_page_is_shown_as_text()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["evil.txt"], """
            <script>alert("tít")</script> Nga rút khỏi Hiệp ước Bầu trời Mở
            (<b onmouseover=alert(1)>BÁO</b>) - Ngày 18/11/2021, Nga đã chính thức rút khỏi Hiệp ước Bầu trời Mở <img src=x onerror=alert(2)>, theo Bộ Ngoại giao Nga.
            Trước đó, ngày 18/6/2021, Nga đã thông báo rút khỏi hiệp ước này "><svg onload=alert(3)> cho tất cả các bên. '; drop table event; --
            """);
        Assert.Equal(Exit.Done, Command.Run("read", folder["evil.txt"], "--outlet", "<script>x</script>", "--ledger", folder["evil.db"]).Exit);
        await using var app = Server.Of(new(Command.CallOf(["serve", "--ledger", folder["evil.db"]])), "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        foreach (var path in (string[])["/", "/stories/evil", "/findings", "/agreements/open-skies", "/search?q=rut+khoi", "/coverage"])
        {
            var page = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script", WithoutOurScript(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b on", page, StringComparison.OrdinalIgnoreCase);
            Balanced(page);
        }
        Assert.Contains("&lt;img src=x", await client.GetStringAsync("/stories/evil", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_what_pages_do_not_need()
    {
        using var client = await site.Client(ledger);
        foreach (var path in (string[])["/", "/style.css", "/api/v1/agreements", "/nowhere"])
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("Host", "evil.test")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_comes_from_elsewhere_is_not_answered(string header, string value)
    {
        using var client = await site.Client(ledger);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent([new("text", "x")]) };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_checked_and_marked()
    {
        using var client = await site.Visitor(ledger);
        var draft = File.ReadAllText(Repository.PathOf("samples", "13-nga-roi-bau-troi-mo-sai-ngay.txt"));
        using var answer = await client.PostAsync("/review", new FormUrlEncodedContent([new("text", draft), new("form", await RunningSite.FormOf(client))]), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var said in (string[])["không thể", "sớm nhất là 18/12/2021", "XV(2)", "18/12/2021 thay cho 18/11/2021", "<mark>"]) Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_too_long_is_refused()
    {
        using var client = await site.Client(ledger);
        using var answer = await client.PostAsync("/review", new StringContent($"text={new string('a', 2_000_000)}", Encoding.UTF8, "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("status?agreement=open-skies&party=USA&on=2020-11-11", "status open-skies --party USA --on 2020-11-11")]
    [InlineData("timeline?agreement=open-skies&from=2021-01-01", "timeline open-skies --from 2021-01-01")]
    [InlineData("findings?kind=impossible", "findings --kind impossible")]
    [InlineData("explain?id=open-skies/USA/2020-11-22", "explain open-skies/USA/2020-11-22")]
    [InlineData("agreements?agreement=inf", "agreements inf")]
    [InlineData("due?within=400d&on=2021-06-20", "due --within 400d --on 2021-06-20")]
    [InlineData("whatif?agreement=open-skies&party=CAN&act=withdraw&on=2026-11-22", "whatif open-skies --party CAN --act withdraw --on 2026-11-22")]
    public async Task The_API_answers_as_the_command_does(string question, string call)
    {
        var takesLedger = !call.StartsWith("agreements", StringComparison.Ordinal);
        var answer = Command.Run([.. call.Split(' '), "--format", "json", .. takesLedger ? (string[])["--ledger", ledger.Path] : []]);
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(answer.Out)), JsonSerializer.Serialize(JsonDocument.Parse(await Get($"/api/v1/{question}"))));
    }

    [Theory]
    [InlineData("status?agreement=opensky", "open-skies")]
    [InlineData("status?on=2020-11-31", "2020-11-22")]
    [InlineData("status?ledger=x.db", "agreement")]
    [InlineData("export?format=csv&out=x", "agreement")]
    [InlineData("explain?id=--help", "hyphen")]
    [InlineData("timeline?limit=x", "limit")]
    public async Task A_wrong_question_to_the_API_is_a_problem_that_says_what_is_allowed(string question, string allowed)
    {
        var problem = JsonDocument.Parse(await Get($"/api/v1/{question}", HttpStatusCode.BadRequest)).RootElement;
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Contains(allowed, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var client = await site.Client(ledger);
        using var page = await client.GetAsync("/coverage?lang=vi", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/coverage?lang=vi");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotModified, ""), (unchanged.StatusCode, await unchanged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        using var inEnglish = new HttpRequestMessage(HttpMethod.Get, "/coverage?lang=en");
        inEnglish.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var other = await client.SendAsync(inEnglish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_long_answer_comes_in_pages_or_lines_and_an_unchanged_one_not_at_all()
    {
        using var client = await site.Client(ledger);
        using var some = await client.GetAsync("/api/v1/timeline?limit=2&offset=1", TestContext.Current.CancellationToken);
        var all = JsonDocument.Parse(await Get("/api/v1/timeline")).RootElement;
        Assert.Equal(all.GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture), some.Headers.GetValues("X-Total-Count").Single());
        var two = JsonDocument.Parse(await some.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal([all[1].GetProperty("id").GetString(), all[2].GetProperty("id").GetString()], two.EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/timeline?limit=2&offset=1");
        again.Headers.IfNoneMatch.Add(some.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var lines = new HttpRequestMessage(HttpMethod.Get, "/api/v1/timeline?limit=3");
        lines.Headers.Accept.ParseAdd("application/x-ndjson");
        using var asLines = await client.SendAsync(lines, TestContext.Current.CancellationToken);
        Assert.Equal(3, (await asLines.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString() is { Length: 32 }));
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var described = JsonDocument.Parse(await Get("/api/openapi.json")).RootElement;
        Assert.Equal("3.1.0", described.GetProperty("openapi").GetString());
        foreach (var path in described.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out var get) && path.Name is not ("/api/v1/whatif" or "/api/v1/changes") && get.GetProperty("parameters").EnumerateArray().All(parameter => !parameter.GetProperty("required").GetBoolean())))
            await Get(path.Name);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:0;http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:80", false)]
    [InlineData("http://*:80", false)]
    [InlineData("http://example.test", false)]
    [InlineData("http://127.0.0.1:1;http://10.0.0.1:1", false)]
    [InlineData("", false)]
    public void Only_this_machine_is_listened_to(string urls, bool allowed)
    {
        Assert.Equal(allowed, Server.IsLoopback(urls));
        if (allowed || urls == "") return;
        var answer = Command.Run("serve", "--urls", urls);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Contains("127.0.0.1", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_escapes_everything_that_is_put_into_it_as_text()
    {
        const string Text = "<a b=\"c\" d='e'>&\u0000\u0007";
        Assert.Equal("<p>&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;</p>", Markup.Of($"<p>{Text}</p>").ToString());
        Assert.Equal("<p><b>&lt;</b></p>", Markup.Of($"<p>{Markup.Of($"<b>{"<"}</b>")}</p>").ToString());
    }

    [Fact]
    public void Lanes_tell_one_status_from_the_next_by_more_than_colour()
    {
        var agreement = ShippedKnowledge.All.Agreements.First(one => one.Id == "open-skies");
        var lanes = Lanes.Of(new(agreement, []), new(2022, 1, 1));
        var russia = lanes.Single(lane => lane.Parties.Contains("RUS")).Stretches;
        Assert.Equal([PartyStatus.NoticeRunning, PartyStatus.Withdrawn], russia.Select(stretch => stretch.Status).TakeLast(2));
        Assert.Equal((new NodaTime.LocalDate(2021, 6, 18), new NodaTime.LocalDate(2021, 12, 18)), (russia[^2].From, russia[^1].From));
        var drawn = LaneDrawing.Of(lanes, new(2019, 1, 1), new(2023, 1, 1), new(2021, 7, 1), new(ShippedKnowledge.All, "vi")).ToString();
        foreach (var told in (string[])["url(#p-notice-running)", "→", "đã rút khỏi: 18/12/2021", "đã thông báo rút, còn hiệu lực: 18/6/2021"]) Assert.Contains(told, drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_say_of_every_day_what_the_status_of_that_day_says()
    {
        var wrong = new List<string>();
        foreach (var agreement in ShippedKnowledge.All.Agreements)
        {
            var changes = new Servanda.Terms.Course(agreement, []).OverTime(new(2026, 11, 22)).SelectMany(party => party.Changes.Select((change, i) => (party.Party, change.From, change.Status, change.Contested)));
            foreach (var change in changes.Where(change => change.From.Year > 1 && change.From <= new NodaTime.LocalDate(2026, 11, 22)))
            {
                var answer = Servanda.Terms.Statuses.Of(agreement, [], new(change.From), change.Party)[0];
                if ((answer.Status, answer.Contested) != (change.Status, change.Contested)) wrong.Add($"{agreement.Id} {change.Party} {change.From}: {change.Status} {change.Contested}, status says {answer.Status} {answer.Contested}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void What_is_contested_is_drawn_with_a_pattern_and_a_sign_of_its_own()
    {
        Lane contested = new(["RUS"], [new(new(2020, 1, 1), new(2021, 1, 1), PartyStatus.Suspended, true), new(new(2021, 1, 1), new(2022, 1, 1), PartyStatus.Suspended, false)]);
        var drawn = LaneDrawing.Of([contested], new(2020, 1, 1), new(2022, 1, 1), new(2020, 7, 1), new(ShippedKnowledge.All, "vi")).ToString();
        Assert.Equal(2, Regex.Count(drawn, @"url\(#p-contested\)"));
        foreach (var told in (string[])["? ‖", "(tranh chấp): 1/1/2020 – 31/12/2020", "url(#p-suspended)"]) Assert.Contains(told, drawn, StringComparison.Ordinal);
    }

    /// <summary>The one script that pages name, and load from the server itself.</summary>
    private static string WithoutOurScript(string page) => page.Replace("<script type=\"module\" src=\"/pages.js\"></script>", "", StringComparison.Ordinal);

    /// <summary>Every element that opens closes, in order.</summary>
    private static void Balanced(string page)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(page))
        {
            var name = tag.Groups[2].Value;
            if (name is "meta" or "link" or "input" or "br" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
            if (tag.Groups[1].Value == "") open.Push(name);
            else Assert.True(open.TryPop(out var last) && last == name, $"{tag.Value} closes {string.Join(" > ", open.Reverse())}");
        }
        Assert.Empty(open);
    }

    [GeneratedRegex(@"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<h1>")]
    private static partial Regex Heading();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"(/stories/[^\"]+)\"")]
    private static partial Regex StoryLink();
}
