// Reading that is killed, stopped or repeated ends with the ledger of a reading that nobody disturbed.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Servanda.Doors;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public sealed class KilledReadingTests : IDisposable
{
    private const int Kills = 10;

    private readonly Command.Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>10 MB before packing, some 120 pages with a site's markup, and a file of JSON lines of which some cannot be read.</summary>
    private string Input(int bytes = 10_000_000)
    {
        var input = Directory.CreateDirectory(folder["in"]).FullName;
        new MadeArchive(Repository.PathOf("samples")).Write(Path.Combine(input, "made.warc.gz"), bytes);
        var text = File.ReadAllText(Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).First());
        File.WriteAllLines(Path.Combine(input, "tail.jsonl"), Enumerable.Range(0, 12).Select(i => i % 4 == 3 ? "{\"url\":\"https://a.example\"}" : JsonSerializer.Serialize(new { text = $"{text}\nMã bài: {i}", url = $"https://a.example/{i}" })));
        return input;
    }

    [Fact]
    public void Killed_at_ten_random_moments_and_started_again_reading_ends_with_the_same_ledger()
    {
        var input = Input();
        Assert.Equal(Exit.Rejects, Command.Run("read", input, "--ledger", folder["whole.db"]).Exit);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var hit = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Command.Started("read", input, "--ledger", folder["killed.db"]);
            if (process.WaitForExit(random.Next(200, 1400))) continue;
            process.Kill();
            process.WaitForExit();
            hit++;
        }
        Assert.True(hit > 0, "no kill hit a run");
        Assert.Equal(Exit.Rejects, Command.Run("read", input, "--ledger", folder["killed.db"]).Exit);
        Assert.True(Contents("whole.db") == Contents("killed.db"), $"the ledgers differ; seed {seed}");
    }

    [Fact]
    public void Stopped_by_an_interrupt_reading_says_what_is_kept_and_goes_on_from_there()
    {
        var input = Input();
        using (var process = Command.Started("read", input, "--ledger", folder["stopped.db"], "--lang", "en"))
        {
            var waited = Stopwatch.StartNew();
            while (PagesIn("stopped.db") == 0 && !process.HasExited && waited.Elapsed.TotalSeconds < 60) Thread.Sleep(20);
            using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(Exit.Stopped, process.ExitCode);
            Assert.Contains("the same call goes on from there", said, StringComparison.Ordinal);
        }
        var kept = PagesIn("stopped.db");
        Assert.InRange(kept, 1, 200);
        var again = Command.RunIn("en", ["read", input, "--ledger", folder["stopped.db"], "--format", "json"]);
        Assert.Contains("going on behind record", again.Error, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(again.Out).RootElement;
        Assert.Equal(kept, counts.GetProperty("known").GetInt64());
        Assert.Equal(PagesIn("stopped.db"), kept + counts.GetProperty("new").GetInt64());
    }

    [Fact]
    public void What_is_known_is_not_read_again_and_counts_as_before()
    {
        var input = Input(4_000_000);
        var first = Command.Run("read", input, "--ledger", folder["ledger.db"], "--format", "json");
        var contents = Contents("ledger.db");
        var again = Command.Run("read", input, "--ledger", folder["ledger.db"], "--format", "json");
        Assert.Equal(first.Exit, again.Exit);
        var (before, now) = (JsonDocument.Parse(first.Out).RootElement, JsonDocument.Parse(again.Out).RootElement);
        Assert.Equal((before.GetProperty("new").GetInt64(), 0L, 0L), (now.GetProperty("known").GetInt64(), now.GetProperty("new").GetInt64(), now.GetProperty("reports").GetInt64()));
        Assert.Equal(before.GetProperty("rejects").GetInt64(), now.GetProperty("rejects").GetInt64());
        Assert.Equal(contents, Contents("ledger.db"));

        // Another file under the same name is read from its beginning.
        File.AppendAllLines(Path.Combine(input, "tail.jsonl"), [JsonSerializer.Serialize(new { text = File.ReadAllText(Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).Last()), url = "https://a.example/more" })]);
        Assert.Equal(1, JsonDocument.Parse(Command.Run("read", input, "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement.GetProperty("new").GetInt64());
    }

    private string Contents(string ledger) =>
        Command.Run("export", "--format", "jsonl", "--ledger", folder[ledger]).Out + Command.Run("rejects", "--format", "json", "--ledger", folder[ledger]).Out + Statistics(ledger);

    private LedgerStatistics Statistics(string ledger)
    {
        using var store = LedgerStore.Open(folder[ledger], Telling.Fold.Folding, LedgerAccess.Read);
        return store.Statistics();
    }

    private long PagesIn(string ledger)
    {
        try
        {
            return File.Exists(folder[ledger]) ? Statistics(ledger).Pages : 0;
        }
        catch (LedgerException)
        {
            return 0; // not made to its end yet
        }
    }
}
