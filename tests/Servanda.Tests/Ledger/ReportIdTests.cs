// What belongs to a report's identity, and what does not.
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class ReportIdTests
{
    private static readonly Report Told = Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22");

    [Fact]
    public void An_id_is_32_lower_case_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{32}$", Told.Id);

    [Fact]
    public void Rules_numbers_speakers_and_the_told_day_are_no_part_of_it()
    {
        var other = Told with { Rules = ["vi.withdraw.1"], Quantities = [new(6, "month", "notice")], Speaker = "RUS", Via = ["tass"], Person = "Donald Trump", Object = "treaty", Told = Edtf.Parse("2021") };
        Assert.Equal(Told.Id, ReportIds.Of(other));
    }

    [Fact]
    public void Whatever_the_page_says_and_where_it_says_it_is_part_of_it()
    {
        Report[] others =
        [
            Told with { Page = "p2" }, Told with { Act = "suspend" }, Told with { Source = ["RUS"] }, Told with { Source = [], Target = ["USA"] }, Told with { Agreement = null },
            Told with { Date = Edtf.Parse("2020-11-11") }, Told with { Polarity = Polarity.Denied }, Told with { Status = ReportStatus.Intended }, Told with { Evidence = [new(0, 21)] },
            Told with { Evidence = [new(0, 20), new(30, 40)] },
        ];
        Assert.Equal(others.Length + 1, others.Select(ReportIds.Of).Append(Told.Id).Distinct().Count());
    }

    [Fact]
    public void Of_a_date_the_words_count_and_not_what_they_were_read_to_mean()
    {
        var read = Told with { When = new("ngày 22 tháng 11 năm ngoái", "vi.day", "day 22 month 11 year -1") };
        var better = read with { Date = Edtf.Parse("2019-11-22"), When = read.When with { Form = "day 22 month 11 last year", Rule = "vi.day.2" } };
        Assert.Equal(ReportIds.Of(read), ReportIds.Of(better));
        Assert.NotEqual(ReportIds.Of(read), ReportIds.Of(read with { When = read.When with { Words = "22/11" } }));
    }
}
