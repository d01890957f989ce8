// The canonical text of a date form, written and read.
using System.Globalization;
using System.Text;

namespace Servanda.Model;

/// <summary>Fields are written in one order and separated by single spaces, <c>to</c> stands between the points of a range: <c>bound from day 1 month 3 to day 5 month 3</c>.</summary>
internal static class DateFormText
{
    private const int FirstYear = 1, LastYear = 9999;

    public static string Of(DateForm form)
    {
        var text = new StringBuilder();
        if (form.Bound != DateBound.On) Add(text, "bound", DateForm.Word(form.Bound));
        if (form.About) Add(text, "about");
        if (form.Time is { } time) Add(text, "time", time);
        if (form.Unit is { } unit) Add(text, "span", form.Length is { } length ? length.ToString(CultureInfo.InvariantCulture) : "few", DateForm.Word(unit));
        if (form.Start is { } start) Write(text, start);
        if (form.End is { } end)
        {
            Add(text, "to");
            Write(text, end);
        }
        return text.ToString();
    }

    public static string Of(DatePoint point)
    {
        var text = new StringBuilder();
        Write(text, point);
        return text.ToString();
    }

    public static bool TryParse(string text, out DateForm form)
    {
        form = null!;
        var words = new Words(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var bound = DateBound.On;
        var about = false;
        string? time = null;
        decimal? length = null;
        DateUnit? unit = null;
        DatePoint? start = null, end = null;
        var point = new DatePoint();
        while (words.Next() is { } key)
        {
            switch (key)
            {
                case "bound" when words.Read(out DateBound b): bound = b; break;
                case "about": about = true; break;
                case "time" when words.Next() is { } t: time = t; break;
                case "span" when words.Next() is { } count && words.Read(out DateUnit u):
                    if (count != "few")
                    {
                        if (!decimal.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
                        length = value;
                    }
                    unit = u;
                    break;
                case "to" when start is null && unit is null:
                    start = point;
                    point = new();
                    break;
                default:
                    if (Field(key, words, point) is not { } wider) return false;
                    point = wider;
                    break;
            }
        }
        var said = point != new DatePoint();
        if (start is not null)
        {
            if (!said || start == new DatePoint()) return false;
            end = point;
        }
        else if (said)
        {
            start = point;
        }
        if (start is null == unit is null) return false;
        form = new(bound, about, time, start, end, length, unit);
        return true;
    }

    private static DatePoint? Field(string key, Words words, DatePoint point)
    {
        switch (key)
        {
            case "century" when words.Read(1, 30, out var n): return point with { Century = n };
            case "decade" when words.Read(FirstYear, LastYear, out var n) && n % 10 == 0: return point with { Decade = n };
            case "year" when words.Read(FirstYear, LastYear, out var n): return point with { Year = n };
            case "quarter" when words.Read(1, 4, out var n): return point with { Quarter = n };
            case "season" when words.Read(out Season s): return point with { Season = s };
            case "month" when words.Read(1, 12, out var n): return point with { Month = n };
            case "day" when words.Read(1, 31, out var n): return point with { Day = n };
            case "weekday" when words.Read(1, 7, out var n): return point with { Weekday = n };
            case "part" when words.Read(out DatePart p): return point with { Part = p };
            case "shift" or "count" or "anchor-shift" or "anchor-count" when words.Read(out DateUnit unit) && words.Read(-999, 999, out var n):
                return point with { Offset = new(unit, n, key[0] == 'a' ? DateBase.Anchor : DateBase.Told, key.EndsWith("count", StringComparison.Ordinal)) };
            case "exact": return point with { Exact = true };
            case "next" or "last" when words.Next() is { } count && words.Read(out DateUnit unit):
                if (count == "few") return point with { Stretch = new(unit, null, key == "next") };
                return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is > 0 and <= 999 ? point with { Stretch = new(unit, m, key == "next") } : null;
            case "lean" when words.Read(out Lean lean): return point with { Lean = lean };
            case "lunar": return point with { Lunar = true };
            case "feast" when words.Next() is { } feast: return point with { Feast = feast };
            default: return null;
        }
    }

    private static void Write(StringBuilder text, DatePoint point)
    {
        Number("century", point.Century);
        Number("decade", point.Decade);
        Number("year", point.Year);
        Number("quarter", point.Quarter);
        if (point.Season is { } season) Add(text, "season", DateForm.Word(season));
        Number("month", point.Month);
        Number("day", point.Day);
        Number("weekday", point.Weekday);
        if (point.Part is { } part) Add(text, "part", DateForm.Word(part));
        if (point.Offset is { } offset)
            Add(text, (offset.Base == DateBase.Anchor ? "anchor-" : "") + (offset.Counted ? "count" : "shift"), DateForm.Word(offset.Unit), offset.Count.ToString(CultureInfo.InvariantCulture));
        if (point.Exact) Add(text, "exact");
        if (point.Stretch is { } stretch)
            Add(text, stretch.Forward ? "next" : "last", stretch.Count?.ToString(CultureInfo.InvariantCulture) ?? "few", DateForm.Word(stretch.Unit));
        if (point.Lean != Lean.None) Add(text, "lean", DateForm.Word(point.Lean));
        if (point.Lunar) Add(text, "lunar");
        if (point.Feast is { } feast) Add(text, "feast", feast);

        void Number(string key, int? value)
        {
            if (value is { } n) Add(text, key, n.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Add(StringBuilder text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(word);
        }
    }

    private sealed class Words(string[] all)
    {
        private int at;

        public string? Next() => at < all.Length ? all[at++] : null;

        public bool Read(int least, int most, out int value) =>
            int.TryParse(Next(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

        public bool Read<T>(out T value) where T : struct, Enum
        {
            var found = Array.IndexOf(FormWords<T>.Words, Next());
            if (found >= 0)
            {
                value = FormWords<T>.Values[found];
                return true;
            }
            value = default;
            return false;
        }
    }
}
