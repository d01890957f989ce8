// Pages explained through the command: why they are dated so, their copies and their versions.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public sealed class ExplainPageTests : IDisposable
{
    private const string Story =
        "Bộ Ngoại giao Nga ngày 18/6 thông báo đã gửi công hàm chính thức về việc nước này rút khỏi Hiệp ước Bầu trời Mở cho các nước lưu chiểu. Theo thông báo, hiệp ước sẽ hết hiệu lực với Nga sau sáu tháng, vào ngày 18/12. " +
        "Moskva cho rằng sau khi Mỹ ra đi, thế cân bằng giữa các nước tham gia không còn. Người phát ngôn nói cánh cửa đối thoại vẫn mở. Các nước châu Âu bày tỏ lấy làm tiếc và kêu gọi Nga xem xét lại quyết định này trong thời gian tới.";

    private readonly Command.Folder folder = new();

    public void Dispose() => folder.Dispose();

    private JsonElement Explained(string id)
    {
        var answer = Command.Run("explain", id, "--ledger", folder["ledger.db"], "--format", "json");
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    private void Read(params string[] paths) => Assert.Equal(Exit.Done, Command.Run(["read", .. paths, "--ledger", folder["ledger.db"]]).Exit);

    private string Lines(string name, params object[] pages)
    {
        File.WriteAllLines(folder[name], pages.Select(page => JsonSerializer.Serialize(page)));
        return folder[name];
    }

    [Fact]
    public void Every_constraint_on_the_told_day_is_shown_used_or_not()
    {
        Read(Path.Combine(Repository.PathOf("tests/corpus/dirty"), "d11.html"));
        var page = Explained("d11");
        Assert.Equal(("page", "2024-01-28"), (page.GetProperty("kind").GetString(), page.GetProperty("told").GetString()));
        var because = page.GetProperty("toldBecause").EnumerateArray().Select(evidence => (evidence.GetProperty("ground").GetString(), evidence.GetProperty("used").GetBoolean())).ToList();
        Assert.Contains(("stamp", true), because);
        Assert.Contains(("dateline", true), because);
        Assert.Contains(("stamp", false), because);
        var said = Command.RunIn("en", ["explain", "d11", "--ledger", folder["ledger.db"]]).Out;
        foreach (var words in (string[])["28 January 2024 18:44 GMT", "Jan 28", "not used: stamp “Nov 22 2026”"]) Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_shows_why_its_page_is_dated_so()
    {
        Read(Repository.PathOf("samples"));
        var told = JsonDocument.Parse(Command.Run("timeline", "open-skies", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement[0].GetProperty("reports")[0].GetString()!;
        Assert.All(Explained(told).GetProperty("tellers").EnumerateArray(), teller => Assert.NotEmpty(teller.GetProperty("toldBecause").EnumerateArray()));
    }

    [Fact]
    public void A_page_that_gives_two_days_on_which_it_came_out_is_a_finding()
    {
        File.WriteAllText(folder["two.html"],
            "<html><head><meta property=\"article:published_time\" content=\"2021-10-21T07:00:00+07:00\"></head><body><h1>Nga cắt quan hệ với NATO</h1><p>Hôm nay (14/3), Nga tuyên bố cắt quan hệ ngoại giao với NATO.</p>" +
            "<p>Bộ Ngoại giao Nga cho biết phái bộ của NATO tại Moskva sẽ phải đóng cửa trong những ngày tới.</p></body></html>");
        var findings = JsonDocument.Parse(Command.Run("review", folder["two.html"], "--format", "json").Out).RootElement.EnumerateArray().Where(finding => finding.GetProperty("about").GetString() == "told").ToList();
        Assert.Equal("inconsistent", Assert.Single(findings).GetProperty("kind").GetString());
        Assert.Contains("14/3", findings[0].GetRawText(), StringComparison.Ordinal);
        Read(folder["two.html"]);
        Assert.True(Explained("two").GetProperty("toldContradictory").GetBoolean());
    }

    [Fact]
    public void A_story_on_other_pages_is_linked_whether_whole_or_changed_and_counts_as_one_origin()
    {
        Read(Lines("pages.jsonl",
            new { text = $"Nga rời Bầu trời Mở\n{Story}", url = "https://mot.example/1", timestamp = "2021-06-19" },
            new { text = $"Trang nhất\nNga rút khỏi Bầu trời Mở\n{Story}\nTin khác", url = "https://hai.example/2", timestamp = "2021-06-19" },
            new { text = $"Nga rời hiệp ước\n{Story.Replace("bày tỏ lấy làm tiếc và kêu gọi", "tỏ ý tiếc, đồng thời đề nghị", StringComparison.Ordinal)}", url = "https://ba.example/3", timestamp = "2021-06-20" }));
        var copies = Explained("pages-1").GetProperty("copies").EnumerateArray().ToDictionary(copy => copy.GetProperty("names")[0].GetString()!, copy => copy.GetProperty("similarity").GetDouble());
        Assert.Equal(["pages-2", "pages-3"], copies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, copies["pages-2"]);
        Assert.InRange(copies["pages-3"], 0.6, 0.99);
        var notice = JsonDocument.Parse(Command.Run("timeline", "open-skies", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement.EnumerateArray().First(told => told.GetProperty("reports").GetArrayLength() == 3);
        Assert.Equal(1, notice.GetProperty("origins").GetInt32());
        Assert.Equal(2, Explained(notice.GetProperty("id").GetString()!).GetProperty("tellers").EnumerateArray().Count(teller => teller.TryGetProperty("copyOf", out _)));
    }

    [Fact]
    public void A_page_that_changed_at_its_address_is_a_new_version_and_both_are_kept()
    {
        Read(Lines("first.jsonl", new { text = $"Nga rời Bầu trời Mở\n{Story}", url = "https://mot.example/1", timestamp = "2021-06-19" }));
        Read(Lines("second.jsonl", new { text = $"Nga rời Bầu trời Mở\n{Story}\nMỹ chưa bình luận về thông báo này của Bộ Ngoại giao Nga.", url = "https://mot.example/1", timestamp = "2021-06-21" }));
        var version = Assert.Single(Explained("second-1").GetProperty("versions").EnumerateArray());
        Assert.Equal(("first-1", "2021-06-19"), (version.GetProperty("names")[0].GetString(), version.GetProperty("captured").GetString()));
        Assert.Single(Explained("first-1").GetProperty("versions").EnumerateArray());
        Assert.NotEmpty(Explained("first-1").GetProperty("reports").EnumerateArray());
    }
}
