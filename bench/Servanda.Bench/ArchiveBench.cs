// How fast an archive is read into a ledger, and how much memory that takes: archive [--megabytes N] [--folder DIR] [--jobs N].
using System.Globalization;
using Servanda.Tests;

namespace Servanda.Bench;

internal static class ArchiveBench
{
    /// <summary>Makes an archive of so many megabytes before packing and has the command read it into a new ledger, watching its memory from outside.</summary>
    public static int Run(string[] args)
    {
        var megabytes = long.Parse(Option(args, "--megabytes") ?? "200", CultureInfo.InvariantCulture);
        var folder = Option(args, "--folder") is { } named ? Directory.CreateDirectory(named) : Directory.CreateTempSubdirectory("servanda-archive-");
        var (archive, ledger) = (Path.Combine(folder.FullName, "made.warc.gz"), Path.Combine(folder.FullName, "ledger.db"));
        try
        {
            var pages = new MadeArchive("samples").Write(archive, megabytes * 1_000_000);
            Say($"{pages} pages, {megabytes} MB, packed {new FileInfo(archive).Length / 1_000_000} MB");
            Read(archive, ledger, megabytes, Option(args, "--jobs"));
            Say($"ledger {new FileInfo(ledger).Length / 1_000_000} MB");
            Read(archive, ledger, megabytes, Option(args, "--jobs"));
        }
        finally
        {
            if (Option(args, "--folder") is null) folder.Delete(recursive: true);
        }
        return 0;
    }

    private static void Read(string archive, string ledger, long megabytes, string? jobs)
    {
        string[] call = ["read", archive, "--ledger", ledger, "--lang", "en", .. jobs is null ? [] : (string[])["--jobs", jobs]];
        Console.WriteLine(WatchedCall.Of(call).Told(megabytes));
    }

    private static string? Option(string[] args, string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
