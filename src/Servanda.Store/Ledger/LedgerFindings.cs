// The findings of a ledger: those that are kept, and those of pages that nobody has judged yet.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

public sealed partial class LedgerStore
{
    /// <summary>The numbers of all live readings, ascending. A reading keeps its number.</summary>
    public IReadOnlyList<long> LiveReadingNumbers() => database.Read(() => LiveOf("true"));

    /// <summary>The live readings of which no findings by these rules are kept, by number.</summary>
    public IReadOnlyList<long> NotJudged(Judgement judgement) =>
        database.Read(() => LiveOf(FindingText.VersionIn(database) == judgement.Version ? "not exists (select 1 from judged j where j.reading = r.no)" : "true"));

    /// <summary>Judges the readings that <see cref="NotJudged"/> names and keeps what they give; the number of them.</summary>
    public int Judge(Judgement judgement)
    {
        var missing = NotJudged(judgement);
        foreach (var portion in missing.Chunk(Page))
        {
            var judged = Judged(portion, judgement);
            database.Write(() =>
            {
                FindingText.Keep(database, judgement.Version, judged);
                return 0;
            });
        }
        return missing.Count;
    }

    /// <summary>What these readings give, judged now and not kept.</summary>
    public IReadOnlyList<(long Reading, IReadOnlyList<Finding> Findings)> Judged(IReadOnlyCollection<long> readings, Judgement judgement) =>
        [.. readings.Chunk(Page).SelectMany(portion => SideBySide.Of(database.Read(() => new EventFiles(database).ByNumber(portion)), one => (one.Number, judgement.Of(Reading(one.Reading)))))];

    /// <summary>What is kept of these readings, by number; those without any finding are left out.</summary>
    public ILookup<long, Finding> KeptFindings(IReadOnlyCollection<long> readings) => database.Read(() => readings.Chunk(10 * Page).SelectMany(portion => database.Query(
        $"select reading, content from finding where {database.In("reading", "@readings")} order by reading, position", row => (Reading: row.GetInt64(0), Content: row.GetString(1)), ("@readings", database.List(portion))))
        .ToLookup(row => row.Reading, row => FindingText.Read(row.Content)));

    /// <summary>
    /// What the pages of the ledger give, page by page: of one agreement where it is named, and of pages that had come out by a day where that is given. What is not kept is judged now.
    /// </summary>
    public IReadOnlyList<Finding> FindingsOfPages(Judgement judgement, string? agreement = null, LocalDate? knownAt = null)
    {
        var missing = NotJudged(judgement);
        var found = KeptBy(judgement, agreement).Where(row => knownAt is not { } day || row.Told?.Latest <= day).Select(row => FindingText.Read(row.Content)).ToList();
        foreach (var portion in missing.Chunk(Page))
        {
            var told = database.Read(() => new EventFiles(database).ByNumber(portion)).Where(one => knownAt is not { } day || one.Reading.Told.When?.Latest <= day);
            found.AddRange(SideBySide.Of(told.ToList(), one => judgement.Of(Reading(one.Reading))).SelectMany(findings => findings).Where(finding => agreement is null || finding.Agreement == agreement));
        }
        return found;
    }

    private List<(Edtf? Told, string Content)> KeptBy(Judgement judgement, string? agreement) => FindingText.VersionIn(database) != judgement.Version ? [] : database.Query(
        $"select r.told, f.content from finding f join reading r on r.no = f.reading where r.live = 1{(agreement is null ? "" : " and f.agreement = @agreement")} order by f.reading, f.position",
        row => (row.IsDBNull(0) ? null : Edtf.Parse(row.GetString(0)), row.GetString(1)), agreement is null ? [] : [("@agreement", agreement)]);

    private List<long> LiveOf(string condition) => database.Query($"select r.no from reading r where r.live = 1 and {condition} order by r.no", row => row.GetInt64(0));

    private static PageReading Reading(StoredReading stored) => new()
    {
        Id = stored.Id,
        CoderVersion = stored.Coder,
        Sighting = stored.Sightings[0],
        Story = stored.Story,
        Told = stored.Told,
        Reports = stored.Reports,
        Coverage = stored.Coverage,
    };
}
