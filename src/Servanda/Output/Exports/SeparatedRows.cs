// Rows of cells for spreadsheets and statistics: comma-separated as RFC 4180 has it, or separated by tabs.
using System.Text;

namespace Servanda.Output.Exports;

/// <summary>
/// Cells of <see cref="Text"/> come from pages and may be hostile: one that a spreadsheet would take for a formula gets an apostrophe before it, and control characters go. Codes and numbers
/// that we made ourselves are written as they are.
/// </summary>
internal sealed class SeparatedRows(TextWriter writer, char separator)
{
    private bool started;

    public static SeparatedRows Commas(TextWriter writer) => new(writer, ',');

    public static SeparatedRows Tabs(TextWriter writer) => new(writer, '\t');

    /// <summary>What stands in a page, as a cell that is text in every program.</summary>
    public static string Text(string? text)
    {
        if (text is null) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var c in text) clean.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        var said = clean.ToString();
        return said.TrimStart().FirstOrDefault() is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? "'" + said : said;
    }

    public static string Texts(IEnumerable<string> texts) => Text(string.Join("; ", texts));

    public void Cell(string? cell)
    {
        if (started) writer.Write(separator);
        started = true;
        if (cell is null) return;
        if (separator == '\t') writer.Write(cell.Replace('\t', ' '));
        else writer.Write(cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    public void Empty(int cells)
    {
        for (var i = 0; i < cells; i++) Cell(null);
    }

    public void Row(params IReadOnlyList<string?> cells)
    {
        foreach (var cell in cells) Cell(cell);
        End();
    }

    public void End()
    {
        writer.Write(separator == ',' ? "\r\n" : "\n");
        started = false;
    }
}
