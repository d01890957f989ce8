// How hard or friendly two actors were to each other over time, on the scale that GDELT calls Goldstein's: worked out, drawn, and as a table.
using System.Globalization;
using NodaTime;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>What one did towards the other in a stretch of time: sums of the scale's values above and below zero, and how many events lie under each.</summary>
internal sealed record Bin(LocalDate From, LocalDate Until, decimal Friendly, int FriendlyEvents, decimal Hard, int HardEvents);

internal static class Intensity
{
    private const int MostBins = 36, Height = 110;

    /// <summary>Only what is told as having happened, affirmed, and dated within one stretch counts; each event once, whoever tells of it.</summary>
    /// <returns>The stretches for each of the two directions, of the same days; empty where nothing counts.</returns>
    public static (IReadOnlyList<Bin> One, IReadOnlyList<Bin> Other, int Counted) Of(IReadOnlyList<Event> events, string one, string other, Knowledge knowledge)
    {
        var scales = knowledge.Acts.Where(act => act.Cameo is not null && knowledge.Cameo.ContainsKey(act.Cameo)).ToDictionary(act => act.Id, act => knowledge.Cameo[act.Cameo!].Scale, StringComparer.Ordinal);
        var counted = events.Where(told => told is { Status: ReportStatus.Occurred or ReportStatus.Ongoing, Polarity: Polarity.Affirmed, Date: { Earliest: not null, Latest: not null } } && scales.ContainsKey(told.Act)).ToList();
        if (counted.Count == 0) return ([], [], 0);
        var (first, last) = (counted.Min(told => told.Date!.Earliest!.Value), counted.Max(told => told.Date!.Latest!.Value));
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        var step = ((int[])[1, 3, 12, 24, 60, 120]).FirstOrDefault(step => months / step < MostBins, 240);
        var start = step < 12 ? new LocalDate(first.Year, (first.Month - 1) / step * step + 1, 1) : new LocalDate(first.Year, 1, 1);
        var edges = new List<LocalDate> { start };
        while (edges[^1] <= last) edges.Add(edges[^1].PlusMonths(step));
        int BinOf(LocalDate day) => ((day.Year - start.Year) * 12 + day.Month - start.Month) / step;
        var within = counted.Where(told => BinOf(told.Date!.Earliest!.Value) == BinOf(told.Date.Latest!.Value)).ToList();
        return (Bins(one, other), Bins(other, one), within.Count);

        List<Bin> Bins(string by, string to)
        {
            var mine = within.Where(told => told.Source.Contains(by) && (told.Target.Contains(to) || told.Source.Contains(to))).ToLookup(told => BinOf(told.Date!.Earliest!.Value), told => scales[told.Act]);
            return [.. Enumerable.Range(0, edges.Count - 1).Select(i => new Bin(edges[i], edges[i + 1], mine[i].Where(scale => scale > 0).Sum(), mine[i].Count(scale => scale > 0), mine[i].Where(scale => scale < 0).Sum(), mine[i].Count(scale => scale < 0)))];
        }
    }

    /// <summary>Two strips over the same days: friendly acts rise plain, hard ones hang hatched. Lengths are per cent of the width.</summary>
    public static Markup Drawn(IReadOnlyList<Bin> one, IReadOnlyList<Bin> other, string oneToOther, string otherToOne, Wording words)
    {
        var most = one.Concat(other).SelectMany(bin => new[] { bin.Friendly, -bin.Hard }).DefaultIfEmpty(1).Max() is var peak && peak > 0 ? peak : 1;
        return Markup.Of($"""
            <figure class="intensity" aria-label="{words.Say("web.intensity")}">
            <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs><pattern id="p-hard" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="stroke" x1="0" y1="0" x2="0" y2="6"/></pattern></defs></svg>
            {Strip(one, oneToOther, most, words)}
            {Strip(other, otherToOne, most, words)}
            <div class="lane-row axis"><span></span><svg width="100%" height="20" aria-hidden="true" focusable="false">{Years(one)}</svg></div>
            <figcaption><span class="key"><svg width="22" height="16" aria-hidden="true" focusable="false"><rect class="friendly" width="22" height="16"/></svg> {words.Say("web.friendly")}</span> <span class="key"><svg width="22" height="16" aria-hidden="true" focusable="false"><rect class="hard" width="22" height="16"/><rect fill="url(#p-hard)" width="22" height="16"/></svg> {words.Say("web.hard")}</span></figcaption></figure>
            """);
    }

    private static Markup Strip(IReadOnlyList<Bin> bins, string who, decimal most, Wording words)
    {
        var said = words.Say("web.strip", who, Whole(bins.Sum(bin => bin.FriendlyEvents)), Whole(bins.Sum(bin => bin.HardEvents)));
        return Markup.Of($"""
            <div class="lane-row"><span class="who">{who}</span><svg width="100%" height="{Height}" role="img" aria-label="{said}">
            {bins.Select((bin, i) => Bar(bin, 100.0 * i / bins.Count, 100.0 / bins.Count, most, words))}<line class="zero" x1="0" x2="100%" y1="{Height / 2}" y2="{Height / 2}"/></svg></div>

            """);
    }

    private static Markup Bar(Bin bin, double at, double width, decimal most, Wording words)
    {
        if (bin.FriendlyEvents + bin.HardEvents == 0) return default;
        var (up, down) = ((int)(bin.Friendly / most * (Height / 2 - 2)), (int)(-bin.Hard / most * (Height / 2 - 2)));
        return Markup.Of($"""
            <svg x="{Number(at)}%" width="{Number(width * 0.9)}%" height="{Height}"><title>{Said(bin, words)}</title><rect class="friendly" width="100%" y="{Height / 2 - up}" height="{up}"/><rect class="hard" width="100%" y="{Height / 2}" height="{down}"/><rect fill="url(#p-hard)" width="100%" y="{Height / 2}" height="{down}"/></svg>
            """);
    }

    private static string Said(Bin bin, Wording words) => $"{Stretch(bin, words)}: {words.Say("web.bin", words.Number(bin.Friendly), Whole(bin.FriendlyEvents), words.Number(bin.Hard), Whole(bin.HardEvents))}";

    private static string Stretch(Bin bin, Wording words) => words.Date(Edtf.Between(bin.From, bin.Until.PlusDays(-1)));

    private static Markup Years(IReadOnlyList<Bin> bins)
    {
        var seen = bins.Select((bin, i) => (bin.From.Year, At: 100.0 * i / bins.Count)).GroupBy(bin => bin.Year).Select(year => year.First()).ToList();
        var every = (seen.Count + 8) / 9;
        return Markup.Join(seen.Where((year, i) => i % every == 0 && year.At < 96).Select((year, i) => Markup.Of($"<g{(i % 2 == 1 ? Markup.Of($" class=\"odd\"") : default)}><line class=\"year\" x1=\"{Number(year.At)}%\" x2=\"{Number(year.At)}%\" y1=\"0\" y2=\"6\"/><text x=\"{Number(year.At)}%\" dx=\"2\" y=\"17\">{year.Year}</text></g>")));
    }

    public static Markup Table(IReadOnlyList<Bin> one, IReadOnlyList<Bin> other, string oneToOther, string otherToOne, Wording words) => Parts.Table(
        words.Say("web.intensity"), [words.Say("column.date"), $"{oneToOther}: {words.Say("web.friendly")}", $"{oneToOther}: {words.Say("web.hard")}", $"{otherToOne}: {words.Say("web.friendly")}", $"{otherToOne}: {words.Say("web.hard")}"],
        one.Zip(other).Where(pair => pair.First.FriendlyEvents + pair.First.HardEvents + pair.Second.FriendlyEvents + pair.Second.HardEvents > 0).Select(pair => (IReadOnlyList<Markup>)
        [
            Parts.Text(Stretch(pair.First, words)), Cell(pair.First.Friendly, pair.First.FriendlyEvents, words), Cell(pair.First.Hard, pair.First.HardEvents, words),
            Cell(pair.Second.Friendly, pair.Second.FriendlyEvents, words), Cell(pair.Second.Hard, pair.Second.HardEvents, words),
        ]));

    private static Markup Cell(decimal sum, int events, Wording words) => events == 0 ? default : Parts.Text($"{words.Number(sum)} ({Whole(events)})");

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
