// What the years that a story names say of the year it was told in.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Dates with their year.</summary>
internal sealed partial class ToldClues
{
    /// <summary>A story is told after what it dates in the past, and seldom more than a year after the newest of it; what it dates with a year is seldom of its own year.</summary>
    private static IEnumerable<ToldClue> Years(Story story, IReadOnlyList<StoryDate> all)
    {
        (StoryDate Date, Edtf When)? newest = null;
        foreach (var date in all)
        {
            if (date.Form.Start is not { Year: { } year } || date.Ahead) continue;
            if (date.Form.Bound is not (DateBound.On or DateBound.After) && !(date.Form.Bound == DateBound.From && (date.Form.Start.Month is null || date.Behind))) continue;
            if (DateExpressions.Resolve(date.Mention.Form, new(null)).Date is not { Earliest: { } first } when || year < DaySet.FirstYear || year > DaySet.LastYear) continue;
            if (newest is null || first > newest.Value.When.Earliest) newest = (date, when);
        }
        if (newest is ({ } last, { Earliest: { } start, Latest: { } end }))
        {
            yield return new(ToldGround.ExplicitYear, DaySet.Between(start, null), PastYear, last.Mention.Span, $"told after '{last.Mention.Expression.Words}'") { News = last.Form.Start!.Month is not null };
            if (last.Form.Start!.Month is not null)
                yield return new(ToldGround.ExplicitYear, DaySet.Between(start, new(Math.Min(DaySet.LastYear, end.Year + 1), 12, 31)), RecentYear, last.Mention.Span, $"the newest date with its year is '{last.Mention.Expression.Words}'");
            if (last.Form.Start!.Day is not null && !IsTold(all, start, end))
                yield return new(ToldGround.ExplicitYear, DaySet.Of([(0, DaySet.Number(start) - 1), (DaySet.Number(end) + 3, DaySet.End)]), NotThen, last.Mention.Span, $"'{last.Mention.Expression.Words}' is given its year, as a day of another year would be");
        }
        foreach (var date in all)
        {
            if (date.Form.Start is not { Lean: Lean.Future, Month: { } month, Year: null } || EventYearIn(story, date, all) is not { } year) continue;
            var day = new LocalDate(year, month, 1);
            yield return new(ToldGround.ExplicitYear, DaySet.Between(day.PlusMonths(-10), day.With(DateAdjusters.EndOfMonth)), EventYear, date.Mention.Span, $"'{date.Mention.Expression.Words}' stands with an event of {year}");
        }
    }

    /// <summary>"Từ ngày 26 đến 28/6/2017 … Sáng 27/6, …": a day without a year that lies within or beside the days with one is theirs, and the year is the story's own.</summary>
    private static bool IsTold(IReadOnlyList<StoryDate> all, LocalDate start, LocalDate end) =>
        all.Any(date => IsDayOfNoYear(date) && date.Form.Start is { Day: { } day, Month: { } month } && new LocalDate(end.Year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(end.Year, month))) is var told && told >= (start.Year == end.Year ? start : end).PlusDays(-Beside) && told <= end.PlusDays(Beside));

    /// <summary>The one year that stands in a sentence as part of a name ("World Cup 2018"); null where there is none or more than one.</summary>
    private static int? EventYearIn(Story story, StoryDate date, IReadOnlyList<StoryDate> all)
    {
        int? found = null;
        var text = story.Text.AsSpan(date.Sentence.Start, date.Sentence.Length);
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1])) continue;
            var length = 1;
            while (i + length < text.Length && char.IsAsciiDigit(text[i + length])) length++;
            if (length == 4 && int.TryParse(text.Slice(i, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= DaySet.LastYear
                && !all.Any(d => d.Mention.Span.Contains(date.Sentence.Start + i)) && i > 1 && text[i - 1] == ' ' && char.IsLetter(text[i - 2]))
            {
                if (found is not null && found != year) return null;
                found = year;
            }
            i += length;
        }
        return found;
    }
}
