// The command on a ledger that cannot be written.
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public sealed class LedgerCommandFailureTests : IDisposable
{
    private readonly Command.Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_may_grow_no_further_is_said_and_reading_goes_on_when_it_may()
    {
        var input = SharedReadingTests.Input(folder, 1, 200_000);
        foreach (var (language, says) in ((string, string)[])[("vi", "đã đầy"), ("en", "is full")])
        {
            // 600 KB; the signal that would kill is turned into a failed write, as quotas give it. The runtime itself makes a larger file in memory unless told not to.
            using var process = Command.StartedBy("bash", ["-c", "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 600; exec \"$@\"", "bash"], "read", input, "--ledger", folder[$"{language}-full.db"], "--lang", language);
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(Exit.Wrong, process.ExitCode);
            Assert.Contains(says, said, StringComparison.Ordinal);
            Assert.Contains($"{language}-full.db", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
        Command.Run("read", input, "--ledger", folder["vi-full.db"]);
        Command.Run("read", input, "--ledger", folder["whole.db"]);
        Assert.Equal(Export("whole.db"), Export("vi-full.db"));
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", folder["vi-full.db"]).Exit);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    [Fact]
    public void A_read_only_ledger_is_asked_and_not_written()
    {
        var sample = Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).ToArray();
        Command.Run("read", sample[0], "--ledger", folder["ledger.db"]);
        var export = Export("ledger.db");
        File.SetUnixFileMode(folder["ledger.db"], UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        // Root may write everything: then somebody else asks.
        string[] somebody = Environment.UserName == "root" ? ["--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"] : [];
        if (somebody.Length > 0) File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.OtherWrite);
        foreach (var (language, says) in ((string, string)[])[("vi", "không ghi được"), ("en", "cannot be written")])
        {
            string[] read = ["read", sample[1], "--ledger", folder["ledger.db"], "--lang", language];
            using var process = somebody.Length > 0 ? Command.StartedBy("setpriv", somebody, read) : Command.Started(read);
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(said.Contains("Permission denied", StringComparison.Ordinal), "the command cannot be run as another user from here");
            Assert.Contains(says, said, StringComparison.Ordinal);
            Assert.Equal(Exit.Wrong, process.ExitCode);
        }
        Assert.Equal(export, Export("ledger.db"));
        File.SetUnixFileMode(folder["ledger.db"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", folder["ledger.db"]).Exit);
    }

    [Theory]
    [InlineData("vi", "là thư mục", "đã có", "không phải sổ cái mà là", "mới hơn")]
    [InlineData("en", "is a folder", "is there already", "another database", "newer")]
    public void What_is_wrong_with_a_ledger_is_said_in_the_language_of_the_screen(string language, string isFolder, string there, string other, string newer)
    {
        Command.Run("read", Directory.GetFiles(Repository.PathOf("samples"), "*.txt").Order(StringComparer.Ordinal).First(), "--ledger", folder["ledger.db"]);
        Says(isFolder, "status", "--ledger", folder.Path);
        Says(there, "backup", folder["ledger.db"], "--ledger", folder["ledger.db"]);
        Execute("other.db", "create table something (no integer)");
        Says(other, "status", "--ledger", folder["other.db"]);
        Execute("ledger.db", "pragma user_version = 99");
        Says(newer, "status", "--ledger", folder["ledger.db"]);

        void Says(string says, params string[] call)
        {
            var answer = Command.Run([.. call, "--lang", language]);
            Assert.Equal(Exit.Wrong, answer.Exit);
            Assert.Contains(says, answer.Error, StringComparison.Ordinal);
        }

        void Execute(string name, string sql)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder[name]};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private string Export(string ledger) => Command.Run("export", "--format", "jsonl", "--ledger", folder[ledger]).Out;
}
