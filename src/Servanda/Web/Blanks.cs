// Places in a page that differ from visitor to visitor: left open when it is made, filled when it is sent.
namespace Servanda.Web;

/// <summary>A blank stands between control characters, which no text can bring into a page: escaping takes them out.</summary>
internal static class Blanks
{
    public const char Edge = '\u0001';

    private const char Part = '\u0002';

    private const string Form = "form", Watch = "watch";

    /// <summary>The hidden field that shows a form to be ours.</summary>
    public static Markup OfForm { get; } = Markup.Ours($"{Edge}{Form}{Edge}");

    /// <summary>The button of the watchlist.</summary>
    public static Markup OfWatch(string what, string? name) => Markup.Ours($"{Edge}{Watch}{Part}{Clean(what)}{Part}{Clean(name ?? "")}{Edge}");

    /// <summary>What stands in a blank for a visitor.</summary>
    public static string Filled(string blank, Visit visit) => (blank.Split(Part) is [Watch, var what, var name] ? Parts.WatchHere(visit, what, name) : visit.FormField).ToString();

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
