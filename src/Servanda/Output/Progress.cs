// How far a run has come: a line that moves on a terminal, a line now and then elsewhere.
using System.Globalization;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Output;

/// <summary>Told on the error stream, so that output stays clean. Short runs into a pipe say nothing.</summary>
/// <param name="total">The bytes of all that is to be read; null where they are not known, and nothing is said of the time left.</param>
internal sealed class Progress(Call call, long? total) : IDisposable
{
    private const int BarWidth = 20;

    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200), Elsewhere = TimeSpan.FromSeconds(30);

    /// <summary>Before then a rate says too little to tell the time left by.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    private readonly TimeSpan began = call.Surroundings.Watch();
    private TimeSpan told = call.Surroundings.Watch();
    private long pages;
    private long before;
    private long within;
    private long passed = -1;
    private bool shown;

    /// <summary>One more page or reject.</summary>
    public void Step(Sighting? seen)
    {
        pages++;
        within = seen?.Offset ?? 0;
        // What lies before the first page of an archive that is taken up again was not read now.
        if (passed < 0) passed = within;
        var now = call.Surroundings.Watch();
        if (now - told < (call.Surroundings.ErrorIsTerminal ? OnTerminal : Elsewhere)) return;
        told = now;
        if (!call.Surroundings.ErrorIsTerminal)
        {
            call.Surroundings.Error.WriteLine(Line(now - began));
            return;
        }
        call.Surroundings.Error.Write($"\r{Line(now - began)}\u001b[K");
        shown = true;
    }

    public void EndFile(SourceFile file)
    {
        before += total is null ? 0 : file.Length;
        within = 0;
    }

    /// <summary>A line for good, above the moving one.</summary>
    public void Tell(string line)
    {
        Clear();
        call.Surroundings.Error.WriteLine($"servanda: {line}");
    }

    public void Dispose() => Clear();

    private string Line(TimeSpan elapsed)
    {
        var rate = Number((long)(pages / Math.Max(elapsed.TotalSeconds, 0.001)));
        if (total is not > 0) return call.Wording.Say("read.progress", Number(pages), rate);
        var done = Math.Clamp((before + within) / (double)total, 0, 1);
        var bar = new string('█', (int)(done * BarWidth)).PadRight(BarWidth, '░');
        var percent = Number((long)(100 * done));
        var share = done - Math.Max(0, passed) / (double)total;
        return elapsed < Measured || share <= 0
            ? call.Wording.Say("read.progress-bar", bar, percent, Number(pages), rate)
            : call.Wording.Say("read.progress-left", bar, percent, Number(pages), rate, Left(elapsed * ((1 - done) / share)));
    }

    /// <summary>Hours, minutes and seconds as a clock shows them.</summary>
    private static string Left(TimeSpan left) => string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours}:{left.Minutes:00}:{left.Seconds:00}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Clear()
    {
        if (shown) call.Surroundings.Error.Write("\r\u001b[K");
        shown = false;
    }
}
