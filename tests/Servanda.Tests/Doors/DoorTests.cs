// What a call of the command gives when it is right, and the one line it gives when it is wrong.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Output;
using Xunit;

namespace Servanda.Tests;

public class DoorTests
{
    public static TheoryData<string, string, string> WrongCalls => new()
    {
        { "status opensky", "opensky", "open-skies" },
        { "status --on 2020-11-31", "2020-11-31", "2020-11-22" },
        { "status --on hôm-qua", "hôm-qua", "2020-11-22" },
        { "status open-skies --party Ngaa", "Ngaa", "RUS" },
        { "status --basis guess", "guess", "register" },
        { "status --format xml", "xml", "json" },
        { "status --colour red", "--colour", "--party" },
        { "status open-skies inf", "inf", "[AGREEMENT" },
        { "status --on", "--on", "DATE" },
        { "statsu", "statsu", "status" },
        { "status --lang fr", "fr", "vi, en" },
        { "agreements --validate no-such-folder", "no-such-folder", "" },
    };

    [Theory, MemberData(nameof(WrongCalls))]
    public void A_wrong_call_gives_one_line_that_says_what_was_found_and_what_is_allowed(string call, string found, string allowed)
    {
        foreach (var language in Door.Languages)
        {
            var answer = Command.RunIn(language, call.Split(' '));
            Assert.Equal(Exit.Wrong, answer.Exit);
            Assert.Empty(answer.Out);
            Assert.Equal(1, answer.Error.Count(c => c == '\n'));
            Assert.StartsWith("servanda: ", answer.Error, StringComparison.Ordinal);
            Assert.Contains(found, answer.Error, StringComparison.Ordinal);
            Assert.Contains(allowed, answer.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("vi_VN.UTF-8", "quốc gia")]
    [InlineData("en_GB.UTF-8", "states")]
    [InlineData("C.UTF-8", "quốc gia")]
    [InlineData(null, "quốc gia")]
    public void The_language_is_that_of_the_surroundings_and_else_Vietnamese(string? locale, string word) =>
        Assert.Contains(word, Command.RunIn(locale, []).Out, StringComparison.Ordinal);

    [Fact]
    public void Every_verb_and_option_is_explained_in_both_languages()
    {
        foreach (var language in Door.Languages)
            foreach (var verb in Verbs.All.Where(verb => !verb.Hidden))
            {
                var help = Command.RunIn(language, [verb.Name, "--help"]);
                Assert.Equal(Exit.Done, help.Exit);
                Assert.All(verb.Options, option => Assert.Contains(option.Name, help.Out, StringComparison.Ordinal));
            }
    }

    [Theory]
    [InlineData("NGA", "NGA")]
    [InlineData("Nga", "RUS")]
    [InlineData("rus", "RUS")]
    [InlineData("Russia", "RUS")]
    [InlineData("mỹ", "USA")]
    public void A_party_is_named_by_code_or_name(string given, string code)
    {
        var answer = Command.Run("status", "open-skies", "--party", given, "--format", "json");
        Assert.Equal(code, JsonDocument.Parse(answer.Out).RootElement[0].GetProperty("party").GetString());
    }

    [Theory]
    [InlineData("status")]
    [InlineData("agreements")]
    [InlineData("agreements open-skies")]
    [InlineData("status open-skies --party USA")]
    public void Tables_fit_100_columns_and_carry_no_colour(string call)
    {
        foreach (var language in Door.Languages)
        {
            var answer = Command.RunIn(language, call.Split(' '));
            Assert.Equal(Exit.Done, answer.Exit);
            Assert.DoesNotContain('\u001b', answer.Out);
            Assert.All(answer.Out.Split('\n'), line => Assert.True(Table.Columns(line) <= 100, line));
        }
    }

    [Theory]
    [InlineData("help", "servanda ")]
    [InlineData("help status", "servanda status [AGREEMENT]")]
    public void Help_may_be_asked_for_as_a_verb(string call, string said)
    {
        var answer = Command.Run(call.Split(' '));
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.StartsWith(said, answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hiệp ước Bầu trời Mở")]
    [InlineData("treaty on open skies")]
    public void An_agreement_may_be_named_by_its_name(string name) =>
        Assert.Equal("open-skies", JsonDocument.Parse(Command.Run("status", name, "--party", "USA", "--format", "json").Out).RootElement[0].GetProperty("agreement").GetString());

    [Theory]
    [InlineData("opensky", "open-skies")]
    [InlineData("newstart", "new-start")]
    [InlineData("inff", "inf")]
    public void The_nearest_agreement_comes_first(string given, string nearest) => Assert.Contains($": {nearest},", Command.Run("status", given).Error, StringComparison.Ordinal);

    [Fact]
    public void Without_the_SDK_the_script_says_what_to_install()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for bash.");
        using var folder = new Command.Folder();
        var start = new System.Diagnostics.ProcessStartInfo("/bin/bash") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Repository.PathOf("servanda"));
        start.ArgumentList.Add("status");
        start.Environment.Clear();
        start.Environment["PATH"] = folder.Path;
        start.Environment["HOME"] = folder.Path;
        using var script = System.Diagnostics.Process.Start(start)!;
        var said = script.StandardError.ReadToEnd();
        script.WaitForExit();
        Assert.Equal(Exit.Wrong, script.ExitCode);
        Assert.Contains(".NET 10 SDK", said, StringComparison.Ordinal);
        Assert.Contains("apt-get install dotnet-sdk-10.0", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_longer_than_its_column_is_cut_and_loses_no_letter()
    {
        var lines = Table.Wrap("xin https://example.test/a-very-long-address chào", 10).ToList();
        Assert.All(lines, line => Assert.True(Table.Columns(line) <= 10, line));
        Assert.Equal("xinhttps://example.test/a-very-long-addresschào", string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }
}
