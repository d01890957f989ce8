// What a run over many pages keeps in memory; alone, since the memory of the whole process is what can be asked for.
using System.Text;
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

[Collection(nameof(Alone))]
public class RunMemoryTests
{
    private const int Pages = 600;

    /// <summary>The text of a page is 8,000 letters of two bytes: a run that kept no more than that would hold six megabytes more after 400 further pages. A page in work holds 35 kB.</summary>
    private const long Bound = 3 << 20;

    [Theory, InlineData("code"), InlineData("read")]
    public void Memory_does_not_grow_with_the_pages_that_are_dealt_with(string verb)
    {
        using var folder = new Command.Folder();
        var text = File.ReadAllText(Repository.PathOf("samples", "01-my-roi-bau-troi-mo-2020.txt"));
        var filler = string.Concat(Enumerable.Repeat("· · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·\n", 100));
        File.WriteAllLines(folder["pages.jsonl"], Enumerable.Range(0, Pages).Select(i => JsonSerializer.Serialize(new { text = $"{text}\nMã bài: {i}\n\n{filler}", url = $"https://a.example/{i}" })));
        var kept = new List<long>();
        var (lines, glances) = (0, 0);
        // Code is watched by what it writes, reading by its looks at the clock: two for each page, 400 for each batch. Each time as much is in work.
        var output = new Counted(() => Note(verb == "code" && ++lines % 200 == 0));
        var exit = Door.Run([verb, folder["pages.jsonl"], "--jobs", "1", .. verb == "read" ? ["--ledger", folder["kept.db"]] : Array.Empty<string>()], new()
        {
            Out = output,
            Error = TextWriter.Null,
            In = () => Stream.Null,
            Now = Command.Now,
            Today = new(2026, 11, 22),
            Data = () => null,
            Known = ShippedKnowledge.All,
            CacheFolder = folder["cache"],
            Watch = () =>
            {
                Note(verb == "read" && ++glances % 400 == 100);
                return TimeSpan.Zero;
            },
        });
        Assert.Equal(Exit.Done, exit);
        Assert.InRange(kept.Count, 3, 40);
        Assert.True(kept[^1] - kept[0] < Bound, string.Join(", ", kept.Select(bytes => $"{bytes >> 10} kB")));

        void Note(bool isTime)
        {
            if (isTime) kept.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    private sealed class Counted(Action line) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void WriteLine(string? value) => line();

        public override void Write(char value)
        {
        }
    }
}
