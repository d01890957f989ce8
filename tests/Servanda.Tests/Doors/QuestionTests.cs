// whatif, due and check through the command: the answers that the terms give, in the shapes that programs read.
using System.Text;
using System.Text.Json;
using Servanda.Doors;
using Servanda.Output;
using Xunit;

namespace Servanda.Tests;

public class QuestionTests
{
    [Fact]
    public void Germany_out_at_the_end_of_February_with_a_conference_and_the_rounding_said()
    {
        var answer = WhatIf("open-skies", "--party", "DEU", "--act", "notify-withdrawal", "--on", "2026-08-31");
        Assert.True(answer.GetProperty("possible").GetBoolean());
        Assert.Equal(("2027-02-28", "2027-03-01"), (answer.GetProperty("earliest").GetString(), answer.GetProperty("other").GetString()));
        var conference = answer.GetProperty("duties").EnumerateArray().Single(duty => duty.GetProperty("what").GetString() == "conference");
        Assert.Equal(("2026-09-30", "2026-10-30", "XV(3)"), (conference.GetProperty("from").GetString(), conference.GetProperty("until").GetString(), conference.GetProperty("article").GetString()));
        Assert.Contains(Texts(answer, "because"), line => line.Contains("làm tròn về ngày cuối tháng", StringComparison.Ordinal) && line.Contains("XV(2)", StringComparison.Ordinal));
        var table = Command.RunIn("en", ["whatif", "open-skies", "--party", "Germany", "--on", "2026-08-31"]).Out;
        Assert.Contains("28 February 2027 (or 1 March 2027: the clause does not say how a month's end", table, StringComparison.Ordinal);
        Assert.Contains("2026-09-30", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_United_States_could_not_have_been_out_on_11_November_2020()
    {
        var answer = WhatIf("open-skies", "--party", "USA", "--act", "withdraw", "--on", "2020-11-11");
        Assert.False(answer.GetProperty("possible").GetBoolean());
        Assert.Equal(("2020-05-11", "2020-11-22"), (answer.GetProperty("noticeBy").GetString(), answer.GetProperty("earliest").GetString()));
        Assert.Contains(Texts(answer, "because"), line => line.Contains("11/5/2020", StringComparison.Ordinal) && line.Contains("XV(2)", StringComparison.Ordinal));
        Assert.True(WhatIf("open-skies", "--party", "USA", "--act", "withdraw", "--on", "2020-11-22").GetProperty("possible").GetBoolean());
    }

    [Fact]
    public void A_suspension_puts_performance_off_and_lets_the_term_run()
    {
        var answer = WhatIf("new-start", "--party", "RUS", "--act", "suspend", "--on", "2023-02-21");
        Assert.Equal(["RUS in-force suspended"], answer.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("party")} {change.GetProperty("before")} {change.GetProperty("after")}"));
        Assert.Contains("II(1)(b)", answer.GetProperty("released").EnumerateArray().Select(one => one.GetProperty("article").GetString()));
        Assert.Equal("2026-02-05", answer.GetProperty("clocks").EnumerateArray().Single().GetProperty("ends").GetString());
        Assert.Contains(Texts(answer, "because"), line => line.Contains("VCLT, Điều 72", StringComparison.Ordinal));
    }

    [Fact]
    public void The_calendar_of_a_notice_holds_the_window_and_the_day_out()
    {
        var events = Calendar("whatif", "open-skies", "--party", "DEU", "--on", "2026-08-31", "--format", "ics");
        Assert.Equal([("20260831", "20260901"), ("20260930", "20261031"), ("20270228", "20270301")], events.Select(one => (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"])));
        Assert.Equal(3, events.Select(one => one["UID"]).Distinct().Count());
        Assert.Contains("Đức ra khỏi Hiệp ước Bầu trời Mở", events[2]["SUMMARY"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_is_told_by_its_day_and_by_the_exit_code()
    {
        var answer = Command.Run("due", "open-skies", "--on", "2020-07-01", "--within", "180d", "--format", "json");
        Assert.Equal(Exit.Due, answer.Exit);
        var items = JsonDocument.Parse(answer.Out).RootElement.EnumerateArray().Where(item => item.GetProperty("party").GetString() == "USA").ToList();
        Assert.Equal(["conference 2020-06-21 2020-07-21 20", "withdrawal 2020-05-22 2020-11-22 144"], items.Select(item => $"{item.GetProperty("what")} {item.GetProperty("from")} {item.GetProperty("ends")} {item.GetProperty("days")}"));
        var none = Command.Run("due", "inf", "--on", "2026-11-22", "--within", "3m");
        Assert.Equal(Exit.Done, none.Exit);
        Assert.Contains("Không có việc gì đến hạn", none.Out, StringComparison.Ordinal);
        Assert.Equal([("20200621", "20200722"), ("20201122", "20201123")], Calendar("due", "open-skies", "--party", "USA", "--on", "2020-07-01", "--within", "26w", "--format", "ics").Where(one => !one["UID"].Contains("review", StringComparison.Ordinal)).Select(one => (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"])));
    }

    [Fact]
    public void A_watch_list_leaves_out_what_it_does_not_name()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["watch"], "# của tôi\nopen-skies/USA\n\nNga # mọi điều ước\n");
        string[] Watched(string file) => [.. JsonDocument.Parse(Command.Run("due", "--on", "2020-07-01", "--within", "1y", "--watch", file, "--format", "json").Out).RootElement.EnumerateArray().Select(item => item.GetProperty("party").GetString()!).Distinct().OfType<string>()];
        Assert.Contains("USA", Watched(folder["watch"]));
        File.WriteAllText(folder["other"], "inf\n");
        Assert.Empty(Watched(folder["other"]));
        File.WriteAllText(folder["bad"], "open-skies\nopen-sky/USA\n  Ngaa\n");
        var wrong = Command.Run("due", "--watch", folder["bad"]);
        Assert.Equal(Exit.Wrong, wrong.Exit);
        Assert.Contains($"{folder["bad"]}:2:1: the agreement 'open-sky'", wrong.Error, StringComparison.Ordinal);
        Assert.Contains($"{folder["bad"]}:3:3: 'Ngaa'", wrong.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string?, string> Facts => new()
    {
        { "what: ground-launched-missile, party: RUS, on: 2019-01-15, range: 499 km", "free", null, "" },
        { "what: ground-launched-missile, party: RUS, on: 2019-01-15, range: 500 km", "banned", "II(6)", "bị cấm" },
        { "what: ground-launched-missile, party: RUS, on: 2019-01-15, range: 5500 km", "banned", "II(5)", "5.500 km" },
        { "what: ground-launched-missile, party: RUS, on: 2019-01-15, range: 5501 km", "free", null, "" },
        { "what: air-launched-missile, party: RUS, on: 2019-01-15, range: 1000 km", "free", null, "không điều ước nào" },
        { "what: ground-launched-missile, party: RUS, on: 2019-08-02, range: 1000 km", "no-limit", null, "không bị" },
        { "what: ground-launched-missile, party: USA, on: 2019-08-02, range: 5500 km", "no-limit", null, "không bị" },
        { "what: trip, party: RUS, rank: third-secretary, on: 2017-08-18, distance: 30 mile, notice: 2 days", "contested", "VCDR 26", "chưa thể coi là vi phạm" },
        { "what: trip, party: RUS, rank: counsellor, on: 2017-08-18, distance: 30 mile, notice: 0 hours", "exempt", "VCDR 26", "được miễn" },
        { "what: trip, party: RUS, rank: third-secretary, on: 2017-08-18, distance: 16 mile, notice: 0 hours", "within", null, "không áp dụng" },
        { "what: staff, agreement: us-russia-diplomatic, party: USA, on: 2017-08-31, count: 1210", "no-limit", null, "" },
        { "what: staff, agreement: us-russia-diplomatic, party: USA, on: 2017-09-01, count: 456", "breached", "VCDR 11(1)", "vượt quá 455" },
        { "what: observation-flight, agreement: open-skies, party: RUS, over: CZE, at: Praha, on: 2019-05-01, notice: 72 hours, duration: 96 hours, distance: 600 km, flown: 3", "within", "Annex A, III", "còn 1 chuyến" },
        { "what: observation-flight, agreement: open-skies, party: RUS, over: CZE, at: Praha, on: 2019-05-01, notice: 72 hours, duration: 96 hours, distance: 601 km, flown: 3", "breached", "Annex A, III", "601 vượt quá 600" },
        { "what: observation-flight, agreement: open-skies, party: USA, over: RUS, on: 2019-05-01, notice: 3 days, duration: 4 days, flown: 42", "breached", "Annex A, I", "hết hạn ngạch" },
    };

    [Theory, MemberData(nameof(Facts))]
    public void A_fact_is_held_against_the_limits_of_its_day(string fact, string verdict, string? article, string words)
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["facts.yaml"], $"facts:\n  - {{ {fact} }}\n");
        var answer = Assert.Single(Check(folder["facts.yaml"]));
        Assert.Equal(verdict, answer.GetProperty("verdict").GetString());
        var lines = answer.GetProperty("lines").EnumerateArray().ToList();
        if (article is not null) Assert.Contains(lines, line => line.GetProperty("article").GetString() == article && line.GetProperty("verdict").GetString() == verdict);
        Assert.Contains(lines, line => line.GetProperty("says").GetString()!.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Flights_of_one_file_use_up_the_quota_of_their_year()
    {
        using var folder = new Command.Folder();
        string Flight(string day, string party) => $$"""{"what":"observation-flight","agreement":"open-skies","party":"{{party}}","over":"PRT","on":"{{day}}","notice":"72 hours","duration":"90 hours"}""";
        File.WriteAllLines(folder["flights.jsonl"], [Flight("2018-12-01", "DEU"), Flight("2019-02-01", "DEU"), Flight("2019-03-01", "FRA"), Flight("2019-04-01", "GBR")]);
        Assert.Equal(["within", "within", "within", "breached"], Check(folder["flights.jsonl"]).Select(answer => answer.GetProperty("verdict").GetString()!));
    }

    [Fact]
    public void Facts_with_faults_are_refused_all_at_once()
    {
        using var folder = new Command.Folder();
        File.WriteAllText(folder["facts.yaml"], "facts:\n  - { what: staff, party: USA, on: 2017-02-30, count: many }\n  - { what: staff, party: Ngaa, agreement: open-sky, on: 2017-02-03 }\n");
        File.WriteAllText(folder["names.yaml"], "facts:\n  - { what: staff, party: NGAA, on: 2017-02-03 }\n  - { what: staff, party: USA, agreement: open-sky, on: 2017-02-03 }\n");
        var answer = Command.Run("check", folder["facts.yaml"], folder["names.yaml"]);
        Assert.Equal(Exit.Wrong, answer.Exit);
        Assert.Empty(answer.Out);
        foreach (var found in (string[])[$"{folder["facts.yaml"]}:2:", "'2017-02-30'", "'many'", $"{folder["names.yaml"]}:2:", "'NGAA'", $"{folder["names.yaml"]}:3:", "open-sky"])
            Assert.Contains(found, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_come_from_standard_input_too()
    {
        var answer = Command.RunIn("en", ["check", "-"], new MemoryStream(Encoding.UTF8.GetBytes("facts: [{ what: air-launched-missile, party: RUS, on: 2019-01-15, range: 1000 km }]")));
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains("no agreement here limits air-launched missiles", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whatif open-skies --party RUS --act leave", "leave", "notify-withdrawal")]
    [InlineData("whatif open-skies", "--party", "")]
    [InlineData("due --within soon", "soon", "30d")]
    [InlineData("due --within 2y3", "2y3", "30d")]
    [InlineData("check", "FILE", "")]
    public void A_wrong_question_gives_one_line(string call, string found, string allowed)
    {
        foreach (var language in Door.Languages)
        {
            var answer = Command.RunIn(language, call.Split(' '));
            Assert.Equal((Exit.Wrong, "", 1), (answer.Exit, answer.Out, answer.Error.Count(c => c == '\n')));
            Assert.Contains(found, answer.Error, StringComparison.Ordinal);
            Assert.Contains(allowed, answer.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("whatif open-skies --party DEU --on 2026-08-31")]
    [InlineData("whatif new-start --party RUS --act suspend --on 2023-02-21")]
    [InlineData("due --on 2020-07-01 --within 1y --why")]
    public void Tables_fit_100_columns_in_both_languages(string call)
    {
        foreach (var language in Door.Languages)
            Assert.All(Command.RunIn(language, call.Split(' ')).Out.Split('\n'), line => Assert.True(Table.Columns(line) <= 100, line));
    }

    private static JsonElement WhatIf(params string[] arguments) => JsonDocument.Parse(Command.Run(["whatif", .. arguments, "--format", "json"]).Out).RootElement;

    private static List<JsonElement> Check(string path) => [.. JsonDocument.Parse(Command.Run("check", path, "--format", "json").Out).RootElement.EnumerateArray()];

    private static List<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];

    /// <summary>The events of a calendar, read as RFC 5545 says: lines end with CRLF and are at most 75 octets long, folded ones are joined.</summary>
    private static List<Dictionary<string, string>> Calendar(params string[] arguments)
    {
        var text = Command.Run(arguments).Out;
        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'), line));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (unfolded[0], unfolded[^2]));
        var events = new List<Dictionary<string, string>>();
        foreach (var line in unfolded)
            if (line == "BEGIN:VEVENT") events.Add([]);
            else if (events.Count > 0 && line.Contains(':')) events[^1].TryAdd(line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
        return events;
    }
}
