// How fast a ledger is filled, merged and asked: load [--reports N] [--ledger FILE|postgres://…] [--fill | --ask | --add [--pages N]].
using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Servanda.Terms;

namespace Servanda.Bench;

/// <summary>Needs the folders <c>data</c> and <c>tests/corpus</c> and the command <c>servanda</c> where it is started, as <c>./dev bench load</c> sees to.</summary>
internal static class LoadBench
{
    private const int Batch = 400;

    /// <summary>The regimes that the samples are about are told of most.</summary>
    private static readonly string[] MostTold = ["open-skies", "new-start", "inf", "us-russia-diplomatic", "russia-mission-to-nato", "jcpoa", "cfe", "paris-agreement"];

    public static int Run(string[] args)
    {
        var reports = int.Parse(Option(args, "--reports") ?? "1000000", CultureInfo.InvariantCulture);
        var path = Option(args, "--ledger") ?? Path.Combine(Path.GetTempPath(), $"servanda-load-{Environment.ProcessId}.db");
        var knowledge = KnowledgeFolder.Read(DataFiles.InFolder(Option(args, "--data") ?? "data")).Knowledge ?? throw new InvalidDataException("The data folder has faults; run ./dev check.");
        var folding = Pipeline.Merging(knowledge);
        string[] agreements = [.. MostTold.Concat(knowledge.Agreements.Select(one => one.Id)).Distinct()];
        var made = new MadeReadings(reports, ToldAct.In(Path.Combine("tests", "corpus")), agreements);
        var now = Instant.FromUtc(2026, 11, 22, 0, 0);
        // --ask, --add: the ledger is there from before.
        if (!args.Contains("--ask") && !args.Contains("--add")) Fill(path, folding, made, now);
        if (args.Contains("--fill")) return 0;
        if (args.Contains("--add")) return Add(path, folding, made, reports, now, int.Parse(Option(args, "--pages") ?? "5", CultureInfo.InvariantCulture));
        Judge(path, folding, Pipeline.Judgement(knowledge));
        Ask(path, folding, agreements);
        Call("status of the largest docket, cold", "status", agreements[0], "--ledger", path, "--format", "json");
        Call("findings of the largest docket, cold", "findings", agreements[0], "--ledger", path, "--format", "json");
        Call("timeline of a pair, cold", "timeline", "--actors", "RUS,USA", "--ledger", path, "--format", "json");
        Add(path, folding, made, reports, now, 5);
        if (Option(args, "--ledger") is null)
        {
            foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
        }
        return 0;
    }

    private static void Fill(string path, Folding folding, MadeReadings made, Instant now)
    {
        using var ledger = LedgerStore.Open(path, folding, LedgerAccess.Create);
        var (cpu, writing) = (Cpu(), Stopwatch.StartNew());
        var count = ledger.WriteAll(made.All().Chunk(Batch).Select(pages => new ReadBatch { Readings = pages }), now).Reports;
        writing.Stop();
        var (written, merging) = (Cpu(), Stopwatch.StartNew());
        ledger.Merge(now);
        merging.Stop();
        Say($"garbage collected {GC.CollectionCount(0)}, {GC.CollectionCount(1)} and {GC.CollectionCount(2)} times, pauses of {GC.GetTotalPauseDuration().TotalSeconds:0.0} s; {GC.GetTotalAllocatedBytes() / 1_000_000} MB allocated");
        Say($"processor time: made and written in {written - cpu:0.0} s, merged in {Cpu() - written:0.0} s");
        Say($"{count} reports made and written in {writing.Elapsed.TotalSeconds:0.0} s, merged in {merging.Elapsed.TotalSeconds:0.0} s: {count / (writing.Elapsed + merging.Elapsed).TotalSeconds:0} reports a second");
        var statistics = ledger.Statistics();
        Say($"{statistics}");
        Say($"{(double)statistics.Reports / statistics.Events:0.0} reports an event; {(File.Exists(path) ? new FileInfo(path).Length / 1_000_000 : 0)} MB on disk; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
    }

    /// <summary>What <c>read</c> does beside the reading of pages.</summary>
    private static void Judge(string path, Folding folding, Judgement judgement)
    {
        using var ledger = LedgerStore.Open(path, folding);
        Time("pages held against the terms", () => ledger.Judge(judgement));
        Time("findings", () => Findings.Together(ledger.FindingsOfPages(judgement)).Count);
    }

    private static void Ask(string path, Folding folding, string[] agreements)
    {
        using var ledger = LedgerStore.Open(path, folding, LedgerAccess.Read);
        var (largest, ordinary) = (agreements[0], agreements[20]);
        Time("events of the largest docket", () => ledger.Events(new() { Agreement = largest }).Count());
        Say($"reports in it: {ledger.Events(new() { Agreement = largest }).Sum(one => one.Reports.Count)}");
        Time("events of an ordinary agreement", () => ledger.Events(new() { Agreement = ordinary }).Count());
        Time("events of a pair", () => ledger.Events(new() { Actors = ["RUS", "USA"] }).Count());
        Time("search for a phrase and a word", () => ledger.Search("\"cáo buộc\" thanh sát").Count);
        Time("events of an ordinary agreement as known in 2010", () => ledger.Events(new() { Agreement = ordinary, KnownAt = new(2010, 1, 1) }).Count());
    }

    private static int Add(string path, Folding folding, MadeReadings made, int reports, Instant now, int pages)
    {
        using var ledger = LedgerStore.Open(path, folding);
        for (var i = 0; i < pages; i++)
        {
            // Every call adds pages that no call before has added.
            var number = (int)(ledger.Statistics().Pages % 1_000_000);
            Time("one new page written", () => ledger.Write([Retold(made, reports / 16 + i % 5 * 100, number)], [], now).Reports);
            Time("one new page merged", () => ledger.Merge(now).Blocks);
        }
        return 0;
    }

    /// <summary>Another page on what a page in the middle of the ledger tells of.</summary>
    private static PageReading Retold(MadeReadings made, int page, int number)
    {
        var told = made.Page(page);
        var id = $"{number:x16}{new string('f', 48)}";
        var reports = told.Reports.Select(report => report with { Page = id }).Select(report => report with { Id = ReportIds.Of(report) }).ToList();
        return told with { Id = $"retold-{number}", Story = told.Story with { Page = id, Outlet = "moi.vn" }, Sighting = new($"moi-{number}", "moi"), Reports = reports };
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void Time(string what, Func<int> work)
    {
        var (time, cpu) = (Stopwatch.StartNew(), Cpu());
        var count = work();
        Say($"{what}: {count} in {time.Elapsed.TotalMilliseconds:0} ms, processor {1000 * (Cpu() - cpu):0} ms");
    }

    /// <summary>The command itself, from its start to its end.</summary>
    private static void Call(string what, params string[] arguments)
    {
        var time = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath("servanda"), arguments) { RedirectStandardOutput = true })!;
        var letters = process.StandardOutput.ReadToEnd().Length;
        process.WaitForExit();
        Say($"{what}: {letters} characters in {time.Elapsed.TotalMilliseconds:0} ms{(process.ExitCode == 0 ? "" : $", exit code {process.ExitCode}")}");
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
