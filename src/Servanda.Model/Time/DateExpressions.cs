// A date expression resolved against the day its story was told: pure, so that the ledger can resolve it again when that day is known better.
using System.Globalization;
using NodaTime;

namespace Servanda.Model;

public static class DateExpressions
{
    /// <summary>
    /// The date that the words mean, to the precision of the words. Where the told day is an interval, the date that holds for every day in it, or else the
    /// interval that covers what they mean on its first and on its last day. Words that need a told day or an earlier event, and have none, give no date.
    /// </summary>
    public static ResolvedDate Resolve(DateExpression expression, DateContext context) => Resolve(DateForm.Parse(expression.Form), context);

    public static ResolvedDate Resolve(DateForm form, DateContext context)
    {
        if (form.Start is not { } start) return Length(form, context);
        if (context.Told is { Earliest: { } first, Latest: { } last })
        {
            if (Days(form, start, first, context) is not { } early || Days(form, start, last, context) is not { } late) return Unsettled(form, context);
            var days = new Period(LocalDate.Min(early.First, late.First), LocalDate.Max(early.Last, late.Last));
            var covering = early == late ? "" : $", covering a told day from {Edtf.Iso(first)} to {Edtf.Iso(last)}";
            return new(Dated(days, form.About), $"{form}{(DependsOnTold(form) ? $" as told {context.Told.Text}" : "")}{covering}");
        }
        return Days(form, start, null, context) is { } absolute ? new(Dated(absolute, form.About), form.ToString()) : Unsettled(form, context);
    }

    /// <summary>Whether the date moves with the told day.</summary>
    public static bool DependsOnTold(DateForm form) => form.Start is { } start && (Moves(start) || form.End is { } end && Moves(end));

    private static bool Moves(DatePoint point) =>
        point.Stretch is not null || point.Offset is { Base: DateBase.Told } || point is { Offset: null, Year: null, Decade: null, Century: null };

    /// <summary>"Trong vòng 60 ngày" runs from the event told before, or from the told day; other durations are no dates.</summary>
    private static ResolvedDate Length(DateForm form, DateContext context)
    {
        if (form is { Bound: DateBound.Within, Length: { } length, Unit: { } unit } && length == Math.Floor(length) && length <= 999
            && (context.Anchor ?? context.Told) is { Earliest: { } first, Latest: { } last })
        {
            return new(Edtf.Between(first, DatePoints.Add(last, unit, (int)length)), $"{form} from {(context.Anchor ?? context.Told)!.Text}");
        }
        return new(null, $"{form} is a duration");
    }

    private static ResolvedDate Unsettled(DateForm form, DateContext context) => new(null, (form.Start, context) switch
    {
        ({ Lunar: true } or { Feast: not null }, _) => $"{form}: a day of the lunar calendar",
        ({ Offset.Base: DateBase.Anchor }, { Anchor: null }) => $"{form}: no event before it to count from",
        (_, { Told: null }) => $"{form}: the told day is not known",
        _ => $"{form}: no such day",
    });

    private static Period? Days(DateForm form, DatePoint start, LocalDate? told, DateContext context)
    {
        if (DatePoints.At(start, told, context.Tense, form.Bound, context.Anchor) is not { } first) return null;
        if (form.End is not { } end) return first;
        if (DatePoints.EndAfter(end, first, told, context) is not { } last) return null;
        return first.First <= last.Last ? new(first.First, last.Last) : null;
    }

    private static Edtf Dated(Period days, bool about)
    {
        var decade = days.First.Year % 10 == 0 && days.First == new LocalDate(days.First.Year, 1, 1) && days.Last == new LocalDate(days.First.Year + 9, 12, 31);
        var date = decade ? Edtf.OfDecade(days.First.Year) : Edtf.Between(days.First, days.Last);
        return about ? Edtf.Parse(string.Join('/', date.Text.Split('/').Select(end => end + "~"))) : date;
    }

    /// <summary>Days from first to last, both included.</summary>
    internal readonly record struct Period(LocalDate First, LocalDate Last)
    {
        public bool Holds(LocalDate day) => First <= day && day <= Last;
    }
}
