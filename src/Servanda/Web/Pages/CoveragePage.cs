// How far the ledger sees: outlets and months read, and what was not understood. Silence is not peace.
using NodaTime;
using Servanda.Model;

namespace Servanda.Web.Pages;

internal static class CoveragePage
{
    private const int Height = 90, Shown = 200;

    public static PageBody Of(Visit visit)
    {
        var words = visit.Words;
        if (visit.Ledger is not { } ledger) return new(words.Say("web.coverage"), Markup.Of($"<p>{words.Say("web.no-ledger")}</p>"));
        var agreement = visit.Text("agreement") is { } id ? visit.Agreement(id).Id : null;
        var coverage = visit.Site.Coverage(ledger, agreement);
        var months = Filled(coverage.Months);
        return new(words.Say("web.coverage"), Markup.Of($"""
            <p class="big">{words.Say("web.coverage-sum", Visit.Whole(coverage.Pages), Visit.Whole(coverage.Reports), Visit.Whole(coverage.Untold), Visit.Whole(coverage.Rejects))}</p>
            <p>{words.Say("web.coverage-what")}</p>
            <form action="/coverage">{Parts.Choice("agreement", words.Say("column.agreement"), agreement, visit.Knowledge.Agreements.Select(one => (one.Id, words.Agreement(one.Id))).OrderBy(one => one.Item2, StringComparer.Ordinal).Prepend(("", words.Say("web.all"))))}<button>{words.Say("web.show")}</button></form>
            <h2>{words.Say("web.months")}</h2>
            {(months.Count == 0 ? default : Bars(months, words))}
            <details><summary>{words.Say("web.as-table")}</summary>{Parts.Table(words.Say("web.months"), [words.Say("web.month"), words.Say("column.stories")], coverage.Months.Select(month => (IReadOnlyList<Markup>)[Parts.Text(words.Date(Edtf.Parse(month.Month))), Parts.Text(Visit.Whole(month.Pages))]))}</details>
            <h2>{words.Say("column.outlet")}</h2>
            {Parts.Table(words.Say("column.outlet"), [words.Say("column.outlet"), words.Say("column.stories"), words.Say("column.reports"), words.Say("column.first"), words.Say("column.last")], coverage.Outlets.Take(Shown).Select(outlet => (IReadOnlyList<Markup>)
                [Parts.Text(outlet.Outlet ?? words.Say("explain.no-outlet")), Parts.Text(Visit.Whole(outlet.Pages)), Parts.Text(Visit.Whole(outlet.Reports)), Parts.Text(outlet.FirstTold is { } first ? words.Date(first) : ""), Parts.Text(outlet.LastTold is { } last ? words.Date(last) : "")]))}
            {(coverage.Outlets.Count > Shown ? Markup.Of($"<p>{words.Say("web.more", Visit.Whole(coverage.Outlets.Count - Shown))}</p>") : default)}
            {(coverage.Dropped.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.dropped")}</h2><p class=\"soft\">{words.Say("web.dropped-what")}</p>{Parts.Table(words.Say("web.dropped"), [words.Say("web.why"), words.Say("web.places")], coverage.Dropped.Select(dropped => (IReadOnlyList<Markup>)[Parts.Text(words.SayOr($"dropped.{dropped.Reason}", dropped.Reason)), Parts.Text(Visit.Whole(dropped.Count))]))}"))}
            {(coverage.Unknown.Count == 0 ? default : Markup.Of($"<h2>{words.Say("web.unknown-words")}</h2><p class=\"soft\">{words.Say("web.unknown-what")}</p><p>{coverage.Unknown.Take(60).Select((one, i) => Markup.Of($"{(i > 0 ? ", " : "")}{one.Words} ({one.Count})"))}</p>"))}
            """));
    }

    /// <summary>Every month from the first to the last, those without a story too.</summary>
    private static List<(LocalDate Month, int Pages)> Filled(IReadOnlyList<(string Month, int Pages)> months)
    {
        var known = months.Select(month => (Edtf.Parse(month.Month).Earliest, month.Pages)).Where(month => month.Earliest is not null).ToDictionary(month => month.Earliest!.Value, month => month.Pages);
        var all = new List<(LocalDate, int)>();
        if (known.Count == 0) return all;
        for (var month = known.Keys.Min(); month <= known.Keys.Max(); month = month.PlusMonths(1)) all.Add((month, known.GetValueOrDefault(month)));
        return all;
    }

    private static Markup Bars(List<(LocalDate Month, int Pages)> months, Words.Wording words)
    {
        var most = months.Max(month => month.Pages);
        var width = 100.0 / months.Count;
        var years = months.Select((month, i) => (month.Month, i)).Where(month => month.Month.Month == 1).ToList();
        var every = Math.Max(1, (years.Count + 8) / 9);
        string Number(double number) => number.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
        return Markup.Of($"""
            <figure class="months" aria-label="{words.Say("web.months")}"><svg width="100%" height="{Height + 20}" role="img" aria-label="{words.Say("web.months-said", Visit.Whole(months.Count), Visit.Whole(months.Count(month => month.Pages == 0)), Visit.Whole(most))}">
            {months.Select((month, i) => month.Pages == 0 ? default : Markup.Of($"<rect class=\"friendly\" x=\"{Number(i * width)}%\" width=\"{Number(width * 0.85)}%\" y=\"{Height - Math.Max(2, month.Pages * (Height - 4) / most)}\" height=\"{Math.Max(2, month.Pages * (Height - 4) / most)}\"><title>{words.Date(Edtf.OfMonth(month.Month.Year, month.Month.Month))}: {month.Pages}</title></rect>"))}
            <line class="zero" x1="0" x2="100%" y1="{Height}" y2="{Height}"/>
            {years.Where((_, i) => i % every == 0).Where(year => year.i * width < 96).Select((year, i) => Markup.Of($"<g{(i % 2 == 1 ? Markup.Of($" class=\"odd\"") : default)}><line class=\"year\" x1=\"{Number(year.i * width)}%\" x2=\"{Number(year.i * width)}%\" y1=\"{Height}\" y2=\"{Height + 6}\"/><text x=\"{Number(year.i * width)}%\" dx=\"2\" y=\"{Height + 17}\">{year.Month.Year}</text></g>"))}</svg></figure>
            """);
    }
}
