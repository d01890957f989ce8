// Files, folders and patterns as pages.
using Servanda.Model;
using Servanda.Reading.Pages;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public sealed class PageSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("servanda-pages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_read_through_in_the_order_of_its_paths()
    {
        Write("b/2.txt", "hai");
        Write("a.txt", "một");
        Write("b/1.html", "<p>ba</p>");
        Write(".hidden", "không");
        Assert.Equal(["a", "1", "2"], Pages(_folder).Select(page => page.Page!.Sighting.Name));
        Assert.Equal(PageFormat.Html, Pages(_folder)[1].Page!.Format);
    }

    [Fact]
    public void A_pattern_gives_the_files_that_match()
    {
        Write("a1.txt", "một");
        Write("a2.txt", "hai");
        Write("c/a3.txt", "ba");
        Assert.Equal(["a1", "a2"], Names(Path.Combine(_folder, "a*.txt")));
        Assert.Equal(["a1", "a2", "a3"], Names(Path.Combine(_folder, "**/a?.txt")));
    }

    /// <summary>The sizes at which the buffer that a file is read through is full, grows, and begins anew.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(16_384)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void A_page_of_any_size_is_its_file_to_the_byte(int size)
    {
        var text = string.Concat(Enumerable.Range(0, size / 5 + 1).Select(number => $"{number % 10_000:0000} "))[..size];
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), Assert.Single(Pages(Write("a.txt", text))).Page!.Bytes.ToArray());
    }

    [Fact]
    public void A_file_named_twice_is_read_once() => Assert.Single(Pages(Write("a.txt", "một"), _folder));

    [Fact]
    public void What_is_not_there_is_a_reject_and_the_rest_is_read()
    {
        Write("a.txt", "một");
        var pages = Pages(Path.Combine(_folder, "none.txt"), Path.Combine(_folder, "*.none"), _folder);
        Assert.Equal([RejectCodes.Unreadable, RejectCodes.Unreadable, null], pages.Select(page => page.Reject?.Code));
    }

    [Fact]
    public void An_empty_file_and_one_over_the_limit_are_rejects()
    {
        Write("a.txt", "");
        using (var large = File.Create(Path.Combine(_folder, "b.txt"))) large.SetLength(50 << 20);
        Assert.Equal([RejectCodes.Empty, RejectCodes.TooLarge], Pages(_folder).Select(page => page.Reject!.Code));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static List<PageOrReject> Pages(params string[] paths) => [.. PageSource.Read(paths, (stream, sighting) => PageRecords.Read(stream, sighting))];

    private static IEnumerable<string> Names(string path) => Pages(path).Select(page => page.Page?.Sighting.Name ?? page.Reject!.Reason);
}
