// Files with faults: every fault is told with its place, and nothing of such a file is used.
using System.Text;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class BadAgreementTests
{
    private const string Good = """
        id: pact
        kind: treaty
        checked: 2026-11-22
        names: { vi: [Hiệp ước thử], en: [Test Pact] }
        sources:
          text: { title: The text, address: "https://example.org/pact", class: treaty-text, checked: 2026-11-22 }
        parties:
          - { party: USA, signed: 2000-01-01, bound: 2001-01-01, source: text }
        provisions:
          - { type: withdrawal, rule: after_receipt, period: 6 months, article: V, source: text }
        register:
          - { id: a, act: notify-withdrawal, party: USA, date: 2005-01-01, source: text }

        """;

    [Fact]
    public void A_good_file_is_read_whole()
    {
        var (files, faults) = Read(Good);
        Assert.Empty(faults);
        Assert.True(Assert.Single(files).Agreement.Register.Single().Ground.Verified);
    }

    [Theory]
    [InlineData("article: V, ", "", 10, "nothing at provisions[0].article")]
    [InlineData("bound: 2001-01-01", "bound: 2001-02-30", 8, "'2001-02-30' at parties[0].bound")]
    [InlineData("bound: 2001-01-01", "bound: 1999-01-01", 8, "1999-01-01 before signed 2000-01-01")]
    [InlineData("type: withdrawal", "type: withdrawl", 10, "'withdrawl' at provisions[0].type")]
    [InlineData("rule: after_receipt", "rule: at_will", 10, "'at_will' at provisions[0].rule")]
    [InlineData("rule: after_receipt, period: 6 months, article: V, ", "rule: at_will, ", 10, "nothing at provisions[0].article")]
    [InlineData("period: 6 months", "period: half a year", 10, "'half a year'")]
    [InlineData("period: 6 months, ", "", 10, "nothing at provisions[0].period")]
    [InlineData("act: notify-withdrawal", "act: leave", 12, "'leave' at register[0].act")]
    [InlineData("date: 2005-01-01, source: text", "date: 2005-01-01, source: txt", 12, "the source 'txt'")]
    [InlineData("party: USA, signed", "party: usa, signed", 8, "'usa'")]
    [InlineData("kind: treaty", "kind: pact", 2, "'pact' at kind")]
    [InlineData("class: treaty-text", "class: blog", 6, "'blog'")]
    [InlineData("id: a, act", "id: a, to: b, act", 12, "'b' at register[0].to")]
    [InlineData("id: a, act", "id: a, to: a, act", 12, "a circle: 'a' leads back to 'a'")]
    [InlineData("names: { vi: [Hiệp ước thử], en", "names: { en", 4, "nothing at names")]
    [InlineData("checked: 2026-11-22\nnames", "names", 1, "nothing at checked")]
    [InlineData("kind: treaty\n", "kind: treaty\nparties_closed: [RUS, CHN]\n", 9, "'USA', which is not in parties_closed")]
    [InlineData("kind: treaty\n", "kind: treaty\nkind: treaty\n", 3, "a second key 'kind'")]
    public void A_fault_is_told_with_its_line_and_what_was_found(string instead, string put, int line, string found)
    {
        var (files, faults) = Read(Good.Replace(instead, put, StringComparison.Ordinal));
        Assert.Empty(files);
        Assert.Contains(faults, fault => fault.Line == line && fault.Found.Contains(found, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.NotEqual("", fault.Allowed));
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        var faults = new List<Fault>();
        var files = AgreementFiles.Parse(
            [("pact.yaml", Good.Replace("kind: treaty", "kind: x", StringComparison.Ordinal).Replace("2005-01-01", "2005-13-01", StringComparison.Ordinal)), ("other.yaml", Good.Replace("id: pact", "id: other", StringComparison.Ordinal)), ("third.yaml", Good)], Shipped.Acts, faults);
        Assert.Equal(["other"], files.Select(file => file.Agreement.Id));
        Assert.Equal(["pact.yaml", "pact.yaml", "third.yaml"], faults.Select(fault => fault.File));
    }

    [Fact]
    public void A_value_cannot_call_itself_verified()
    {
        var (_, faults) = Read(Good.Replace("date: 2005-01-01, source: text", "date: 2005-01-01, verified: true", StringComparison.Ordinal));
        Assert.Contains("verified: true", Assert.Single(faults).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pages_of_one_publisher_are_one_source()
    {
        const string Two = "  one: { title: One, address: \"https://www.example.com/1\", class: reputable, checked: 2026-11-22 }\n  two: { title: Two, address: \"https://m.example.com/2\", class: reputable, checked: 2026-11-22 }\nparties:";
        var (files, faults) = Read(Good.Replace("parties:", Two, StringComparison.Ordinal).Replace("date: 2005-01-01, source: text", "date: 2005-01-01, source: [one, two]", StringComparison.Ordinal));
        Assert.Empty(faults);
        Assert.False(files.Single().Agreement.Register.Single().Ground.Verified);
    }

    [Fact]
    public void Agreements_that_rest_on_each_other_in_a_circle_are_not_used()
    {
        var faults = new List<Fault>();
        var files = AgreementFiles.Parse(
            [("pact.yaml", Good + "rests_on: [other]\n"), ("other.yaml", Good.Replace("id: pact", "id: other", StringComparison.Ordinal) + "rests_on: [pact]\n")], Shipped.Acts, faults);
        Assert.Empty(files);
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void Aliases_that_stand_for_gigabytes_are_refused_before_they_are_opened()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c <= 'z'; c++) bomb.Append(c).Append(": &").Append(c).Append(" [").Append(string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))).Append("]\n");
        var (files, faults) = Read(bomb.ToString());
        Assert.Empty(files);
        Assert.Contains(faults, fault => fault.Found.Contains("alias", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_refused() => Assert.NotEmpty(Read(new string('#', 10_000_000)).Faults);

    private static (IReadOnlyList<AgreementFile> Files, List<Fault> Faults) Read(string text)
    {
        var faults = new List<Fault>();
        return (AgreementFiles.Parse([("pact.yaml", text)], Shipped.Acts, faults), faults);
    }
}
