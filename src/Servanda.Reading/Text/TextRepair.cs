// A page's bytes as clean text in NFC, with the way back to the bytes and a list of what was repaired.
using System.Globalization;
using System.Text;
using Servanda.Model;

namespace Servanda.Reading.Text;

/// <summary>A repaired text: in NFC, without zero-width and control characters, with plain spaces. LF is where it was, and nowhere else.</summary>
public sealed record RepairedText(string Text, TextMap Map, Charset Charset, IReadOnlyList<string> Repairs);

/// <summary>Decodes and repairs. A clean UTF-8 page costs one scan; only pages that need it are rewritten.</summary>
public static class TextRepair
{
    private static readonly CharacterSet Suspects = new(SuspectCharacters());
    private static readonly CharacterSet MojibakeSigns = new("»ºÃÄÆ€");
    private static readonly CharacterSet Stable = new(
        [.. Range(' ', '\u02FF'), '\n', '\t', .. Range('\u0400', '\u045F'), .. Range('\u1E00', '\u1EFF'), .. Range('\u2010', '\u205E'), .. Range('\u20A0', '\u20BF'), .. Range('\u2190', '\u22FF'), .. Range('\u2500', '\u27BF'), .. Range('\u4E00', '\u9FFF'), .. Range('\uAC00', '\uD7A3')]);
    private static readonly CharacterSet VietnameseLetters = new([.. Range('\u1EA0', '\u1EF9'), 'ă', 'Ă', 'đ', 'Đ', 'ơ', 'Ơ', 'ư', 'Ư']);

    /// <summary>The text of <paramref name="bytes"/>, or null where they are no text in a charset that we know.</summary>
    public static RepairedText? Read(ReadOnlySpan<byte> bytes)
    {
        if (Charsets.Recognise(bytes) is not { } charset) return null;
        var text = Charsets.Decode(bytes, charset);
        return Repair(text, charset);
    }

    /// <summary>The repaired form of a text that was decoded already.</summary>
    public static RepairedText Repair(MappedText text, Charset charset)
    {
        var repairs = new SortedSet<string>(StringComparer.Ordinal);
        if (charset != Charset.Utf8) repairs.Add("charset");
        if (MojibakeSigns.FirstIn(text.Text) >= 0 && Mojibake.Undo(text) is { } undone)
        {
            text = undone;
            repairs.Add("mojibake");
        }
        if (MayBeFontEncoded(text.Text) && LegacyFonts.Undo(text) is { } font)
        {
            text = font.Text;
            charset = font.Charset;
            repairs.Add("charset");
        }
        if (Suspects.FirstIn(text.Text) >= 0) text = Characters(text, repairs);
        if (!IsNormal(text.Text)) text = Compose(text);
        return new RepairedText(text.Text, text.Map, charset, [.. repairs]);
    }

    /// <summary>Letters and combining marks as one letter, marks in whatever order they were typed.</summary>
    public static string Composed(string cluster)
    {
        var parts = cluster.Normalize(NormalizationForm.FormD).ToCharArray();
        // Stable insertion: vowel marks (circumflex, breve, horn) before tones, as NFC composes only in that order.
        for (var i = 1; i < parts.Length; i++)
            for (var k = i; k > 1 && IsVowelMark(parts[k]) && IsTone(parts[k - 1]); k--)
                (parts[k], parts[k - 1]) = (parts[k - 1], parts[k]);
        return new string(parts).Normalize(NormalizationForm.FormC);
    }

    /// <summary>The text in NFC, cluster by cluster.</summary>
    internal static MappedText Compose(MappedText source)
    {
        if (IsNormal(source.Text)) return source;
        var builder = new MappedTextBuilder(source);
        var text = source.Text;
        var copied = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] < '\u0300' && (i + 1 == text.Length || text[i + 1] < '\u0300') ? 1 : StringInfo.GetNextTextElementLength(text, i);
            var cluster = text.AsSpan(i, length);
            if (length > 1 || text[i] > '\u0300')
            {
                var before = cluster.ToString();
                var after = char.IsSurrogate(before[0]) && length == 1 ? "\uFFFD" : WellFormed(before) ? Composed(before) : before;
                if (!string.Equals(before, after, StringComparison.Ordinal))
                {
                    builder.Copy(copied, i - copied);
                    builder.Put(after, i, length);
                    copied = i + length;
                }
            }
            i += length;
        }
        builder.Copy(copied, text.Length - copied);
        return builder.Build();
    }

    private static MappedText Characters(MappedText source, SortedSet<string> repairs)
    {
        var builder = new MappedTextBuilder(source);
        var text = source.Text;
        var vietnamese = VietnameseLetters.FirstIn(text) >= 0;
        var lineFeeds = text.Contains('\n');
        var copied = 0;
        for (var i = 0; ;)
        {
            var step = Suspects.FirstIn(text.AsSpan(i));
            if (step < 0) break;
            i += step;
            var fix = CharacterRepairs.At(text, i, vietnamese, lineFeeds);
            // A mark on a letter that was itself repaired is left to the last step, which composes what is not yet in NFC.
            if (fix.Name is null || fix.Before > 0 && i - fix.Before < copied)
            {
                i += fix.Length;
                continue;
            }
            repairs.Add(fix.Name);
            builder.Copy(copied, i - fix.Before - copied);
            builder.Put(fix.Text, i - fix.Before, fix.Before + fix.Length);
            i += fix.Length;
            copied = i;
        }
        builder.Copy(copied, text.Length - copied);
        return builder.Build();
    }

    private static bool IsVowelMark(char c) => c is '\u0302' or '\u0306' or '\u031B';

    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    // Asking for the normal form is dear; letters that are in it whatever stands beside them need not be asked about.
    private static bool IsNormal(string text) => Stable.FirstOtherIn(text) < 0 || WellFormed(text) && text.IsNormalized(NormalizationForm.FormC);

    // Normalisation throws on half a surrogate pair, and on the turned byte order mark.
    private static bool WellFormed(string text)
    {
        var span = text.AsSpan();
        if (span.Contains('\uFFFE')) return false;
        while (true)
        {
            var at = span.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0) return true;
            if (!char.IsHighSurrogate(span[at]) || at + 1 == span.Length || !char.IsLowSurrogate(span[at + 1])) return false;
            span = span[(at + 2)..];
        }
    }

    private static bool MayBeFontEncoded(string text)
    {
        var head = text.AsSpan(0, Math.Min(4096, text.Length));
        if (head.IndexOfAnyInRange('\u1EA0', '\u1EF9') >= 0) return false;
        var western = 0;
        foreach (var c in head)
            if (c is >= '\u00A1' and <= '\u00FF')
                western++;
        return western * 12 > head.Length;
    }

    private static char[] SuspectCharacters() =>
    [
        .. Range('\0', '\b'), .. Range('\u000B', '\u001F'), .. Range('\u007F', '\u00A0'), '\u00AD', 'Ð', 'ð', '\u0189', 'ǎ', 'Ǎ', .. Range('\u0300', '\u036F'),
        .. CharacterRepairs.LookAlikes, '\u1680', '\u180E', .. Range('\u2000', '\u200F'), .. Range('\u2028', '\u202F'), .. Range('\u205F', '\u206F'),
        .. Range('\u2600', '\u27BF'), .. Range('\u2B00', '\u2BFF'), '\u3000', .. Range('\uD800', '\uDFFF'), .. Range('\uFB00', '\uFB06'), '\uFE0F', '\uFEFF', .. Range('\uFF01', '\uFF5E'), '\uFFFE', '\uFFFF',
    ];

    private static IEnumerable<char> Range(char first, char last)
    {
        for (int c = first; c <= last; c++) yield return (char)c;
    }
}
