// Clocks that end soon, what must meet by when, and what should have met and did not.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

public enum DueState { Due, Overdue }

/// <summary>Something that falls due. For a window <paramref name="From"/> is its first day and <paramref name="Ends"/> its last; for a withdrawal or term <paramref name="Ends"/> is the first day after it.</summary>
public sealed record DueItem(string Agreement, string? Party, string What, DueState State, LocalDate From, LocalDate Ends, IReadOnlyList<Reason> Because)
{
    /// <summary>Whether it is to be done between two days, both included, and not on one.</summary>
    public bool IsWindow { get; init; }
}

public static class Dues
{
    /// <summary>What must follow and did not is told for so long after its window; later it is history.</summary>
    private const int Remembered = 365;

    /// <summary>Clocks that end from <paramref name="on"/> to so many days later, both included, and windows that are open, open soon, or passed with nothing in them; by day, agreement and party.</summary>
    public static IReadOnlyList<DueItem> Of(IEnumerable<Agreement> agreements, IReadOnlyList<Event> events, LocalDate on, int within, LocalDate? knownAt = null)
    {
        var byAgreement = events.Where(one => one.Agreement is not null).ToLookup(one => one.Agreement!, StringComparer.Ordinal);
        var items = agreements.SelectMany(agreement => Of(agreement, [.. byAgreement[agreement.Id]], on, within, knownAt));
        return [.. items.OrderBy(item => item.Ends).ThenBy(item => item.Agreement, StringComparer.Ordinal).ThenBy(item => item.Party, StringComparer.Ordinal).ThenBy(item => item.What, StringComparer.Ordinal)];
    }

    /// <summary>The same as findings, for lists that hold both.</summary>
    public static IReadOnlyList<Finding> AsFindings(IEnumerable<DueItem> items) =>
    [
        .. items.Select(item => new Finding
        {
            Id = Found.IdOf(item.State == DueState.Due ? FindingKind.Due : FindingKind.Overdue, item.Agreement, item.What, [item.Party ?? "", Edtf.Iso(item.Ends)]),
            Kind = item.State == DueState.Due ? FindingKind.Due : FindingKind.Overdue,
            Agreement = item.Agreement,
            About = item.What,
            Says = new(item.State == DueState.Due ? "finding.due" : "finding.overdue", item.What, item.Party ?? "", Edtf.Iso(item.Ends)),
            Because = item.Because,
        }),
    ];

    private static IEnumerable<DueItem> Of(Agreement agreement, IReadOnlyList<Event> events, LocalDate on, int within, LocalDate? knownAt)
    {
        var last = on.PlusDays(within);
        var standing = Standing.Of(agreement, events, new(on, knownAt));
        foreach (var party in standing.Parties)
        {
            var state = standing.Late.On(party, on);
            if (state.Notice is not { } notice) continue;
            if (notice.End.Day is { } end && end >= on && end <= last)
                yield return new(agreement.Id, party, "withdrawal", DueState.Due, notice.From, end, [.. Found.Notice(agreement, notice, party)]);
        }
        foreach (var follow in agreement.Of<FollowUp>())
            foreach (var (party, given) in Starts(agreement, standing, follow, on))
            {
                var (first, closes) = (given.PlusDays(follow.LeastDays), given.PlusDays(follow.MostDays));
                if (first > last || on > closes.PlusDays(Remembered) || Met(agreement, events, follow, given, closes, on)) continue;
                yield return new(agreement.Id, party, follow.What, on > closes ? DueState.Overdue : DueState.Due, first, closes,
                    [new(new("reason.window", Edtf.Iso(given), $"{follow.LeastDays}", $"{follow.MostDays}", Edtf.Between(first, closes).Text), follow.Ground.Article, Because.Address(agreement, follow.Ground), Verified: follow.Ground.Verified)])
                { IsWindow = true };
            }
        if (standing.Late.TermEndOn(on) is { } term && term >= on && term <= last && standing.Late.InForceSince is { } since)
            yield return new(agreement.Id, null, "term", DueState.Due, since, term, [new(new("reason.term-ran-out", Edtf.Iso(term)), agreement.Of<DurationProvision>().FirstOrDefault()?.Ground.Article)]);
        foreach (var review in agreement.Of<Review>())
            if (standing.Late.InForceSince is { } start && Next(review, start, on) is { } day && day <= last && standing.Parties.Any(party => standing.Late.On(party, on).Bound is not null))
                yield return new(agreement.Id, null, "review", DueState.Due, day, day, [new(new("reason.review", Edtf.Iso(start), Edtf.Iso(day)), review.Ground.Article, Because.Address(agreement, review.Ground), Verified: review.Ground.Verified)]);
    }

    /// <summary>The notices that started a window, by whom: from their receipt, where that is known apart.</summary>
    private static IEnumerable<(string? Party, LocalDate Day)> Starts(Agreement agreement, Standing standing, FollowUp follow, LocalDate on) =>
        follow.After == "notify-withdrawal"
            ? standing.Parties.SelectMany(party => standing.Late.Changes(party).Where(change => change.From <= on && change.State.Notice is { } notice && notice.From <= on)
                .DistinctBy(change => change.State.Notice!.Deed.Id).Select(change => ((string?)party, change.State.Notice!.From)))
            : agreement.Register.Where(act => act.Act == follow.After && act.Date.IsDay && act.Date.Earliest <= on).Select(act => (act.Parties.Count > 0 ? act.Parties[0] : null, act.Date.Earliest!.Value));

    private static bool Met(Agreement agreement, IReadOnlyList<Event> events, FollowUp follow, LocalDate from, LocalDate until, LocalDate on) =>
        agreement.Register.Any(act => act.Act == follow.Act && act.Date.Latest is { } held && held >= from && held <= LocalDate.Min(until, on))
        || events.Any(one => one.Act == follow.Act && one is { Status: ReportStatus.Occurred or ReportStatus.Ongoing, Polarity: Polarity.Affirmed } && one.Date?.Latest is { } held && held >= from && held <= LocalDate.Min(until, on));

    /// <summary>The first review on the day or after it.</summary>
    private static LocalDate? Next(Review review, LocalDate start, LocalDate on)
    {
        var day = start.Plus(review.First.Calendar);
        while (day < on)
        {
            if (review.Every is not { } every) return null;
            day = day.Plus(every.Calendar);
        }
        return day;
    }
}
