// A table of text for the screen: columns as wide as they must be, cells wrapped at spaces, nothing but plain characters.
using System.Globalization;
using System.Text;

namespace Servanda.Output;

/// <summary>Rows of cells under a heading. A table never gets wider than it is told, in columns of the terminal; what does not fit goes on the next line of its cell.</summary>
public sealed class Table(params IReadOnlyList<string> headings)
{
    private const int Gap = 2;

    /// <summary>No column is made narrower than this, in columns of the terminal.</summary>
    private const int Least = 6;

    private readonly List<IReadOnlyList<string>> rows = [];

    public void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count != headings.Count) throw new ArgumentException($"The row has {cells.Count} cells and the table {headings.Count} columns.", nameof(cells));
        rows.Add(cells);
    }

    public void Write(TextWriter writer, int width)
    {
        var widths = Widths(width);
        WriteRow(writer, headings, widths);
        writer.WriteLine(string.Join(new string(' ', Gap), widths.Select(one => new string('─', one))));
        foreach (var row in rows) WriteRow(writer, row, widths);
    }

    private int[] Widths(int width)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column]).Append(heading).SelectMany(cell => cell.Split('\n')).Max(Columns)).ToArray();
        var room = width - Gap * (widths.Length - 1);
        while (widths.Sum() > room)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Least) break;
            widths[widest]--;
        }
        return widths;
    }

    private static void WriteRow(TextWriter writer, IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, widths[column]).ToList()).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var text = new StringBuilder();
            for (var column = 0; column < wrapped.Count; column++)
            {
                var part = line < wrapped[column].Count ? wrapped[column][line] : "";
                text.Append(part).Append(' ', widths[column] - Columns(part) + (column == wrapped.Count - 1 ? 0 : Gap));
            }
            writer.WriteLine(text.ToString().TrimEnd());
        }
    }

    /// <summary>The text in lines of at most <paramref name="width"/> columns, broken at spaces; a word that is longer is cut, after a slash where it has one.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            var used = 0;
            foreach (var word in paragraph.Split(' '))
            {
                var rest = word;
                if (used > 0 && used + 1 + Columns(rest) > width)
                {
                    yield return line.ToString();
                    line.Clear();
                    used = 0;
                }
                while (Columns(rest) > width)
                {
                    var head = Head(rest, width);
                    yield return head;
                    rest = rest[head.Length..];
                }
                if (used > 0) line.Append(' ');
                line.Append(rest);
                used = Columns(line.ToString());
            }
            yield return line.ToString();
        }
    }

    /// <summary>How many columns of a terminal a text takes: combining marks none, East Asian wide letters two.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
                _ => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF ? 2 : 1,
            };
        return columns;
    }

    private static string Head(string word, int width)
    {
        var taken = 0;
        var columns = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            columns += Columns(rune.ToString());
            if (columns > width && taken > 0) break;
            taken += rune.Utf16SequenceLength;
        }
        var slash = word.LastIndexOf('/', taken - 1);
        return slash >= taken / 2 ? word[..(slash + 1)] : word[..taken];
    }
}
