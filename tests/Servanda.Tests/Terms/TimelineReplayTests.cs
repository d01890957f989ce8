// The histories of the regimes of the five real pages, replayed: where a party stands after each act, as known on that day.
using NodaTime.Text;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class TimelineReplayTests
{
    /// <summary>Agreement, party, the day of an act or the day before its effect, the status then, the end of the clock that runs for a withdrawal or a term.</summary>
    [Theory]
    // Open Skies: announced, given notice, conferred, out.
    [InlineData("open-skies", "USA", "2001-12-31", "signatory", null)]
    [InlineData("open-skies", "USA", "2002-01-01", "in-force", null)]
    [InlineData("open-skies", "USA", "2020-05-21", "in-force", null)]
    [InlineData("open-skies", "USA", "2020-05-22", "notice-running", "2020-11-22")]
    [InlineData("open-skies", "USA", "2020-07-07", "notice-running", "2020-11-22")]
    [InlineData("open-skies", "USA", "2020-11-21", "notice-running", "2020-11-22")]
    [InlineData("open-skies", "USA", "2020-11-22", "withdrawn", "2020-11-22")]
    [InlineData("open-skies", "RUS", "2020-11-22", "in-force", null)]
    [InlineData("open-skies", "RUS", "2021-01-15", "in-force", null)]
    [InlineData("open-skies", "RUS", "2021-05-19", "in-force", null)]
    [InlineData("open-skies", "RUS", "2021-06-02", "in-force", null)]
    [InlineData("open-skies", "RUS", "2021-06-07", "in-force", null)]
    [InlineData("open-skies", "RUS", "2021-06-18", "notice-running", "2021-12-18")]
    [InlineData("open-skies", "RUS", "2021-07-20", "notice-running", "2021-12-18")]
    [InlineData("open-skies", "RUS", "2021-12-17", "notice-running", "2021-12-18")]
    [InlineData("open-skies", "RUS", "2021-12-18", "withdrawn", "2021-12-18")]
    // INF: in force, suspended by both with a notice running, ended for both.
    [InlineData("inf", "USA", "1987-12-08", "signatory", null)]
    [InlineData("inf", "USA", "1988-06-01", "in-force", null)]
    [InlineData("inf", "USA", "2019-02-01", "in-force", null)]
    [InlineData("inf", "USA", "2019-02-02", "suspended", "2019-08-02")]
    [InlineData("inf", "RUS", "2019-02-01", "in-force", null)]
    [InlineData("inf", "RUS", "2019-02-02", "suspended", null)]
    [InlineData("inf", "RUS", "2019-03-04", "suspended", null)]
    [InlineData("inf", "RUS", "2019-07-03", "suspended", null)]
    [InlineData("inf", "USA", "2019-08-01", "suspended", "2019-08-02")]
    [InlineData("inf", "USA", "2019-08-02", "ended", "2019-08-02")]
    [InlineData("inf", "RUS", "2019-08-02", "ended", null)]
    // New START: provisional, in force for a term, extended, suspended by one, run out.
    [InlineData("new-start", "RUS", "2010-04-08", "provisional", null)]
    [InlineData("new-start", "RUS", "2011-02-05", "in-force", "2021-02-05")]
    [InlineData("new-start", "USA", "2021-02-02", "in-force", "2021-02-05")]
    [InlineData("new-start", "USA", "2021-02-03", "in-force", "2026-02-05")]
    [InlineData("new-start", "RUS", "2022-08-08", "in-force", "2026-02-05")]
    [InlineData("new-start", "RUS", "2023-02-21", "in-force", "2026-02-05")]
    [InlineData("new-start", "RUS", "2023-02-28", "suspended", "2026-02-05")]
    [InlineData("new-start", "USA", "2023-06-01", "in-force", "2026-02-05")]
    [InlineData("new-start", "RUS", "2026-02-04", "suspended", "2026-02-05")]
    [InlineData("new-start", "RUS", "2026-02-05", "ended", null)]
    [InlineData("new-start", "USA", "2026-02-06", "ended", null)]
    // NATO and Russia: the Founding Act, the Council, the missions.
    [InlineData("nato-russia-founding-act", "RUS", "1997-05-27", "in-force", null)]
    [InlineData("nato-russia-founding-act", "RUS", "2022-06-30", "in-force", null)]
    [InlineData("nato-russia-council", "NATO", "2002-05-28", "in-force", null)]
    [InlineData("nato-russia-council", "NATO", "2008-09-01", "suspended", null)]
    [InlineData("nato-russia-council", "NATO", "2009-07-01", "in-force", null)]
    [InlineData("nato-russia-council", "NATO", "2014-04-01", "suspended", null)]
    [InlineData("nato-russia-council", "RUS", "2025-12-03", "ended", null)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-18", "in-force", null)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-31", "in-force", null)]
    [InlineData("russia-mission-to-nato", "RUS", "2021-11-01", "suspended", null)]
    [InlineData("nato-mlm-moscow", "NATO", "2021-10-31", "in-force", null)]
    [InlineData("nato-mlm-moscow", "NATO", "2021-11-01", "ended", null)]
    [InlineData("nato-info-office-moscow", "NATO", "2021-10-31", "in-force", null)]
    [InlineData("nato-info-office-moscow", "NATO", "2021-11-01", "ended", null)]
    // Relations stay in force through every expulsion and closure.
    [InlineData("us-russia-diplomatic", "RUS", "2016-12-29", "in-force", null)]
    [InlineData("us-russia-diplomatic", "USA", "2018-03-31", "in-force", null)]
    public void After_each_act_a_party_stands_where_its_history_put_it(string agreement, string party, string day, string status, string? ends)
    {
        var answer = On(agreement, party, day);
        Assert.Equal((status, false), (answer.Status.Word(), answer.Expected));
        Assert.Equal(ends, answer.Clocks.FirstOrDefault(clock => clock.What is "withdrawal" or "term")?.Ends is { } end ? Edtf.Iso(end) : null);
    }

    [Theory]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-26", "30")]
    [InlineData("russia-mission-to-nato", "RUS", "2018-03-27", "20")]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-05", "20")]
    [InlineData("russia-mission-to-nato", "RUS", "2021-10-06", "10")]
    [InlineData("us-russia-diplomatic", "USA", "2017-07-28", null)]
    [InlineData("us-russia-diplomatic", "USA", "2017-08-31", null)]
    [InlineData("us-russia-diplomatic", "USA", "2017-09-01", "455")]
    [InlineData("us-russia-diplomatic", "USA", "2021-08-01", "455")]
    public void A_ceiling_holds_from_its_day_and_not_from_the_day_it_was_announced(string agreement, string party, string day, string? people) =>
        Assert.Equal(people, On(agreement, party, day).Limits.FirstOrDefault(limit => limit.What == "staff")?.Value?.ToString("0", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("new-start", "RUS", "2023-05-31", false)]
    [InlineData("new-start", "RUS", "2023-06-01", true)]
    [InlineData("nato-russia-founding-act", "RUS", "2025-12-02", false)]
    [InlineData("nato-russia-founding-act", "RUS", "2025-12-03", true)]
    public void A_suspension_or_end_that_one_side_denies_is_contested_from_the_day_it_does(string agreement, string party, string day, bool contested) =>
        Assert.Equal(contested, On(agreement, party, day).Contested);

    private static StatusAnswer On(string agreement, string party, string day)
    {
        var on = LocalDatePattern.Iso.Parse(day).Value;
        return Statuses.Of(Shipped.Agreement(agreement), [], new(on, on, Basis.Register), party).First(answer => answer.Towards is null);
    }
}
