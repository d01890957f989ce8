// Vietnamese that was typed for the fonts of TCVN3 and VNI and came down to us as if it were Western European.
using Servanda.Model;

namespace Servanda.Reading.Text;

/// <summary>Undoes font encodings in a text of windows-1252 characters, and says how Vietnamese a text is.</summary>
internal static class LegacyFonts
{
    private const int Sample = 4096;
    private const int FewestWords = 12;

    /// <summary>Of the words with a letter outside ASCII, the share that are Vietnamese syllables; 0 where there are too few to tell.</summary>
    public static double VietnameseShare(ReadOnlySpan<char> text)
    {
        int words = 0, good = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            var accented = false;
            while (i < text.Length && IsWord(text[i]))
            {
                accented |= text[i] >= 0x80;
                i++;
            }
            if (!accented) continue;
            words++;
            if (Syllables.IsSyllable(text[start..i].Trim("“”‘’–—…«»"))) good++;
        }
        return words < FewestWords ? 0 : (double)good / words;
    }

    // In a wrong charset letters come out as any sign.
    private static bool IsWord(char c) => c < 0x80 ? char.IsAsciiLetter(c) : !char.IsWhiteSpace(c);

    /// <summary>The text with its font encoding undone, or null where it is in none. For texts already decoded as Unicode.</summary>
    public static (MappedText Text, Charset Charset)? Undo(MappedText source)
    {
        var head = source.Text.AsSpan(0, Math.Min(Sample, source.Text.Length));
        if (VietnameseShare(head) > 0.5) return null;
        var part = new MappedText(head.ToString(), TextMap.Identity);
        var asTcvn = VietnameseShare(Tcvn3(part).Text);
        var asVni = VietnameseShare(Vni(part).Text);
        if (Math.Max(asTcvn, asVni) <= 0.7) return null;
        return asTcvn >= asVni ? (Tcvn3(source), Charset.Tcvn3) : (Vni(source), Charset.Vni);
    }

    public static MappedText Tcvn3(MappedText source)
    {
        var builder = new MappedTextBuilder(source);
        var text = source.Text;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            var b = LegacyCharsets.Windows1252Byte(text[i]);
            if (b < 0 || LegacyCharsets.Tcvn3[b] == text[i]) continue;
            builder.Copy(copied, i - copied);
            builder.Put(LegacyCharsets.Tcvn3[b], i, 1);
            copied = i + 1;
        }
        builder.Copy(copied, text.Length - copied);
        return builder.Build();
    }

    public static MappedText Vni(MappedText source)
    {
        var builder = new MappedTextBuilder(source);
        var text = source.Text;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var own = Own(text[i]);
            var mark = i + 1 < text.Length && "aeouyAEOUYơƠưƯ".Contains(own) ? Mark(text[i + 1]) : "";
            if (own == text[i] && mark.Length == 0) continue;
            builder.Copy(copied, i - copied);
            var length = mark.Length == 0 ? 1 : 2;
            if (mark.Length == 0) builder.Put(own, i, 1);
            else builder.Put(TextRepair.Composed(own + mark), i, 2);
            copied = i + length;
            i = copied - 1;
        }
        builder.Copy(copied, text.Length - copied);
        return builder.Build();
    }

    private static char Own(char c)
    {
        if (c < 0x80) return c;
        var b = LegacyCharsets.Windows1252Byte(c);
        return b < 0 ? c : LegacyCharsets.Vni[b];
    }

    private static string Mark(char c)
    {
        if (c < 0x80) return "";
        var b = LegacyCharsets.Windows1252Byte(c);
        return b < 0 ? "" : LegacyCharsets.VniMark((byte)b);
    }
}
