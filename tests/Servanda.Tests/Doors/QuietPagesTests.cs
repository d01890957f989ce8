// Pages that carry no contradiction are left alone: an "impossible" that is wrong costs more trust than ten that are missed.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class QuietPagesTests
{
    /// <summary>Samples 13 and 14 and dev-b01 give a day that the terms do not allow, on purpose.</summary>
    private static readonly string[] Wrong = ["13-nga-roi-bau-troi-mo-sai-ngay", "14-ho-so-start-moi-sai-nam", "dev-b01"];

    [Fact]
    public void On_samples_and_quiet_pages_nothing_is_impossible_or_inconsistent() => Assert.Empty(Loud(Review([.. Pages("samples"), .. Pages("tests", "corpus", "quiet")])));

    [Fact]
    public void On_more_than_200_pages_without_a_contradiction_at_most_4_are_told()
    {
        using var folder = new Command.Folder();
        foreach (var page in RegisterPages.Right(ShippedKnowledge.All, 1)) File.WriteAllText(folder[$"{page.Name}.txt"], page.Text);
        foreach (var (name, text) in ShortOfALine([.. Pages("samples"), .. Pages("tests", "corpus", "quiet")])) File.WriteAllText(folder[$"{name}.txt"], text);
        string[] paths = [folder.Path, .. Pages("samples"), .. Pages("tests", "corpus", "quiet"), .. Pages("tests", "corpus", "pages")];
        Assert.True(Directory.GetFiles(folder.Path).Length > 200);
        var loud = Loud(Review(paths));
        Assert.True(loud.Count <= 4, string.Join('\n', loud));
    }

    [Fact]
    public void Nine_of_ten_exits_told_twelve_days_early_are_impossible_and_the_right_day_is_named()
    {
        using var folder = new Command.Folder();
        var pages = RegisterPages.TooEarly(ShippedKnowledge.All, 12).ToList();
        foreach (var page in pages) File.WriteAllText(folder[$"{page.Name}.txt"], page.Text);
        var found = Review([folder.Path]).ToLookup(finding => finding.GetProperty("pages")[0].GetString()!, StringComparer.Ordinal);
        var right = pages.Where(page => found[page.Name].Any(finding => finding.GetProperty("kind").GetString() == "impossible" && finding.GetProperty("repair").GetString()!.Contains(Day(page), StringComparison.Ordinal))).ToList();
        Assert.True(pages.Count >= 15 && right.Count * 10 >= pages.Count * 9, $"{right.Count} of {pages.Count}; not: {string.Join(", ", pages.Except(right).Select(page => page.Name))}");

        static string Day(RegisterPage page) => $"{page.Act.Date.Earliest!.Value.Day}/{page.Act.Date.Earliest.Value.Month}/{page.Act.Date.Earliest.Value.Year}";
    }

    private static List<JsonElement> Review(string[] paths)
    {
        var answer = Command.Run(["review", .. paths, "--format", "json", "--lang", "vi"]);
        Assert.True(answer.Exit is Exit.Done or Exit.Rejects, answer.Error);
        return [.. JsonDocument.Parse(answer.Out).RootElement.EnumerateArray()];
    }

    private static List<JsonElement> Loud(IEnumerable<JsonElement> findings) => [.. findings.Where(finding => finding.GetProperty("kind").GetString() is "impossible" or "inconsistent")];

    private static IEnumerable<string> Pages(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder)).Where(path => Path.GetExtension(path) is ".txt" or ".html" && !Wrong.Contains(Path.GetFileNameWithoutExtension(path))).Order(StringComparer.Ordinal);

    /// <summary>What is left out of a page that is right makes it no contradiction: each long line in turn.</summary>
    private static IEnumerable<(string Name, string Text)> ShortOfALine(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => Path.GetExtension(path) == ".txt"))
        {
            var lines = File.ReadAllLines(path);
            for (var i = 2; i < lines.Length; i++)
                if (lines[i].Length > 80) yield return ($"{Path.GetFileNameWithoutExtension(path)}-without-{i + 1}", string.Join('\n', lines.Where((_, at) => at != i)));
        }
    }
}
