// Exports hold what their formats can say, name what they were made from, and carry hostile text harmlessly.
using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using Servanda.Doors;
using Servanda.Model;
using Servanda.Output;
using Servanda.Output.Exports;
using Servanda.Words;
using Xunit;

namespace Servanda.Tests;

public class ExportTests(SampleLedger ledger)
{
    private static readonly string[] Formats = ["jsonl", "csv", "plover", "gdelt", "gdelt-mentions", "icews", "ics", "atom", "jsonld", "markdown", "dossier"];

    private static readonly Provenance From = new("00112233445566778899aabbccddeeff", "0123456789ab");

    private static Wording English => new(ShippedKnowledge.All, "en");

    private Answer Export(string format, params string[] more)
    {
        string[] docket = format == "dossier" && !more.Contains("--agreement") ? ["--agreement", "open-skies"] : [];
        var answer = Command.Run(["export", "--format", format, "--ledger", ledger.Path, .. docket, .. more]);
        Assert.True(answer.Exit == Exit.Done, answer.Error);
        return answer;
    }

    public static TheoryData<string> All => [.. Formats];

    [Theory, MemberData(nameof(All))]
    public void Every_format_names_the_ledger_and_the_data(string format)
    {
        var answer = Export(format);
        var hash = JsonDocument.Parse(Export("jsonl").Out.Split('\n')[0]).RootElement;
        Assert.Contains(hash.GetProperty("ledger").GetString()!, answer.Out + answer.Error, StringComparison.Ordinal);
        Assert.Contains(hash.GetProperty("data").GetString()!, answer.Out + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_into_a_file_is_that_to_the_screen()
    {
        using var folder = new Command.Folder();
        foreach (var format in Formats)
        {
            Export(format, "--out", folder[format]);
            Assert.Equal(Export(format).Out, File.ReadAllText(folder[format]));
        }
    }

    private static EventFile Told(string act = "withdraw", ReportStatus status = ReportStatus.Occurred, Polarity polarity = Polarity.Affirmed, string date = "2020-11-22", string text = "Mỹ rút khỏi hiệp ước.", params string[] target)
    {
        var report = new Report { Id = new string('a', 32), Page = new string('b', 64), Act = act, Source = ["USA"], Target = target, Date = Edtf.Parse(date), Status = status, Polarity = polarity, Evidence = [new(0, text.Length)], Lines = [3] };
        var told = new Event
        {
            Id = report.Id,
            Act = act,
            Source = ["USA"],
            Target = target,
            Agreement = "open-skies",
            Date = Edtf.Parse(date),
            Status = status,
            Polarity = polarity,
            Origins = 1,
            OriginNames = [text],
            Persons = [text],
            FirstTold = Edtf.Parse("2020-11-23"),
            Reports = [report.Id],
            Pages = [report.Page],
        };
        var page = new PageCard { Id = report.Page, Reading = "r", Coder = "c", Names = [text], Language = "vi", Title = text, Outlet = text, Address = text, Told = Edtf.Parse("2020-11-23") };
        return new(told, [new(report, page, [text])]);
    }

    private static string Written(Action<TextWriter> write)
    {
        var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }

    [Fact]
    public void Gdelt_has_61_and_16_columns_and_Icews_20()
    {
        EventFile[] files = [Told(target: ["RUS", "NATO"])];
        Assert.All(Rows(Written(writer => GdeltRows.Events(writer, files, ShippedKnowledge.All, English))), row => Assert.Equal(GdeltRows.EventColumns, row.Length));
        Assert.All(Rows(Written(writer => GdeltRows.Mentions(writer, files, ShippedKnowledge.All, English))), row => Assert.Equal(GdeltRows.MentionColumns, row.Length));
        var icews = Rows(Written(writer => IcewsRows.Write(writer, files, ShippedKnowledge.All, English)));
        Assert.Equal(3, icews.Count);
        Assert.All(icews, row => Assert.Equal(20, row.Length));
    }

    [Fact]
    public void A_row_of_Gdelt_says_who_did_what_to_whom_and_when()
    {
        var row = Assert.Single(Rows(Written(writer => GdeltRows.Events(writer, [Told(target: ["RUS"])], ShippedKnowledge.All, English))));
        Assert.Equal(("20201122", "202011", "2020", "USA", "UNITED STATES", "RUS"), (row[1], row[2], row[3], row[5], row[6], row[15]));
        Assert.Equal(("160", "160", "16", "4", "-4.0", "20201123000000"), (row[26], row[27], row[28], row[29], row[30], row[59]));
        Assert.True(long.TryParse(row[0], out var number) && number > 0);
    }

    public static TheoryData<ReportStatus, Polarity, string> NotDone => new()
    {
        { ReportStatus.Intended, Polarity.Affirmed, "2020-11-22" },
        { ReportStatus.Conditional, Polarity.Affirmed, "2020-11-22" },
        { ReportStatus.Alleged, Polarity.Affirmed, "2020-11-22" },
        { ReportStatus.Occurred, Polarity.Denied, "2020-11-22" },
        { ReportStatus.Occurred, Polarity.Affirmed, "2020-11" },
    };

    [Theory, MemberData(nameof(NotDone))]
    public void What_did_not_happen_or_has_no_day_has_no_row_in_Gdelt_and_Icews_and_is_counted(ReportStatus status, Polarity polarity, string date)
    {
        EventFile[] files = [Told(status: status, polarity: polarity, date: date)];
        Assert.Equal("", Written(writer => Assert.Equal(1, GdeltRows.Events(writer, files, ShippedKnowledge.All, English))));
        Assert.Equal("", Written(writer => Assert.Equal(1, GdeltRows.Mentions(writer, files, ShippedKnowledge.All, English))));
        Assert.Single(Rows(Written(writer => Assert.Equal(1, IcewsRows.Write(writer, files, ShippedKnowledge.All, English)))));
    }

    [Theory]
    [InlineData(ReportStatus.Occurred, Polarity.Affirmed, "2020-11-22", "")]
    [InlineData(ReportStatus.Intended, Polarity.Affirmed, "2020-11-22", "future")]
    [InlineData(ReportStatus.Conditional, Polarity.Affirmed, "2020-11-22", "hypothetical")]
    [InlineData(ReportStatus.Occurred, Polarity.Denied, "2020-11-22", "negation")]
    [InlineData(ReportStatus.Intended, Polarity.Denied, "2020-11-22", "future,negation")]
    [InlineData(ReportStatus.Occurred, Polarity.Affirmed, "1992-03-24", "historical")]
    public void Plover_has_status_and_polarity_as_contexts(ReportStatus status, Polarity polarity, string date, string contexts)
    {
        var record = JsonDocument.Parse(Written(writer => PloverJsonLines.Write(writer, [Told(status: status, polarity: polarity, date: date)], ShippedKnowledge.All, English, From))).RootElement;
        Assert.Equal(contexts, string.Join(',', record.GetProperty("context").EnumerateArray().Select(context => context.GetString())));
        Assert.Equal("SANCTION", record.GetProperty("event")[0].GetString());
    }

    [Fact]
    public void Every_CAMEO_code_of_an_act_has_its_label_and_value() =>
        Assert.Empty(ShippedKnowledge.All.Acts.Where(act => act.Cameo is { } code && !ShippedKnowledge.All.Cameo.ContainsKey(code)).Select(act => $"{act.Id}: {act.Cameo}"));

    [Fact]
    public void An_act_done_together_gives_every_pair()
    {
        var file = Told(act: "meet");
        file = file with { Event = file.Event with { Source = ["RUS", "USA"] } };
        Assert.Equal([("RUS", "USA"), ("USA", "RUS")], Dyad.Of(file, ShippedKnowledge.All).Select(dyad => (dyad.Source, dyad.Target!)));
    }

    public static TheoryData<string> Hostile =>
    [
        "=HYPERLINK(\"http://evil.test\",\"x\")", "+1+1", "-2+3|cmd", "@SUM(A1)", "\t=1", "\r\nBEGIN:VEVENT", "a\",\"b\r\n=1", "</script><script>alert(1)</script>", "]]><x/>", "'; drop table event; --", "{{7*7}} ${x} \\input{x}",
        "[x](javascript:alert(1)) <img src=x onerror=alert(1)>", "\u0000\u000b\ud800 lone", "“ ” \u2028 \u2029 \u202e", "&amp;<b>", "，＝1",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_text_in_rows(string text)
    {
        var csv = Written(writer => EventCsv.Write(writer, [Told(text: text)], ShippedKnowledge.All, From));
        var cells = Csv(csv);
        Assert.Equal(2, cells.Count);
        Assert.Equal(cells[0].Count, cells[1].Count);
        Assert.All(cells[1], cell => Assert.DoesNotMatch(@"^\s*[=+\-@\t\r＝]", cell));
        Assert.DoesNotContain(cells[1], cell => cell.Any(char.IsControl));
        foreach (var row in Rows(Written(writer => GdeltRows.Mentions(writer, [Told(text: text)], ShippedKnowledge.All, English))).Concat(Rows(Written(writer => GdeltRows.Events(writer, [Told(text: text)], ShippedKnowledge.All, English)))))
            Assert.All([row[4], row[5], row[^1]], cell => Assert.DoesNotMatch(@"^\s*[=+@\t\r＝]", cell));
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_text_in_markup(string text)
    {
        var atom = Written(writer => AtomFeed.Write(writer, text, [new("id", new(2020, 11, 22), text, text, "event", text)], English, From));
        XNamespace ns = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(atom).Root!.Elements(ns + "entry").Single();
        Assert.Empty(entry.Element(ns + "title")!.Elements());
        Assert.DoesNotContain(entry.Elements(ns + "link"), link => !link.Attribute("href")!.Value.StartsWith("http", StringComparison.Ordinal));

        var markdown = Written(writer => MarkdownTimeline.Write(writer, text, [Told(text: text)], English, From));
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript", markdown, StringComparison.Ordinal);

        var finding = new Finding { Id = "f", Kind = FindingKind.Impossible, About = "date", Says = new("finding.passed-not-signed", "2020", text, text) };
        var jsonld = Written(writer => ClaimReviews.Write(writer, [new(finding, [], null)], text, English, From));
        Assert.DoesNotContain('<', jsonld);
        Assert.Equal("ClaimReview", JsonDocument.Parse(jsonld).RootElement.GetProperty("hasPart")[0].GetProperty("@type").GetString());
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_text_in_a_calendar(string text)
    {
        // Long enough to be folded, in letters of more than one octet.
        var said = string.Concat(Enumerable.Repeat($"{text} Hiệp ước Bầu trời Mở; ", 9));
        var calendar = Written(writer => Calendar.Write(writer, text, [new(text, new(2020, 11, 22), new(2020, 11, 22), said, said)], Instant.FromUtc(2026, 11, 22, 12, 0), text));
        var lines = calendar.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain(calendar.Replace("\r\n", "", StringComparison.Ordinal), char.IsControl);
        Assert.Single(lines, line => line == "BEGIN:VEVENT");
        var whole = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "X-SERVANDA-DATA", "BEGIN:VEVENT", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "TRANSP", "END:VEVENT", "END:VCALENDAR", ""],
            whole.Select(line => line.StartsWith("BEGIN:", StringComparison.Ordinal) || line.StartsWith("END:", StringComparison.Ordinal) ? line : line.Split(':')[0]));
    }

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_text_stays_text_in_references(string text)
    {
        var reference = Reference.Of(Told(text: text).Reports[0]);
        var entry = reference.BibTeX();
        var depth = 0;
        for (var at = 0; at < entry.Length; at++)
        {
            if (entry[at] == '\\') at++;
            else if (entry[at] == '{') depth++;
            else if (entry[at] == '}') depth--;
            Assert.True(depth >= 0);
        }
        Assert.Equal(0, depth);
        Assert.DoesNotContain("\\input", entry, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reference.Plain(English));
        Assert.Equal(reference.Plain(English), Written(writer => Reference.Write(writer, "footnote", [reference], English))[3..^1]);
    }

    [Fact]
    public void A_draft_names_the_outlet_as_the_claims_author_and_the_reviewer_that_was_given()
    {
        var review = JsonDocument.Parse(Export("jsonld", "--reviewer", "Ban kiểm chứng", "--agreement", "open-skies").Out).RootElement.GetProperty("hasPart").EnumerateArray()
            .First(one => one.GetProperty("itemReviewed")[0].GetProperty("author").GetProperty("name").GetString() == "BVB");
        Assert.Equal("Ban kiểm chứng", review.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("Draft", review.GetProperty("creativeWorkStatus").GetString());
        Assert.Contains("18-11-2021", review.GetProperty("claimReviewed").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_has_the_clock_and_the_conference_that_a_notice_starts()
    {
        var calendar = Export("ics", "--agreement", "open-skies", "--on", "2021-06-20").Out.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20211218", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20210718", calendar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bibtex", "@online{page-")]
    [InlineData("csl", "\"article-newspaper\"")]
    [InlineData("footnote", "sha256:")]
    public void An_answer_is_cited_with_its_pages_and_articles(string style, string holds)
    {
        var answer = Command.Run("explain", "open-skies/USA/2020-11-22", "--cite", style, "--ledger", ledger.Path);
        Assert.Equal(Exit.Done, answer.Exit);
        Assert.Contains(holds, answer.Out, StringComparison.Ordinal);
        Assert.Contains("XV(2)", answer.Out, StringComparison.Ordinal);
        if (style == "csl") Assert.All(JsonDocument.Parse(answer.Out).RootElement.EnumerateArray(), item => Assert.NotNull(item.GetProperty("title").GetString()));
    }

    private static List<string[]> Rows(string tabs) => [.. tabs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t'))];

    /// <summary>RFC 4180, read by its grammar.</summary>
    private static List<List<string>> Csv(string text)
    {
        List<List<string>> rows = [[]];
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n') rows.Add([]);
            }
            else cell.Append(c);
        }
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    [Fact]
    public void A_dossier_stands_by_itself_and_leads_only_to_what_is_in_it_or_on_the_web()
    {
        var file = Export("dossier", "--agreement", "open-skies", "--on", "2020-11-11").Out;
        foreach (var said in (string[])["Hiệp ước Bầu trời Mở", "đã thông báo rút, còn hiệu lực", "sớm nhất là 18/12/2021", "Điều XV(2)", "Mỹ từ ngày 22-11 không còn là thành viên", "sha256:"]) Assert.Contains(said, file, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script|<link|<img|<iframe|@import|\ssrc=", file);
        var ids = System.Text.RegularExpressions.Regex.Matches(file, " id=\"([^\"]+)\"").Select(id => id.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(file, "href=\"([^\"]+)\""))
            Assert.True(link.Groups[1].Value is ['#', .. var id] ? ids.Contains(id) : link.Groups[1].Value.StartsWith("http", StringComparison.Ordinal), link.Value);
    }

    [Fact]
    public void A_dossier_of_two_actors_has_their_ladder()
    {
        var file = Command.Run("export", "--format", "dossier", "--actors", "RUS,USA", "--ledger", ledger.Path).Out;
        Assert.Contains("Biện pháp và đáp trả", file, StringComparison.Ordinal);
        Assert.Contains("trục xuất", file, StringComparison.Ordinal);
        Assert.Equal(Exit.Wrong, Command.Run("export", "--format", "dossier", "--ledger", ledger.Path).Exit);
    }

    [Fact]
    public void Hostile_text_is_text_in_a_dossier()
    {
        const string Text = "</style><script>alert(1)</script>\"><img src=x onerror=alert(2)>";
        var file = Written(writer => Servanda.Web.Dossier.Write(writer, new(Text, null, [], [Told(text: Text)], [], new(2026, 11, 22), null, ShippedKnowledge.All.Acts, From), English));
        Assert.DoesNotContain("<script", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", file, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(file, "</style>"));
    }
}
