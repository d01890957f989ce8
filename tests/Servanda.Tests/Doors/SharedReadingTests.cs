// Several readers of one ledger make the ledger of one.
using System.Globalization;
using Servanda.Doors;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public sealed class SharedReadingTests : IDisposable
{
    private readonly Command.Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Some archives of our own pages with a site's markup, and bare texts.</summary>
    internal static string Input(Command.Folder folder, int archives, int bytes)
    {
        var input = Directory.CreateDirectory(folder["in"]).FullName;
        foreach (var text in Directory.GetFiles(Repository.PathOf("samples"), "*.txt")) File.Copy(text, Path.Combine(input, Path.GetFileName(text)));
        // Some records of each stand in the next one too.
        for (var i = 0; i < archives; i++) new MadeArchive(Repository.PathOf("samples")).Write(Path.Combine(input, $"made-{i}.warc.gz"), bytes, first: i * bytes / 60_000);
        return input;
    }

    [Fact]
    public void Jobs_and_processes_never_change_the_export()
    {
        var input = Input(folder, 2, 300_000);
        Command.Run("read", input, "--ledger", folder["one.db"], "--jobs", "1");
        var export = Export("one.db");
        Assert.NotEmpty(export);
        Command.Run("read", input, "--ledger", folder["four.db"], "--jobs", "4");
        Assert.Equal(export, Export("four.db"));

        // One that shares the work, and one that knows nothing of it.
        LedgerStore.Open(folder["many.db"], Telling.Fold.Folding, LedgerAccess.Create).Dispose();
        var readers = new[] { "--share", "--jobs" }.Select(how => Command.Started(["read", input, "--ledger", folder["many.db"], how, .. how == "--jobs" ? ["2"] : Array.Empty<string>()])).ToArray();
        foreach (var reader in readers)
        {
            var said = reader.StandardError.ReadToEnd();
            reader.WaitForExit();
            Assert.True(reader.ExitCode is Exit.Done or Exit.Rejects, said);
            reader.Dispose();
        }
        Assert.Equal(export, Export("many.db"));
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", folder["many.db"]).Exit);
    }

    /// <summary>Run by tests/postgres.sh: one of three readers is killed every second, and another takes its place.</summary>
    [Fact]
    public void Three_readers_of_which_one_is_killed_every_second_make_the_ledger_of_one_that_nobody_disturbs()
    {
        if (TempLedger.Postgres is null) Assert.Skip("There is no PostgreSQL server; tests/postgres.sh starts one.");
        var input = Input(folder, 6, 2_000_000);
        Command.Run("read", input, "--ledger", folder["one.db"]);
        using var temp = new TempLedger();
        temp.Open().Dispose();
        var readers = Enumerable.Range(0, 3).Select(_ => Start()).ToArray();
        var killed = 0;
        for (var second = 0; second < 9; second++)
        {
            Thread.Sleep(1000);
            var one = readers[second % 3];
            if (!one.HasExited) killed++;
            one.Kill();
            one.WaitForExit();
            one.Dispose();
            readers[second % 3] = Start();
        }
        foreach (var reader in readers)
        {
            var said = reader.StandardError.ReadToEnd();
            reader.WaitForExit();
            Assert.True(reader.ExitCode is Exit.Done or Exit.Rejects, said);
            reader.Dispose();
        }
        Assert.True(killed > 3, string.Create(CultureInfo.InvariantCulture, $"only {killed} readers were killed at work"));
        Assert.Equal(Export("one.db"), Command.Run("export", "--format", "jsonl", "--ledger", temp.Location).Out);
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", temp.Location).Exit);

        System.Diagnostics.Process Start() => Command.Started("read", input, "--ledger", temp.Location, "--share");
    }

    private string Export(string ledger) => Command.Run("export", "--format", "jsonl", "--ledger", folder[ledger]).Out;
}
