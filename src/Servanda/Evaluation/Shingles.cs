// A text as the set of its runs of words, for comparing stories and quotes whatever their marks and cases.
using System.Text;

namespace Servanda.Evaluation;

internal static class Shingles
{
    /// <summary>All runs of <paramref name="words"/> words; letters, digits and underscores make a word.</summary>
    public static HashSet<string> Of(string text, int words)
    {
        var list = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant() + " ")
        {
            if (char.IsLetterOrDigit(letter) || letter == '_') word.Append(letter);
            else if (word.Length > 0)
            {
                list.Add(word.ToString());
                word.Clear();
            }
        }
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + words <= list.Count; at++) runs.Add(string.Join(' ', list.GetRange(at, words)));
        return runs;
    }
}
