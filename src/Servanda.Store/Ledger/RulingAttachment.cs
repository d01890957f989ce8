// Which live reports the rulings stand on today.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>Keeps the table <c>ruled</c>: one row for each report that a ruling names, first those it is about, then those it is held against.</summary>
internal static class RulingAttachment
{
    /// <summary>Attaches the rulings on a page's reports to its live reports anew, and marks those whose rulings have moved for merging.</summary>
    public static void Refresh(LedgerDatabase database, Folding folding, string page, IReadOnlyList<Report> live)
    {
        var named = database.Query(
            "select d.ruling, d.position, d.report, g.content from ruled d join ruling g on g.no = d.ruling where d.page = @page",
            row => (Ruling: row.GetInt64(0), Position: (int)row.GetInt64(1), Report: row.IsDBNull(2) ? null : row.GetString(2), Content: row.GetString(3)), ("@page", page));
        foreach (var (number, position, before, content) in named)
        {
            var ruling = LedgerText.Ruling(content);
            var after = folding.Attach(position < ruling.Reports.Count ? ruling.Reports[position] : ruling.Against[position - ruling.Reports.Count], live);
            if (after == before) continue;
            database.Execute("update ruled set report = @report where ruling = @ruling and position = @position", ("@report", after), ("@ruling", number), ("@position", position));
        }
        MarkDirty(database, named.Select(row => row.Ruling).Distinct());
    }

    /// <summary>Marks every live report that these rulings stand on.</summary>
    public static void MarkDirty(LedgerDatabase database, IEnumerable<long> rulings) => database.Execute(
        $"insert into dirty (report) select no from report where live = 1 and id in (select report from ruled where {database.In("ruling", "@rulings")} and report is not null) and not exists (select 1 from dirty where report = no)",
        ("@rulings", database.List(rulings)));

    public static void Delete(LedgerDatabase database, IReadOnlyList<long> rulings)
    {
        database.Execute($"delete from ruled where {database.In("ruling", "@rulings")}", ("@rulings", database.List(rulings)));
        database.Execute($"delete from ruling where {database.In("no", "@rulings")}", ("@rulings", database.List(rulings)));
    }

    /// <summary>The rulings that stand on any of these reports, their reports named as the live ones; reports that stand for nothing today are left out.</summary>
    public static IReadOnlyList<Ruling> On(LedgerDatabase database, IReadOnlyCollection<string> reports)
    {
        if (reports.Count == 0) return [];
        return Effective(database.Query(
            $"""
            select g.content, d.position, d.report from ruled d join ruling g on g.no = d.ruling
            where d.ruling in (select ruling from ruled where {database.In("report", "@reports")}) order by g.no, d.position
            """,
            row => (row.GetString(0), (int)row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2)), ("@reports", database.List(reports))));
    }

    private static IReadOnlyList<Ruling> Effective(IEnumerable<(string Content, int Position, string? Live)> rows) =>
    [
        .. rows.GroupBy(row => row.Content, StringComparer.Ordinal).Select(rowsOfOne =>
        {
            var ruling = LedgerText.Ruling(rowsOfOne.Key);
            var live = rowsOfOne.ToDictionary(row => row.Position, row => row.Live);
            return ruling with
            {
                Reports = [.. Named(ruling.Reports, 0)],
                Against = [.. Named(ruling.Against, ruling.Reports.Count)],
            };

            IEnumerable<RuledReport> Named(IReadOnlyList<RuledReport> reports, int from) =>
                reports.Select((report, i) => (report, Live: live.GetValueOrDefault(from + i))).Where(x => x.Live is not null).Select(x => x.report with { Id = x.Live! });
        }).OrderBy(ruling => ruling.Made).ThenBy(ruling => ruling.Id, StringComparer.Ordinal),
    ];
}
