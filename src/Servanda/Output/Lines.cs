// Text for people, wrapped to the width of the screen, with indents.
namespace Servanda.Output;

internal sealed class Lines(TextWriter writer, int width)
{
    public void Write(string text = "", int indent = 0)
    {
        foreach (var line in Table.Wrap(text, width - indent)) writer.WriteLine((new string(' ', indent) + line).TrimEnd());
    }

    public void Item(string text, int indent)
    {
        var first = true;
        foreach (var line in Table.Wrap(text, width - indent - 2))
        {
            writer.WriteLine(new string(' ', indent) + (first ? "- " : "  ") + line);
            first = false;
        }
    }
}
