// What the fold knows of acts: their roots, which are told from both sides, which are coarser names of others.
using System.Collections.Frozen;
using Servanda.Model;

namespace Servanda.Ledger;

/// <summary>The acts of the closed list, as the fold asks for them. An act that the list lacks is its own root and meets only itself.</summary>
public sealed class ActTable
{
    private readonly FrozenDictionary<string, ActDefinition> acts;
    private readonly FrozenDictionary<string, FrozenSet<string>> coarser;
    private readonly FrozenDictionary<string, string> families;

    public ActTable(IEnumerable<ActDefinition> definitions)
    {
        acts = definitions.ToFrozenDictionary(act => act.Id, StringComparer.Ordinal);
        coarser = acts.Keys.ToFrozenDictionary(id => id, CoarserThan, StringComparer.Ordinal);
        families = Families();
    }

    public IEnumerable<ActDefinition> All => acts.Values.OrderBy(act => act.Id, StringComparer.Ordinal);

    /// <summary>The PLOVER event type, or the act itself where it has none.</summary>
    public string Root(string act) => acts.TryGetValue(act, out var found) && found.Plover is { } root ? root : act;

    /// <summary>The acts that may be names of one and the same, directly or through others, as the first of them in order.</summary>
    public string Family(string act) => families.GetValueOrDefault(act, act);

    /// <summary>Whether two different acts may be names of one: an act and its finer form, or a mission's suspension and its closing, which newspapers do not tell apart.</summary>
    public bool MayBeOneAct(string a, string b) => (a, b) is ("suspend", "close-mission") or ("close-mission", "suspend") || IsFiner(a, b) || IsFiner(b, a);

    /// <summary>Whether all who take part stand as source.</summary>
    public bool IsSymmetric(string act) => acts.TryGetValue(act, out var found) && found.Symmetric;

    /// <summary>Whether <paramref name="fine"/> is a finer form of <paramref name="coarse"/>, directly or through others.</summary>
    public bool IsFiner(string fine, string coarse) => coarser.TryGetValue(fine, out var all) && all.Contains(coarse);

    /// <summary>Whether a group of acts is told again and again of the same actors, so that a vague date says nothing about which one is meant.</summary>
    public bool IsRepeated(string act) => !acts.TryGetValue(act, out var found) || found.Group is not ("agreements" or "relations") || act is "negotiate" or "sanction";

    /// <summary>An act done with words; who said them tells one such act from another.</summary>
    public bool IsSpeech(string act) => act is "state" || acts.TryGetValue(act, out var found) && found.Group is "words";

    /// <summary>Whether a state does it once to an agreement as a rule, so that an undated report of it means that once, however long ago.</summary>
    public static bool IsOnceOnly(string act) => act is "sign" or "ratify" or "accede" or "enter-into-force" or "notify-withdrawal" or "withdraw" or "terminate";

    private FrozenSet<string> CoarserThan(string act)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([act]);
        while (open.TryPop(out var next))
        {
            if (!acts.TryGetValue(next, out var definition)) continue;
            foreach (var coarse in definition.FinerThan)
            {
                if (found.Add(coarse)) open.Push(coarse);
            }
        }
        return found.ToFrozenSet(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, string> Families()
    {
        string[] ids = [.. acts.Keys.Order(StringComparer.Ordinal)];
        var sets = new DisjointSets(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (MayBeOneAct(ids[i], ids[j])) sets.Join(i, j);
            }
        }
        return Enumerable.Range(0, ids.Length).ToFrozenDictionary(i => ids[i], i => ids[sets.Of(i)], StringComparer.Ordinal);
    }
}
