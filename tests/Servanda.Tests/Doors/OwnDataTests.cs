// A user's own agreements, parties, actors and phrases, laid over the shipped ones without a rebuild.
using System.Text;
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class OwnDataTests
{
    internal const string Pact = """
        id: pact
        kind: treaty
        checked: 2026-11-22
        names: { vi: [Hiệp ước Sao Mai], en: [Morning Star Pact] }
        sources:
          text: { title: The text, address: "https://example.org/pact", class: treaty-text, checked: 2026-11-22 }
        parties:
          - { party: [ZUB, VNM], signed: 2020-01-01, bound: 2021-01-01, source: text }
        provisions:
          - { type: withdrawal, rule: after_receipt, period: 6 months, addressees: other-party, article: V, source: text }
        examples:
          - { party: ZUB, on: 2020-12-31, status: signatory }
          - { party: ZUB, on: 2021-01-01, status: in-force }

        """;

    private const string Addition = """
        adds_to: open-skies
        checked: 2026-11-22
        names: { vi: [Hòa ước Trời Trong] }
        sources:
          mine: { title: A note, address: "https://example.org/note", class: government, checked: 2026-11-22 }
        parties:
          - { party: ZUB, bound: 2024-01-01, source: mine }
        register:
          - { act: notify-withdrawal, party: DEU, date: 2026-08-31, source: mine }
        examples:
          - { party: DEU, on: 2026-08-30, status: in-force }
          - { party: DEU, on: 2026-08-31, status: notice-running, ends: 2027-02-28 }

        """;

    [Fact]
    public void Own_agreements_are_asked_like_the_shipped_ones()
    {
        using var own = Own(("agreements/pact.yaml", Pact));
        Assert.Equal("in-force", Status(own, "pact", "VNM", "2026-11-22").GetProperty("status").GetString());
        Assert.Equal("2027-05-22", JsonDocument.Parse(Command.Run("whatif", "pact", "--party", "ZUB", "--on", "2026-11-22", "--data", own.Path, "--format", "json").Out).RootElement.GetProperty("earliest").GetString());
        Assert.Contains("Morning Star Pact", Command.RunIn("en", ["agreements", "--data", own.Path]).Out, StringComparison.Ordinal);
        Assert.Equal(Exit.Wrong, Command.Run("status", "pact").Exit);
    }

    [Fact]
    public void A_file_can_add_parties_names_and_acts_to_a_shipped_agreement()
    {
        using var own = Own(("agreements/open-skies.yaml", Addition));
        Assert.Equal("notice-running", Status(own, "open-skies", "DEU", "2026-11-22").GetProperty("status").GetString());
        Assert.Equal("in-force", Status(own, "open-skies", "ZUB", "2026-11-22").GetProperty("status").GetString());
        Assert.Equal("withdrawn", Status(own, "Hòa ước Trời Trong", "RUS", "2026-11-22").GetProperty("status").GetString());
        Assert.Equal("in-force", JsonDocument.Parse(Command.Run("status", "open-skies", "--party", "DEU", "--on", "2026-11-22", "--format", "json").Out).RootElement[0].GetProperty("status").GetString());
    }

    [Fact]
    public void Own_actors_and_phrases_are_read_on_pages()
    {
        using var own = Own(
            ("agreements/pact.yaml", Pact),
            ("messages/vi/own.yaml", "actor:\n  ZUB: \"Zubria\"\n"),
            ("languages/vi/actors/own.yaml", "actors:\n  - { code: ZUB, names: [Zubria], capital: [Zubgrad] }\n"),
            ("languages/vi/frames/own.yaml", "frames:\n  - { id: vi.withdraw.cao-tu, act: withdraw, form: verb, heads: [cáo từ khỏi], objects: [treaty], source: subject, agreement: needed, embedded: factive, phrases: [Zubria cáo từ khỏi Hiệp ước Sao Mai] }\n"));
        File.WriteAllText(own["page.txt"], "Zubria rời Hiệp ước Sao Mai\nNgày 5/6/2021, Zubria đã cáo từ khỏi Hiệp ước Sao Mai sau một thời gian dài thương lượng với Việt Nam.\nMột quan chức ngoại giao cho biết như vậy trong cuộc họp báo ở thủ đô.\n");
        IEnumerable<string> Acts(params string[] more) =>
            JsonDocument.Parse(Command.Run(["code", own["page.txt"], "--published", "2021-06-06", .. more]).Out).RootElement.GetProperty("events").EnumerateArray()
                .Select(act => $"{act.GetProperty("act")} {string.Join(',', act.GetProperty("source").EnumerateArray())} {act.GetProperty("agreement")} {act.GetProperty("date")}");
        Assert.Contains("withdraw ZUB pact 2021-06-05", Acts("--data", own.Path));
        Assert.DoesNotContain(Acts(), act => act.Contains("ZUB", StringComparison.Ordinal));
        Assert.Contains("Zubria", Command.Run("status", "pact", "--data", own.Path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_names_its_data_and_own_data_changes_the_name()
    {
        using var own = Own(("agreements/pact.yaml", Pact));
        using var other = Own(("agreements/pact.yaml", Pact.Replace("6 months", "7 months", StringComparison.Ordinal)));
        foreach (var call in (string[][])[["status", "inf"], ["agreements", "inf"], ["whatif", "inf", "--party", "USA", "--on", "2010-01-01"], ["explain", "inf/USA"]])
        {
            var versions = new List<string>();
            foreach (var data in (string[][])[[], ["--data", own.Path], ["--data", other.Path]])
            {
                var json = JsonDocument.Parse(Command.Run([.. call, .. data, "--format", "json"]).Out).RootElement;
                var version = (json.ValueKind == JsonValueKind.Array ? json[0] : json).GetProperty("data").GetString()!;
                Assert.Matches("^[0-9a-f]{12}$", version);
                Assert.Equal($"Dữ liệu {version}", Command.Run([.. call, .. data]).Out.TrimEnd('\n').Split('\n')[^1]);
                versions.Add(version);
            }
            Assert.Equal(3, versions.Distinct().Count());
        }
    }

    [Fact]
    public void Own_data_with_faults_is_refused_whole_before_anything_is_answered()
    {
        using var own = Own(("agreements/pact.yaml", Pact), ("agreements/bad.yaml", Pact), ("messages/vi/own.yaml", "status:\n  in-force: \"còn {3}\"\n"), ("lang/vi.yaml", "a: 1\n"));
        var answer = Command.Run("status", "pact", "--data", own.Path);
        Assert.Equal((Exit.Wrong, ""), (answer.Exit, answer.Out));
        foreach (var found in (string[])["agreements/bad.yaml:1:5: 'pact' in the file bad.yaml", "messages/vi/own.yaml:2:13: 'status.in-force' with arguments", "lang/vi.yaml:1:1: a file that nothing reads"])
            Assert.Contains(found, answer.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Wrong, Command.Run("status", "--data", own["nowhere"]).Exit);
    }

    [Fact]
    public void What_is_kept_of_own_data_never_outlives_a_change_of_it()
    {
        using var own = Own(("agreements/pact.yaml", Pact));
        Assert.Equal("in-force", Status(own, "pact", "VNM", "2026-11-22").GetProperty("status").GetString());
        File.WriteAllText(own["agreements/pact.yaml"], Pact.Replace("bound: 2021-01-01, source", "source", StringComparison.Ordinal));
        Assert.Equal("signatory", Status(own, "pact", "VNM", "2026-11-22").GetProperty("status").GetString());
    }

    internal static Command.Folder Own(params (string Name, string Text)[] files)
    {
        var folder = new Command.Folder();
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], text, new UTF8Encoding(false));
        }
        return folder;
    }

    private static JsonElement Status(Command.Folder own, string agreement, string party, string day)
    {
        var answer = Command.Run("status", agreement, "--party", party, "--on", day, "--data", own.Path, "--format", "json");
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement[0];
    }
}
