// How fast plain Vietnamese text is coded, on one core and on two: code [--megabytes N] [--stories N] [--folder DIR], or code --pages DIR.
using System.Globalization;
using System.Text;

namespace Servanda.Bench;

internal static class CodeBench
{
    /// <summary>Files are made and deleted here at once; on a disk the thousands of results that the run before left to be deleted would be paid for by this one, for seconds.</summary>
    private const string Memory = "/dev/shm";

    /// <summary>Has the command code the files of a folder, or so many megabytes of text files made out of the corpus, of so many stories each: twice, with the same files as its result.</summary>
    public static int Run(string[] args)
    {
        if (Option(args, "--pages") is { } own)
        {
            var files = new DirectoryInfo(own).GetFiles("*", SearchOption.AllDirectories);
            Measure(own, files.Length, files.Sum(file => file.Length) / 1e6);
            return 0;
        }
        var megabytes = double.Parse(Option(args, "--megabytes") ?? "60", CultureInfo.InvariantCulture);
        var stories = int.Parse(Option(args, "--stories") ?? "1", CultureInfo.InvariantCulture);
        var folder = Option(args, "--folder") is { } named ? Directory.CreateDirectory(named) : Directory.CreateTempSubdirectory("servanda-code-");
        try
        {
            var pages = folder.CreateSubdirectory("pages").FullName;
            var count = Make(pages, (long)(megabytes * 1_000_000), stories);
            Measure(pages, count, megabytes);
        }
        finally
        {
            if (Option(args, "--folder") is null) folder.Delete(recursive: true);
        }
        return 0;
    }

    private static void Measure(string pages, int count, double megabytes)
    {
        var results = Directory.Exists(Memory) ? Directory.CreateDirectory(Path.Combine(Memory, $"servanda-code-{Guid.NewGuid():N}")) : Directory.CreateTempSubdirectory("servanda-code-");
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} pages, {megabytes:0.#} MB"));
            Console.WriteLine($"one core:  {WatchedCall.Of(["code", "--jobs", "1", "--out", Path.Combine(results.FullName, "one"), pages], core: true).Told(megabytes)}");
            Console.WriteLine($"two cores: {WatchedCall.Of(["code", "--jobs", "2", "--out", Path.Combine(results.FullName, "two"), pages]).Told(megabytes)}");
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    /// <summary>The stories of the corpus again and again, each time with other days and years, so that no page is another's copy. Gives how many pages there are.</summary>
    private static int Make(string folder, long bytes, int stories)
    {
        var corpus = BenchInput.PlainPages();
        var page = new StringBuilder();
        var (count, made) = (0, 0L);
        for (var story = 0; made < bytes; story++)
        {
            page.Append(Moved(corpus[story % corpus.Count], story / corpus.Count)).Append('\n');
            if ((story + 1) % stories > 0) continue;
            var text = Encoding.UTF8.GetBytes(page.ToString());
            File.WriteAllBytes(Path.Combine(folder, $"{count++:000000}.txt"), text);
            made += text.Length;
            page.Clear();
        }
        return count;
    }

    /// <summary>A text whose years from 2000 to 2026 and days of the month are some years and days further on.</summary>
    private static string Moved(string text, int by)
    {
        var moved = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end == at)
            {
                moved.Append(text[at++]);
                continue;
            }
            var digits = text.AsSpan(at, end - at);
            var number = digits.Length is 2 or 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
            if (digits.Length == 4 && number is >= 2000 and <= 2026) moved.Append(CultureInfo.InvariantCulture, $"{2000 + (number - 2000 + by) % 27}");
            else if (digits.Length == 2 && number is >= 10 and <= 28) moved.Append(CultureInfo.InvariantCulture, $"{10 + (number - 10 + by) % 19}");
            else moved.Append(digits);
            at = end;
        }
        return moved.ToString();
    }

    private static string? Option(string[] args, string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
}
