// Reads the register of an agreement's file: the established acts, and which of them answer which.
using Servanda.Model;

namespace Servanda.Store;

internal sealed class RegisterReader(GroundReader grounds, IReadOnlySet<string> actIds)
{
    /// <summary>Stands in a file with faults where the date is missing or none.</summary>
    private static readonly Edtf NoDate = Edtf.OfYear(1);

    private static readonly string[] OfBoundParties = ["announce-withdrawal", "notify-withdrawal", "revoke-notice", "suspend", "resume"];

    /// <param name="closed">All who can be party, where nobody else can; <paramref name="complete"/>: all who ever were are among <paramref name="parties"/>.</param>
    /// <param name="below">The register of the agreement that the file adds to.</param>
    public IReadOnlyList<RegisterAct> Read(DataNode node, IReadOnlyList<string> closed, bool complete, IReadOnlyList<PartyEntry> parties, IReadOnlyList<RegisterAct> below)
    {
        var all = new List<(RegisterAct Act, DataNode Node)>();
        foreach (var item in node.Items()) all.Add((Act(item), item));
        var byId = new Dictionary<string, RegisterAct>(StringComparer.Ordinal);
        foreach (var (act, item) in all)
            if (!byId.TryAdd(act.Id, act)) item.Fault($"a second act '{act.Id}'", "each act once; an id of its own where two are alike");
        foreach (var act in below) byId.TryAdd(act.Id, act);
        foreach (var (act, item) in all)
        {
            if (OfBoundParties.Contains(act.Act) && act.Date != NoDate)
                foreach (var party in act.Parties)
                    if (parties.FirstOrDefault(entry => entry.Party == party) is { Bound: { } bound } && act.Date.Before(bound) == Truth.Yes) item["date"].Fault($"{act.Act} on {act.Date}, before '{party}' was bound ({bound})", $"a day on or after {bound}");
                    else if (complete && parties.All(entry => entry.Party != party)) item["party"].Fault($"'{party}', which is not among the parties, and parties_complete is true", string.Join(", ", parties.Select(entry => entry.Party)));
            foreach (var party in act.Parties)
                if (closed.Count > 0 && !closed.Contains(party) && act.Act is not ("object" or "domestic-step")) item["party"].Fault($"'{party}', which is not in parties_closed", string.Join(", ", closed));
            if (act.To is null) continue;
            if (!byId.TryGetValue(act.To, out var answered)) item["to"].Fault($"'{act.To}'", string.Join(", ", byId.Keys.Order(StringComparer.Ordinal)));
            else if (InCircle(act, byId)) item["to"].Fault($"a circle: '{act.To}' leads back to '{act.Id}'", "an act that does not answer this one");
            else if (act.Date.Before(answered.Date) == Truth.Yes) item["date"].Fault($"{act.Date}, before the act that it answers ({answered.Date})", $"a day on or after {answered.Date}");
        }
        return [.. all.Select(entry => entry.Act)];
    }

    private RegisterAct Act(DataNode item)
    {
        item.Allow("id", "act", "party", "towards", "date", "known", "until", "received", "to", "held_by", "denied_by", "measure", "quantities", "article", "source", "verified", "note");
        if (!item["act"].Exists) item["act"].Missing("an act of data/acts.yaml");
        var act = item["act"].Text() ?? "";
        if (act != "" && !actIds.Contains(act)) item["act"].Fault($"'{act}'", string.Join(", ", actIds.Order(StringComparer.Ordinal)));
        if (!item["date"].Exists) item["date"].Missing("an EDTF date");
        var date = item["date"].Edtf() ?? NoDate;
        var parties = AgreementReader.Actors(item["party"]);
        var until = item["until"].Day();
        if (until is { } end && date.Earliest is { } start && end < start) item["until"].Fault($"{Edtf.Iso(end)}, before {date}", "a day after the act");
        var received = new SortedDictionary<string, NodaTime.LocalDate>(StringComparer.Ordinal);
        foreach (var (who, day) in item["received"].Entries())
            if (day.Day() is { } at)
                if (date.Earliest is { } given && at < given) day.Fault($"received {Edtf.Iso(at)}, before it was given ({date})", "the day of receipt");
                else received[who] = at;
        return new()
        {
            Id = item["id"].Text() ?? $"{act}-{(parties.Count == 0 ? "all" : string.Join('-', parties))}-{date.Text}",
            Act = act,
            Parties = parties,
            Towards = AgreementReader.Actors(item["towards"]),
            Date = date,
            Known = item["known"].Day(),
            Until = until,
            Received = received,
            To = item["to"].Text(),
            HeldBy = AgreementReader.Actors(item["held_by"]),
            DeniedBy = AgreementReader.Actors(item["denied_by"]),
            Measure = item["measure"].Text(),
            Quantities = [.. item["quantities"].Items().Select(Quantity)],
            Ground = grounds.Of(item),
        };
    }

    private static Quantity Quantity(DataNode node)
    {
        node.Allow("value", "unit", "role");
        if (!node["value"].Exists) node["value"].Missing("a number");
        return new(node["value"].Number() ?? 0, node["unit"].Required("person, post, day, …"), node["role"].Text());
    }

    private static bool InCircle(RegisterAct act, Dictionary<string, RegisterAct> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = act; at.To is { } next && byId.TryGetValue(next, out var answered); at = answered)
            if (!seen.Add(at.Id)) return true;
        return false;
    }
}
