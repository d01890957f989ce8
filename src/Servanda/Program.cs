// The servanda command. The one place that reads the clock.
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using Servanda.Doors;
using Servanda.Store;

namespace Servanda;

internal static class Program
{
    public static string Version { get; } = typeof(Program).Assembly.GetName().Version!.ToString(3);

    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = !stop.IsCancellationRequested; // a second Ctrl-C ends the process at once
            stop.Cancel();
        };
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var now = DateTimeOffset.Now;
        try
        {
            return Door.Run(arguments, new()
            {
                Out = output,
                Error = Console.Error,
                In = Console.OpenStandardInput,
                Now = Instant.FromDateTimeOffset(now),
                Today = LocalDate.FromDateTime(now.DateTime),
                Clock = DayHere,
                Moment = MomentHere,
                OutIsTerminal = !Console.IsOutputRedirected,
                ErrorIsTerminal = !Console.IsErrorRedirected,
                Width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 160),
                Locale = Variable("LC_ALL") ?? Variable("LC_MESSAGES") ?? Variable("LANG"),
                Data = () => CompiledFiles.Read(Path.Combine(AppContext.BaseDirectory, "servanda.knowledge")),
                CacheFolder = Path.Combine(Variable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "servanda"),
                Watch = () => watch.Elapsed,
                Stop = stop.Token,
            });
        }
        catch (IOException) when (Console.IsOutputRedirected)
        {
            return Exit.Done; // the reader of the pipe has seen enough
        }
    }

    private static LocalDate DayHere() => LocalDate.FromDateTime(DateTimeOffset.Now.DateTime);

    private static Instant MomentHere() => Instant.FromDateTimeOffset(DateTimeOffset.Now);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
