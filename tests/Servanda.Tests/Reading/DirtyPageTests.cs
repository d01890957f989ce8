// Pages in the templates of many newsrooms: what their stories hold, and when they were told.
using Servanda.Model;
using Servanda.Reading;
using Servanda.Reading.Dates;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class DirtyPageTests
{
    private static readonly string Folder = Repository.PathOf("tests/corpus/dirty");

    private static readonly Lazy<ToldDay> Told = new(() =>
    {
        var knowledge = KnowledgeFolder.Read(DataFiles.InFolder(Repository.PathOf("data")).Parsed()).Knowledge!;
        return new([.. knowledge.Languages.Select(pack => pack.Dates).OfType<DateLexicon>()], knowledge.Offices);
    });

    public static TheoryData<string, string, string, string> Pages => [.. File.ReadLines(Path.Combine(Folder, "pages.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => (row[0], row[1], row[2], row[3]))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_story_is_told_from_the_chrome_and_dated(string page, string told, string holds, string lacks)
    {
        var found = Corpus.Page(Directory.GetFiles(Folder, page + ".*").Single());
        var story = StoryReader.Read(found).Story!;
        var text = string.Join('\n', story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(story.Text)));
        foreach (var words in holds.Split('|')) Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var words in lacks.Split('|')) Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        Assert.Equal(told, Told.Value.Of(story, found.Sighting).When?.Text ?? "-");
    }

    public static TheoryData<string> Stories => [.. Directory.GetFiles(Path.Combine(Folder, "stories")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>By words, as the corpus scores it.</summary>
    [Theory]
    [MemberData(nameof(Stories))]
    public void Hardly_a_word_of_a_story_is_lost_and_hardly_one_of_the_chrome_is_kept(string page)
    {
        var story = StoryReader.Read(Corpus.Page(Directory.GetFiles(Folder, page + ".*").Single())).Story!;
        var got = Words(string.Join('\n', story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(story.Text))));
        var want = Words(File.ReadAllText(Path.Combine(Folder, "stories", page + ".txt")));
        var shared = got.Sum(word => Math.Min(word.Value, want.GetValueOrDefault(word.Key)));
        Assert.InRange(2.0 * shared / (got.Values.Sum() + want.Values.Sum()), 0.955, 1);
    }

    private static Dictionary<string, int> Words(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\w+").GroupBy(word => word.Value, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
}
