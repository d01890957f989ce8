// Reads one agreement's file into the model, and says everything that is wrong with it.
using System.Text.RegularExpressions;
using NodaTime;
using Servanda.Model;

namespace Servanda.Store;

/// <param name="under">Agreements that a file may add to: the shipped ones, where a user's own data is read.</param>
internal sealed partial class AgreementReader(IReadOnlyList<ActDefinition> acts, IReadOnlyList<Agreement> under)
{
    private static readonly string[] Kinds = ["treaty", "political", "practice", "institution", "mission", "domestic-law"];

    private readonly HashSet<string> actIds = acts.Select(act => act.Id).ToHashSet(StringComparer.Ordinal);
    private readonly GroundReader grounds = new();

    public AgreementFile Read(DataNode root, string path)
    {
        root.Allow("id", "adds_to", "kind", "names", "context", "body", "depositaries", "parties_closed", "parties_complete", "rests_on", "checked", "note",
            "sources", "parties", "provisions", "register", "conditions", "register_complete", "marks", "examples");
        var adds = root["adds_to"].Exists;
        if (adds && root["id"].Exists) root["id"].Fault("both id and adds_to", "one of them");
        var naming = adds ? root["adds_to"] : root["id"];
        var id = naming.Required("the agreement's id");
        if (id != "" && !IdPattern().IsMatch(id)) naming.Fault($"'{id}'", "lower-case letters, digits and hyphens");
        if (id != "" && id != Path.GetFileNameWithoutExtension(path)) naming.Fault($"'{id}' in the file {Path.GetFileName(path)}", "the name of the file without .yaml");
        var below = adds ? under.FirstOrDefault(agreement => agreement.Id == id) : null;
        if (adds && id != "" && below is null) naming.Fault($"'{id}'", "the id of a shipped agreement");
        var names = ByLanguage(root["names"]);
        if (!adds)
            foreach (var language in (string[])["en", "vi"])
                if (!names.ContainsKey(language)) root["names"].Missing($"names in '{language}'");
        var citations = grounds.Read(root["sources"]);
        if (below is not null)
            foreach (var citation in citations)
                if (below.Source(citation.Key) is not null) root["sources"][citation.Key].Fault($"the source '{citation.Key}', which '{id}' has already", "a key of its own");
        if (adds && root["parties_closed"].Exists) root["parties_closed"].Fault("parties_closed in a file that adds to another", "a whole file under id");
        var closed = below?.PartiesClosed ?? Actors(root["parties_closed"]);
        var complete = root["parties_complete"].Flag();
        var parties = new PartyReader(grounds).Read(root["parties"], closed, below?.Parties ?? []);
        var agreement = new Agreement
        {
            Id = id,
            Names = names,
            Context = Context(root["context"], [.. names.Values.Concat(below?.Names.Values ?? []).SelectMany(list => list)]),
            Kind = below?.Kind ?? Kind(root["kind"]),
            Body = root["body"].Text(),
            Depositaries = Actors(root["depositaries"]),
            PartiesClosed = closed,
            PartiesComplete = complete || closed.Count > 0,
            Parties = parties,
            Provisions = new ProvisionReader(grounds, actIds).Read(root["provisions"], closed),
            Register = new RegisterReader(grounds, actIds).Read(root["register"], closed, complete, [.. parties, .. below?.Parties ?? []], below?.Register ?? []),
            RegisterComplete = root["register_complete"].Flag(),
            Marks = root["marks"].Texts(),
            Conditions = [.. root["conditions"].Items().SelectMany(Conditions)],
            Sources = citations,
            RestsOn = root["rests_on"].Texts(),
            Checked = root["checked"].Day() ?? default,
            Note = root["note"].Text(),
        };
        foreach (var clause in agreement.Of<Withdrawal>())
            if (below?.Of<Withdrawal>().Any(other => other.AppliesTo.Count == 0 ? clause.AppliesTo.Count == 0 : other.AppliesTo.Intersect(clause.AppliesTo).Any()) == true)
                root["provisions"].Fault($"a second withdrawal clause for those of '{id}'", "clauses for other parties; a whole file under id to replace the agreement");
        if (!root["checked"].Exists) root["checked"].Missing("the day on which the file was gone through, as 2026-11-22");
        grounds.FaultUnused(root["sources"]);
        var rests = root["rests_on"];
        return new(below?.With(agreement) ?? agreement, [.. root["examples"].Items().Select(Example)], path, rests.Line, rests.Column);
    }

    private IEnumerable<Condition> Conditions(DataNode node)
    {
        node.Allow("what", "party", "from", "until", "article", "source", "verified", "note");
        var (from, until) = (node["from"].Day(), node["until"].Day());
        if (from is null) node["from"].Missing("the first day on which it holds");
        if (until < from) node["until"].Fault($"{Edtf.Iso(until!.Value)}, before its start", "a later day");
        if (node["what"].OneOf("armed-conflict") is not { } what)
        {
            node["what"].Missing("armed-conflict");
            return [];
        }
        var ground = grounds.Of(node);
        return Actors(node["party"]).Select(party => new Condition(what, party, from ?? default, until, ground));
    }

    private static AgreementKind Kind(DataNode node)
    {
        if (!node.Exists) node.Missing(string.Join(", ", Kinds));
        return node.OneOf(Kinds) is { } word ? (AgreementKind)Array.IndexOf(Kinds, word) : default;
    }

    private static SortedDictionary<string, IReadOnlyList<string>> ByLanguage(DataNode node)
    {
        var all = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        node.Allow("vi", "en", "ru");
        foreach (var (language, names) in node.Entries())
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in names.Items())
                if (name.Text() is { } text && !seen.Add(text)) name.Fault($"'{text}' a second time", "each name once");
            if (seen.Count > 0) all[language] = names.Texts();
        }
        return all;
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Context(DataNode node, HashSet<string> names)
    {
        var all = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, words) in node.Entries())
        {
            if (!names.Contains(name)) words.Fault($"context for '{name}'", "a name that stands under names");
            all[name] = words.Texts();
        }
        return all;
    }

    /// <summary>Actor codes: three capitals for a state, an organisation's short name.</summary>
    internal static IReadOnlyList<string> Actors(DataNode node)
    {
        var all = new List<string>();
        foreach (var item in node.Items())
            if (item.Text() is { } code)
            {
                if (!ActorPattern().IsMatch(code)) item.Fault($"'{code}'", "an actor code such as RUS or NATO");
                if (all.Contains(code)) item.Fault($"'{code}' a second time", "each actor once");
                all.Add(code);
            }
        return all;
    }

    private static AgreementExample Example(DataNode node)
    {
        node.Allow("party", "towards", "on", "known_at", "status", "ends", "limit", "value", "contested", "expected", "note");
        if (!node["on"].Exists) node["on"].Missing("a day");
        PartyStatus? status = null;
        if (node["status"].Text() is { } word)
            if (PartyStatusWord.TryParse(word, out var parsed)) status = parsed;
            else node["status"].Fault($"'{word}'", string.Join(", ", Enum.GetValues<PartyStatus>().Select(each => each.Word())));
        return new(node["party"].Text(), node["towards"].Text(), node["on"].Day() ?? default, node["known_at"].Day(), status, node["ends"].Day(), node["limit"].Text(), node["value"].Number(),
            node["contested"].Exists ? node["contested"].Flag() : null, node["expected"].Exists ? node["expected"].Flag() : null, node.Line);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^([A-Z]{3}|[A-Z][A-Za-z0-9]{1,9})$")]
    private static partial Regex ActorPattern();
}
