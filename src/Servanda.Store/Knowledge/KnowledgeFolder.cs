// A folder of data files, read whole: what it says, the faults found in it, and the hash of its content.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>The outcome of reading a data folder. With faults there is no knowledge: nothing is half loaded.</summary>
public sealed record KnowledgeFolder(Knowledge? Knowledge, IReadOnlyList<Fault> Faults)
{
    public static KnowledgeFolder Read(string folder)
    {
        var faults = new List<Fault>();
        var messages = MessageFiles.Read(Path.Combine(folder, "messages"), faults);
        var knowledge = new Knowledge { Version = HashOf(folder), Acts = [], Agreements = [], Messages = messages };
        return faults.Count == 0 ? new(knowledge, []) : new(null, InOrder(faults, folder));
    }

    public static bool Exists(string folder) => Directory.Exists(folder);

    /// <summary>SHA-256 over name and content of every YAML file below the folder, in the order of their names.</summary>
    public static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var (name, path) in FilesOf(folder))
        {
            foreach (var part in (ReadOnlySpan<byte[]>)[Encoding.UTF8.GetBytes(name), File.ReadAllBytes(path)])
            {
                BinaryPrimitives.WriteInt64LittleEndian(length, part.LongLength);
                hash.AppendData(length);
                hash.AppendData(part);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, string Path)> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static IReadOnlyList<Fault> InOrder(IEnumerable<Fault> faults, string folder) =>
        [.. faults.Select(fault => fault with { File = Path.GetRelativePath(folder, fault.File) })
            .OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)];
}
