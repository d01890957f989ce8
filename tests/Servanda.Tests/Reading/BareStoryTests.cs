// The stories of bare pages, held against the corpus and against pages made for one law each.
using System.Text;
using Servanda.Model;
using Servanda.Reading;
using Xunit;

namespace Servanda.Tests;

public class BareStoryTests
{
    [Fact]
    public void The_lines_of_the_copied_pages_are_told_apart() => Assert.True(F1(Corpus.Pages, Corpus.Gold) >= 0.965, $"story lines F1 {F1(Corpus.Pages, Corpus.Gold):0.000}");

    [Fact]
    public void The_lines_of_the_whole_corpus_are_told_apart()
    {
        if (Corpus.Shared is not { } shared)
        {
            Assert.Skip("the corpus is not beside this clone");
            return;
        }
        var f1 = F1(Path.Combine(shared, "pages"), Path.Combine(shared, "gold"));
        Assert.True(f1 >= 0.97, $"story lines F1 {f1:0.000}");
    }

    [Fact]
    public void Every_block_is_a_line_of_the_page_under_its_own_number()
    {
        foreach (var path in Directory.GetFiles(Corpus.Pages, "*.txt"))
        {
            var story = StoryReader.Read(Corpus.Page(path)).Story!;
            var lines = story.Text.Split('\n');
            Assert.Equal(File.ReadAllText(path).Split('\n').Length, lines.Length);
            foreach (var block in story.Blocks) Assert.Equal(lines[block.Line - 1].Trim(), block.Span.In(story.Text));
        }
    }

    [Fact]
    public void Vietnamese_without_its_accents_is_Vietnamese()
    {
        var sample = File.ReadAllText(Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).First());
        var bare = new string([.. sample.Normalize(System.Text.NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036F')]).Replace('đ', 'd').Replace('Đ', 'D');
        var story = StoryReader.Read(Page.Of(System.Text.Encoding.UTF8.GetBytes(bare), PageFormat.PlainText, new Sighting("x", "x.txt"))).Story!;
        Assert.Equal("vi", story.Language);
        Assert.Equal("My chinh thuc roi Hiep uoc Bau troi Mo", story.Title);
    }

    [Fact]
    public void A_page_in_no_known_language_is_a_reject()
    {
        var page = Bare("Министерство иностранных дел сообщило о начале внутригосударственных процедур по выходу из договора.\nЗаявление опубликовано на сайте ведомства в пятницу.");
        Assert.Equal(RejectCodes.Language, StoryReader.Read(page).Reject?.Code);
        Assert.Equal(RejectCodes.Language, StoryReader.Read(Bare("La France a annoncé vendredi son retrait du traité sur la charte de l'énergie, a déclaré le président devant la presse à Bruxelles après le sommet européen.")).Reject?.Code);
    }

    [Fact]
    public void A_page_without_text_is_a_reject()
    {
        Assert.Equal(RejectCodes.Empty, StoryReader.Read(Bare(" \n\t\n")).Reject?.Code);
        Assert.Equal(RejectCodes.Empty, StoryReader.Read(Bare("\u200B\n\uFEFF\u00A0")).Reject?.Code);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_reject() =>
        Assert.Equal(RejectCodes.Binary, StoryReader.Read(Page.Of(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2, 3 }, PageFormat.PlainText, new Sighting("x", "x"))).Reject?.Code);

    [Fact]
    public void A_line_that_nobody_could_read_is_a_reject() =>
        Assert.Equal(RejectCodes.LongLine, StoryReader.Read(Bare(string.Concat(Enumerable.Repeat("Nga rút khỏi hiệp ước. ", 60_000)))).Reject?.Code);

    private static Page Bare(string text) => Page.Of(Encoding.UTF8.GetBytes(text), PageFormat.PlainText, new Sighting("made", "made.txt"));

    // By characters of lines, as the corpus is scored.
    private static double F1(string pages, string gold)
    {
        int right = 0, invented = 0, missed = 0;
        foreach (var path in Directory.GetFiles(pages, "*.txt").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllText(path).Split('\n');
            var want = new HashSet<int>();
            foreach (var range in Corpus.GoldOf(Path.GetFileNameWithoutExtension(path), gold).GetProperty("article_lines").EnumerateArray())
                for (var n = range[0].GetInt32(); n <= Math.Min(range[1].GetInt32(), lines.Length); n++)
                    want.Add(n);
            var got = StoryReader.Read(Corpus.Page(path)).Story?.Blocks.Where(block => block.IsStory).Select(block => block.Line).ToHashSet() ?? [];
            for (var n = 1; n <= lines.Length; n++)
            {
                var size = lines[n - 1].Trim().Length;
                if (want.Contains(n)) _ = got.Contains(n) ? right += size : missed += size;
                else if (got.Contains(n)) invented += size;
            }
        }
        return 2.0 * right / (2 * right + invented + missed);
    }
}
