// Each side's view where a status is contested: what the history would be without the act that one side denies, or with the day that another account gives.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Views
{
    /// <summary>Nothing where nobody's view differs from the status on the day.</summary>
    public static IReadOnlyList<View> Of(
        Agreement agreement, IReadOnlyList<Deed> deeds, MergedEvents merged, string party, string? towards, LocalDate on, PartyStatus status, Func<History, LocalDate, PartyStatus> statusOf)
    {
        var views = new List<View>();
        deeds = Concerning(agreement, deeds, party);
        foreach (var denied in deeds.Where(deed => deed.DeniedBy.Count > 0 && deed.Last <= on))
        {
            var without = statusOf(History.Of(agreement, [.. deeds.Where(deed => !Falls(deed, denied, deeds))], late: true), on);
            if (without == status) continue;
            views.Add(new(denied.HeldBy.Count > 0 ? denied.HeldBy : denied.Parties, status, new("reason.view-held", denied.Act, Edtf.Iso(denied.Last)), denied.Reports));
            views.Add(new(denied.DeniedBy, without, new("reason.view-denied", denied.Act, Edtf.Iso(denied.Last)), denied.Reports));
        }
        foreach (var (reported, established) in merged.Differing)
        {
            if (towards is not null || !reported.Parties.Contains(party) && reported.Parties.Count > 0) continue;
            var told = statusOf(History.Of(agreement, [.. deeds.Where(deed => deed.Id != established.Id), reported with { Origin = Origin.Register }], late: true), on);
            if (told == status || Impossible(agreement, deeds, reported, established, party)) continue;
            views.Add(new(reported.By, told, new("reason.view-told", reported.Act, Edtf.Iso(reported.Last), Edtf.Iso(established.Last)), reported.Reports));
        }
        return views;
    }

    /// <summary>The deeds that can move a party: its own and those of the agreement as a whole; all, where another's leaving ends it for the party too.</summary>
    private static IReadOnlyList<Deed> Concerning(Agreement agreement, IReadOnlyList<Deed> deeds, string party) =>
        agreement.PartiesClosed.Count > 0 || agreement.Of<Withdrawal>().Any(clause => clause.EndsAgreement) ? deeds
            : [.. deeds.Where(deed => deed.Parties.Count == 0 || deed.Parties.Contains(party) || deed.Towards.Contains(party) || deed.Act is "enter-into-force" or "extend" or "terminate" or "restore-relations" or Deeds.Succeed)];

    /// <summary>What falls with a denied act: the act, and with an exit the notice that would lead there by itself.</summary>
    private static bool Falls(Deed deed, Deed denied, IReadOnlyList<Deed> deeds) =>
        deed.Id == denied.Id || denied.Act == "withdraw" && deed.Act == "notify-withdrawal" && deed.Parties.Any(denied.Parties.Contains)
        && deed == deeds.Where(other => other.Act == "notify-withdrawal" && other.Last <= denied.Last && other.Parties.Any(denied.Parties.Contains)).MaxBy(other => other.Last);

    /// <summary>An exit told for a day that the clause does not allow is a finding, not a view.</summary>
    private static bool Impossible(Agreement agreement, IReadOnlyList<Deed> deeds, Deed reported, Deed established, string party)
    {
        if (reported.Act is not ("withdraw" or "terminate")) return false;
        var history = History.Of(agreement, [.. deeds.Where(deed => deed.Id != established.Id)], late: true);
        var before = history.On(party, reported.Last.PlusDays(-1));
        return before.Notice is { } notice ? notice.End.Day > reported.Last : before.Bound is not null && agreement.ClauseFor(party)?.Computes == true;
    }
}
