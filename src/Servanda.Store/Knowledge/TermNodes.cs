// The values that only agreements' files have: lengths of time and days of the calendar.
using System.Globalization;
using Servanda.Model;

namespace Servanda.Store;

internal static class TermNodes
{
    private const string Lengths = "a length such as 72 hours, 150 days, 6 months or 10 years";

    /// <summary>A length of time; null where the node is empty or, with a fault, where it is none.</summary>
    public static TermPeriod? TermPeriod(this DataNode node)
    {
        if (node.Text() is not { } text) return null;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && int.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000
            && UnitOf(text[(space + 1)..]) is { } unit) return new(count, unit);
        node.Fault($"'{text}'", Lengths);
        return null;
    }

    public static TermPeriod RequiredPeriod(this DataNode node)
    {
        if (!node.Exists) node.Missing(Lengths);
        return node.TermPeriod() ?? new(1, TermUnit.Day);
    }

    public static TermUnit Unit(this DataNode node)
    {
        if (node.Text() is { } text && UnitOf(text) is { } unit) return unit;
        node.Fault($"'{node.Text()}'", "hour, day, month or year");
        return TermUnit.Day;
    }

    /// <summary>A day of any year, as <c>12-31</c>.</summary>
    public static (int Month, int Day) MonthDay(this DataNode node)
    {
        if (Edtf.TryParse($"2001-{node.Text()}", out var day) && day.IsDay) return (day.Earliest!.Value.Month, day.Earliest.Value.Day);
        if (node.Exists) node.Fault($"'{node.Text()}'", "a month and day, as 12-31");
        else node.Missing("a month and day, as 12-31");
        return (1, 1);
    }

    private static TermUnit? UnitOf(string word) => word switch
    {
        "hour" or "hours" => TermUnit.Hour,
        "day" or "days" => TermUnit.Day,
        "month" or "months" => TermUnit.Month,
        "year" or "years" => TermUnit.Year,
        _ => null,
    };
}
