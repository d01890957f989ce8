// A ledger with the sample pages, for all tests that only ask.
using Servanda.Doors;
using Servanda.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleLedger))]

namespace Servanda.Tests;

/// <summary>The pages are read when the first test asks for the ledger, once in a run.</summary>
public sealed class SampleLedger : IDisposable
{
    private readonly Lazy<Command.Folder> folder = new(() =>
    {
        var folder = new Command.Folder();
        var read = Command.Run("read", Repository.PathOf("samples"), "--ledger", folder["samples.db"]);
        Assert.True(read.Exit == Exit.Done, read.Error);
        return folder;
    });

    public string Path => folder.Value["samples.db"];

    public void Dispose()
    {
        if (folder.IsValueCreated) folder.Value.Dispose();
    }
}
