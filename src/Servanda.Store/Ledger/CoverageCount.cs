// How far the ledger sees: which outlets and days it has read, and what in them was not understood.
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Pages of one outlet (null: not known), and the first and last day on which they were told.</summary>
public sealed record OutletCoverage(string? Outlet, int Pages, int Reports, LocalDate? FirstTold, LocalDate? LastTold);

/// <summary>
/// Coverage of the whole ledger or of one docket. Silence is not peace: <see cref="Untold"/> pages do not say when they came out, and <see cref="Dropped"/> counts, by reason, the
/// places where the coder saw something and could not say what.
/// </summary>
public sealed record Coverage(
    IReadOnlyList<OutletCoverage> Outlets, int Pages, int Untold, int Reports, LocalDate? FirstTold, LocalDate? LastTold, Instant? LastRead, IReadOnlyList<(string Month, int Pages)> Months,
    int ActorMentions, int Triggers, IReadOnlyList<(string Reason, int Count)> Dropped, int Rejects)
{
    /// <summary>Pages by the language of their story; null: in none that is known.</summary>
    public IReadOnlyList<(string? Language, int Pages)> Languages { get; init; } = [];

    /// <summary>Words that stand where a verb stands after an actor and that no frame knows, the most frequent first.</summary>
    public IReadOnlyList<(string Words, int Count)> Unknown { get; init; } = [];
}

internal sealed class CoverageCount(LedgerDatabase database)
{
    private const int Portion = 300;

    /// <param name="pages">Ids of the docket's pages; null: every page.</param>
    public Coverage Of(IReadOnlyCollection<string>? pages)
    {
        var total = new Tally();
        var outlets = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var months = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var dropped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var languages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int mentions = 0, triggers = 0, untold = 0;
        foreach (var numbers in Readings(pages).Chunk(Portion))
        {
            foreach (var (outlet, told, at, content, reports, language) in Rows(numbers))
            {
                var edtf = told is null ? null : Edtf.Parse(told);
                if (!outlets.TryGetValue(outlet ?? "", out var tally)) outlets[outlet ?? ""] = tally = new();
                total.Add(edtf, reports, at);
                tally.Add(edtf, reports, at);
                if (edtf is null) untold++;
                if (edtf is { Earliest: { } first, Latest: { } last } && first.Year == last.Year && first.Month == last.Month) Count(months, Edtf.OfMonth(first.Year, first.Month).Text);
                var counts = LedgerText.Reading(content).Coverage;
                mentions += counts.ActorMentions;
                triggers += counts.Triggers;
                foreach (var trigger in counts.Dropped) Count(dropped, trigger.Reason);
                foreach (var words in counts.Unknown) Count(unknown, words);
                Count(languages, language ?? "");
            }
        }
        return new(
            [.. outlets.Select(x => new OutletCoverage(x.Key is "" ? null : x.Key, x.Value.Pages, x.Value.Reports, x.Value.First, x.Value.Last)).OrderByDescending(x => x.Pages).ThenBy(x => x.Outlet, StringComparer.Ordinal)],
            total.Pages, untold, total.Reports, total.First, total.Last, total.ReadAt is { } read ? NodaTime.Text.InstantPattern.ExtendedIso.Parse(read).Value : null, [.. months.Select(x => (x.Key, x.Value))],
            mentions, triggers, MostFirst(dropped), (int)database.Number("select count(*) from reject"))
        {
            Languages = [.. MostFirst(languages).Select(x => (x.Key is "" ? null : x.Key, x.Count))],
            Unknown = MostFirst(unknown),
        };
    }

    private List<long> Readings(IReadOnlyCollection<string>? pages) => pages is null
        ? database.Query("select no from reading where live = 1 order by no", row => row.GetInt64(0))
        : [.. pages.Chunk(1000).SelectMany(portion => database.Query($"select r.no from reading r join page p on p.no = r.page where r.live = 1 and {database.In("p.id", "@pages")} order by r.no", row => row.GetInt64(0), ("@pages", database.List(portion))))];

    private static IReadOnlyList<(string Key, int Count)> MostFirst(SortedDictionary<string, int> counts) =>
        [.. counts.Select(x => (x.Key, x.Value)).OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal)];

    private List<(string? Outlet, string? Told, string At, string Content, int Reports, string? Language)> Rows(long[] numbers) => database.Query(
        $"select r.outlet, r.told, r.read_at, r.content, (select count(*) from report where reading = r.no), r.language from reading r where {database.In("r.no", "@readings")}",
        row => (row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetString(3), (int)row.GetInt64(4), row.IsDBNull(5) ? null : row.GetString(5)), ("@readings", database.List(numbers)));

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private sealed class Tally
    {
        public int Pages { get; private set; }

        public int Reports { get; private set; }

        public LocalDate? First { get; private set; }

        public LocalDate? Last { get; private set; }

        public string? ReadAt { get; private set; }

        public void Add(Edtf? told, int reports, string at)
        {
            Pages++;
            Reports += reports;
            if (told?.Earliest is { } first && (First is null || first < First)) First = first;
            if (told?.Latest is { } last && (Last is null || last > Last)) Last = last;
            if (ReadAt is null || string.CompareOrdinal(at, ReadAt) > 0) ReadAt = at;
        }
    }
}
