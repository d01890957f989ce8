// The command as tests call it: arguments in, text and exit code out, in a folder of its own.
using System.Diagnostics;
using System.Runtime.InteropServices;
using NodaTime;
using Servanda.Doors;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

internal sealed record Answer(int Exit, string Out, string Error);

/// <summary>Runs the command in-process, as Program does, on a fixed day. Paths are taken from the current folder, the root of the repository where not said otherwise.</summary>
internal static class Command
{
    /// <summary>22 November 2026, noon UTC.</summary>
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly Lazy<DataFiles> Data = new(() => DataFiles.InFolder(Repository.PathOf("data")).Parsed());

    public static Answer Run(params string[] arguments) => RunIn("vi_VN.UTF-8", arguments);

    /// <param name="now">The moment of the call, where it is not <see cref="Now"/>.</param>
    public static Answer RunIn(string? locale, string[] arguments, Stream? input = null, Instant? now = null)
    {
        if (Built is not null && arguments[0] == "read" && input is null && now is null) return RunBuilt(locale, arguments);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = Door.Run(arguments, new()
        {
            Out = output,
            Error = error,
            In = () => input ?? Stream.Null,
            Now = now ?? Now,
            Today = new(2026, 11, 22),
            Locale = locale,
            Data = () => Data.Value,
            CacheFolder = Path.Combine(Path.GetTempPath(), "servanda-tests-cache"),
        });
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>A call as its verb gets it, with all knowledge.</summary>
    internal static Call CallOf(string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        return new(Door.Parse(arguments), new()
        {
            Out = output,
            Error = output,
            In = () => Stream.Null,
            Now = Now,
            Today = new(2026, 11, 22),
            Data = () => Data.Value,
            CacheFolder = Path.Combine(Path.GetTempPath(), "servanda-tests-cache"),
        }, ShippedKnowledge.All, new(ShippedKnowledge.All, "vi"));
    }

    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "servanda.dll");

    private static readonly Lazy<int> Compiled = new(() =>
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [App, "compile-data", Repository.PathOf("data"), Path.Combine(AppContext.BaseDirectory, "servanda.knowledge")]))!;
        process.WaitForExit();
        return process.ExitCode;
    });

    /// <summary>
    /// Set to a built command with its data (<c>.build/current/servanda</c>), pages are read by processes of that one, so that the native build is killed, stopped and shared too: one build is one coder.
    /// </summary>
    private static readonly string? Built = Environment.GetEnvironmentVariable("SERVANDA_COMMAND") is { Length: > 0 } built ? built : null;

    private static readonly string[] Program = Built is null ? ["dotnet", App] : [Built];

    private static Answer RunBuilt(string? locale, string[] arguments)
    {
        var start = new ProcessStartInfo(Built!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = locale;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>The command as a process of its own, with the data compiled beside it.</summary>
    public static Process Started(params string[] arguments) => StartedBy(Program[0], [.. Program[1..], .. arguments]);

    /// <summary>The same by way of another program, which gets the command behind its own arguments.</summary>
    public static Process StartedBy(string program, string[] before, params string[] arguments) => StartedBy(program, [.. before, .. Program, .. arguments]);

    private static Process StartedBy(string program, string[] arguments)
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || RuntimeInformation.IsOSPlatform(OSPlatform.OSX), "signals are sent as on Unix");
        Assert.Equal(0, Compiled.Value);
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    /// <summary>A new empty folder, removed with everything in it when it is disposed.</summary>
    public sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("servanda-test-").FullName;

        public string this[string name] => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
