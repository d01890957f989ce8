// A folder that a command writes files into.
using System.Text;

namespace Servanda.Store;

/// <summary>Files go in under the names they are given; a name that was given before in this run gets a number, so that nothing is overwritten by its namesake.</summary>
public sealed class OutputFolder
{
    private readonly string path;
    private readonly Dictionary<string, int> given = new(StringComparer.OrdinalIgnoreCase);

    private OutputFolder(string path) => this.path = path;

    /// <summary>Opens a folder, which is made where there is none. A path that cannot be one throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public static OutputFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        return new(path);
    }

    /// <summary>A file to write UTF-8 text into; what stood in it goes.</summary>
    public static TextWriter File(string path) => new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };

    public void Write(string name, string extension, string text)
    {
        var number = given[name] = given.GetValueOrDefault(name) + 1;
        // Names come from pages and archives: a separator in one would lead elsewhere.
        var safe = string.Concat(name.Select(c => c is '/' or '\\' or ':' || char.IsControl(c) ? '_' : c));
        if (safe.Trim('.') == "") safe = "page";
        System.IO.File.WriteAllText(Path.Combine(path, (number == 1 ? safe : $"{safe}-{number}") + extension), text);
    }
}
