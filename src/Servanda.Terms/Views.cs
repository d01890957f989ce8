// Each side's view where a status is contested: what the history would be without the act that one side denies, or with the day that another account gives.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Views
{
    /// <summary>Accounts of other days that are looked at for a party: those that most pages tell. More would change the answer of nobody who reads it.</summary>
    private const int MostAccounts = 8;

    /// <summary>A history as one side sees it: without the act that it denies, or with the day that it gives.</summary>
    /// <param name="Denied">The act that is denied; null where another day is told.</param>
    /// <param name="From">First day on which the view is held.</param>
    /// <param name="IsImpossible">Whether the day told is one that the clause does not allow: then it is a finding, not a view.</param>
    public sealed record Other(History History, Deed? Denied, Deed? Told, Deed? Established, LocalDate From, Lazy<bool> IsImpossible);

    /// <summary>The histories that a party's may be held against, whatever the day.</summary>
    public static IReadOnlyList<Other> Others(Agreement agreement, DeedsByParty known, MergedEvents merged, string party, string? towards)
    {
        var all = new List<Other>();
        var (deeds, alone) = (known.Concerning(party), known.Alone(party));
        foreach (var denied in deeds.Where(deed => deed.DeniedBy.Count > 0))
            all.Add(new(History.Of(agreement, [.. deeds.Where(deed => !Falls(deed, denied, deeds))], late: true, alone), denied, null, null, denied.Last, new(false)));
        if (towards is not null) return all;
        var accounts = merged.Differing.Where(one => one.Reported.Parties.Contains(party) || one.Reported.Parties.Count == 0).OrderByDescending(one => one.Reported.Reports.Count).ThenBy(one => one.Reported.Id, StringComparer.Ordinal).Take(MostAccounts).Select(one => one.Reported.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (reported, established) in merged.Differing.Where(one => accounts.Contains(one.Reported.Id)))
            all.Add(new(History.Of(agreement, DeedOrder.Among([.. deeds.Where(deed => deed.Id != established.Id)], reported with { Origin = Origin.Register }, late: true), late: true, alone), null, reported, established, LocalDate.MinIsoValue, new(() => Impossible(agreement, deeds, reported, established, party, alone))));
        return all;
    }

    /// <summary>Nothing where nobody's view differs from the status on the day.</summary>
    public static IReadOnlyList<View> Of(
        Agreement agreement, DeedsByParty known, MergedEvents merged, string party, string? towards, LocalDate on, PartyStatus status, Func<History, LocalDate, PartyStatus> statusOf) =>
        Of(Others(agreement, known, merged, party, towards), on, status, statusOf);

    public static IReadOnlyList<View> Of(IReadOnlyList<Other> others, LocalDate on, PartyStatus status, Func<History, LocalDate, PartyStatus> statusOf)
    {
        var views = new List<View>();
        foreach (var other in others.Where(other => other.From <= on))
        {
            var seen = statusOf(other.History, on);
            if (seen == status) continue;
            if (other.Denied is { } denied)
            {
                views.Add(new(denied.HeldBy.Count > 0 ? denied.HeldBy : denied.Parties, status, new("reason.view-held", denied.Act, Edtf.Iso(denied.Last)), denied.Reports));
                views.Add(new(denied.DeniedBy, seen, new("reason.view-denied", denied.Act, Edtf.Iso(denied.Last)), denied.Reports));
            }
            else if (other is { Told: { } reported, Established: { } established } && !other.IsImpossible.Value)
                views.Add(new(reported.By, seen, new("reason.view-told", reported.Act, Edtf.Iso(reported.Last), Edtf.Iso(established.Last)), reported.Reports));
        }
        return views;
    }

    /// <summary>What falls with a denied act: the act, and with an exit the notice that would lead there by itself.</summary>
    private static bool Falls(Deed deed, Deed denied, IReadOnlyList<Deed> deeds) =>
        deed.Id == denied.Id || denied.Act == "withdraw" && deed.Act == "notify-withdrawal" && deed.Parties.Any(denied.Parties.Contains)
        && deed == deeds.Where(other => other.Act == "notify-withdrawal" && other.Last <= denied.Last && other.Parties.Any(denied.Parties.Contains)).MaxBy(other => other.Last);

    private static bool Impossible(Agreement agreement, IReadOnlyList<Deed> deeds, Deed reported, Deed established, string party, string? alone)
    {
        if (reported.Act is not ("withdraw" or "terminate")) return false;
        var history = History.Of(agreement, [.. deeds.Where(deed => deed.Id != established.Id)], late: true, alone);
        var before = history.On(party, reported.Last.PlusDays(-1));
        return before.Notice is { } notice ? notice.End.Day > reported.Last : before.Bound is not null && agreement.ClauseFor(party)?.Computes == true;
    }
}
