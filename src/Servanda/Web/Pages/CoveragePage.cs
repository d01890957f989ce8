// How far the ledger sees: outlets and days read, and what was not understood. Silence is not peace.
using Servanda.Model;

namespace Servanda.Web.Pages;

internal static class CoveragePage
{
    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger) return new(words.Say("web.coverage"), Markup.Of($"<p>{words.Say("web.no-ledger")}</p>"));
        var coverage = visit.Site.Kept("coverage", ledger, () => ledger.Coverage());
        return new(words.Say("web.coverage"), Markup.Of($"""
            <p class="big">{words.Say("web.coverage-sum", Visit.Whole(coverage.Pages), Visit.Whole(coverage.Reports), Visit.Whole(coverage.Untold), Visit.Whole(coverage.Rejects))}</p>
            {Parts.Table(words.Say("column.outlet"), [words.Say("column.outlet"), words.Say("column.stories"), words.Say("column.reports"), words.Say("column.first"), words.Say("column.last")], coverage.Outlets.Select(outlet => (IReadOnlyList<Markup>)
                [Parts.Text(outlet.Outlet ?? words.Say("explain.no-outlet")), Parts.Text(Visit.Whole(outlet.Pages)), Parts.Text(Visit.Whole(outlet.Reports)), Parts.Text(outlet.FirstTold is { } first ? Edtf.Iso(first) : ""), Parts.Text(outlet.LastTold is { } last ? Edtf.Iso(last) : "")]))}
            {Parts.Table(words.Say("web.months"), [words.Say("web.months"), words.Say("column.stories")], coverage.Months.Select(month => (IReadOnlyList<Markup>)[Parts.Text(words.Date(Edtf.Parse(month.Month))), Parts.Text(Visit.Whole(month.Pages))]))}
            {(coverage.Dropped.Count == 0 ? default : Parts.Table(words.Say("web.dropped"), [words.Say("column.reason"), words.Say("column.reports")], coverage.Dropped.Select(dropped => (IReadOnlyList<Markup>)[Parts.Text(dropped.Reason), Parts.Text(Visit.Whole(dropped.Count))])))}
            """));
    }
}
