// Markup that was made safe: whatever is put into it as text is escaped, and there is no other way to put text into it.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Servanda.Web;

/// <summary>HTML. <c>Markup.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c> takes the literal parts as they are and escapes every value that is not itself markup.</summary>
internal readonly struct Markup
{
    private readonly string? text;

    private Markup(string text) => this.text = text;

    public static Markup Of(ref Handler handler) => new(handler.Written());

    /// <summary>A file of the program itself, taken as it is: never anything that comes from a page or a visitor.</summary>
    public static Markup Ours(string file) => new(file);

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.ToString())));

    public override string ToString() => text ?? "";

    /// <summary>As text between tags and in quoted attributes. What HTML does not allow as a character goes.</summary>
    private static void Escape(StringBuilder into, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': into.Append("&amp;"); break;
                case '<': into.Append("&lt;"); break;
                case '>': into.Append("&gt;"); break;
                case '"': into.Append("&quot;"); break;
                case '\'': into.Append("&#39;"); break;
                default:
                    if (c >= ' ' || c is '\n' or '\t') into.Append(c);
                    break;
            }
        }
    }

    [InterpolatedStringHandler]
    public ref struct Handler
    {
        private readonly StringBuilder into;

        public Handler(int literalLength, int formattedCount) => into = new(literalLength + formattedCount * 16);

        public readonly void AppendLiteral(string literal) => into.Append(literal);

        public readonly void AppendFormatted(Markup markup) => into.Append(markup.ToString());

        public readonly void AppendFormatted(IEnumerable<Markup> parts)
        {
            foreach (var part in parts) into.Append(part.ToString());
        }

        public readonly void AppendFormatted(string? text) => Escape(into, text ?? "");

        public readonly void AppendFormatted(int number) => into.Append(number.ToString(CultureInfo.InvariantCulture));

        public readonly string Written() => into.ToString();
    }
}
