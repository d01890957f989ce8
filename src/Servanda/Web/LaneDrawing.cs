// The lanes of an agreement as a drawing made on the server, and as a table that says the same.
using System.Globalization;
using NodaTime;
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Web;

/// <summary>
/// Lengths are per cent of the width, so that the drawing fits every screen with its letters unbent. A status is told by its pattern and its sign as well as by its colour; what is contested has a frame and
/// a question mark besides.
/// </summary>
internal static class LaneDrawing
{
    private const int Height = 30;

    /// <summary>Per cent of the width that a letter takes on a wide screen, and from which on a stretch has room for its sign. A narrow screen shows signs alone.</summary>
    private const double Letter = 0.85, ForSign = 1.2;

    private static readonly Markup Patterns = Markup.Of($"""
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <pattern id="p-suspended" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="stroke" x1="0" y1="0" x2="0" y2="8"/></pattern>
        <pattern id="p-notice-running" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="dot" cx="3.5" cy="3.5" r="1.6"/></pattern>
        <pattern id="p-signatory" width="6" height="6" patternUnits="userSpaceOnUse"><line class="thin" x1="0" y1="3" x2="6" y2="3"/></pattern>
        <pattern id="p-contested" width="9" height="9" patternUnits="userSpaceOnUse"><path class="cross" d="M0 0L9 9M9 0L0 9"/></pattern>
        </defs></svg>
        """);

    /// <param name="from">First day that is drawn.</param>
    /// <param name="until">The day after the last that is drawn.</param>
    public static Markup Of(IReadOnlyList<Lane> lanes, LocalDate from, LocalDate until, LocalDate on, Wording words)
    {
        if (lanes.Count == 0) return default;
        var span = Math.Max(1, Period.DaysBetween(from, until));
        double At(LocalDate day) => Math.Clamp(100.0 * Period.DaysBetween(from, day) / span, 0, 100);
        var statuses = lanes.SelectMany(lane => lane.Stretches).Select(stretch => stretch.Status).Distinct().Order().ToList();
        return Markup.Of($"""
            <figure class="lanes" aria-label="{words.Say("web.lanes")}">{Patterns}
            {lanes.Select(lane => Row(lane, At, on >= from && on < until ? At(on) : null, words))}
            <div class="lane-row axis"><span></span><svg width="100%" height="20" aria-hidden="true" focusable="false">{Years(from, until, At)}</svg></div>
            <figcaption>{statuses.Select(status => Key(status, words))}{(lanes.Any(lane => lane.Stretches.Any(stretch => stretch.Contested)) ? Markup.Of($"<span class=\"key\"><svg width=\"22\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"contested\" fill=\"url(#p-contested)\" x=\"1\" y=\"1\" width=\"20\" height=\"14\"/></svg> ? {words.Say("kind.contested")}</span> ") : default)}<span class="key"><svg width="10" height="16" aria-hidden="true" focusable="false"><line class="now" x1="5" y1="0" x2="5" y2="16"/></svg> {words.Date(on)}</span></figcaption></figure>
            """);
    }

    private static Markup Row(Lane lane, Func<LocalDate, double> at, double? now, Wording words) => Markup.Of($"""
        <div class="lane-row"><span class="who">{Who(lane.Parties, words, 3)}</span><svg width="100%" height="{Height}" role="img" aria-label="{Who(lane.Parties, words, 3)}: {string.Join("; ", lane.Stretches.Select(stretch => Said(stretch, words)))}">
        {lane.Stretches.Select(stretch => Segment(stretch, at(stretch.From), at(stretch.Until), words))}{(now is { } x ? Markup.Of($"<line class=\"now\" x1=\"{Number(x)}%\" x2=\"{Number(x)}%\" y1=\"0\" y2=\"{Height}\"/>") : default)}</svg></div>

        """);

    private static Markup Segment(Stretch stretch, double from, double until, Wording words)
    {
        var width = until - from;
        if (width <= 0) return default;
        var pattern = PatternOf(stretch.Status);
        var name = words.Say($"status.{stretch.Status.Word()}");
        var text = width < ForSign ? default : Markup.Of($"<text x=\"{(width >= 3 ? 7 : 2)}\" y=\"20\">{Sign(stretch)}{(width >= (name.Length + 4) * Letter ? Markup.Of($"<tspan class=\"name\"> {name}</tspan>") : default)}</text>");
        return Markup.Of($"""
            <svg x="{Number(from)}%" width="{Number(width)}%" height="{Height}"><title>{Said(stretch, words)}</title><rect class="lane {stretch.Status.Word()}" width="100%" height="{Height}"/>{(pattern is null ? default : Markup.Of($"<rect fill=\"url(#{pattern})\" width=\"100%\" height=\"{Height}\"/>"))}{(stretch.Contested ? Markup.Of($"<rect class=\"contested\" fill=\"url(#p-contested)\" width=\"100%\" height=\"{Height}\"/>") : default)}{text}</svg>
            """);
    }

    private static Markup Key(PartyStatus status, Wording words) => Markup.Of(
        $"<span class=\"key\"><svg width=\"22\" height=\"16\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"lane {status.Word()}\" x=\"1\" y=\"1\" width=\"20\" height=\"14\"/>{(PatternOf(status) is { } pattern ? Markup.Of($"<rect fill=\"url(#{pattern})\" x=\"1\" y=\"1\" width=\"20\" height=\"14\"/>") : default)}</svg> {SignOf(status)} {words.Say($"status.{status.Word()}")}</span> ");

    private static Markup Years(LocalDate from, LocalDate until, Func<LocalDate, double> at)
    {
        var step = Math.Max(1, (until.Year - from.Year + 11) / 12);
        var years = Enumerable.Range(from.Year, until.Year - from.Year + 1).Where(year => new LocalDate(year, 1, 1) >= from && year % step == 0).ToList();
        return Markup.Join(years.Select((year, i) => (Year: year, At: at(new(year, 1, 1)), Odd: i % 2 == 1)).Where(year => year.At <= 96)
            .Select(year => Markup.Of($"<g{(year.Odd ? Markup.Of($" class=\"odd\"") : default)}><line class=\"year\" x1=\"{Number(year.At)}%\" x2=\"{Number(year.At)}%\" y1=\"0\" y2=\"6\"/><text x=\"{Number(year.At)}%\" dx=\"2\" y=\"17\">{year.Year}</text></g>")));
    }

    private static string? PatternOf(PartyStatus status) => status switch
    {
        PartyStatus.Suspended => "p-suspended",
        PartyStatus.NoticeRunning => "p-notice-running",
        PartyStatus.Signatory or PartyStatus.Ratified or PartyStatus.NoLongerRatified => "p-signatory",
        _ => null,
    };

    private static string Sign(Stretch stretch) => stretch.Contested ? $"? {SignOf(stretch.Status)}" : SignOf(stretch.Status);

    private static string SignOf(PartyStatus status) => status switch
    {
        PartyStatus.InForce => "●",
        PartyStatus.Suspended => "‖",
        PartyStatus.NoticeRunning => "→",
        PartyStatus.Withdrawn => "×",
        PartyStatus.Ended => "■",
        PartyStatus.Provisional => "◐",
        PartyStatus.Ratified => "◎",
        PartyStatus.NoLongerRatified => "⊘",
        _ => "○",
    };

    private static string Said(Stretch stretch, Wording words) =>
        $"{words.Say($"status.{stretch.Status.Word()}")}{(stretch.Contested ? $" ({words.Say("kind.contested")})" : "")}: {words.Date(stretch.From)} – {words.Date(stretch.Until.PlusDays(-1))}";

    /// <summary>The same as the drawing, for those who read; each beginning leads to its day.</summary>
    /// <param name="on">The way to a day.</param>
    public static Markup Table(IReadOnlyList<Lane> lanes, Wording words, Func<LocalDate, string> on) => Parts.Table(
        words.Say("web.lanes"), [words.Say("column.party"), words.Say("column.status"), words.Say("column.first"), words.Say("column.last")],
        lanes.SelectMany(lane => lane.Stretches.Select((stretch, i) => (IReadOnlyList<Markup>)
        [
            Parts.Text(Who(lane.Parties, words, int.MaxValue)),
            Parts.Text(words.Say($"status.{stretch.Status.Word()}") + (stretch.Contested ? $" ({words.Say("kind.contested")})" : "")),
            Markup.Of($"<a href=\"{on(stretch.From)}\">{words.Date(stretch.From)}</a>"),
            Parts.Text(i == lane.Stretches.Count - 1 ? words.Say("web.goes-on") : words.Date(stretch.Until.PlusDays(-1))),
        ])));

    private static string Who(IReadOnlyList<string> parties, Wording words, int most) =>
        parties.Count <= most ? words.Actors(parties) : words.Say("web.and-more", words.Actors(parties.Take(most - 1)), (parties.Count - most + 1).ToString(CultureInfo.InvariantCulture));

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
