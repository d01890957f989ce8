// What an analyst decides through the command, and what becomes of it.
using System.Text.Json;
using Xunit;

namespace Servanda.Tests;

public class RuleVerbTests(LedgerCopies samples) : IClassFixture<LedgerCopies>
{
    private static readonly string[] Lan = ["--by", "Lan", "--because", "trang nói khác"];
    private static readonly string[] Minh = ["--by", "Minh", "--because", "đã đối chiếu"];

    private static string Id(JsonElement e) => e.GetProperty("id").GetString()!;

    /// <summary>An event of one act that at least this many reports tell of.</summary>
    private static JsonElement Event(string ledger, string agreement, string act, int reports = 1) =>
        LedgerCopies.Json(ledger, "timeline", agreement, "--act", act).EnumerateArray().First(e => e.GetProperty("reports").GetArrayLength() >= reports);

    private static List<string> Reports(JsonElement e) => [.. e.GetProperty("reports").EnumerateArray().Select(report => report.GetString()!)];

    [Fact]
    public void A_rejected_report_leaves_its_event_and_an_acceptance_by_its_own_judge_brings_it_back()
    {
        var ledger = samples.Copy();
        var told = Event(ledger, "open-skies", "withdraw", reports: 2);
        var report = Reports(told)[^1];
        var before = LedgerCopies.Export(ledger);
        var ruled = LedgerCopies.Json(ledger, ["rule", report, "--reject", .. Lan]);
        Assert.Equal(("reject", "Lan", "trang nói khác", "2026-11-22T12:00:00Z"), (Text(ruled, "kind"), Text(ruled, "by"), Text(ruled, "because"), Text(ruled, "made")));
        Assert.DoesNotContain(report, LedgerCopies.Json(ledger, "timeline").EnumerateArray().SelectMany(Reports));
        LedgerCopies.JsonAt(1, ledger, ["rule", report, "--accept", .. Lan]);
        var again = LedgerCopies.Json(ledger, "timeline").EnumerateArray().Single(e => Reports(e).Contains(report));
        Assert.Equal(2, again.GetProperty("rulings").GetArrayLength());
        Assert.NotEqual(before, LedgerCopies.Export(ledger));

        static string? Text(JsonElement answer, string name) => answer.GetProperty("ruling").GetProperty(name).GetString();
    }

    [Fact]
    public void A_corrected_date_is_the_event_s_and_is_explained_with_the_ruling()
    {
        var ledger = samples.Copy();
        var told = LedgerCopies.Json(ledger, "timeline", "open-skies").EnumerateArray().First(e => Reports(e).Count == 1);
        LedgerCopies.Json(ledger, ["rule", Id(told), "--correct", "date=1999-05-04", "--correct", "source=Pháp", .. Lan]);
        var explained = LedgerCopies.Json(ledger, "explain", Id(told));
        Assert.Equal("1999-05-04", explained.GetProperty("event").GetProperty("date").GetString());
        Assert.Equal("FRA", explained.GetProperty("event").GetProperty("source")[0].GetString());
        Assert.Equal("1999-05-04", explained.GetProperty("rulings")[0].GetProperty("corrections").GetProperty("date").GetString());
        // What the page says is still there.
        Assert.NotEqual("1999-05-04", explained.GetProperty("tellers")[0].GetProperty("date").GetString());
    }

    [Fact]
    public void Merged_events_are_one_that_says_what_they_differ_on_and_a_split_takes_them_apart_again()
    {
        var ledger = samples.Copy();
        var (one, other) = (Event(ledger, "open-skies", "withdraw"), Event(ledger, "new-start", "suspend"));
        var merged = LedgerCopies.Json(ledger, ["rule", Id(one), Id(other), "--merge", .. Lan]);
        var together = Assert.Single(merged.GetProperty("events").EnumerateArray());
        Assert.Equal(Reports(one).Concat(Reports(other)).Order(StringComparer.Ordinal), Reports(together));
        Assert.Contains(together.GetProperty("variants").EnumerateArray(), variant => variant.GetProperty("about").GetString() == "agreement");
        // The event that is no more still leads to the one that is.
        var gone = Reports(one).Contains(Id(together)) ? Id(other) : Id(one);
        Assert.Contains(gone, Reports(LedgerCopies.Json(ledger, "explain", gone).GetProperty("event")));
        LedgerCopies.JsonAt(1, ledger, ["rule", .. Reports(other), "--split", .. Reports(one).SelectMany(report => new[] { "--against", report }), .. Lan]);
        var apart = LedgerCopies.Json(ledger, "timeline").EnumerateArray().ToList();
        Assert.Equal(Reports(one), Reports(apart.Single(e => Reports(e).Contains(Id(one)))));
    }

    [Fact]
    public void A_report_is_split_from_the_rest_of_its_event()
    {
        var ledger = samples.Copy();
        var told = Event(ledger, "open-skies", "withdraw", reports: 2);
        var split = LedgerCopies.Json(ledger, ["rule", Reports(told)[^1], "--split", .. Lan]);
        Assert.True(split.GetProperty("events").GetArrayLength() >= 2);
        Assert.Equal([Reports(told)[^1]], Reports(split.GetProperty("events").EnumerateArray().Single(e => Reports(e).Contains(Reports(told)[^1]))));
    }

    [Fact]
    public void Two_that_contradict_each_other_are_both_shown_until_a_later_ruling_settles_it()
    {
        var ledger = samples.Copy();
        var report = Id(Event(ledger, "open-skies", "withdraw"));
        LedgerCopies.Json(ledger, ["rule", report, "--accept", .. Lan]);
        var contested = LedgerCopies.JsonAt(1, ledger, ["rule", report, "--reject", .. Minh]);
        Assert.True(contested.GetProperty("ruling").GetProperty("contested").GetBoolean());
        Assert.Equal([true, true], Contested());
        // Until it is settled the page's own reading stands, and says that it is disputed.
        var explained = LedgerCopies.Json(ledger, "explain", report).GetProperty("event");
        Assert.Equal(2, explained.GetProperty("variants").EnumerateArray().Count(variant => variant.GetProperty("about").GetString() == "ruling"));
        Assert.Contains("trái với một quyết định khác", Command.Run("rule", "--ledger", ledger).Out, StringComparison.Ordinal);
        LedgerCopies.JsonAt(2, ledger, "rule", report, "--reject", "--by", "Hà", "--because", "đồng ý với Minh");
        Assert.Equal([false, false, false], Contested());
        Assert.DoesNotContain(report, LedgerCopies.Json(ledger, "timeline").EnumerateArray().SelectMany(Reports));

        IEnumerable<bool> Contested() => LedgerCopies.Json(ledger, "rule").EnumerateArray().Select(ruling => ruling.GetProperty("contested").GetBoolean());
    }

    [Fact]
    public void A_ruling_on_a_page_that_is_no_more_is_listed_as_orphaned_and_one_made_later_was_not_known_before()
    {
        var ledger = samples.Copy();
        var told = Event(ledger, "open-skies", "withdraw");
        LedgerCopies.Json(ledger, ["rule", Id(told), "--accept", .. Lan]);
        Assert.Equal(0, LedgerCopies.Json(ledger, "rule", "--orphaned").GetArrayLength());
        var page = LedgerCopies.Events(ledger).SelectMany(e => e.GetProperty("tellers").EnumerateArray()).First(teller => teller.GetProperty("report").GetString() == Id(told)).GetProperty("page").GetString()!;
        LedgerCopies.Json(ledger, "forget", page);
        var orphan = Assert.Single(LedgerCopies.Json(ledger, "rule", "--orphaned").EnumerateArray());
        Assert.True(orphan.GetProperty("orphaned").GetBoolean());
        Assert.Equal(JsonValueKind.Null, orphan.GetProperty("reports")[0].GetProperty("live").ValueKind);
        Assert.Equal(0, LedgerCopies.Json(ledger, "rule", "--known-at", "2026-11-21").GetArrayLength());
    }

    [Fact]
    public void What_is_no_ruling_is_refused_with_what_is_allowed()
    {
        var ledger = samples.Copy();
        var report = Id(Event(ledger, "open-skies", "withdraw"));
        Assert.Contains("--accept", LedgerCopies.Refused(["rule", report, .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("--accept --reject", LedgerCopies.Refused(["rule", report, "--accept", "--reject", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("--because", LedgerCopies.Refused("rule", report, "--accept", "--by", "Lan", "--ledger", ledger), StringComparison.Ordinal);
        Assert.Contains("--by", LedgerCopies.Refused("rule", report, "--accept", "--because", "vì", "--ledger", ledger), StringComparison.Ordinal);
        Assert.Contains("polarity=", LedgerCopies.Refused(["rule", report, "--correct", "colour=red", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("intended", LedgerCopies.Refused(["rule", report, "--correct", "status=perhaps", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("2020-11", LedgerCopies.Refused(["rule", report, "--correct", "date=hôm qua", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("withdraw", LedgerCopies.Refused(["rule", report, "--correct", "act=withdrew", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Contains("zzzz", LedgerCopies.Refused(["rule", "zzzz", "--accept", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        var alone = Id(LedgerCopies.Json(ledger, "timeline").EnumerateArray().First(e => Reports(e).Count == 1));
        Assert.Contains(alone[..8], LedgerCopies.Refused(["rule", alone, "--merge", .. Lan, "--ledger", ledger]), StringComparison.Ordinal);
        Assert.Equal(0, LedgerCopies.Json(ledger, "rule").GetArrayLength());
    }
}
