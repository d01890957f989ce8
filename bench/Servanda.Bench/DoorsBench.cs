// How fast the web pages answer when many ask at once: doors --ledger FILE | --url http://127.0.0.1:5080 [--clients 50] [--seconds 20] [--runs 3].
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Servanda.Bench;

/// <summary>
/// Clients that ask one page after the other without a pause, as fast as they are answered. Every address is drawn anew, in every run: days, pairs, events and stories that nobody has asked for yet.
/// With --ledger the server is started for it: the first run is then of a server that has just come up, the others find kept what those before them asked.
/// </summary>
internal static class DoorsBench
{
    private static readonly string[] Agreements = ["open-skies", "new-start", "inf", "us-russia-diplomatic", "jcpoa", "cfe", "npt", "paris-agreement", "un-charter", "wto"];

    private static readonly string[] Actors = [.. "RUS USA CHN GBR FRA DEU UKR POL VNM KOR JPN PRK IRN ISR IND PAK TUR SAU EGY BRA ARG ZAF NGA AUS CAN MEX ITA ESP NLD SWE".Split(' ')];

    public static async Task<int> Run(string[] args)
    {
        var clients = Number(args, "--clients", 50);
        var seconds = Number(args, "--seconds", 20);
        var runs = Number(args, "--runs", 3);
        var ledger = Option(args, "--ledger");
        var url = Option(args, "--url") ?? "http://127.0.0.1:5080";
        // What is there to ask for is found out by another server, so that the one that is measured has been asked nothing.
        var (events, stories) = ledger is null ? await ThingsAt(url) : await Asking(ledger, ThingsAt);
        if (ledger is null) return await Runs(url, null);
        return await Asking(ledger, Runs);

        async Task<int> Runs(string at, Process? server)
        {
            var failed = 0;
            for (var run = 1; run <= runs; run++)
            {
                Say($"run {run}{(ledger is not null && run == 1 ? ", of a server that has just come up" : "")}");
                failed += await Visit(at, server, Pages(events, stories), clients, seconds, seed: run * 1000);
            }
            return failed > 0 ? 1 : 0;
        }

        Task<(string[] Events, string[] Stories)> ThingsAt(string at, Process? server = null) => Things(at);
    }

    private static (string Name, Func<Random, string> Path)[] Pages(string[] events, string[] stories) =>
    [
        ("home", _ => "/"),
        ("agreements", _ => "/agreements"),
        ("agreement today", chance => $"/agreements/{Of(Agreements, chance)}"),
        ("agreement on a day", chance => $"/agreements/{Of(Agreements, chance)}?on={Day(chance)}"),
        ("agreement as known", chance => $"/agreements/{Of(Agreements, chance)}?known-at={Day(chance)}"),
        ("findings", chance => chance.Next(2) == 0 ? "/findings" : $"/findings?agreement={Of(Agreements, chance)}"),
        ("event", chance => $"/events/{Of(events, chance)}"),
        ("story", chance => $"/stories/{Of(stories, chance)}"),
        ("pair", chance => Of(Actors, chance) is var one && Of(Actors, chance) is var other && one != other ? $"/actors?a={one}&b={other}" : "/actors?a=RUS&b=USA"),
        ("search", chance => $"/search?q={Of(["thanh+sát", "cong+ham", "\"kiềm+chế\"", "trục+xuất+đáp+trả"], chance)}"),
        ("whatif", chance => $"/whatif?agreement={Of(Agreements, chance)}&party={Of(Actors, chance)}&act=notify-withdrawal&on=2026-12-01"),
        ("coverage", _ => "/coverage"),
        ("rulings", _ => "/rulings"),
        ("review, empty", _ => "/review"),
        ("status by API", chance => $"/api/v1/status?agreement={Of(Agreements, chance)}&party={Of(Actors, chance)}&on={Day(chance)}"),
    ];

    private static async Task<int> Visit(string url, Process? server, (string Name, Func<Random, string> Path)[] pages, int clients, int seconds, int seed)
    {
        using var client = Client(url, clients);
        var taken = new ConcurrentBag<(string Name, double Milliseconds, bool Failed)>();
        using var own = Process.GetCurrentProcess();
        var (before, ownBefore) = (Processor(server), Processor(own));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            var chance = new Random(seed + number);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var (name, path) = pages[chance.Next(pages.Length)];
                var one = Stopwatch.StartNew();
                using var answer = await client.GetAsync(path(chance), HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.CopyToAsync(Stream.Null);
                taken.Add((name, one.Elapsed.TotalMilliseconds, (int)answer.StatusCode >= 400));
            }
        }));
        var elapsed = watch.Elapsed;
        var failed = taken.Count(one => one.Failed);
        Say($"{clients} clients, {taken.Count} pages in {elapsed.TotalSeconds:0.0} s, {failed} refused{(server is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {(Processor(server) - before) * 1000 / taken.Count:0.0} ms of the server's processor time a page, the clients themselves took {(Processor(own) - ownBefore) * 1000 / taken.Count:0.0} ms, memory {Memory(server) / 1_000_000} MB"))}");
        Say($"| page | pages | half in, ms | 95 % in, ms | slowest, ms |");
        Say($"| --- | --- | --- | --- | --- |");
        foreach (var page in taken.GroupBy(one => one.Name).OrderBy(page => page.Key, StringComparer.Ordinal)) Tell(page.Key, [.. page.Select(one => one.Milliseconds).Order()]);
        Tell("all", [.. taken.Select(one => one.Milliseconds).Order()]);
        return failed;
    }

    private static void Tell(string name, double[] sorted) => Say($"| {name} | {sorted.Length} | {sorted[sorted.Length / 2]:0} | {sorted[sorted.Length * 95 / 100]:0} | {sorted[^1]:0} |");

    /// <summary>Starts the command over a ledger, asks it, and ends it.</summary>
    private static async Task<T> Asking<T>(string ledger, Func<string, Process?, Task<T>> ask)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath("servanda"), ["serve", "--ledger", ledger, "--urls", "http://127.0.0.1:0", "--lang", "en"]) { RedirectStandardOutput = true })!;
        try
        {
            var said = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("servanda serve said nothing.");
            return await ask(said[said.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0].TrimEnd('.', '/'), process);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Events between two that much is told of, and stories.</summary>
    private static async Task<(string[] Events, string[] Stories)> Things(string url)
    {
        using var client = Client(url, 1);
        var all = new List<JsonElement>();
        foreach (var actor in Actors.Take(10)) all.AddRange(JsonDocument.Parse(await client.GetStringAsync($"/api/v1/timeline?actors={actor}&limit=500&offset=500")).RootElement.EnumerateArray());
        return ([.. all.Select(one => one.GetProperty("id").GetString()!).Distinct()], [.. all.SelectMany(one => one.GetProperty("pages").EnumerateArray().Select(page => page.GetString()!)).Distinct()]);
    }

    private static HttpClient Client(string url, int clients) => new(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = new(url), Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Seconds; 0 where the server is not ours.</summary>
    private static double Processor(Process? server)
    {
        server?.Refresh();
        return server?.TotalProcessorTime.TotalSeconds ?? 0;
    }

    private static long Memory(Process server)
    {
        server.Refresh();
        return server.PeakWorkingSet64;
    }

    private static string Of(string[] all, Random chance) => all[chance.Next(all.Length)];

    private static string Day(Random chance) => new NodaTime.LocalDate(1995, 1, 1).PlusDays(chance.Next(31 * 365)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string[] args, string name, int otherwise) => Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
