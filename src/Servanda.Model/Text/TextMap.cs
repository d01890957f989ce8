// The way back from a repaired text to the page's own bytes.
using System.Text;

namespace Servanda.Model;

/// <summary>
/// One run of a repaired text. From <see cref="Text"/> on, each UTF-16 unit stands for <see cref="Width"/> bytes of the page,
/// the first of them at <see cref="Byte"/>; width 0 means that the whole run stands for the same place (a repaired or inserted
/// stretch), and <see cref="Utf8"/> that each unit stands for the bytes of its own UTF-8 form.
/// </summary>
public readonly record struct TextRun(int Text, long Byte, byte Width)
{
    /// <summary>The width of a run that was copied from UTF-8 as it is: an unrepaired UTF-8 page is one such run.</summary>
    public const byte Utf8 = 255;
}

/// <summary>
/// A run-length map from positions of a repaired text to byte offsets of the page it came from. Runs are in order and cover the text from 0.
/// <see cref="Text"/> is that text; it may be left out where no run has the width <see cref="TextRun.Utf8"/>.
/// </summary>
public sealed record TextMap(IReadOnlyList<TextRun> Runs, string? Text = null)
{
    public static TextMap Identity { get; } = new([new TextRun(0, 0, 1)]);

    /// <summary>The byte offset in the page of the unit at <paramref name="position"/>; 0 where the map has no run before it.</summary>
    public long ByteAt(int position)
    {
        int low = 0, high = Runs.Count - 1, found = -1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (Runs[middle].Text <= position)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        if (found < 0) return 0;
        var run = Runs[found];
        if (run.Width != TextRun.Utf8) return run.Byte + (long)(position - run.Text) * run.Width;
        var text = Text ?? throw new InvalidOperationException("this map has runs in UTF-8 and no text; allowed: runs of fixed width, or the text they stand for");
        return run.Byte + Encoding.UTF8.GetByteCount(text.AsSpan(run.Text, Math.Min(position, text.Length) - run.Text));
    }
}
