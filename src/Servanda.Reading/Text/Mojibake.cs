// UTF-8 that was read as windows-1252 and written as UTF-8 again ("Hiá»‡p Æ°á»›c").
using System.Text;

namespace Servanda.Reading.Text;

internal static class Mojibake
{
    private const int FewestSigns = 3;

    /// <summary>The text with every such stretch undone, or null where there are too few to be sure.</summary>
    public static MappedText? Undo(MappedText source)
    {
        var builder = new MappedTextBuilder(source);
        var text = source.Text;
        int copied = 0, undone = 0, left = 0;
        Span<byte> bytes = stackalloc byte[4];
        Span<char> chars = stackalloc char[2];
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < 0x80)
            {
                i++;
                continue;
            }
            var length = SequenceAt(text, i, bytes);
            if (length == 0 || Rune.DecodeFromUtf8(bytes[..length], out var rune, out var consumed) != System.Buffers.OperationStatus.Done || consumed != length)
            {
                if (text[i] <= '\u00FF') left++;
                i++;
                continue;
            }
            builder.Copy(copied, i - copied);
            builder.Put(chars[..rune.EncodeToUtf16(chars)], i, length);
            undone++;
            i += length;
            copied = i;
        }
        if (undone < FewestSigns || undone < 4 * left) return null;
        builder.Copy(copied, text.Length - copied);
        return builder.Build();
    }

    // The bytes that the characters from i on would be in windows-1252, as many as their first one announces; 0 where they are no UTF-8.
    private static int SequenceAt(string text, int i, Span<byte> bytes)
    {
        var first = LegacyCharsets.Windows1252Byte(text[i]);
        var length = first switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || i + length > text.Length) return 0;
        bytes[0] = (byte)first;
        for (var k = 1; k < length; k++)
        {
            // A repaired NBSP is the byte A0 again.
            var next = text[i + k] == ' ' ? 0xA0 : LegacyCharsets.Windows1252Byte(text[i + k]);
            if (next is < 0x80 or > 0xBF) return 0;
            bytes[k] = (byte)next;
        }
        return length;
    }
}
