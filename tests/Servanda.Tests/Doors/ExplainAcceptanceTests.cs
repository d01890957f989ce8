// Every answer walks back to the sentence on the page, and to the article.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class ExplainAcceptanceTests(SampleLedger ledger)
{
    private JsonElement Explain(string id, params string[] more)
    {
        var answer = Command.Run(["explain", id, .. more, "--ledger", ledger.Path, "--format", "json"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    [Theory]
    [InlineData("open-skies/USA/2020-11-11", "XV(2)")]
    [InlineData("open-skies/USA/2020-11-22", "XV(2)")]
    [InlineData("open-skies/RUS/2021-06-18", "XV(2)")]
    [InlineData("open-skies/RUS/2021-12-18", "XV(2)")]
    [InlineData("inf/RUS/2019-02-03", "VCLT 72")]
    [InlineData("inf/USA/2019-08-02", "XV(2)")]
    [InlineData("new-start/RUS/2023-03-01", "VCLT 72")]
    [InlineData("new-start/USA/2026-02-06", "XIV(2)")]
    public void A_status_is_explained_down_to_an_article(string status, string article) =>
        Assert.Contains(Explain(status).GetProperty("steps").EnumerateArray(), step => step.GetProperty("article").GetString() == article);

    [Fact]
    public void A_status_is_explained_down_to_a_sentence_with_page_line_and_characters()
    {
        var tellers = Explain("open-skies/USA/2020-11-22", "--basis", "reports").GetProperty("tellers").EnumerateArray().ToList();
        Assert.NotEmpty(tellers);
        foreach (var teller in tellers)
        {
            var lines = File.ReadAllText(Directory.GetFiles(Repository.PathOf("samples"), $"{teller.GetProperty("names")[0].GetString()}.*").Single()).Split('\n');
            Assert.All(teller.GetProperty("evidence").EnumerateArray(), place =>
            {
                var (first, last) = (place.GetProperty("characters")[0].GetInt32(), place.GetProperty("characters")[1].GetInt32());
                Assert.Equal(place.GetProperty("text").GetString(), lines[place.GetProperty("line").GetInt32() - 1][(first - 1)..last]);
            });
        }
    }

    [Fact]
    public void A_finding_is_explained_by_the_beginning_of_its_id()
    {
        var finding = JsonDocument.Parse(Command.Run("findings", "open-skies", "--ledger", ledger.Path, "--format", "json").Out).RootElement[0];
        var id = finding.GetProperty("id").GetString()!;
        var explained = Explain(id[..12]);
        Assert.Equal(id, explained.GetProperty("finding").GetProperty("id").GetString());
        Assert.NotEmpty(explained.GetProperty("tellers").EnumerateArray());
    }

    [Fact]
    public void The_id_of_an_event_asks_for_the_event_and_that_of_another_report_for_the_report()
    {
        var told = JsonDocument.Parse(Command.Run("timeline", "open-skies", "--ledger", ledger.Path, "--format", "json").Out).RootElement.EnumerateArray().First(one => one.GetProperty("reports").GetArrayLength() > 1);
        var id = told.GetProperty("id").GetString()!;
        var other = told.GetProperty("reports").EnumerateArray().Select(report => report.GetString()!).First(report => report != id);
        Assert.Equal("event", Explain(id).GetProperty("kind").GetString());
        Assert.Equal("report", Explain(other).GetProperty("kind").GetString());
        Assert.Equal(id, Explain(other).GetProperty("event").GetProperty("id").GetString());
    }

    [Fact]
    public void Without_an_agreement_the_table_shows_what_the_pages_tell_of_and_says_how_to_see_the_rest()
    {
        var some = Command.Run("status", "--ledger", ledger.Path).Out;
        var all = Command.Run("status", "--all", "--ledger", ledger.Path).Out;
        Assert.Contains("open-skies", some, StringComparison.Ordinal);
        Assert.DoesNotContain("unclos", some, StringComparison.Ordinal);
        Assert.Contains("--all", some, StringComparison.Ordinal);
        Assert.Contains("unclos", all, StringComparison.Ordinal);
    }
}
