// What is compared kind by kind is joined as if every report had been compared with every other.
using Servanda.Ledger;
using Servanda.Model;
using Xunit;

namespace Servanda.Tests;

public class MeetingTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void Comparing_kinds_joins_what_comparing_all_pairs_joins(int seed)
    {
        // Each told up to five times, on few pages: now on one page, now on several.
        var chance = new Random(seed);
        var reports = Telling.Many(60, seed).SelectMany(report => Enumerable.Range(0, chance.Next(1, 6)).Select(_ => report with { Page = $"p{chance.Next(7)}" })).ToArray();
        var folding = Telling.Fold.Folding;
        var (pairs, kinds) = (new Sets(reports.Length), new Sets(reports.Length));
        for (var i = 0; i < reports.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (folding.Places(reports[i]).Any(place => folding.Places(reports[j]).Any(place.Meets)) && folding.MayBeOne(reports[i], reports[j])) pairs.Join(i, j);
            }
        }
        foreach (var cell in reports.SelectMany((report, i) => folding.Places(report).Select(place => (i, place))).GroupBy(x => x.place.Cell, StringComparer.Ordinal))
        {
            var meeting = new Meeting(folding.MayBeOne, (a, b) => kinds.Join((int)a, (int)b), (a, b) => kinds.Of((int)a) == kinds.Of((int)b));
            foreach (var (i, place) in cell) meeting.Add(i, reports[i], folding.Key(reports[i]), place, hasChanged: true);
            meeting.Join();
        }
        Assert.Equal(pairs.All(), kinds.All());
        Assert.True(reports.DistinctBy(report => folding.Key(report).Alike, StringComparer.Ordinal).Count() < reports.Length);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Joining_day_by_day_joins_what_joining_at_once_joins(int seed)
    {
        var reports = Telling.Many(200, seed).ToArray();
        var folding = Telling.Fold.Folding;
        var (once, daily) = (new Sets(reports.Length), new Sets(reports.Length));
        foreach (var cell in reports.SelectMany((report, i) => folding.Places(report).Select(place => (i, place))).GroupBy(x => x.place.Cell, StringComparer.Ordinal))
        {
            var meeting = new Meeting(folding.MayBeOne, (a, b) => once.Join((int)a, (int)b), (a, b) => once.Of((int)a) == once.Of((int)b));
            foreach (var (i, place) in cell) meeting.Add(i, reports[i], folding.Key(reports[i]), place, hasChanged: true);
            meeting.Join();
            meeting = new Meeting(folding.MayBeOne, (a, b) => daily.Join((int)a, (int)b), (a, b) => daily.Of((int)a) == daily.Of((int)b));
            foreach (var day in cell.GroupBy(x => x.place.First).OrderBy(day => day.Key))
            {
                foreach (var (i, place) in day) meeting.Add(i, reports[i], folding.Key(reports[i]), place, hasChanged: true);
                meeting.Join();
            }
        }
        Assert.Equal(once.All(), daily.All());
    }

    [Fact]
    public void What_a_key_excludes_never_matches()
    {
        var reports = Telling.Many(400);
        var folding = Telling.Fold.Folding;
        var keys = reports.Select(folding.Key).ToArray();
        Assert.All(Enumerable.Range(0, reports.Count).SelectMany(i => Enumerable.Range(0, i).Where(j => keys[i].Excludes(keys[j])).Select(j => (i, j))), pair => Assert.False(folding.MayBeOne(reports[pair.i], reports[pair.j])));
        Assert.Contains(keys, key => keys[0].Excludes(key));
    }

    [Fact]
    public void Three_thousand_tellers_of_one_act_are_one_event_in_a_moment()
    {
        var reports = Enumerable.Range(0, 3000).Select(i => Telling.Report($"p{i}", "withdraw USA @ open-skies 2020-11-22", told: "2020-11-23")).ToArray();
        var comparisons = 0;
        var meeting = new Meeting((_, _) => ++comparisons > 0, (_, _) => { }, (_, _) => true);
        for (var i = 0; i < reports.Length; i++) meeting.Add(i, reports[i], Telling.Fold.Folding.Key(reports[i]), Telling.Fold.Folding.Places(reports[i])[0], hasChanged: true);
        meeting.Join();
        Assert.Equal(1, comparisons);
        Assert.Equal(3000, Assert.Single(Telling.Events(reports)).Reports.Count);
    }

    [Fact]
    public void Kinds_of_which_nothing_has_changed_are_not_compared()
    {
        var meeting = new Meeting((_, _) => throw new InvalidOperationException("compared"), (_, _) => { }, (_, _) => false);
        foreach (var (said, i) in new[] { "withdraw USA @ open-skies 2020-11-22", "withdraw USA @ open-skies 2020-11" }.Select((said, i) => (said, i)))
        {
            var report = Telling.Report($"p{i}", said);
            meeting.Add(i, report, Telling.Fold.Folding.Key(report), Telling.Fold.Folding.Places(report)[0], hasChanged: false);
        }
        meeting.Join();
    }

    /// <summary>Copies by chance: stories cut from one text, each with some of its words changed.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Looking_for_copies_finds_those_that_comparing_all_pairs_finds(int seed)
    {
        var chance = new Random(seed);
        var parents = Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, StorySignature.Length).Select(_ => (uint)chance.Next()).ToArray()).ToList();
        var prints = Enumerable.Range(0, 150).Select(i =>
        {
            var changed = chance.Next(0, 30);
            return new StorySignature($"{i}", [.. parents[chance.Next(parents.Count)].Select(value => chance.Next(StorySignature.Length) < changed ? (uint)chance.Next() : value)]);
        }).ToArray();
        var reports = prints.Select((_, i) => Telling.Report($"p{i}", "withdraw USA @ open-skies 2020-11-22")).ToArray();
        var origins = prints.Select((print, i) => new PageOrigin($"p{i}", null, [], print)).ToDictionary(origin => origin.Page, StringComparer.Ordinal);
        var pairs = new Sets(prints.Length);
        for (var i = 0; i < prints.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (prints[i].IsCopyOf(prints[j])) pairs.Join(i, j);
            }
        }
        var found = new Tellers(Telling.Newsrooms).Groups(reports, origins).Select(origin => string.Join(' ', origin.Reports.Select(id => Array.FindIndex(reports, report => report.Id == id)).Order()));
        Assert.Equal(pairs.All().Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private sealed class Sets(int count)
    {
        private readonly int[] sets = [.. Enumerable.Range(0, count)];

        public int Of(int item) => sets[item];

        public void Join(int a, int b)
        {
            var (from, to) = (sets[Math.Max(a, b)], sets[Math.Min(a, b)]);
            for (var i = 0; i < sets.Length; i++)
            {
                if (sets[i] == from) sets[i] = to;
            }
        }

        public IEnumerable<string> All() => Enumerable.Range(0, sets.Length).GroupBy(Of).Select(set => string.Join(' ', set.Order()));
    }
}
