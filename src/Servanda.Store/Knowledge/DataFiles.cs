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
    private readonly SortedDictionary<string, Func<DataFaults, DataTree?>> files;

    internal DataFiles(string hash, SortedDictionary<string, Func<DataFaults, DataTree?>> files) => (Hash, this.files) = (hash, files);

    /// <summary>SHA-256 over name and content of every file, in the order of their names; lower-case hex. The data version.</summary>
    public string Hash { get; }

    /// <summary>The same files, each parsed now and kept: for who reads them again and again. A file that is no YAML throws.</summary>
    public DataFiles Parsed()
    {
        var trees = new SortedDictionary<string, Func<DataFaults, DataTree?>>(StringComparer.Ordinal);
        foreach (var (name, parse) in files)
        {
            var tree = parse(new(name)) ?? throw new InvalidDataException($"{name} is no YAML.");
            trees[name] = _ => tree;
        }
        return new(Hash, trees);
    }

    public IEnumerable<string> Names => files.Keys;

    /// <summary>The YAML files of a folder and the folders below it.</summary>
    public static DataFiles InFolder(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[8];
        var files = new SortedDictionary<string, Func<DataFaults, DataTree?>>(StringComparer.Ordinal);
        var found = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path));
        foreach (var (name, path) in found.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var part in (byte[][])[Encoding.UTF8.GetBytes(name), bytes])
            {
                BinaryPrimitives.WriteInt64LittleEndian(length, part.LongLength);
                hash.AppendData(length);
                hash.AppendData(part);
            }
            files[name] = faults => DataTree.Parse(Encoding.UTF8.GetString(bytes), faults);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), files);
    }

    /// <summary>Texts by name, as a folder would hold them.</summary>
    public static DataFiles Of(IEnumerable<(string Name, string Text)> texts) =>
        new("", new(texts.ToDictionary(file => file.Name, file => (Func<DataFaults, DataTree?>)(faults => DataTree.Parse(file.Text, faults))), StringComparer.Ordinal));

    /// <summary>The names below a folder, or the one name itself where it is a file.</summary>
    public IEnumerable<string> In(string name) => name == "" ? files.Keys : files.ContainsKey(name) ? [name] : files.Keys.Where(one => one.StartsWith($"{name}/", StringComparison.Ordinal));

    /// <summary>The folders directly below a folder, in ordinal order.</summary>
    public IEnumerable<string> FoldersIn(string folder) =>
        files.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(name => name[(folder.Length + 1)..])
            .Where(rest => rest.Contains('/')).Select(rest => rest[..rest.IndexOf('/')]).Distinct();

    /// <summary>The root of a file; an empty node where it is no YAML, which is a fault.</summary>
    public DataNode Root(string name, DataFaults faults) => new(files[name](faults), faults);

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
