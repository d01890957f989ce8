// Which actor a word on the command line means: a code, or a name in one of the languages of the screen.
using Servanda.Model;
using Servanda.Words;

namespace Servanda.Doors;

/// <summary>A code as it is written wins over a name, a name over a code in other letters: <c>NGA</c> is Nigeria, <c>Nga</c> is Russia.</summary>
internal sealed class ActorCodes
{
    private const string Prefix = "actor.";

    private readonly HashSet<string> named;

    /// <summary>With those that only agreements name.</summary>
    private readonly Lazy<HashSet<string>> codes;
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    private ActorCodes(Knowledge knowledge)
    {
        var words = from templates in knowledge.Messages.Templates.Values
                    from template in templates
                    where template.Key.StartsWith(Prefix, StringComparison.Ordinal)
                    select (Code: template.Key[Prefix.Length..], Name: template.Value);
        foreach (var (code, name) in words) names.TryAdd(name, code);
        named = [.. names.Values];
        codes = new(() => [.. names.Values, .. knowledge.Agreements.SelectMany(agreement => agreement.Parties).Select(party => party.Party)]);
    }

    public static ActorCodes Of(Knowledge knowledge) => new(knowledge);

    public string? Find(string text) =>
        named.TryGetValue(text, out var code) || codes.Value.TryGetValue(text, out code) ? code : names.TryGetValue(text, out code) ? code : codes.Value.FirstOrDefault(one => one.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>What every actor is called in a language, in its order.</summary>
    public IReadOnlyList<string> Names(Wording wording) => [.. codes.Value.Select(wording.Actor).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The actors whose code or name comes nearest, each as <c>RUS (Nga)</c>.</summary>
    public IReadOnlyList<string> NearestTo(string text, Wording wording) =>
        [.. Nearest.To(text, names.Keys.Concat(codes.Value), 8).Select(word => codes.Value.Contains(word) ? word : names[word]).Distinct().Take(5).Select(code => $"{code} ({wording.Actor(code)})")];
}
