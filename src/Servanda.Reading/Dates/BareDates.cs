// When a day and a month stand with nothing before them that says so: date, fraction, or score?
namespace Servanda.Reading.Dates;

internal static class BareDates
{
    /// <summary>In brackets a day and a month are a date unless they look like a fraction (2/3) or a score (2-1); a month or year always is.</summary>
    public static bool InBrackets(IReadOnlyList<Capture> captures)
    {
        if (Of(captures, "day") is not { } day || Of(captures, "month") is not { } month || Of(captures, "year") is not null) return true;
        return Slash(captures) ? day > month || month > 5 : day >= 10;
    }

    /// <summary>With nothing around: only over a slash, where the first is too large for a month and it is not 24/7; or a month over a year.</summary>
    public static bool Unmistakable(IReadOnlyList<Capture> captures)
    {
        if (!Slash(captures)) return false;
        if (Of(captures, "day") is not { } day) return Of(captures, "month") is not null && Of(captures, "year") is not null;
        return Of(captures, "month") is { } month && day >= 13 && !(day == 24 && month == 7);
    }

    private static bool Slash(IReadOnlyList<Capture> captures)
    {
        foreach (var capture in captures)
            if (capture is { Slot: "sep", Text: "slash" }) return true;
        return false;
    }

    private static decimal? Of(IReadOnlyList<Capture> captures, string slot)
    {
        foreach (var capture in captures)
            if (capture.Slot == slot) return capture.Number;
        return null;
    }
}
