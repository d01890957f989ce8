// A course, whose histories are worked out once, answers as if each day had been asked about alone.
using NodaTime;
using Servanda.Model;
using Servanda.Terms;
using Xunit;

namespace Servanda.Tests;

public class CourseTests
{
    [Fact]
    public void A_course_says_of_every_day_what_the_status_of_that_day_says()
    {
        var compared = 0;
        foreach (var agreement in ShippedKnowledge.All.Agreements)
        {
            var events = Told(agreement);
            var course = new Course(agreement, events);
            foreach (var day in agreement.Register.Select(act => act.Date.Latest).OfType<LocalDate>().Concat(events.Select(told => told.Date!.Latest!.Value)).SelectMany(day => new[] { day.PlusDays(-1), day }).Distinct().Order())
            {
                Assert.Equal(Statuses.Of(agreement, events, new(day)).Select(Said), course.On(day).Select(Said));
                compared++;
            }
        }
        Assert.True(compared > 500, $"only {compared} days were compared");
    }

    /// <summary>What pages might tell beside the register: a notice, an exit on another day than the register's, a suspension towards one.</summary>
    private static List<Event> Told(Agreement agreement) =>
    [
        .. agreement.Parties.Take(3).SelectMany((entry, i) => new (string Act, int Year)[] { ("notify-withdrawal", 2015), ("withdraw", 2016 + i), ("suspend", 2012), ("resume", 2013) }.Select((one, j) => new Event
        {
            Id = $"{agreement.Id}-{i}-{j}",
            Act = one.Act,
            Source = [entry.Party],
            Target = one.Act == "suspend" && i == 0 ? ["NATO"] : [],
            Agreement = agreement.Id,
            Date = Edtf.Of(new(one.Year, 6, 15)),
            FirstTold = Edtf.Of(new(one.Year, 6, 16)),
            Reports = [$"{agreement.Id}-{i}-{j}"],
            Status = ReportStatus.Occurred,
            Polarity = Polarity.Affirmed,
            Origins = 1,
            OriginNames = ["tass"],
        })),
    ];

    private static string Said(StatusAnswer answer) => string.Join(" | ",
    [
        answer.Party, answer.Towards, answer.Status.Word(), $"{answer.InForce}", $"{answer.Verified}", .. answer.Clocks.Select(clock => $"{clock}"), .. answer.Limits.Select(limit => $"{limit}"),
        .. answer.Views.Select(view => $"{string.Join(',', view.By)} {view.Status} {view.Basis.Key} {string.Join(',', view.Basis.Arguments)}"), .. answer.Because.Select(reason => $"{reason.Text.Key} {string.Join(',', reason.Text.Arguments)} {reason.Article} {reason.Report}"),
    ]);
}
