// The pages and gold that tests read: the copied ones always, the whole corpus where it is at hand.
using System.Text.Json;
using Servanda.Model;

namespace Servanda.Tests;

internal static class Corpus
{
    public static string Root { get; } = FindRoot();

    public static string Pages => Path.Combine(Root, "tests", "corpus", "pages");

    public static string Gold => Path.Combine(Root, "tests", "corpus", "gold");

    /// <summary>The folder of the full corpus beside the repository, or null in a plain clone.</summary>
    public static string? Shared
    {
        get
        {
            var folder = Path.Combine(Root, "..", "shared", "corpus");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    public static Page Page(string path) => Servanda.Model.Page.Of(
        File.ReadAllBytes(path), path.EndsWith(".html", StringComparison.Ordinal) ? PageFormat.Html : PageFormat.PlainText, new Sighting(Path.GetFileNameWithoutExtension(path), path));

    public static JsonElement GoldOf(string page, string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, page + ".json"))).RootElement;

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Servanda.slnx")))
                return folder;
        throw new InvalidOperationException("no Servanda.slnx above the tests");
    }
}
