// Several readers of one input: the ledger hands out the files, and hands out again what a reader that died had taken.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Servanda.Doors;
using Servanda.Store;
using Duration = NodaTime.Duration;

namespace Servanda.Doing;

/// <summary>
/// Every reader is given the same paths and offers the same bundles of files: an archive alone, small files together. Which of them reads a bundle decides nothing: a page that two have read is kept
/// once. A bundle belongs to its reader for <see cref="Lease"/> from the last step that it wrote.
/// </summary>
internal sealed class SharedReading(Call call, LedgerStore ledger, string hints)
{
    /// <summary>How long a reader may be silent before another one takes its bundle.</summary>
    private static readonly Duration Lease = Duration.FromSeconds(10);

    /// <summary>How long to wait where everything is in other hands.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const int MostFiles = 50;
    private const long MostBytes = 4 << 20;

    private readonly WorkQueue queue = ledger.Queue($"{Environment.MachineName}/{Environment.ProcessId}");

    private Instant Now => call.Surroundings.Now + Duration.FromTimeSpan(call.Surroundings.Watch());

    /// <summary>Reads bundles until none is left, in anybody's hands.</summary>
    /// <param name="read">Reads files into the ledger to their end, and says so after each step that it wrote.</param>
    public void Read(Action<IReadOnlyList<string>, Action> read)
    {
        if (call.Texts("PATH").Contains(PageSource.Input)) throw new WrongCall("wrong.choice", "--share", PageSource.Input, "files");
        queue.Offer(Bundles());
        while (true)
        {
            if (queue.Take(Now, Lease) is { } item)
            {
                read(JsonSerializer.Deserialize(item.Item[(item.Item.IndexOf(' ') + 1)..], BundleJson.Default.StringArray)!, () => queue.Keep(item, Now, Lease));
                queue.Done(item);
                continue;
            }
            if (queue.Left() == 0) return;
            if (call.Surroundings.Stop.WaitHandle.WaitOne(Pause)) call.Surroundings.Stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whoever comes to it first merges; the others wait until that is done.</summary>
    public void Merge()
    {
        while (ledger.IsMergeNeeded)
        {
            try
            {
                ledger.Merge(call.Surroundings.Now);
            }
            catch (LedgerException fault) when (fault.Fault == LedgerFault.Locked)
            {
                // Another reader is at it.
                call.Surroundings.Stop.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Each as one text: what it is known again by, then its paths as JSON. A file that has changed, other hints or another coder make it another bundle.</summary>
    private IEnumerable<string> Bundles()
    {
        var bundle = new List<SourceFile>();
        foreach (var file in PageSource.Files(call.Texts("PATH")))
        {
            if (bundle.Count > 0 && (bundle.Count == MostFiles || bundle.Sum(one => one.Length) + file.Length > MostBytes))
            {
                yield return Written(bundle);
                bundle.Clear();
            }
            bundle.Add(file);
        }
        if (bundle.Count > 0) yield return Written(bundle);
    }

    private string Written(List<SourceFile> bundle) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hints}\n{string.Join('\n', bundle.Select(file => file.Identity()))}")).AsSpan(0, 8))} {JsonSerializer.Serialize([.. bundle.Select(file => file.Path)], BundleJson.Default.StringArray)}";
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class BundleJson : JsonSerializerContext;
