// The words that come nearest to one that is not known, for the line that says what is allowed.
namespace Servanda.Doors;

public static class Nearest
{
    /// <summary>At most <paramref name="most"/> of the known words, those with the smallest edit distance first; words that share a beginning count as near.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> known, int most = 5) =>
        [.. known.Distinct(StringComparer.Ordinal)
            .Select(one => (One: one, Distance: Distance(Bare(word), Bare(one))))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.One, StringComparer.Ordinal)
            .Take(most).Select(pair => pair.One)];

    /// <summary>Without case, and without the hyphens and spaces that people leave out.</summary>
    private static string Bare(string word) => word.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Edit distance in insertions, deletions and substitutions; a word that begins or ends with the other is one step away.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 2 && (b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal))) return 1;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
