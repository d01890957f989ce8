// The days that one point of a date expression means on one told day.
using NodaTime;
using Period = Servanda.Model.DateExpressions.Period;

namespace Servanda.Model;

internal static class DatePoints
{
    /// <summary>How many days ahead a date without its year may lie before it is read as past; see <see cref="Ahead"/>.</summary>
    private const int AheadPlanned = 130, AheadPlannedMonth = 270, AheadBound = 75, AheadBare = 60, AheadBareMonth = 31;

    /// <summary>The days meant; null where told day or anchor is needed and missing, or there is no such day.</summary>
    public static Period? At(DatePoint point, LocalDate? told, Tense tense, DateBound bound, Edtf? anchor)
    {
        if (point.Lunar) return null;
        if (point.Stretch is { } stretch) return told is { } now ? Stretch(now, stretch) : null;
        if (point.Offset is { } offset)
        {
            if (offset.Base == DateBase.Told) return told is { } day ? Shifted(point, offset, new(day, day)) : null;
            return anchor is { Earliest: { } first, Latest: { } last } ? Shifted(point, offset, new(first, last)) : null;
        }
        if (point.Century is { } century) return Century(century, point.Part);
        if (point.Decade is { } decade) return Decade(decade, point.Part);
        if (point.Year is { } year) return InYear(point, year);
        return told is { } t ? Choose(Candidates(point, t), t, point, tense, bound) : null;
    }

    /// <summary>The end of a range: where its words leave the year or month open, the first that does not lie before the start.</summary>
    public static Period? EndAfter(DatePoint end, Period start, LocalDate? told, DateContext context)
    {
        if (end.Offset is not null || end.Stretch is not null || end.Year is not null || end.Decade is not null || end.Century is not null)
            return At(end, told, context.Tense, DateBound.Until, context.Anchor);
        foreach (var candidate in Candidates(end, start.First))
            if (candidate.Last >= start.First) return candidate;
        return null;
    }

    public static LocalDate Add(LocalDate day, DateUnit unit, int count) => unit switch
    {
        DateUnit.Minute or DateUnit.Hour => day,
        DateUnit.Day => day.PlusDays(count),
        DateUnit.Week => day.PlusWeeks(count),
        DateUnit.Month => day.PlusMonths(count),
        DateUnit.Quarter => day.PlusMonths(3 * count),
        DateUnit.Year => day.PlusYears(Clamp(day, count)),
        DateUnit.Decade => day.PlusYears(Clamp(day, 10 * count)),
        DateUnit.Century => day.PlusYears(Clamp(day, 100 * count)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "a unit of DateUnit"),
    };

    private static int Clamp(LocalDate day, int years) => Math.Clamp(day.Year + years, 1, 9998) - day.Year;

    private static Period Stretch(LocalDate told, DateStretch stretch)
    {
        var count = stretch.Count ?? stretch.Unit switch { DateUnit.Day => 10, DateUnit.Week => 4, DateUnit.Month => 6, _ => 5 };
        return stretch.Forward ? new(told, Add(told, stretch.Unit, count)) : new(Add(told, stretch.Unit, -count), told);
    }

    private static Period? Shifted(DatePoint point, DateOffset offset, Period from)
    {
        var (first, last) = (Add(from.First, offset.Unit, offset.Count), Add(from.Last, offset.Unit, offset.Count));
        if (point.Exact) return new(first, last);
        switch (offset.Unit)
        {
            case DateUnit.Minute or DateUnit.Hour: return new(first, last);
            case DateUnit.Day: return point is { Month: { } m, Day: { } d } ? Nearest(m, d, first) : new(first, last);
            case DateUnit.Week when offset.Counted: return new(first.PlusDays(-3), last.PlusDays(3));
            case DateUnit.Week:
                var monday = Monday(first);
                if (point.Weekday is { } weekday) return Day(monday.PlusDays(weekday - 1));
                return point.Part is { } part ? InWeek(monday, part) : new(monday, Monday(last).PlusDays(6));
            case DateUnit.Month:
                if (point.Day is not null || point.Part is not null) return InMonth(point, first.Year, first.Month);
                return new(new(first.Year, first.Month, 1), last.With(DateAdjusters.EndOfMonth));
            case DateUnit.Quarter: return new(Quarter(first.Year, (first.Month + 2) / 3).First, Quarter(last.Year, (last.Month + 2) / 3).Last);
            case DateUnit.Year:
                if (first.Year == last.Year || point.Month is not null || point.Part is not null) return InYear(point, first.Year);
                return new(new(first.Year, 1, 1), new(last.Year, 12, 31));
            case DateUnit.Decade when offset.Counted: return new(new(first.Year - 5, 1, 1), new(last.Year + 5, 12, 31));
            case DateUnit.Decade: return Decade(first.Year / 10 * 10, point.Part);
            case DateUnit.Century: return Century((first.Year + 99) / 100, point.Part);
            default: throw new ArgumentOutOfRangeException(nameof(offset), offset.Unit, "a unit of DateUnit");
        }
    }

    /// <summary>What a point without its year, or a day without its month, can mean around a day, in order.</summary>
    private static IEnumerable<Period> Candidates(DatePoint point, LocalDate around)
    {
        if (point is { Month: null, Quarter: null, Season: null, Feast: null, Day: not null })
        {
            for (var step = -3; step <= 3; step++)
            {
                var month = around.PlusMonths(step);
                if (InMonth(point, month.Year, month.Month) is { } days) yield return days;
            }
            yield break;
        }
        if (point is { Month: null, Quarter: null, Season: null, Feast: null, Weekday: { } weekday })
        {
            for (var step = -1; step <= 1; step++) yield return Day(Monday(around).PlusWeeks(step).PlusDays(weekday - 1));
            yield break;
        }
        var leap = point is { Month: 2, Day: 29 };
        for (var year = around.Year - (leap ? 8 : 1); year <= around.Year + (leap ? 8 : 1); year++)
            if (year is > 1 and < 9999 && InYear(point, year) is { } days) yield return days;
    }

    private static Period? Choose(IEnumerable<Period> candidates, LocalDate told, DatePoint point, Tense tense, DateBound bound)
    {
        var all = candidates.ToList();
        if (point is { Weekday: { } weekday, Day: not null } && all.Where(c => (int)c.First.DayOfWeek == weekday).ToList() is { Count: > 0 } fitting) all = fitting;
        Period? past = null, now = null, next = null;
        foreach (var candidate in all)
        {
            if (candidate.Last < told) past = candidate;
            else if (candidate.Holds(told)) now = candidate;
            else next ??= candidate;
        }
        if (point.Lean == Lean.Past) return now ?? past;
        if (point.Lean == Lean.Future) return point.Season is null ? next ?? now : now ?? next;
        var planned = tense == Tense.Future;
        if (now is not null && !(planned && point is { Weekday: not null, Day: null })) return now;
        if (next is { } ahead && (NodaTime.Period.DaysBetween(told, ahead.First) <= Ahead(point, tense, bound) || past is null)) return next;
        return past ?? now;
    }

    private static int Ahead(DatePoint point, Tense tense, DateBound bound)
    {
        var open = bound is DateBound.From or DateBound.Until or DateBound.By or DateBound.Before;
        if (point is { Month: null, Weekday: not null }) return tense == Tense.Future || open && tense == Tense.Unknown ? 7 : 0;
        return tense switch
        {
            Tense.Past => 0,
            Tense.Future => point.Day is null ? AheadPlannedMonth : AheadPlanned,
            _ when open => AheadBound,
            _ => point switch { { Day: null } => AheadBareMonth, { Month: null } => 0, _ => AheadBare },
        };
    }

    private static Period? InYear(DatePoint point, int year)
    {
        if (year is < 2 or > 9998) return null;
        if (point.Feast is { } feast) return feast == "tet" ? new(new(year, 1, 21), new(year, 2, 20)) : null;
        if (point.Month is { } month) return InMonth(point, year, month);
        if (point.Day is not null) return null;
        if (point.Quarter is { } quarter) return Quarter(year, quarter);
        if (point.Season is { } season)
        {
            var start = new LocalDate(year, 3, 1).PlusMonths(3 * (int)season);
            return new(start, start.PlusMonths(2).With(DateAdjusters.EndOfMonth));
        }
        var (first, last) = point.Part switch
        {
            DatePart.Early => (1, 3),
            DatePart.Mid => (5, 8),
            DatePart.Late => (10, 12),
            DatePart.FirstHalf => (1, 6),
            DatePart.SecondHalf => (7, 12),
            _ => (1, 12),
        };
        return new(new(year, first, 1), new LocalDate(year, last, 1).With(DateAdjusters.EndOfMonth));
    }

    private static Period? InMonth(DatePoint point, int year, int month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (point.Day is { } day) return day <= length ? Day(new(year, month, day)) : null;
        var (first, last) = point.Part switch
        {
            DatePart.Early => (1, 10),
            DatePart.Mid => (11, 20),
            DatePart.Late => (21, length),
            DatePart.FirstHalf => (1, 15),
            DatePart.SecondHalf => (16, length),
            _ => (1, length),
        };
        return new(new(year, month, first), new(year, month, last));
    }

    private static Period InWeek(LocalDate monday, DatePart part) => part switch
    {
        DatePart.Early => new(monday, monday.PlusDays(1)),
        DatePart.Mid => new(monday.PlusDays(2), monday.PlusDays(3)),
        DatePart.Late => new(monday.PlusDays(4), monday.PlusDays(6)),
        DatePart.Weekend => new(monday.PlusDays(5), monday.PlusDays(6)),
        DatePart.FirstHalf => new(monday, monday.PlusDays(3)),
        DatePart.SecondHalf => new(monday.PlusDays(3), monday.PlusDays(6)),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "a part of DatePart"),
    };

    private static Period Quarter(int year, int quarter) =>
        new(new(year, 3 * quarter - 2, 1), new LocalDate(year, 3 * quarter, 1).With(DateAdjusters.EndOfMonth));

    private static Period Decade(int first, DatePart? part)
    {
        var (from, to) = part switch { DatePart.Early => (0, 3), DatePart.Mid => (3, 6), DatePart.Late => (7, 9), DatePart.FirstHalf => (0, 4), DatePart.SecondHalf => (5, 9), _ => (0, 9) };
        return new(new(first + from, 1, 1), new(first + to, 12, 31));
    }

    private static Period Century(int century, DatePart? part)
    {
        var (from, to) = part switch { DatePart.Early => (1, 30), DatePart.Mid => (31, 70), DatePart.Late => (71, 100), DatePart.FirstHalf => (1, 50), DatePart.SecondHalf => (51, 100), _ => (1, 100) };
        return new(new(100 * century - 100 + from, 1, 1), new(100 * century - 100 + to, 12, 31));
    }

    private static Period? Nearest(int month, int day, LocalDate to)
    {
        Period? best = null;
        for (var year = to.Year - 1; year <= to.Year + 1; year++)
        {
            if (day > CalendarSystem.Iso.GetDaysInMonth(year, month)) continue;
            var candidate = new LocalDate(year, month, day);
            if (best is null || Distance(candidate, to) < Distance(best.Value.First, to)) best = Day(candidate);
        }
        return best;
    }

    private static int Distance(LocalDate a, LocalDate b) => Math.Abs(NodaTime.Period.DaysBetween(a, b));

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static Period Day(LocalDate day) => new(day, day);
}
