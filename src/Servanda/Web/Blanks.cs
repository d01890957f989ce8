// Places in a page that differ from visitor to visitor: left open when it is made, filled when it is given out.
using System.Text;

namespace Servanda.Web;

/// <summary>A blank stands between control characters, which no text can bring into a page: escaping takes them out.</summary>
internal static class Blanks
{
    private const char Edge = '\u0001', Part = '\u0002';

    private const string Form = "form", Watch = "watch";

    /// <summary>The hidden field that shows a form to be ours.</summary>
    public static Markup OfForm { get; } = Markup.Ours($"{Edge}{Form}{Edge}");

    /// <summary>The button of the watchlist.</summary>
    public static Markup OfWatch(string what, string? name) => Markup.Ours($"{Edge}{Watch}{Part}{Clean(what)}{Part}{Clean(name ?? "")}{Edge}");

    public static string Filled(string page, Visit visit)
    {
        if (!page.Contains(Edge)) return page;
        var parts = page.Split(Edge);
        var filled = new StringBuilder(page.Length + 256);
        for (var i = 0; i < parts.Length; i++)
            if (i % 2 == 0) filled.Append(parts[i]);
            else filled.Append((parts[i].Split(Part) is [Watch, var what, var name] ? Parts.WatchHere(visit, what, name) : visit.FormField).ToString());
        return filled.ToString();
    }

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
