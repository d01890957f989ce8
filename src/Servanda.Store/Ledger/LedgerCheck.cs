// Whether a ledger is whole: every report is what its id says, every reference resolves, and every event is what the fold gives.
using System.Security.Cryptography;
using System.Text;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Something wrong in a ledger.</summary>
/// <param name="Code">One of <see cref="Codes"/>; the message <c>flaw.CODE</c> says it.</param>
/// <param name="Subject">Id of the row it is about.</param>
public sealed record LedgerFlaw(string Code, string Subject, string Says)
{
    public static IReadOnlyList<string> Codes { get; } = ["file", "unmerged", "text", "reading", "report", "reference", "event", "outline", "course", "block"];
}

/// <summary>
/// Goes through a ledger without changing it, a portion at a time. Events are folded afresh from their blocks' reports and compared; then all reports are matched anew, and none may
/// match one of another block.
/// </summary>
internal sealed class LedgerCheck(LedgerDatabase database, Folding folding)
{
    private const int Portion = 500;

    private readonly List<LedgerFlaw> flaws = [];

    public IReadOnlyList<LedgerFlaw> Run()
    {
        foreach (var says in database.Flaws()) Add("file", database.Name, says);
        if (new EventMerger(database, folding).IsNeeded()) Add("unmerged", database.Name, "Readings are not merged yet.");
        Texts();
        Readings();
        Reports();
        References();
        if (flaws.Count > 0) return flaws;
        Blocks();
        Course();
        Matches();
        return flaws;
    }

    private void Add(string code, string subject, string says) => flaws.Add(new(code, subject, says));

    private void Texts() => Pages("select no, hash, body from story_text where no > @after order by no limit @limit", row => (No: row.GetInt64(0), Hash: row.GetString(1), Body: row.GetString(2)), text =>
    {
        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Body))) != text.Hash) Add("text", text.Hash, "The story's text does not match its hash.");
        return text.No;
    });

    private void Readings()
    {
        Pages("select no, id, content, map from reading where no > @after order by no limit @limit", row => (No: row.GetInt64(0), Id: row.GetString(1), Content: row.GetString(2), Map: (byte[])row.GetValue(3)), reading =>
        {
            Guard("reading", reading.Id, () =>
            {
                LedgerText.Reading(reading.Content);
                TextMaps.Read(reading.Map);
            });
            return reading.No;
        });
        foreach (var page in database.Query("select p.id from page p join reading r on r.page = p.no and r.live = 1 group by p.id having count(*) > 1 order by p.id", row => row.GetString(0)))
            Add("reading", page, "The page has more than one live reading.");
    }

    private void Reports() => Pages(
        """
        select r.no, r.id, r.live, g.live, p.id, r.content from report r join reading g on g.no = r.reading join page p on p.no = g.page
        where r.no > @after order by r.no limit @limit
        """,
        row => (No: row.GetInt64(0), Id: row.GetString(1), Live: row.GetInt64(2), ReadingLive: row.GetInt64(3), Page: row.GetString(4), Content: row.GetString(5)), row =>
        {
            Guard("report", row.Id, () =>
            {
                var report = LedgerText.Report(row.Content);
                if (report.Id != row.Id || ReportIds.Of(report) != row.Id) Add("report", row.Id, "The report is not what its id says.");
                if (report.Page != row.Page) Add("report", row.Id, $"The report names page {report.Page}, but was read on {row.Page}.");
            });
            if (row.Live != row.ReadingLive) Add("report", row.Id, "The report is live and its reading is not, or the other way round.");
            return row.No;
        });

    private void References()
    {
        (string Code, string Says, string Sql)[] dangling =
        [
            ("reference", "The reading's page or text is missing.", "select r.id from reading r left join page p on p.no = r.page left join story_text t on t.no = r.text where p.no is null or t.no is null"),
            ("reference", "The report's reading is missing.", "select r.id from report r left join reading g on g.no = r.reading where g.no is null"),
            ("reference", "The page was never seen anywhere, and has a live reading.", "select p.id from page p join reading r on r.page = p.no and r.live = 1 left join sighting s on s.page = p.no where s.page is null"),
            ("reference", "A live report is in no block.", "select r.id from report r left join membership m on m.report = r.no where r.live = 1 and m.report is null"),
            ("reference", "A block holds a report that is not live.", "select r.id from membership m join report r on r.no = m.report where r.live = 0"),
            ("reference", "A report's block is missing.", "select r.id from membership m join report r on r.no = m.report left join block b on b.no = m.block where b.no is null"),
            ("reference", "A report's event is missing.", "select r.id from membership m join report r on r.no = m.report left join event e on e.no = m.event where m.event is not null and e.no is null"),
            ("reference", "The event's block is missing.", "select e.id from event e left join block b on b.no = e.block where b.no is null"),
            ("reference", "A live report's id is there twice.", "select id from report where live = 1 group by id having count(*) > 1"),
            ("reference", "An actor's event is missing.", "select a.actor from event_actor a left join event e on e.no = a.event where e.no is null"),
            ("reference", "A ruling's report is not live.", "select d.report from ruled d left join report r on r.id = d.report and r.live = 1 where d.report is not null and r.no is null"),
        ];
        if (flaws.Any(flaw => flaw.Code == "unmerged")) dangling = [.. dangling.Where(check => !check.Sql.Contains("membership", StringComparison.Ordinal))];
        foreach (var (code, says, sql) in dangling)
        {
            foreach (var subject in database.Query($"{sql} limit 20", row => row.GetString(0))) Add(code, subject, says);
        }
    }

    /// <summary>Every block folded afresh.</summary>
    private void Blocks() => Pages("select no from block where no > @after order by no limit @limit", row => row.GetInt64(0), numbers =>
    {
        var list = database.List(numbers);
        var members = database.Query(
            $"select m.block, r.content, m.event from membership m join report r on r.no = m.report where {database.In("m.block", "@blocks")}",
            row => (Block: row.GetInt64(0), Report: LedgerText.Report(row.GetString(1)), Event: row.IsDBNull(2) ? (long?)null : row.GetInt64(2)), ("@blocks", list)).ToLookup(row => row.Block);
        var stored = database.Query(
            $"select block, id, content from event where {database.In("block", "@blocks")}", row => (Block: row.GetInt64(0), Id: row.GetString(1), Content: row.GetString(2)), ("@blocks", list)).ToLookup(row => row.Block);
        var all = numbers.SelectMany(no => members[no].Select(row => row.Report)).ToList();
        var rulings = RulingAttachment.On(database, [.. all.Select(report => report.Id)]);
        var origins = EventMerger.OriginsOf(database, all.Select(report => report.Page));
        foreach (var number in numbers)
        {
            var ids = members[number].Select(row => row.Report.Id).ToHashSet(StringComparer.Ordinal);
            var own = rulings.Where(ruling => ruling.Reports.Concat(ruling.Against).Any(report => ids.Contains(report.Id))).ToList();
            var fresh = folding.Events(new([.. members[number].Select(row => row.Report)], own, origins)).ToDictionary(e => e.Id, LedgerText.Of, StringComparer.Ordinal);
            foreach (var (_, id, content) in stored[number])
            {
                if (!fresh.Remove(id, out var expected)) Add("event", id, "The reports of its block give no such event.");
                else if (expected != content) Add("event", id, "The event is not what its reports give.");
            }
            foreach (var missing in fresh.Keys) Add("event", missing, "The event that its reports give is missing.");
            if (members[number].Count() >= BlockGrowth.Large && !BlockOutlines.AreRight(database, folding, number, members[number].Where(row => row.Event is not null).Select(row => (row.Event!.Value, row.Report))))
                Add("outline", number.ToString(System.Globalization.CultureInfo.InvariantCulture), "What is kept of the block's events in outline is not what their reports say.");
        }
        return numbers[^1];
    });

    /// <summary>What is kept of the events for the courses of agreements, as far as anybody would read it.</summary>
    private void Course()
    {
        var rows = new CourseRows(database, folding);
        if (!rows.AreThere()) return;
        foreach (var agreement in database.Query("select distinct c.agreement from course c left join event e on e.no = c.event and e.agreement = c.agreement where e.no is null order by c.agreement", row => row.GetString(0)))
            Add("course", agreement, "What is kept of an event for the agreement's course is of none that is there.");
        Pages(
            "select e.no, e.content, c.content from event e left join course c on c.agreement = e.agreement and c.event = e.no where e.agreement is not null and e.no > @after order by e.no limit @limit",
            row => (No: row.GetInt64(0), Event: LedgerText.Event(row.GetString(1)), Kept: row.IsDBNull(2) ? null : row.GetString(2)), row =>
            {
                if ((string?)rows.Of(row.No, row.Event)?[2] != row.Kept) Add("course", row.Event.Id, "What is kept of the event for the agreement's course is not what the event says.");
                return row.No;
            });
    }

    /// <summary>All live reports matched anew: whatever matches must be in one block.</summary>
    private void Matches()
    {
        var sets = new ReportSets();
        var live = new HashSet<long>();
        Pages("select report, block from membership where report > @after order by report limit @limit", row => (Report: row.GetInt64(0), Block: row.GetInt64(1)), row =>
        {
            sets.AddBlock(row.Block, row.Report);
            live.Add(row.Report);
            return row.Report;
        });
        PlaceSweep.Join(database, folding, new(database, folding), sets, live);
        foreach (var set in sets.All().Where(set => set.Blocks.Count > 1)) Add("block", set.Blocks[0].ToString(System.Globalization.CultureInfo.InvariantCulture), $"Reports of {set.Blocks.Count} blocks match each other.");
    }

    private void Guard(string code, string subject, Action work)
    {
        try
        {
            work();
        }
        catch (LedgerException fault)
        {
            Add(code, subject, fault.Message);
        }
    }

    private void Pages<T>(string sql, Func<System.Data.Common.DbDataReader, T> row, Func<T, long> each) => Pages<T>(sql, row, (List<T> rows) =>
    {
        var last = 0L;
        foreach (var item in rows) last = each(item);
        return last;
    });

    private void Pages<T>(string sql, Func<System.Data.Common.DbDataReader, T> row, Func<List<T>, long> portion)
    {
        for (var after = 0L; ;)
        {
            var rows = database.Query(sql, row, ("@after", after), ("@limit", Portion));
            if (rows.Count == 0) return;
            after = portion(rows);
        }
    }
}
