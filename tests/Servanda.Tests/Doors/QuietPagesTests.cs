// Pages that carry no contradiction are left alone: an "impossible" that is wrong costs more trust than ten that are missed.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

/// <summary>All the pages, reviewed in one call.</summary>
public sealed class ReviewedPages
{
    /// <summary>Samples 13 and 14 and dev-b01 give a day that the terms do not allow, on purpose.</summary>
    private static readonly string[] Wrong = ["13-nga-roi-bau-troi-mo-sai-ngay", "14-ho-so-start-moi-sai-nam", "dev-b01"];

    private readonly Lazy<ILookup<string, JsonElement>> findings;

    public ReviewedPages()
    {
        Early = [.. RegisterPages.TooEarly(ShippedKnowledge.All, 12)];
        List<string> own = [.. Pages("samples"), .. Pages("tests", "corpus", "quiet")];
        List<(string Name, string Text)> made = [.. RegisterPages.Right(ShippedKnowledge.All, 1).Select(page => (page.Name, page.Text)), .. ShortOfALine(own)];
        List<string> others = [.. Pages("tests", "corpus", "pages"), .. Pages("tests", "corpus", "opened", "pages"), .. Pages("tests", "corpus", "dirty"), .. Pages("tests", "corpus", "other")];
        Own = [.. own.Select(NameOf)];
        Right = [.. Own, .. others.Select(NameOf), .. made.Select(page => page.Name)];
        findings = new(() =>
        {
            using var folder = new Command.Folder();
            foreach (var (name, text) in made.Concat(Early.Select(page => (page.Name, page.Text)))) File.WriteAllText(folder[$"{name}.txt"], text);
            var answer = Command.Run(["review", folder.Path, .. own, .. others, "--format", "json", "--lang", "vi"]);
            Assert.True(answer.Exit is Exit.Done or Exit.Rejects, answer.Error);
            return JsonDocument.Parse(answer.Out).RootElement.EnumerateArray().ToLookup(finding => finding.GetProperty("pages")[0].GetString()!, StringComparer.Ordinal);
        });
    }

    /// <summary>Samples and quiet pages.</summary>
    internal IReadOnlyList<string> Own { get; }

    /// <summary>These, the other pages of the corpus (those once blind, the broken and those about other things too), and those made from them and from the registers.</summary>
    internal IReadOnlyList<string> Right { get; }

    internal IReadOnlyList<RegisterPage> Early { get; }

    internal IEnumerable<JsonElement> Of(string page, params IReadOnlyList<string> kinds) => findings.Value[page].Where(finding => kinds.Contains(finding.GetProperty("kind").GetString()!));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static IEnumerable<string> Pages(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder)).Where(path => Path.GetExtension(path) is ".txt" or ".html" && !Wrong.Contains(NameOf(path))).Order(StringComparer.Ordinal);

    /// <summary>What is left out of a page that is right makes it no contradiction: each long line in turn.</summary>
    private static IEnumerable<(string Name, string Text)> ShortOfALine(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => Path.GetExtension(path) == ".txt"))
        {
            var lines = File.ReadAllLines(path);
            for (var i = 2; i < lines.Length; i++)
                if (lines[i].Length > 80) yield return ($"{NameOf(path)}-without-{i + 1}", string.Join('\n', lines.Where((_, at) => at != i)));
        }
    }
}

public class QuietPagesTests(ReviewedPages pages) : IClassFixture<ReviewedPages>
{
    [Fact]
    public void On_samples_and_quiet_pages_nothing_is_impossible_or_inconsistent() => Assert.Empty(pages.Own.SelectMany(page => pages.Of(page, "impossible", "inconsistent")));

    [Fact]
    public void On_more_than_200_pages_without_a_contradiction_at_most_4_are_told()
    {
        Assert.True(pages.Right.Count > 200);
        var told = pages.Right.SelectMany(page => pages.Of(page, "impossible", "inconsistent")).ToList();
        Assert.True(told.Count <= 4, string.Join('\n', told));
    }

    [Fact]
    public void Nine_of_ten_exits_told_twelve_days_early_are_impossible_and_the_right_day_is_named()
    {
        var missed = pages.Early.Where(page => !pages.Of(page.Name, "impossible").Any(finding => finding.GetProperty("repair").GetString()!.Contains(Day(page), StringComparison.Ordinal))).ToList();
        Assert.True(pages.Early.Count >= 15 && missed.Count * 10 <= pages.Early.Count, $"{missed.Count} of {pages.Early.Count}: {string.Join(", ", missed.Select(page => page.Name))}");

        static string Day(RegisterPage page) => $"{page.Act.Date.Earliest!.Value.Day}/{page.Act.Date.Earliest.Value.Month}/{page.Act.Date.Earliest.Value.Year}";
    }
}
