// The JSON files of a folder, for comparing what was read with what is right.
namespace Servanda.Store;

/// <summary>Gold files or a run's files: each with its name without the extension, in ordinal order of the names.</summary>
public static class JudgedFiles
{
    /// <summary>Whether a path is a folder with JSON files in it.</summary>
    public static bool AreIn(string path) => Directory.Exists(path) && Directory.EnumerateFiles(path, "*.json").Any();

    /// <summary>The files of a folder. One that cannot be opened throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public static IEnumerable<(string Name, string Text)> In(string path) =>
        Directory.EnumerateFiles(path, "*.json").OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
}
