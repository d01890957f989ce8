// Questions to the codes of those who act: one or two of them, hardly ever more than five.
namespace Servanda.Coding;

/// <summary>What <see cref="Enumerable"/> is asked of codes, answered by looking through them: sets are dear where two lists of two are compared. Hot. Gives lists, in the order of the first, without repetition.</summary>
internal static class CodeQueries
{
    public static List<string> Distinct(this IReadOnlyList<string> codes) => codes.Except([]);

    public static List<string> Except(this IReadOnlyList<string> codes, IReadOnlyList<string> others)
    {
        var left = new List<string>(codes.Count);
        for (var at = 0; at < codes.Count; at++)
            if (codes[at] is var code && !others.Contains(code) && !left.Contains(code)) left.Add(code);
        return left;
    }

    public static List<string> Intersect(this IReadOnlyList<string> codes, IReadOnlyList<string> others)
    {
        var both = new List<string>();
        for (var at = 0; at < codes.Count; at++)
            if (codes[at] is var code && others.Contains(code) && !both.Contains(code)) both.Add(code);
        return both;
    }

    public static bool Contains(this IReadOnlyList<string> codes, string code)
    {
        for (var at = 0; at < codes.Count; at++)
            if (codes[at] == code) return true;
        return false;
    }

    public static bool Any(this IReadOnlyList<string> codes, Func<string, bool> fits)
    {
        for (var at = 0; at < codes.Count; at++)
            if (fits(codes[at])) return true;
        return false;
    }

    public static bool All(this IReadOnlyList<string> codes, Func<string, bool> fits)
    {
        for (var at = 0; at < codes.Count; at++)
            if (!fits(codes[at])) return false;
        return true;
    }
}
