// Dates that share what they do not repeat: "ngày 1 và 2/3", "từ 30/10 đến 2/11/2021".
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

internal static class DateLists
{
    /// <summary>A range of two points; null where they make none. The start takes month and year from the end where it has none of its own.</summary>
    public static DateForm? Range(DateForm first, DateForm last)
    {
        if (first.Start is not { } start || last.Start is not { } end || last.Bound != DateBound.On) return null;
        if (start is { Day: { } day, Month: null, Offset: null } && end is { Day: { } lastDay, Month: { } month })
        {
            var crosses = day > lastDay;
            if (crosses && month == 1 && end.Year is { } ending) start = start with { Month = 12, Year = ending - 1 };
            else start = start with { Month = crosses ? (month + 10) % 12 + 1 : month, Year = end.Year, Offset = end.Offset };
        }
        if (start is { Year: null, Offset: null, Month: { } opening } && end.Year is { } year && end.Month is { } closing)
            start = start with { Year = opening > closing || opening == closing && start.Day > end.Day ? year - 1 : year };
        if (start is { Year: null, Offset: null, Month: not null } && end is { Offset.Unit: DateUnit.Year, Month: not null }) start = start with { Offset = end.Offset };
        if (start is { Year: { } y1, Month: null } && end is { Year: { } y2, Month: null } && y1 > y2) return null;
        return first with { Bound = first.Bound == DateBound.From ? DateBound.On : first.Bound, Start = start, End = end };
    }

    /// <summary>In a list, a date without month or year takes that of its neighbour: first from the one after it, then a year from the one before it.
    /// A later day of the sentence that says "năm đó" is of that year too.</summary>
    public static void Inherit(List<DateFinder.Found> all, string text)
    {
        for (var i = all.Count - 2; i >= 0; i--)
            if (all[i + 1].Joined && all[i].Form is { Start: { } a, End: null } form && all[i + 1].Form is { Start: { } b } && FromNext(a, b) is { } whole)
                all[i] = all[i] with { Form = form with { Start = whole } };
        for (var i = 1; i < all.Count; i++)
            if (all[i].Joined && all[i].Form is { Start: { } b, End: null } form && all[i - 1].Form is { Start: { } a, End: null } && FromBefore(a, b) is { } whole)
                all[i] = all[i] with { Form = form with { Start = whole } };
        for (var i = 1; i < all.Count; i++)
            if (all[i - 1].Form is { Start: { Month: not null, Offset: { Base: DateBase.Anchor, Unit: DateUnit.Year } } a } && all[i].Form is { Start: { Month: not null, Year: null, Offset: null, Lean: Lean.None } b } form
                && (b.Month > a.Month || b.Month == a.Month && b.Day > a.Day) && text.AsSpan(all[i - 1].Span.End, all[i].Span.Start - all[i - 1].Span.End).IndexOfAny('.', '!', '?') < 0)
                all[i] = all[i] with { Form = form with { Start = b with { Offset = a.Offset } } };
    }

    /// <summary>Whether a lone number can go on the list that the date before it opened: "năm 2015 và 2018", "ngày 1, 2 và 3/5".</summary>
    public static bool Continues(DateForm? before, DateForm form, bool goesOn) => (before?.Start, form.Start) switch
    {
        ({ Year: not null, Month: null }, { Year: not null, Month: null, Day: null }) => true,
        ({ Day: not null, Month: null }, { Day: not null, Month: null }) => goesOn,
        ({ Day: not null }, { Day: not null, Month: not null }) => true,
        ({ Month: not null, Day: null }, { Month: not null, Day: null, Year: not null }) => true,
        _ => false,
    };

    /// <summary>Whether its days exist in the calendar; 29 February needs no year.</summary>
    public static bool Exists(DateForm form) => Exists(form.Start) && Exists(form.End)
        && !(form is { Start: { Day: { } first, Month: { } month }, End: { Day: { } last, Month: { } same } } && month == same && form.Start.Year == form.End.Year && first >= last);

    private static bool Exists(DatePoint? point) =>
        point is not { Day: { } day, Month: { } month } || day <= CalendarSystem.Iso.GetDaysInMonth(point.Year ?? 2000, month);

    private static DatePoint? FromNext(DatePoint a, DatePoint b)
    {
        if (a is { Day: not null, Month: null, Offset: null } && b is { Day: not null, Month: not null })
            return a with { Month = b.Month, Year = b.Year, Offset = b.Offset, Lean = b.Lean };
        if (a is { Month: not null, Year: null, Offset: null, Lean: Lean.None } && b.Month is not null && a.Day is null == b.Day is null
            && (a.Month < b.Month || a.Month == b.Month && a.Day < b.Day) && (b.Year is not null || b.Offset is { Unit: DateUnit.Year }))
            return a with { Year = b.Year, Offset = b.Offset };
        return null;
    }

    private static DatePoint? FromBefore(DatePoint a, DatePoint b) =>
        b is { Month: not null, Year: null, Offset: null, Lean: Lean.None } && a is { Month: not null, Year: not null } && a.Day is null == b.Day is null
            && (b.Month > a.Month || b.Month == a.Month && b.Day > a.Day) ? b with { Year = a.Year } : null;
}
