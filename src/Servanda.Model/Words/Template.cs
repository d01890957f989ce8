// A template of the message catalogue, cut into plain text and places for arguments.
using System.Globalization;

namespace Servanda.Model;

/// <summary>A stretch of a template: plain text where <paramref name="Argument"/> is null, else the place of that argument (from 0) and what it is.</summary>
public readonly record struct TemplatePart(string Text, int? Argument, string Kind, string Detail)
{
    /// <summary>The parts of a template, in order; false with what is wrong where it cannot be cut.</summary>
    public static bool TryCut(string template, out IReadOnlyList<TemplatePart> parts, out string fault)
    {
        var all = new List<TemplatePart>();
        parts = all;
        fault = "";
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) open = template.Length;
            if (open > at) all.Add(new(template[at..open], null, "", ""));
            if (open == template.Length) break;
            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                fault = "an opening brace that nothing closes";
                return false;
            }
            var inner = template[(open + 1)..close].Split(':', 3);
            if (!int.TryParse(inner[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                fault = $"'{{{string.Join(':', inner)}}}'";
                return false;
            }
            all.Add(new("", number, inner.Length > 1 ? inner[1] : "", inner.Length > 2 ? inner[2] : ""));
            at = close + 1;
        }
        return true;
    }

    public static IReadOnlyList<string> Kinds { get; } = ["", "actor", "agreement", "act", "date", "when", "number", "unit", "word", "plural"];
}
