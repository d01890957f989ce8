// What the words before and after a date may add to it, and to which dates.
using Servanda.Model;

namespace Servanda.Reading.Dates;

internal static class DateAdditions
{
    /// <summary>A date with what stands before it added; null where the two do not go together ("sáng tháng 10").</summary>
    /// <param name="additions">Fields such as <c>bound from time 07:13 weekday 4</c>.</param>
    public static DateForm? Before(string additions, DateForm form)
    {
        if (additions.IndexOf("bound", StringComparison.Ordinal) != additions.LastIndexOf("bound", StringComparison.Ordinal)) return null;
        if (!DateForm.TryParse($"{additions}{form}", out var whole)) return null;
        var added = DateForm.TryParse($"{additions}day 1", out var alone) ? alone : null;
        if (added is null) return null;
        var isDay = IsDay(form);
        if (added.Time is not null && (!isDay || form.Time is not null)) return null;
        if (added.Start!.Weekday is not null && form.Start is not { Day: not null, Weekday: null } and not { Offset.Unit: DateUnit.Day }) return null;
        if (added.Bound != DateBound.On && form.Bound != DateBound.On) return null;
        if (added.Bound is DateBound.Within or DateBound.For != form.IsDuration && added.Bound != DateBound.On && added.Bound is not (DateBound.Before or DateBound.After)) return null;
        return form.IsRange && whole.Bound == DateBound.From ? whole with { Bound = DateBound.On } : whole;
    }

    /// <summary>A date with what stands after it added; null where the two do not go together.</summary>
    public static DateForm? After(DateForm form, string addition)
    {
        if (form.IsDuration || (form.End ?? form.Start) is not { } point || !DateForm.TryParse($"{form} {addition}", out var whole)) return null;
        if (addition == "") return form;
        if (!DateForm.TryParse(addition, out var added) && !DateForm.TryParse($"{addition} day 1", out added)) return null;
        if (added.Time is not null && (!IsDay(form) || form.Time is not null)) return null;
        if (added.Start is { } more && !Fits(point, more, added.Time is not null)) return null;
        if (!whole.IsRange) return whole;
        return DateLists.Range(whole with { End = null }, new(DateBound.On, false, null, whole.End, null));
    }

    private static bool Fits(DatePoint point, DatePoint more, bool timed)
    {
        if (timed && more is { Day: 1, Month: null, Year: null, Weekday: null, Offset: null }) return true;
        var open = point is { Year: null, Offset: null, Lean: Lean.None, Stretch: null, Decade: null, Century: null };
        var ofYear = point is { Month: not null } or { Quarter: not null } or { Season: not null } or { Feast: not null };
        if (more.Offset is { } offset)
            return open && offset.Unit switch
            {
                DateUnit.Year => ofYear,
                DateUnit.Month => point is { Day: not null, Month: null },
                DateUnit.Week => point is { Weekday: not null, Day: null, Month: null },
                _ => false,
            };
        if (more.Lean != Lean.None) return open && (ofYear || point is { Day: not null } or { Weekday: not null });
        if (more.Lunar) return point is { Day: not null } or { Month: not null };
        if (more is { Day: not null, Month: not null }) return point is { Day: null, Month: null, Year: null } and ({ Offset.Unit: DateUnit.Day } or { Weekday: not null, Offset: null or { Unit: DateUnit.Week } });
        if (more is { Year: not null }) return open && ofYear;
        return more.Weekday is not null && point is { Day: not null, Weekday: null };
    }

    private static bool IsDay(DateForm form) => form.Start is { Day: not null } or { Weekday: not null } or { Offset.Unit: DateUnit.Day, Stretch: null } or { Feast: not null };
}
