// What a story's own page says of the day it was told: stamps, datelines, dates, offices.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Gathers clues in stories of one language. The weights are judgements, ordered by how seldom each kind of clue misleads.</summary>
internal sealed class ToldClues(DateLexicon lexicon, IReadOnlyList<DateFinder> finders, HeldOffices? offices, HeldOfficeWords? words)
{
    private const double Stamp = 0.88, StampBelowTitle = 0.85, StampAboveTitle = 0.55, StampClock = 0.1, StampInBody = 0.15, Address = 0.85, SameDay = 0.9, Dateline = 0.7, FullDateline = 0.85, OpeningDate = 0.55, NewsDay = 0.42, DaysAfter = 0.4,
        Weekday = 0.5, Ahead = 0.6, Behind = 0.45, PastYear = 0.45, RecentYear = 0.3, EventYear = 0.5, Holder = 0.5, Former = 0.55, Act = 0.5, NotThen = 0.2;

    /// <summary>Days after the end of a term in which a page may still call the person by the office.</summary>
    private const int TermSlack = 45;

    /// <summary>A story that tells of a day as news comes at most this many days after it.</summary>
    private const int MostDaysAfter = 20;

    /// <summary>A round-up tells of days that lie less than this many days apart.</summary>
    private const int RoundUp = 10;

    /// <summary>Letters before a date that still opens its paragraph: "Vào ngày …", "(BNO) Ngày …".</summary>
    private const int OpeningWords = 14;

    /// <summary>A stamp has at most this many characters beside its date.</summary>
    private const int StampRest = 40;

    /// <summary>An issue is for at most this many days.</summary>
    private const int LongestIssue = 31;

    /// <summary>What parts a line of a header.</summary>
    private const string Partings = "|»›>·•–—-";

    /// <summary>The finder of the story's language, then the others: a Vietnamese page may carry an English stamp.</summary>
    private readonly DateFinder dates = finders[0];
    private readonly TenseCues cues = new(lexicon);
    private readonly OfficeMentions? holders = offices is not null && words is not null ? new(offices, words) : null;

    public static IEnumerable<ToldClue> Metadata(Story story)
    {
        foreach (var (field, date) in story.Metadata)
        {
            var changed = field.Contains("modif", StringComparison.OrdinalIgnoreCase) || field.Contains("updat", StringComparison.OrdinalIgnoreCase);
            yield return new(ToldGround.Metadata, DaySet.Between(changed ? null : date.Earliest, date.Latest), changed ? 0.3 : 0.95, null, $"metadata field {field}: {date}");
        }
    }

    /// <summary>A day in the page's address: <c>/2021/10/18/</c>, <c>/2021-10-18/</c>, or eight digits that make one (<c>…-20211018071512.htm</c>).</summary>
    public static IEnumerable<ToldClue> InAddress(string address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            if (!char.IsAsciiDigit(address[i]) || i > 0 && char.IsAsciiDigit(address[i - 1])) continue;
            var digits = new string([.. address.AsSpan(i, Math.Min(10, address.Length - i)).ToArray().TakeWhile(c => char.IsAsciiDigit(c) || c is '/' or '-').Where(char.IsAsciiDigit).Take(8)]);
            if (digits.Length == 8 && Edtf.TryParse($"{digits[..4]}-{digits[4..6]}-{digits[6..]}", out var day) && day.Earliest is { Year: >= 1995 and <= DaySet.LastYear } date)
            {
                yield return new(ToldGround.Metadata, DaySet.Between(date, date), Address, null, $"the address names {day}");
                yield break;
            }
        }
    }

    public IEnumerable<ToldClue> Of(Story story, IReadOnlyList<DatedAct> history, IReadOnlyList<DateMention>? known)
    {
        var all = StoryDates.Of(story, known ?? StoryDates.Find(story, dates), cues);
        return [.. Stamps(story), .. SameDays(all), .. OpeningDays(story, all), .. OpeningFullDate(story, all), .. AheadAndBehind(all), .. Years(story, all), .. Terms(story, all), .. Acts(all, history)];
    }

    /// <summary>Full dates alone on a line of the header (the lines up to the second paragraph of the body) or in a part of it, or after words such as "Cập nhật lúc".
    /// A site's own clock stands in the header too; the rest of the evidence tells them apart.</summary>
    private IEnumerable<ToldClue> Stamps(Story story)
    {
        var title = story.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Span.Start ?? 0;
        var paragraphs = 0;
        foreach (var block in story.Blocks)
        {
            if (block.Kind == BlockKind.Body) paragraphs++;
            if (block.Kind is BlockKind.Caption or BlockKind.Title || block.Span.Length > 160 || paragraphs > 1 && !Announces(block.Span.Of(story.Text))) continue;
            foreach (var mention in finders.SelectMany(finder => finder.Find(story.Text, block.Span)))
            {
                var announced = IsAnnounced(story.Text, block.Span, mention.Span);
                if (!announced && block.Kind == BlockKind.Body && block.Span.Length > 2 * StampRest) continue;
                if (Issued(mention, announced) is not { } date) continue;
                if (!announced && block.Span.Length - mention.Span.Length > StampRest && !StandsApart(story.Text, block.Span, mention.Span)) continue;
                var weight = (block.IsStory ? Stamp : announced || block.Span.Start > title ? StampBelowTitle : StampAboveTitle) + (mention.Form.Time is not null ? StampClock : 0);
                if (paragraphs > 0) weight -= StampInBody;
                var wrong = mention.Form.Start!.Weekday is { } said && said != (int)date.DayOfWeek;
                yield return new(ToldGround.Stamp, DaySet.Between(date, date), wrong ? weight - 0.3 : weight, mention.Span, $"stamp '{mention.Expression.Words}'{(wrong ? ", whose weekday is another" : "")}");
                break;
            }
        }
    }

    /// <summary>The day that a stamp names: a full date, the first day of the week or month that an issue is for, the day up to which a page was brought. Null where it names none.</summary>
    private static LocalDate? Issued(DateMention mention, bool announced)
    {
        if (mention.Form.Start is not { Day: { } day } start) return null;
        if (mention.IsRange)
            return announced && DateExpressions.Resolve(mention.Form, new(null)).Date is { Earliest: { } first, Latest: { } last } && Period.DaysBetween(first, last) <= LongestIssue ? first : null;
        if (mention.Bound != DateBound.On && !(announced && mention.Bound is DateBound.Until or DateBound.By)) return null;
        return start is { Year: { } year, Month: { } month } ? new(year, month, day) : null;
    }

    /// <summary>A word such as "Cập nhật" opens the line, or the part of it in which the date stands: "Năm 1983 » Số ra thứ bảy, 26-11-1983".</summary>
    private bool IsAnnounced(string text, Span line, Span date)
    {
        var before = text.AsSpan(line.Start, date.Start - line.Start);
        return Announces(before) || Announces(before[(before.LastIndexOfAny(Partings) + 1)..].TrimStart());
    }

    /// <summary>A number sign in the word stands for a figure: "Số 10 (1.412), từ 9 đến 15-3-2018" is the issue of a week, "Số liệu …" is not.</summary>
    private bool Announces(ReadOnlySpan<char> part)
    {
        foreach (var word in lexicon.Stamps)
        {
            var letters = word.AsSpan().TrimEnd('#');
            if (part.StartsWith(letters, StringComparison.OrdinalIgnoreCase) && (letters.Length == word.Length || part.Length > letters.Length && char.IsAsciiDigit(part[letters.Length]))) return true;
        }
        return false;
    }

    /// <summary>The date is all that stands between two marks that part a line: "TS - 06/12/2022, 14:00 - Lượt xem: 1.204".</summary>
    private static bool StandsApart(string text, Span line, Span date)
    {
        var before = text.AsSpan(line.Start, date.Start - line.Start).TrimEnd();
        var after = text.AsSpan(date.End, line.End - date.End).TrimStart();
        return (before.Length == 0 || Partings.Contains(before[^1])) && (after.Length == 0 || Partings.Contains(after[0])) && before.Length + after.Length > 0;
    }

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

    /// <summary>The newest day that the opening tells of, or else the body: news is told on the day or the day after.</summary>
    private static IEnumerable<ToldClue> OpeningDays(Story story, IReadOnlyList<StoryDate> all)
    {
        var days = all.Where(d => d is { Quoted: false, Ahead: false, Form: { Bound: DateBound.On, IsRange: false, Start: { Day: not null, Month: not null, Year: null, Offset: null, Lean: not Lean.Future, Lunar: false } } }).ToList();
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
        if (opening.Count > 0) yield return new(ToldGround.DayOfText, DaySet.Yearly(month, day, 0, 1), NewsDay, where, $"the story {(newest.Opening ? "opens with" : "goes on to")} '{newest.Mention.Expression.Words}'");
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

    /// <summary>A round-up opens with a day of its week and goes on to later ones: the newest of them, where more than one is later. Null where not.</summary>
    private static StoryDate? PastIt(StoryDate opening, List<StoryDate> days)
    {
        var later = days.Where(d => Position(d) - Position(opening) is > 0 and < RoundUp).ToList();
        return later.Select(Position).Distinct().Count() > 1 ? Newest(later) : null;
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
            if (last.Form.Start!.Day is not null)
                yield return new(ToldGround.ExplicitYear, DaySet.Of([(0, DaySet.Number(start) - 1), (DaySet.Number(end) + 3, DaySet.End)]), NotThen, last.Mention.Span, $"'{last.Mention.Expression.Words}' is given its year, as a day of another year would be");
        }
        foreach (var date in all)
        {
            if (date.Form.Start is not { Lean: Lean.Future, Month: { } month, Year: null } || EventYearIn(story, date, all) is not { } year) continue;
            var day = new LocalDate(year, month, 1);
            yield return new(ToldGround.ExplicitYear, DaySet.Between(day.PlusMonths(-10), day.With(DateAdjusters.EndOfMonth)), EventYear, date.Mention.Span, $"'{date.Mention.Expression.Words}' stands with an event of {year}");
        }
    }

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

    /// <summary>Persons named by an office they hold, or held. An office in a sentence about a dated past is no evidence: "ký năm 1987 bởi Tổng thống Reagan".</summary>
    private IEnumerable<ToldClue> Terms(Story story, IReadOnlyList<StoryDate> all)
    {
        if (holders is null) yield break;
        var seen = new HashSet<(string, string, Tenure)>();
        foreach (var block in story.Blocks)
        {
            if (!block.IsCoded) continue;
            foreach (var mention in holders.Find(story.Text, block.Span))
            {
                var sentence = StoryDates.Sentence(story.Text, block.Span, mention.Span.Start);
                var dated = all.Any(d => sentence.Contains(d.Mention.Span) && d.Form.Start is { } start && (start.Year is not null || start.Decade is not null || start.Offset is { Unit: DateUnit.Year, Count: < 0 } or { Unit: DateUnit.Year, Base: DateBase.Anchor }));
                if (dated && mention.Tenure == Tenure.Holder || !seen.Add((mention.Terms[0].Names[0], mention.Terms[0].Office, mention.Tenure))) continue;
                if (Days(mention) is not { Stretches.Count: > 0 } days) continue;
                var term = mention.Terms[^1];
                yield return new(ToldGround.Office, days, mention.Tenure == Tenure.Former ? Former : Holder, mention.Span, $"'{mention.Span.In(story.Text)}' {mention.Tenure switch
                {
                    Tenure.Former => "is out of office",
                    Tenure.New => "has just come to office",
                    Tenure.Elect => "is about to come to office",
                    _ => "is in office",
                }} ({term.Actor} {term.Office}, {term.From} to {term.To?.Text ?? "today"})")
                { News = mention.Tenure == Tenure.Former };
            }
        }
    }

    private static DaySet Days(OfficeMention mention) => mention.Tenure switch
    {
        Tenure.Holder => DaySet.Of(mention.Terms.Select(t => (First(t), t.To is null ? DaySet.End : Last(t) + TermSlack))),
        Tenure.New => DaySet.Of(mention.Terms.Select(t => (First(t), First(t) + 270))),
        Tenure.Elect => DaySet.Of(mention.Terms.Select(t => (First(t) - 100, First(t) + 2))),
        Tenure.Former => Without(DaySet.Between(DaySet.Day(mention.Terms.Min(t => t.To is null ? DaySet.End : Last(t))), null), mention.Terms),
        _ => throw new ArgumentOutOfRangeException(nameof(mention), mention.Tenure, "a tenure"),
    };

    private static DaySet Without(DaySet days, IReadOnlyList<OfficeTerm> terms)
    {
        var left = days.Stretches.ToList();
        foreach (var term in terms)
            left = [.. left.SelectMany(s => new[] { (s.First, Math.Min(s.Last, First(term) + TermSlack)), (Math.Max(s.First, term.To is null ? DaySet.End + 1 : Last(term)), s.Last) }).Where(s => s.Item1 <= s.Item2)];
        return DaySet.Of(left);
    }

    private static int First(OfficeTerm term) => DaySet.Number(term.From.Earliest ?? DaySet.Day(0));

    private static int Last(OfficeTerm term) => DaySet.Number(term.To?.Latest ?? DaySet.Day(DaySet.End));

    /// <summary>A day and month that are those of an established act are most likely its own.</summary>
    private static IEnumerable<ToldClue> Acts(IReadOnlyList<StoryDate> all, IReadOnlyList<DatedAct> history)
    {
        foreach (var date in all)
        {
            if (date.Form is not { IsRange: false, Start: { Day: { } day, Month: { } month, Year: null } point } || point.Lunar) continue;
            foreach (var act in history)
            {
                if (act.Date is not { IsDay: true, Earliest: { } when } || when.Month != month || when.Day != day) continue;
                var days = point.Offset is { Unit: DateUnit.Year, Base: DateBase.Told } offset
                    ? DaySet.Between(new(when.Year - offset.Count, 1, 1), new(when.Year - offset.Count, 12, 31))
                    : DaySet.Between(when.PlusDays(-130), when.PlusDays(300));
                yield return new(ToldGround.AgreementHistory, days, Act, date.Mention.Span, $"'{date.Mention.Expression.Words}' is the day of {act.What} ({act.Agreement}, {act.Date})");
            }
        }
    }
}
