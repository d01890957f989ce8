// The thirty exits that matter most: which they are, and what verifies their clauses.
using System.Text.RegularExpressions;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public partial class ExitTableTests
{
    private static readonly HashSet<string> Uses = ["announce-withdrawal", "notify-withdrawal", "revoke-notice", "withdraw", "suspend"];

    [Fact]
    public void The_table_says_of_each_clause_what_its_file_says() => Assert.All(Table, row =>
    {
        var agreement = Shipped.Agreement(row.Id);
        var clause = agreement.Of<Withdrawal>().First(clause => clause.Rule is not (EndDateRule.None or EndDateRule.Unknown));
        Assert.Equal(clause.Ground.Article, row.Article);
        Assert.StartsWith($"`{Rule(clause.Rule)}`", row.Rule, StringComparison.Ordinal);
        if (clause.Period is { } period) Assert.EndsWith($"` {period}", row.Rule, StringComparison.Ordinal);
        var classes = clause.Ground.Sources.Select(key => agreement.Source(key)!.Class).ToList();
        Assert.Equal(
            !clause.Ground.Verified ? "**not verified**" : classes.Contains(SourceClass.TreatyText) ? "the text" : classes.Contains(SourceClass.Depositary) ? "the depositary"
                : classes.Contains(SourceClass.Government) ? "a government" : "reputable sources", row.By);
    });

    [Fact]
    public void No_clause_that_a_state_has_used_is_left_out() =>
        Assert.Empty(Shipped.Files.Select(file => file.Agreement)
            .Where(agreement => agreement.Of<Withdrawal>().Any(clause => clause.Rule is not (EndDateRule.None or EndDateRule.Unknown)) && agreement.Register.Any(act => Uses.Contains(act.Act)))
            .Select(agreement => agreement.Id).Except(Table.Select(row => row.Id)));

    [Fact]
    public void Nine_in_ten_of_the_thirty_are_verified()
    {
        Assert.Equal(30, Table.Select(row => row.Id).Distinct().Count());
        Assert.True(Table.Count(row => row.By != "**not verified**") >= 27);
    }

    private static List<(string Id, string Article, string Rule, string By)> Table =>
        [.. Row().Matches(Repository.Read("docs/exits.md")).Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value))];

    /// <summary>The word for a rule in data files.</summary>
    private static string Rule(EndDateRule rule) => Capital().Replace(rule.ToString(), "_$0").ToLowerInvariant();

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
