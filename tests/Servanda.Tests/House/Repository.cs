// Where the repository lies, and its files that people write.
namespace Servanda.Tests;

internal static class Repository
{
    /// <summary>The folder that holds Servanda.slnx, found by walking up from the tests.</summary>
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files below the root, as paths with forward slashes from it, without what is built, fetched or ignored; in ordinal order.</summary>
    public static IEnumerable<string> Files(string pattern = "*") =>
        Walk(Root, pattern).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static readonly string[] NotOurs = [".git", ".build", "bin", "obj", "out", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern))
            if (Path.GetFileName(file) != ".git") yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder))
            if (!NotOurs.Contains(Path.GetFileName(below)))
                foreach (var file in Walk(below, pattern)) yield return file;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Servanda.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Servanda.slnx stands in no folder above the tests.");
        return folder;
    }
}
