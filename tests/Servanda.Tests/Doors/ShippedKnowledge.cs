// The data of the repository, loaded once for all tests.
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Tests;

internal static class ShippedKnowledge
{
    private static readonly Lazy<Knowledge> Loaded = new(() =>
    {
        var read = KnowledgeFolder.Read(DataFiles.InFolder(Repository.PathOf("data")));
        return read.Knowledge ?? throw new InvalidDataException(string.Join('\n', read.Faults));
    });

    public static Knowledge All => Loaded.Value;
}
