// Archives taken up behind any record: the same pages come as if nothing had been interrupted.
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Servanda.Model;
using Servanda.Reading.Pages;
using Xunit;

namespace Servanda.Tests;

public class TakenUpTests
{
    private const string Html = "<html><body><p>Nga rút khỏi hiệp ước.</p></body></html>";

    private static IEnumerable<byte[]> Responses(int count) =>
        Enumerable.Range(0, count).Select(i => i % 5 == 3 ? Records.Warc("request", $"https://a.example/{i}", "GET /") : Records.Response($"https://a.example/{i}", Html + new string('.', 37 * i)));

    private static byte[] Together(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i =>
        i % 7 == 4 ? "{\"url\":\"https://a.example/ohne\"}\n" : i % 5 == 2 ? "\n" : JsonSerializer.Serialize(new { text = $"Nga rút khỏi hiệp ước. {new string('.', 29 * i)}", url = $"https://a.example/{i}" }) + "\n")));

    public static TheoryData<string> Archives => ["records", "packed, a member to a record", "packed as one", "packed and cut anywhere", "a broken member", "a lying length", "lines", "lines packed as one", "lines packed and cut anywhere", "a feed"];

    private static byte[] Archive(string name)
    {
        var records = Responses(40).ToList();
        switch (name)
        {
            case "records": return Together(records);
            case "packed, a member to a record": return Together(records.Select(record => Records.Gzip(record)));
            case "packed as one": return Records.Gzip(Together(records));
            case "packed and cut anywhere": return Cut(Together(records));
            case "a broken member":
                var members = records.ConvertAll(record => Records.Gzip(record));
                foreach (var i in (int[])[7, 8, 20]) members[i][members[i].Length / 2] ^= 0x55;
                return Together(members);
            case "a lying length":
                records[6] = Records.Warc("conversion", "https://a.example/6", "Mỹ rút khỏi WHO.", length: 4000);
                records[15] = Records.Warc("conversion", "https://a.example/15", "Mỹ rút khỏi WHO.", length: 3);
                return Together(records);
            case "lines": return Lines(40);
            case "lines packed as one": return Records.Gzip(Lines(40));
            case "lines packed and cut anywhere": return Cut(Lines(40));
            default:
                return Encoding.UTF8.GetBytes($"<rss><channel>{string.Concat(Enumerable.Range(0, 20).Select(i => $"<item><title>Tin {i}</title>{(i % 4 == 1 ? "" : "<description>Nga rút khỏi hiệp ước.</description>")}</item>"))}</channel></rss>");
        }
    }

    // Members of 1,000 bytes, wherever a record begins.
    private static byte[] Cut(byte[] bytes) => Together(bytes.Chunk(1000).Select(part => Records.Gzip(part, CompressionLevel.Fastest)));

    [Theory]
    [MemberData(nameof(Archives))]
    public void Behind_any_record_the_same_pages_and_rejects_come(string name)
    {
        var archive = Archive(name);
        var all = Read(archive, null);
        Assert.True(all.Count(record => record.Page is not null) > 10);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Mark is not { } mark) continue;
            Assert.Equal(all.Skip(i + 1).Select(Written), Read(archive, mark).Select(Written));
        }
    }

    [Fact]
    public void Behind_a_member_only_that_member_is_read_again()
    {
        var archive = Archive("packed, a member to a record");
        var all = Read(archive, null);
        using var stream = new Counted(archive);
        var last = all[^2].Mark!;
        Assert.Single(PageRecords.Read(stream, new Sighting("x", "x.gz"), last: last));
        Assert.Equal(archive.Length - last.Start, stream.Taken);
    }

    private static List<PageOrReject> Read(byte[] archive, RecordMark? last) => [.. PageRecords.Read(new MemoryStream(archive), new Sighting("x", "x.gz"), last: last)];

    private static string Written(PageOrReject record) => record.Page is { } page ? $"{page.Id} {page.Sighting} {record.Mark}" : record.Reject!.ToString();

    private sealed class Counted(byte[] bytes) : MemoryStream(bytes)
    {
        public long Taken { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            Taken += read;
            return read;
        }
    }
}
