// Days as numbers, for columns that are compared.
using NodaTime;

namespace Servanda.Store;

/// <summary>Days counted from 1970-01-01, which is 0.</summary>
internal static class Days
{
    private const int Epoch = 719_162;

    public static int? Of(LocalDate? day) => day is { } date ? date.ToDateOnly().DayNumber - Epoch : null;

    public static LocalDate? From(long? number) => number is { } days ? LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)days + Epoch)) : null;
}
