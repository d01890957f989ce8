// Words as they are searched for: lower case, without accents, đ as d.
using System.Globalization;
using System.Text;

namespace Servanda.Store;

/// <summary>Folding for full text, the same when a story is written and when it is looked for, on every backend.</summary>
public static class SearchWords
{
    /// <summary>
    /// Letters without their marks, đ and Đ as d, lower case; everything that is no letter or digit becomes a space. The result has one char for each base letter,
    /// so it may be shorter than <paramref name="text"/>.
    /// </summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (c < 0x80)
            {
                folded.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
                continue;
            }
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) continue;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? char.ToLowerInvariant(c) : ' ');
        }
        return folded.ToString();
    }

    /// <summary>The words of a question, folded, in order; words in double quotes stay together as one phrase.</summary>
    public static IReadOnlyList<string> Phrases(string question)
    {
        var phrases = new List<string>();
        var parts = question.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var words = Folded(parts[i]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (i % 2 == 1 && i < parts.Length - 1)
            {
                if (words.Length > 0) phrases.Add(string.Join(' ', words));
            }
            else
            {
                phrases.AddRange(words);
            }
        }
        return phrases;
    }
}
