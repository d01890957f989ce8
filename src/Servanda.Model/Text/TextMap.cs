// The way back from a repaired text to the page's own bytes.
namespace Servanda.Model;

/// <summary>
/// One run of a repaired text. From <see cref="Text"/> on, each UTF-16 unit stands for <see cref="Width"/> bytes of the page,
/// the first of them at <see cref="Byte"/>; width 0 means that the whole run stands for the same place (a repaired or inserted stretch).
/// </summary>
public readonly record struct TextRun(int Text, long Byte, byte Width);

/// <summary>A run-length map from positions of a repaired text to byte offsets of the page it came from. Runs are in order and cover the text from 0.</summary>
public sealed record TextMap(IReadOnlyList<TextRun> Runs)
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
        return run.Byte + (long)(position - run.Text) * run.Width;
    }
}
