// What the engine applies, taken from an agreement's file and from events.
using NodaTime;
using Servanda.Model;

namespace Servanda.Terms;

internal static class Deeds
{
    /// <summary>Acts that only party lines of a file give.</summary>
    public const string ApplyProvisionally = "apply-provisionally", Succeed = "succeed";

    /// <summary>Stands for an open start: before anything here began.</summary>
    public static readonly LocalDate LongAgo = new(1, 1, 1);

    /// <summary>The acts that move a state.</summary>
    public static IEnumerable<string> Acts => Moving.Order(StringComparer.Ordinal);

    private static readonly HashSet<string> Moving = new(StringComparer.Ordinal)
    {
        "sign", "ratify", "accede", "enter-into-force", "extend", "suspend", "resume", "announce-withdrawal", "notify-withdrawal", "revoke-notice",
        "withdraw", "revoke-ratification", "terminate", "close-mission", "restore-relations",
    };

    /// <summary>The party lines and the register, as known on a day; objections count as far as they were made by <paramref name="objectionsBy"/>.</summary>
    public static IReadOnlyList<Deed> OfRegister(Agreement agreement, LocalDate? knownAt, LocalDate? objectionsBy = null)
    {
        var all = new List<Deed>();
        foreach (var entry in agreement.Parties)
        {
            Add(entry.Signed, "sign", entry);
            Add(entry.Ratified, "ratify", entry);
            Add(entry.Provisional, ApplyProvisionally, entry);
            Add(entry.Bound, entry.Succeeds is null ? "enter-into-force" : Succeed, entry);
        }
        foreach (var act in agreement.Register)
            if (Moving.Contains(act.Act) && (act.Act is not ("close-mission" or "restore-relations") || agreement.Kind == AgreementKind.Mission))
                all.Add(new(act.Id, act.Act == "close-mission" ? "terminate" : act.Act, act.Act == "close-mission" ? [] : act.Parties, act.Date.Earliest, act.Date.Latest ?? act.Date.Earliest!.Value, Origin.Register, act.Ground)
                {
                    Towards = act.Act == "suspend" || act.Act == "resume" ? act.Towards : [],
                    Until = act.Until,
                    ReceivedBy = act.Received.Count == 0 ? null : act.Received.Values.Max(),
                    HeldBy = act.HeldBy,
                    DeniedBy = [.. act.DeniedBy.Concat(Objectors(agreement, act.Id, knownAt, objectionsBy)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    To = act.To,
                    Known = act.Known ?? (act.Date.Earliest is null ? null : act.Date.Latest ?? act.Date.Earliest),
                });
        return knownAt is not { } day ? all : [.. all.Where(deed => deed.Known is not { } known || known <= day)];

        void Add(Edtf? date, string act, PartyEntry entry)
        {
            if (date?.Latest is { } last)
                all.Add(new($"{act}-{entry.Party}", act, [entry.Party], date.Earliest, last, Origin.Register, entry.Ground)
                {
                    Towards = entry.Succeeds is { } before && act == Succeed ? [before] : [],
                    Known = date.Earliest is null ? null : last,
                });
        }
    }

    /// <summary>Events that move a state: those that happened, as far as told by the day of knowledge. Undated ones count from the day on which they were told.</summary>
    public static IReadOnlyList<Deed> OfEvents(Agreement agreement, IEnumerable<Event> events, LocalDate? knownAt)
    {
        var all = new List<Deed>();
        foreach (var one in events)
        {
            if (one.Agreement != agreement.Id || one.SupersededBy is not null || one.Polarity == Polarity.Denied || one.Status is not (ReportStatus.Occurred or ReportStatus.Ongoing) || !Moving.Contains(one.Act)) continue;
            if (one.Act is "close-mission" or "restore-relations" && agreement.Kind != AgreementKind.Mission) continue;
            var told = one.FirstTold?.Latest;
            if (knownAt is { } day && !(told <= day)) continue;
            var last = one.Date?.Latest is { } stated && told is { } by ? LocalDate.Min(stated, LocalDate.Max(by, one.Date.Earliest ?? by)) : one.Date?.Latest ?? told;
            if (last is not { } at) continue;
            var whole = one.Act is "enter-into-force" or "terminate" or "close-mission" || one.Act == "sign" && one.Source.Count == 0;
            var parties = one.Act == "close-mission" ? [] : one.Source.Where(code => CanBeParty(agreement, code)).ToList();
            if (parties.Count == 0 && !whole) continue;
            var closed = agreement.PartiesClosed.Count > 0;
            all.Add(new(one.Id, one.Act == "close-mission" ? "terminate" : one.Act, parties, one.Date?.Earliest ?? at, at, Origin.Event, Ground.Memory)
            {
                Towards = one.Act is "suspend" or "resume" && !closed ? [.. one.Target.Where(code => CanBeParty(agreement, code))] : [],
                Known = told,
                ReceivedBy = one.Records.Count == 0 ? null : one.Records.SelectMany(record => record.Received).Max(receipt => receipt.On.Latest),
                Record = one.Records.Count > 0 ? one.Records[0] : null,
                Reports = one.Reports,
                Longer = one.Act == "extend" ? one.Quantities.Where(quantity => quantity is { Unit: "year" or "month" or "day", Role: null }).Select(Length).FirstOrDefault() : null,
                By = one.Speakers.Count > 0 ? one.Speakers : one.OriginNames,
            });
        }
        return all;
    }

    private static TermPeriod? Length(Quantity quantity) =>
        quantity.Value is > 0 and < 1000 && quantity.Value == decimal.Truncate(quantity.Value)
            ? new((int)quantity.Value, quantity.Unit switch { "year" => TermUnit.Year, "month" => TermUnit.Month, _ => TermUnit.Day }) : null;

    /// <summary>Groups of states ("the West") are no party; where all parties are listed, nobody else is.</summary>
    private static bool CanBeParty(Agreement agreement, string code) =>
        code is not ("WST" or "EUR" or "E3" or "P5") && (!agreement.PartiesComplete || agreement.PartiesClosed.Contains(code) || agreement.Parties.Any(entry => entry.Party == code));

    private static IEnumerable<string> Objectors(Agreement agreement, string id, LocalDate? knownAt, LocalDate? by) =>
        agreement.Register.Where(act => act.Act == "object" && act.To == id && (knownAt is not { } day || act.Date.Latest <= day) && (by is not { } last || act.Date.Latest <= last))
            .SelectMany(act => act.Parties);
}
