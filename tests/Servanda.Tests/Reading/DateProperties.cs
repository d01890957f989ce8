// What holds for dates in any text: nothing throws, spans lie inside, forms and dates round-trip.
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Servanda.Model;
using Servanda.Reading.Dates;
using Xunit;

namespace Servanda.Tests;

public class DateProperties
{
    private static readonly DateFinder Vietnamese = DateCorpus.Finder("vi"), English = DateCorpus.Finder("en");

    private static readonly string[] Pieces =
    [
        "ngày", "tháng", "năm", "hôm", "thứ", "Ba", "tuần", "trước", "sau", "từ", "đến", "tới", "và", "đầu", "cuối", "nay", "qua", "mai", "đó", "cùng", "mười", "hai", "vài", "quý", "II", "thập niên", "thế kỷ",
        "1", "2", "31", "29", "02", "11", "2020", "1990", "90", "/", "-", ".", ",", " ", " ", " ", "\n", "(", ")", "%", "“", "\u200b", "😀", "ü", "T", "h", ":", "đúng", "trong vòng", "mùng", "Tết Nguyên đán", "âm lịch",
        "Oct.", "18th", "last", "of", "the", "century", "Monday",
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)),
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    [Fact]
    public void No_text_throws_and_every_date_lies_inside_it() => Holds(text =>
    {
        foreach (var mention in Vietnamese.Find(text, new(0, text.Length)).Concat(English.Find(text, new(0, text.Length))))
            if (mention.Span.Start < 0 || mention.Span.End > text.Length || mention.Span.Length == 0 || mention.Span.In(text) != mention.Expression.Words) return false;
        return true;
    });

    [Fact]
    public void Dates_come_in_order_and_do_not_overlap() => Holds(text =>
    {
        var found = Vietnamese.Find(text, new(0, text.Length));
        return found.Zip(found.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start);
    });

    [Fact]
    public void A_form_reads_back_as_it_was_written() => Holds(text =>
        Vietnamese.Find(text, new(0, text.Length)).All(mention => DateForm.Parse(mention.Expression.Form).ToString() == mention.Expression.Form));

    [Fact]
    public void What_is_resolved_is_a_date_that_reads_back() => Holds(text =>
    {
        foreach (var mention in Vietnamese.Find(text, new(0, text.Length)))
            foreach (var told in new[] { null, "2021-10-20", "2021-10-18/2021-10-31", "2020-02-29", "2017/2021" })
                if (DateExpressions.Resolve(mention.Expression, new(told is null ? null : Edtf.Parse(told), Tense.Unknown, Edtf.Parse("2020-02-29"))).Date is { } date && Edtf.Parse(date.Text) != date) return false;
        return true;
    });

    [Fact]
    public void What_is_found_in_a_stretch_lies_in_it() => Holds(text =>
    {
        var within = new Span(text.Length / 3, text.Length * 2 / 3);
        return Vietnamese.Find(text, within).All(mention => within.Contains(mention.Span));
    });

    /// <summary>A narrower told day never moves a date out of what a wider one allowed: what the ledger may rely on when it learns more.</summary>
    [Theory]
    [InlineData("day 18 month 10")]
    [InlineData("shift day -1")]
    [InlineData("month 5 part late")]
    [InlineData("month 2 day 2 lean future")]
    [InlineData("weekday 5")]
    [InlineData("month 12 shift year -1")]
    [InlineData("day 3")]
    [InlineData("count week -3")]
    [InlineData("bound from month 11 day 1")]
    [InlineData("next few week")]
    public void A_narrower_told_day_gives_a_date_within_that_of_a_wider(string form)
    {
        var expression = new DateExpression("", "", form);
        for (var day = new LocalDate(2021, 9, 1); day < new LocalDate(2022, 3, 1); day = day.PlusDays(3))
        {
            var wide = DateExpressions.Resolve(expression, new(Edtf.Between(day, day.PlusDays(40)))).Date!;
            for (var step = 0; step <= 40; step += 4)
            {
                var narrow = DateExpressions.Resolve(expression, new(Edtf.Of(day.PlusDays(step)))).Date!;
                Assert.True(wide.Earliest <= narrow.Earliest && narrow.Latest <= wide.Latest, $"{form} told {day.PlusDays(step)}: {narrow} is not within {wide}");
            }
        }
    }

    private static void Holds(Func<string, bool> law) => Prop.ForAll(Texts, law).QuickCheckThrowOnFailure();
}
