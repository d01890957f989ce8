// Looking after a ledger and asking it, through the command: changes, coverage, search, forget, verify, backup, restore, ladder, the two times.
using System.Text.Json;
using Servanda.Doors;
using Servanda.Output;
using Xunit;

namespace Servanda.Tests;

public class LedgerVerbTests(LedgerCopies samples) : IClassFixture<LedgerCopies>
{
    private static string Id(JsonElement e) => e.GetProperty("id").GetString()!;

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(one => one.GetString()!);

    [Theory]
    [InlineData("timeline --actors RUS,USA --ladder")]
    [InlineData("changes --since 2026-11-22")]
    [InlineData("coverage")]
    [InlineData("coverage open-skies")]
    [InlineData("search Bầu trời Mở")]
    [InlineData("verify")]
    [InlineData("rule")]
    [InlineData("record")]
    public void Answers_fit_100_columns_in_both_languages(string call)
    {
        var ledger = samples.Copy();
        foreach (var language in Door.Languages)
        {
            var answer = Command.RunIn(language, [.. call.Split(' '), "--ledger", ledger]);
            Assert.True(answer.Exit == Exit.Done, answer.Error);
            Assert.NotEmpty(answer.Out);
            Assert.All(answer.Out.Split('\n'), line => Assert.True(Table.Columns(line) <= 100, line));
        }
    }

    [Fact]
    public void A_ladder_gives_what_each_of_two_did_to_the_other_with_what_pages_link()
    {
        var rungs = LedgerCopies.Json(samples.Copy(), "timeline", "--actors", "RUS,USA", "--ladder").EnumerateArray().ToList();
        Assert.Contains(rungs, rung => rung.GetProperty("by").GetString() == "USA");
        Assert.Contains(rungs, rung => rung.GetProperty("by").GetString() == "RUS");
        var ids = rungs.Select(Id).ToHashSet();
        foreach (var rung in rungs)
        {
            Assert.All(Strings(rung.GetProperty("answers")), answered => Assert.Contains(answered, ids));
            Assert.Equal(rung.GetProperty("answers").GetArrayLength() > 0, rung.GetProperty("depth").GetInt32() > 0);
            Assert.Contains(rung.GetProperty("by").GetString()!, Strings(rung.GetProperty("source")));
        }
        Assert.Contains("RUS,USA", LedgerCopies.Refused("timeline", "--actors", "RUS", "--ladder", "--ledger", samples.Copy()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_in_the_world_gives_what_may_lie_on_it_and_is_no_range()
    {
        var ledger = samples.Copy();
        var events = LedgerCopies.Json(ledger, "timeline", "open-skies", "--on", "2020-11-22").EnumerateArray().ToList();
        Assert.Contains(events, e => e.GetProperty("date").GetString() == "2020-11-22");
        Assert.All(events, e => Assert.NotNull(e.GetProperty("date").GetString()));
        LedgerCopies.Refused("timeline", "--on", "2020-11-22", "--from", "2020-01-01", "--ledger", ledger);
    }

    [Fact]
    public void An_event_is_explained_as_it_was_known_on_a_day()
    {
        var ledger = samples.Copy();
        var told = LedgerCopies.Json(ledger, "timeline", "open-skies", "--act", "withdraw").EnumerateArray().First(e => e.GetProperty("pages").GetArrayLength() >= 2);
        var first = told.GetProperty("firstTold").GetString()!;
        var all = LedgerCopies.Json(ledger, "explain", Id(told)).GetProperty("tellers").GetArrayLength();
        var known = LedgerCopies.Json(ledger, "explain", Id(told), "--known-at", Servanda.Model.Edtf.Parse(first).Latest!.Value.ToString("uuuu-MM-dd", null)).GetProperty("tellers").GetArrayLength();
        Assert.InRange(known, 1, all - 1);
        Assert.Contains("1950-01-01", LedgerCopies.Refused("explain", Id(told), "--known-at", "1950-01-01", "--ledger", ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_explained_with_all_who_tell_of_it_what_they_agree_and_differ_on_and_their_independent_origins()
    {
        var ledger = samples.Copy();
        foreach (var told in LedgerCopies.Json(ledger, "timeline").EnumerateArray().Where(e => e.GetProperty("reports").GetArrayLength() >= 2).Take(5))
        {
            var explained = LedgerCopies.Json(ledger, "explain", Id(told));
            var reports = Strings(told.GetProperty("reports")).ToList();
            Assert.Equal(reports, explained.GetProperty("tellers").EnumerateArray().Select(teller => teller.GetProperty("report").GetString()));
            var independent = explained.GetProperty("independent").EnumerateArray().ToList();
            Assert.Equal(told.GetProperty("origins").GetInt32(), independent.Count);
            Assert.Equal(reports, independent.SelectMany(origin => Strings(origin.GetProperty("reports"))).Order(StringComparer.Ordinal));
            Assert.All(independent, origin => Assert.Equal(origin.GetProperty("reports").GetArrayLength() > 1, origin.GetProperty("shared").GetArrayLength() > 0));
            var agreed = explained.GetProperty("agreed").EnumerateArray().Select(one => one.GetProperty("about").GetString()).ToHashSet();
            var differ = explained.GetProperty("differ").EnumerateArray().GroupBy(one => one.GetProperty("about").GetString()).ToList();
            Assert.All(differ, about => Assert.DoesNotContain(about.Key, agreed));
            Assert.All(differ, about => Assert.True(about.Count() > 1));
        }
    }

    [Fact]
    public void Changes_tell_what_a_further_page_made_new_changed_and_superseded()
    {
        var ledger = samples.Free("changes.db");
        var pages = Directory.GetFiles(Repository.PathOf("samples")).Order(StringComparer.Ordinal).ToList();
        Command.Run(["read", .. pages, "--ledger", ledger]);
        var all = LedgerCopies.Json(ledger, "changes", "--since", "2026-11-22").EnumerateArray().ToList();
        var events = all.Where(change => change.GetProperty("what").GetString() == "event").ToList();
        Assert.Equal(LedgerCopies.Json(ledger, "timeline").EnumerateArray().Select(Id).Order(StringComparer.Ordinal), events.Select(Id).Order(StringComparer.Ordinal));
        Assert.All(events, change => Assert.Equal("new", change.GetProperty("kind").GetString()));
        Assert.Equal(LedgerCopies.Json(ledger, "findings").GetArrayLength(), all.Count(change => change.GetProperty("what").GetString() == "finding"));
        Assert.Equal(0, LedgerCopies.Json(ledger, "changes", "--since", "2026-11-23").GetArrayLength());
        // The next day a document says what no page and no register says: a status changes.
        File.WriteAllText(ledger + ".yaml", "agreement: open-skies\nact: withdraw\nparty: FRA\ndate: 2024-01-01\nreference: Công hàm thử 1\n");
        LedgerCopies.JsonAt(24 * 60, ledger, "record", ledger + ".yaml");
        var later = LedgerCopies.Json(ledger, "changes", "--since", "2026-11-23").EnumerateArray().ToList();
        Assert.Equal(["event", "status"], later.Select(change => change.GetProperty("what").GetString()));
        Assert.Equal(("FRA", "in-force", "withdrawn"), (later[1].GetProperty("party").GetString(), later[1].GetProperty("before").GetString(), later[1].GetProperty("now").GetString()));
        Assert.Contains("--since", LedgerCopies.Refused("changes", "--ledger", ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_says_what_was_read_and_what_was_not_understood()
    {
        var ledger = samples.Copy();
        var coverage = LedgerCopies.Json(ledger, "coverage");
        var pages = Directory.GetFiles(Repository.PathOf("samples")).Length;
        Assert.Equal(pages, coverage.GetProperty("pages").GetInt32());
        Assert.Equal(pages, coverage.GetProperty("languages").EnumerateArray().Sum(language => language.GetProperty("count").GetInt32()));
        Assert.Equal(pages, coverage.GetProperty("outlets").EnumerateArray().Sum(outlet => outlet.GetProperty("pages").GetInt32()));
        var (mentions, candidates, dropped) = (coverage.GetProperty("actorMentions").GetInt32(), coverage.GetProperty("candidates").GetInt32(), coverage.GetProperty("dropped").GetInt32());
        Assert.True(mentions > 0 && candidates > dropped && dropped > 0);
        Assert.Equal(Math.Round((decimal)candidates / mentions, 3), coverage.GetProperty("candidatesPerMention").GetDecimal());
        Assert.True(coverage.GetProperty("unknown").GetArrayLength() > 0);
        Assert.Single(LedgerCopies.Json(ledger, "coverage", "--limit", "1").GetProperty("unknown").EnumerateArray());
        var docket = LedgerCopies.Json(ledger, "coverage", "open-skies").GetProperty("pages").GetInt32();
        Assert.InRange(docket, 1, pages - 1);
        Assert.InRange(LedgerCopies.Json(ledger, "coverage", "open-skies", "--known-at", "2020-12-31").GetProperty("pages").GetInt32(), 1, docket - 1);
    }

    [Theory]
    [InlineData("\"bầu trời mở\"")]
    [InlineData("BAU TROI MO")]
    [InlineData("bau trời Mở")]
    public void Words_are_found_with_or_without_accents_in_stories_and_reports(string words)
    {
        var ledger = samples.Copy();
        var hits = LedgerCopies.Json(ledger, "search", words).EnumerateArray().ToList();
        Assert.NotEmpty(hits);
        Assert.Contains(hits, hit => hit.GetProperty("reports").EnumerateArray().Any(report => report.GetProperty("agreement").GetString() == "open-skies"));
        Assert.Equal(hits.Count, LedgerCopies.Json(ledger, "search", "bầu trời mở").GetArrayLength());
    }

    [Fact]
    public void Đ_is_found_as_d_and_words_that_are_nowhere_are_not_found()
    {
        var ledger = samples.Copy();
        Assert.Equal(LedgerCopies.Json(ledger, "search", "đại sứ quán").ToString(), LedgerCopies.Json(ledger, "search", "dai su quan").ToString());
        Assert.NotEqual(0, LedgerCopies.Json(ledger, "search", "dai su quan").GetArrayLength());
        Assert.Equal(0, LedgerCopies.Json(ledger, "search", "chuồn chuồn kim").GetArrayLength());
        Assert.Contains("?!", LedgerCopies.Refused("search", "?!", "--ledger", ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_on_a_day_or_as_known_on_a_day_gives_less()
    {
        var ledger = samples.Copy();
        var all = LedgerCopies.Json(ledger, "search", "hiệp ước").GetArrayLength();
        Assert.InRange(LedgerCopies.Json(ledger, "search", "hiệp ước", "--known-at", "2019-12-31").GetArrayLength(), 1, all - 1);
        var onDay = LedgerCopies.Json(ledger, "search", "hiệp ước", "--on", "2020-11-22").EnumerateArray().ToList();
        Assert.InRange(onDay.Count, 1, all - 1);
        Assert.All(onDay, hit => Assert.NotEqual(0, hit.GetProperty("reports").GetArrayLength()));
    }

    [Theory]
    [InlineData("'; drop table event; --")]
    [InlineData("NEAR(a b) * ^ : AND")]
    public void Words_ids_and_names_that_look_like_SQL_are_only_words(string text)
    {
        var ledger = samples.Copy();
        var before = LedgerCopies.Export(ledger);
        // A word, an id, a page, the name of a judge and a reason: found or refused, and nothing else.
        foreach (var call in (string[][])[["search", $"a{text}"], ["explain", $"a{text}"], ["forget", $"a{text}"], ["rule", $"a{text}", "--accept", "--by", text, "--because", text], ["timeline", "--actors", $"a{text}"]])
        {
            var answer = Command.Run([.. call, "--ledger", ledger]);
            Assert.Contains(answer.Exit, new[] { Exit.Done, Exit.Wrong });
        }
        var id = Id(LedgerCopies.Json(ledger, "timeline")[0]);
        Assert.Equal(text.Trim(), LedgerCopies.Json(ledger, "rule", id, "--accept", "--by", $"a{text}", "--because", text).GetProperty("ruling").GetProperty("because").GetString());
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", ledger).Exit);
        Assert.Equal(before.Count(c => c == '\n'), LedgerCopies.Export(ledger).Count(c => c == '\n'));
    }

    [Fact]
    public void A_forgotten_page_and_its_rulings_leave_the_ledger_that_never_had_them()
    {
        var (ledger, never) = (samples.Copy(), samples.Free("never.db"));
        var pages = Directory.GetFiles(Repository.PathOf("samples")).Order(StringComparer.Ordinal).ToList();
        var name = Path.GetFileNameWithoutExtension(pages[1]);
        var report = LedgerCopies.Events(ledger).SelectMany(e => e.GetProperty("tellers").EnumerateArray()).First(teller => Strings(teller.GetProperty("names")).Contains(name)).GetProperty("report").GetString()!;
        LedgerCopies.Json(ledger, "rule", report, "--correct", "date=1999", "--by", "Lan", "--because", "thử");
        Assert.Equal(name, LedgerCopies.Json(ledger, "forget", name, "--rulings")[0].GetProperty("name").GetString());
        Command.Run(["read", .. pages.Where((_, i) => i != 1), "--ledger", never]);
        Assert.Equal(LedgerCopies.Export(never), LedgerCopies.Export(ledger));
        Assert.Equal(0, LedgerCopies.Json(ledger, "rule").GetArrayLength());
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", ledger).Exit);
        Assert.Contains(name, LedgerCopies.Refused("forget", name, "--ledger", ledger), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_restored_is_the_same_ledger_and_nothing_is_overwritten()
    {
        var (ledger, backup, restored) = (samples.Copy(), samples.Free("backup.db"), samples.Free("restored.db"));
        LedgerCopies.Json(ledger, "backup", backup);
        LedgerCopies.Json(restored, "restore", backup);
        Assert.Equal(LedgerCopies.Export(ledger), LedgerCopies.Export(restored));
        Assert.Equal(Exit.Done, Command.Run("verify", "--ledger", restored).Exit);
        LedgerCopies.Refused("backup", backup, "--ledger", ledger);
        LedgerCopies.Refused("restore", backup, "--ledger", ledger);
    }

    [Fact]
    public void A_damaged_ledger_is_found_out_and_exit_code_1_says_so()
    {
        var ledger = samples.Copy();
        Assert.Equal(0, LedgerCopies.Json(ledger, "verify").GetArrayLength());
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={ledger};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "update story_text set body = body || '.' where no = (select min(no) from story_text)";
            command.ExecuteNonQuery();
        }
        var answer = Command.Run("verify", "--ledger", ledger, "--format", "json");
        Assert.Equal(Exit.Rejects, answer.Exit);
        var flaw = JsonDocument.Parse(answer.Out).RootElement[0];
        Assert.Equal(("text", "văn bản của bài không khớp mã băm"), (flaw.GetProperty("code").GetString(), flaw.GetProperty("says").GetString()));
    }
}
