// The data files below a folder: parsed from YAML, or taken from the one file that they were compiled to.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>
/// Files by their name from the folder, with forward slashes (<c>agreements/inf.yaml</c>). Loaders ask for them here and read them as <see cref="DataNode"/>s, so that the same
/// code reads YAML when the data is checked and the compiled form when the command starts.
/// </summary>
public sealed class DataFiles
{
    /// <summary>Files over this size are refused unread. In bytes.</summary>
    private const long LargestFile = 12_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, Func<DataFaults, DataTree?>> files;
    private readonly IReadOnlyDictionary<string, string> hashes;

    internal DataFiles(string hash, SortedDictionary<string, Func<DataFaults, DataTree?>> files, IReadOnlyDictionary<string, string> hashes) => (Hash, this.files, this.hashes) = (hash, files, hashes);

    /// <summary>Whether all of them are known to be free of faults: nothing need be read only to be checked.</summary>
    public bool AreChecked { get; init; }

    /// <summary>SHA-256 over name and content of every file, in the order of their names; lower-case hex. The data version.</summary>
    public string Hash { get; }

    /// <summary>SHA-256 of a file's content; lower-case hex.</summary>
    public string HashOf(string name) => hashes[name];

    /// <summary>The same files, each parsed now and kept: for who reads them again and again. A file that is no YAML throws.</summary>
    public DataFiles Parsed()
    {
        var trees = new SortedDictionary<string, Func<DataFaults, DataTree?>>(StringComparer.Ordinal);
        foreach (var (name, parse) in files)
        {
            var found = new DataFaults(name);
            var tree = parse(found) is { } whole && found.All.Count == 0 ? whole : throw new InvalidDataException($"{name} is no YAML.");
            trees[name] = _ => tree;
        }
        return new(Hash, trees, hashes);
    }

    public IEnumerable<string> Names => files.Keys;

    /// <summary>The YAML files of a folder and the folders below it, or the one file that <paramref name="path"/> names.</summary>
    public static DataFiles InFolder(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[8];
        var files = new SortedDictionary<string, Func<DataFaults, DataTree?>>(StringComparer.Ordinal);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = File.Exists(path)
            ? [(Name: Path.GetFileName(path), Path: path)]
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsYaml).Select(one => (Name: Path.GetRelativePath(path, one).Replace('\\', '/'), Path: one));
        foreach (var (name, file) in found.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var size = new FileInfo(file).Length;
            var bytes = size > LargestFile ? Encoding.UTF8.GetBytes($"{size}") : File.ReadAllBytes(file);
            foreach (var part in (byte[][])[Encoding.UTF8.GetBytes(name), bytes])
            {
                BinaryPrimitives.WriteInt64LittleEndian(length, part.LongLength);
                hash.AppendData(length);
                hash.AppendData(part);
            }
            hashes[name] = HashOf(bytes);
            files[name] = size > LargestFile ? faults => TooLarge(size, faults) : faults => Parse(bytes, faults);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), files, hashes);
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static DataTree? TooLarge(long size, DataFaults faults)
    {
        faults.Add(1, 1, $"a file of {size} bytes", $"at most {LargestFile}");
        return null;
    }

    private static DataTree? Parse(byte[] bytes, DataFaults faults)
    {
        try
        {
            return DataTree.Parse(Strict.GetString(bytes).TrimStart('\uFEFF'), faults);
        }
        catch (DecoderFallbackException wrong)
        {
            faults.Add(bytes.AsSpan(0, Math.Min(bytes.Length, Math.Max(0, wrong.Index))).Count((byte)'\n') + 1, 1, "bytes that are no UTF-8", "a file in UTF-8");
            return null;
        }
    }

    /// <summary>Texts by name, as a folder would hold them.</summary>
    public static DataFiles Of(IReadOnlyCollection<(string Name, string Text)> texts) =>
        new("", new(texts.ToDictionary(file => file.Name, file => (Func<DataFaults, DataTree?>)(faults => DataTree.Parse(file.Text, faults))), StringComparer.Ordinal),
            texts.ToDictionary(file => file.Name, file => HashOf(Encoding.UTF8.GetBytes(file.Text)), StringComparer.Ordinal));

    /// <summary>The names below a folder, or the one name itself where it is a file.</summary>
    public IEnumerable<string> In(string name) => name == "" ? files.Keys : files.ContainsKey(name) ? [name] : files.Keys.Where(one => one.StartsWith($"{name}/", StringComparison.Ordinal));

    /// <summary>The folders directly below a folder, in ordinal order.</summary>
    public IEnumerable<string> FoldersIn(string folder) =>
        files.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(name => name[(folder.Length + 1)..])
            .Where(rest => rest.Contains('/')).Select(rest => rest[..rest.IndexOf('/')]).Distinct();

    /// <summary>The root of a file; an empty node where it is no YAML, which is a fault.</summary>
    public DataNode Root(string name, DataFaults faults)
    {
        if (files.TryGetValue(name, out var parse)) return new(parse(faults), faults);
        faults.Add(1, 1, "no such file", "this file, beside the others of its folder");
        return new(null, faults);
    }

    internal DataTree? Tree(string name, DataFaults faults) => files[name](faults);

    /// <summary>Reads one file and adds its faults; null where it has any.</summary>
    public T? Read<T>(string name, Func<DataNode, T> read, List<Fault> faults) where T : class
    {
        var found = new DataFaults(name);
        var value = read(Root(name, found));
        faults.AddRange(found.All);
        return found.All.Count == 0 ? value : null;
    }
}
