// What holds for every file of the repository.
using System.Text.RegularExpressions;
using Xunit;

namespace Servanda.Tests;

public partial class FilesTests
{
    [Fact]
    public void Every_source_file_opens_with_one_sentence_that_says_what_it_is()
    {
        var wrong = from path in Repository.Files("*.cs").Concat(Repository.Files("*.ts"))
                    let lines = Repository.Read(path).Split('\n')
                    where !Sentence().IsMatch(lines[0]) || lines.Length > 1 && lines[1].StartsWith("//", StringComparison.Ordinal)
                    select $"{path}: {lines[0]}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_data_file_opens_with_a_sentence_that_says_what_it_is()
    {
        var wrong = Repository.Files("*.yaml").Where(path => !Repository.Read(path).StartsWith("# ", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_collectors_room_is_given_as_both_builds_read_it()
    {
        // Native code takes "0x4000000" for no number at all, and says nothing.
        Assert.NotEmpty(Regex.Matches(Repository.Read("servanda"), "DOTNET_GC[a-z0-9]+=[0-9a-f]+ "));
        Assert.DoesNotContain("=0x", Repository.Read("servanda"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_phrase_of_the_data_says_a_word_three_times_in_a_row()
    {
        var wrong = from path in Repository.Files("*.yaml")
                    from line in Repository.Read(path).Split('\n').Select((text, number) => (text, number: number + 1))
                    let found = Stammer().Match(line.text)
                    where found.Success
                    select $"{path}:{line.number}: {found.Value}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_names_a_place_on_one_machine()
    {
        var wrong = from path in Repository.Files()
                    where IsText(path)
                    from line in Repository.Read(path).Split('\n').Select((text, number) => (text, number: number + 1))
                    let found = Absolute().Match(line.text)
                    where found.Success
                    select $"{path}:{line.number}: {found.Value}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Scripts_can_be_run() =>
        Assert.All((string[])["servanda", "dev", ".ci/run", "tests/native.sh"], script =>
        {
            if (OperatingSystem.IsWindows()) return;
            Assert.True(File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute), script);
        });

    private static bool IsText(string path) =>
        Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".md" or ".yaml" or ".yml" or ".json" or ".ts" or ".sql" or ".sh" or ".css" or ".html" or "" && !path.Contains("/corpus/", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\p{L})(\p{L}+)( \1){2,}(?!\p{L})")]
    private static partial Regex Stammer();

    [GeneratedRegex(@"^// \p{Lu}[^\n]*[.?:]\r?$|^// [\p{Ll}\d][^\n]*[.?]\r?$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![\w.:/~$}\-])/(?:work|root|home|tmp|Users|mnt|media)/\w|(?<!\w)[A-Z]:\\\w")]
    private static partial Regex Absolute();
}
