// What the benchmarks read: the knowledge and the pages of the repository's own corpus.
using System.Text;
using Servanda.Model;
using Servanda.Store;

namespace Servanda.Bench;

internal static class BenchInput
{
    /// <summary>The knowledge in <c>data</c>.</summary>
    public static Knowledge Knowledge() => KnowledgeFolder.Read(DataFiles.InFolder(Path.Combine(Root(), "data"))).Knowledge ?? throw new InvalidDataException("the data files have faults: ./dev check tells which");

    /// <summary>The pages of one format, in the order of their names.</summary>
    public static List<Page> Pages(PageFormat format) =>
        [.. Files(format == PageFormat.Html ? ".html" : ".txt").Select(path => Page.Of(File.ReadAllBytes(path), format, new(Path.GetFileNameWithoutExtension(path), path)))];

    /// <summary>The plain pages as text.</summary>
    public static List<string> PlainPages() => [.. Files(".txt").Select(path => File.ReadAllText(path, Encoding.UTF8))];

    private static IEnumerable<string> Files(string extension) =>
        new[] { "pages", "opened/pages" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), "tests", "corpus", folder), $"*{extension}")).Order(StringComparer.Ordinal);

    /// <summary>Benchmarks run from folders of their own, below the repository.</summary>
    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Servanda.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Servanda.slnx stands in no folder above the program");
    }
}
