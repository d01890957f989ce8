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

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_kept_of_a_docket_says_of_every_day_what_the_ledger_says_whatever_came_later(int seed)
    {
        var chance = new Random(seed);
        // Some tell of an act months after it, so that what they tell of was known in parts for long.
        var pages = TempLedger.Many(Reports, seed).Select(page => (Page: page, Told: Edtf.Of(new LocalDate(2021, 10, 1).PlusDays(chance.Next(3) == 0 ? chance.Next(400) : chance.Next(20))))).Select(x => TempLedger.Reading(x.Page.Story.Page, [.. x.Page.Reports.Select(report => report with { Told = x.Told })], told: x.Told.Text, outlet: x.Page.Story.Outlet)).ToList();
        var rulings = RulingsOn(pages, chance, made: () => Instant.FromUtc(2021, 10 + chance.Next(3), chance.Next(1, 16), chance.Next(24), 0));
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        var known = new KnownDockets(Telling.Fold.Folding);
        var half = pages.Count / 2;
        foreach (var step in (Action[])[() => Fill(ledger, pages[..half], []), () => Fill(ledger, pages[half..], []), () => Fill(ledger, [], rulings), () => Assert.True(ledger.Remove(pages[3].Story.Page, TempLedger.Noon, rulingsToo: true))])
        {
            step();
            foreach (var agreement in ledger.Events(EventQuery.All).Select(told => told.Agreement).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                var docket = ledger.Docket(agreement);
                var query = EventQuery.All with { Agreement = agreement };
                var moving = ledger.Events(query).Where(IsMoving).ToDictionary(told => told.Id);
                for (var i = 0; i < 6; i++)
                {
                    var day = new LocalDate(2021, 9, 28).PlusDays(i < 3 ? chance.Next(25) : chance.Next(440));
                    var told = ledger.Events(query with { KnownAt = day }).Select(one => Row(one with { InResponseTo = [] })).ToList();
                    var kept = known.On(ledger, docket, moving, IsMoving, day, 7);
                    Assert.Equal(told.Take(7), kept.First.Select(one => Row(one with { InResponseTo = [] })));
                    Assert.Equal(told.Count, kept.Count);
                    Assert.Equal(ledger.Events(query with { KnownAt = day }).Where(IsMoving).Select(one => Row(one with { InResponseTo = [] })), kept.Moving.Select(one => Row(one with { InResponseTo = [] })));
                }
            }
        }

        static bool IsMoving(Event told) => told.Act is "withdraw" or "notify-withdrawal" or "suspend";

        static string Row(Event told) => System.Text.Json.JsonSerializer.Serialize(told);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_largest_dockets_are_those_with_most_events(int seed)
    {
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        Fill(ledger, [.. TempLedger.Many(Reports, seed)], []);
        var sizes = ledger.Events(EventQuery.All).Where(told => told.Agreement is not null).GroupBy(told => told.Agreement!).OrderByDescending(docket => docket.Count()).ThenBy(docket => docket.Key, StringComparer.Ordinal).Select(docket => docket.Key).ToList();
        Assert.Equal(sizes, ledger.LargestDockets(100));
        Assert.Equal(sizes.Take(1), ledger.LargestDockets(1));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void From_some_day_on_nothing_more_becomes_known(int seed)
    {
        var pages = TempLedger.Many(Reports, seed).Where(page => page.Reports.All(report => report.Told?.Latest is not null)).ToList();
        using var temp = new TempLedger();
        using var ledger = temp.Open();
        Assert.Null(ledger.AllKnownFrom());
        Fill(ledger, pages, []);
        var last = pages.SelectMany(page => page.Reports).Max(report => report.Told!.Latest);
        Assert.Equal(last, ledger.AllKnownFrom());
        var rulings = RulingsOn(pages, new(seed), made: () => Instant.FromUtc(2023, 1, 3, 23, 0));
        Fill(ledger, [], rulings);
        Assert.Equal(rulings.Max(ruling => ruling.MadeOn), ledger.AllKnownFrom());
        Assert.True(ledger.AllKnownFrom() > last);
        Assert.Equal(ledger.Events(EventQuery.All).Select(told => told.Id), ledger.Events(EventQuery.All with { KnownAt = ledger.AllKnownFrom() }).Select(told => told.Id));
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
