// Which agreement an act is about when no agreement is named: the regime between two actors, the membership of a body.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>Built from the agreements' files: practices and missions by their parties, memberships by their body.</summary>
public sealed class Regimes
{
    private static readonly HashSet<string> MissionActs = new(StringComparer.Ordinal)
    {
        "expel", "recall", "limit-staff", "close-mission", "restrict-movement", "seize-property", "sever-relations", "restore-relations", "summon", "suspend", "resume",
    };

    private static readonly HashSet<string> MissionThings = new(StringComparer.Ordinal)
    {
        "diplomat", "staff", "attache", "ambassador", "embassy", "consulate", "mission", "office", "accreditation", "relations", "property", "visa",
    };

    private static readonly HashSet<string> MembershipActs = new(StringComparer.Ordinal)
    {
        "withdraw", "announce-withdrawal", "domestic-step", "notify-withdrawal", "revoke-notice", "suspend", "resume", "accede", "ratify", "revoke-ratification", "terminate",
    };

    private readonly List<(string Id, HashSet<string> Parties, HashSet<string> Bound)> practices = [];
    private readonly Dictionary<string, IReadOnlyList<string>> bilateral = new(StringComparer.Ordinal);
    private readonly HashSet<string> missions = new(StringComparer.Ordinal);
    private readonly HashSet<string> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> homes = new(StringComparer.Ordinal);
    private readonly HashSet<string> armed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bodyOf = new(StringComparer.Ordinal);

    public Regimes(IEnumerable<Agreement> agreements, IEnumerable<LanguagePack> packs)
    {
        foreach (var agreement in agreements.OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            // A mission's regime is that of whose staff is limited; one without limits is meant only where it is named.
            var bound = agreement.Of<Ceiling>().SelectMany(ceiling => ceiling.On).ToHashSet(StringComparer.Ordinal);
            if (agreement.PartiesClosed.Count == 2 && (agreement.Kind == AgreementKind.Practice || agreement.Kind == AgreementKind.Mission && bound.Count > 0))
                practices.Add((agreement.Id, new(agreement.PartiesClosed, StringComparer.Ordinal), agreement.Kind == AgreementKind.Practice ? [] : bound));
            // The conventions that missions rest on speak of them too.
            if (agreement.Kind is AgreementKind.Practice or AgreementKind.Mission) missions.UnionWith(agreement.RestsOn.Append(agreement.Id));
            if (agreement.PartiesClosed.Count == 2 && agreement.Kind is AgreementKind.Treaty or AgreementKind.Political) bilateral.Add(agreement.Id, agreement.PartiesClosed);
            if (agreement.Body is not { } body) continue;
            memberships.TryAdd(body, agreement.Id);
            bodyOf.Add(agreement.Id, body);
        }
        foreach (var actor in packs.SelectMany(pack => pack.Actors))
        {
            if (!actor.IsState) bodies.Add(actor.Code);
            if (actor.IsArmed) armed.Add(actor.Code);
            if (actor.HomeOf is { } home) homes.TryAdd(actor.Code, home);
            if (actor.Agreement is { } id) memberships.TryAdd(actor.Code, id);
        }
    }

    public bool IsBody(string code) => bodies.Contains(code);

    /// <summary>Whether an actor is an organisation without forces and weapons of its own.</summary>
    public bool IsUnarmed(string code) => bodies.Contains(code) && !armed.Contains(code);

    /// <summary>Whether a group of states is an organisation's own home.</summary>
    public bool IsHome(string group, string organisation) => homes.GetValueOrDefault(group) == organisation;

    /// <summary>The practice that governs missions between two actors, for acts on missions and their staff.</summary>
    /// <param name="owners">Whose the mission or the people are, where that is said.</param>
    public string? For(string act, string? thing, IReadOnlyList<string> actors, IReadOnlyList<string> owners)
    {
        if (!MissionActs.Contains(act) || act is "suspend" or "resume" && (thing is null || !MissionThings.Contains(thing))) return null;
        var both = actors.Distinct().ToList();
        if (both.Count != 2) return null;
        foreach (var (id, parties, bound) in practices)
            if (parties.SetEquals(both) && (bound.Count == 0 || owners.Count == 0 || bound.Overlaps(owners))) return id;
        return null;
    }

    /// <summary>Both sides of a bilateral agreement; nothing for others.</summary>
    public IReadOnlyList<string> PartiesOf(string agreement) => bilateral.GetValueOrDefault(agreement) ?? [];

    /// <summary>Whether an agreement that does not make one a member of a body is between others than these two, or between more.</summary>
    public bool IsOfOthers(string agreement, IReadOnlyList<string> two) => !bodyOf.ContainsKey(agreement) && !PartiesOf(agreement).ToHashSet().SetEquals(two);

    /// <summary>The body that an agreement makes one a member of; null where it makes none.</summary>
    public string? BodyOf(string agreement) => bodyOf.GetValueOrDefault(agreement);

    public string? MembershipOf(string body) => memberships.GetValueOrDefault(body);

    public bool IsRegimeOfMissions(string agreement) => missions.Contains(agreement);

    public bool IsOnMissions(string act) => MissionActs.Contains(act);

    public bool IsAboutMembership(string act) => MembershipActs.Contains(act);
}
