// Bad data files through the command: every fault of every file with its place, nothing used, exit code 2.
using System.Text;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class ValidateTests
{
    private static string Bad(string id, string instead, string put)
    {
        var text = OwnDataTests.Pact.Replace("id: pact", $"id: {id}", StringComparison.Ordinal);
        Assert.Contains(instead, text, StringComparison.Ordinal);
        return text.Replace(instead, put, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_all_files_are_told_with_file_line_column_what_was_found_and_what_is_allowed()
    {
        using var own = OwnDataTests.Own(
            ("agreements/no-article.yaml", Bad("no-article", "article: V, ", "")),
            ("agreements/no-day.yaml", Bad("no-day", "bound: 2021-01-01", "bound: 2021-02-30")),
            ("agreements/no-type.yaml", Bad("no-type", "type: withdrawal", "type: escape")),
            ("agreements/parties.yaml", Bad("parties", "kind: treaty", "kind: treaty\nparties_closed: [RUS, VNM]")),
            ("agreements/order.yaml", Bad("order", "signed: 2020-01-01", "signed: 2022-01-01")),
            ("agreements/circle-a.yaml", Bad("circle-a", "kind: treaty", "kind: treaty\nrests_on: [circle-b]")),
            ("agreements/circle-b.yaml", Bad("circle-b", "kind: treaty", "kind: treaty\nrests_on: [circle-a]")),
            ("agreements/keys.yaml", Bad("keys", "kind: treaty", "kind: treaty\nkind: practice").Replace("period: 6 months", "period: six months", StringComparison.Ordinal)),
            ("agreements/example.yaml", Bad("example", "on: 2021-01-01, status: in-force", "on: 2021-01-01, status: ended")),
            ("agreements/early.yaml", Bad("early", "examples:", "register:\n  - { act: notify-withdrawal, party: VNM, date: 2020-05-01, source: text }\nexamples:")),
            ("agreements/good.yaml", Bad("good", "kind: treaty", "kind: treaty")));
        var answer = Command.Run("agreements", "--validate", own.Path);
        Assert.Equal((Exit.Wrong, ""), (answer.Exit, answer.Out));
        string[] expected =
        [
            "agreements/no-article.yaml:10:5: nothing at provisions[0].article; allowed: the article it stands in",
            "agreements/no-day.yaml:8:53: '2021-02-30' at parties[0].bound; allowed: an EDTF date, as 2020",
            "agreements/no-type.yaml:10:13: 'escape' at provisions[0].type; allowed: withdrawal, follow_up",
            "agreements/parties.yaml:9:14: 'ZUB', which is not in parties_closed at parties[0].party; allowed: RUS, VNM",
            "agreements/order.yaml:8:53: 2021-01-01 before signed 2022-01-01 at parties[0].bound; allowed: a day on or after 2022-01-01",
            "agreements/circle-a.yaml:3:11: a circle at rests_on: 'circle-b' rests on 'circle-a'",
            "agreements/circle-b.yaml:3:11: a circle at rests_on: 'circle-a' rests on 'circle-b'",
            "agreements/keys.yaml:3:1: a second key 'kind'; allowed: each key once",
            "agreements/keys.yaml:11:",
            "agreements/early.yaml:12:49: notify-withdrawal on 2020-05-01, before 'VNM' was bound (2021-01-01)",
        ];
        foreach (var line in expected) Assert.Contains(line, answer.Error, StringComparison.Ordinal);
        Assert.Equal(expected.Length + 1, answer.Error.Count(letter => letter == '\n'));
        Assert.EndsWith("không tệp nào được dùng.\n", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("good.yaml", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_the_terms_do_not_bear_out_is_a_fault()
    {
        using var own = OwnDataTests.Own(("pact.yaml", OwnDataTests.Pact.Replace("on: 2021-01-01, status: in-force", "on: 2021-01-01, status: ended", StringComparison.Ordinal)));
        var answer = Command.Run("agreements", "--validate", own.Path);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Contains("pact.yaml:13:1: the example ZUB on 2021-01-01 says ended; allowed: what the terms give: in-force", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreements_may_lie_in_the_folder_itself_or_be_one_file()
    {
        using var own = OwnDataTests.Own(("pact.yaml", OwnDataTests.Pact), ("no-day.yml", Bad("no-day", "2021-01-01, source", "2021-13-01, source")));
        var folder = Command.Run("agreements", "--validate", own.Path);
        Assert.Equal((Exit.Wrong, 2), (folder.Exit, folder.Error.Count(letter => letter == '\n')));
        Assert.StartsWith("no-day.yml:8:53: '2021-13-01'", folder.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Done, Command.Run("agreements", "--validate", own["pact.yaml"]).Exit);
        Assert.Equal(Exit.Done, Command.Run("status", "pact", "--data", own["pact.yaml"]).Exit);
    }

    [Fact]
    public void An_empty_folder_is_not_valid()
    {
        using var empty = new Command.Folder();
        var answer = Command.Run("agreements", "--validate", empty.Path);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Contains("no data files", answer.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "aliases", "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 800_000).Select(_ => "- *a\n")) },
        { "lines", "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 25).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n")) },
        { "ten-megabytes", string.Concat(Enumerable.Repeat("a: &a [*a, *a, *a, *a]\n", 440_000)) },
        { "deep", new string('[', 100_000) },
        { "blank", "" },
        { "control", "id: \u0001\n" },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void What_would_fill_the_memory_or_the_stack_is_refused(string name, string text)
    {
        using var own = OwnDataTests.Own(($"agreements/{name}.yaml", text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = Command.Run("agreements", "--validate", own.Path);
        Assert.Equal((Exit.Wrong, ""), (answer.Exit, answer.Out));
        Assert.Matches($@"^agreements/{name}\.yaml:[1-9]\d*:\d+: ", answer.Error);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000_000);
        Assert.True(answer.Error.Length < 10_000, answer.Error[..Math.Min(2000, answer.Error.Length)]);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_a_fault_of_their_line()
    {
        using var own = new Command.Folder();
        File.WriteAllBytes(own["pact.yaml"], [.. Encoding.UTF8.GetBytes("id: pact\nkind: treaty\nnote: "), 0xC3, 0x28, (byte)'\n']);
        Assert.Contains("pact.yaml:3:1: bytes that are no UTF-8", Command.Run("agreements", "--validate", own.Path).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_adds_to_an_agreement_says_what_it_cannot_do()
    {
        using var own = OwnDataTests.Own(
            ("nowhere.yaml", "adds_to: nowhere\nchecked: 2026-11-22\n"),
            ("inf.yaml", "adds_to: inf\nchecked: 2026-11-22\nparties_closed: [USA, VNM]\nsources:\n  text-fas: { title: T, address: \"https://example.org\", class: government, checked: 2026-11-22 }\nprovisions:\n  - { type: withdrawal, rule: after_receipt, period: 1 year, article: I, source: text-fas }\n"));
        var answer = Command.Run("agreements", "--validate", own.Path);
        foreach (var found in (string[])["nowhere.yaml:1:10: 'nowhere' at adds_to", "inf.yaml:3:17: parties_closed in a file that adds", "the source 'text-fas', which 'inf' has already", "a second withdrawal clause for those of 'inf'"])
            Assert.Contains(found, answer.Error, StringComparison.Ordinal);
    }
}
