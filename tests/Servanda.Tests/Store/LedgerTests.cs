// What a ledger promises whatever is read into it, in whatever order.
using NodaTime;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LedgerTests
{
    private static readonly Instant Later = TempLedger.Noon + NodaTime.Duration.FromDays(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_batches_and_runs_never_change_the_export(int seed)
    {
        var readings = TempLedger.Many(150, seed);
        var once = TempLedger.ExportOf(readings);
        Assert.Contains("\"variants\"", once, StringComparison.Ordinal);
        Assert.Contains("\"inResponseTo\"", once, StringComparison.Ordinal);
        var shuffled = readings.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(once, TempLedger.ExportOf(shuffled, batch: 7, mergeEach: true));
        Assert.Equal(once, TempLedger.ExportOf(shuffled.Reverse(), batch: 40));
    }

    [Fact]
    public void One_sweep_over_many_reports_finds_what_asking_place_by_place_finds()
    {
        var readings = TempLedger.Many(2100, seed: 5, states: 60);
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(readings, batch: 400, mergeEach: true));
    }

    [Fact]
    public void Batches_made_ready_while_others_are_written_give_what_each_by_itself_gives()
    {
        var readings = TempLedger.Many(150);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        var sum = ledger.WriteAll(readings.Concat(readings.Take(5)).Chunk(7).Select(portion => new ReadBatch { Readings = portion }), TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal((readings.Count, 5), (sum.New, sum.Unchanged));
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(ledger));
    }

    [Fact]
    public void Reading_twice_adds_nothing()
    {
        var readings = TempLedger.Many(60);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var (once, before) = (TempLedger.ExportOf(ledger), ledger.Statistics());
        var again = ledger.Write(readings, [], Later);
        Assert.Equal(readings.Count, again.Unchanged);
        Assert.Equal(default, ledger.Merge(Later));
        Assert.Equal(before, ledger.Statistics());
        Assert.Equal(once, TempLedger.ExportOf(ledger));
        Assert.Empty(ledger.Changes(Later));
    }

    [Fact]
    public void Merging_after_every_page_gives_what_one_merge_gives_and_what_the_fold_gives()
    {
        var readings = TempLedger.Many(200, seed: 9);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        foreach (var reading in readings)
        {
            ledger.Write([reading], [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }
        var origins = readings.ToDictionary(r => r.Story.Page, r => new PageOrigin(r.Story.Page, r.Story.Outlet, r.Story.Credits, StorySignature.Of(r.Story)));
        var folded = Telling.Fold.Of(readings.SelectMany(reading => reading.Reports), [], origins);
        Assert.Equal(folded.Select(e => (e.Id, e.Date?.Text, e.Status, e.Origins, string.Join(',', e.Reports))), ledger.Events(EventQuery.All).OrderBy(e => e.Id, StringComparer.Ordinal).Select(e => (e.Id, e.Date?.Text, e.Status, e.Origins, string.Join(',', e.Reports))));
    }

    [Fact]
    public void A_reading_by_a_changed_coder_takes_the_place_of_the_one_before()
    {
        var old = TempLedger.Many(90);
        var changed = old.Select((reading, i) => TempLedger.Reading(reading.Story.Page, [.. reading.Reports.Where((_, j) => (i + j) % 3 > 0).Select(r => r with { Person = "Sergei Lavrov" })], coder: "2", outlet: reading.Story.Outlet)).ToList();
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(old, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var summary = ledger.Write(changed, [], Later);
        ledger.Merge(Later);
        Assert.Equal(old.Count, summary.Replaced);
        Assert.Equal(TempLedger.ExportOf(changed), TempLedger.ExportOf(ledger));
    }

    [Fact]
    public void Removing_a_page_gives_the_ledger_that_never_had_it()
    {
        var readings = TempLedger.Many(90);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.True(ledger.Remove(readings[3].Story.Page, Later));
        Assert.False(ledger.Remove("no such page", Later));
        Assert.Equal(TempLedger.ExportOf(readings.Where((_, i) => i != 3)), TempLedger.ExportOf(ledger));
    }

    [Fact]
    public void The_same_bytes_captured_twice_read_the_same_in_either_order()
    {
        var (first, second) = (Captured("2021-10-20"), Captured("2024-04-28"));
        Assert.Equal(TempLedger.ExportOf([first, second]), TempLedger.ExportOf([second, first]));
        Assert.Equal(TempLedger.ExportOf([first, second], batch: 1), TempLedger.ExportOf([second, first], batch: 1));

        static PageReading Captured(string day) => TempLedger.Reading("p1", [Telling.Report("p1", "withdraw USA @ open-skies 2020", told: $"../{day}")], seen: new("p1", $"{day}.warc", 0, Captured: Edtf.Parse(day)));
    }

    [Fact]
    public void What_was_known_on_a_day_is_what_a_ledger_fed_until_then_says()
    {
        var day = new LocalDate(2021, 10, 8);
        var readings = TempLedger.Many(200, seed: 4);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var known = readings.Select(r => TempLedger.Reading(r.Story.Page, [.. r.Reports.Where(report => report.Told?.Latest <= day)], outlet: r.Story.Outlet)).ToList();
        using var other = new TempLedger();
        using var fed = other.Open();
        fed.Write(known, [], TempLedger.Noon);
        fed.Merge(TempLedger.Noon);
        var expected = fed.Events(EventQuery.All).Select(Line).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, ledger.Events(EventQuery.All with { KnownAt = day }).Select(Line));
        Assert.Equal(fed.Events(new() { Agreement = "inf", Actors = ["RUS"] }).Select(Line), ledger.Events(new() { Agreement = "inf", Actors = ["RUS"], KnownAt = day }).Select(Line));

        static string Line(Event e) => $"{e.Id} {e.Act} {e.Date} {e.Status} {e.Origins} {string.Join(',', e.Reports)} {string.Join(',', e.InResponseTo)}";
    }

    [Fact]
    public void A_citation_never_dangles()
    {
        var (a, b, c) = (Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22"), Telling.Report("p2", "withdraw USA @ open-skies 2020-11"), Telling.Report("p3", "withdraw USA @ open-skies 2020"));
        var reports = new[] { a, b, c }.OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        foreach (var report in reports.Reverse())
        {
            ledger.Write([TempLedger.Reading(report.Page, [report])], [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }
        foreach (var report in reports) Assert.Equal(reports[0].Id, ledger.Find(report.Id).One!.Event!.Id);
        Assert.Equal(reports[0].Id, ledger.Find(reports[2].Id[..12]).One!.Event!.Id);

        // A better coder no longer finds the report that gave the event its name.
        ledger.Write([TempLedger.Reading(reports[0].Page, [], coder: "2")], [], Later);
        ledger.Merge(Later);
        var gone = ledger.Find(reports[0].Id).One!;
        Assert.False(gone.IsLive);
        Assert.Equal(reports[1].Id, gone.SupersededBy);
        Assert.Equal(reports[1].Id, gone.Event!.Id);
        Assert.Contains(ledger.Changes(Later), change => change.Event == reports[0].Id && change.Kind == "superseded" && change.By == reports[1].Id);
    }

    [Fact]
    public void A_beginning_that_fits_two_ids_names_both()
    {
        var reports = Enumerable.Range(0, 40).Select(i => Telling.Report("p1", "accuse RUS > USA 2020", at: i * 30) with { Id = $"abcd{i:x28}" }).ToArray();
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", reports)], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var found = ledger.Find("abcd");
        Assert.Null(found.One);
        Assert.Equal(10, found.Candidates.Count);
        Assert.Empty(ledger.Find("ffff").Candidates);
        Assert.Empty(ledger.Find("no id' or 1=1 --").Candidates);
    }

    [Fact]
    public void A_story_comes_back_as_it_was_read()
    {
        var map = new TextMap([new(0, 0, 1), new(5, 5, 2), new(9, 13, 3), new(12, 40, 0), new(20, 41, 1)]);
        var reading = TempLedger.Reading("p1", [Telling.Report("p1", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-23")], told: "2020-11-23", outlet: "a.vn", credits: ["TASS", "Reuters"]);
        reading = reading with { Story = reading.Story with { Map = map, Metadata = [("og:published", Edtf.Parse("2020-11-23"))], Repairs = ["nfc"] }, Told = new(Edtf.Parse("2020-11-23"), [new(ToldGround.Stamp, Edtf.Parse("2020-11-23"), 0.9, new(3, 8), "dấu ngày", true)]) };
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([reading], [], TempLedger.Noon);
        var back = ledger.Reading("p1")!;
        Assert.Equal(reading.Story.Text, back.Story.Text);
        Assert.Equal(map.Runs, back.Story.Map.Runs);
        Assert.Equal(reading.Story.Blocks, back.Story.Blocks);
        Assert.Equal(reading.Story.Metadata, back.Story.Metadata);
        Assert.Equal(reading.Told.Evidence, back.Told.Evidence);
        Assert.Equal(reading.Sighting, Assert.Single(back.Sightings));
        Assert.Equal("2020-11-23", Assert.Single(back.Reports).Told!.Text);
        Assert.Null(ledger.Reading("p2"));
    }

    [Fact]
    public void A_report_and_its_event_come_back_as_they_were_made()
    {
        var full = Telling.Report("p1", "expel NATO > RUS @ russia-mission-to-nato 2021-10-06", ReportStatus.Alleged, "2021-10-07?", "Jens \"Stoltenberg\"\n đ 😀", Polarity.Denied, [new(8m, "person"), new(0.50m, "percent", "min")], "RUS", ["tass"]) with
        {
            Object = "staff",
            When = new("ngày 6/10", "day", "day 6 month 10"),
            Rules = ["a", "b"],
            InResponseTo = "ffff",
            Word = WordOf.Document,
            Record = new("C.N.1", [new("FRA", Edtf.Parse("2021-10-08"))], Title: "Công hàm"),
        };
        full = full with { Id = ReportIds.Of(full) };
        var bare = Telling.Report("p2", "withdraw");
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [full]), TempLedger.Reading("p2", [bare])], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(new[] { full, bare }.OrderBy(report => report.Id, StringComparer.Ordinal).Select(Written), ledger.LiveReports().Select(Written));
        Assert.Equal(Telling.Fold.Of([full, bare], [], Telling.NoOrigins).Select(Written), ledger.Events(EventQuery.All).OrderBy(e => e.Id, StringComparer.Ordinal).Select(Written));

        static string Written<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
    }

    [Fact]
    public void Dockets_hold_what_they_ask_for()
    {
        var readings = TempLedger.Many(150);
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write(readings, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        var all = ledger.Events(EventQuery.All).ToList();
        EventQuery[] queries =
        [
            new() { Agreement = "inf" }, new() { Actors = ["RUS"] }, new() { Actors = ["RUS", "USA"] }, new() { Acts = ["sign", "expel"] }, new() { From = new(2021, 10, 1), To = new(2021, 12, 31) },
            new() { Agreement = "open-skies", Actors = ["GBR"], To = new(2021, 12, 31) }, new() { From = new(2022, 1, 1) },
        ];
        foreach (var query in queries)
        {
            var expected = all.Where(query.Holds).Select(e => e.Id).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, ledger.Events(query).Select(e => e.Id));
        }
        Assert.Equal(all.Select(e => e.Id), EventQuery.InOrder(all).Select(e => e.Id));
    }

    [Theory]
    [InlineData("rút khỏi hiệp ước", 2)]
    [InlineData("rut khoi HIEP UOC", 2)]
    [InlineData("\"hiep uoc rut khoi\"", 0)]
    [InlineData("Đức", 1)]
    [InlineData("duc", 1)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("\" AND NEAR( *", 0)]
    [InlineData("", 0)]
    public void Words_are_found_with_and_without_accents(string words, int hits)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [], text: "Nga rút khỏi Hiệp ước Bầu trời Mở."), TempLedger.Reading("p2", [Telling.Report("p2", "criticize DEU > USA")], text: "Đức lấy làm tiếc việc Mỹ rút khỏi hiệp ước.")], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal(hits, ledger.Search(words).Count);
    }

    [Fact]
    public void A_search_names_the_reports_that_rest_on_the_words()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        var report = Telling.Report("p2", "criticize DEU > USA");
        ledger.Write([TempLedger.Reading("p2", [report], text: "Đức lấy làm tiếc việc Mỹ rút khỏi hiệp ước.")], [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        Assert.Equal([report.Id], Assert.Single(ledger.Search("lay lam tiec")).Reports);
        Assert.Empty(Assert.Single(ledger.Search("hiệp ước")).Reports);
    }

    [Fact]
    public void A_page_that_could_not_be_read_is_listed_until_it_can()
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([], [new(new("p1", "pages/p1.txt"), "empty", "The file is empty.")], TempLedger.Noon);
        Assert.Equal("empty", Assert.Single(ledger.Rejects()).Code);
        ledger.Write([TempLedger.Reading("p1", [])], [], Later);
        Assert.Empty(ledger.Rejects());
    }
}
