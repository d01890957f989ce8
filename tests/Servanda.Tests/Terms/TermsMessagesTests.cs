// Every sentence that the terms can say stands in the catalogue, with as many arguments as it is given.
using System.Text.RegularExpressions;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public partial class TermsMessagesTests
{
    [Fact]
    public void Every_key_in_the_rooms_code_is_in_both_catalogues()
    {
        var faults = new List<Fault>();
        var messages = MessageFiles.Read(DataFiles.InFolder(Repository.PathOf("data")), "messages", faults);
        var keys = Directory.GetFiles(Repository.PathOf("src", "Servanda.Terms"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Key().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(keys);
        foreach (var language in (string[])["vi", "en"]) Assert.Equal([], keys.Where(key => !messages.In(language).ContainsKey(key)));
    }

    [GeneratedRegex("\"((?:reason|finding|repair|check)\\.[a-z-]+)\"")]
    private static partial Regex Key();
}
