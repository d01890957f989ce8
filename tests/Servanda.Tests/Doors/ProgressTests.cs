// How far a run has come: a bar that moves on a terminal, a line now and then elsewhere, nothing for what is soon done.
using System.Text.RegularExpressions;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public partial class ProgressTests
{
    [Fact]
    public void On_a_terminal_a_bar_moves_with_share_rate_and_time_left_and_is_gone_at_the_end()
    {
        var told = Read(terminal: true, TimeSpan.FromSeconds(1), "samples");
        var bars = told.Split('\r').Where(part => part.Contains('%', StringComparison.Ordinal)).ToList();
        Assert.True(bars.Count > 5);
        Assert.Contains(bars, bar => bar.Contains('█', StringComparison.Ordinal) && bar.Contains('░', StringComparison.Ordinal));
        Assert.Contains(bars, bar => Left().IsMatch(bar));
        Assert.DoesNotContain(bars.TakeLast(1), bar => bar.Contains('\n', StringComparison.Ordinal));
        Assert.EndsWith("\r\u001b[K", told, StringComparison.Ordinal);
        var shares = bars.Select(bar => int.Parse(Share().Match(bar).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[^1], 50, 100);
    }

    [Fact]
    public void Into_a_file_a_line_comes_every_half_minute_and_nothing_moves()
    {
        var told = Read(terminal: false, TimeSpan.FromSeconds(4), "samples");
        Assert.DoesNotContain('\r', told);
        Assert.DoesNotContain('\u001b', told);
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 1, 6);
        Assert.All(lines, line => Assert.Matches(Share(), line));
    }

    [Fact]
    public void What_is_soon_done_is_not_spoken_of() => Assert.Empty(Read(terminal: false, TimeSpan.FromMilliseconds(50), "samples"));

    [Fact]
    public void Of_standard_input_no_share_is_told_for_its_length_is_not_known()
    {
        var told = Read(terminal: true, TimeSpan.FromSeconds(1), "-", input: string.Concat(Enumerable.Range(1, 6).Select(i => $$"""{"text":"Nga rút khỏi Hiệp ước Bầu trời Mở\n\nNgày 18/12/2021, Nga chính thức rút khỏi Hiệp ước Bầu trời Mở, Bộ Ngoại giao nước này thông báo lần thứ {{i}}.","url":"https://a.example/{{i}}"}{{"\n"}}""")));
        Assert.Contains("trang/giây", told, StringComparison.Ordinal);
        Assert.DoesNotContain("%", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reject_stands_on_a_line_of_its_own_above_the_bar()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["a.txt"], " \n ");
        foreach (var sample in Directory.GetFiles(Repository.PathOf("samples"), "0*.txt")) File.Copy(sample, folder[Path.GetFileName(sample)]);
        var told = Read(terminal: true, TimeSpan.FromSeconds(1), folder.Path);
        Assert.Matches(RejectLine(), told);
    }

    /// <summary>What goes to the error stream while so many seconds pass between two looks at the clock; the output stays free of it.</summary>
    private static string Read(bool terminal, TimeSpan step, string path, string input = "")
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var passed = TimeSpan.Zero;
        Door.Run(["code", path == "samples" ? Repository.PathOf("samples") : path, "--jobs", "1"], new()
        {
            Out = output,
            Error = error,
            ErrorIsTerminal = terminal,
            In = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)),
            Now = Command.Now,
            Today = new(2026, 11, 22),
            Locale = "vi_VN.UTF-8",
            Data = () => null,
            Known = ShippedKnowledge.All,
            CacheFolder = Path.GetTempPath(),
            Watch = () => passed += step,
        });
        Assert.DoesNotContain('\r', output.ToString());
        return error.ToString();
    }

    [GeneratedRegex(@"(\d+) %")]
    private static partial Regex Share();

    [GeneratedRegex(@"còn \d+:\d\d:\d\d")]
    private static partial Regex Left();

    [GeneratedRegex(@"\r\e\[Kservanda: [^\r]*a\.txt[^\r]*\n|^servanda: [^\r]*a\.txt[^\r]*\n")]
    private static partial Regex RejectLine();
}
