// What the words of a date expression mean before it is known when they were said: a closed set of fields with one canonical text.
using System.Globalization;

namespace Servanda.Model;

public enum DateUnit { Minute, Hour, Day, Week, Month, Quarter, Year, Decade, Century }

/// <summary>A stretch of a longer period. Of a month: days 1–10, 11–20, 21–end. Of a year: January–March, May–August, October–December; its halves are six months each.
/// Of a week: Monday–Tuesday, Wednesday–Thursday, Friday–Sunday. Of a decade: years 0–3, 3–6, 7–9. Weekend is Saturday and Sunday.</summary>
public enum DatePart { Early, Mid, Late, FirstHalf, SecondHalf, Weekend }

/// <summary>Northern seasons by whole months: March–May, June–August, September–November, December–February of the next year.</summary>
public enum Season { Spring, Summer, Autumn, Winter }

/// <summary>How the date stands to what is dated: on it, from it on, until it, by it (it is the last day), before it, after it; within or for a duration.</summary>
public enum DateBound { On, From, Until, By, Before, After, Within, For }

/// <summary>Which way the words themselves point: "vừa qua", "tới".</summary>
public enum Lean { None, Past, Future }

/// <summary>What an offset is counted from: the told day, or the date of the event told before.</summary>
public enum DateBase { Told, Anchor }

/// <summary>An offset in units. Not counted: the calendar unit that many units on ("tuần trước" is a whole week, Monday to Sunday).
/// Counted: that many units from the very day, to the precision of the unit ("ba tuần trước": three weeks back, give or take three days).</summary>
public readonly record struct DateOffset(DateUnit Unit, int Count, DateBase Base, bool Counted);

/// <summary>A stretch that begins or ends at the told day: "ba tuần tới", "vài ngày qua". A null count: a few.</summary>
public readonly record struct DateStretch(DateUnit Unit, int? Count, bool Forward);

/// <summary>One point of a date expression; a field that is null was not said.</summary>
public sealed record DatePoint
{
    /// <summary>The n-th century: 20 is 1901 to 2000.</summary>
    public int? Century { get; init; }

    /// <summary>The first year of a decade.</summary>
    public int? Decade { get; init; }

    public int? Year { get; init; }

    public int? Quarter { get; init; }

    public Season? Season { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>1 is Monday, 7 Sunday.</summary>
    public int? Weekday { get; init; }

    public DatePart? Part { get; init; }

    public DateOffset? Offset { get; init; }

    /// <summary>Said of a counted offset: to the day ("đúng một năm sau").</summary>
    public bool Exact { get; init; }

    public DateStretch? Stretch { get; init; }

    public Lean Lean { get; init; }

    /// <summary>Said in the lunar calendar: recognised, never resolved to days.</summary>
    public bool Lunar { get; init; }

    /// <summary>A feast whose day is not fixed, by its id.</summary>
    public string? Feast { get; init; }

    public override string ToString() => DateFormText.Of(this);
}

/// <summary>The meaning of a date expression. <see cref="ToString"/> is canonical: <c>Parse</c> of it gives an equal form.</summary>
/// <param name="Bound">How it bounds what is dated.</param>
/// <param name="About">Said to be approximate.</param>
/// <param name="Time">A part of the day (dawn, morning, noon, afternoon, evening, night) or a clock time as <c>07:13</c>; null where none is said.</param>
/// <param name="Start">The point, or the first point of a range; null for a duration.</param>
/// <param name="End">The last point of a range, included.</param>
/// <param name="Length">A duration, in <paramref name="Unit"/>; null with a unit: a few.</param>
public sealed record DateForm(DateBound Bound, bool About, string? Time, DatePoint? Start, DatePoint? End, decimal? Length = null, DateUnit? Unit = null)
{
    public bool IsDuration => Unit is not null;

    public bool IsRange => End is not null;

    public static DateForm Parse(string text) =>
        TryParse(text, out var form) ? form : throw new FormatException($"'{text}' is no form of a date; allowed are fields such as 'day 18 month 10', in the order of DateForm.");

    public static bool TryParse(string? text, out DateForm form) => DateFormText.TryParse(text ?? "", out form);

    public override string ToString() => DateFormText.Of(this);

    /// <summary>How a word of a form is written: the enum's name in lower case, words joined by a hyphen.</summary>
    internal static string Word<T>(T value) where T : struct, Enum => FormWords<T>.Words[Array.IndexOf(FormWords<T>.Values, value)];
}

/// <summary>The words of one enum, made once: forms are written and read for every date of a page.</summary>
internal static class FormWords<T> where T : struct, Enum
{
    public static readonly T[] Values = Enum.GetValues<T>();

    public static readonly string[] Words = [.. Values.Select(value => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString(CultureInfo.InvariantCulture))))];
}
