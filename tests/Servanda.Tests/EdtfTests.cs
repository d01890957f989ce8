// Dates as stated: what EDTF texts mean, and that they round-trip.
using NodaTime;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class EdtfTests
{
    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2020-11-22", "2020-11-22", "2020-11-22")]
    [InlineData("199X", "1990-01-01", "1999-12-31")]
    [InlineData("19XX", "1900-01-01", "1999-12-31")]
    [InlineData("2020-05-XX", "2020-05-01", "2020-05-31")]
    [InlineData("2020-XX", "2020-01-01", "2020-12-31")]
    [InlineData("2020-05-21/2020-05-31", "2020-05-21", "2020-05-31")]
    [InlineData("2020-05/2020-07", "2020-05-01", "2020-07-31")]
    [InlineData("../2020-05", null, "2020-05-31")]
    [InlineData("2020-05-01/..", "2020-05-01", null)]
    [InlineData("2020-05~", "2020-05-01", "2020-05-31")]
    public void A_date_means_its_first_to_its_last_day(string text, string? first, string? last)
    {
        var date = Edtf.Parse(text);
        Assert.Equal((first, last), (date.Earliest is { } a ? Edtf.Iso(a) : null, date.Latest is { } b ? Edtf.Iso(b) : null));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("2021-13")]
    [InlineData("20-11-22")]
    [InlineData("2020-11-22/2020-11-11")]
    [InlineData("../..")]
    [InlineData("")]
    [InlineData("2020-5-1")]
    [InlineData("hôm qua")]
    public void What_is_no_date_is_refused(string text) => Assert.False(Edtf.TryParse(text, out _));

    [Fact]
    public void Whether_a_month_lies_before_a_day_in_it_is_unknown()
    {
        var month = Edtf.OfMonth(2020, 11);
        Assert.Equal(Truth.Unknown, month.Before(Edtf.Of(new LocalDate(2020, 11, 22))));
        Assert.Equal(Truth.Yes, month.Before(Edtf.Of(new LocalDate(2020, 12, 1))));
        Assert.Equal(Truth.No, month.Before(Edtf.Of(new LocalDate(2020, 11, 1))));
    }

    [Fact]
    public void Two_dates_meet_in_the_days_that_both_allow()
    {
        Assert.Equal("2021-10-18", Edtf.OfMonth(2021, 10).Meet(Edtf.Parse("2021-10-18"))!.Text);
        Assert.Equal("2021-10-18/2021-10-31", Edtf.OfMonth(2021, 10).Meet(Edtf.Parse("2021-10-18/2021-12-01"))!.Text);
        Assert.Null(Edtf.OfMonth(2021, 10).Meet(Edtf.OfMonth(2021, 11)));
    }
}
