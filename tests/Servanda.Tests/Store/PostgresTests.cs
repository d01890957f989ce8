// What only a database server can go wrong with; run by tests/postgres.sh.
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class PostgresTests
{
    private static LedgerException Refused(string address, LedgerAccess access = LedgerAccess.Create) =>
        Assert.Throws<LedgerException>(() => LedgerStore.Open(address, Telling.Fold.Folding, access, TimeSpan.FromSeconds(2)).Dispose());

    private static string Server => TempLedger.Postgres ?? throw new InvalidOperationException("There is no server.");

    private static void NeedsServer()
    {
        if (TempLedger.Postgres is null) Assert.Skip("There is no PostgreSQL server; tests/postgres.sh starts one.");
    }

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://localhost")]
    [InlineData("postgres://localhost/db?schema=x;drop table page")]
    public void What_is_no_address_is_refused(string address) => Assert.Equal(LedgerFault.NotALedger, Refused(address).Fault);

    [Fact]
    public void A_server_that_is_not_there_is_unavailable_and_its_password_stays_unsaid()
    {
        var refused = Refused("postgres://servanda:geheim@127.0.0.1:1/postgres");
        Assert.Equal(LedgerFault.Unavailable, refused.Fault);
        Assert.DoesNotContain("geheim", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_or_ledger_that_is_not_there_is_missing()
    {
        NeedsServer();
        Assert.Equal(LedgerFault.Missing, Refused(Server.Replace("/postgres", "/nothere", StringComparison.Ordinal)).Fault);
        Assert.Equal(LedgerFault.Missing, Refused($"{Server}?schema=nothere", LedgerAccess.Write).Fault);
    }

    [Fact]
    public void Both_backends_give_the_same_export_and_the_same_backup()
    {
        NeedsServer();
        var readings = TempLedger.Many(150, seed: 8);
        using var temp = new TempLedger();
        using var server = temp.Open();
        using var file = LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Create);
        foreach (var ledger in (LedgerStore[])[server, file])
        {
            ledger.Write(readings, [], TempLedger.Noon);
            ledger.Merge(TempLedger.Noon);
        }
        var export = TempLedger.ExportOf(file);
        Assert.Equal(export, TempLedger.ExportOf(server));
        Assert.Equal(file.Search("hiep uoc").Count, server.Search("hiep uoc").Count);

        server.Backup(temp.Path + ".backup");
        using var second = new TempLedger();
        using var restored = LedgerStore.Restore(temp.Path + ".backup", second.Location, Telling.Fold.Folding);
        Assert.Equal(export, TempLedger.ExportOf(restored));
        Assert.Empty(restored.Check());
        restored.Write([TempLedger.Reading("px", [Telling.Report("px", "withdraw USA @ inf 2019-08-02")])], [], TempLedger.Noon);
        restored.Merge(TempLedger.Noon);
        Assert.Empty(restored.Check());
    }

    /// <summary>What the server itself would make of them, which is what ledgers of earlier programs hold.</summary>
    [Fact]
    public void Words_of_a_story_are_kept_as_the_server_would_keep_them()
    {
        NeedsServer();
        var text = "Nga rút khỏi Hiệp ước Bầu trời Mở; F-35A, 20k, 007 và 3d. Москва и Đông Kinh 東京, công ước công Ước internationalization internationalizations. "
            + string.Concat(Enumerable.Repeat("nghiêng ", 300)) + string.Join(' ', Enumerable.Range(0, 17_000).Select(i => $"từ{i % 4000}"));
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        ledger.Write([TempLedger.Reading("p1", [], text: text)], [], TempLedger.Noon);
        var (title, body) = (SearchWords.Folded("Trang p1"), SearchWords.Folded(text));
        Assert.Equal(1, temp.Number($"select count(*) from story_search where words = (setweight(to_tsvector('simple', '{title}'), 'A') || to_tsvector('simple', '{body}'))"));
    }

    [Fact]
    public void The_same_stories_are_found_on_both_backends_whatever_characters_they_hold()
    {
        NeedsServer();
        var endless = new string('a', 2100);
        var texts = new[] { "Ký kết😀tại Hà Nội", "Tàu 𝐀𝐁 và chữ 𠀀 lạ", $"Dãy {endless} dài", "Số 1e5, 12abc và 2019年", "dấu ' và \\ và :* đứng đây thành cặp", "" };
        using var temp = new TempLedger();
        using var server = temp.Open();
        using var file = LedgerStore.Open(temp.Path, Telling.Fold.Folding, LedgerAccess.Create);
        foreach (var ledger in (LedgerStore[])[server, file])
            ledger.Write([.. texts.Select((text, i) => TempLedger.Reading($"p{i}", [], text: text))], [], TempLedger.Noon);
        foreach (var question in (string[])["ký kết tại", "\"ket tai\"", "\"tai ket\"", "𠀀", "12abc", "1e5", "\"2019年\"", "cặp", "\"dau va\"", "' :*", "day dai", "\\"])
            Assert.Equal(file.Search(question).Select(hit => hit.Page.Id).Order(StringComparer.Ordinal), server.Search(question).Select(hit => hit.Page.Id).Order(StringComparer.Ordinal));
        Assert.Single(server.Search("day dai"));
        Assert.Empty(server.Search(endless));
    }

    [Fact]
    public void A_ledger_gets_its_indexes_while_others_read()
    {
        NeedsServer();
        using var temp = new TempLedger();
        using var ledger = LedgerStore.Open(temp.Location, Telling.Fold.Folding, LedgerAccess.Create, TimeSpan.FromSeconds(2));
        ledger.Write(TempLedger.Many(60), [], TempLedger.Noon);
        var address = new Uri(Server);
        using var reader = new Npgsql.NpgsqlConnection($"Host={address.Host};Port={address.Port};Database={address.AbsolutePath.Trim('/')};Username={address.UserInfo};Pooling=False;Search Path={temp.Schema}");
        reader.Open();
        using var reading = reader.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        using var question = new Npgsql.NpgsqlCommand("select count(*) from report, place, story_search, event, event_actor, course, membership", reader, reading);
        question.ExecuteScalar();
        ledger.Merge(TempLedger.Noon);
        Assert.Empty(ledger.Check());
        string[] late = ["report_id", "place_pkey", "story_search_words", "event_pkey", "event_id_key", "event_block", "event_agreement", "event_actor_pkey", "event_actor_event", "course_pkey", "membership_pkey", "membership_block", "membership_event"];
        Assert.Equal(late.Length, temp.Number($"select count(*) from pg_indexes where schemaname = '{temp.Schema}' and indexname in ('{string.Join("', '", late)}')"));
    }

    [Fact]
    public void A_lost_connection_loses_the_step_and_nothing_before_it()
    {
        NeedsServer();
        var readings = TempLedger.Many(90);
        using var temp = new TempLedger();
        using (var ledger = temp.Open())
        {
            ledger.Write([.. readings.Take(10)], [], TempLedger.Noon);
            // Whoever is connected to this ledger last asked something of its tables.
            Assert.NotEqual(0, ledger.Statistics().Pages);
            temp.Execute($"do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity where application_name = '{ledger.Name.Split("schema=")[1]}'; end $$");
            Assert.Equal(LedgerFault.Unavailable, Assert.Throws<LedgerException>(() => ledger.Write([.. readings.Skip(10)], [], TempLedger.Noon)).Fault);
        }
        using var again = temp.Open();
        Assert.Equal(10, again.Statistics().Pages);
        again.Write(readings, [], TempLedger.Noon);
        again.Merge(TempLedger.Noon);
        Assert.Empty(again.Check());
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(again));
    }

    [Fact]
    public async Task Many_writers_of_the_same_pages_at_once_lose_nothing_and_keep_nothing_twice()
    {
        NeedsServer();
        var readings = TempLedger.Many(240, seed: 3);
        using var temp = new TempLedger();
        temp.Open().Dispose();
        var cancelled = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            using var ledger = temp.Open(LedgerAccess.Write);
            foreach (var batch in readings.Skip(worker * 10).Concat(readings.Take(worker * 10)).Chunk(9))
            {
                ledger.Write(batch, [], TempLedger.Noon);
                if (worker % 2 == 0) ledger.Merge(TempLedger.Noon);
            }
        }, cancelled)));
        using var whole = temp.Open();
        whole.Merge(TempLedger.Noon);
        Assert.Empty(whole.Check());
        Assert.Equal(readings.Count, whole.Statistics().Readings);
        Assert.Equal(TempLedger.ExportOf(readings), TempLedger.ExportOf(whole));
    }
}
