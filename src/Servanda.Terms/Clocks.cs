// The periods that run for a party on a day: towards its leaving, for what must follow, and to the end of the agreement's term.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Clocks
{
    /// <summary>Clocks that run on the day, or end on it.</summary>
    public static IReadOnlyList<Clock> Of(Agreement agreement, History history, string party, LocalDate on, IReadOnlyList<Deed> deeds)
    {
        var (state, _) = history.At(party, on);
        var clocks = new List<Clock>();
        var notice = state.Notice ?? (state.OutAfter is { } left && left.End.Day == on ? left : null);
        if (notice is not null) clocks.Add(new("withdrawal", notice.From, notice.End.Day));
        foreach (var follow in agreement.Of<FollowUp>())
            if (notice is not null && follow.After == "notify-withdrawal" && on <= notice.From.PlusDays(follow.MostDays)
                && !agreement.Register.Any(act => act.Act == follow.Act && act.Date.Latest is { } held && held >= notice.From && held <= on))
                clocks.Add(new(follow.What, notice.From.PlusDays(follow.LeastDays), notice.From.PlusDays(follow.MostDays)));
        if (history.TermEndOn(on) is { } end && state.Bound is not null && history.InForceSince is { } start) clocks.Add(new("term", start, end));
        return clocks;
    }
}
