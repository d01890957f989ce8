// How fast the web pages answer when many ask at once: doors --url http://127.0.0.1:5080 [--clients 50] [--seconds 20].
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Servanda.Bench;

/// <summary>Clients that ask one page after the other without a pause, as fast as they are answered, over pages that a visitor comes upon: each page's address is drawn anew, so that not everything was asked before.</summary>
internal static class DoorsBench
{
    private static readonly string[] Agreements = ["open-skies", "new-start", "inf", "us-russia-diplomatic", "jcpoa", "cfe", "npt", "paris-agreement", "un-charter", "wto"];

    private static readonly string[] Actors = ["RUS", "USA", "CHN", "GBR", "FRA", "DEU", "UKR", "VNM", "IRN", "NATO"];

    public static async Task<int> Run(string[] args)
    {
        var url = Option(args, "--url") ?? "http://127.0.0.1:5080";
        var clients = int.Parse(Option(args, "--clients") ?? "50", CultureInfo.InvariantCulture);
        var seconds = int.Parse(Option(args, "--seconds") ?? "20", CultureInfo.InvariantCulture);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = new(url), Timeout = TimeSpan.FromMinutes(2) };
        var events = await Events(client);
        var stories = await Stories(client);
        var pages = new (string Name, Func<Random, string> Path)[]
        {
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
        };
        foreach (var (name, path) in pages)
        {
            var first = Stopwatch.StartNew();
            var page = await client.GetByteArrayAsync(path(new(1)));
            Say($"first {name}: {first.Elapsed.TotalMilliseconds:0} ms, {page.Length / 1000} kB");
        }
        var taken = new ConcurrentBag<(string Name, double Milliseconds, bool Failed)>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            var chance = new Random(number);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var (name, path) = pages[chance.Next(pages.Length)];
                var one = Stopwatch.StartNew();
                using var answer = await client.GetAsync(path(chance), HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.CopyToAsync(Stream.Null);
                taken.Add((name, one.Elapsed.TotalMilliseconds, (int)answer.StatusCode >= 400));
            }
        }));
        Say($"{clients} clients, {taken.Count} pages in {watch.Elapsed.TotalSeconds:0} s, {taken.Count(one => one.Failed)} refused");
        foreach (var page in taken.GroupBy(one => one.Name).OrderBy(page => page.Key, StringComparer.Ordinal)) Tell(page.Key, [.. page.Select(one => one.Milliseconds).Order()]);
        Tell("all", [.. taken.Select(one => one.Milliseconds).Order()]);
        return taken.Any(one => one.Failed) ? 1 : 0;
    }

    private static void Tell(string name, double[] sorted) => Say($"{name}: {sorted.Length} pages, half in {sorted[sorted.Length / 2]:0} ms, 95 % in {sorted[sorted.Length * 95 / 100]:0} ms, slowest {sorted[^1]:0} ms");

    private static async Task<string[]> Events(HttpClient client)
    {
        using var told = JsonDocument.Parse(await client.GetStringAsync("/api/v1/timeline?actors=RUS,USA&limit=300"));
        return [.. told.RootElement.EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }

    private static async Task<string[]> Stories(HttpClient client)
    {
        using var found = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?words=th%C3%B4ng&limit=300"));
        return [.. found.RootElement.EnumerateArray().Select(one => one.GetProperty("page").GetString()!)];
    }

    private static string Of(string[] all, Random chance) => all[chance.Next(all.Length)];

    private static string Day(Random chance) => new NodaTime.LocalDate(1995, 1, 1).PlusDays(chance.Next(31 * 365)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
