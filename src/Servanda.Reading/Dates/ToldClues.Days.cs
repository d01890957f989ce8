// What the days that a story tells of say of the day it was told.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Days without a year: news is told on the day or soon after.</summary>
internal sealed partial class ToldClues
{
    /// <summary>"Hôm nay (19/2)", "hôm qua 17-7": day and month of the told day itself.</summary>
    private static IEnumerable<ToldClue> SameDays(IReadOnlyList<StoryDate> all)
    {
        foreach (var date in all)
        {
            if (date.Quoted || date.Form is not { IsRange: false, Start: { Day: { } day, Month: { } month } point }) continue;
            if (point.Offset is { Unit: DateUnit.Day, Base: DateBase.Told } offset)
                yield return new(ToldGround.RelativeDate, DaySet.Yearly(month, day, offset.Count, -offset.Count), SameDay, date.Mention.Span, $"'{date.Mention.Expression.Words}'");
            else if (point is { Weekday: { } weekday, Year: null, Offset: null } && !date.Ahead)
                yield return new(ToldGround.Weekday, DaySet.Yearly(month, day, 0, 30, d => (int)d.DayOfWeek == weekday), Weekday, date.Mention.Span, $"'{date.Mention.Expression.Words}' names its weekday");
        }
    }

    /// <summary>"Tròn 30 năm kể từ ngày 24/3/1993", "đúng nửa thế kỷ trước, ngày 1/6/1976": told on the day that is so many years on.</summary>
    private IEnumerable<ToldClue> Anniversaries(Story story, IReadOnlyList<StoryDate> all)
    {
        for (var at = 1; at < all.Count; at++)
        {
            var (count, date) = (all[at - 1], all[at]);
            if (YearsOf(count.Form) is not { } years || date is not { Quoted: false, Form: { IsRange: false, Bound: DateBound.On or DateBound.From, Start: { Year: { } year, Month: { } month, Day: { } day, Lunar: false } } }) continue;
            if (count.Sentence != date.Sentence || date.Mention.Span.Start - count.Mention.Span.End is < 0 or > Counted || !IsExact(story.Text, count)) continue;
            if (year + years is < DaySet.FirstYear or > DaySet.LastYear) continue;
            var told = new LocalDate(year, month, day).PlusYears(years);
            yield return new(ToldGround.RelativeDate, DaySet.Between(told, told), Anniversary, count.Mention.Span, $"'{count.Mention.Expression.Words}' after '{date.Mention.Expression.Words}'");
        }
    }

    /// <summary>How many years a date is back from the told day, or lasts; null where it is something else.</summary>
    private static int? YearsOf(DateForm form) => form switch
    {
        { Start.Offset: { Unit: DateUnit.Year, Base: DateBase.Told, Count: < 0 and var back } } => -back,
        { Unit: DateUnit.Year, Length: { } length } when length == decimal.Truncate(length) => (int)length,
        _ => null,
    };

    /// <summary>A word such as "tròn" stands in the words of the count or right before them.</summary>
    private bool IsExact(string text, StoryDate count)
    {
        var start = Math.Max(count.Block.Span.Start, count.Mention.Span.Start - Counted);
        var before = text.AsSpan(start, count.Mention.Span.End - start);
        foreach (var word in lexicon.Exactly)
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The newest day that the opening tells of, or else the body: news is told on the day or the day after.</summary>
    private static IEnumerable<ToldClue> OpeningDays(Story story, IReadOnlyList<StoryDate> all)
    {
        var days = all.Where(d => IsDayOfNoYear(d) && d.Form.Start!.Lean != Lean.Future).ToList();
        var lead = days.Where(d => d.Block.Kind is BlockKind.Title or BlockKind.Lead).ToList();
        var opening = days.Where(d => d.Opening).ToList();
        if (Newest(lead.Count > 0 ? lead : opening.Count > 0 ? opening : days) is not { } newest) yield break;
        newest = PastIt(newest, days) ?? newest;
        var (month, day) = (newest.Form.Start!.Month!.Value, newest.Form.Start.Day!.Value);
        var where = newest.Mention.Span;
        if (IsDateline(story, newest))
        {
            yield return new(ToldGround.Dateline, DaySet.Yearly(month, day, 0, 1), Dateline, where, $"dateline '{newest.Mention.Expression.Words}'");
            yield break;
        }
        // "Thứ Năm vừa qua, 28/12": not on the day itself.
        var isPast = newest.Form.Start.Lean == Lean.Past;
        if (opening.Count > 0) yield return new(ToldGround.DayOfText, DaySet.Yearly(month, day, isPast ? -1 : 0, isPast ? JustPast : 1), NewsDay, where, $"the story {(newest.Opening ? "opens with" : "goes on to")} '{newest.Mention.Expression.Words}'");
        yield return new(ToldGround.DayOfText, DaySet.Yearly(month, day, 0, MostDaysAfter), DaysAfter, where, $"the newest day told is '{newest.Mention.Expression.Words}'");
    }

    /// <summary>A full date that opens the story, in its dateline or as its first words, where no other date that it gives is later: "Ngày 5 tháng 7 năm 2019, trả lời câu hỏi …".</summary>
    private static IEnumerable<ToldClue> OpeningFullDate(Story story, IReadOnlyList<StoryDate> all)
    {
        var first = all.FirstOrDefault(d => d.Block.Kind is BlockKind.Lead or BlockKind.Body);
        if (first is not { Quoted: false, Form: { IsRange: false, Bound: DateBound.On, Start: { Year: { } year, Month: { } month, Day: { } day, Offset: null, Lunar: false } } }) yield break;
        if (story.Blocks.FirstOrDefault(b => b.Kind is BlockKind.Lead or BlockKind.Body) != first.Block || year < DaySet.FirstYear || year > DaySet.LastYear) yield break;
        var isDateline = IsDateline(story, first);
        if (!isDateline && first.Mention.Span.Start - first.Block.Span.Start > OpeningWords) yield break;
        var date = new LocalDate(year, month, day);
        if (all.Any(d => d.Form.Start is { Year: { } other } start && !d.Ahead && (other, start.Month ?? 1, start.Day ?? 1).CompareTo((year, month, day)) > 0)) yield break;
        yield return new(isDateline ? ToldGround.Dateline : ToldGround.DayOfText, DaySet.Between(date, date.PlusDays(1)), isDateline ? FullDateline : OpeningDate, first.Mention.Span, $"the story opens with '{first.Mention.Expression.Words}'");
    }

    /// <summary>A round-up opens with a day of its week and goes on to later ones: the newest of them, where more than one is later; so does a story whose later paragraph opens with the next days. Null where not.</summary>
    private static StoryDate? PastIt(StoryDate opening, List<StoryDate> days)
    {
        var later = days.Where(d => Position(d) - Position(opening) is > 0 and < RoundUp).ToList();
        if (later.Select(Position).Distinct().Count() > 1) return Newest(later);
        return later.Find(d => Position(d) - Position(opening) <= Sequel && d.Block.Kind == BlockKind.Body && d.Mention.Span.Start == d.Block.Span.Start);
    }

    /// <summary>The last of some days of the year, taken as the one before the widest gap round the year.</summary>
    private static StoryDate? Newest(List<StoryDate> days)
    {
        if (days.Count == 0) return null;
        var ordered = days.OrderBy(Position).ToList();
        var newest = ordered[^1];
        var widest = Position(ordered[0]) + 366 - Position(newest);
        for (var i = 0; i + 1 < ordered.Count; i++)
        {
            var gap = Position(ordered[i + 1]) - Position(ordered[i]);
            if (gap > widest) (newest, widest) = (ordered[i], gap);
        }
        return newest;
    }

    /// <summary>A day and month without a year, told as what was on it.</summary>
    private static bool IsDayOfNoYear(StoryDate date) =>
        date is { Quoted: false, Ahead: false, Form: { Bound: DateBound.On, IsRange: false, Start: { Day: not null, Month: not null, Year: null, Offset: null, Lunar: false } } };

    private static int Position(StoryDate date) => new LocalDate(2000, date.Form.Start!.Month!.Value, date.Form.Start.Day!.Value).DayOfYear;

    /// <summary>"HÀ NỘI, 22/11 (TTXVN) -": near the start of a paragraph, after words in capitals, before a bracket or dash.</summary>
    private static bool IsDateline(Story story, StoryDate date)
    {
        var before = story.Text.AsSpan(date.Block.Span.Start, date.Mention.Span.Start - date.Block.Span.Start);
        var after = story.Text.AsSpan(date.Mention.Span.End, Math.Min(3, date.Block.Span.End - date.Mention.Span.End)).TrimStart();
        return before.Length is > 2 and < 60 && before.IndexOf(',') > 0 && after.Length > 0 && after[0] is '(' or '-' or '–' or '—' && before[..before.IndexOf(',')].IndexOfAnyInRange('a', 'z') < 0;
    }

    /// <summary>"2/2 tới" lies ahead of the told day, "cuối tháng 7 vừa qua" behind it.</summary>
    private static IEnumerable<ToldClue> AheadAndBehind(IReadOnlyList<StoryDate> all)
    {
        foreach (var date in all)
        {
            if (date.Quoted || date.Form is not { IsRange: false, Start: { Month: { } month, Year: null, Offset: null } point } || point.Lunar) continue;
            var first = point.Day ?? 1;
            if (point.Lean == Lean.Future)
                yield return new(ToldGround.RelativeDate, DaySet.Yearly(month, first, point.Day is null ? 210 : 130, -1), Ahead, date.Mention.Span, $"'{date.Mention.Expression.Words}' lies ahead");
            else if (point.Lean == Lean.Past)
                yield return new(ToldGround.RelativeDate, DaySet.Yearly(month, first, 0, 370), Behind, date.Mention.Span, $"'{date.Mention.Expression.Words}' lies behind");
        }
    }
}
