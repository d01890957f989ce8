// What a date means that leaves its year open, or counts from "before" and "after", where a story tells what was.
using NodaTime;
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>
/// History is told in order, and names its year once: "Tháng 6/2017, … Tháng 10, …" goes on in 2017. So do "năm sau" and "một ngày trước" count from what was
/// told and not from the day of the page. A day that lies shortly before the page is its news.
/// </summary>
internal static class Narration
{
    /// <summary>How many days before the story was told a day and month without a year are of its news; a day alone is of the month told last.</summary>
    private const int News = 10;

    /// <summary>The longest date that still says which year the telling has reached, in days.</summary>
    private const int Year = 366;

    /// <summary>The longest date that still says which month the telling has reached, in days.</summary>
    private const int Month = 31;

    /// <summary>The longest date that a count of days can run from, in days.</summary>
    private const int Day = 3;

    /// <summary>The mention with its meaning in the history; null where it means what it says on the day of the page.</summary>
    /// <param name="here">The date that the paragraph has told last; null where it has told none.</param>
    /// <param name="history">That date where the paragraph is told by its dates; null where it only mentions them.</param>
    /// <param name="goesOn">Whether the words themselves say that the telling goes on ("Đến ngày 19/11, …").</param>
    public static DateMention? Of(DatePlace date, Sentence sentence, Tense tense, Edtf? here, Edtf? history, Edtf? told, bool goesOn)
    {
        if (tense == Tense.Future || told?.Latest is not { } now || date.Mention is not { IsDuration: false, Form: { Start: { } start } form }) return null;
        return start switch
        {
            { Offset: { Base: DateBase.Told, Unit: DateUnit.Hour or DateUnit.Minute } or null, Stretch: null or { Forward: false, Unit: DateUnit.Hour or DateUnit.Minute } } and not { Offset: null, Stretch: null }
                when here is { Days: <= Day } && IsRelative(date, sentence) => With(date.Mention, form with { Start = new() { Offset = new(DateUnit.Hour, 0, DateBase.Anchor, true) } }),
            { Offset: { Base: DateBase.Told } offset } when here is { Days: <= Year, Latest: { } last } && last < now && IsRelative(date, sentence) => Counted(date.Mention, form, start, offset, here, told, now),
            { Offset: null, Stretch: null, Year: null, Decade: null, Century: null, Lean: Lean.None, Lunar: false } when history is { Days: <= Year, Earliest: { } first, Latest: { } last } && (last.Year < now.Year || start is { Day: not null, Month: null } && history is { Days: <= Month } && last < now) =>
                Dated(date.Mention, form, start, first, told, now, goesOn),
            _ => null,
        };
    }

    /// <summary>Whether the words say no more than "before" or "after" ("năm sau", "hai ngày trước"), and not from when.</summary>
    private static bool IsRelative(DatePlace date, Sentence sentence) =>
        sentence.Words.Any(word => word.Last == date.Last && word.First >= date.First && word.Entry is FunctionEntry { Role: "before-or-after" });

    private static DateMention? Counted(DateMention mention, DateForm form, DatePoint start, DateOffset offset, Edtf here, Edtf told, LocalDate now)
    {
        if (offset is not ({ Counted: false, Count: > 0 } or { Counted: true, Count: < 0, Unit: DateUnit.Day or DateUnit.Week }) || offset.Counted && here.Days > Day) return null;
        var moved = form with { Start = start with { Offset = offset with { Base = DateBase.Anchor } } };
        return DateExpressions.Resolve(moved, new(told, Tense.Past, here)).Date?.Latest is { } until && until <= now ? With(mention, moved) : null;
    }

    private static DateMention? Dated(DateMention mention, DateForm form, DatePoint start, LocalDate first, Edtf told, LocalDate now, bool goesOn)
    {
        if (start.Month is null && start.Day is null) return null;
        if (!goesOn && start is { Day: not null, Month: not null } && DateExpressions.Resolve(form, new(told, Tense.Past)).Date is { Earliest: { } plain } && plain <= now && plain >= now.PlusDays(-News)) return null;
        for (var (year, month) = (first.Year, start.Month ?? first.Month); year < now.Year || year == now.Year && month <= now.Month; Step(ref year, ref month, start.Month is null))
        {
            var dated = form with { Start = start with { Year = year, Month = month } };
            if (DateExpressions.Resolve(dated, new(told)).Date is { Earliest: { }, Latest: { } until } && until >= first && until <= now) return With(mention, dated);
        }
        return null;
    }

    private static void Step(ref int year, ref int month, bool byMonth)
    {
        if (!byMonth || month == 12) (year, month) = (year + 1, byMonth ? 1 : month);
        else month++;
    }

    private static DateMention With(DateMention mention, DateForm form) => new(mention.Span, mention.Expression with { Form = form.ToString() });
}
