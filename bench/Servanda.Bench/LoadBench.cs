// How fast a ledger is filled, merged and asked: load [--reports N] [--ledger FILE|postgres://…] [--real].
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Bench;

internal static class LoadBench
{
    private const int Batch = 400;

    private static readonly string[] Told = ["open-skies", "new-start", "inf", "us-russia-diplomatic", "russia-mission-to-nato", "jcpoa", "cfe", "paris-agreement"];

    public static int Run(string[] args)
    {
        var reports = int.Parse(Option(args, "--reports") ?? "1000000", CultureInfo.InvariantCulture);
        var path = Option(args, "--ledger") ?? Path.Combine(Path.GetTempPath(), $"servanda-load-{Environment.ProcessId}.db");
        var knowledge = KnowledgeFolder.Read(DataFiles.InFolder(Option(args, "--data") ?? "data")).Knowledge ?? throw new InvalidDataException("The data folder has faults; run ./dev check.");
        var fold = new EventFold(knowledge.Acts, new(knowledge.Outlets, knowledge.CreditWords));
        // --real: the pages tell of agreements that have files, so that statuses and findings are worked out too; the five regimes of the samples most of all.
        var made = new MadeReadings(reports, agreements: args.Contains("--real") ? [.. Told.Concat(knowledge.Agreements.Select(one => one.Id)).Distinct()] : null);
        var now = Instant.FromUtc(2026, 11, 22, 0, 0);
        using (var ledger = LedgerStore.Open(path, fold.Folding, LedgerAccess.Create))
        {
            var making = Stopwatch.StartNew();
            var count = made.All().Sum(page => page.Reports.Count);
            making.Stop();
            var (cpu, writing) = (Cpu(), Stopwatch.StartNew());
            foreach (var batch in made.All().Chunk(Batch)) ledger.Write(batch, [], now);
            writing.Stop();
            var (written, merging) = (Cpu(), Stopwatch.StartNew());
            ledger.Merge(now);
            merging.Stop();
            Say($"garbage collected {GC.CollectionCount(0)}, {GC.CollectionCount(1)} and {GC.CollectionCount(2)} times, pauses of {GC.GetTotalPauseDuration().TotalSeconds:0.0} s; {GC.GetTotalAllocatedBytes() / 1_000_000} MB allocated");
            Say($"processor time: written in {written - cpu - making.Elapsed.TotalSeconds:0.0} s, merged in {Cpu() - written:0.0} s");
            var total = writing.Elapsed + merging.Elapsed - making.Elapsed;
            Say($"{count} reports made in {making.Elapsed.TotalSeconds:0.0} s (taken off below), written in {(writing.Elapsed - making.Elapsed).TotalSeconds:0.0} s, merged in {merging.Elapsed.TotalSeconds:0.0} s: {count / total.TotalSeconds:0} reports a second");
            Say($"{ledger.Statistics()}");
            Say($"{(File.Exists(path) ? new FileInfo(path).Length / 1_000_000 : 0)} MB on disk; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        }
        using (var ledger = LedgerStore.Open(path, fold.Folding))
        {
            Time("largest docket", () => ledger.Events(new() { Agreement = "agreement-000" }).Count());
            Time("docket of an ordinary agreement", () => ledger.Events(new() { Agreement = "agreement-020" }).Count());
            Time("timeline of a pair", () => ledger.Events(new() { Actors = ["RUS", "USA"] }).Count());
            Time("search for a phrase", () => ledger.Search("\"công hàm chính thức\" kiềm chế").Count);
            Time("ordinary agreement as known in 2010", () => ledger.Events(new() { Agreement = "agreement-020", KnownAt = new(2010, 1, 1) }).Count());
            for (var i = 0; i < 3; i++)
            {
                Time("one new page written", () => ledger.Write([Retold(made, reports, i)], [], now).Reports);
                Time("one new page merged", () => ledger.Merge(now).Blocks);
            }
        }
        if (Option(args, "--ledger") is null)
        {
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
        }
        return 0;
    }

    /// <summary>Another page on what a page in the middle of the ledger tells of.</summary>
    private static PageReading Retold(MadeReadings made, int reports, int number)
    {
        var page = made.Page(reports / 16 + number * 100);
        var id = $"{number:x16}{new string('f', 48)}";
        var told = page.Reports.Select(report => report with { Page = id }).Select(report => report with { Id = ReportIds.Of(report) }).ToList();
        return page with { Id = $"retold-{number}", Story = page.Story with { Page = id, Outlet = "moi.vn" }, Sighting = new($"moi-{number}", "moi"), Reports = told };
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void Time(string what, Func<int> work)
    {
        var time = Stopwatch.StartNew();
        var count = work();
        Say($"{what}: {count} in {time.Elapsed.TotalMilliseconds:0} ms");
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
