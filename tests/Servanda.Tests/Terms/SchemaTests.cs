// The schema for editors knows what the reader knows, and the guide to writing an agreement works.
using System.Text.RegularExpressions;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public partial class SchemaTests
{
    /// <summary>Every mapping that a file can have, each with a key that nobody knows.</summary>
    private const string Probe = """
        nobody: 1
        names: { nobody: x }
        sources: { a: { nobody: 1 } }
        parties: [{ nobody: 1 }]
        register: [{ nobody: 1, quantities: [{ nobody: 1 }] }]
        conditions: [{ nobody: 1 }]
        examples: [{ nobody: 1 }]
        provisions:
          - { nobody: 1, type: withdrawal, least_in_force: { nobody: 1 }, calendar: { nobody: 1 } }
          - { nobody: 1, type: follow_up }
          - { nobody: 1, type: duration }
          - { nobody: 1, type: extension }
          - { nobody: 1, type: review }
          - { nobody: 1, type: prohibition }
          - { nobody: 1, type: ceiling, values: [{ nobody: 1 }] }
          - { nobody: 1, type: quota }
          - { nobody: 1, type: advance_notice, values: [{ nobody: 1 }] }
          - { nobody: 1, type: entry_into_force }
          - { nobody: 1, type: power }
          - { nobody: 1, type: default_rule }

        """;

    private static readonly Schema Schema = Schema.Read("data/agreements/schema.json");

    [Fact]
    public void Every_shipped_file_conforms_to_the_schema()
    {
        Assert.True(AgreementPaths.Count() > 100);
        Assert.Empty(AgreementPaths.SelectMany(path => Schema.Faults(Tree(path, Repository.Read(path))).Select(fault => $"{path}:{fault}")));
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_keys()
    {
        var faults = new List<Fault>();
        AgreementFiles.Parse([("probe.yaml", Probe)], Shipped.Acts, faults);
        var asked = faults.Select(fault => (Fault: fault, Match: UnknownKey().Match(fault.Found))).Where(pair => pair.Match.Success).ToList();
        Assert.Equal(Probe.Split("nobody").Length - 1, asked.Count);
        var tree = Tree("probe.yaml", Probe);
        foreach (var (fault, match) in asked)
        {
            var place = match.Groups[1].Value is "the file" ? "" : match.Groups[1].Value;
            Assert.Equal(fault.Allowed.Split(", ").Order(StringComparer.Ordinal), Schema.KeysAt(All(tree).Single(node => node.Path == place)).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("kind: treaty", "kind: pact")]
    [InlineData("period: 6 months", "period: half a year")]
    [InlineData("rule: after_receipt", "rule: at_will")]
    [InlineData("status: in-force", "status: bound")]
    [InlineData("checked: 2026-11-22\nnames", "names")]
    [InlineData("party: LTU, bound", "party: ltu, bound")]
    [InlineData("statement: true", "statement: maybe")]
    [InlineData("act: enter-into-force", "act: begin")]
    public void What_the_reader_refuses_the_schema_refuses_too(string instead, string put)
    {
        var text = Example();
        Assert.Contains(instead, text, StringComparison.Ordinal);
        var bad = text.Replace(instead, put, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Faults(Tree("mine-ban.yaml", bad)));
        var faults = new List<Fault>();
        AgreementFiles.Parse([("mine-ban.yaml", bad)], Shipped.Acts, faults);
        Assert.NotEmpty(faults);
    }

    [Fact]
    public void The_example_of_the_guide_is_valid_and_answers_as_the_guide_says()
    {
        Assert.Empty(Schema.Faults(Tree("mine-ban.yaml", Example())));
        using var own = OwnDataTests.Own(("agreements/mine-ban.yaml", Example()));
        var valid = Command.Run("agreements", "--validate", own.Path);
        Assert.True(valid.Exit == Exit.Done, valid.Error);
        Assert.Contains("withdrawn", Command.Run("status", "mine-ban", "--party", "LTU", "--on", "2025-12-27", "--data", own.Path, "--format", "json").Out, StringComparison.Ordinal);
        var blocked = Command.Run("whatif", "mine-ban", "--party", "UKR", "--on", "2026-01-01", "--data", own.Path, "--format", "json").Out;
        Assert.Contains("\"possible\": true", blocked, StringComparison.Ordinal);
        Assert.Contains("\"earliest\": null", blocked, StringComparison.Ordinal);
        Assert.Contains("xung đột vũ trang", blocked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_names_every_rule_and_every_type()
    {
        var guide = Repository.Read("docs/agreements.md");
        foreach (var word in AgreementPaths.SelectMany(path => Word().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value)).Distinct())
            Assert.Contains($"`{word}`", guide, StringComparison.Ordinal);
    }

    private static IEnumerable<string> AgreementPaths => Repository.Files("*.yaml").Where(path => path.StartsWith("data/agreements/", StringComparison.Ordinal));

    private static string Example() => Fence().Match(Repository.Read("docs/agreements.md")).Groups[1].Value;

    private static DataTree Tree(string name, string text)
    {
        var faults = new DataFaults(name);
        return DataTree.Parse(text, faults) is { } tree && faults.All.Count == 0 ? tree : throw new InvalidDataException(string.Join('\n', faults.All));
    }

    private static IEnumerable<DataTree> All(DataTree tree) => tree.Children.SelectMany(All).Prepend(tree);

    [GeneratedRegex("^the key 'nobody' in (.*)$")]
    private static partial Regex UnknownKey();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("(?:type|rule): ([a-z_]+)")]
    private static partial Regex Word();
}
