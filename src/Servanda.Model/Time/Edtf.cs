// A date as stated, to the precision that it was stated with: Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1 as far as days.
using System.Globalization;
using NodaTime;

namespace Servanda.Model;

/// <summary>
/// An EDTF date or interval. <see cref="Text"/> round-trips to the letter; <see cref="Earliest"/> and <see cref="Latest"/> are the first and last day
/// it can mean, both included, and null where that end is open (<c>..</c>) or unknown (empty).
/// </summary>
public sealed record Edtf
{
    private Edtf(string text, LocalDate? earliest, LocalDate? latest, bool uncertain, bool approximate)
    {
        Text = text;
        Earliest = earliest;
        Latest = latest;
        Uncertain = uncertain;
        Approximate = approximate;
    }

    public string Text { get; }

    public LocalDate? Earliest { get; }

    public LocalDate? Latest { get; }

    /// <summary>Marked <c>?</c> or <c>%</c>: the source may be wrong.</summary>
    public bool Uncertain { get; }

    /// <summary>Marked <c>~</c> or <c>%</c>: about then.</summary>
    public bool Approximate { get; }

    public bool IsDay => Earliest is { } first && Latest == first;

    /// <summary>The days it can mean; null where an end is open.</summary>
    public int? Days => Earliest is { } first && Latest is { } last ? Period.DaysBetween(first, last) + 1 : null;

    public static Edtf Of(LocalDate day) => new(Iso(day), day, day, false, false);

    public static Edtf OfMonth(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"), first, first.With(DateAdjusters.EndOfMonth), false, false);
    }

    public static Edtf OfYear(int year) =>
        new(year.ToString("D4", CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31), false, false);

    /// <summary>Ten years from a year that ends in 0: <c>199X</c>.</summary>
    public static Edtf OfDecade(int firstYear) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{firstYear / 10:D3}X"), new(firstYear / 10 * 10, 1, 1), new(firstYear / 10 * 10 + 9, 12, 31), false, false);

    /// <summary>From first to last day, both included, in the shortest form that says just this: a year, a month, a day or an interval. A null end is open.</summary>
    public static Edtf Between(LocalDate? first, LocalDate? last)
    {
        if (first is { } a && last is { } b)
        {
            if (a > b) throw new ArgumentException($"An interval cannot end ({Iso(b)}) before it starts ({Iso(a)}).");
            if (a == b) return Of(a);
            if (a == new LocalDate(a.Year, 1, 1) && b == new LocalDate(a.Year, 12, 31)) return OfYear(a.Year);
            if (a.Day == 1 && b == a.With(DateAdjusters.EndOfMonth)) return OfMonth(a.Year, a.Month);
        }
        return new($"{(first is { } f ? Iso(f) : "..")}/{(last is { } l ? Iso(l) : "..")}", first, last, false, false);
    }

    /// <summary>The days that both can mean; null where they exclude each other.</summary>
    public Edtf? Meet(Edtf other)
    {
        var first = Later(Earliest, other.Earliest);
        var last = Sooner(Latest, other.Latest);
        if (first is { } a && last is { } b && a > b) return null;
        if (first == Earliest && last == Latest) return this;
        if (first == other.Earliest && last == other.Latest) return other;
        return Between(first, last);
    }

    public static Edtf Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date; allowed are 2020, 2020-11, 2020-11-22, 199X, an interval A/B with .. for an open end, and a closing ?, ~ or %.");

    public static bool TryParse(string? text, out Edtf date)
    {
        date = null!;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!TryPoint(text, out var first, out var last, out var uncertain, out var approximate)) return false;
            date = new(text, first, last, uncertain, approximate);
            return true;
        }
        if (!TryEnd(text[..slash], out var start, out var u1, out var a1) || !TryEnd(text[(slash + 1)..], out var end, out var u2, out var a2)) return false;
        if (start.First is { } s && end.Last is { } e && s > e) return false;
        if (start.First is null && end.Last is null) return false;
        date = new(text, start.First, end.Last, u1 || u2, a1 || a2);
        return true;
    }

    /// <summary>Whether this lies wholly before <paramref name="other"/>.</summary>
    public Truth Before(Edtf other)
    {
        if (Latest is { } last && other.Earliest is { } first && last < first) return Truth.Yes;
        if (Earliest is { } mine && other.Latest is { } theirs && mine >= theirs) return Truth.No;
        return Truth.Unknown;
    }

    /// <summary>Whether the day it means is <paramref name="day"/> or an earlier one.</summary>
    public Truth OnOrBefore(LocalDate day)
    {
        if (Latest is { } last && last <= day) return Truth.Yes;
        if (Earliest is { } first && first > day) return Truth.No;
        return Truth.Unknown;
    }

    /// <summary>Whether both can be the same day: no where they exclude each other, yes where both are that one day.</summary>
    public Truth Same(Edtf other)
    {
        if (Meet(other) is null) return Truth.No;
        return IsDay && other.IsDay ? Truth.Yes : Truth.Unknown;
    }

    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => Text;

    private static LocalDate? Later(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : LocalDate.Max(a.Value, b.Value);

    private static LocalDate? Sooner(LocalDate? a, LocalDate? b) => a is null ? b : b is null ? a : LocalDate.Min(a.Value, b.Value);

    private static bool TryEnd(string text, out (LocalDate? First, LocalDate? Last) days, out bool uncertain, out bool approximate)
    {
        days = default;
        uncertain = approximate = false;
        if (text is "" or "..") return true;
        if (!TryPoint(text, out var first, out var last, out uncertain, out approximate)) return false;
        days = (first, last);
        return true;
    }

    private static bool TryPoint(string text, out LocalDate first, out LocalDate last, out bool uncertain, out bool approximate)
    {
        first = last = default;
        uncertain = text.EndsWith('?') || text.EndsWith('%');
        approximate = text.EndsWith('~') || text.EndsWith('%');
        var body = uncertain || approximate ? text.AsSpan(0, text.Length - 1) : text.AsSpan();
        if (body.Length is not (4 or 7 or 10)) return false;
        if (body.Length >= 7 && body[4] != '-' || body.Length == 10 && body[7] != '-') return false;
        if (!TryYears(body[..4], out var firstYear, out var lastYear)) return false;
        if (body.Length == 4 || body[5..7] is "XX")
        {
            if (body.Length == 10 && body[8..] is not "XX") return false;
            (first, last) = (new(firstYear, 1, 1), new(lastYear, 12, 31));
            return true;
        }
        if (firstYear != lastYear || !TryDigits(body[5..7], out var month) || month is < 1 or > 12) return false;
        if (body.Length == 7 || body[8..] is "XX")
        {
            first = new(firstYear, month, 1);
            last = first.With(DateAdjusters.EndOfMonth);
            return true;
        }
        if (!TryDigits(body[8..], out var day) || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(firstYear, month)) return false;
        first = last = new(firstYear, month, day);
        return true;
    }

    private static bool TryYears(ReadOnlySpan<char> text, out int first, out int last)
    {
        first = last = 0;
        var unknown = false;
        foreach (var c in text)
        {
            if (c == 'X') unknown = true;
            else if (unknown || !char.IsAsciiDigit(c)) return false;
            first = first * 10 + (c == 'X' ? 0 : c - '0');
            last = last * 10 + (c == 'X' ? 9 : c - '0');
        }
        first = Math.Max(first, 1);
        return last >= 1;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
