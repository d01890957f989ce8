// What a rule's form becomes once its slots are filled.
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Servanda.Reading.Dates;

/// <summary>Fields parted by <c>;</c>. A field with an empty slot is left out; <c>{name=text}</c> gives a slot a text to stand in for it. Taken apart once, since dates are on every page.</summary>
internal sealed class FormTemplate
{
    /// <summary>Letters, and the slot behind them; null at the end of a field.</summary>
    private readonly record struct Part(string Letters, string? Slot, string? Instead);

    private const int LongForm = 128;

    private readonly Part[][] fields;

    public FormTemplate(string form) => fields = [.. form.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(field => Parts(field).ToArray())];

    public string Fill(IReadOnlyList<Capture> captures)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[LongForm]);
        foreach (var field in fields)
        {
            if (!IsFilled(field, captures)) continue;
            if (text.Text.Length > 0) text.AppendLiteral(" ");
            foreach (var (letters, slot, instead) in field)
            {
                text.AppendLiteral(letters);
                if (slot is null) continue;
                if (Of(slot, captures) is not { } capture) text.AppendLiteral(instead!);
                else if (capture.Text is { } said) text.AppendLiteral(said);
                else text.AppendFormatted(capture.Number, slot is "hour" or "minute" ? "00" : "0.####");
            }
        }
        return text.ToStringAndClear();
    }

    private static IEnumerable<Part> Parts(string field)
    {
        var at = 0;
        while (field.IndexOf('{', at) is var open and >= 0)
        {
            var close = field.IndexOf('}', open);
            var slot = field[(open + 1)..close];
            var equals = slot.IndexOf('=');
            yield return equals < 0 ? new(field[at..open], slot, null) : new(field[at..open], slot[..equals], slot[(equals + 1)..]);
            at = close + 1;
        }
        yield return new(field[at..], null, null);
    }

    private static bool IsFilled(Part[] field, IReadOnlyList<Capture> captures)
    {
        foreach (var (_, slot, instead) in field)
            if (slot is not null && instead is null && Of(slot, captures) is null) return false;
        return true;
    }

    private static Capture? Of(string slot, IReadOnlyList<Capture> captures)
    {
        foreach (var capture in captures)
            if (capture.Slot == slot) return capture;
        return null;
    }
}
