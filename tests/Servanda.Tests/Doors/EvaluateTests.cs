// evaluate: the measure gives the figures that are known for a run, and lists what is behind them.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class EvaluateTests
{
    private static readonly string Gold = Repository.PathOf("tests/corpus/evaluate/gold");
    private static readonly string Run = Repository.PathOf("tests/corpus/evaluate/run");

    private static JsonElement Evaluate(params string[] arguments)
    {
        var answer = Command.Run(["evaluate", .. arguments, "--format", "json"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    private static (int, int, int) Counts(JsonElement score) => (score.GetProperty("found").GetInt32(), score.GetProperty("invented").GetInt32(), score.GetProperty("missed").GetInt32());

    /// <summary>The counts that the corpus's own scorer gives for this run of four pages.</summary>
    [Fact]
    public void The_figures_are_those_of_the_corpus_scorer()
    {
        var given = Evaluate(Gold, Run);
        Assert.Equal((27, 27, 29), Counts(given.GetProperty("events_exact")));
        Assert.Equal((40, 10, 16), Counts(given.GetProperty("events_root")));
        Assert.Equal((14, 40, 42), Counts(given.GetProperty("events_whole")));
        Assert.Equal(0.490909, given.GetProperty("events_exact").GetProperty("f1").GetDouble());
        (string, int, int)[] shares =
        [
            ("date", 16, 24), ("status", 28, 32), ("polarity", 32, 32), ("quantities", 3, 6), ("speaker", 1, 1), ("target", 13, 19), ("agreement", 17, 17), ("status_rare", 2, 6), ("first_act", 31, 32), ("published", 4, 4),
        ];
        Assert.All(shares, share => Assert.Equal((share.Item2, share.Item3), (given.GetProperty(share.Item1).GetProperty("right").GetInt32(), given.GetProperty(share.Item1).GetProperty("of").GetInt32())));
    }

    /// <summary>The words are there for most of what is missed: eighty-five of a hundred events on pages that were blind once.</summary>
    [Fact]
    public void Pages_show_for_how_many_events_a_rule_of_a_right_act_fired()
    {
        var given = Evaluate(Repository.PathOf("tests/corpus/opened/gold"), Repository.PathOf("tests/corpus/opened/pages"));
        var (right, of) = (given.GetProperty("triggered").GetProperty("right").GetInt32(), given.GetProperty("triggered").GetProperty("of").GetInt32());
        Assert.True(right >= given.GetProperty("events_exact").GetProperty("found").GetInt32(), "what is coded was triggered");
        Assert.InRange((double)right / of, 0.85, 1);
        Assert.False(Evaluate(Gold, Run).TryGetProperty("triggered", out _));
    }

    [Fact]
    public void Each_miss_lists_the_rules_of_a_right_act_that_fell_silent_and_why()
    {
        var given = Evaluate(Repository.PathOf("tests/corpus/opened/gold"), Repository.PathOf("tests/corpus/opened/pages"), "--misses");
        var missed = given.GetProperty("per_page").EnumerateArray().SelectMany(page => page.GetProperty("missed").EnumerateArray()).ToList();
        var silent = missed.SelectMany(one => one.GetProperty("silent").EnumerateArray()).ToList();
        Assert.Contains(silent, rule => rule.GetProperty("reason").GetString() == "object");
        Assert.Contains(silent, rule => rule.GetProperty("reason").GetString() == "roles");
        Assert.All(silent, rule => Assert.True(rule.GetProperty("words").GetString()!.Length > 0));
        Assert.All(Evaluate(Gold, Run, "--misses").GetProperty("per_page").EnumerateArray().SelectMany(page => page.GetProperty("missed").EnumerateArray()), one => Assert.False(one.TryGetProperty("silent", out _)));
    }

    [Fact]
    public void Nothing_read_is_all_missed()
    {
        using var empty = new Command.Folder();
        File.WriteAllText(empty["other.json"], """{ "page": "other", "events": [] }""");
        var given = Evaluate(Gold, empty.Path);
        Assert.Equal((0, 0, 56), Counts(given.GetProperty("events_exact")));
        Assert.Equal(0, given.GetProperty("pages_read").GetInt32());
    }

    [Fact]
    public void Misses_and_inventions_are_listed_as_many_as_are_counted()
    {
        var given = Evaluate(Gold, Run, "--misses");
        var pages = given.GetProperty("per_page").EnumerateArray().ToList();
        Assert.Equal(29, pages.Sum(page => page.GetProperty("missed").GetArrayLength()));
        Assert.Equal(27, pages.Sum(page => page.GetProperty("invented").GetArrayLength()));
        var table = Command.Run("evaluate", Gold, Run, "--misses", "--lang", "en");
        Assert.Equal(29, table.Out.Split('\n').Count(line => line.StartsWith("  missed ", StringComparison.Ordinal)));
        Assert.All(table.Out.Split('\n').TakeWhile(line => !line.StartsWith("  missed", StringComparison.Ordinal)), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Pages_are_coded_where_pages_are_given()
    {
        var given = Evaluate(Gold, Repository.PathOf("tests/corpus/pages"));
        Assert.Equal(4, given.GetProperty("pages_read").GetInt32());
        Assert.True(given.GetProperty("article").GetProperty("f1").GetDouble() > 0.9);
        Assert.True(given.GetProperty("events_exact").GetProperty("found").GetInt32() >= 20);
    }

    [Fact]
    public void A_folder_without_gold_and_a_file_of_another_shape_are_refused_in_one_line()
    {
        using var folder = new Command.Folder();
        var none = Command.Run("evaluate", folder.Path, Run, "--lang", "en");
        Assert.Equal((Exit.Wrong, 1), (none.Exit, none.Error.TrimEnd('\n').Split('\n').Length));
        File.WriteAllText(folder["broken.json"], "[1, 2]");
        var broken = Command.Run("evaluate", folder.Path, Run, "--lang", "en");
        Assert.Equal(Exit.Wrong, broken.Exit);
        Assert.Contains("broken", broken.Error, StringComparison.Ordinal);
    }
}
