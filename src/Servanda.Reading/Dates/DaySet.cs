// A set of days as stretches, for constraints that come back every year.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Days from 1945 to 2049 as stretches in order, both ends included; counted from 1 January 1945.</summary>
internal sealed record DaySet(IReadOnlyList<(int First, int Last)> Stretches)
{
    public const int FirstYear = 1945, LastYear = 2049;

    private static readonly LocalDate Origin = new(FirstYear, 1, 1);

    public static int End { get; } = Number(new(LastYear, 12, 31));

    public static int Number(LocalDate day) => Period.DaysBetween(Origin, day);

    public static LocalDate Day(int number) => Origin.PlusDays(number);

    /// <summary>From one day to another; a null end is open.</summary>
    public static DaySet Between(LocalDate? first, LocalDate? last) => Of([(first is { } f ? Number(f) : 0, last is { } l ? Number(l) : End)]);

    /// <summary>The days from <paramref name="before"/> days before to <paramref name="after"/> days after a day and month, in every year in which <paramref name="fits"/>.</summary>
    public static DaySet Yearly(int month, int day, int before, int after, Func<LocalDate, bool>? fits = null)
    {
        var all = new List<(int, int)>();
        for (var year = FirstYear; year <= LastYear; year++)
        {
            if (day > CalendarSystem.Iso.GetDaysInMonth(year, month)) continue;
            var date = new LocalDate(year, month, day);
            if (fits is null || fits(date)) all.Add((Number(date) - before, Number(date) + after));
        }
        return Of(all);
    }

    /// <summary>Stretches cut to the years covered, put in order, and joined where they meet.</summary>
    public static DaySet Of(IEnumerable<(int First, int Last)> stretches)
    {
        var all = new List<(int First, int Last)>();
        foreach (var stretch in InOrder([.. stretches.Select(s => (First: Math.Max(0, s.First), Last: Math.Min(End, s.Last))).Where(s => s.First <= s.Last)]))
        {
            if (all.Count > 0 && stretch.First <= all[^1].Last + 1) all[^1] = (all[^1].First, Math.Max(all[^1].Last, stretch.Last));
            else all.Add(stretch);
        }
        return new(all);
    }

    /// <summary>Sorts only what is not in order: what comes back every year is made so.</summary>
    private static List<(int First, int Last)> InOrder(List<(int First, int Last)> stretches)
    {
        for (var i = 1; i < stretches.Count; i++)
            if (stretches[i].First <= stretches[i - 1].First)
            {
                stretches.Sort();
                break;
            }
        return stretches;
    }

    /// <summary>Whether a day is in both. Both are in order, so that one walk through them tells.</summary>
    public bool Meets(DaySet other)
    {
        for (int here = 0, there = 0; here < Stretches.Count && there < other.Stretches.Count;)
        {
            var (a, b) = (Stretches[here], other.Stretches[there]);
            if (a.First <= b.Last && b.First <= a.Last) return true;
            if (a.Last < b.First) here++;
            else there++;
        }
        return false;
    }

    /// <summary>The stretch that meets another set, or else the one nearest to it; null for an empty set.</summary>
    public (int First, int Last)? Near(DaySet other)
    {
        if (Stretches.Count == 0) return null;
        var (low, high) = other.Stretches.Count == 0 ? (0, End) : (other.Stretches[0].First, other.Stretches[^1].Last);
        return Stretches.MinBy(s => Math.Max(0, Math.Max(low - s.Last, s.First - high)));
    }

    public Edtf ToEdtf((int First, int Last) stretch) =>
        stretch is { First: 0, Last: var last } && last == End ? Edtf.Between(Origin, Day(End)) : Edtf.Between(stretch.First == 0 ? null : Day(stretch.First), stretch.Last == End ? null : Day(stretch.Last));
}
