// The words that findings look for in a story itself, as data/findings.yaml gives them.
namespace Servanda.Model;

/// <summary>Words by language (ISO 639-1) and kind (<c>left</c>, <c>softened</c>, …), and the codes of actors that are organisations.</summary>
public sealed record FindingWords(IReadOnlyList<string> Organisations, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> ByLanguage)
{
    public static FindingWords None { get; } = new([], new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>());

    public IReadOnlyList<string> Of(string? language, string kind) =>
        language is not null && ByLanguage.TryGetValue(language, out var kinds) && kinds.TryGetValue(kind, out var words) ? words : [];
}
