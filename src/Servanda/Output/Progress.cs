// How far a run has come: a line that moves on a terminal, a line now and then elsewhere.
using System.Diagnostics;
using System.Globalization;
using Servanda.Doors;

namespace Servanda.Output;

/// <summary>Told on the error stream, so that output stays clean. Short runs into a pipe say nothing.</summary>
internal sealed class Progress(Call call) : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200), Elsewhere = TimeSpan.FromSeconds(30);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan told;
    private long pages;
    private bool shown;

    public void Step()
    {
        pages++;
        var every = call.Surroundings.ErrorIsTerminal ? OnTerminal : Elsewhere;
        if (watch.Elapsed - told < every) return;
        told = watch.Elapsed;
        var line = call.Wording.Say("read.progress", pages.ToString(CultureInfo.InvariantCulture), ((long)(pages / watch.Elapsed.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        if (!call.Surroundings.ErrorIsTerminal)
        {
            call.Surroundings.Error.WriteLine(line);
            return;
        }
        call.Surroundings.Error.Write($"\r{line}\u001b[K");
        shown = true;
    }

    /// <summary>A line for good, above the moving one.</summary>
    public void Tell(string line)
    {
        Clear();
        call.Surroundings.Error.WriteLine($"servanda: {line}");
    }

    public void Dispose() => Clear();

    private void Clear()
    {
        if (shown) call.Surroundings.Error.Write("\r\u001b[K");
        shown = false;
    }
}
