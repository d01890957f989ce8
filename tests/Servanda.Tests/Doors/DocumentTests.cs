// The documents say what the command does: what they show has been run, what they name exists, and every verb is there.
using System.Text.Json;
using System.Text.RegularExpressions;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public partial class DocumentTests(SampleLedger ledger)
{
    private static IEnumerable<string> Documents => Repository.Files("*.md").Where(path => path is "README.md" or "CONTRIBUTING.md" || path.StartsWith("docs/", StringComparison.Ordinal));

    /// <summary>With SERVANDA_ACCEPT=1 (<c>./dev accept</c>) a block without elisions is rewritten instead of compared.</summary>
    [Fact]
    public void What_a_document_shows_is_what_the_command_gives()
    {
        var accept = Environment.GetEnvironmentVariable("SERVANDA_ACCEPT") == "1";
        foreach (var block in Documents.SelectMany(ConsoleBlock.In))
        {
            if (accept && !block.Elides)
            {
                File.WriteAllText(Repository.PathOf(block.Document), Repository.Read(block.Document).Replace(block.Text, block.Run(ledger.Path), StringComparison.Ordinal));
                continue;
            }
            foreach (var (arguments, expected, prompt) in block.Steps())
            {
                var given = ConsoleBlock.Given(arguments, ledger.Path);
                Assert.True(ConsoleBlock.Matches(expected, given), $"{block.Document}:{block.Line}: {prompt}\n{string.Join('\n', given)}");
            }
        }
    }

    [Fact]
    public void The_README_shows_what_it_is_for() => Assert.Contains(ConsoleBlock.In("README.md"), block => block.Text.Contains("review", StringComparison.Ordinal) && block.Text.Contains("KHÔNG THỂ", StringComparison.Ordinal));

    [Fact]
    public void Documents_name_only_verbs_and_options_that_exist()
    {
        var wrong = from document in Documents
                    from call in Code().Matches(Repository.Read(document)).SelectMany(code => CallInCode().Matches(code.Value))
                    let fault = FaultOf(call.Groups["verb"].Value, call.Groups["rest"].Value)
                    where fault is not null
                    select $"{document}: {call.Value}: {fault}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Sentences_of_the_screen_name_only_verbs_and_options_that_exist()
    {
        foreach (var language in Door.Languages)
        {
            var wrong = from template in ShippedKnowledge.All.Messages.In(language)
                        where !template.Key.StartsWith("version", StringComparison.Ordinal) && template.Key != "help.what"
                        from Match call in Call().Matches(template.Value)
                        let fault = FaultOf(call.Groups["verb"].Value, call.Groups["rest"].Value)
                        where fault is not null
                        select $"{template.Key}: {call.Value}: {fault}";
            Assert.Empty(wrong);
        }
    }

    [Fact]
    public void Every_verb_has_a_section_with_its_usage_as_it_is()
    {
        var missing = Verbs.All.Where(verb => !verb.Hidden).Where(verb => !Section(verb.Name).Contains($"```\n{Help.Usage(verb)}\n```", StringComparison.Ordinal)).Select(verb => $"docs/cli.md wants under '## {verb.Name}': {Help.Usage(verb)}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Members_of_JSON_are_documented()
    {
        var shapes = Shape().Matches(Repository.Read("docs/cli.md"));
        Assert.True(shapes.Count >= 6);
        foreach (Match shape in shapes)
        {
            var arguments = shape.Groups["call"].Value.Split(' ');
            var documented = Members(JsonDocument.Parse(shape.Groups["json"].Value).RootElement, "").ToHashSet(StringComparer.Ordinal);
            foreach (var line in ConsoleBlock.Given(arguments, ledger.Path) is var given && given[0].StartsWith('[') || given[0] == "{" ? [string.Join('\n', given)] : given)
            {
                var undocumented = Members(JsonDocument.Parse(line).RootElement, "").Distinct().Where(member => !documented.Contains(member)).ToList();
                Assert.True(undocumented.Count == 0, $"{shape.Groups["call"].Value}: not in docs/cli.md: {string.Join(", ", undocumented)}");
            }
        }
    }

    [Fact]
    public void Documents_name_only_commands_of_dev_that_exist()
    {
        var known = DevCase().Matches(Repository.Read("dev")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var wrong = from document in Documents
                    from Match call in DevCall().Matches(Repository.Read(document))
                    where !known.Contains(call.Groups[1].Value)
                    select $"{document}: {call.Value}";
        Assert.Empty(wrong);
    }

    private static string Section(string verb)
    {
        var text = Repository.Read("docs/cli.md");
        var start = text.IndexOf($"\n## {verb}\n", StringComparison.Ordinal);
        if (start < 0) return "";
        var end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string? FaultOf(string name, string rest)
    {
        if (name is "" or "VERB" or "LỆNH" or "help" or "build") return null; // the script itself builds
        if (Verbs.Find(name) is not { } verb) return $"there is no verb '{name}'";
        var options = verb.Options.Concat(Verb.Everywhere).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        return OptionWord().Matches(rest).Select(option => option.Value).FirstOrDefault(option => !options.Contains(option)) is { } unknown ? $"{name} has no option '{unknown}'" : null;
    }

    /// <summary>The members of objects, as paths; elements of an array share theirs.</summary>
    private static IEnumerable<string> Members(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Members(one, path)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Members(member.Value, $"{path}.{member.Name}").Prepend($"{path}.{member.Name}")),
        _ => [],
    };

    [GeneratedRegex("^```.*?^```|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:^(?:\$ )?|`)(?:\./)?servanda +(?<verb>(?!--)[a-z-]+)?(?<rest>[^`\n;]*)", RegexOptions.Multiline)]
    private static partial Regex CallInCode();

    [GeneratedRegex(@"(?:^|\s)(?:\./)?servanda +(?<verb>(?!--)[\p{L}-]+)?(?<rest>[^`\n;]*)", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<![\w-])--[a-z-]+")]
    private static partial Regex OptionWord();

    [GeneratedRegex(@"^`servanda (?<call>[^`]+)` gives[^\n]*:\n\n```json\n(?<json>.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^    ([a-z]+)\) ", RegexOptions.Multiline)]
    private static partial Regex DevCase();

    [GeneratedRegex(@"\./dev ([a-z]+)")]
    private static partial Regex DevCall();
}
