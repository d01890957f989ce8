// Pages and archives broken at random, by a seed: no reader may throw, hang or swell.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Servanda.Model;
using Servanda.Reading;
using Servanda.Reading.Pages;
using Xunit;

namespace Servanda.Tests;

public class ReadingFuzz
{
    private const double LongestCase = 10;

    private static readonly string[] Tokens =
    [
        "WARC/1.0\r\n", "Content-Length: ", "99999999999", "-1", "\r\n\r\n", "<", ">", "</p>", "<p>", "<table>", "<!--", "-->", "<script>", "</script>", "&#xD800;", "&#", "\"", "{\"text\":", "\\u0000", "]]>", "<item>", "<entry>", "\uFEFF", "\u0301",
        "\u200B", "\0", "🚀", "á»‡", "\n", "\r", "HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n", "<![CDATA[", "<a href='", "style='display:none'", "(theo Reuters)", "Theo dõi", "||||", "....",
    ];

    /// <summary>Some seconds in every run; SERVANDA_FUZZ_SECONDS for as long as one likes, SERVANDA_FUZZ_SEED to begin elsewhere.</summary>
    [Fact]
    public void No_broken_input_breaks_a_reader()
    {
        var seconds = double.TryParse(Environment.GetEnvironmentVariable("SERVANDA_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 2;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SERVANDA_FUZZ_SEED"), CultureInfo.InvariantCulture, out var first) ? first : 1;
        var whole = Whole();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds; seed++)
        {
            var random = new Random(seed);
            var (name, bytes) = whole[random.Next(whole.Count)];
            var broken = Broken(bytes, random);
            var (one, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            try
            {
                ReadAll(broken, name);
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}, {name}: {exception}");
            }
            // On a machine with much else to do the clock runs on while nothing is done here.
            worked = Environment.CpuUsage.TotalTime - worked;
            Assert.True(one.Elapsed.TotalSeconds < LongestCase || worked.TotalSeconds < LongestCase, $"seed {seed}, {name}: {one.Elapsed}, of it at work {worked}");
        }
    }

    private static void ReadAll(byte[] bytes, string name)
    {
        var records = 0;
        foreach (var record in PageRecords.Read(new MemoryStream(bytes), new Sighting("x", name), new PageLimits { PageBytes = 4 << 20 }))
        {
            Assert.True(++records <= bytes.Length + 1, $"more records than bytes, at last: {record.Reject}");
            if (record.Reject is { } reject) Assert.NotEmpty(reject.Reason);
            if (record.Page is { } page) Check(page);
        }
    }

    private static void Check(Page page)
    {
        if (StoryReader.Read(page).Story is not { } story) return;
        Assert.True(story.Text.IsNormalized());
        var last = 0;
        foreach (var block in story.Blocks)
        {
            Assert.InRange(block.Span.Start, last, story.Text.Length);
            Assert.InRange(block.Span.End, block.Span.Start, story.Text.Length);
            Assert.InRange(story.Map.ByteAt(block.Span.Start), 0, page.Bytes.Length);
            last = block.Span.End;
        }
    }

    private static byte[] Broken(byte[] bytes, Random random)
    {
        var list = new List<byte>(bytes);
        for (var times = random.Next(1, 12); times > 0; times--)
        {
            var at = random.Next(list.Count + 1);
            switch (random.Next(7))
            {
                case 0 when list.Count > at:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    list.RemoveRange(at, Math.Min(random.Next(1, 200), list.Count - at));
                    break;
                case 2:
                    list.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 3:
                    var piece = list.GetRange(at, Math.Min(random.Next(1, 2000), list.Count - at));
                    list.InsertRange(random.Next(list.Count + 1), piece);
                    break;
                case 4 when random.Next(6) == 0:
                    list.RemoveRange(at, list.Count - at);
                    break;
                case 5:
                    var token = Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]);
                    for (var n = random.Next(1, 300); n > 0; n--) list.InsertRange(at, token);
                    break;
                case 6:
                    for (var n = random.Next(1, 40); n > 0 && at < list.Count; n--) list[at++] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. list];
    }

    private static List<(string Name, byte[] Bytes)> Whole()
    {
        var pages = Directory.GetFiles(Corpus.Pages).Order(StringComparer.Ordinal).Take(12).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        var html = pages.Where(page => page.Item1.EndsWith(".html", StringComparison.Ordinal)).Select(page => Encoding.UTF8.GetString(page.Item2)).ToList();
        var text = Encoding.UTF8.GetString(pages[0].Item2);
        var records = html.Select((page, i) => Records.Response($"https://a.example/{i}", page)).Append(Records.Warc("conversion", "https://a.example/x", text)).ToList();
        return
        [
            .. pages,
            ("x.warc", records.SelectMany(record => record).ToArray()),
            ("x.warc.gz", records.SelectMany(record => Records.Gzip(record)).ToArray()),
            ("x.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', html.Select(page => System.Text.Json.JsonSerializer.Serialize(new { html = page, url = "https://a.example", date = "2021-06-18" }))))),
            ("x.rss", Encoding.UTF8.GetBytes($"<rss><channel><item><title>a</title><description>{System.Net.WebUtility.HtmlEncode(html[0])}</description></item></channel></rss>")),
            ("x.txt", Encoding.Unicode.GetBytes(text)),
            ("y.txt", Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD))),
        ];
    }
}
