// The day that stands beside a story: metadata, address, stamps.
using NodaTime;
using Servanda.Model;

namespace Servanda.Reading.Dates;

/// <summary>Dates that are said of the page itself.</summary>
internal sealed partial class ToldClues
{
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

    /// <summary>Full dates alone on a line of the header (the lines up to the second paragraph of the body) or in a part of it, or after words such as "Cập nhật lúc".
    /// A site's own clock stands in the header too; the rest of the evidence tells them apart.</summary>
    private IEnumerable<ToldClue> Stamps(Story story)
    {
        var title = story.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Span.Start ?? 0;
        var paragraphs = 0;
        foreach (var block in story.Blocks)
        {
            if (block.Kind == BlockKind.Body) paragraphs++;
            if (block.Kind is BlockKind.Caption or BlockKind.Title || block.Span.Length > 160) continue;
            var (isBracketed, mayStamp) = (IsBracketed(block.Span.Of(story.Text)), paragraphs <= 1 || Announces(block.Span.Of(story.Text)));
            if (!mayStamp && !isBracketed) continue;
            foreach (var mention in finders.SelectMany(finder => finder.Find(story.Text, block.Span)))
            {
                var announced = IsAnnounced(story.Text, block.Span, mention.Span) || (paragraphs == 0 || isBracketed) && IsImprint(story.Text, block.Span, mention.Span);
                if (!announced && !mayStamp) continue;
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

    private static bool IsBracketed(ReadOnlySpan<char> line) => line is ['(', .., ')'];

    /// <summary>The word stands right before the day: "(Tuần báo …, số 21, ra ngày 23-5-2025)", "Biên tập: … Phát lúc 18 giờ Chủ nhật, 21-12-2003".</summary>
    private bool IsImprint(string text, Span line, Span date)
    {
        var day = text.AsSpan(date.Start, date.Length).IndexOfAnyInRange('0', '9');
        var before = text.AsSpan(line.Start, date.Start - line.Start + Math.Max(0, day)).TrimEnd();
        foreach (var word in lexicon.Stamps)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
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
}
