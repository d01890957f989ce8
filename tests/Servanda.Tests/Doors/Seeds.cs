// The five real pages, where they lie beside the repository; tests that need them say so where they do not.
using Xunit;

namespace Servanda.Tests;

internal static class Seeds
{
    public static string Folder { get; } = Path.GetFullPath(Repository.PathOf("..", "shared", "corpus", "pages"));

    public static string Page(int number)
    {
        var path = Path.Combine(Folder, $"seed-00{number}.txt");
        Assert.SkipUnless(File.Exists(path), "The seed pages are not beside this repository.");
        return path;
    }

    public static string[] All => [.. Enumerable.Range(0, 5).Select(Page)];
}
