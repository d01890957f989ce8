// Reads a watch list: what a user wants to hear of, one line each.
using Servanda.Model;

namespace Servanda.Store;

/// <summary>One line of a watch list: an agreement, a party, or a party of an agreement. A null part stands for all.</summary>
public sealed record Watched(string? Agreement, string? Party);

/// <summary>Lines <c>open-skies</c>, <c>RUS</c>, <c>open-skies/RUS</c>; what follows a <c>#</c> is passed over.</summary>
public static class WatchFile
{
    /// <param name="actorOf">The code that a word means; null where it means none.</param>
    public static IReadOnlyList<Watched> Read(string path, IReadOnlyList<Agreement> agreements, Func<string, string?> actorOf, List<Fault> faults) =>
        Parse(path, File.ReadAllText(path), agreements, actorOf, faults);

    public static IReadOnlyList<Watched> Parse(string name, string text, IReadOnlyList<Agreement> agreements, Func<string, string?> actorOf, List<Fault> faults)
    {
        var ids = agreements.Select(agreement => agreement.Id).ToHashSet(StringComparer.Ordinal);
        var all = new List<Watched>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Split('#')[0];
            if (line.Trim() is not { Length: > 0 } watched) continue;
            var slash = watched.IndexOf('/', StringComparison.Ordinal);
            var agreement = slash >= 0 ? watched[..slash].Trim() : ids.Contains(watched) ? watched : null;
            var party = slash >= 0 ? watched[(slash + 1)..].Trim() : agreement is null ? watched : null;
            var code = party is null ? null : actorOf(party);
            if (agreement is not null && !ids.Contains(agreement)) Fault($"the agreement '{agreement}'", "the id of an agreement (servanda agreements)");
            else if (party is not null && code is null) Fault(slash >= 0 ? $"the party '{party}'" : $"'{party}'", "AGREEMENT, PARTY or AGREEMENT/PARTY, as open-skies, RUS, open-skies/RUS");
            else all.Add(new(agreement, code));

            void Fault(string found, string allowed) => faults.Add(new(name, i + 1, line.Length - line.TrimStart().Length + 1, found, allowed));
        }
        return all;
    }
}
