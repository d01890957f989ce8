// An archive of any size, made of the samples with variations: every page is another page, told on another day, of other acts.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Servanda.Tests;

/// <summary>
/// A <c>.warc.gz</c> with a member to a record, as crawlers write it: pages of HTML with the scripts, styles and menus of a site (two in three), bare text as in WET files, and between them
/// requests, pictures and answers of 404, which are no pages. The same number gives the same record.
/// </summary>
internal sealed partial class MadeArchive
{
    private const int LeastMarkup = 20_000, MostMarkup = 120_000;

    private readonly List<(bool IsHtml, string Text)> pages;
    private readonly string markup = Markup();

    /// <param name="samples">The folder of the samples.</param>
    public MadeArchive(string samples) =>
        pages = [.. Directory.GetFiles(samples).Order(StringComparer.Ordinal).Select(path => (path.EndsWith(".html", StringComparison.Ordinal), File.ReadAllText(path)))];

    /// <summary>Writes records until they have so many bytes before packing; gives the number of pages among them.</summary>
    /// <param name="first">The number of the first record.</param>
    public int Write(string file, long bytes, int first = 0)
    {
        using var packed = new FileStream(file, FileMode.Create);
        var count = 0;
        for (long written = 0, number = first; written < bytes; number++)
        {
            var record = Record((int)number);
            if (IsPage((int)number)) count++;
            written += record.Length;
            using var member = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            member.Write(record);
        }
        return count;
    }

    private static bool IsPage(int number) => number % 10 is not (0 or 4 or 7);

    private byte[] Record(int number)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"https://bao{number % 40}.example/the-gioi/{number}.html");
        if (!IsPage(number))
        {
            return (number % 10) switch
            {
                0 => Bytes("request", address, "application/http; msgtype=request", "GET / HTTP/1.1\r\nHost: bao.example\r\n\r\n"),
                4 => Bytes("response", address, "application/http; msgtype=response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Không có trang này.</p>"),
                _ => Bytes("response", address, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u0089PNG"),
            };
        }
        var random = new Random(number);
        var (isHtml, text) = pages[random.Next(pages.Count)];
        text = Varied(text, random);
        var code = string.Create(CultureInfo.InvariantCulture, $"Mã bài: {number}");
        if (!isHtml && number % 3 == 0) return Bytes("conversion", address, "text/plain", $"{text}\n{code}\n");
        if (!isHtml) text = $"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{string.Concat(text.Split('\n').Select(line => $"<p>{line}</p>\n"))}</body></html>";
        var length = random.Next(LeastMarkup, MostMarkup);
        var from = random.Next(markup.Length - length);
        text = text.Replace("</head>", $"<script>var site = \"{markup.AsSpan(from, length)}\";</script></head>", StringComparison.Ordinal).Replace("</body>", $"{Menu(random)}<p>{code}</p></body>", StringComparison.Ordinal);
        return Bytes("response", address, "application/http; msgtype=response", $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{text}");
    }

    // What a site's scripts and styles look like to one who reads past them: names and numbers that come again.
    private static string Markup()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.Length < 4 * MostMarkup) text.Append(CultureInfo.InvariantCulture, $".khung-{random.Next(400)} {{ rộng: {random.Next(1200)}px; lề: {random.Next(40)}px }} a{random.Next(90)}(b.c[{random.Next(64)}]);\\n");
        return text.ToString();
    }

    private static string Menu(Random random) =>
        $"<ul class=menu>{string.Concat(Enumerable.Range(0, random.Next(20, 80)).Select(i => string.Create(CultureInfo.InvariantCulture, $"<li><a href=\"/muc-{i}/{random.Next(10_000)}.html\">Chuyên mục {i}</a></li>\n")))}</ul>";

    // Years move together, so that a page stays in itself what it was; days and months each by themselves.
    private static string Varied(string text, Random random)
    {
        var years = random.Next(-25, 3);
        text = Year().Replace(text, year => (int.Parse(year.Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));
        return DayAndMonth().Replace(text, day => $"{random.Next(1, 29)}{day.Groups[1].Value}{random.Next(1, 13)}");
    }

    private static byte[] Bytes(string type, string address, string contentType, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-06-18T07:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes, .. "\r\n\r\n"u8];
    }

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d/-])\d\d?([/-])\d\d?(?![\d])")]
    private static partial Regex DayAndMonth();
}
