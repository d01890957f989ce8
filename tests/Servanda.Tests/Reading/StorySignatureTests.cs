// Copies of a story are known again, and other stories on the same matter are not taken for it.
using System.Text;
using Servanda.Model;
using Servanda.Reading;
using Xunit;

namespace Servanda.Tests;

public class StorySignatureTests
{
    private static readonly List<string> Paths = [.. Directory.GetFiles(Corpus.Pages).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_story_reposted_on_another_site_is_an_exact_copy()
    {
        var story = Read(Paths[0]);
        var body = story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(story.Text));
        var reposted = Read("Trang chủ | Thế giới\n" + string.Join("\n\n", body) + "\nĐọc nhiều\nGiá vàng hôm nay\n");
        Assert.Equal(StorySignature.Of(story).Text, StorySignature.Of(reposted).Text);
        Assert.Equal(1, StorySignature.Of(story).Similarity(StorySignature.Of(reposted)));
    }

    [Fact]
    public void A_story_with_some_sentences_changed_is_a_near_copy_that_is_found_by_its_bands()
    {
        foreach (var path in Paths.Where(path => path.EndsWith(".txt", StringComparison.Ordinal)))
        {
            var story = StorySignature.Of(Read(path));
            var changed = StorySignature.Of(Read(Corpus.Page(path).Bytes, " cho biết ", " thông báo "));
            Assert.True(story.IsCopyOf(changed), $"{path}: {story.Similarity(changed)}");
            Assert.NotEmpty(story.Bands().Intersect(changed.Bands()));
        }
    }

    [Fact]
    public void Different_stories_are_not_copies()
    {
        var signatures = Paths.Select(path => StorySignature.Of(Read(path))).ToList();
        for (var i = 0; i < signatures.Count; i++)
            for (var k = 0; k < i; k++)
                Assert.True(signatures[i].Similarity(signatures[k]) < 0.2, $"{Paths[i]} and {Paths[k]}");
    }

    private static Story Read(string textOrPath) => StoryReader.Read(File.Exists(textOrPath) ? Corpus.Page(textOrPath) : Bare(textOrPath)).Story!;

    private static Story Read(ReadOnlyMemory<byte> bytes, string from, string to) => StoryReader.Read(Bare(Encoding.UTF8.GetString(bytes.Span).Replace(from, to, StringComparison.Ordinal))).Story!;

    private static Page Bare(string text) => Page.Of(Encoding.UTF8.GetBytes(text), PageFormat.PlainText, new Sighting("made", "made.txt"));
}
