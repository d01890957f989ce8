// Where the parties of an agreement stood over time: a lane for all who stood alike, as a drawing and as a table.
using NodaTime;
using Servanda.Model;
using Servanda.Output;
using Servanda.Terms;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>A stretch of time in which a status held; from its first day to the day before the next.</summary>
internal sealed record Stretch(LocalDate From, LocalDate Until, PartyStatus Status, bool Contested);

internal static class Lanes
{
    private const int Width = 900, Lane = 26, Gap = 8, Axis = 22;

    /// <summary>The stretches of each party, those of like stretches together, in the order of their first change.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Parties, IReadOnlyList<Stretch> Stretches)> Of(Agreement agreement, IReadOnlyList<Event> events, LocalDate on, LocalDate? knownAt)
    {
        var answers = new SortedDictionary<LocalDate, IReadOnlyList<StatusAnswer>>();
        foreach (var day in Days(agreement, events, on)) answers[day] = Statuses.Of(agreement, events, new(day, knownAt));
        foreach (var end in answers.Values.SelectMany(day => day).SelectMany(answer => answer.Clocks).Select(clock => clock.Ends).OfType<LocalDate>().Distinct().ToList())
            if (!answers.ContainsKey(end)) answers[end] = Statuses.Of(agreement, events, new(end, knownAt));
        var last = answers.Keys.Last().PlusYears(1);
        var byParty = answers.Values.SelectMany(day => day).Where(answer => answer.Towards is null).ToLookup(answer => answer.Party, StringComparer.Ordinal);
        return [.. byParty.Select(party => (Party: party.Key, Stretches: Stretches([.. party], last)))
            .Where(party => party.Stretches.Count > 0)
            .GroupBy(party => string.Join('|', party.Stretches))
            .Select(alike => ((IReadOnlyList<string>)[.. alike.Select(party => party.Party)], alike.First().Stretches))
            .OrderBy(lane => lane.Item2[0].From).ThenByDescending(lane => lane.Item2.Count).ThenBy(lane => lane.Item1[0], StringComparer.Ordinal)];
    }

    /// <summary>The days on which anything may change besides the ends of clocks: acts of the register, events, and the day asked about.</summary>
    private static IEnumerable<LocalDate> Days(Agreement agreement, IReadOnlyList<Event> events, LocalDate on) =>
        agreement.Register.Select(act => act.Date.Latest).Concat(agreement.Parties.SelectMany(party => new[] { party.Signed, party.Ratified, party.Provisional, party.Bound }.Select(date => date?.Latest)))
            .Concat(events.Where(told => told is { Status: ReportStatus.Occurred or ReportStatus.Ongoing, Polarity: Polarity.Affirmed }).Select(told => told.Date?.Latest)).OfType<LocalDate>().Where(day => day <= on).Append(on).Distinct();

    private static List<Stretch> Stretches(IReadOnlyList<StatusAnswer> answers, LocalDate last)
    {
        var all = new List<Stretch>();
        for (var at = 0; at < answers.Count; at++)
        {
            var until = at + 1 < answers.Count ? answers[at + 1].On : last;
            if (answers[at].Status is PartyStatus.Unknown or PartyStatus.NotParty) continue;
            if (all is [.., var before] && before.Status == answers[at].Status && before.Contested == answers[at].Contested && before.Until == answers[at].On) all[^1] = before with { Until = until };
            else all.Add(new(answers[at].On, until, answers[at].Status, answers[at].Contested));
        }
        return all;
    }

    public static Markup Drawn(IReadOnlyList<(IReadOnlyList<string> Parties, IReadOnlyList<Stretch> Stretches)> lanes, LocalDate on, Wording words)
    {
        if (lanes.Count == 0) return default;
        var first = lanes.Min(lane => lane.Stretches[0].From);
        var last = lanes.Max(lane => lane.Stretches[^1].Until);
        var span = Math.Max(1, Period.DaysBetween(first, last));
        int X(LocalDate day) => (int)((long)Period.DaysBetween(first, day) * Width / span);
        var height = lanes.Count * (Lane + Gap) + Axis;
        var years = Enumerable.Range(first.Year + 1, Math.Max(0, last.Year - first.Year)).Where(year => (year - first.Year) % Math.Max(1, (last.Year - first.Year) / 9) == 0);
        return Markup.Of($"""
            <figure tabindex="0" aria-label="{words.Say("web.lanes")}"><svg viewBox="0 0 {Width} {height}" role="img" aria-label="{words.Say("web.lanes")}">
            <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern>
            <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="dot" cx="3" cy="3" r="1.4"/></pattern></defs>
            {years.Select(year => Markup.Of($"<line class=\"year\" x1=\"{X(new(year, 1, 1))}\" x2=\"{X(new(year, 1, 1))}\" y1=\"0\" y2=\"{height - Axis}\"/><text class=\"axis\" x=\"{X(new(year, 1, 1)) + 2}\" y=\"{height - 6}\">{year}</text>"))}
            {lanes.SelectMany((lane, row) => lane.Stretches.Select(stretch => Segment(stretch, X(stretch.From), X(stretch.Until), row * (Lane + Gap), words)))}
            {(on >= first && on <= last ? Markup.Of($"<line class=\"now\" x1=\"{X(on)}\" x2=\"{X(on)}\" y1=\"0\" y2=\"{height - Axis}\"/>") : default)}
            {lanes.Select((lane, row) => Markup.Of($"<text class=\"who\" x=\"4\" y=\"{row * (Lane + Gap) + 17}\">{Who(lane.Parties, words, 4)}</text>"))}
            </svg>
            <figcaption>{lanes.SelectMany(lane => lane.Stretches).Select(stretch => stretch.Status).Distinct().Order().Select(status => Markup.Of($"<span class=\"key {status.Word()}\">{words.Say($"status.{status.Word()}")}</span> "))}</figcaption></figure>
            """);
    }

    private static Markup Segment(Stretch stretch, int from, int until, int y, Wording words)
    {
        var (width, title) = (Math.Max(2, until - from), $"{words.Say($"status.{stretch.Status.Word()}")}: {Edtf.Iso(stretch.From)} – {Edtf.Iso(stretch.Until.PlusDays(-1))}");
        var pattern = stretch.Status switch { PartyStatus.Suspended => "hatch", PartyStatus.NoticeRunning => "dots", _ => null };
        return Markup.Of($"<rect class=\"lane {stretch.Status.Word()}{(stretch.Contested ? " contested" : "")}\" x=\"{from}\" y=\"{y}\" width=\"{width}\" height=\"{Lane}\"><title>{title}</title></rect>{(pattern is null ? default : Markup.Of($"<rect class=\"over\" fill=\"url(#{pattern})\" x=\"{from}\" y=\"{y}\" width=\"{width}\" height=\"{Lane}\"><title>{title}</title></rect>"))}");
    }

    /// <summary>The same as the drawing, for those who read.</summary>
    public static Markup Table(IReadOnlyList<(IReadOnlyList<string> Parties, IReadOnlyList<Stretch> Stretches)> lanes, Wording words) => Parts.Table(
        words.Say("web.lanes"), [words.Say("column.party"), words.Say("column.status"), words.Say("column.first"), words.Say("column.last")],
        lanes.SelectMany(lane => lane.Stretches.Select(stretch => (IReadOnlyList<Markup>)
            [Parts.Text(Who(lane.Parties, words, int.MaxValue)), Parts.Text(words.Say($"status.{stretch.Status.Word()}") + (stretch.Contested ? $" ({words.Say("kind.contested")})" : "")), Parts.Text(Edtf.Iso(stretch.From)), Parts.Text(Edtf.Iso(stretch.Until.PlusDays(-1)))])));

    private static string Who(IReadOnlyList<string> parties, Wording words, int most) =>
        parties.Count <= most ? words.Actors(parties) : words.Say("web.and-more", words.Actors(parties.Take(most - 1)), (parties.Count - most + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
