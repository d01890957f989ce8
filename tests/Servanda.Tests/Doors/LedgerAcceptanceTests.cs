// Reading pages into a ledger and asking it, through the command.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public class LedgerAcceptanceTests
{
    private static readonly string Samples = Repository.PathOf("samples");

    private static string Export(string ledger)
    {
        var answer = Command.Run("export", "--format", "jsonl", "--ledger", ledger);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return answer.Out;
    }

    private static void Read(string ledger, params string[] paths)
    {
        var answer = Command.Run(["read", .. paths, "--ledger", ledger]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
    }

    [Fact]
    public void Order_splitting_repetition_and_jobs_leave_the_export_as_it_is()
    {
        using var folder = new Command.Folder();
        var pages = Directory.GetFiles(Samples).Order(StringComparer.Ordinal).ToArray();
        Read(folder["once.db"], pages);
        Read(folder["twice.db"], [.. pages, .. pages]);
        Read(folder["back.db"], [.. pages.Reverse(), "--jobs", "1"]);
        Read(folder["split.db"], [.. pages[7..], "--jobs", "3"]);
        Read(folder["split.db"], pages[..7]);
        var expected = Export(folder["once.db"]);
        Assert.NotEmpty(expected);
        foreach (var name in (string[])["twice.db", "back.db", "split.db"]) Assert.Equal(expected, Export(folder[name]));
    }

    [Fact]
    public void What_cannot_be_read_is_a_reject_with_a_reason_and_the_run_goes_on()
    {
        using var folder = new Command.Folder();
        Directory.CreateDirectory(folder["in"]);
        File.WriteAllText(Path.Combine(folder["in"], "empty.txt"), "");
        File.WriteAllBytes(Path.Combine(folder["in"], "binary.txt"), [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 256))]);
        File.WriteAllText(Path.Combine(folder["in"], "line.txt"), new string('a', 50_000_000));
        File.WriteAllText(Path.Combine(folder["in"], "latin.txt"), string.Concat(Enumerable.Repeat("Gallia est omnis divisa in partes tres quarum unam incolunt Belgae aliam Aquitani tertiam qui ipsorum lingua Celtae nostra Galli appellantur. ", 8)));
        File.Copy(Directory.GetFiles(Samples).Order(StringComparer.Ordinal).First(), Path.Combine(folder["in"], "good.txt"));
        var answer = Command.Run("read", folder["in"], folder["nowhere"], "--ledger", folder["ledger.db"]);
        Assert.Equal(Exit.Rejects, answer.Exit);
        var rejects = JsonDocument.Parse(Command.Run("rejects", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement.EnumerateArray()
            .ToDictionary(reject => reject.GetProperty("page").GetString()!, reject => reject.GetProperty("code").GetString());
        Assert.Equal(["binary", "empty", "latin", "line", "nowhere"], rejects.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("empty", "binary", "language", "unreadable"), (rejects["empty"], rejects["binary"], rejects["latin"], rejects["nowhere"]));
        Assert.Contains(rejects["line"], new[] { "too-large", "long-line" });
        Assert.NotEmpty(Export(folder["ledger.db"]));
    }

    [Fact]
    public void Any_id_of_a_timeline_is_explained_down_to_line_characters_and_bytes()
    {
        using var folder = new Command.Folder();
        Read(folder["ledger.db"], Samples);
        var events = JsonDocument.Parse(Command.Run("timeline", "open-skies", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement.EnumerateArray().ToList();
        Assert.NotEmpty(events);
        foreach (var told in events.Take(3))
        {
            var explained = JsonDocument.Parse(Command.Run("explain", told.GetProperty("id").GetString()!, "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement;
            foreach (var place in explained.GetProperty("tellers").EnumerateArray().SelectMany(teller => teller.GetProperty("evidence").EnumerateArray().Select(place => (Teller: teller, Place: place))))
            {
                var name = place.Teller.GetProperty("names")[0].GetString()!;
                var bytes = File.ReadAllBytes(Directory.GetFiles(Samples, name + ".*").Single());
                var (first, end) = (place.Place.GetProperty("bytes")[0].GetInt32(), place.Place.GetProperty("bytes")[1].GetInt32());
                var text = place.Place.GetProperty("text").GetString()!;
                if (name.EndsWith(".txt", StringComparison.Ordinal)) Assert.Equal(text, System.Text.Encoding.UTF8.GetString(bytes[first..end]));
                Assert.InRange(end - first, text.Length, bytes.Length);
            }
        }
    }

    [Fact]
    public void Asking_a_ledger_that_is_not_there_is_a_wrong_call()
    {
        using var folder = new Command.Folder();
        foreach (var call in (string[][])[["timeline"], ["findings"], ["explain", "abcd"], ["export"], ["rejects"], ["status"]])
        {
            var answer = Command.Run([.. call, "--ledger", folder["none.db"]]);
            Assert.Equal(Exit.Wrong, answer.Exit);
            Assert.Equal(1, answer.Error.Count(c => c == '\n'));
            Assert.False(File.Exists(folder["none.db"]));
        }
    }

    [Fact]
    public void Only_seed_000_read_its_pages_alone_give_what_they_tell()
    {
        var page = Seeds.Page(0);
        using var folder = new Command.Folder();
        Read(folder["ledger.db"], page);
        JsonElement Of(string party, string day) => JsonDocument.Parse(Command.Run("status", "open-skies", "--party", party, "--on", day, "--basis", "reports", "--ledger", folder["ledger.db"], "--format", "json").Out).RootElement[0];
        Assert.Equal("withdrawn", Of("USA", "2020-11-22").GetProperty("status").GetString());
        Assert.Empty(Of("RUS", "2021-12-17").GetProperty("clocks").EnumerateArray());
    }

    [Fact]
    public void A_review_of_seed_000_says_in_Vietnamese_that_11_November_is_impossible_and_what_would_be_possible()
    {
        var answer = Command.RunIn("en", ["review", Seeds.Page(0), "--lang", "vi"]);
        Assert.Equal(Exit.Done, answer.Exit);
        foreach (var said in (string[])["KHÔNG THỂ", "11/11/2020", "XV(2)", "22/11/2020 thay cho 11/11/2020"]) Assert.Contains(said, answer.Out, StringComparison.Ordinal);
    }
}
