// A call of the command whose time and memory are watched from outside.
using System.Diagnostics;
using System.Globalization;

namespace Servanda.Bench;

/// <summary>What a call took: seconds by the clock and of the processor, and the most memory that it held, in bytes.</summary>
internal readonly record struct WatchedCall(int ExitCode, double Seconds, double ProcessorSeconds, long PeakMemory)
{
    private const int LookEvery = 100;

    /// <param name="core">Whether the call, its compiler and its collector have one core to share; needs <c>taskset</c>.</param>
    public static WatchedCall Of(IReadOnlyList<string> arguments, bool core = false)
    {
        string[] call = [.. core ? ["taskset", "-c", "0"] : (string[])[], Path.GetFullPath("servanda"), .. arguments];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(call[0], call[1..]) { RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(LookEvery))
        {
            process.Refresh();
            (peak, processor) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        return new(process.ExitCode, watch.Elapsed.TotalSeconds, processor.TotalSeconds, peak);
    }

    /// <summary>One line: exit code, seconds, megabytes a second, peak memory.</summary>
    public string Told(double megabytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"exit code {ExitCode}; {Seconds:0.0} s, processor {ProcessorSeconds:0.0} s, {megabytes / Seconds:0.00} MB/s, {megabytes / ProcessorSeconds:0.00} MB a second of processor time; peak memory {PeakMemory / 1_000_000} MB");
}
