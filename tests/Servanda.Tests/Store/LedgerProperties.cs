// Laws of a ledger under any course of reading, ruling, forgetting and reading anew, tried on courses made by chance.
using NodaTime;
using Servanda.Ledger;
using Servanda.Model;
using Servanda.Store;
using Xunit;

namespace Servanda.Tests;

public class LedgerProperties
{
    private const int Reports = 45;

    private static readonly string[] Judges = ["Lan", "Minh", "Hà"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    /// <summary>Order, runs, repetition, a coder that was changed for a while, pages that were read and forgotten: what counts is which pages there are, and which rulings.</summary>
    [Theory, MemberData(nameof(Seeds))]
    public void A_ledger_is_a_function_of_its_pages_and_rulings(int seed)
    {
        var chance = new Random(seed);
        var pages = TempLedger.Many(Reports, seed);
        var kept = pages.Where(_ => chance.Next(4) > 0).ToList();
        var rulings = RulingsOn(kept, chance);
        using var straight = new TempLedger();
        using var winding = new TempLedger();
        using var one = straight.Open();
        using var other = winding.Open();

        one.Write(kept, [], TempLedger.Noon);
        one.Merge(TempLedger.Noon);
        foreach (var ruling in rulings) one.Rule(ruling);
        one.Merge(TempLedger.Noon);

        // The long way: other pages too, an earlier coder first, batches of any size, a ruling as soon as its reports are there, pages again and again, and out with what is too much.
        var left = new Queue<PageReading>(Shuffled([.. pages, .. pages.Where(_ => chance.Next(3) == 0)], chance));
        var waiting = Shuffled([.. rulings], chance).ToList();
        while (left.Count > 0)
        {
            var batch = Enumerable.Range(0, Math.Min(left.Count, chance.Next(1, 9))).Select(_ => left.Dequeue()).ToList();
            if (chance.Next(3) == 0) other.Write([.. batch.DistinctBy(page => page.Story.Page).Select(Earlier)], [], TempLedger.Noon);
            other.Write(batch, [], TempLedger.Noon);
            if (chance.Next(2) == 0) other.Merge(TempLedger.Noon);
            var live = other.LiveReports().Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var ruling in waiting.Where(ruling => ruling.Reports.Concat(ruling.Against).All(report => live.Contains(report.Id))).ToList())
            {
                other.Rule(ruling);
                waiting.Remove(ruling);
            }
        }
        foreach (var page in Shuffled([.. pages.Except(kept)], chance)) Assert.True(other.Remove(page.Story.Page, TempLedger.Noon, rulingsToo: true));
        other.Merge(TempLedger.Noon);

        Assert.Equal(TempLedger.ExportOf(one), TempLedger.ExportOf(other));
        Assert.Equal(one.ContentHash(), other.ContentHash());
        Assert.Empty(other.Check());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Removing_a_page_and_its_rulings_gives_the_ledger_that_never_had_them(int seed)
    {
        var chance = new Random(seed);
        var pages = TempLedger.Many(Reports, seed);
        var gone = pages[chance.Next(pages.Count)].Story.Page;
        var rulings = RulingsOn(pages, chance);
        using var first = new TempLedger();
        using var second = new TempLedger();
        using var had = first.Open();
        using var never = second.Open();
        Fill(had, pages, rulings);
        Assert.True(had.Remove(gone, TempLedger.Noon, rulingsToo: true));
        Fill(never, [.. pages.Where(page => page.Story.Page != gone)], [.. rulings.Where(ruling => ruling.Reports.Concat(ruling.Against).All(report => report.Page != gone))]);
        Assert.Equal(TempLedger.ExportOf(never), TempLedger.ExportOf(had));
        Assert.Equal(never.Rulings().Select(stored => stored.Ruling.Id), had.Rulings().Select(stored => stored.Ruling.Id));
        Assert.Empty(had.Check());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void What_was_known_on_a_day_is_what_a_ledger_fed_until_then_says(int seed)
    {
        var chance = new Random(seed);
        var day = new LocalDate(2021, 10, 8);
        // A page comes out on one day: all its reports with it.
        var pages = TempLedger.Many(Reports, seed).Select(page => (Page: page, Told: page.Reports[0].Told)).Select(x => TempLedger.Reading(x.Page.Story.Page, [.. x.Page.Reports.Select(report => report with { Told = x.Told })], told: x.Told?.Text, outlet: x.Page.Story.Outlet)).ToList();
        var rulings = RulingsOn(pages, chance, made: () => Instant.FromUtc(2021, 10, chance.Next(1, 16), chance.Next(24), 0));
        using var first = new TempLedger();
        using var second = new TempLedger();
        using var all = first.Open();
        using var fed = second.Open();
        Fill(all, pages, rulings);
        var known = pages.Where(page => page.Told.When?.Latest <= day).ToList();
        var ids = known.Select(page => page.Story.Page).ToHashSet(StringComparer.Ordinal);
        Fill(fed, known, [.. rulings.Where(ruling => ruling.MadeOn <= day && ruling.Reports.Concat(ruling.Against).All(report => ids.Contains(report.Page)))]);
        Assert.NotEmpty(known);
        Assert.Equal(fed.Files(EventQuery.All).Select(ExportRows.Of), all.Files(EventQuery.All with { KnownAt = day }).Select(ExportRows.Of));
    }

    private static void Fill(LedgerStore ledger, IReadOnlyList<PageReading> pages, IReadOnlyList<Ruling> rulings)
    {
        ledger.Write(pages, [], TempLedger.Noon);
        ledger.Merge(TempLedger.Noon);
        foreach (var ruling in rulings) ledger.Rule(ruling);
        ledger.Merge(TempLedger.Noon);
    }

    /// <summary>What a coder of an earlier version took from the same page: less, and other persons.</summary>
    private static PageReading Earlier(PageReading page) =>
        TempLedger.Reading(page.Story.Page, [.. page.Reports.Where((_, i) => i % 2 == 0).Select(report => report with { Person = "Sergei Lavrov" })], coder: "0", outlet: page.Story.Outlet);

    /// <summary>Rulings of every kind, by three judges who often contradict each other.</summary>
    private static List<Ruling> RulingsOn(IReadOnlyList<PageReading> pages, Random chance, Func<Instant>? made = null)
    {
        var reports = pages.SelectMany(page => page.Reports).ToList();
        var hour = 0;
        return [.. Enumerable.Range(0, 12).Select(_ => Ruling((RulingKind)chance.Next(5)))];

        Ruling Ruling(RulingKind kind)
        {
            var (a, b) = (Any(), Any());
            while (b.Id == a.Id) b = Any();
            return Servanda.Model.Ruling.Of(
                kind, kind == RulingKind.Merge ? [RuledReport.Of(a), RuledReport.Of(b)] : [RuledReport.Of(a)], Judges[chance.Next(3)], "thử",
                made?.Invoke() ?? TempLedger.Noon + NodaTime.Duration.FromHours(hour++), kind == RulingKind.Correct ? [new("date", $"2021-10-0{chance.Next(1, 10)}")] : null, kind == RulingKind.Split ? [RuledReport.Of(b)] : null);
        }

        Report Any() => reports[chance.Next(Math.Min(reports.Count, 15))];
    }

    private static T[] Shuffled<T>(T[] items, Random chance)
    {
        chance.Shuffle(items);
        return items;
    }
}
