// The compiled form of data files: their trees in one file, which a command reads in milliseconds where YAML takes seconds.
using System.Text;

namespace Servanda.Store;

/// <summary>
/// "SVD2", the hash, names with the hashes and lengths, then the strings, then the trees, depth first. Numbers are 7-bit encoded; a text is the number of its string.
/// The file is only ever read by the build that wrote it, which compiles nothing that has faults.
/// </summary>
public static class CompiledFiles
{
    private const string Magic = "SVD2";

    /// <summary>Writes beside the target and moves into place: a command that starts meanwhile finds the old file or the new one, whole.</summary>
    public static void Write(DataFiles files, string path)
    {
        var strings = new Numbered();
        var bodies = new List<(string Name, byte[] Tree)>();
        foreach (var name in files.Names)
        {
            var tree = files.Tree(name, new DataFaults(name)) ?? throw new InvalidDataException($"{name} is no YAML.");
            var body = new MemoryStream();
            Write(new BinaryWriter(body), tree, strings);
            bodies.Add((name, body.ToArray()));
        }
        var beside = $"{path}.{Environment.ProcessId}";
        using (var writer = new BinaryWriter(File.Create(beside)))
        {
            writer.Write(Magic);
            writer.Write(files.Hash);
            writer.Write7BitEncodedInt(bodies.Count);
            foreach (var (name, tree) in bodies)
            {
                writer.Write(name);
                writer.Write(files.HashOf(name));
                writer.Write7BitEncodedInt(tree.Length);
            }
            writer.Write7BitEncodedInt(strings.All.Count);
            foreach (var text in strings.All) writer.Write(text);
            foreach (var (_, tree) in bodies) writer.Write(tree);
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The files in a compiled file; null where there is no such file. Trees are built when they are asked for.</summary>
    public static DataFiles? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var bytes = File.ReadAllBytes(path);
        var head = new Reader(bytes, 0);
        if (head.Text() != Magic) throw new InvalidDataException($"{path} is no compiled data; ./servanda makes it anew where it is removed.");
        var hash = head.Text();
        var names = new (string Name, int Length)[head.Number()];
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var name = head.Text();
            hashes[name] = head.Text();
            names[i] = (name, head.Number());
        }
        var starts = new int[head.Number()];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = head.At;
            head.SkipText();
        }
        var strings = new Strings(bytes, starts);
        var files = new SortedDictionary<string, Func<DataFaults, DataTree?>>(StringComparer.Ordinal);
        var at = head.At;
        foreach (var (name, length) in names)
        {
            var start = at;
            files[name] = _ =>
            {
                var reader = new Reader(bytes, start);
                return Read(ref reader, strings);
            };
            at += length;
        }
        return new(hash, files, hashes) { AreChecked = true };
    }

    private static void Write(BinaryWriter writer, DataTree tree, Numbered strings)
    {
        writer.Write((byte)tree.Kind);
        writer.Write7BitEncodedInt(tree.Line);
        writer.Write7BitEncodedInt(tree.Column);
        writer.Write7BitEncodedInt(tree.Kind == DataKind.Text ? strings.Of(tree.Value!) : tree.Children.Count);
        foreach (var key in tree.Keys) writer.Write7BitEncodedInt(strings.Of(key));
        foreach (var child in tree.Children) Write(writer, child, strings);
    }

    private static DataTree Read(ref Reader reader, Strings strings)
    {
        var kind = (DataKind)reader.Byte();
        var line = reader.Number();
        var column = reader.Number();
        var number = reader.Number();
        if (kind == DataKind.Text) return new() { Kind = kind, Value = strings[number], Line = line, Column = column };
        var keys = kind == DataKind.Mapping ? new string[number] : [];
        for (var i = 0; i < keys.Length; i++) keys[i] = strings[reader.Number()];
        var children = number == 0 ? [] : new DataTree[number];
        for (var i = 0; i < children.Length; i++) children[i] = Read(ref reader, strings);
        return new DataTree { Kind = kind, Keys = keys, Children = children, Line = line, Column = column }.Adopt();
    }

    /// <summary>Strings by number, in the order in which they were first seen.</summary>
    private sealed class Numbered
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int Of(string text)
        {
            if (numbers.TryGetValue(text, out var number)) return number;
            All.Add(text);
            return numbers[text] = All.Count - 1;
        }
    }

    /// <summary>The strings of a compiled file, decoded when they are first asked for: equal texts are one object.</summary>
    private sealed class Strings(byte[] bytes, int[] starts)
    {
        private readonly string?[] decoded = new string?[starts.Length];

        public string this[int number] => decoded[number] ??= new Reader(bytes, starts[number]).Text();
    }

    /// <summary>Walks over the bytes of a compiled file.</summary>
    private struct Reader(byte[] bytes, int at)
    {
        public int At { get; private set; } = at;

        public byte Byte() => bytes[At++];

        public int Number()
        {
            var value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[At++];
                value |= (part & 0x7F) << shift;
                if (part < 0x80) return value;
            }
        }

        public string Text()
        {
            var length = Number();
            At += length;
            return Encoding.UTF8.GetString(bytes, At - length, length);
        }

        public void SkipText()
        {
            var length = Number();
            At += length;
        }
    }
}
