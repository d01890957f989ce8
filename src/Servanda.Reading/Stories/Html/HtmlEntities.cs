// Character references (&amp;, &#7901;, &nbsp;) as the text they stand for.
using System.Globalization;
using System.Net;

namespace Servanda.Reading.Stories.Html;

internal static class HtmlEntities
{
    private const int Longest = 32;

    /// <summary>The text of the reference at <paramref name="at"/> and its length in the source; length 0 where the ampersand stands for itself.</summary>
    public static (string Text, int Length) At(ReadOnlySpan<char> text, int at)
    {
        var head = text[at..Math.Min(text.Length, at + Longest)];
        var end = 1;
        if (end < head.Length && head[end] == '#') end++;
        while (end < head.Length && char.IsAsciiLetterOrDigit(head[end])) end++;
        if (end <= 1) return ("", 0);
        var closed = end < head.Length && head[end] == ';';
        var name = head[1..end];
        if (name[0] == '#') return Number(name[1..]) is { } number ? (number, closed ? end + 1 : end) : ("", 0);
        if (!closed && name is not ("nbsp" or "amp" or "lt" or "gt" or "quot" or "copy")) return ("", 0);
        var decoded = WebUtility.HtmlDecode($"&{name};");
        if (decoded.StartsWith('&') && decoded.Length > 1) return ("", 0);
        return (decoded, closed ? end + 1 : end);
    }

    /// <summary>A short text with its references resolved, for attributes and metadata.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&')) return text.ToString();
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var (decoded, length) = text[i] == '&' ? At(text, i) : ("", 0);
            if (length == 0)
            {
                result.Append(text[i]);
                continue;
            }
            result.Append(decoded);
            i += length - 1;
        }
        return result.ToString();
    }

    private static string? Number(ReadOnlySpan<char> digits)
    {
        var hexadecimal = !digits.IsEmpty && digits[0] is 'x' or 'X';
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(hexadecimal ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code)) return null;
        // The standard reads 80 to 9F as windows-1252.
        if (code is >= 0x80 and <= 0x9F) return Text.LegacyCharsets.Windows1252[code].ToString();
        return code is <= 0 or > 0x10FFFF or >= 0xD800 and <= 0xDFFF or 0xFFFE or 0xFFFF ? "\uFFFD" : char.ConvertFromUtf32(code);
    }
}
