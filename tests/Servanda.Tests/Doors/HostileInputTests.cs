// Input made to break a reader, and input under any name, through the command: rejects with reasons, the rest is read, exit code 1.
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public sealed class HostileInputTests : IDisposable
{
    private static readonly string Sample = Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).First();

    private readonly Command.Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The pages' names with the codes of their rejects, by name; the call must end with 1.</summary>
    private Dictionary<string, string> RejectsOf(params string[] paths)
    {
        var answer = Command.Run(["read", .. paths, "--ledger", folder["ledger.db"]]);
        Assert.Equal(Exit.Rejects, answer.Exit);
        return JsonDocument.Parse(Command.Run("rejects", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement.EnumerateArray().ToDictionary(
            reject => reject.GetProperty("page").GetString()!,
            reject => reject.GetProperty("reason").GetString() is { Length: > 0 } ? reject.GetProperty("code").GetString()! : "without a reason");
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder["in"]);
        File.WriteAllBytes(Path.Combine(folder["in"], name), bytes);
    }

    private static byte[] Noise(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(128, 256))];
    }

    /// <summary>Scaled where size alone would make it slow; the full sizes and what they cost stand in bench/archive.md.</summary>
    [Fact]
    public void What_is_made_to_break_a_reader_is_a_reject_and_the_rest_is_read()
    {
        var text = File.ReadAllText(Sample);
        Write("bomb.gz", Records.Gzip(new byte[64 << 20]));
        Write("deep.html", Encoding.UTF8.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000))}x</body></html>"));
        Write("lie.warc", [.. Records.Warc("conversion", "https://a.example/1", text, length: 1L << 40), .. Records.Warc("conversion", "https://a.example/2", text, length: 7), .. Records.Warc("conversion", "https://a.example/3", text)]);
        Write("line.jsonl", [.. "{\"text\":\""u8, .. Enumerable.Repeat((byte)'b', 60_000_000), .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { text }) + "\n")]);
        Write("lines.jsonl.gz", Records.Gzip(Encoding.UTF8.GetBytes($"{{\"text\":{JsonSerializer.Serialize(text)}}}\n{{\"url\":\"https://a.example/2\"}}\n{{\"text\":\" \"}}\n{{\"text\":\n[]\n")));
        Write("noise-page.html", [.. "<html><body><p>"u8, .. Noise(200_000), .. "</p></body></html>"u8]);
        Write("noise.txt", Noise(200_000));
        var rejects = RejectsOf(folder["in"]);
        Assert.Equal(("bomb", "too-deep", "binary", "binary"), (rejects["bomb"], rejects["deep"], rejects["noise"], rejects["noise-page"]));
        Assert.Equal(("damaged", "long-line"), (rejects["lie-1"], rejects["line-1"]));
        Assert.Equal(("no-text", "empty", "damaged", "damaged"), (rejects["lines-2"], rejects["lines-3"], rejects["lines-4"], rejects["lines-5"]));
        Assert.NotEmpty(Command.Run("timeline", "--ledger", folder["ledger.db"], "--format", "json").Out);
    }

    [Fact]
    public void What_may_not_be_opened_is_a_reject_and_the_rest_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are those of Unix");
            return;
        }
        Write("good.txt", File.ReadAllBytes(Sample));
        File.CreateSymbolicLink(Path.Combine(folder["in"], "to-nothing.txt"), folder["nothing"]);
        var shut = Directory.CreateDirectory(Path.Combine(folder["in"], "shut")).FullName;
        File.WriteAllText(Path.Combine(shut, "page.txt"), "Nga rút khỏi hiệp ước.");
        File.SetUnixFileMode(shut, UnixFileMode.None);
        try
        {
            var rejects = RejectsOf(folder["in"]);
            Assert.Equal("unreadable", rejects["to-nothing"]);
            // Root may open anything.
            if (!Environment.IsPrivilegedProcess) Assert.Equal("unreadable", rejects["shut"]);
        }
        finally
        {
            File.SetUnixFileMode(shut, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Formats_are_told_by_content_whatever_the_name()
    {
        var text = File.ReadAllText(Sample);
        var html = $"<!doctype html><html><body>{string.Concat(text.Split('\n').Select(line => $"<p>{line}</p>"))}</body></html>";
        Write("a.dat", Records.Gzip([.. Records.Response("https://a.example/1", html), .. Records.Warc("conversion", "https://a.example/2", text)]));
        Write("b.txt", Encoding.UTF8.GetBytes($"\uFEFF{JsonSerializer.Serialize(new { url = "https://b.example/1", text = text + "." })}\n{JsonSerializer.Serialize(new { url = "https://b.example/2", html = html + " " })}\n"));
        Write("c.log", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Tin</title><description>{System.Net.WebUtility.HtmlEncode(html)}</description></item></channel></rss>"));
        Write("d", Encoding.UTF8.GetBytes(html + "\n"));
        Write("e.html", Encoding.UTF8.GetBytes(text + "\n\n"));
        Write("f.bin", Encoding.Unicode.GetBytes("\uFEFF" + text));
        var answer = Command.Run("code", folder["in"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        var pages = answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a-1", "a-2", "b-1", "b-2", "c-1", "d", "e", "f"], pages.Select(page => page.GetProperty("page").GetString()));
        Assert.All(pages, page => Assert.NotEmpty(page.GetProperty("events").EnumerateArray()));
    }

    [Fact]
    public void Folders_patterns_and_standard_input_are_read_and_a_file_named_twice_once()
    {
        Write("a.txt", File.ReadAllBytes(Sample));
        Directory.CreateDirectory(Path.Combine(folder["in"], "b"));
        File.WriteAllText(Path.Combine(folder["in"], "b", "c.txt"), File.ReadAllText(Sample) + " ");
        var answer = Command.RunIn("en", ["code", Path.Combine(folder["in"], "**/*.txt"), folder["in"], "-"], new MemoryStream(File.ReadAllBytes(Sample)));
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        Assert.Equal(["a", "c", "-"], answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("page").GetString()));
    }
}
