// What was known of reports on a day, from all days worked out at once, against the fold of those that had been told by the day.
using NodaTime;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class KnownPartsTests
{
    /// <summary>Reports that meet as often as can be: few acts, whom they name and when they were told by chance, some told alike on many pages, some twice on one.</summary>
    private static IReadOnlyList<Report> Meeting(int seed)
    {
        var chance = new Random(seed);
        string[] acts = seed % 3 == 0 ? ["withdraw"] : seed % 3 == 1 ? ["suspend", "close-mission"] : ["expel", "meet", "sign"];
        string[] actors = ["RUS", "USA", "NATO", "GBR"];
        string?[] agreements = [null, "open-skies", "open-skies", "inf"];
        string?[] dates = [null, null, "2021", "2021-10", "2021-10-06", "2021-10-07", "2021-10-01/2021-10-10", "2021-10-05~", "202X", "../2021-10-06"];
        string?[] persons = [null, null, "Sergei Lavrov", "Lavrov", "Blinken"];
        var reports = new Dictionary<string, Report>(StringComparer.Ordinal);
        for (var i = 0; i < 160; i++)
        {
            string?[] parts = [acts[chance.Next(acts.Length)], chance.Next(8) == 0 ? null : One(actors), chance.Next(3) == 0 ? $"> {One(actors)}" : null, agreements[chance.Next(agreements.Length)] is { } agreement ? $"@ {agreement}" : null, dates[chance.Next(dates.Length)]];
            var told = chance.Next(12) == 0 ? null : Edtf.Of(new LocalDate(2021, 9, 20).PlusDays(chance.Next(60))).Text;
            var report = Telling.Report($"p{chance.Next(70)}", string.Join(' ', parts.OfType<string>()), chance.Next(4) == 0 ? (ReportStatus)chance.Next(5) : ReportStatus.Occurred, told, persons[chance.Next(persons.Length)],
                quantities: chance.Next(4) == 0 ? [new(chance.Next(1, 4) * 10, "person")] : null, at: i);
            reports.TryAdd(report.Id, report);
            // The same on other pages, told on other days.
            for (var copy = chance.Next(6) == 0 ? chance.Next(8) : 0; copy > 0; copy--)
            {
                var same = report with { Id = "", Page = $"p{chance.Next(70)}", Told = Edtf.Of(new LocalDate(2021, 9, 20).PlusDays(chance.Next(60))) };
                same = same with { Id = ReportIds.Of(same) };
                reports.TryAdd(same.Id, same);
            }
        }
        return [.. reports.Values];

        string One(string[] all) => chance.Next(5) == 0 ? string.Join(',', all.OrderBy(_ => chance.Next()).Take(2).Order(StringComparer.Ordinal)) : all[chance.Next(all.Length)];
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public void What_was_known_on_any_day_is_what_those_give_that_had_been_told_by_then(int seed)
    {
        var reports = Meeting(seed);
        var known = Telling.Fold.Folding.KnownOn(new(reports, [], Telling.NoOrigins));
        var sizes = new HashSet<int>();
        // Not in their order: what was asked before makes no difference.
        foreach (var day in Enumerable.Range(0, 32).Select(i => new LocalDate(2021, 9, 18).PlusDays(i * 21 % 64)))
        {
            var told = Telling.Events([.. reports.Where(report => report.Told?.Latest <= day)]);
            sizes.UnionWith(told.Select(one => one.Reports.Count));
            Assert.Equal(told.Select(Written), known(day).OrderBy(one => one.Id, StringComparer.Ordinal).Select(Written));
        }
        Assert.True(sizes.Max() > 4, $"The largest event has {sizes.Max()} reports; these should meet more often.");
    }

    [Fact]
    public void One_event_that_thousands_of_pages_tell_alike_is_worked_out_for_every_day_in_a_moment()
    {
        var first = Telling.Report("p", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-23");
        List<Report> reports = [.. Enumerable.Range(0, 3000).Select(i => first with { Page = $"p{i}", Told = Edtf.Of(new LocalDate(2020, 11, 23).PlusDays(i * 7 % 1500)) }).Select(report => report with { Id = ReportIds.Of(report) })];
        var known = Telling.Fold.Folding.KnownOn(new(reports, [], Telling.NoOrigins));
        var day = new LocalDate(2022, 1, 1);
        Assert.Equal(reports.Where(report => report.Told!.Latest <= day).Select(report => report.Id).Order(StringComparer.Ordinal), Assert.Single(known(day)).Reports);
    }

    private static string Written(Event told) => System.Text.Json.JsonSerializer.Serialize(told);
}
