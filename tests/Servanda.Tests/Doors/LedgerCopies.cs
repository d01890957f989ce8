// A ledger of the samples, read once for a class of tests; each test works on a copy.
using System.Text.Json;
using Servanda.Doors;
using Xunit;

namespace Servanda.Tests;

public sealed class LedgerCopies : IDisposable
{
    private readonly Command.Folder folder = new();

    private int copies;

    public LedgerCopies()
    {
        var answer = Command.Run("read", Repository.PathOf("samples"), "--ledger", folder["samples.db"]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
    }

    /// <summary>A free name in the folder of the ledgers.</summary>
    public string Free(string name) => folder[$"{Interlocked.Increment(ref copies)}-{name}"];

    public string Copy()
    {
        var copy = Free("copy.db");
        File.Copy(folder["samples.db"], copy);
        return copy;
    }

    /// <summary>What a call answers in JSON; it must be done.</summary>
    public static JsonElement Json(string ledger, params string[] call) => JsonAt(0, ledger, call);

    /// <summary>The same, some minutes later than <see cref="Command.Now"/>.</summary>
    public static JsonElement JsonAt(int minutes, string ledger, params string[] call)
    {
        var answer = Command.RunIn("vi_VN.UTF-8", [.. call, "--ledger", ledger, "--format", "json"], now: Command.Now + NodaTime.Duration.FromMinutes(minutes));
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return JsonDocument.Parse(answer.Out).RootElement;
    }

    public static string Export(string ledger)
    {
        var answer = Command.Run("export", "--ledger", ledger);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return answer.Out;
    }

    /// <summary>The events of a ledger with all who tell of them, as the export gives them.</summary>
    public static List<JsonElement> Events(string ledger) => [.. Export(ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The one line of a refused call, in Vietnamese.</summary>
    public static string Refused(params string[] call)
    {
        var answer = Command.Run(call);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Equal(1, answer.Error.Count(c => c == '\n'));
        return answer.Error;
    }

    public void Dispose() => folder.Dispose();
}
