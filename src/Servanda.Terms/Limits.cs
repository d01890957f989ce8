// The limits that hold for a party on a day: ceilings and notice to be given, with accounts that differ side by side.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Limits
{
    /// <summary>Whether an event sets a limit for whom it is aimed at.</summary>
    public static bool MayLimit(Event told) => told is { Act: "limit-staff", Status: ReportStatus.Occurred or ReportStatus.Ongoing, Polarity: Polarity.Affirmed, SupersededBy: null };

    /// <param name="events">Those that may: <see cref="MayLimit"/>.</param>
    public static IReadOnlyList<Limit> Of(Agreement agreement, string party, StatusQuery query, bool? inForce, IReadOnlyList<Event> events)
    {
        var all = new List<Limit>();
        if (query.Basis != Basis.Reports)
        {
            foreach (var ceiling in agreement.Of<Ceiling>())
                if (ceiling.At is null && Binds(ceiling.On, party) && (inForce == true || ceiling.Outlives))
                    all.AddRange(Holding(ceiling.Values, query).Select(value => new Limit(ceiling.What, value.Value, ceiling.Unit, value.From, ceiling.SetBy, value.By, Conditional: value.Conditional)));
            foreach (var notice in agreement.Of<AdvanceNotice>())
                if (Binds(notice.On, party) && inForce == true)
                {
                    var holding = Holding(notice.Values, query);
                    all.AddRange(holding.Select(value => new Limit($"{notice.What}-notice", value.Value, (value.Time ?? TermUnit.Day).ToString().ToLowerInvariant(), value.From, notice.SetBy, value.By, holding.Count > 1, value.Conditional)));
                }
        }
        if (query.Basis != Basis.Register)
            foreach (var told in Told(events, party, query))
                if (!all.Any(limit => limit.What == "staff" && (limit.Value == told.Value || told.Since.Before(limit.Since) != Truth.No)))
                {
                    all.RemoveAll(limit => limit.What == "staff" && limit.SetBy == told.SetBy && limit.By is not null);
                    all.Add(told);
                }
        return all;
    }

    /// <summary>The values that hold on the day: the newest that has begun, and beside it those by other accounts and those only threatened.</summary>
    public static IReadOnlyList<DatedValue> Holding(IReadOnlyList<DatedValue> values, StatusQuery query)
    {
        var begun = values.Where(value => value.From.Latest <= query.On && (value.Until is not { } end || query.On < end)
            && (query.KnownAt is not { } known || (value.Known ?? value.From.Latest) <= known)).ToList();
        var newest = new List<DatedValue>();
        foreach (var account in begun.GroupBy(value => (value.By, value.Conditional)))
            newest.Add(account.OrderBy(value => value.From.Latest).Last());
        return [.. newest.Where(value => value.Value is not null).OrderBy(value => value.From.Latest).ThenBy(value => value.By, StringComparer.Ordinal)];
    }

    /// <summary>Staff ceilings that pages tell of, newest last.</summary>
    private static IEnumerable<Limit> Told(IReadOnlyList<Event> events, string party, StatusQuery query) =>
        from one in events
        where one.Target.Contains(party)
        where query.KnownAt is not { } known || one.FirstTold?.Latest <= known
        let date = one.Date ?? one.FirstTold
        where date?.Latest <= query.On
        from quantity in one.Quantities
        where quantity.Role is "to" or "ceiling"
        orderby date.Latest, one.Id
        select new Limit("staff", quantity.Value, quantity.Unit, date, one.Source.Count > 0 ? one.Source[0] : null, string.Join(", ", one.OriginNames));

    private static bool Binds(IReadOnlyList<string> on, string party) => on.Count == 0 || on.Contains(party);
}
