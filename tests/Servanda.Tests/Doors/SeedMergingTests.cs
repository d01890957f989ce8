// What several of the seed pages tell of one thing, seen together: sides that differ stay two, names of the same people make one event.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

/// <summary>The five pages read into one ledger by the command.</summary>
public sealed class MergedSeeds : IDisposable
{
    private readonly Command.Folder folder = new();

    public string Path
    {
        get
        {
            var path = folder["seeds.db"];
            if (!File.Exists(path)) Assert.Equal(Exit.Done, Command.Run(["read", .. Seeds.All, "--ledger", path]).Exit);
            return path;
        }
    }

    public void Dispose() => folder.Dispose();
}

public class SeedMergingTests(MergedSeeds seeds) : IClassFixture<MergedSeeds>
{
    private List<JsonElement> Events(params string[] asked) => [.. LedgerCopies.Json(seeds.Path, ["timeline", .. asked]).EnumerateArray()];

    private static HashSet<string> Names(JsonElement e) => [.. e.GetProperty("tellers").EnumerateArray().SelectMany(teller => teller.GetProperty("names").EnumerateArray()).Select(name => name.GetString()!)];

    private JsonElement Explain(JsonElement e) => LedgerCopies.Json(seeds.Path, "explain", e.GetProperty("id").GetString()!);

    [Fact]
    public void The_same_eight_are_one_event_of_two_pages_and_the_year_of_the_page_that_has_none_is_the_other_s()
    {
        var told = Events("--actors", "NATO,RUS", "--act", "expel").Select(Explain).Single(e => Names(e).SetEquals(["seed-002", "seed-003"]));
        Assert.Equal(8, told.GetProperty("event").GetProperty("quantities").EnumerateArray().Single().GetProperty("value").GetInt32());
        Assert.Contains(told.GetProperty("agreed").EnumerateArray(), one => one.GetProperty("about").GetString() == "quantity person" && one.GetProperty("value").GetString() == "8");
        var year = Assert.Single(told.GetProperty("years").EnumerateArray());
        Assert.Equal("seed-003", PageOf(year.GetProperty("report")));
        Assert.Equal("seed-002", PageOf(year.GetProperty("from")));
        Assert.Contains("Năm của tin", Command.Run("explain", told.GetProperty("asked").GetString()!, "--ledger", seeds.Path).Out, StringComparison.Ordinal);

        string PageOf(JsonElement report) => told.GetProperty("tellers").EnumerateArray().Single(teller => teller.GetProperty("report").GetString() == report.GetString()).GetProperty("names")[0].GetString()!;
    }

    [Fact]
    public void Relations_cut_and_a_mission_suspended_stand_side_by_side_each_with_who_says_so()
    {
        var between = Events("--actors", "NATO,RUS").Select(Explain).ToList();
        var cut = between.Where(e => e.GetProperty("event").GetProperty("act").GetString() == "sever-relations").ToList();
        var mission = between.Where(e => e.GetProperty("event").GetProperty("act").GetString() is "suspend" or "close-mission" && e.GetProperty("event").GetProperty("source")[0].GetString() == "RUS").ToList();
        Assert.Contains(cut, e => Names(e).Contains("seed-002"));
        Assert.Contains(mission, e => Names(e).Contains("seed-003"));
        Assert.All(cut, one => Assert.All(mission, other => Assert.NotEqual(one.GetProperty("asked").GetString(), other.GetProperty("asked").GetString())));
        Assert.Contains(Findings("inconsistent", "act"), finding => Pages(finding).Contains("seed-002"));
    }

    [Theory]
    [InlineData("notice", "seed-002")]
    [InlineData("quantity", "seed-004")]
    public void What_sides_contest_is_shown_with_both_sides(string about, string page)
    {
        var finding = Findings("contested", about).Single(one => Pages(one).Contains(page));
        Assert.True(finding.GetProperty("because").GetArrayLength() >= 2);
        Assert.NotEmpty(finding.GetProperty("reports").EnumerateArray());
    }

    private IEnumerable<JsonElement> Findings(string kind, string about) =>
        LedgerCopies.Json(seeds.Path, "findings", "--kind", kind).EnumerateArray().Where(finding => finding.GetProperty("about").GetString() == about);

    private static IEnumerable<string> Pages(JsonElement finding) => finding.GetProperty("pages").EnumerateArray().Select(page => page.GetString()!);
}
