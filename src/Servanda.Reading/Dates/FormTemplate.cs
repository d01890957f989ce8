// What a rule's form becomes once its slots are filled.
using System.Globalization;
using System.Text;

namespace Servanda.Reading.Dates;

/// <summary>Fields parted by <c>;</c>. A field with an empty slot is left out; <c>{name=text}</c> gives a slot a text to stand in for it.</summary>
internal sealed class FormTemplate
{
    private readonly string[] fields;

    public FormTemplate(string form) => fields = form.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public string Fill(IReadOnlyList<Capture> captures)
    {
        var all = new StringBuilder();
        var field = new StringBuilder();
        foreach (var template in fields)
        {
            field.Clear();
            if (!Fill(template, captures, field)) continue;
            if (all.Length > 0) all.Append(' ');
            all.Append(field);
        }
        return all.ToString();
    }

    private static bool Fill(string template, IReadOnlyList<Capture> captures, StringBuilder into)
    {
        var at = 0;
        while (template.IndexOf('{', at) is var open and >= 0)
        {
            into.Append(template, at, open - at);
            var close = template.IndexOf('}', open);
            var slot = template[(open + 1)..close];
            var equals = slot.IndexOf('=');
            var instead = equals >= 0 ? slot[(equals + 1)..] : null;
            if (equals >= 0) slot = slot[..equals];
            if (Value(slot, captures) is { } value) into.Append(value);
            else if (instead is not null) into.Append(instead);
            else return false;
            at = close + 1;
        }
        into.Append(template, at, template.Length - at);
        return true;
    }

    private static string? Value(string slot, IReadOnlyList<Capture> captures)
    {
        foreach (var capture in captures)
        {
            if (capture.Slot != slot) continue;
            if (capture.Text is { } text) return text;
            return capture.Number.ToString(slot is "hour" or "minute" ? "00" : "0.####", CultureInfo.InvariantCulture);
        }
        return null;
    }
}
