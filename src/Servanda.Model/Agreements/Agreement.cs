// An agreement as data: names, parties, provisions with their articles, and the register of established acts.
namespace Servanda.Model;

/// <summary>An agreement's file, loaded. Names are by language (ISO 639-1), the first one is shown.</summary>
public sealed record Agreement
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; }
}
