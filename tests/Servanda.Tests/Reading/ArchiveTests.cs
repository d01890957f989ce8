// Archives, dumps and feeds as pages: what is whole is read, what is broken is a reject, and nothing ends the run.
using System.IO.Compression;
using System.Text;
using Servanda.Model;
using Servanda.Reading.Pages;
using Xunit;

namespace Servanda.Tests;

public class ArchiveTests
{
    private const string Html = "<html><body><p>Nga rút khỏi hiệp ước.</p></body></html>";

    [Fact]
    public void A_WARC_file_gives_its_pages_with_address_and_day()
    {
        var pages = Read([.. Records.Warc("warcinfo", "", "software: x"), .. Records.Response("https://a.example/1", Html), .. Records.Warc("request", "https://a.example/1", "GET / HTTP/1.1"),
            .. Records.Response("https://a.example/2.png", "x", type: "image/png"), .. Records.Response("https://a.example/3", "x", status: 404), .. Records.Warc("conversion", "https://a.example/4", "Mỹ rút khỏi WHO.", "text/plain")]);
        Assert.Equal(["https://a.example/1", "https://a.example/4"], pages.Select(page => page.Page!.Sighting.Address));
        Assert.Equal([PageFormat.Html, PageFormat.PlainText], pages.Select(page => page.Page!.Format));
        Assert.Equal("2021-06-18", pages[0].Page!.Sighting.Captured!.Text);
        Assert.Equal(Html, Encoding.UTF8.GetString(pages[0].Page!.Bytes.Span));
    }

    [Fact]
    public void A_packed_archive_gives_the_same_pages_and_says_where_each_member_begins()
    {
        var members = Enumerable.Range(0, 50).Select(i => Records.Gzip(Records.Response($"https://a.example/{i}", Html + i))).ToList();
        var pages = Read([.. members.SelectMany(member => member)]);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => Html + i), pages.Select(page => Encoding.UTF8.GetString(page.Page!.Bytes.Span)));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => members.Take(i).Sum(member => (long)member.Length)), pages.Select(page => page.Page!.Sighting.Offset!.Value));
    }

    [Fact]
    public void Whatever_was_packed_is_unpacked_to_the_byte()
    {
        var random = new Random(7);
        foreach (var level in (CompressionLevel[])[CompressionLevel.NoCompression, CompressionLevel.Fastest, CompressionLevel.SmallestSize])
            foreach (var size in (int[])[0, 1, 300, 70_000, 900_000])
            {
                var data = new byte[size];
                random.NextBytes(data);
                for (var i = 0; i < size; i++)
                    if (i % 5000 < 3000)
                        data[i] = (byte)('a' + data[i] % (1 + i / 1000 % 20));
                var packed = Records.Gzip(data, level);
                var reader = new ByteReader(new MemoryStream([.. packed, .. packed]));
                using var whole = new MemoryStream();
                new GzipMembers(reader, 2000).CopyTo(whole);
                Assert.Equal([.. data, .. data], whole.ToArray());
                Assert.Equal(2 * packed.Length, reader.Position);
            }
    }

    [Fact]
    public void A_damaged_member_is_a_reject_and_the_next_is_read()
    {
        var broken = Records.Gzip(Records.Response("https://a.example/1", Html));
        broken[broken.Length / 2] ^= 0x55;
        var pages = Read([.. broken, .. Records.Gzip(Records.Response("https://a.example/2", Html))]);
        Assert.Equal(RejectCodes.Damaged, pages[0].Reject!.Code);
        Assert.Equal("https://a.example/2", pages[^1].Page!.Sighting.Address);
    }

    [Fact]
    public void A_member_that_swells_without_measure_is_a_reject()
    {
        var pages = Read([.. Records.Gzip(Records.Response("https://a.example/1", new string(' ', 12 << 20))), .. Records.Gzip(Records.Response("https://a.example/2", Html))]);
        Assert.Equal([RejectCodes.Bomb, null], pages.Select(page => page.Reject?.Code));
        Assert.Equal(RejectCodes.Bomb, Assert.Single(Read(Records.Gzip(new byte[64 << 20]))).Reject!.Code);
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(5)]
    [InlineData(400)]
    [InlineData(-3)]
    public void A_record_that_lies_about_its_length_is_a_reject_and_the_next_is_read(long length)
    {
        var pages = Read([.. Records.Warc("conversion", "https://a.example/1", "Mỹ rút khỏi WHO từ hôm nay.", "text/plain", length), .. Records.Response("https://a.example/2", Html), .. Records.Response("https://a.example/3", Html)]);
        Assert.Contains(pages, page => page.Reject is not null);
        Assert.Equal("https://a.example/3", pages[^1].Page?.Sighting.Address);
    }

    [Fact]
    public void A_body_sent_in_chunks_and_packed_is_put_together()
    {
        var packed = Records.Gzip(Encoding.UTF8.GetBytes(Html));
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{packed.Length / 2:x}\r\n"), .. packed[..(packed.Length / 2)], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{packed.Length - packed.Length / 2:X}\r\n"), .. packed[(packed.Length / 2)..], .. "\r\n0\r\n\r\n"u8];
        var page = Assert.Single(Read(Records.Warc("response", "https://a.example/1", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"u8, .. chunked], "application/http")));
        Assert.Equal(Html, Encoding.UTF8.GetString(page.Page!.Bytes.Span));
    }

    [Fact]
    public void Json_lines_are_pages_and_a_line_without_text_is_a_reject()
    {
        var lines = """
            {"text":"Nga rút khỏi hiệp ước.","url":"https://a.example/1","timestamp":"2021-06-18T07:00:00Z","source":"x","meta":{"a":[1,2]}}

            {"url":"https://a.example/2"}
            {"html":"<p>Mỹ rút khỏi WHO.</p><p>x</p>","date":"2020/07/06 10:00","outlet":"a.example","published":"2020-07"}
            {"text":"cụt
            {"text":""}
            {"text":"nửa ký tự \ud800"}
            [1]
            """;
        var pages = Read(Encoding.UTF8.GetBytes(lines), "x.jsonl");
        Assert.Equal([null, RejectCodes.NoText, null, RejectCodes.Damaged, RejectCodes.Empty, RejectCodes.Damaged, RejectCodes.Damaged], pages.Select(page => page.Reject?.Code));
        Assert.Equal(("2021-06-18", "https://a.example/1"), (pages[0].Page!.Sighting.Captured!.Text, pages[0].Page!.Sighting.Address));
        Assert.Equal(("2020-07-06", "2020-07", "a.example", PageFormat.Html), (pages[2].Page!.Sighting.Captured!.Text, pages[2].Page!.Sighting.Published!.Text, pages[2].Page!.Sighting.Outlet, pages[2].Page!.Format));
        Assert.Equal(pages.Count, Read(Records.Gzip(Encoding.UTF8.GetBytes(lines)), "x.jsonl.gz").Count);
    }

    [Fact]
    public void A_line_that_never_ends_is_a_reject_and_the_next_is_read()
    {
        byte[] long_ = [.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'a', 400_000), .. "\"}\n"u8];
        var pages = PageRecords.Read(new MemoryStream([.. long_, .. "{\"text\":\"Nga rút khỏi hiệp ước.\"}"u8]), new Sighting("x", "x.jsonl"), new PageLimits { PageBytes = 100_000 }).ToList();
        Assert.Equal([RejectCodes.LongLine, null], pages.Select(page => page.Reject?.Code));
    }

    [Fact]
    public void Feeds_give_a_page_for_every_entry_with_a_text()
    {
        var rss = "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Báo</title><item><title>Nga rút khỏi hiệp ước</title><link>https://a.example/1</link>" +
            "<pubDate>Fri, 18 Jun 2021 10:00:00 +0700</pubDate><description>Tóm tắt.</description><content:encoded><![CDATA[<p>Nga hôm nay rút khỏi hiệp ước.</p>]]></content:encoded></item><item><title>Trống</title></item></channel></rss>";
        var pages = Read(Encoding.UTF8.GetBytes(rss));
        Assert.Equal(("2021-06-18", "https://a.example/1"), (pages[0].Page!.Sighting.Published!.Text, pages[0].Page!.Sighting.Address));
        Assert.Contains("<p>Nga hôm nay rút khỏi hiệp ước.</p>", Encoding.UTF8.GetString(pages[0].Page!.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(RejectCodes.NoText, pages[1].Reject!.Code);
        var atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Mỹ rút khỏi WHO</title><link href=\"https://a.example/2\"/><updated>2020-07-06T10:00:00Z</updated><summary>Mỹ gửi công hàm.</summary></entry><entry><title>x";
        pages = Read(Encoding.UTF8.GetBytes(atom));
        Assert.Equal(("2020-07-06", "https://a.example/2"), (pages[0].Page!.Sighting.Published!.Text, pages[0].Page!.Sighting.Address));
        Assert.Equal(RejectCodes.Damaged, pages[1].Reject!.Code);
    }

    private static List<PageOrReject> Read(byte[] bytes, string path = "x.bin") => [.. PageRecords.Read(new MemoryStream(bytes), new Sighting("x", path))];
}

/// <summary>Records and members made for tests.</summary>
internal static class Records
{
    public static byte[] Warc(string type, string address, string content, string contentType = "text/plain", long? length = null) => Warc(type, address, Encoding.UTF8.GetBytes(content), contentType, length);

    public static byte[] Warc(string type, string address, byte[] content, string contentType, long? length = null) =>
        [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-06-18T07:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {length ?? content.Length}\r\n\r\n"), .. content, .. "\r\n\r\n"u8];

    public static byte[] Response(string address, string html, int status = 200, string type = "text/html; charset=utf-8") =>
        Warc("response", address, Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n\r\n{html}"), "application/http; msgtype=response");

    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
