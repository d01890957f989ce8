// The stories of HTML pages, held against the corpus and against pages made for one law each.
using System.Text;
using System.Text.RegularExpressions;
using Servanda.Model;
using Servanda.Reading;
using Xunit;

namespace Servanda.Tests;

public class HtmlStoryTests
{
    private const string Body =
        "<p>Bộ Ngoại giao Nga hôm nay thông báo nước này bắt đầu các thủ tục trong nước để rút khỏi hiệp ước.</p>" +
        "<p>Người phát ngôn cho biết công hàm đã được trao cho các nước lưu chiểu và sẽ có hiệu lực sau sáu tháng.</p>";

    [Fact]
    public void The_story_text_of_the_copied_pages_is_found()
    {
        int right = 0, invented = 0, missed = 0;
        foreach (var path in Directory.GetFiles(Corpus.Pages, "*.html"))
        {
            var story = StoryReader.Read(Corpus.Page(path)).Story;
            var want = Shingles(Corpus.GoldOf(Path.GetFileNameWithoutExtension(path), Corpus.Gold).GetProperty("article_text").GetString()!);
            var got = Shingles(story is null ? "" : StoryText(story));
            right += got.Count(want.Contains);
            invented += got.Count(shingle => !want.Contains(shingle));
            missed += want.Count(shingle => !got.Contains(shingle));
        }
        var f1 = 2.0 * right / (2 * right + invented + missed);
        Assert.True(f1 >= 0.97, $"story text F1 {f1:0.000}");
    }

    [Fact]
    public void Every_letter_leads_back_to_its_bytes()
    {
        foreach (var path in Directory.GetFiles(Corpus.Pages, "*.html"))
        {
            var bytes = File.ReadAllBytes(path);
            var story = StoryReader.Read(Corpus.Page(path)).Story!;
            foreach (var block in story.Blocks)
                for (var i = block.Span.Start; i < block.Span.End; i++)
                {
                    if (!char.IsLetterOrDigit(story.Text[i])) continue;
                    var at = (int)story.Map.ByteAt(i);
                    Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out _);
                    Assert.True(rune.Value == story.Text[i] || rune.Value == '&', $"{path}: '{story.Text[i]}' at {i} leads to '{rune}' at byte {at}");
                }
        }
    }

    [Fact]
    public void Metadata_gives_the_day_the_outlet_and_the_author()
    {
        var story = Read(
            """<html><head><title>Nga rút khỏi hiệp ước | Báo Mẫu</title><link rel="canonical" href="https://www.baomau.example/nga-rut.htm"><meta property="article:published_time" content="2021-06-18T23:10:00+07:00">""" +
            """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Nga rút khỏi hiệp ước","datePublished":"2021-06-18","author":[{"@type":"Person","name":"Lê Mai"}]}]}</script></head>""" +
            "<body><h1>Nga rút khỏi hiệp ước</h1><div>" + Body + "</div></body></html>");
        Assert.Equal("baomau.example", story.Outlet);
        Assert.Equal("Lê Mai", story.Byline);
        Assert.Equal("Nga rút khỏi hiệp ước", story.Title);
        Assert.Contains(("article:published_time", Edtf.Parse("2021-06-18")), story.Metadata);
        Assert.Contains(("jsonld:datePublished", Edtf.Parse("2021-06-18")), story.Metadata);
    }

    [Fact]
    public void Links_captions_scripts_and_comments_are_not_the_story()
    {
        var story = Read("<body><ul class=menu><li><a href=1>Thế giới</a><li><a href=2>Kinh tế</a></ul><h1>Nga rút khỏi hiệp ước về các chuyến bay</h1><div><script>var x = '<p>Không phải bài.</p>';</script>" + Body +
            "<figure><img src=1><figcaption>Máy bay quan sát tại sân bay.</figcaption></figure><!-- <p>Chú thích ẩn.</p> --><p style='display:none'>Đoạn văn này không hiện ra trên trang.</p></div>" +
            "<div class=comments><p>Rút thì rút, mình lo làm ăn thôi các bác ạ, nói nhiều làm gì.</p></div></body>");
        Assert.Equal(3, story.Blocks.Count(block => block.IsStory));
        Assert.DoesNotContain("Chú thích ẩn", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("không hiện ra", story.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void References_and_marks_stand_for_their_letters()
    {
        var story = Read("<h1>Hai n&#432;&#7899;c k&yacute; th&#x1ECF;a thu&#7853;n</h1><p>B&#7897; Ngo&#7841;i giao&nbsp;Nga cho bi&ecirc;&#769;t hai b&ecirc;n &ldquo;&#273;&#227; nh&#7845;t tr&iacute;&rdquo; gia h&#7841;n hi&#7879;p &#432;&#7899;c th&ecirc;m n&#259;m n&#259;m.</p>");
        Assert.Contains("Bộ Ngoại giao Nga cho biết hai bên “đã nhất trí” gia hạn hiệp ước thêm năm năm.", story.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&#xFFFFFFFF;")]
    [InlineData("&#99999999999;")]
    [InlineData("&#xD800;")]
    [InlineData("&#0;")]
    [InlineData("&#xFFFE;")]
    public void A_reference_to_no_letter_is_never_a_letter(string reference) =>
        Assert.Contains("gia hạn hiệp ước.", Read($"<h1>Hai nước ký thỏa thuận</h1><p>Bộ Ngoại giao Nga cho biết {reference} hai bên đã nhất trí gia hạn hiệp ước.</p>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<span>Reuters</span><span>28 January 2024</span>", "Reuters 28 January 2024")]
    [InlineData("<b>2024</b><i>Reuters</i>", "2024 Reuters")]
    [InlineData("<span>H<sub>2</sub>O</span>", "H2O")]
    [InlineData("<span>T</span>háng", "Tháng")]
    public void What_only_styles_part_is_parted_where_letters_meet_figures(string markup, string text) =>
        Assert.Contains(text, Read($"<h1>Hai nước ký thỏa thuận</h1><p>Bộ Ngoại giao Nga cho biết {markup} hai bên đã nhất trí gia hạn hiệp ước.</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_ends_like_a_sentence_is_no_title()
    {
        var story = StoryReader.Read(Page.Of(Encoding.UTF8.GetBytes("Thứ Năm, ngày 21/10/2021 | 07:13\nTừ tháng tới, Nga sẽ cắt đứt mọi quan hệ với liên minh quân sự này vì nhiều lý do.\n" + Regex.Replace(Body, "<[^>]*>", "\n")),
            PageFormat.PlainText, new Sighting("made", "made.txt"))).Story!;
        Assert.Null(story.Title);
        Assert.Equal([1, 2, 4, 6], story.Blocks.Where(block => block.IsStory).Select(block => block.Line));
    }

    [Fact]
    public void Nesting_without_end_is_a_reject()
    {
        var page = Page.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000)) + Body), PageFormat.Html, new Sighting("x", "x.html"));
        Assert.Equal(RejectCodes.TooDeep, StoryReader.Read(page).Reject?.Code);
    }

    [Fact]
    public void Broken_markup_costs_time_in_proportion_to_its_length()
    {
        foreach (var unit in (string[])["<!--", "<script>", "<a href=\"", "<![CDATA[", "<p><b><i>", "</div></p>", "<td><li><p>", "&#x", "<a b='x\">"])
        {
            var page = Page.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 200_000)) + Body), PageFormat.Html, new Sighting("x", "x.html"));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            StoryReader.Read(page);
            Assert.True(clock.Elapsed.TotalSeconds < 20, $"{unit}: {clock.Elapsed}");
        }
    }

    private static Story Read(string html) => StoryReader.Read(Page.Of(Encoding.UTF8.GetBytes(html), PageFormat.Html, new Sighting("made", "made.html"))).Story ?? throw new InvalidOperationException("no story");

    private static string StoryText(Story story) => string.Join('\n', story.Blocks.Where(block => block.IsStory).Select(block => block.Span.In(story.Text)));

    private static HashSet<string> Shingles(string text)
    {
        var words = Regex.Matches(text.Normalize().ToLowerInvariant(), @"\w+").Select(match => match.Value).ToArray();
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - 3)).Select(i => string.Join(' ', words[i..(i + 4)]))];
    }
}
